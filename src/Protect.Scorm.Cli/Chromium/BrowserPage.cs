using System.Text.Json;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>A page with storage of its own, or a window that such a page opened. Dialogs are dismissed; everything that happens is in the record.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    /// <summary>Messages after which the script that shows one more is ended: Chromium ends as a whole when a page is closed while a message is open.</summary>
    public const int MostDialogs = 100;

    private readonly DevTools _tools;
    private readonly string _context,
        _target;
    private readonly Dictionary<string, Action<string>> _bindings = [];
    private readonly TaskCompletionSource<string> _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<BrowserPage> _popups = [];
    private TaskCompletionSource? _loading;

    internal BrowserPage(DevTools tools, string context, string target, PageRecord record)
    {
        (_tools, _context, _target) = (tools, context, target);
        Record = record;
    }

    public PageRecord Record { get; }

    /// <summary>Windows it opened that are there.</summary>
    public IReadOnlyList<BrowserPage> Popups
    {
        get
        {
            lock (_popups)
                return [.. _popups];
        }
    }

    internal string Target => _target;

    internal Task<string> Session => _attached.Task;

    /// <summary>Opens an address and waits until it is loaded.</summary>
    /// <exception cref="DevToolsException">It could not be opened.</exception>
    /// <exception cref="TimeoutException">It was not loaded in time.</exception>
    public async Task Navigate(string address, TimeSpan within, CancellationToken stop)
    {
        var loading = _loading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        JsonElement answer = await Ask("Page.navigate", json => json.WriteString("url", address), within, stop);
        if (answer.Text("errorText") is { Length: > 0 } fault)
            throw new DevToolsException($"{address}: {fault}");
        await loading.Task.WaitAsync(within, stop);
    }

    /// <summary>
    /// Runs a script, as if the learner had just touched the page, and gives its value; a promise is waited for. The world is that of the page, or one of our
    /// own that shares the document and nothing else with it (<see cref="OwnWorld"/>).
    /// </summary>
    /// <exception cref="DevToolsException">The script threw, or its page is gone.</exception>
    /// <exception cref="TimeoutException">The page did not answer in time: it may be busy with itself for ever.</exception>
    public async Task<JsonElement> Evaluate(string script, TimeSpan within, CancellationToken stop, int? world = null)
    {
        JsonElement answer = await Ask(
            "Runtime.evaluate",
            json =>
            {
                json.WriteString("expression", script);
                json.WriteBoolean("awaitPromise", true);
                json.WriteBoolean("returnByValue", true);
                json.WriteBoolean("userGesture", true);
                if (world is { } own)
                    json.WriteNumber("contextId", own);
            },
            within,
            stop
        );
        if (answer.TryGetProperty("exceptionDetails", out JsonElement thrown))
            throw new DevToolsException(
                thrown.Text("exception", "description") is { Length: > 0 } text ? text : thrown.Text("text")
            );
        return answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value : default;
    }

    /// <summary>A world for scripts that the page cannot see or change. It lasts until the page goes elsewhere.</summary>
    public async Task<int> OwnWorld(string name, CancellationToken stop)
    {
        JsonElement answer = await Ask(
            "Page.createIsolatedWorld",
            json =>
            {
                json.WriteString("frameId", _target);
                json.WriteString("worldName", name);
            },
            null,
            stop
        );
        return answer.GetProperty("executionContextId").GetInt32();
    }

    /// <summary>Gives scripts a function of this name that takes one text; with a world, in worlds of that name only. It is called by the reader of messages and must not wait.</summary>
    public Task Bind(string name, Action<string> called, CancellationToken stop, string? world = null)
    {
        lock (_bindings)
            _bindings[name] = called;
        return Ask(
            "Runtime.addBinding",
            json =>
            {
                json.WriteString("name", name);
                if (world is not null)
                    json.WriteString("executionContextName", world);
            },
            null,
            stop
        );
    }

    /// <summary>Ends the page's process at once: no event, no last word.</summary>
    public void Kill() => _tools.Send("Page.crash", session: Session.IsCompletedSuccessfully ? Session.Result : "");

    /// <summary>Closes it as its user does, with what it has to say to that.</summary>
    public Task Close(CancellationToken stop) => Ask("Page.close", null, null, stop);

    /// <summary>Closes it with everything it opened and stored.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _tools.Ask(
                "Target.disposeBrowserContext",
                json => json.WriteString("browserContextId", _context),
                within: TimeSpan.FromSeconds(5)
            );
        }
        catch (Exception gone) when (gone is DevToolsException or TimeoutException)
        {
            // already gone; the rest goes with the browser
        }
    }

    internal async Task<JsonElement> Ask(
        string method,
        Action<Utf8JsonWriter>? values,
        TimeSpan? within,
        CancellationToken stop
    ) => await _tools.Ask(method, values, await Session.WaitAsync(DevTools.Patience, stop), within, stop);

    internal void Attach(string session) => _attached.TrySetResult(session);

    internal void Opened(BrowserPage popup)
    {
        lock (_popups)
            _popups.Add(popup);
    }

    internal void Closed(string target)
    {
        lock (_popups)
            _popups.RemoveAll(popup => popup.Target == target);
    }

    internal void Take(DevToolsEvent told)
    {
        switch (told.Method)
        {
            case "Page.loadEventFired":
                _loading?.TrySetResult();
                break;
            case "Page.javascriptDialogOpening":
                if (Record.Dialogs.Count > MostDialogs)
                    _tools.Send("Runtime.terminateExecution", session: told.Session);
                bool leaving = told.Values.Text("type") == "beforeunload";
                _tools.Send("Page.handleJavaScriptDialog", json => json.WriteBoolean("accept", leaving), told.Session);
                break;
            case "Runtime.bindingCalled":
                Action<string>? called;
                lock (_bindings)
                    called = _bindings.GetValueOrDefault(told.Values.Text("name"));
                called?.Invoke(told.Values.Text("payload"));
                break;
        }
    }
}

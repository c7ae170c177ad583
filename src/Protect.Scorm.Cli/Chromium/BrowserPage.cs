using System.Text.Json;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>
/// Page with its own storage, or a window that such a page opened. Dialogs are dismissed automatically; the record
/// lists dialogs, errors, windows and external requests.
/// </summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    /// <summary>
    /// Limit of dialogs; a script that opens more is terminated. Reason: Chromium crashes when a page is closed while a
    /// dialog is open.
    /// </summary>
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

    /// <summary>Open windows that this page opened.</summary>
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

    /// <summary>Opens an address and waits for its load event.</summary>
    /// <exception cref="DevToolsException">The address could not be opened.</exception>
    /// <exception cref="TimeoutException">The page was not loaded in time.</exception>
    public async Task Navigate(string address, TimeSpan within, CancellationToken stop)
    {
        var loading = _loading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        JsonElement answer = await Ask("Page.navigate", json => json.WriteString("url", address), within, stop);
        if (answer.Text("errorText") is { Length: > 0 } fault)
            throw new DevToolsException($"{address}: {fault}");
        await loading.Task.WaitAsync(within, stop);
    }

    /// <summary>
    /// Runs a script with user activation and returns its value; a promise is awaited. By default it runs in the page's
    /// own JavaScript world; <see cref="OwnWorld"/> creates one that shares only the document with the page.
    /// </summary>
    /// <exception cref="DevToolsException">The script threw an exception, or its page is gone.</exception>
    /// <exception cref="TimeoutException">The page did not answer in time, for example in an endless loop.</exception>
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

    /// <summary>
    /// Creates an isolated world for scripts, which the page cannot see or change. It lasts until the next navigation.
    /// </summary>
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

    /// <summary>
    /// Gives scripts a global function that takes one text. With <paramref name="world"/>, only worlds of that name get
    /// it. The callback runs on the reader of messages and must not block.
    /// </summary>
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

    /// <summary>Kills the process of the page immediately, without any unload event.</summary>
    public void Kill() => _tools.Send("Page.crash", session: Session.IsCompletedSuccessfully ? Session.Result : "");

    /// <summary>Closes the page as its user does, including unload events.</summary>
    public Task Close(CancellationToken stop) => Ask("Page.close", null, null, stop);

    /// <summary>Closes the page and its windows, and deletes its storage.</summary>
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
            // The page is already gone; anything left ends with the browser.
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

    internal void Take(DevToolsEvent notification)
    {
        switch (notification.Method)
        {
            case "Page.loadEventFired":
                _loading?.TrySetResult();
                break;
            case "Page.javascriptDialogOpening":
                if (Record.Dialogs.Count > MostDialogs)
                    _tools.Send("Runtime.terminateExecution", session: notification.Session);
                bool leaving = notification.Values.Text("type") == "beforeunload";
                _tools.Send(
                    "Page.handleJavaScriptDialog",
                    json => json.WriteBoolean("accept", leaving),
                    notification.Session
                );
                break;
            case "Runtime.bindingCalled":
                Action<string>? called;
                lock (_bindings)
                    called = _bindings.GetValueOrDefault(notification.Values.Text("name"));
                called?.Invoke(notification.Values.Text("payload"));
                break;
        }
    }
}

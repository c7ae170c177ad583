using System.Text.Json;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>
/// A headless Chromium that can reach one server and nothing else, with a profile that is gone afterwards. Several pages may be open at once; they share
/// nothing. Always dispose it: that ends the process and removes the profile.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private const int MostPopups = 5;

    private readonly BrowserProcess _process;
    private readonly string? _onlyServer;
    private readonly Dictionary<string, BrowserPage> _byContext = [];
    private readonly Dictionary<string, (BrowserPage Root, BrowserPage? Page)> _bySession = [];
    private DevTools _tools = null!;

    private Browser(BrowserProcess process, string? onlyServer) => (_process, _onlyServer) = (process, onlyServer);

    /// <summary>It ended, whoever ended it: nothing can be asked of it any more.</summary>
    public bool IsGone => _tools.Closed.IsCompleted;

    /// <param name="path">The program file (<see cref="ChromiumPath"/>).</param>
    /// <param name="onlyServer">Host and port of the one server; null for none at all.</param>
    /// <param name="stop">Ends the start.</param>
    /// <param name="byPipe">Speak through pipes; null for what the system allows.</param>
    /// <exception cref="DevToolsException">It did not start; the message holds what it said.</exception>
    public static async Task<Browser> Launch(
        string path,
        string? onlyServer,
        CancellationToken stop,
        bool? byPipe = null
    )
    {
        BrowserProcess process = BrowserProcess.Start(path, onlyServer, byPipe);
        var browser = new Browser(process, onlyServer);
        try
        {
            browser._tools = new DevTools(await process.Link(stop), browser.Take);
            await browser._tools.Ask("Browser.getVersion", within: BrowserProcess.StartingTime, stop: stop);
            await browser._tools.Ask(
                "Browser.setDownloadBehavior",
                json => json.WriteString("behavior", "deny"),
                stop: stop
            );
            await browser._tools.Ask("Target.setAutoAttach", AutoAttach, stop: stop);
            return browser;
        }
        catch (Exception fault) when (fault is DevToolsException or TimeoutException or IOException)
        {
            string said = process.LastErrors;
            await browser.DisposeAsync();
            throw new DevToolsException($"“{path}” did not start. {(said.Length > 0 ? said : fault.Message)}");
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>An empty page with storage of its own.</summary>
    public async Task<BrowserPage> NewPage(CancellationToken stop, int width = 1024, int height = 768)
    {
        string context = (
            await _tools.Ask(
                "Target.createBrowserContext",
                json => json.WriteBoolean("disposeOnDetach", true),
                stop: stop
            )
        ).Text("browserContextId");
        await _tools.Ask(
            "Browser.setDownloadBehavior",
            json =>
            {
                json.WriteString("behavior", "deny");
                json.WriteString("browserContextId", context);
            },
            stop: stop
        );
        // The page is known before it is there: what it says first may come before the answer.
        string target = (
            await _tools.Ask(
                "Target.createTarget",
                json =>
                {
                    json.WriteString("url", "about:blank");
                    json.WriteString("browserContextId", context);
                    json.WriteNumber("width", width);
                    json.WriteNumber("height", height);
                },
                stop: stop
            )
        ).Text("targetId");
        BrowserPage page;
        lock (_byContext)
            page = Known(context, target);
        await page.Session.WaitAsync(DevTools.Patience, stop);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        // The process first: a reader of its pipe waits for it, however busy it is with what it plays.
        _process.End();
        if (_tools is not null)
            await _tools.DisposeAsync();
        await _process.DisposeAsync();
    }

    private static void AutoAttach(Utf8JsonWriter json)
    {
        json.WriteBoolean("autoAttach", true);
        json.WriteBoolean("waitForDebuggerOnStart", true);
        json.WriteBoolean("flatten", true);
    }

    private BrowserPage Known(string context, string target)
    {
        if (!_byContext.TryGetValue(context, out BrowserPage? page))
            _byContext[context] = page = new BrowserPage(_tools, context, target, new PageRecord(_onlyServer));
        return page;
    }

    private void Take(DevToolsEvent told)
    {
        lock (_byContext)
        {
            if (told.Method == "Target.attachedToTarget")
                Attached(told.Values);
            else if (told.Method == "Target.detachedFromTarget")
                Detached(told.Values.Text("sessionId"));
            else if (_bySession.TryGetValue(told.Session, out (BrowserPage Root, BrowserPage? Page) of))
            {
                of.Root.Record.Take(told);
                of.Page?.Take(told);
            }
        }
    }

    /// <summary>Something new is there and waits: a page, a window it opened, a frame of another process, a worker.</summary>
    private void Attached(JsonElement values)
    {
        JsonElement info = values.GetProperty("targetInfo");
        string session = values.Text("sessionId"),
            target = info.Text("targetId"),
            context = info.Text("browserContextId");
        bool isPage = info.Text("type") == "page";
        BrowserPage? root = _byContext.GetValueOrDefault(context);
        BrowserPage? page = null;
        if (isPage && root is null)
            root = page = Known(context, target);
        else if (isPage && root!.Target != target)
        {
            if (root.Popups.Count >= MostPopups)
            {
                _tools.Send("Target.closeTarget", json => json.WriteString("targetId", target));
                return;
            }
            root.Opened(page = new BrowserPage(_tools, context, target, root.Record));
        }
        else if (isPage)
            page = root;
        if (root is not null)
            _bySession[session] = (root, page);
        foreach (string room in (string[])["Page.enable", "Inspector.enable", "Runtime.enable", "Network.enable"])
            _tools.Send(room, session: session);
        _tools.Send("Target.setAutoAttach", AutoAttach, session);
        _tools.Send("Runtime.runIfWaitingForDebugger", session: session);
        page?.Attach(session);
    }

    private void Detached(string session)
    {
        if (
            _bySession.Remove(session, out (BrowserPage Root, BrowserPage? Page) of)
            && of.Page is { } page
            && page != of.Root
        )
            of.Root.Closed(page.Target);
    }
}

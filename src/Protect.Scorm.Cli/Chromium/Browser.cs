using System.Diagnostics;
using System.Text.Json;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>
/// Headless Chromium with a temporary profile that can reach one server only. Several pages may be open in parallel;
/// they share no storage. Always dispose it: this ends the process and deletes the profile.
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

    /// <summary>True after the browser has ended for any reason. It answers no commands any more.</summary>
    public bool IsGone => _tools.Closed.IsCompleted;

    /// <summary>True if the browser runs without its sandbox.</summary>
    public bool IsWithoutSandbox { get; private init; }

    /// <summary>Starts a browser. Root gets one with a sandbox wherever the system allows it.</summary>
    /// <param name="path">Executable (<see cref="ChromiumPath"/>).</param>
    /// <param name="onlyServer">Host and port of the only server that pages can reach; null for none.</param>
    /// <param name="stop">Cancels the start.</param>
    /// <param name="byPipe">True for pipes, false for a port; null for pipes wherever the system supports them.</param>
    /// <param name="within">Longest time to wait for an answer; by default that of a busy machine.</param>
    /// <exception cref="BrowserStartException">The browser did not start; the message says what to do.</exception>
    public static async Task<Browser> Launch(
        string path,
        string? onlyServer,
        CancellationToken stop,
        bool? byPipe = null,
        TimeSpan? within = null
    )
    {
        bool isRoot = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;
        bool hasFailed = false;
        foreach (BrowserSandbox sandbox in BrowserSandboxes.ToTry(isRoot))
        {
            try
            {
                Browser browser = await Launch(
                    path,
                    onlyServer,
                    byPipe,
                    within ?? BrowserProcess.StartingTime,
                    sandbox,
                    stop
                );
                if (hasFailed)
                    BrowserSandboxes.NamespaceFails();
                return browser;
            }
            catch (BrowserStartException fault) when (fault.HasEnded && sandbox == BrowserSandbox.UserNamespace)
            {
                hasFailed = true;
            }
        }
        throw new UnreachableException();
    }

    private static async Task<Browser> Launch(
        string path,
        string? onlyServer,
        bool? byPipe,
        TimeSpan within,
        BrowserSandbox sandbox,
        CancellationToken stop
    )
    {
        BrowserProcess process = BrowserProcess.Start(path, onlyServer, byPipe, sandbox);
        var browser = new Browser(process, onlyServer) { IsWithoutSandbox = sandbox == BrowserSandbox.Off };
        try
        {
            browser._tools = new DevTools(await process.Link(within, stop), browser.Take);
            await browser._tools.Ask("Browser.getVersion", within: within, stop: stop);
            await browser._tools.Ask(
                "Browser.setDownloadBehavior",
                json => json.WriteString("behavior", "deny"),
                within: within,
                stop: stop
            );
            await browser._tools.Ask("Target.setAutoAttach", AutoAttach, within: within, stop: stop);
            return browser;
        }
        catch (Exception fault) when (fault is DevToolsException or TimeoutException or IOException)
        {
            bool hasEnded = await process.HasEnded();
            string errors = process.LastErrors;
            await browser.DisposeAsync();
            throw hasEnded
                ? new BrowserStartException(
                    $"“{path}” ended while it was starting. {(errors.Length > 0 ? errors : fault.Message)}"
                )
                {
                    HasEnded = true,
                }
                : new BrowserStartException(
                    $"“{path}” did not answer in {within.TotalSeconds:0} s. Try again when the machine is less busy, "
                        + $"or set {ChromiumPath.Variable} to the path of another browser."
                );
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens an empty page with its own storage. Sizes are in CSS pixels.</summary>
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
        // Events of the new page may arrive before the answer to this command; Attached then registers the page.
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
        // End the process first: otherwise a busy page could block the reader of the pipe.
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

    private void Take(DevToolsEvent notification)
    {
        lock (_byContext)
        {
            if (notification.Method == "Target.attachedToTarget")
                Attached(notification.Values);
            else if (notification.Method == "Target.detachedFromTarget")
                Detached(notification.Values.Text("sessionId"));
            else if (_bySession.TryGetValue(notification.Session, out (BrowserPage Root, BrowserPage? Page) of))
            {
                of.Root.Record.Take(notification);
                of.Page?.Take(notification);
            }
        }
    }

    /// <summary>
    /// Registers a new target, which is paused: a page, a window it opened, a frame in another process, or a worker.
    /// </summary>
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
        foreach (string domain in (string[])["Page", "Inspector", "Runtime", "Network", "Log"])
            _tools.Send($"{domain}.enable", session: session);
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

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Cli.Play;

/// <summary>
/// Launches a package once in a new page, runs the scripted learner in it, and returns a trace. The time is bounded,
/// even for a hostile package.
/// </summary>
/// <param name="folder">Folder of the server with the files of the package.</param>
internal sealed class Launcher(
    Browsers browsers,
    PlayServer server,
    PlayedPackage package,
    string folder = PlayServer.Course
)
{
    private const string World = "protect-learner";

    /// <summary>Script that waits up to 1.5 s for content of a new window; some windows stay empty.</summary>
    private const string HasContent = """
        new Promise(done => {
          let n = 0;
          const look = () =>
            document.body?.innerText.trim() || frames.length ? done(true)
            : ++n > 15 ? done(false)
            : setTimeout(look, 100);
          look();
        })
        """;

    private const int MostRequests = 2000;

    /// <summary>
    /// Time without an answer after which a page has stopped responding; time for a package to load; time of the
    /// learner in addition to that of the order.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10),
        Loading = TimeSpan.FromSeconds(20),
        LoadedForLong = TimeSpan.FromSeconds(5),
        Reserve = TimeSpan.FromSeconds(40),
        Pace = TimeSpan.FromMilliseconds(100);
    private static readonly Lazy<string> Learner = new(() =>
        Encoding.UTF8.GetString(SourceFolder.Embedded("bundle").Read("play-learner.js"))
    );

    /// <summary>Plays one launch and returns its trace.</summary>
    /// <exception cref="BrowserStartException">No browser can be started.</exception>
    public async Task<TraceLaunch> Play(LaunchOrder order, CancellationToken stop)
    {
        var recorder = new Recorder();
        var launch = new TraceLaunch { Kind = order.Kind, Part = order.Part?.Title };
        Browser browser = await browsers.Ready(stop);
        BrowserPage? page = null;
        bool isOpen = false;
        try
        {
            page = await browser.NewPage(stop);
            await page.Bind("protectReport", recorder.AddCall, stop);
            await page.Navigate(server.LmsPage, DevTools.Patience, stop);
            int world = await page.OwnWorld(World, stop);
            await page.Bind("protectAct", recorder.AddAct, stop, World);
            await page.Evaluate(Learner.Value, DevTools.Patience, stop, world);
            recorder.Began();
            isOpen = true;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            Task<LaunchEnding> watch = Watch(page, recorder, order, limit.Token);
            Task<TraceLaunch> play = Learn(page, world, recorder, order, launch, limit.Token);
            if (await Task.WhenAny(play, watch) == watch)
                launch = launch with { Ending = await watch };
            else
                launch = await play;
            await limit.CancelAsync();
            if (launch.Ending == LaunchEnding.Flooded)
                await Task.Delay(Pace * 5, stop); // an open dialog must be answered before the page is closed
            if (launch.IsSound)
                launch = launch with { Ending = await Leave(page, recorder, order, launch.IsOwn, stop) };
        }
        catch (TimeoutException)
        {
            launch = launch with { Ending = isOpen ? LaunchEnding.Hung : LaunchEnding.Slow };
        }
        catch (DevToolsException)
        {
            launch = launch with
            {
                Ending =
                    page?.Record.IsCrashed == true ? LaunchEnding.Crashed
                    : browser.IsGone ? LaunchEnding.BrowserEnded
                    : isOpen ? LaunchEnding.Replaced
                    : LaunchEnding.Slow,
            };
        }
        if (page is not null)
            await page.DisposeAsync();
        if (launch.Ending == LaunchEnding.Slow)
            await browsers.Drop(browser);
        return launch with
        {
            Milliseconds = Math.Round(recorder.Milliseconds),
            HasFoundApi = recorder.HasFoundApi,
            Calls = recorder.Calls,
            Acts = recorder.Acts,
            Stored = recorder.Stored,
            Errors = page?.Record.Errors.First ?? [],
            Dialogs = page?.Record.Dialogs.First ?? [],
            Outside = page?.Record.Outside.First ?? [],
            Popups = page?.Record.Popups.First ?? [],
            BlockedForms = page?.Record.BlockedForms.Count ?? 0,
        };
    }

    /// <summary>Opens the package, and runs the learner in the page and then in each window that it opened.</summary>
    private async Task<TraceLaunch> Learn(
        BrowserPage page,
        int world,
        Recorder recorder,
        LaunchOrder order,
        TraceLaunch launch,
        CancellationToken stop
    )
    {
        LmsOpening opening = order.Opening(folder + (order.Part?.Href ?? package.Href), package.IsScorm2004);
        await page.Evaluate($"protectOpen({Json(opening, PlayJson.Default.LmsOpening)})", Patience, stop);
        bool isLoaded = await Load(page, world, recorder, stop);
        LearnerOutcome outcome = await Run(page, world, order, stop);
        foreach (BrowserPage popup in page.Popups)
        {
            if ((await popup.Evaluate(HasContent, Patience, stop)).ValueKind != JsonValueKind.True)
                continue;
            int own = await popup.OwnWorld(World, stop);
            await popup.Bind("protectAct", recorder.AddAct, stop, World);
            await popup.Evaluate(Learner.Value, Patience, stop, own);
            outcome = await Run(popup, own, order, stop);
        }
        // LMSs and tests wait 20 seconds for the first call.
        if (order.AwaitsCalls && !package.IsAsset)
            while (recorder.Calls.Count == 0 && recorder.Milliseconds < Loading.TotalMilliseconds)
                await Task.Delay(Pace, stop);
        return launch with
        {
            IsLoaded = isLoaded,
            End = outcome.End,
            IsOwn = outcome.Own,
            Start = outcome.Start,
            Place = outcome.Place,
            Progress = outcome.Progress,
        };
    }

    /// <summary>
    /// Waits until the documents of the package are loaded and its network is quiet; a network that never becomes quiet
    /// delays it by 5 seconds. Returns false if the package was not loaded in time.
    /// </summary>
    private static async Task<bool> Load(BrowserPage page, int world, Recorder recorder, CancellationToken stop)
    {
        double? loaded = null;
        while (recorder.Milliseconds < Loading.TotalMilliseconds)
        {
            JsonElement answer = await page.Evaluate("learner.isLoaded()", Patience, stop, world);
            double now = recorder.Milliseconds;
            loaded = answer.ValueKind == JsonValueKind.True ? loaded ?? now : null;
            if (loaded is { } since && (page.Record.IsNetworkQuiet || now - since > LoadedForLong.TotalMilliseconds))
                return true;
            await Task.Delay(Pace, stop);
        }
        return loaded is not null;
    }

    private static async Task<LearnerOutcome> Run(
        BrowserPage page,
        int world,
        LaunchOrder order,
        CancellationToken stop
    )
    {
        JsonElement result = await page.Evaluate(
            $"learner.run({Json(order.Task, PlayJson.Default.LearnerTask)})",
            TimeSpan.FromSeconds(order.Seconds) + Reserve,
            stop,
            world
        );
        return result.Deserialize(PlayJson.Default.LearnerOutcome) ?? new LearnerOutcome();
    }

    /// <summary>
    /// Watches whether the page still responds, and whether calls, dialogs or requests exceed their limits.
    /// </summary>
    private static async Task<LaunchEnding> Watch(
        BrowserPage page,
        Recorder recorder,
        LaunchOrder order,
        CancellationToken stop
    )
    {
        double most = (TimeSpan.FromSeconds(order.Seconds) + Loading + Reserve + Patience).TotalMilliseconds;
        DateTime answered = DateTime.UtcNow;
        Task<JsonElement>? asked = null;
        while (true)
        {
            try
            {
                await Task.Delay(Pace, stop);
            }
            catch (OperationCanceledException)
            {
                return LaunchEnding.Closed;
            }
            if (page.Record.IsCrashed)
                return LaunchEnding.Crashed;
            if (
                recorder.IsFlooded
                || page.Record.Dialogs.Count > BrowserPage.MostDialogs
                || page.Record.Outside.Count > MostRequests
            )
                return LaunchEnding.Flooded;
            if (recorder.Milliseconds > most)
                return LaunchEnding.Hung;
            asked ??= page.Evaluate("1", Patience * 3, stop);
            if (asked.IsCompleted)
                (asked, answered) = (null, DateTime.UtcNow);
            else if (DateTime.UtcNow - answered > Patience)
                return LaunchEnding.Hung;
        }
    }

    private static async Task<LaunchEnding> Leave(
        BrowserPage page,
        Recorder recorder,
        LaunchOrder order,
        bool isOwn,
        CancellationToken stop
    )
    {
        // Our own courses commit soon; a busy machine may need longer. Other packages may never commit.
        int most =
            isOwn ? 150
            : order.IsKilled ? 40
            : 20;
        for (int waits = 0; waits < most && !recorder.IsQuiet; waits++)
            await Task.Delay(Pace, stop);
        if (order.IsKilled)
        {
            page.Kill();
            for (int waits = 0; waits < 10 && !page.Record.IsCrashed; waits++)
                await Task.Delay(Pace, stop);
            return LaunchEnding.Killed;
        }
        foreach (BrowserPage popup in page.Popups)
            await popup.Close(stop);
        await page.Evaluate("protectClose()", Patience, stop);
        return LaunchEnding.Closed;
    }

    private static string Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}

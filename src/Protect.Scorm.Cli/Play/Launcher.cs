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
internal sealed class Launcher(Browsers browsers, PlayServer server, PlayedPackage package)
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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10),
        Pace = TimeSpan.FromMilliseconds(100);
    private static readonly Lazy<string> Learner = new(() =>
        Encoding.UTF8.GetString(SourceFolder.Embedded("bundle").Read("play-learner.js"))
    );

    /// <summary>Plays one launch and returns its trace.</summary>
    public async Task<TraceLaunch> Play(LaunchOrder order, CancellationToken stop)
    {
        (Browser browser, BrowserPage opened) = await NewPage(stop);
        await using BrowserPage page = opened;
        var recorder = new Recorder();
        var launch = new TraceLaunch { Kind = order.Kind };
        try
        {
            await page.Bind("protectReport", recorder.AddCall, stop);
            await page.Navigate(server.LmsPage, Patience, stop);
            recorder.Began();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            Task<LaunchEnding> watch = Watch(page, recorder, order, limit.Token);
            Task<TraceLaunch> play = Learn(page, recorder, order, launch, limit.Token);
            if (await Task.WhenAny(play, watch) == watch)
                launch = launch with { Ending = await watch };
            else
                launch = await play;
            await limit.CancelAsync();
            if (launch.Ending == LaunchEnding.Flooded)
                await Task.Delay(Pace * 5, stop); // an open dialog must be answered before the page is closed
            if (launch.IsSound)
                launch = launch with { Ending = await Leave(page, recorder, order, stop) };
        }
        catch (TimeoutException)
        {
            launch = launch with { Ending = LaunchEnding.Hung };
        }
        catch (DevToolsException)
        {
            launch = launch with
            {
                Ending =
                    page.Record.IsCrashed ? LaunchEnding.Crashed
                    : browser.IsGone ? LaunchEnding.Flooded
                    : LaunchEnding.Replaced,
            };
        }
        return launch with
        {
            Milliseconds = Math.Round(recorder.Milliseconds),
            Calls = recorder.Calls,
            Acts = recorder.Acts,
            Stored = recorder.Stored,
            Errors = page.Record.Errors.First,
            Dialogs = page.Record.Dialogs.First,
            Outside = page.Record.Outside.First,
            Popups = page.Record.Popups.First,
        };
    }

    /// <summary>
    /// Opens a page. Another launch running in parallel may have crashed the browser; then it is restarted once.
    /// </summary>
    private async Task<(Browser, BrowserPage)> NewPage(CancellationToken stop)
    {
        Browser browser = await browsers.Ready(stop);
        try
        {
            return (browser, await browser.NewPage(stop));
        }
        catch (DevToolsException) when (browser.IsGone)
        {
            browser = await browsers.Ready(stop);
            return (browser, await browser.NewPage(stop));
        }
    }

    /// <summary>Runs the learner in the page, and then in each window that it opened.</summary>
    private async Task<TraceLaunch> Learn(
        BrowserPage page,
        Recorder recorder,
        LaunchOrder order,
        TraceLaunch launch,
        CancellationToken stop
    )
    {
        await page.Evaluate(
            $"protectOpen({Json(order.Opening("/course/" + package.Href), PlayJson.Default.LmsOpening)})",
            Patience,
            stop
        );
        LearnerOutcome outcome = await Run(page, recorder, order, stop);
        foreach (BrowserPage popup in page.Popups)
        {
            if ((await popup.Evaluate(HasContent, Patience, stop)).ValueKind == JsonValueKind.True)
                outcome = await Run(popup, recorder, order, stop);
        }
        return launch with
        {
            End = outcome.End,
            IsOwn = outcome.Own,
            Start = outcome.Start,
            Place = outcome.Place,
            Progress = outcome.Progress,
        };
    }

    private static async Task<LearnerOutcome> Run(
        BrowserPage page,
        Recorder recorder,
        LaunchOrder order,
        CancellationToken stop
    )
    {
        int world = await page.OwnWorld(World, stop);
        await page.Bind("protectAct", recorder.AddAct, stop, World);
        await page.Evaluate(Learner.Value, Patience, stop, world);
        JsonElement result = await page.Evaluate(
            $"learner.run({Json(order.Task, PlayJson.Default.LearnerTask)})",
            TimeSpan.FromSeconds(order.Seconds) + Patience,
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
            if (
                recorder.Milliseconds
                > TimeSpan.FromSeconds(order.Seconds).TotalMilliseconds + (3 * Patience.TotalMilliseconds)
            )
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
        CancellationToken stop
    )
    {
        for (int waits = 0; waits < 40 && !recorder.IsQuiet && (order.IsKilled || waits < 20); waits++)
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

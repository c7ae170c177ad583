using System.Text;
using System.Text.Json;
using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Play;

/// <summary>Launches a package once in a page of its own, lets the learner loose in it, and tells what happened. It ends in bounded time whatever is played.</summary>
internal sealed class Launcher(Browsers browsers, PlayServer server, PlayedPackage package)
{
    private const string World = "protect-learner";

    /// <summary>A window may need a moment until something is in it, and some stay empty.</summary>
    private const string HasContent =
        "new Promise(done => { let n = 0; const look = () => document.body?.innerText.trim() || frames.length ? done(true) : ++n > 15 ? done(false) : setTimeout(look, 100); look(); })";

    private const int MostRequests = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10),
        Pace = TimeSpan.FromMilliseconds(100);
    private static readonly Lazy<string> Learner = new(() =>
        Encoding.UTF8.GetString(SourceFolder.Embedded("bundle").Read("play-learner.js"))
    );

    public async Task<TraceLaunch> Play(LaunchOrder order, CancellationToken stop)
    {
        (Browser browser, BrowserPage opened) = await NewPage(stop);
        await using BrowserPage page = opened;
        var recorder = new Recorder();
        var launch = new TraceLaunch { Kind = order.Kind };
        try
        {
            await page.Bind("protectTold", recorder.Told, stop);
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
                await Task.Delay(Pace * 5, stop); // a message that is open now is answered before the page is closed
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
            Milliseconds = recorder.Milliseconds,
            Calls = recorder.Calls,
            Acts = recorder.Acts,
            Stored = recorder.Stored,
            Errors = page.Record.Errors.First,
            Dialogs = page.Record.Dialogs.First,
            Outside = page.Record.Outside.First,
            Popups = page.Record.Popups.First,
        };
    }

    /// <summary>What is played beside this one may bring the browser down: then another one is started, once.</summary>
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

    /// <summary>The learner in the page, and then in each window that it opened.</summary>
    private async Task<TraceLaunch> Learn(
        BrowserPage page,
        Recorder recorder,
        LaunchOrder order,
        TraceLaunch launch,
        CancellationToken stop
    )
    {
        await page.Evaluate(
            $"protectOpen({Json(json => order.WriteOpening(json, "/course/" + package.Href))})",
            Patience,
            stop
        );
        JsonElement said = await Run(page, recorder, order, stop);
        foreach (BrowserPage popup in page.Popups)
        {
            if ((await popup.Evaluate(HasContent, Patience, stop)).ValueKind == JsonValueKind.True)
                said = await Run(popup, recorder, order, stop);
        }
        return launch with
        {
            End = said.Text("end"),
            IsOwn = said.TryGetProperty("own", out JsonElement own) && own.ValueKind == JsonValueKind.True,
            Start = Place(said, "start"),
            Place = Place(said, "place"),
            Progress = said.Text("progress"),
        };
    }

    private async Task<JsonElement> Run(BrowserPage page, Recorder recorder, LaunchOrder order, CancellationToken stop)
    {
        int world = await page.OwnWorld(World, stop);
        await page.Bind("protectAct", recorder.Acted, stop, World);
        await page.Evaluate(Learner.Value, Patience, stop, world);
        return await page.Evaluate(
            $"learner.run({Json(order.WriteErrand)})",
            TimeSpan.FromSeconds(order.Seconds) + Patience,
            stop,
            world
        );
    }

    /// <summary>Looks whether the page still answers, and whether anything has no end.</summary>
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

    private async Task<LaunchEnding> Leave(
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

    private static TracePlace? Place(JsonElement said, string name) =>
        said.TryGetProperty(name, out JsonElement place)
            ? new TracePlace(place.Text("address"), place.Text("text"))
            : null;

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

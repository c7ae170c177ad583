using System.Text;
using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Xunit.Abstractions;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Packages played by the command's own DevTools client, without Playwright.</summary>
[Collection(Alone.Name)]
public sealed class ScriptedLearnerTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static string Path => ChromiumPath.Find(out string why) ?? throw new InvalidOperationException(why);

    private static PlayedPackage Package(string course)
    {
        IReadOnlyDictionary<string, byte[]> files = Courses.FilesOf(Courses.Of(course));
        return PlayedPackage.Of(course, files.GetValueOrDefault)!;
    }

    [Theory(
        DisplayName = "The client runs scripts in and next to the page, reports calls, reaches one server only and "
            + "leaves nothing behind"
    )]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Client(bool byPipe)
    {
        string[] before = Profiles();
        Dictionary<string, string> files = new()
        {
            ["a.html"] = "<!doctype html><title>A</title><p>Hello</p><script>window.mine = 7</script>",
        };
        await using (
            PlayServer server = await PlayServer.Start(
                name => files.TryGetValue(name, out string? text) ? Encoding.UTF8.GetBytes(text) : null,
                default
            )
        )
        await using (
            Cli.Chromium.Browser browser = await Cli.Chromium.Browser.Launch(Path, server.Host, default, byPipe)
        )
        {
            BrowserPage page = await browser.NewPage(default);
            var heard = new List<string>();
            await page.Bind("tell", heard.Add, default);
            await page.Navigate($"http://{server.Host}/course/a.html", Soon, default);
            Assert.Equal("A 7", (await page.Evaluate("document.title + ' ' + mine", Soon, default)).GetString());
            int world = await page.OwnWorld("ours", default);
            Assert.Equal(
                "A undefined",
                (await page.Evaluate("document.title + ' ' + typeof mine", Soon, default, world)).GetString()
            );
            Assert.Equal(
                3,
                (
                    await page.Evaluate("new Promise(done => { alert('stop'); tell('é'); done(3) })", Soon, default)
                ).GetInt32()
            );
            Assert.Equal(["é"], heard);
            Assert.Contains(
                "ReferenceError",
                (
                    await Assert.ThrowsAsync<DevToolsException>(() => page.Evaluate("nothing.there", Soon, default))
                ).Message
            );
            foreach (
                string outside in (string[])
                    ["https://example.org/x", "http://127.0.0.1:1/y", $"http://localhost:{server.Host.Split(':')[1]}/z"]
            )
                Assert.Equal(
                    "refused",
                    (
                        await page.Evaluate(
                            $"fetch('{outside}').then(r => r.status === 403 ? 'refused' : 'reached', () => 'refused')",
                            Soon,
                            default
                        )
                    ).GetString()
                );
            await page.Evaluate(
                "setTimeout(() => { throw new Error('mine') }); new Promise(done => setTimeout(done, 50))",
                Soon,
                default
            );
            Assert.Equal(["alert: stop"], page.Record.Dialogs.First);
            Assert.Equal(["https://example.org/x", "http://127.0.0.1:1/y"], page.Record.Outside.First.Take(2));
            Assert.Contains("Error: mine", page.Record.Errors.First);
            await Assert.ThrowsAsync<TimeoutException>(() =>
                page.Evaluate("for (;;);", TimeSpan.FromSeconds(1), default)
            );
        }
        Assert.Empty(Profiles().Except(before)); // leftovers of killed commands may go
    }

    [Fact(DisplayName = "The scripted learner passes the smallest course, with the answers it holds")]
    public async Task Pass()
    {
        Trace trace = await Journey("hello", "pass");
        Assert.Equal(
            ("completed", "100 (0 to 100)"),
            (Recorded.Of(trace.Launches[0]).Status, Recorded.Of(trace.Launches[0]).Score)
        );
        Assert.Equal("LMSFinish", trace.Launches[0].Asked.Last().Name);
    }

    [Fact(DisplayName = "The scripted learner answers every kind wrong and fails the course after the last attempt")]
    public async Task Fail()
    {
        TraceLaunch launch = (await Journey("showcase", "fail")).Launches[0];
        Recorded recorded = Recorded.Of(launch);
        Assert.Equal(("failed", "0 (0 to 100)"), (recorded.Status, recorded.Score));
        Assert.Equal(3, launch.Acts.Count(act => act.What == "submitted the answers: not passed"));
        Assert.DoesNotContain(recorded.Interactions, one => one.Result == "correct");
    }

    [Fact(DisplayName = "Killed and relaunched, a course resumes, and every kind of question is answered right")]
    public async Task Resume()
    {
        Trace trace = await Journey("showcase", "resume");
        Assert.Equal((LaunchEnding.Killed, LaunchEnding.Closed), (trace.Launches[0].Ending, trace.Launches[1].Ending));
        Assert.Contains("final-questions", trace.Launches[0].Progress);
        Assert.Equal(trace.Launches[0].Progress, trace.Launches[1].Progress);
        Recorded recorded = Recorded.Of(trace.Launches[1]);
        Assert.Equal(("passed", "100 (0 to 100)"), (recorded.Status, recorded.Score));
        Assert.DoesNotContain(recorded.Interactions, one => one.Result == "wrong");
        Assert.True(recorded.Interactions.Select(one => one.Type).Distinct().Count() >= 7);
    }

    [Fact(DisplayName = "Our own package breaks no run rule in any launch, within its time limit")]
    public async Task Own()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Trace trace = await new Run(Path, Package("hello")).Everything(default);
        output.WriteLine($"{trace.Launches.Count} launches in {watch.Elapsed.TotalSeconds:0.0} s");
        var bag = new FindingBag();
        RunReport run = RunReport.Of(trace, bag);
        Assert.Empty(bag.Sorted.Select(finding => $"{finding.Rule.Slug} {finding.Message}"));
        Assert.All(trace.Launches, launch => Assert.True(launch.IsSound, $"{launch.Kind}: {launch.Ending}"));
        Assert.Equal(
            (Observed.Yes, Observed.Yes, Observed.Yes, Observed.Yes, Observed.No),
            (
                run.Facts.Initializes,
                run.Facts.SavesBeforeLeaving,
                run.Facts.Finishes,
                run.Facts.SurvivesLostCommits,
                run.Facts.AsksOutside
            )
        );
    }

    [Fact(DisplayName = "A package of another tool is played without an answer key, and its faults are found")]
    public async Task Stranger()
    {
        PlayedPackage package = Made("index.html", ("index.html", StrangerPage), ("script.js", StrangerScript));
        var bag = new FindingBag();
        Trace trace = await new Run(Path, package).Everything(default);
        RunReport run = RunReport.Of(trace, bag);
        foreach (TraceLaunch launch in trace.Launches)
            output.WriteLine(
                $"{launch.Kind} {launch.Ending} {launch.End} {string.Join(" | ", launch.Acts.Select(act => act.What))} "
                    + $"{string.Join(" | ", launch.Errors)}"
            );
        string[] broken = [.. bag.Sorted.Select(finding => finding.Rule.Slug).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["T04", "T16", "T19", "T20", "T21", "T22", "T27", "T28"], broken);
        Assert.False(trace.Launches[0].IsOwn);
        Assert.Contains("pressed “Suivant”", trace.Launches[0].Acts.Select(act => act.What));
        Assert.Contains("chose the first option of “q”", trace.Launches[0].Acts.Select(act => act.What));
        Assert.Equal(["incomplete", "completed"], run.Facts.Statuses.Take(2));
        Assert.Equal(
            (Observed.Yes, Observed.No, Observed.No),
            (run.Facts.AsksOutside, run.Facts.Resumes, run.Facts.SavesBeforeLeaving)
        );
    }

    [Fact(
        DisplayName = "Endless loops, floods, huge values and pages that replace the LMS end soon, each with its "
            + "reason"
    )]
    public async Task Hostile()
    {
        const string begin = "const api = parent.API; api && api.LMSInitialize('');";
        // Three packages share a browser: if one crashes it, the others end with it.
        (string Name, string Script, LaunchEnding[] Endings)[] pages =
        [
            ("loop", begin + "for (;;);", [LaunchEnding.Hung, LaunchEnding.BrowserEnded]),
            ("messages", begin + "for (;;) alert('x');", [LaunchEnding.Flooded, LaunchEnding.BrowserEnded]),
            (
                "windows",
                begin
                    + "document.body.innerHTML = '<button>Next</button>'; "
                    + "document.querySelector('button').onclick = () => "
                    + "{ for (let i = 0; i < 30; i++) open('about:blank#' + i) };",
                [LaunchEnding.Closed, LaunchEnding.BrowserEnded]
            ),
            (
                "requests",
                begin
                    + "document.body.textContent = 'x'; setInterval(() => { "
                    + "for (let i = 0; i < 100; i++) new Image().src = 'https://example.org/' + Math.random() }, 1);",
                [LaunchEnding.Flooded, LaunchEnding.Closed]
            ),
            (
                "calls",
                begin + "for (;;) api.LMSSetValue('cmi.suspend_data', 'x');",
                [LaunchEnding.Flooded, LaunchEnding.Hung]
            ),
            (
                "values",
                begin
                    + "document.body.textContent = 'x'; "
                    + "for (let i = 0; i < 5; i++) api.LMSSetValue('cmi.suspend_data', 'x'.repeat(2e7));",
                [LaunchEnding.Closed, LaunchEnding.Hung]
            ),
            ("aside", begin + "top.location = '/course/other.html';", [LaunchEnding.Replaced]),
            (
                "leaving",
                begin
                    + "document.body.textContent = 'x'; "
                    + "onbeforeunload = (e) => { e.preventDefault(); e.returnValue = 'no' };",
                [LaunchEnding.Closed]
            ),
            (
                "forged",
                "document.body.textContent = 'x'; for (const line of ['', '{', '{\"kind\":1}', '{\"kind\":\"call\"}', "
                    + "'[]', '{\"kind\":\"call\",\"name\":\"X\",\"args\":7}']) parent.protectReport(line);",
                [LaunchEnding.Closed, LaunchEnding.Flooded]
            ),
        ];
        PlayedPackage package = Made(
            "loop.html",
            [
                ("other.html", "<p>Other</p>"),
                .. pages.Select(page => ($"{page.Name}.html", $"<!doctype html><body><script>{page.Script}</script>")),
            ]
        );
        await using PlayServer server = await PlayServer.Start(package.Read, default);
        await using var browsers = new Browsers(Path, server.Host);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var launches = new List<TraceLaunch>();
        foreach (var some in pages.Chunk(3))
            launches.AddRange(
                await Task.WhenAll(
                    some.Select(page =>
                        new Launcher(browsers, server, package with { Href = page.Name + ".html" }).Play(
                            new LaunchOrder(LaunchKind.Plain, "standard", LearnerGoal.Pass, 4, 20),
                            default
                        )
                    )
                )
            );
        for (int i = 0; i < pages.Length; i++)
            output.WriteLine(
                $"{pages[i].Name}: {launches[i].Ending} after {launches[i].Milliseconds:0} ms, "
                    + $"{launches[i].Calls.Count} calls, {launches[i].Dialogs.Count} messages, "
                    + $"{launches[i].Outside.Count} requests, {launches[i].Popups.Count} windows"
            );
        for (int i = 0; i < pages.Length; i++)
            Assert.Contains(launches[i].Ending, pages[i].Endings);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(45), $"{watch.Elapsed}");
        Assert.NotEmpty(launches[2].Popups);
        Assert.Equal(20_000_000, launches[5].Sets.First().Arguments[1].Length);
        Assert.Equal("beforeunload: ", launches[7].Dialogs.FirstOrDefault() ?? "beforeunload: ");
    }

    private static string[] Profiles() =>
        [
            .. Directory
                .EnumerateDirectories(System.IO.Path.GetTempPath(), "protect-scorm-browser-*")
                .Order(StringComparer.Ordinal),
        ];

    private async Task<Trace> Journey(string course, string journey)
    {
        Trace trace = await new Run(Path, Package(course)).Journey(journey, "moodle", default);
        foreach (TraceLaunch launch in trace.Launches)
            output.WriteLine(
                $"{launch.Kind}: {launch.Ending}, {launch.End}, {launch.Milliseconds:0} ms, {launch.Calls.Count} calls"
            );
        Assert.Null(Journeys.Unmet(journey, trace));
        Assert.All(trace.Launches, launch => Assert.Empty(launch.Errors.Concat(launch.Outside).Concat(launch.Dialogs)));
        Assert.All(
            trace.Launches,
            launch =>
                Assert.Empty(
                    launch
                        .Calls.Where(call => call.Error != "0")
                        .Select(call => $"{call.Name} {call.Element} {call.Error}")
                )
        );
        return trace;
    }

    private static PlayedPackage Made(string href, params (string Name, string Text)[] files)
    {
        var all = files.ToDictionary(file => file.Name, file => Encoding.UTF8.GetBytes(file.Text));
        all["imsmanifest.xml"] = Encoding.UTF8.GetBytes(
            "<manifest xmlns:adlcp=\"a\"><organizations><organization><title>T</title><item identifierref=\"r\"/>"
                + "</organization></organizations><resources>"
                + $"<resource identifier=\"r\" href=\"{href}\" adlcp:scormtype=\"sco\"/></resources></manifest>"
        );
        return PlayedPackage.Of("made.zip", all.GetValueOrDefault)!;
    }

    private const string StrangerPage = """
        <!doctype html><meta charset="utf-8"><title>Lift</title><img src="https://example.org/pixel.png" alt="">
        <section><h1>First words of a course on lifting boxes</h1><button onclick="turn()">Suivant</button></section>
        <section hidden><h1>Second screen about knees and backs</h1><button onclick="turn()">Suivant</button></section>
        <section hidden><h1>Which muscle works hardest here?</h1>
        <label><input type="radio" name="q" value="1">Legs</label>
        <label><input type="radio" name="q" value="2">Arms</label>
        <button onclick="turn()">Valider</button></section>
        <section hidden><h1>Thank you, that is all there was</h1></section>
        <script src="script.js"></script>
        """;

    private const string StrangerScript = """
        let api = null;
        for (let w = window; !api; w = w.parent) { api = w.API; if (w === w.parent) break; }
        if (!api) throw new Error("No LMS");
        api.LMSInitialize("");
        api.LMSSetValue("cmi.core.lesson_status", "incomplete");
        api.LMSCommit("");
        let at = 0;
        const all = document.querySelectorAll("section");
        function turn() {
          all[at].hidden = true;
          all[++at].hidden = false;
          if (at === 3) {
            api.LMSSetValue("cmi.core.score.raw", 50);
            api.LMSSetValue("cmi.core.lesson_status", "completed");
          }
        }
        addEventListener("pagehide", () => api.LMSFinish(""));
        """;
}

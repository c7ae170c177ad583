using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Xunit.Abstractions;
using Trace = Protect.Scorm.Inspecting.Running.Trace;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Packages of other tools in the headless browser: standards, frames, slow pages, lost browsers.</summary>
[Collection(Alone.Name)]
public sealed class PlayedPackageTests(ITestOutputHelper output) : IDisposable
{
    private const string Climb =
        "for (var w = window, api = null; !api; w = w.parent) { api = w[API]; if (w === w.parent) break; } ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("protect-scorm-");

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Browser => ChromiumPath.Find(out string why) ?? throw new InvalidOperationException(why);

    /// <summary>Makes a package with one item per address.</summary>
    private static Dictionary<string, byte[]> Files(
        bool is2004,
        string[] addresses,
        params (string Name, string Text)[] files
    )
    {
        var all = files.ToDictionary(file => file.Name, file => Encoding.UTF8.GetBytes(file.Text));
        string items = string.Concat(
                addresses.Select(
                    (_, at) => $"<item identifier=\"i{at}\" identifierref=\"r{at}\"><title>Part {at}</title></item>"
                )
            ),
            resources = string.Concat(
                addresses.Select(
                    (address, at) => $"<resource identifier=\"r{at}\" type=\"webcontent\" href=\"{address}\"/>"
                )
            ),
            version = is2004 ? "2004 4th Edition" : "1.2";
        all["imsmanifest.xml"] = Encoding.UTF8.GetBytes(
            "<manifest identifier=\"m\"><metadata><schema>ADL SCORM</schema>"
                + $"<schemaversion>{version}</schemaversion></metadata><organizations default=\"o\">"
                + $"<organization identifier=\"o\"><title>T</title>{items}</organization></organizations>"
                + $"<resources>{resources}</resources></manifest>"
        );
        return all;
    }

    private static PlayedPackage Package(bool is2004, string[] addresses, params (string Name, string Text)[] files) =>
        PlayedPackage.Of("made.zip", Files(is2004, addresses, files).GetValueOrDefault)!;

    private async Task<(Trace Trace, string[] Broken)> Check(PlayedPackage package)
    {
        Trace trace = await new Run(Browser, package).Everything(default);
        foreach (TraceLaunch launch in trace.Launches)
            output.WriteLine(
                $"{launch.Kind} {launch.Part} {launch.Ending} loaded {launch.IsLoaded}, {launch.Calls.Count} calls, "
                    + $"{launch.BlockedForms} forms, {string.Join(" | ", launch.Acts.Select(act => act.What))}; "
                    + $"“{launch.Place?.Text}” {string.Join(" | ", launch.Errors)}"
            );
        var bag = new FindingBag();
        RunInspector.Inspect(trace, bag);
        foreach (Finding finding in bag.Sorted)
            output.WriteLine($"{finding.Rule.Slug} {finding.Message} [{finding.Rule.Basis}] {finding.Help}");
        return (trace, [.. bag.Sorted.Select(finding => finding.Rule.Slug).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>A page that follows SCORM 2004, and resumes at its second screen.</summary>
    private static string Page2004(string words) =>
        $$"""
            <!doctype html><title>P</title><h1>{{words}}</h1>
            <button>Next</button><p></p><script>
            const API = "API_1484_11"; {{Climb}}
            const begun = performance.now(), text = document.querySelector("p");
            const call = (name, ...args) => { try { return api ? api[name](...args) : ""; } catch { return ""; } };
            const set = (element, value) => call("SetValue", element, value);
            const show = (at) => { text.textContent = at === "2" ? "The second screen has other words." : ""; };
            call("Initialize", "");
            const isReview = call("GetValue", "cmi.mode") === "review";
            show(call("GetValue", "cmi.location"));
            if (!isReview && !/completed/.test(call("GetValue", "cmi.completion_status"))) {
              set("cmi.completion_status", "incomplete"); set("cmi.exit", "suspend"); call("Commit", "");
            }
            document.querySelector("button").onclick = () => {
              document.querySelector("button").remove();
              show("2");
              if (isReview) return;
              for (const [element, value] of [
                ["cmi.location", "2"], ["cmi.score.scaled", "0.8"], ["cmi.score.raw", "80"], ["cmi.score.min", "0"],
                ["cmi.score.max", "100"], ["cmi.interactions.0.id", "q"], ["cmi.interactions.0.type", "choice"],
                ["cmi.interactions.0.learner_response", "a"], ["cmi.interactions.0.result", "correct"],
                ["cmi.completion_status", "completed"], ["cmi.success_status", "passed"],
              ]) set(element, value);
              call("Commit", "");
            };
            addEventListener("pagehide", () => {
              if (!isReview) { set("cmi.session_time", "PT" + Math.round((performance.now() - begun) / 1000) + "S");
              call("Commit", ""); }
              call("Terminate", "");
            });
            </script>
            """;

    [Fact(
        DisplayName = "A SCORM 2004 package is played in each part, recorded, and breaks no run rule when it is sound"
    )]
    public async Task Scorm2004()
    {
        PlayedPackage package = Package(
            true,
            ["a.html", "b.html", "c.html"],
            ("a.html", Page2004("First part about doors")),
            ("b.html", Page2004("Second part about windows")),
            ("c.html", "<!doctype html><h1>A part that never speaks</h1>")
        );
        Trace journey = await new Run(Browser, package with { Parts = [.. package.Parts.Take(2)] }).Journey(
            "pass",
            "moodle",
            default
        );
        Assert.Null(Journeys.Unmet("pass", journey));
        Assert.Equal([null, "Part 1"], journey.Launches.Select(launch => launch.Part));
        foreach (TraceLaunch launch in journey.Launches)
        {
            Recorded recorded = Recorded.Of(launch);
            Assert.Equal(
                ("completed, passed", "scaled 0.8, 80 (0 to 100)", "2", "suspend"),
                (recorded.Status, recorded.Score, recorded.Location, recorded.Exit)
            );
            Assert.Equal([new RecordedInteraction("q", "choice", "a", "correct")], recorded.Interactions);
        }
        (Trace sound, string[] broken) = await Check(package with { Parts = [.. package.Parts.Take(2)] });
        Assert.Empty(broken);
        Assert.True(sound.IsPlayed);
        RunFacts facts = RunFacts.Of(sound);
        Assert.Equal(
            // The page commits three times, which are the three that are lost.
            (Observed.Yes, Observed.Yes, Observed.Yes, Observed.Yes, Observed.Yes, Observed.No),
            (
                facts.Initializes,
                facts.SetsScore,
                facts.SavesBeforeLeaving,
                facts.Finishes,
                facts.Resumes,
                facts.SurvivesLostCommits
            )
        );
        (Trace all, string[] silent) = await Check(package);
        Assert.Equal(["T01"], silent);
        Assert.Equal(3, all.Parts);
        Assert.Contains(
            "Part 2",
            string.Concat(all.Launches.Where(one => one.Calls.Count == 0).Select(one => one.Part))
        );
    }

    [Fact(DisplayName = "Faults of a SCORM 2004 package are named in the words of its standard")]
    public async Task Faulty2004()
    {
        const string script =
            "const API = 'API_1484_11'; "
            + Climb
            + "if (api) { api.GetValue('cmi.entry'); api.Initialize(''); api.SetValue('cmi.exit', 'logout'); "
            + "api.SetValue('cmi.completion_status', 'incomplete'); }";
        (Trace trace, string[] broken) = await Check(
            Package(true, ["a.html"], ("a.html", $"<!doctype html><h1>Words</h1><script>{script}</script>"))
        );
        Assert.Equal(["T02", "T03", "T05", "T16", "T19", "T20", "T21", "T27"], broken);
        var bag = new FindingBag();
        RunInspector.Inspect(trace, bag);
        Assert.DoesNotContain(
            bag.Sorted.SelectMany(finding => (string[])[finding.Message, finding.Help]),
            text => text.Contains("LMSI", StringComparison.Ordinal) || text.Contains("1.2", StringComparison.Ordinal)
        );
    }

    [Fact(DisplayName = "A frame set, a page of pictures and a page that starts late are not called empty or silent")]
    public async Task LateAndFramed()
    {
        const string speaks =
            "const API = 'API'; "
            + Climb
            + "if (api) try { api.LMSInitialize(''); api.LMSSetValue('cmi.core.lesson_status', 'completed'); "
            + "api.LMSCommit(''); onpagehide = () => api.LMSFinish(''); } catch {} ";
        PlayedPackage package = Package(
            false,
            ["set.html", "late.html"],
            (
                "set.html",
                "<!doctype html><frameset cols='30%,*'><frame src='menu.html'><frame src='in.html'></frameset>"
            ),
            ("menu.html", $"<!doctype html><script>{speaks}</script>"),
            ("in.html", "<!doctype html><frameset rows='*'><frame src='golf.html'></frameset>"),
            ("golf.html", "<!doctype html><svg width='90' height='90'><rect width='90' height='90'/></svg>"),
            ("late.html", "<!doctype html><h1>Soon</h1><script>setTimeout(() => { " + speaks + " }, 9000)</script>")
        );
        (Trace trace, string[] broken) = await Check(package);
        Assert.All(trace.Launches, launch => Assert.True(launch.IsLoaded));
        Assert.Equal("(picture)", trace.Launches[0].Place!.Text);
        Assert.DoesNotContain(broken, rule => rule is "T01" or "T15" or "T29" or "T30");
    }

    [Fact(DisplayName = "A page whose buttons are in a form is found not to work in a frame without forms")]
    public async Task Forms()
    {
        const string speaks =
            "const API = 'API'; "
            + Climb
            + "if (api) try { api.LMSInitialize(''); } catch {} "
            + "const next = (event) => { event.preventDefault(); "
            + "document.querySelector('h1').textContent = 'The second screen with quite other words'; }; ";
        string Page(string body) => $"<!doctype html><h1>First words</h1>{body}<script>{speaks}</script>";
        (Trace blocked, string[] forms) = await Check(
            Package(false, ["a.html"], ("a.html", Page("<form onsubmit='next(event)'><button>Next</button></form>")))
        );
        Assert.Contains("T30", forms);
        Assert.True(blocked.Of(LaunchKind.Sandboxed)!.BlockedForms > 0);
        (_, string[] clicks) = await Check(
            Package(false, ["a.html"], ("a.html", Page("<button onclick='next(event)'>Next</button>")))
        );
        Assert.DoesNotContain("T30", clicks);
    }

    [Fact(
        DisplayName = "An endless loop is a fault of the package, because a course of our own plays at the same time"
    )]
    public async Task EndlessLoop()
    {
        PlayedPackage package = Package(
            false,
            ["a.html"],
            ("a.html", "<!doctype html><h1>Words</h1><script>parent.API.LMSInitialize(''); for (;;);</script>")
        );
        var watch = Stopwatch.StartNew();
        Trace trace = await new Run(Browser, package).Journey("pass", "moodle", default);
        output.WriteLine($"{watch.Elapsed.TotalSeconds:0} s");
        Assert.Equal(LaunchEnding.Hung, trace.Launches[0].Ending);
        var bag = new FindingBag();
        RunInspector.Inspect(trace, bag);
        Assert.Contains("T29", bag.Sorted.Select(finding => finding.Rule.Slug));
    }

    [Fact(DisplayName = "A browser that is killed in the middle costs no launch, and the check goes on")]
    public async Task KilledBrowser()
    {
        string temporary = Directory.CreateDirectory(Path.Combine(_folder.FullName, "t")).FullName;
        string zip = Zip("late.zip");
        using Process check = Command(temporary, "check", zip, Zip("b.zip"), "--run", "--format", "json");
        Task<string> text = check.StandardOutput.ReadToEndAsync();
        int browser = await BrowserOf(temporary);
        await Task.Delay(2500);
        Process.GetProcessById(browser).Kill(entireProcessTree: true);
        await check.WaitForExitAsync();
        string errors = await check.StandardError.ReadToEndAsync();
        output.WriteLine(errors);
        Assert.DoesNotContain("fault of its own", errors);
        Assert.NotEqual(3, check.ExitCode);
        System.Text.Json.JsonElement packages = System
            .Text.Json.JsonDocument.Parse(await text)
            .RootElement.GetProperty("packages");
        Assert.Equal(2, packages.GetArrayLength());
        foreach (System.Text.Json.JsonElement package in packages.EnumerateArray())
            Assert.True(package.GetProperty("run").GetProperty("played").GetBoolean());
    }

    [Fact(DisplayName = "Browser and profile of a killed command are gone after the next one")]
    public async Task KilledCommand()
    {
        string temporary = Directory.CreateDirectory(Path.Combine(_folder.FullName, "t")).FullName;
        string zip = Zip("late.zip");
        int browser;
        using (Process killed = Command(temporary, "play", zip))
        {
            browser = await BrowserOf(temporary);
            killed.Kill(); // SIGKILL, without its children
            await killed.WaitForExitAsync();
        }
        string left = Assert.Single(Directory.EnumerateDirectories(temporary, "protect-scorm-browser-*"));
        using (Process next = Command(temporary, "play", zip))
        {
            await BrowserOf(temporary, except: left);
            Assert.False(Directory.Exists(left));
            Assert.False(IsRunning(browser));
            next.Kill(entireProcessTree: true);
            await next.WaitForExitAsync();
        }
    }

    [Fact(DisplayName = "The browser keeps its sandbox, also for root where the system allows user namespaces")]
    public async Task Sandbox()
    {
        await using Cli.Chromium.Browser browser = await Cli.Chromium.Browser.Launch(Browser, null, default);
        bool isRoot = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;
        Assert.Equal(isRoot && !AllowsNamespaces(), browser.IsWithoutSandbox);
        if (!OperatingSystem.IsLinux() || browser.IsWithoutSandbox)
            return;
        BrowserPage page = await browser.NewPage(default);
        await page.Navigate("chrome://sandbox", TimeSpan.FromSeconds(30), default);
        string text = (await page.Evaluate("document.body.innerText", TimeSpan.FromSeconds(20), default)).GetString()!;
        output.WriteLine(text);
        Assert.Contains("You are adequately sandboxed", text);
    }

    private static bool AllowsNamespaces()
    {
        using Process trial = Process.Start("unshare", "--user --map-user=1000 --map-group=1000 true");
        trial.WaitForExit();
        return trial.ExitCode == 0;
    }

    /// <summary>Writes a package that plays for some seconds.</summary>
    private string Zip(string name)
    {
        string script =
            "const API = 'API'; "
            + Climb
            + "if (api) try { api.LMSInitialize(''); } catch {} let n = 0; "
            + "document.querySelector('button').onclick = () => "
            + "{ document.querySelector('p').textContent = 'Screen ' + ++n; }";
        string path = Path.Combine(_folder.FullName, name);
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (
            (string file, byte[] bytes) in Files(
                false,
                ["a.html"],
                ("a.html", $"<!doctype html><button>Next</button><p>Words</p><script>{script}</script>")
            )
        )
        {
            using Stream entry = zip.CreateEntry(file).Open();
            entry.Write(bytes);
        }
        return path;
    }

    private static Process Command(string temporary, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "protect-scorm.dll"), .. arguments]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = temporary;
        return Process.Start(start)!;
    }

    /// <summary>Waits for a browser in this temporary folder, and returns its process.</summary>
    private static async Task<int> BrowserOf(string temporary, string? except = null)
    {
        for (int tries = 0; tries < 600; tries++, await Task.Delay(100))
            foreach (string folder in Directory.EnumerateDirectories(temporary, "protect-scorm-browser-*"))
            {
                // The owner keeps its file locked; a copy of the bytes can be read all the same.
                string file = Path.Combine(folder, "protect-scorm-owner");
                if (folder == except || !File.Exists(file) || !Directory.Exists(Path.Combine(folder, "Default")))
                    continue;
                using Process read = Process.Start(
                    new ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true }
                )!;
                string text = await read.StandardOutput.ReadToEndAsync();
                if (int.TryParse(text.Split(' ')[0], out int id))
                    return id;
            }
        throw new TimeoutException("No browser was started.");
    }

    private static bool IsRunning(int id)
    {
        try
        {
            return !Process.GetProcessById(id).HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

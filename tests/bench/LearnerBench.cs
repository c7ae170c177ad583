using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Protect.Scorm.Bench;

/// <summary>
/// Time until a learner can use the first page of the common course in a frame of a strict LMS, measured in turn with a
/// plain page of the same text. “Usable” is the latest of the first visible control, the first paint and the end of the
/// last long task.
/// </summary>
internal static class LearnerBench
{
    private sealed record PageTimes(
        double Paint,
        double Usable,
        int Requests,
        int RequestsBefore,
        int Bytes,
        int BytesBefore,
        double Memory,
        int Calls,
        int CommitCalls,
        double CommitMilliseconds
    );

    /// <summary>
    /// Runs in each frame before its page: records when the first control is usable, and every long task.
    /// </summary>
    private const string Watch = """
        window.seen = { control: 0, task: 0 };
        new PerformanceObserver((list) => {
          for (const task of list.getEntries()) seen.task = Math.max(seen.task, task.startTime + task.duration);
        }).observe({ type: "longtask", buffered: true });
        const look = () => {
          const control = document.querySelector("[data-next], [data-plain]");
          if (control && control.checkVisibility() && control.getClientRects().length > 0)
            seen.control = performance.now();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        """;

    public static async Task Run(Bench bench)
    {
        string package = await bench.Unpacked(bench.Course(1));
        Weights(bench, package);
        using var server = new PackageServer(package);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(Chromium.Options(Chromium.Find()));
        server.Plain = await PlainPage(browser, server);

        var table = new Table(
            "line",
            "",
            "requests until usable, in all",
            "KB until usable, in all",
            "first paint, ms",
            "÷ plain",
            "usable, ms",
            "÷ plain",
            "memory, MB"
        );
        var details = new List<PageTimes>();
        foreach (
            (string name, bool slow, bool gzip) in ((string, bool, bool)[])
                [("open, gzip", false, true), ("slow, gzip", true, true), ("slow, as it is", true, false)]
        )
        {
            server.Compresses = gzip;
            var plain = new List<PageTimes>();
            var course = new List<PageTimes>();
            for (int round = 0; round <= (bench.Rounds ?? 5); round++)
            {
                PageTimes one = await Look(browser, server, "plain.html", slow),
                    other = await Look(browser, server, "course/index.html", slow);
                if (round == 0)
                    continue; // the first pair warms up the browser
                plain.Add(one);
                course.Add(other);
            }
            foreach (
                (string what, List<PageTimes> all) in ((string, List<PageTimes>)[])
                    [("plain", plain), ("course", course)]
            )
            {
                bool isCourse = what == "course";
                table.Row(
                    name,
                    what,
                    $"{all[^1].RequestsBefore}, {all[^1].Requests}",
                    $"{Kilo(all[^1].BytesBefore)}, {Kilo(all[^1].Bytes)}",
                    Table.Figures([.. all.Select(seen => seen.Paint)], "0"),
                    isCourse
                        ? Table.Ratios(
                            [.. course.Select(seen => seen.Paint)],
                            [.. plain.Select(seen => seen.Paint)],
                            slow ? 1.3 : null
                        )
                        : "",
                    Table.Figures([.. all.Select(seen => seen.Usable)], "0"),
                    isCourse
                        ? Table.Ratios(
                            [.. course.Select(seen => seen.Usable)],
                            [.. plain.Select(seen => seen.Usable)],
                            slow ? 1.6 : null
                        )
                        : "",
                    Table.Figures([.. all.Select(seen => seen.Memory)], "0.0")
                );
            }
            details.AddRange(course);
        }
        var calls = new Table("calls to the LMS", "");
        calls.Row("on launch", details[0].Calls.ToString(CultureInfo.InvariantCulture));
        calls.Row("for the commit after a page turn", details[0].CommitCalls.ToString(CultureInfo.InvariantCulture));
        calls.Row(
            "milliseconds from the first call to the end of the commit",
            Table.Figures([.. details.Select(seen => seen.CommitMilliseconds)], "0.0")
        );
    }

    /// <summary>Prints the size of script and style: in index.html, and in the files loaded later.</summary>
    private static void Weights(Bench bench, string common)
    {
        var table = new Table(
            "KB, raw and gzipped",
            "index.html",
            "of it pages",
            "program.js",
            "later.js",
            "later.css"
        );
        foreach (
            (string name, string folder) in ((string, string)[])
                [
                    ("common course", common),
                    ("showcase (every kind)", bench.UnpackedBeside("showcase")),
                    ("protect (fr)", bench.UnpackedBeside("protect", "--languages", "fr", "--editions", "whole")),
                ]
        )
        {
            string Text(string file) => File.ReadAllText(Path.Combine(folder, file));
            string page = Text("index.html");
            table.Row([
                name,
                Weight(page),
                Weight(Between(page, "data-pages-here>", "<nav class=\"turn\"")),
                .. ((string[])["program.js", "later.js", "later.css"]).Select(file => Weight(Text(file))),
            ]);
        }
    }

    private static string Weight(string text) =>
        $"{Kilo(Encoding.UTF8.GetByteCount(text))}, {Kilo(PackageServer.Gzip(Encoding.UTF8.GetBytes(text)).Length)}";

    private static string Between(string text, string opening, string ending)
    {
        int start = text.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        return text[start..text.IndexOf(ending, start, StringComparison.Ordinal)];
    }

    private static string Kilo(int bytes) => (bytes / 1000.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Returns a page with the text of the first page and nothing else.</summary>
    private static async Task<string> PlainPage(IBrowser browser, PackageServer server)
    {
        IPage page = await browser.NewPageAsync();
        await page.GotoAsync(server.Address + "course/index.html");
        await page.Locator("html.ready article:not([hidden]) h1").WaitForAsync();
        string text = await page.EvaluateAsync<string>(
            """
            () => {
              const article = document.querySelector("article:not([hidden])");
              const clean = (element) => element.textContent.trim().replaceAll("<", "&lt;");
              const lines = [...article.querySelectorAll("p, li")].map(
                (line) => `<${line.localName}>${clean(line)}</${line.localName}>`);
              return `<h1 data-plain>${clean(article.querySelector("h1"))}</h1>\n` + lines.join("\n");
            }
            """
        );
        await page.CloseAsync();
        return $$"""
            <!doctype html>
            <html lang="fr"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Plain</title>
            <style>body{font:1.0625rem/1.6 sans-serif;max-width:65ch;margin:auto}</style></head><body>
            {{text}}
            </body></html>

            """;
    }

    private static async Task<PageTimes> Look(IBrowser browser, PackageServer server, string address, bool slow)
    {
        await using IBrowserContext context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 867, Height = 666 },
                Locale = "fr-FR",
            }
        );
        IPage page = await context.NewPageAsync();
        await context.AddInitScriptAsync(Watch);
        await page.GotoAsync(server.Address + "lms");
        ICDPSession cdp = await context.NewCDPSessionAsync(page);
        if (slow)
        {
            await cdp.SendAsync("Network.enable");
            await cdp.SendAsync(
                "Network.emulateNetworkConditions",
                new()
                {
                    ["offline"] = false,
                    ["latency"] = 400,
                    ["downloadThroughput"] = 50_000,
                    ["uploadThroughput"] = 50_000,
                }
            );
            await cdp.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        }
        server.Sent.Clear();
        await page.EvaluateAsync("src => show(src)", "/" + address);
        IFrame frame = await Frame(page, address);
        await frame.WaitForFunctionAsync(
            "() => window.seen && seen.control > 0 "
                + "&& performance.getEntriesByName('first-contentful-paint').length > 0",
            null,
            new() { Timeout = 60_000 }
        );
        (int requests, int bytes) = (server.Sent.Count, server.Sent.Sum(sent => sent.Bytes));
        bool isCourse = address.StartsWith("course", StringComparison.Ordinal);
        int calls = await page.EvaluateAsync<int>("() => log.length");
        // Files loaded after the first page count towards its weight and its long tasks.
        if (isCourse)
            await frame.WaitForFunctionAsync(
                "() => !document.querySelector('[data-notes-button]').hidden",
                null,
                new() { Timeout = 60_000 }
            );
        await Quiet(server);
        JsonElement seen = await frame.EvaluateAsync<JsonElement>(
            "() => ({ ...seen, paint: performance.getEntriesByName('first-contentful-paint')[0].startTime })"
        );
        double paint = seen.GetProperty("paint").GetDouble(),
            usable = Math.Max(
                Math.Max(seen.GetProperty("control").GetDouble(), paint),
                seen.GetProperty("task").GetDouble()
            );
        await cdp.SendAsync("HeapProfiler.collectGarbage");
        double memory = await page.EvaluateAsync<double>("() => performance.memory.usedJSHeapSize / 1e6");
        (int commitCalls, double milliseconds) = isCourse ? await Commit(page, frame) : (0, 0);
        return new PageTimes(
            paint,
            usable,
            server.Sent.Count,
            requests,
            server.Sent.Sum(sent => sent.Bytes),
            bytes,
            memory,
            calls,
            commitCalls,
            milliseconds
        );
    }

    private static async Task<IFrame> Frame(IPage page, string address)
    {
        for (int wait = 0; wait < 400; wait++)
        {
            if (
                page.Frames.FirstOrDefault(frame =>
                    frame.Url.EndsWith(address, StringComparison.Ordinal)
                    || frame.Url.Contains(address + "#", StringComparison.Ordinal)
                ) is
                { } found
            )
                return found;
            await Task.Delay(25);
        }
        throw new InvalidOperationException($"{address} did not open.");
    }

    /// <summary>Waits until nothing was sent for 1.5 seconds.</summary>
    private static async Task Quiet(PackageServer server)
    {
        for (int before = -1; before != server.Sent.Count; await Task.Delay(1500))
            before = server.Sent.Count;
    }

    /// <summary>
    /// Turns a page. Returns the number of calls, and the time from the first one to the end of the commit.
    /// </summary>
    private static async Task<(int Calls, double Milliseconds)> Commit(IPage page, IFrame frame)
    {
        int before = await page.EvaluateAsync<int>("() => log.length");
        await frame.Locator("[data-next]").ClickAsync();
        await page.WaitForFunctionAsync(
            "before => log.slice(before).some(call => call.name === 'LMSCommit')",
            before,
            new() { Timeout = 60_000 }
        );
        JsonElement cost = await page.EvaluateAsync<JsonElement>(
            """
            before => {
              const calls = log.slice(before), commit = calls.findIndex(call => call.name === "LMSCommit");
              return { calls: commit + 1, milliseconds: calls[commit].to - calls[0].from };
            }
            """,
            before
        );
        return (cost.GetProperty("calls").GetInt32(), cost.GetProperty("milliseconds").GetDouble());
    }
}

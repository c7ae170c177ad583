using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;
using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Tests;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Packages in the preview that attack each other or the tool's pages.</summary>
public sealed class PreviewOriginTests(BrowserRun run) : IDisposable, IClassFixture<BrowserRun>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("protect-scorm-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Zip(string name, string title, string page)
    {
        string path = Path.Combine(_folder.FullName, name);
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (
            (string file, string text) in (ReadOnlySpan<(string, string)>)
                [
                    (
                        "imsmanifest.xml",
                        $"""
                        <manifest><organizations><organization><title>{title}</title><item identifierref="r"/>
                        </organization></organizations><resources><resource identifier="r" href="a.html"/></resources>
                        </manifest>
                        """
                    ),
                    ("a.html", page),
                ]
        )
        {
            using var writer = new StreamWriter(zip.CreateEntry(file).Open());
            writer.Write(text);
        }
        return path;
    }

    private static IFrameLocator Content(IPage page) =>
        page.FrameLocator("[data-frame] iframe:not(.coming)").FrameLocator("iframe");

    private static async Task<(string Own, string Shared)[]> Origins(PreviewProcess preview)
    {
        using var http = new HttpClient();
        JsonElement root = JsonDocument
            .Parse(await http.GetStringAsync(new Uri(preview.Address, "/workspace")))
            .RootElement;
        return
        [
            .. root.GetProperty("items")
                .EnumerateArray()
                .Select(item => (item.GetProperty("play").GetString()!, root.GetProperty("play").GetString()!)),
        ];
    }

    [Fact(DisplayName = "A played package can read neither the files nor the storage of another")]
    public async Task Apart()
    {
        using var preview = PreviewProcess.Start(
            _folder.FullName,
            Zip("a.zip", "Victim", "<h1>Secret words</h1><script>localStorage.setItem('mine', 'secret')</script>"),
            Zip("b.zip", "Thief", "<h1>Thief</h1>")
        );
        (string Own, string Shared)[] origins = await Origins(preview);
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync($"{preview.Address}#/play/i1");
        await Assertions.Expect(Content(page).Locator("h1")).ToHaveTextAsync("Secret words");
        await page.EvaluateAsync("location.hash = '#/play/i2'");
        await Assertions.Expect(Content(page).Locator("h1")).ToHaveTextAsync("Thief");
        IFrame thief = page.Frames.Single(frame => frame.Url.EndsWith("/course/i2/a.html", StringComparison.Ordinal));
        Assert.StartsWith(origins[1].Own, thief.Url);
        foreach (string victim in (string[])[origins[0].Own, origins[0].Shared, origins[1].Own])
        {
            string seen = await thief.EvaluateAsync<string>(
                """
                async ([address]) => {
                  const seen = [Object.keys(localStorage).includes("mine") ? "storage" : ""];
                  await fetch(address).then((answer) => answer.text()).then((text) =>
                    seen.push(text.includes("Secret") ? "fetch" : ""), () => "");
                  const frame = document.createElement("iframe");
                  const loaded = new Promise((done) => (frame.onload = done));
                  frame.src = address;
                  document.body.append(frame);
                  await loaded;
                  try { seen.push(frame.contentDocument.body.innerText.includes("Secret") ? "frame" : ""); } catch {}
                  return seen.join("");
                }
                """,
                new[] { $"{victim}/course/i1/a.html" }
            );
            Assert.Equal("", seen);
        }
    }

    [Fact(DisplayName = "An endless loop in a package leaves the tool's page usable, and another package plays")]
    public async Task EndlessLoop()
    {
        using var preview = PreviewProcess.Start(
            _folder.FullName,
            Zip("a.zip", "Loop", "<h1>Loop</h1><script>setTimeout(() => { for (;;); }, 500)</script>"),
            Zip("b.zip", "Fine", "<h1>Fine</h1>")
        );
        // A browser of its own: the loop occupies a processor until it is closed. Only the complete Chromium runs
        // sites in processes of their own, as the browsers of people do.
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(
            Chromium.Options(ChromiumPath.Find(out _) ?? Chromium.Find())
        );
        IPage page = await browser.NewPageAsync();
        await page.GotoAsync($"{preview.Address}#/play/i1");
        await Assertions.Expect(page.Locator("#title")).ToHaveTextAsync("Loop");
        await Task.Delay(3000);
        Assert.Equal(2, await page.EvaluateAsync<int>("1 + 1").WaitAsync(TimeSpan.FromSeconds(5)));
        await page.EvaluateAsync("location.hash = '#/play/i2'").WaitAsync(TimeSpan.FromSeconds(5));
        await Assertions.Expect(Content(page).Locator("h1")).ToHaveTextAsync("Fine", new() { Timeout = 20_000 });
    }

    [Fact(DisplayName = "A browser that does not resolve the hosts of packages plays them under localhost")]
    public async Task Unresolved()
    {
        using var preview = PreviewProcess.Start(_folder.FullName, Zip("a.zip", "Fine", "<h1>Fine</h1>"));
        (_, string shared) = (await Origins(preview))[0];
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.RouteAsync(
            address => new Uri(address).Host.EndsWith(".localhost", StringComparison.Ordinal),
            route => route.AbortAsync("namenotresolved")
        );
        await page.GotoAsync($"{preview.Address}#/play/i1");
        await Assertions.Expect(Content(page).Locator("h1")).ToHaveTextAsync("Fine");
        Assert.Contains(page.Frames, frame => frame.Url == $"{shared}/lms/i1");
    }
}

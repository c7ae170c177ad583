using System.IO.Compression;
using Microsoft.Playwright;
using Protect.Scorm.Tests;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The start page of the preview, and its page for coordinators.</summary>
public sealed class PreviewHomeTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Fact(
        DisplayName = "The start page lists courses with state and size; an uploaded zip plays, or is refused if "
            + "hostile"
    )]
    public async Task Home()
    {
        using var preview = PreviewProcess.Start(Repository.At("courses"), "hello", "showcase");
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await Open(context, preview);
        ILocator card = page.Locator("[data-courses] article").Nth(1);
        // Courses nobody looks at compile in the background.
        await Assertions.Expect(card).ToContainTextAsync("source", new() { Timeout = 30_000 });
        await Assertions.Expect(card).ToContainTextAsync("no problems");
        await Assertions.Expect(card).ToContainTextAsync("54 pages");
        await Assertions.Expect(card).ToContainTextAsync("characters at most");
        await CleanInAllLights(page, "home");
        string folder = Directory.CreateTempSubdirectory("protect-scorm-").FullName;
        string good = Zip(folder, "theirs.zip", "go.html"),
            hostile = Zip(folder, "evil.zip", "../go.html");
        await page.GetByLabel("Play and inspect").SetInputFilesAsync(hostile);
        await Assertions
            .Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("“evil.zip” cannot be played. “../go.html” leads out");
        await page.GetByLabel("Play and inspect").SetInputFilesAsync(good);
        await Assertions
            .Expect(
                page.FrameLocator("[data-frame] iframe:not(.coming)")
                    .FrameLocator("iframe")
                    .GetByText("Hello from theirs.")
            )
            .ToBeVisibleAsync();
        Assert.EndsWith("#/play/i4", page.Url); // the hostile package is listed too, with the reason
        Directory.Delete(folder, recursive: true);
    }

    [Fact(DisplayName = "A coordinator builds, downloads and gets the LMS sheet by keyboard, in English and French")]
    public async Task Coordinator()
    {
        using var preview = PreviewProcess.Start(Repository.At("courses"), "showcase");
        await using IBrowserContext context = await run.Browser.NewContextAsync(
            new() { AcceptDownloads = true, Locale = "en-GB" }
        );
        IPage page = await Open(context, preview, "#/coordinator");
        // The button is disabled until the course's offers are known: before that, the lists are empty.
        await Assertions.Expect(page.Locator("[data-build]")).ToBeEnabledAsync();
        await page.Locator("#c-lms").FocusAsync();
        await Assertions.Expect(page.Locator("#c-lms")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("m"); // a list matches the letters typed within one second
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Put the package into Moodle" }))
            .ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("85");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".sheet")).ToContainTextAsync("Pass mark: 85 %.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The package is ready" }))
            .ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-result]")).ToContainTextAsync("Pass mark 85 %");
        await page.Keyboard.PressAsync("Tab");
        IDownload zip = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Matches("moodle.*scorm12.zip$", zip.SuggestedFilename);
        Assert.NotNull(ZipFile.OpenRead(await zip.PathAsync()).GetEntry("imsmanifest.xml"));
        await CleanInAllLights(page, "coordinator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Français" }).PressAsync("Enter");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mettre le paquet dans Moodle" }))
            .ToBeVisibleAsync();
        Assert.Equal("fr", await page.EvaluateAsync<string>("document.documentElement.lang"));
        await page.ReloadAsync(); // the language is remembered
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Obtenir le paquet" }))
            .ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".sheet h3").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form")).ToBeHiddenAsync();
    }

    [Fact(DisplayName = "A fault in an organisation file is reported with its line; a valid file is in the package")]
    public async Task OwnOrganisation()
    {
        using var preview = PreviewProcess.Start(Repository.At("courses"), "hello");
        await using IBrowserContext context = await run.Browser.NewContextAsync(new() { Locale = "fr-FR" });
        IPage page = await Open(context, preview, "#/coordinator/i1");
        await page.Locator("#c-organisation").SelectOptionAsync("own");
        await page.Locator("[data-build]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-result]")).ToContainTextAsync("Choisissez d’abord le fichier");
        await page.Locator("#c-yaml")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "ours.yaml",
                    MimeType = "text/yaml",
                    Buffer = "name: Our club\nnmae: x\n"u8.ToArray(),
                }
            );
        await page.Locator("[data-build]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-result]")).ToContainTextAsync("organisation.yaml:2");
        await page.Locator("#c-yaml")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "ours.yaml",
                    MimeType = "text/yaml",
                    Buffer = "name: Our club\n"u8.ToArray(),
                }
            );
        await page.Locator("[data-build]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-result] a")).ToHaveTextAsync("Télécharger le paquet");
    }

    private static async Task<IPage> Open(IBrowserContext context, PreviewProcess preview, string hash = "#/")
    {
        IPage page = await context.NewPageAsync();
        page.PageError += (_, error) => throw new InvalidOperationException(error);
        await page.GotoAsync(preview.Address + hash);
        return page;
    }

    /// <summary>Asserts no axe finding in light and dark, and no sideways scrolling at 320 pixels.</summary>
    private static async Task CleanInAllLights(IPage page, string where)
    {
        foreach (ColorScheme scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Axe.Clean(page, $"{where}, {scheme}");
        }
        PageViewportSizeResult wide = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 640);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.SetViewportSizeAsync(wide.Width, wide.Height);
    }

    private static string Zip(string folder, string name, string file)
    {
        string path = Path.Combine(folder, name);
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (
            (string entry, string text) in new[]
            {
                (
                    "imsmanifest.xml",
                    """
                    <manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2">
                    <organizations><organization><title>Theirs</title>
                    <item identifier="i" identifierref="r"><title>T</title></item></organization></organizations>
                    <resources><resource identifier="r" href="go.html"/></resources></manifest>
                    """
                ),
                (file, "<!doctype html><title>T</title><p>Hello from theirs.</p>"),
            }
        )
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(text);
        }
        return path;
    }
}

using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using Microsoft.Playwright;
using Protect.Scorm.Tests;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Takes the pictures of the documentation from the real product. With <c>PROTECT_PICTURES=1</c> it writes them to
/// <c>docs/images</c>; without, it takes them all the same and compares their sizes with the committed files.
/// </summary>
public sealed class DocumentationPicturesTests(BrowserRun run) : IDisposable, IClassFixture<BrowserRun>
{
    private const int MostBytes = 200_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("protect-scorm-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(DisplayName = "The picture of a course page shows a story and a question of Protect, as a learner sees it")]
    public async Task CoursePage()
    {
        var options = new LaunchOptions { Width = 1060, Height = 1150 };
        await using Launch launch = await Launch.Start(run.Browser, Courses.In("protect", "en"), options);
        CoursePage course = launch.Course;
        await course.GoTo("la-guitare-de-lina");
        await course.Choose("m3-lina", 1);
        await course.Question("m3-lina").GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(course.Question("m3-lina").Locator("[data-result]")).Not.ToBeEmptyAsync();
        await course.Frame.EvaluateAsync("scrollTo(0, 0)");
        Compare("course-page.png", await launch.Page.ScreenshotAsync());
    }

    [Theory(DisplayName = "The picture of a theme that ships shows a page with formulas and a question")]
    [InlineData("calm")]
    [InlineData("plain")]
    [InlineData("high-contrast")]
    public async Task Themes(string theme)
    {
        var options = new LaunchOptions { Width = 860, Height = 1000 };
        await using Launch launch = await Launch.Start(run.Browser, Courses.InTheme("showcase", theme), options);
        await launch.Course.GoTo("formulas");
        await launch.Course.Choose("slices", 0);
        await launch.Course.Frame.EvaluateAsync("scrollTo(0, 0)");
        Compare($"theme-{theme}.png", await launch.Page.ScreenshotAsync());
    }

    [Fact(DisplayName = "The picture of the tools shows the first sheet of six tools of Protect, as printed")]
    public async Task Tools()
    {
        IReadOnlyDictionary<string, byte[]> files = Courses.FilesOf(Courses.In("protect", "en"));
        await using IBrowserContext context = await NewContext(800, 800, 1);
        var sheets = new List<string>();
        // Posters are A3; the sheet of cards is as wide as A4 without margins.
        foreach (
            (string number, int width) in ((string, int)[])
                [("01", 794), ("04", 1123), ("06", 794), ("08", 794), ("13", 1123), ("17", 884)]
        )
        {
            string name = files.Keys.Single(file => file.StartsWith($"tool-{number}-") && file.EndsWith(".html"));
            IPage page = await context.NewPageAsync();
            await page.SetViewportSizeAsync(width, width * 1123 / 794);
            await page.SetContentAsync(System.Text.Encoding.UTF8.GetString(files[name]));
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await page.EvaluateAsync("document.body.style.padding = '45px'");
            sheets.Add($"<img src='data:image/png;base64,{Convert.ToBase64String(await page.ScreenshotAsync())}'>");
        }
        // A document keeps its security policy when its content is replaced.
        IPage together = await context.NewPageAsync();
        await together.SetViewportSizeAsync(800, 780);
        await together.SetContentAsync(
            "<body style='margin:0;padding:10px;display:grid;grid-template-columns:1fr 1fr 1fr;gap:10px;"
                + $"background:#d9d9d9'><style>img{{width:100%}}</style>{string.Concat(sheets)}"
        );
        Compare("tools.png", await together.ScreenshotAsync());
    }

    [Fact(DisplayName = "The picture of the preview shows a course next to the inspector with its calls to the LMS")]
    public async Task Preview()
    {
        using var preview = PreviewProcess.Start(Repository.At("courses"), "showcase");
        await using IBrowserContext context = await NewContext(1440, 900, 1);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(preview.Address.ToString());
        IFrameLocator course = page.FrameLocator("[data-frame] iframe:not(.coming)").FrameLocator("iframe");
        await course.Locator("[data-next]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-shows]")).ToContainTextAsync("Incomplete");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Calls" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-calls] tr").First).ToContainTextAsync("LMSInitialize()");
        await page.EvaluateAsync("scrollTo(0, 0)");
        Compare("preview.png", await page.ScreenshotAsync());
    }

    [Fact(DisplayName = "The picture of an error shows what the command prints for a misspelled field")]
    public async Task Error()
    {
        Command("new", "my-course");
        string file = Path.Combine(_folder.FullName, "my-course", "modules", "welcome.yaml");
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file)).Replace("correct: true", "corect: true")
        );
        string printed = Command("check", "my-course");
        Assert.Contains("Did you mean “correct”?", printed);
        await using IBrowserContext context = await NewContext(1030, 300, 1.5f);
        IPage page = await context.NewPageAsync();
        await page.SetContentAsync(Terminal("protect-scorm check my-course", printed));
        Compare("error-message.png", await page.Locator("main").ScreenshotAsync());
    }

    private async Task<IBrowserContext> NewContext(int width, int height, float scale) =>
        await run.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                DeviceScaleFactor = scale,
                Locale = "en-GB",
            }
        );

    /// <summary>Runs the command as the tests built it, and returns everything it printed.</summary>
    private string Command(params string[] arguments)
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "protect-scorm.dll");
        var start = new ProcessStartInfo("dotnet", [tool, .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return errors.Result + output;
    }

    private static string Terminal(string command, string printed) =>
        $$"""
            <!doctype html><html lang="en"><title>Terminal</title><style>
            body { margin: 0; background: #fff }
            main { width: 1030px; padding: 14px 20px 18px; box-sizing: border-box; border-radius: 8px;
                   background: #1d2330 }
            p { margin: 0 0 12px; font-size: 0; line-height: 0 }
            i { display: inline-block; width: 11px; height: 11px; margin-right: 7px; border-radius: 50%;
                background: #5a6478 }
            pre { margin: 0; white-space: pre-wrap; color: #e6e9f0;
                  font: 14px/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace }
            b { color: #8fd19e }
            </style><main><p><i></i><i></i><i></i></p><pre><b>$</b> {{WebUtility.HtmlEncode(command)}}
            {{WebUtility.HtmlEncode(printed.Trim())}}</pre></main></html>
            """;

    private static void Compare(string name, byte[] taken)
    {
        string path = Repository.At("docs", "images", name);
        if (Environment.GetEnvironmentVariable("PROTECT_PICTURES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, taken);
        }
        Assert.True(File.Exists(path), $"docs/images/{name} is missing (PROTECT_PICTURES=1 writes it).");
        byte[] committed = File.ReadAllBytes(path);
        Assert.InRange(committed.Length, 1, MostBytes);
        Assert.Equal(WidthOf(taken), WidthOf(committed));
    }

    /// <summary>The width in pixels, from the header of a PNG file.</summary>
    private static int WidthOf(byte[] png)
    {
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(png, 1, 3));
        return BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
    }
}

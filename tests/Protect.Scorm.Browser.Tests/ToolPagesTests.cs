using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Opens and prints the pages of a toolbox.</summary>
public sealed partial class ToolPagesTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static readonly Lazy<Dictionary<string, byte[]>> Showcase = new(() => BoxOf(null)),
        RightToLeft = new(() => BoxOf("ar-XB"));

    private static Dictionary<string, byte[]> BoxOf(string? language)
    {
        CompileResult result = CourseCompiler.Compile(
            SourceFolder.Course(Repository.At("courses", "showcase"), "showcase"),
            new CompileOptions { Toolbox = true, Language = language }
        );
        using var zip = new ZipArchive(new MemoryStream(Assert.Single(result.Toolboxes).Zip));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                var bytes = new MemoryStream();
                using Stream stream = entry.Open();
                stream.CopyTo(bytes);
                return bytes.ToArray();
            }
        );
    }

    private static string[] PagesOf(Dictionary<string, byte[]> box) =>
        [.. box.Keys.Where(name => name.EndsWith(".html", StringComparison.Ordinal))];

    private async Task<IPage> Open(Dictionary<string, byte[]> box, BrowserNewContextOptions options)
    {
        IBrowserContext context = await run.Browser.NewContextAsync(options);
        await context.RouteAsync(
            "**/*",
            route =>
                box.TryGetValue(new Uri(route.Request.Url).AbsolutePath.TrimStart('/'), out byte[]? bytes)
                    ? route.FulfillAsync(new() { BodyBytes = bytes, ContentType = "text/html; charset=utf-8" })
                    : route.AbortAsync()
        );
        return await context.NewPageAsync();
    }

    [Theory(DisplayName = "axe finds no fault in the pages of a toolbox, and they fit a window of 320 pixels")]
    [InlineData(320, ColorScheme.Light, false)]
    [InlineData(1100, ColorScheme.Dark, false)]
    [InlineData(700, ColorScheme.Light, true)]
    public async Task Accessible(int width, ColorScheme scheme, bool isRightToLeft)
    {
        Dictionary<string, byte[]> box = isRightToLeft ? RightToLeft.Value : Showcase.Value;
        IPage page = await Open(
            box,
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
                ColorScheme = scheme,
            }
        );
        var problems = new List<string>();
        page.Console += (_, message) => problems.Add(message.Text);
        foreach (string name in PagesOf(box))
        {
            await page.GotoAsync($"http://tools.test/{name}");
            await Axe.Clean(page, name);
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{name} is wider than {width} pixels"
            );
        }
        Assert.Empty(problems);
        await page.Context.CloseAsync();
    }

    [Fact(DisplayName = "Fields of a tool can be filled in by their names, and nothing is sent")]
    public async Task FillsIn()
    {
        IPage page = await Open(Showcase.Value, new());
        var requests = new List<string>();
        await page.GotoAsync("http://tools.test/01-plan-of-a-club-evening.html");
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GetByLabel("Date and place").FillAsync("Friday");
        await page.GetByLabel("Date and place").PressAsync("Enter");
        await page.GetByLabel("In the calm half hour").FillAsync("Low light\nWarm cups");
        await page.GetByLabel("The door list is ready.").CheckAsync();
        await page.GetByLabel("Drinks, who").FillAsync("Ana");
        await page.GetByLabel("Music, Who").FillAsync("Kim");
        Assert.Equal("Friday", await page.GetByLabel("Date and place").InputValueAsync());
        Assert.Empty(requests);
        await page.Context.CloseAsync();
    }

    [Theory(
        DisplayName = "Each sheet of a tool is printed on one side of A4 or A3, as its format says; four cards on A4"
    )]
    [InlineData("01-plan-of-a-club-evening.html", "210x297 297x420")]
    [InlineData("02-situation-cards.html", "210x297")]
    [InlineData("03-slides-for-the-team.html", "297x210 297x210")]
    public async Task Prints(string name, string papers)
    {
        foreach (Dictionary<string, byte[]> box in new[] { Showcase.Value, RightToLeft.Value })
        {
            string page = PagesOf(box).Single(file => file.StartsWith(name[..2], StringComparison.Ordinal));
            Assert.Equal(papers, string.Join(' ', PapersOf(await Print(box, page))));
        }
    }

    [Fact(DisplayName = "The filled example is printed only when the box for it is ticked")]
    public async Task ExampleOnPaper()
    {
        IPage page = await Open(Showcase.Value, new());
        await page.GotoAsync("http://tools.test/01-plan-of-a-club-evening.html");
        await page.GetByLabel("Print the filled example too").CheckAsync();
        byte[] paper = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Equal(["210x297", "297x420", "210x297"], PapersOf(paper));
        await page.Context.CloseAsync();
    }

    [Fact(DisplayName = "Cards are quarters of an A4 side, with lines to cut along between them")]
    public async Task Cards()
    {
        IPage page = await Open(
            Showcase.Value,
            new()
            {
                ViewportSize = new() { Width = 794, Height = 1123 },
            }
        );
        await page.GotoAsync("http://tools.test/02-situation-cards.html");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        double[][] boxes = await page.EvaluateAsync<double[][]>(
            """
            [...document.querySelector(".side.cards").children].map((card) => {
              const { width, height } = card.getBoundingClientRect();
              return [width / 96 * 25.4, height / 96 * 25.4];
            })
            """
        );
        Assert.Equal(4, boxes.Length);
        Assert.All(boxes, box => Assert.InRange(box[0], 104.5, 105.5));
        Assert.All(boxes, box => Assert.InRange(box[1], 147.5, 148.6));
        string line = await page.EvaluateAsync<string>(
            "getComputedStyle(document.querySelector('.side.cards'), '::before').borderLeftStyle"
        );
        Assert.Equal("dashed", line);
        await page.Context.CloseAsync();
    }

    [Fact(DisplayName = "A sheet whose estimated length fits its paper is printed on one side")]
    public async Task Estimates()
    {
        // Different mixtures of what a sheet can have, each just short enough for no warning.
        string[] bodies =
        [
            Repeated("Words that somebody reads on a Friday evening, when the room is full and loud and warm.\n\n", 27),
            Repeated("[[{0}]]\n\n", 16),
            Repeated("- [ ] Something to look at before the doors are open.\n", 36),
            "| A | B | C |\n|---|---|---|\n" + Repeated("| Some words | [[]] | [ ] |\n", 22),
        ];
        foreach (string body in bodies)
        {
            string fields = string.Concat(
                Enumerable
                    .Range(0, 40)
                    .Where(n => body.Contains($"[[f{n}]]"))
                    .Select(n => $"  - {{id: f{n}, label: Field {n}}}\n")
            );
            string tool =
                "title: Tool\naudience: Everybody.\nwhen: Today.\n"
                + (fields.Length > 0 ? "fields:\n" + fields : "")
                + "sheets:\n  - format: page\n    parts:\n      - body: |\n"
                + string.Concat(body.Split('\n').Select(line => $"          {line}".TrimEnd() + "\n"));
            CompileResult result = CourseCompiler.Compile(
                SourceFolder.InMemory(
                    new Dictionary<string, byte[]>
                    {
                        ["course.yaml"] = Utf8(
                            "id: made\nversion: 1.0.0\nlanguage: en\ntitle: Made\ndescription: A course for a test.\n"
                                + "licence: CC-BY-SA-4.0\nauthors: [Somebody]\nmodules: [one]\ntools: [tool]\n"
                        ),
                        ["modules/one.yaml"] = Utf8(
                            "id: one\ntitle: One\npages:\n  - {id: start, title: Start, blocks: [{type: tools}]}\n"
                        ),
                        ["tools/tool.yaml"] = Utf8(tool),
                    }
                ),
                new CompileOptions { Toolbox = true }
            );
            Assert.Empty(result.Diagnostics.Select(DiagnosticText.Format));
            using var zip = new ZipArchive(new MemoryStream(result.Toolboxes[0].Zip));
            using var reader = new StreamReader(zip.GetEntry("01-tool.html")!.Open());
            var box = new Dictionary<string, byte[]> { ["01-tool.html"] = Utf8(await reader.ReadToEndAsync()) };
            Assert.Equal(["210x297"], PapersOf(await Print(box, "01-tool.html")));
        }

        static string Repeated(string text, int times) =>
            string.Concat(Enumerable.Range(0, times).Select(n => text.Replace("{0}", $"f{n}")));
    }

    private async Task<byte[]> Print(Dictionary<string, byte[]> box, string name)
    {
        IPage page = await Open(box, new());
        await page.GotoAsync($"http://tools.test/{name}");
        byte[] paper = await page.PdfAsync(new() { PreferCSSPageSize = true });
        await page.Context.CloseAsync();
        return paper;
    }

    /// <summary>Returns the size of each page of a PDF in millimetres.</summary>
    private static string[] PapersOf(byte[] pdf) =>
        [
            .. Paper()
                .Matches(Encoding.Latin1.GetString(pdf))
                .Select(match => $"{Millimetres(match.Groups[1].Value)}x{Millimetres(match.Groups[2].Value)}"),
        ];

    private static int Millimetres(string points) =>
        (int)Math.Round(double.Parse(points, CultureInfo.InvariantCulture) / 72 * 25.4);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    [GeneratedRegex(@"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]")]
    private static partial Regex Paper();
}

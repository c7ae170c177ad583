using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The security policy of a package, tested with scripts injected into its pages.</summary>
public sealed class OwnProgramOnlyTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Evil = "<script src=\"media/evil.txt\"></script><script src=\"media/evil.js\"></script>";

    public static TheoryData<string, bool> Places =>
        new()
        {
            { "hello", true },
            { "hello", false },
            { "showcase", true },
        };

    [Theory(DisplayName = "A foreign script in a page is refused, from disk and from a server; the course still runs")]
    [MemberData(nameof(Places))]
    public async Task ForeignScriptsAreRefused(string course, bool fromDisk)
    {
        string folder = Courses.OnDisk(Courses.Of(course));
        foreach (string page in (string[])["index.html", "print.html"])
        {
            string path = Path.Combine(folder, page),
                own = File.ReadAllText(path);
            Assert.Contains("<main", own);
            File.WriteAllText(path, own.Replace("<main", Evil + "<main"));
        }
        Directory.CreateDirectory(Path.Combine(folder, "media"));
        foreach (string script in (string[])["evil.txt", "evil.js"])
            File.WriteAllText(Path.Combine(folder, "media", script), "window.XSS = 1");
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        if (!fromDisk)
            await context.RouteAsync(
                "http://lms.test/**",
                route =>
                    route.FulfillAsync(new() { Path = Path.Combine(folder, route.Request.Url[16..].Split('?')[0]) })
            );
        IPage tab = await context.NewPageAsync();
        string At(string name) =>
            fromDisk ? new Uri(Path.Combine(folder, name)).AbsoluteUri : $"http://lms.test/{name}";
        await tab.GotoAsync(At("index.html"));
        await new CoursePage(tab, tab.MainFrame).Ready();
        Assert.Equal("undefined", await tab.EvaluateAsync<string>("typeof window.XSS"));
        await tab.GotoAsync(At("print.html"));
        Assert.Equal("undefined", await tab.EvaluateAsync<string>("typeof window.XSS"));
    }

    [Theory(DisplayName = "A course of many hundred pages starts and shows its last page")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LargeCourse(bool fromDisk)
    {
        CompileResult large = Courses.Made(LargeCourseFiles());
        if (!fromDisk)
        {
            await using Launch launch = await Launch.Start(run.Browser, large);
            await launch.Course.GoTo("a-page-with-a-long-identifier-39-19");
            Assert.Empty(launch.TakeFaults());
            return;
        }
        string folder = Courses.OnDisk(large);
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(folder, "index.html")).AbsoluteUri);
        var course = new CoursePage(page, page.MainFrame);
        await course.Ready();
        await course.GoTo("a-page-with-a-long-identifier-39-19");
    }

    private static Dictionary<string, string> LargeCourseFiles()
    {
        int[] modules = [.. Enumerable.Range(0, 40)];
        var files = new Dictionary<string, string>
        {
            ["course.yaml"] =
                "id: large\nversion: 1.0.0\nlanguage: en\ntitle: Large\ndescription: Many pages.\nduration: 600\n"
                + "licence: CC-BY-SA-4.0\nauthors: [Somebody]\n"
                + $"modules: [{string.Join(", ", modules.Select(module => $"m{module}"))}]\n",
        };
        foreach (int module in modules)
            files[$"modules/m{module}.yaml"] =
                $"id: m{module}\ntitle: Module {module}\npages:\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 20)
                        .Select(page =>
                            $"  - id: a-page-with-a-long-identifier-{module}-{page}\n"
                            + $"    title: A page with a title of some length, {page}\n"
                            + $"    blocks:\n      - {{type: text, body: Text of page {page}.}}\n"
                        )
                );
        return files;
    }
}

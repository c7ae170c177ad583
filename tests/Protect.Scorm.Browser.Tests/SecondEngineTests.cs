using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Accessibility of courses and reports by a second engine.</summary>
public sealed class SecondEngineTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Theory(DisplayName = "HTML_CodeSniffer finds no error on any page of a course, nor in the package reports")]
    [InlineData("hello")]
    [InlineData("showcase")]
    [InlineData("reports")]
    public async Task EveryPage(string id)
    {
        if (id == "reports")
        {
            await Reports();
            return;
        }
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of(id),
            new LaunchOptions
            {
                Lms = "none",
                Width = 1100,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            await Sniffer.Clean(launch.Course.Frame, page);
        }
        await launch.Page.GotoAsync("http://lms.test/course/print.html");
        await Sniffer.Clean(launch.Page.MainFrame, "print.html");
    }

    [Fact(DisplayName = "HTML_CodeSniffer finds planted faults, and every false alarm in its table still occurs")]
    public async Task Sharp()
    {
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.SetContentAsync("<html lang='en'><title>A</title><img src='a.png'><fieldset>A</fieldset>");
        string[] codes = [.. (await Sniffer.Errors(page.MainFrame)).Errors.Select(error => error.Code)];
        Assert.Contains(codes, code => code.Contains("1_1_1.H37"));
        Assert.Contains(codes, code => code.EndsWith("H71.NoLegend", StringComparison.Ordinal));
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions
            {
                Lms = "none",
                Width = 1100,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var met = new HashSet<int>();
        foreach (string id in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(id);
            met.UnionWith((await Sniffer.Errors(launch.Course.Frame)).Errors.Select(error => error.Reason));
            if (Enumerable.Range(0, Sniffer.FalseAlarms.Length).All(met.Contains))
                return;
        }
        Assert.Fail(
            "Remove from the table: "
                + string.Join(", ", Sniffer.FalseAlarms.Where((_, at) => !met.Contains(at)).Select(known => known.Code))
        );
    }

    private async Task Reports()
    {
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        foreach ((string name, string html) in PackageReports.Of(Courses.Of("showcase")))
        {
            await page.SetContentAsync(html);
            await Sniffer.Clean(page.MainFrame, name);
        }
    }
}

using Microsoft.Playwright;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Accessibility of every page of every course.</summary>
public sealed class AccessibilityTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Theory(DisplayName = "axe finds no fault on any page of a course, in light and dark, narrow and wide")]
    [InlineData("hello", ColorScheme.Light, 1100, 0)]
    [InlineData("showcase", ColorScheme.Light, 867, 0)]
    [InlineData("showcase", ColorScheme.Dark, 320, 0)]
    [InlineData("protect", ColorScheme.Light, 867, 1)]
    [InlineData("protect", ColorScheme.Dark, 1100, 2)]
    public async Task EveryPage(string id, ColorScheme scheme, int width, int half)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of(id),
            new LaunchOptions
            {
                Lms = "none",
                Scheme = scheme,
                Width = width,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        // A large course: every second page each time.
        foreach (string page in AnswerKey.Of(id).Pages.Where((_, at) => half == 0 || at % 2 == half - 1))
        {
            await launch.Course.GoTo(page);
            await Axe.Clean(launch.Page, page);
        }
        await launch.Page.GotoAsync("http://lms.test/course/print.html");
        await Axe.Clean(launch.Page, "print.html");
    }

    [Theory(DisplayName = "axe finds no fault in the package reports, and they fit a narrow screen")]
    [InlineData(ColorScheme.Light, 1100)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Reports(ColorScheme scheme, int width)
    {
        await using IBrowserContext context = await run.Browser.NewContextAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        IPage page = await context.NewPageAsync();
        foreach ((string name, string html) in PackageReports.Of(Courses.Of("showcase")))
        {
            await page.SetContentAsync(html);
            await Axe.Clean(page, name);
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{name} is wider than {width} pixels"
            );
        }
    }

    [Fact(DisplayName = "axe finds no fault in feedback, results, the privacy view and the closing view")]
    public async Task AxeOnViews()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none", ReducedMotion = ReducedMotion.Reduce }
        );
        CoursePage course = launch.Course;
        foreach (var check in keys.Checks)
        {
            await course.GoTo(check.Page);
            await course.Choose(check.Id, check.Wrong);
            await course.Check(check.Id);
            await Axe.Clean(launch.Page, check.Id);
        }
        await course.GoTo(keys.AssessmentPage);
        await course.HandIn();
        await Axe.Clean(launch.Page, "unanswered");
        foreach (var item in await course.Asked(keys))
            await course.Choose(item.Id, item.Wrong);
        await course.HandIn();
        await Assertions.Expect(course.Results).ToBeVisibleAsync();
        await Axe.Clean(launch.Page, "results");
        await course.Frame.EvaluateAsync("document.querySelector('[data-privacy-button]').click()");
        await Axe.Clean(launch.Page, "privacy");
        await course.Frame.Locator("[data-privacy] [data-close]").ClickAsync();
        await course.Leave.ClickAsync();
        await Assertions.Expect(course.Frame.Locator("[data-closing] h1")).ToBeVisibleAsync();
        await Axe.Clean(launch.Page, "closing");
    }

    [Theory(DisplayName = "No page scrolls sideways at 320 pixels, nor with text at twice the size")]
    [InlineData("showcase", 320, 1)]
    [InlineData("protect", 320, 1)]
    [InlineData("showcase", 640, 2)]
    [InlineData("protect", 640, 2)]
    public async Task Reflow(string id, int width, int text)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of(id),
            new LaunchOptions { Lms = "none", Width = width }
        );
        if (text > 1)
            await launch.Page.EvaluateAsync(
                "size => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`html{font-size:${size * 100}%}`); "
                    + "document.adoptedStyleSheets = [sheet]; }",
                text
            );
        foreach (string page in AnswerKey.Of(id).Pages)
        {
            await launch.Course.GoTo(page);
            string[] wide = await launch.Course.TooWide();
            Assert.True(wide.Length == 0, $"{page}: {string.Join("; ", wide)}");
        }
    }

    [Fact(DisplayName = "A course can be completed with the keyboard alone, and the focus is where the learner looks")]
    public async Task Keyboard()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("hello"),
            new LaunchOptions { Lms = "none", Width = 700 }
        );
        IPage page = launch.Page;
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.EvaluateAsync<string>("document.activeElement.id"));
        await TabTo(page, "document.activeElement.matches('input[type=radio]')");
        await page.Keyboard.PressAsync("Space");
        await TabTo(page, "document.activeElement.matches('[data-check]')");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(launch.Course.Frame.Locator("[data-result] [data-verdict]")).ToBeVisibleAsync();
        Assert.True(
            await page.EvaluateAsync<bool>("document.activeElement !== document.body"),
            "the focus was lost after the answer"
        );
    }

    [Fact(DisplayName = "Turning a page moves the focus to the new heading; submitting moves it to the results")]
    public async Task FocusFollows()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        await launch.Course.Next.FocusAsync();
        await launch.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(launch.Course.Heading).ToBeFocusedAsync();
        await launch.Course.GoTo(keys.AssessmentPage);
        foreach (var item in await launch.Course.Asked(keys))
            await launch.Course.Choose(item.Id, item.Right);
        await launch.Course.ToOverview();
        await launch.Course.Submit.FocusAsync();
        await launch.Page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(launch.Course.Results.GetByRole(AriaRole.Heading, new() { Level = 3 }).First)
            .ToBeFocusedAsync();
    }

    [Fact(DisplayName = "A right-to-left page is mirrored and fits")]
    public async Task RightToLeft()
    {
        CompileResult result = Courses.Made(
            new()
            {
                ["course.yaml"] =
                    "id: rtl\nversion: 1.0.0\nlanguage: ar\ntitle: دورة\ndescription: وصف.\nduration: 5\nlicence: MIT\n"
                    + "authors: [A]\nmodules: [one]\n",
                ["modules/one.yaml"] =
                    "id: one\ntitle: الأولى\npages:\n  - id: start\n    title: البداية\n    blocks:\n"
                    + "      - type: text\n        body: مرحبا بكم.\n      - type: true-false\n        id: q\n"
                    + "        prompt: هل هذا صحيح؟\n        answer: true\n",
            }
        );
        await using Launch launch = await Launch.Start(
            run.Browser,
            result,
            new LaunchOptions { Lms = "none", Width = 1100 }
        );
        Assert.Equal(
            "rtl",
            await launch.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('article h1')).direction")
        );
        var menu = (await launch.Page.Locator("[data-menu]").BoundingBoxAsync())!;
        var article = (await launch.Course.Article.BoundingBoxAsync())!;
        Assert.True(menu.X > article.X, "the menu is not on the right");
        await Axe.Clean(launch.Page, "rtl");
        await launch.Page.SetViewportSizeAsync(320, 640);
        Assert.True(
            await launch.Page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        );
    }

    [Fact(DisplayName = "In forced colours the chosen option and the focus stay visible")]
    public async Task ForcedColours()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none", ForcedColors = ForcedColors.Active }
        );
        await launch.Course.GoTo(keys.Checks[0].Page);
        await launch.Course.Choose(keys.Checks[0].Id, keys.Checks[0].Right);
        await launch.Page.Keyboard.PressAsync("Tab");
        string outline = await launch.Page.EvaluateAsync<string>(
            "getComputedStyle(document.activeElement).outlineStyle"
        );
        Assert.NotEqual("none", outline);
    }

    private static async Task TabTo(IPage page, string condition)
    {
        for (int tab = 0; tab < 40; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(condition))
                return;
        }
        Assert.Fail($"Not reached with Tab: {condition}");
    }
}

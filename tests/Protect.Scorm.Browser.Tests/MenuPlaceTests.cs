using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The menu and the bar show where the learner is.</summary>
public sealed class MenuPlaceTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Place = """
        () => {
          const panel = document.querySelector("[data-menu]").getBoundingClientRect();
          const link = document.querySelector("[data-menu] [aria-current]").getBoundingClientRect();
          const foot = Math.min(panel.bottom, innerHeight);
          return { hidden: Math.max(0, panel.top - link.top, link.bottom - foot), scrolled: scrollY };
        }
        """;

    [Fact(
        DisplayName = "The desktop menu shows the current page of a long course, also after Next and in a later launch"
    )]
    public async Task CurrentPageInView()
    {
        await using Launch launch = await Start(1280, 700);
        await launch.Course.GoTo("m9-6");
        await InView(launch, "m9-6");
        await launch.Course.Next.ClickAsync();
        await InView(launch, "m10-1");
        await launch.Again(sameDevice: true);
        await launch.Course.Ready();
        await InView(launch, "m10-1");
    }

    [Fact(
        DisplayName = "The menu counts the pages seen of each module, and marks a finished one with a word and an icon"
    )]
    public async Task ModulesDone()
    {
        await using Launch launch = await Start(1280, 700);
        CoursePage course = launch.Course;
        ILocator first = course.Frame.Locator("[data-module=m1] [data-module-seen]"),
            second = course.Frame.Locator("[data-module=m2] [data-module-seen]");
        await Assertions.Expect(first).ToHaveTextAsync("1 of 6 pages seen");
        await Assertions.Expect(second).ToHaveTextAsync("");
        for (int page = 2; page <= Chapters.Pages; page++)
        {
            await course.Next.ClickAsync();
            await Assertions.Expect(course.Heading).ToHaveTextAsync($"Page 1.{page}");
        }
        await Assertions.Expect(first).ToHaveTextAsync("finished");
        await Assertions.Expect(first.Locator("svg")).ToHaveCountAsync(1);
        await Assertions.Expect(course.Frame.Locator("[data-standing]")).ToHaveTextAsync("6 of 61 pages seen");
    }

    [Fact(DisplayName = "The bar shows the module, the page in it, and about how many minutes are left")]
    public async Task Bar()
    {
        await using Launch launch = await Start(1280, 700);
        CoursePage course = launch.Course;
        ILocator where = course.Frame.Locator("[data-where] span");
        await Assertions.Expect(where).ToHaveTextAsync(["Chapter 1", "Page 1 of 6 · about 10 min left"]);
        await course.GoTo("m1-4");
        await Assertions.Expect(where).ToHaveTextAsync(["Chapter 1", "Page 4 of 6 · about 5 min left"]);
        await course.GoTo("m4-2");
        await Assertions.Expect(where).ToHaveTextAsync(["Chapter 4", "Page 2 of 6 · about 1 min left"]);
    }

    [Theory(DisplayName = "The bar never makes the page wider than the window")]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(560)]
    public async Task BarFits(int width)
    {
        await using Launch launch = await Start(width, 800);
        await launch.Course.GoTo("m3-2");
        Assert.True(
            await launch.Course.Frame.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"wider than {width} pixels"
        );
    }

    private Task<Launch> Start(int width, int height) =>
        Launch.Start(
            run.Browser,
            Courses.Made(Chapters.Files()),
            new LaunchOptions
            {
                Lms = "none",
                Width = width,
                Height = height,
            }
        );

    private static async Task InView(Launch launch, string page)
    {
        await Assertions.Expect(launch.Course.Article).ToHaveAttributeAsync("data-page", page);
        System.Text.Json.JsonElement place = (await launch.Course.Frame.EvaluateAsync(Place))!.Value;
        Assert.True(place.GetProperty("hidden").GetDouble() < 1, $"{page}: the current entry is out of view: {place}");
        Assert.Equal(0, place.GetProperty("scrolled").GetDouble());
    }
}

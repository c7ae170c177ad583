using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The end of a module and of the course, and covers.</summary>
public sealed class ModuleEndTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Fact(
        DisplayName = "A module ends with its sentence, and with the pages left until all were seen; then with a mark"
    )]
    public async Task EndOfModule()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        ILocator end = course.Frame.Locator("[data-module-end]");
        await Assertions.Expect(end).ToHaveCountAsync(0);
        await course.GoTo("m1-6");
        await Assertions.Expect(course.Article.Locator(".takeaway")).ToContainTextAsync("Sentence 1 to remember.");
        await Assertions.Expect(end).ToHaveAttributeAsync("data-module-end", "open");
        await Assertions.Expect(end.Locator("li")).ToHaveTextAsync(["Page 1.2", "Page 1.3", "Page 1.4", "Page 1.5"]);
        for (int page = 2; page <= 5; page++)
        {
            await end.GetByRole(AriaRole.Link, new() { Name = $"Page 1.{page}" }).ClickAsync();
            await Assertions.Expect(course.Heading).ToHaveTextAsync($"Page 1.{page}");
            await Assertions.Expect(end).ToHaveCountAsync(0);
            await course.GoTo("m1-6");
        }
        await Assertions.Expect(end).ToHaveAttributeAsync("data-module-end", "done");
        await Assertions.Expect(end).ToContainTextAsync("You have seen every page of this module.");
        await end.GetByRole(AriaRole.Link, new() { Name = "Chapter 2" }).ClickAsync();
        await Assertions.Expect(course.Heading).ToHaveTextAsync("The second part");
        Assert.Equal(61, (await course.PageIds()).Length);
    }

    [Fact(DisplayName = "A cover shows its sentence, and its button says Start and turns the page")]
    public async Task Cover()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        await course.GoTo("m2-cover");
        await Assertions.Expect(course.Article).ToContainTextAsync("One step after the other.");
        await Assertions
            .Expect(course.Article.GetByRole(AriaRole.Img, new() { Name = "An open door." }))
            .ToBeVisibleAsync();
        await course.Frame.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await Assertions.Expect(course.Heading).ToHaveTextAsync("Page 2.1");
        await Assertions.Expect(course.Next).ToBeVisibleAsync();
    }

    [Fact(DisplayName = "The last page says what is left, or that the course is finished, and its button leaves it")]
    public async Task EndOfCourse()
    {
        await using Launch launch = await Start("frame");
        CoursePage course = launch.Course;
        ILocator end = course.Frame.Locator("[data-left]");
        await course.GoTo("m10-6");
        await Assertions.Expect(end).ToHaveAttributeAsync("data-left", "open");
        await Assertions.Expect(end).ToContainTextAsync("59 pages left to see");
        foreach (string page in await course.PageIds())
            await course.GoTo(page);
        await course.GoTo("m10-6");
        await Assertions.Expect(end).ToHaveAttributeAsync("data-left", "done");
        await Assertions.Expect(end).ToContainTextAsync("You have finished.");
        await end.GetByRole(AriaRole.Button, new() { Name = "Leave the course" }).ClickAsync();
        ILocator closing = course.Frame.Locator("[data-closing]");
        await Assertions
            .Expect(closing.Locator("[data-recorded]"))
            .ToContainTextAsync("You have finished this course.");
        await Assertions.Expect(closing.Locator("[data-recorded]")).ToContainTextAsync("61 of 61");
        await Assertions.Expect(closing).ToContainTextAsync("To come back");
        Assert.Equal("LMSFinish", (await launch.Calls())[^1].Name);
    }

    [Fact(DisplayName = "The closing page says that the course is not finished, and how many pages were seen")]
    public async Task Goodbye()
    {
        await using Launch launch = await Start("frame");
        await launch.Course.GoTo("m1-2");
        await launch.Course.Leave.ClickAsync();
        ILocator recorded = launch.Course.Frame.Locator("[data-recorded]");
        await Assertions.Expect(recorded).ToContainTextAsync("This course is not finished yet.");
        await Assertions.Expect(recorded).ToContainTextAsync("2 of 61");
    }

    private Task<Launch> Start(string lms = "none") =>
        Launch.Start(
            run.Browser,
            Courses.Made(Chapters.Files()),
            new LaunchOptions
            {
                Lms = lms,
                Width = 1100,
                Height = 800,
            }
        );
}

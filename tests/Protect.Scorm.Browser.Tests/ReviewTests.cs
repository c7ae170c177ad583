using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>An assessment that closes after failed attempts until pages were opened.</summary>
public sealed class ReviewTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static CompileResult Course { get; } =
        MadeCourse.Of(
            "review",
            """
              - id: listen
                title: Listening
                blocks: [{type: text, body: Listen first.}]
              - id: lead
                title: Your lead
                blocks: [{type: text, body: Tell your lead the same day.}]
              - id: final
                title: Final test
                assessment:
                  review_after: 2
                  pass_mark: 70
                  before_retry: Rest first.
                  questions:
                    - {type: true-false, id: a, prompt: Listening comes first., answer: true, review: listen}
                    - {type: true-false, id: b, prompt: Your lead hears of it today., answer: true, review: lead}
                    - {type: true-false, id: c, prompt: You carry it alone., answer: false, review: lead}
              - id: end
                title: End
                blocks: [{type: text, body: The end.}]

            """
        );

    private static async Task Submit(Launch launch, bool right)
    {
        foreach (string id in (string[])["a", "b", "c"])
            await launch.Course.Choose(id, right == (id != "c") ? 0 : 1);
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Results).ToBeVisibleAsync();
    }

    private static ILocator Why(Launch launch) => launch.Course.Results.Locator("[data-review-why]");

    private static ILocator Pages(Launch launch) => launch.Course.Results.Locator("[data-review] li");

    private static ILocator WayBack(Launch launch) => launch.Course.Frame.Locator("[data-review-left]:visible");

    [Fact(
        DisplayName = "A test that closed after failed attempts opens again when its pages were opened, also elsewhere"
    )]
    public async Task ClosesAndOpens()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course);
        await launch.Course.GoTo("final");
        await Assertions
            .Expect(launch.Course.Article.Locator("dl.facts").First)
            .ToContainTextAsync("before you reread");
        await Submit(launch, right: false);
        await Assertions.Expect(Why(launch)).ToHaveCountAsync(0);
        await launch.Course.Retry.ClickAsync();
        await Submit(launch, right: false);

        await Assertions.Expect(Why(launch)).ToBeVisibleAsync();
        await Assertions.Expect(launch.Course.Retry).ToHaveCountAsync(0);
        await Assertions.Expect(launch.Course.Results.Locator("[data-before-retry-text]")).ToHaveCountAsync(0);
        await Assertions.Expect(Pages(launch)).ToHaveTextAsync(["Listening", "Your lead"]);

        // A page leads to those that are left.
        await Pages(launch).First.Locator("a").ClickAsync();
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("Listening");
        await Assertions.Expect(WayBack(launch).Locator("a")).ToHaveTextAsync(["Your lead"]);

        // Another device: only the LMS has the progress.
        await launch.Again();
        await launch.Course.GoTo("final");
        await Assertions.Expect(Pages(launch)).ToHaveTextAsync(["Listening (seen)", "Your lead"]);
        await Assertions.Expect(launch.Course.Retry).ToHaveCountAsync(0);
        await Pages(launch).Last.Locator("a").ClickAsync();
        await Assertions.Expect(WayBack(launch)).ToContainTextAsync("open again");
        await WayBack(launch).Locator("a").ClickAsync();
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("Final test");
        await Assertions.Expect(launch.Course.Retry).ToBeVisibleAsync();
        await Assertions.Expect(Why(launch)).ToHaveCountAsync(0);

        // The next closing needs two more attempts, and no page asks for the test any more.
        await launch.Course.Retry.ClickAsync();
        await launch.Course.GoTo("lead");
        await Assertions.Expect(WayBack(launch)).ToHaveCountAsync(0);
        await launch.Course.GoTo("final");
        await Submit(launch, right: false);
        await launch.Course.Retry.ClickAsync();
        await Submit(launch, right: true);
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
        await Assertions.Expect(Why(launch)).ToHaveCountAsync(0);
        Assert.Equal("passed", await launch.Stored("cmi.core.lesson_status"));
        Assert.DoesNotContain(await launch.Calls(), call => call.Args.Contains("failed"));
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "A learner who wanders through the course while the test is closed finds it open afterwards")]
    public async Task Wanders()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course);
        await launch.Course.GoTo("final");
        await Submit(launch, right: false);
        await launch.Course.Retry.ClickAsync();
        await Submit(launch, right: false);
        await launch.Course.GoTo("end");
        await launch.Course.GoTo("final");
        await Assertions.Expect(launch.Course.Retry).ToHaveCountAsync(0);
        foreach (string page in (string[])["lead", "listen", "end", "final"])
            await launch.Course.GoTo(page);
        await Assertions.Expect(launch.Course.Retry).ToBeVisibleAsync();
    }
}

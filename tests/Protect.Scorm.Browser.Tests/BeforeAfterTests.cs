using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Comparisons of answers before and after. They stay on the learner's side.</summary>
public sealed class BeforeAfterTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static string Check(string id, string feedback) =>
        $"      - {{type: true-false, id: {id}, prompt: A concern is enough., answer: true, confidence: true, "
        + $"feedback: {{right: {feedback}, wrong: {feedback}}}}}\n";

    private static CompileResult Course { get; } =
        MadeCourse.Of(
            "before-after",
            "  - id: first\n    title: First thoughts\n    blocks:\n"
                + Check("first-a", "It is.")
                + Check("first-b", "So it is.")
                + "  - id: last\n    title: Last thoughts\n    blocks:\n"
                + Check("last-a", "It is.")
                + Check("last-b", "So it is.")
                + "  - id: changed\n    title: Changed\n    blocks:\n"
                + "      - {type: before-after, title: Progress, before: first, after: last}\n"
        );

    private static async Task Answer(Launch launch, string id, bool right, int confidence)
    {
        ILocator form = launch.Course.Question(id);
        await form.Locator($"[data-answer] input[value='{(right ? 0 : 1)}']").CheckAsync();
        await form.Locator($"[data-confidence] input[value='{confidence}']").CheckAsync();
        await launch.Course.Check(id);
        await Assertions.Expect(launch.Course.Verdict(id)).ToBeVisibleAsync();
    }

    private static ILocator Place(Launch launch) => launch.Course.Article.Locator("[data-before]");

    [Fact(DisplayName = "The learner reads how many answers were right and sure before and after; no LMS gets more")]
    public async Task Compares()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course);
        await launch.Course.GoTo("changed");
        await Assertions.Expect(Place(launch)).ToContainTextAsync("nothing to compare yet");
        await Assertions.Expect(Place(launch).Locator("a")).ToHaveTextAsync(["First thoughts", "Last thoughts"]);

        // The first answer stays: there is no second try, also at a return.
        await launch.Course.GoTo("first");
        await Assertions.Expect(launch.Course.Question("first-a")).ToContainTextAsync("You have one try.");
        await Answer(launch, "first-a", right: false, confidence: 3);
        await Assertions.Expect(launch.Course.Question("first-a").Locator("[data-again]")).ToBeHiddenAsync();
        await Assertions.Expect(launch.Course.Question("first-a").Locator("input").First).ToBeDisabledAsync();
        await Answer(launch, "first-b", right: true, confidence: 1);
        await launch.Again();
        await launch.Course.GoTo("first");
        await Assertions.Expect(launch.Course.Question("first-a").Locator("[data-again]")).ToBeHiddenAsync();
        await Assertions.Expect(launch.Course.Question("first-a").Locator("input").First).ToBeDisabledAsync();

        await launch.Course.GoTo("last");
        await Answer(launch, "last-a", right: true, confidence: 3);
        await launch.Course.GoTo("changed");
        await Assertions.Expect(Place(launch)).ToContainTextAsync("1 of 2");
        await Assertions.Expect(Place(launch).Locator("a")).ToHaveTextAsync(["Last thoughts"]);
        await launch.Course.GoTo("last");
        await Answer(launch, "last-b", right: true, confidence: 2);
        int calls = (await launch.Calls()).Count;
        await launch.Course.GoTo("changed");
        await Assertions.Expect(Place(launch).Locator("a")).ToHaveCountAsync(0);
        await Assertions
            .Expect(Place(launch).Locator("td"))
            .ToHaveTextAsync(["", "1 of 2", "2 of 2", "1 of 2", "1 of 2", "1 of 2", "0 of 2"]);
        await Assertions.Expect(Place(launch)).ToContainTextAsync("Right answers: 1 of 2 before, 2 of 2 after.");

        // Only what every course sends: elements, not the comparison.
        await launch.Page.WaitForTimeoutAsync(1500);
        Assert.DoesNotContain(
            (await launch.Calls()).Skip(calls),
            call => call.Name == "LMSSetValue" && call.Args[0].StartsWith("cmi.interactions", StringComparison.Ordinal)
        );
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "Without JavaScript a sentence is in the place of the comparison")]
    public void NoScript()
    {
        string print = System.Text.Encoding.UTF8.GetString(Courses.FilesOf(Course)["print.html"]);
        Assert.Contains("you can compare here what you answered", print);
        Assert.DoesNotContain("data-before", print);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Protect.Scorm.Model;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The course we ship: all its questions, the safety-critical ones, and “Leave quickly”.</summary>
public sealed class ProtectTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    /// <summary>With the mouse, because <see cref="ProtectJourneyTests"/> answers every question by script.</summary>
    [Fact(
        DisplayName = "Questions of every kind in Protect can be answered wrong, retried and answered right, with "
            + "feedback"
    )]
    public async Task EveryKind()
    {
        AnswerKey keys = AnswerKey.Of("protect");
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("protect"),
            new LaunchOptions { ReducedMotion = ReducedMotion.Reduce }
        );
        CoursePage course = launch.Course;
        string[] once = [.. keys.Once.Select(item => item.Id)];
        // The first, the middle and the last of each kind.
        Answers[] checks =
        [
            .. keys
                .All.Where(item => item.Page != keys.AssessmentPage && !once.Contains(item.Id))
                .GroupBy(item => item.Question.Slug)
                .SelectMany(kind => new[] { 0, kind.Count() / 2, kind.Count() - 1 }.Distinct().Select(kind.ElementAt)),
        ];
        Assert.InRange(checks.Select(item => item.Question.Slug).Distinct().Count(), 6, 20);
        foreach (IGrouping<string, Answers> page in checks.GroupBy(item => item.Page))
        {
            await course.GoTo(page.Key);
            ILocator covered = course.Article.Locator("[data-note-whole]:visible");
            if (await covered.CountAsync() > 0)
                await covered.ClickAsync();
            foreach (Answers item in page)
            {
                foreach (bool right in new[] { false, true })
                {
                    ILocator form = course.Question(item.Id);
                    if (right)
                        await form.Locator("[data-again]").ClickAsync();
                    await course.Answer(item.Question, right);
                    if (await form.Locator("[data-check]").IsVisibleAsync())
                        await form.Locator("[data-check]").ClickAsync();
                    await Assertions
                        .Expect(course.Verdict(item.Id))
                        .ToHaveAttributeAsync("data-verdict", new Regex(right ? "^right$" : "^(wrong|partly)$"));
                    Assert.True(
                        (await form.Locator("[data-result]").InnerTextAsync()).Length > 40,
                        $"{item.Id} does not say why"
                    );
                }
            }
        }
        Assert.DoesNotContain(
            await launch.Calls(),
            call => call.Name == "LMSSetValue" && call.Args[0].StartsWith("cmi.interactions.", StringComparison.Ordinal)
        );
        await launch.NoErrorCodes();
    }

    [Fact(
        DisplayName = "Any one wrong safety-critical answer fails an attempt at Protect at any score; the next one can "
            + "pass"
    )]
    public async Task Critical()
    {
        AnswerKey keys = AnswerKey.Of("protect");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("protect"));
        var attempts = new Attempts(launch, keys);
        string[] critical = [.. keys.Items.Where(item => item.Question.Core.IsCritical).Select(item => item.Id)];
        Assert.InRange(critical.Length, 5, 10);
        foreach (string wrong in critical)
        {
            IReadOnlyList<Answers> asked = await attempts.Begin();
            Assert.Equal([], critical.Except(asked.Select(item => item.Id)));
            await attempts.HandIn(asked.Select(item => Plan.Of(item.Question, right: item.Id != wrong)));
            await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "false");
            await Assertions.Expect(launch.Course.Results.Locator("[data-critical]")).ToBeVisibleAsync();
            Assert.Equal("incomplete", await launch.Stored("cmi.core.lesson_status"));
            Assert.InRange(await Score(launch), 80, 99);
        }
        await attempts.HandIn((await attempts.Begin()).Select(item => Plan.Of(item.Question, right: true)));
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
        Assert.Equal("passed", await launch.Stored("cmi.core.lesson_status"));
        await launch.NoErrorCodes();
    }

    [Fact(
        DisplayName = "One harmful choice in the story of Protect that is always told ends it partly right and fails "
            + "the attempt"
    )]
    public async Task HarmfulChoice()
    {
        AnswerKey keys = AnswerKey.Of("protect");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("protect"));
        CoursePage course = launch.Course;
        await course.GoTo(keys.AssessmentPage);
        IReadOnlyList<Answers> asked = await course.Asked(keys);
        Answers told = Assert.Single(asked, item => item.Question is Branching { Core.IsCritical: true });
        foreach (Answers item in asked.Except([told]))
            await course.Answer(item.Question, right: true);
        await course.Reach(told.Id);
        foreach (int choice in AnswerKey.PathTo((Branching)told.Question, Ending.Partly))
            await course.Question(told.Id).Locator($"[data-node]:not([hidden]) [data-choice='{choice}']").ClickAsync();
        await course.HandIn();
        await Assertions.Expect(course.Results).ToHaveAttributeAsync("data-passed", "false");
        await Assertions.Expect(course.Verdict(told.Id)).ToHaveAttributeAsync("data-verdict", "partly");
        Assert.Equal("incomplete", await launch.Stored("cmi.core.lesson_status"));
        Assert.InRange(await Score(launch), 80, 99);
        await launch.NoErrorCodes();
    }

    private static async Task<double> Score(Launch launch) =>
        double.Parse((await launch.Stored("cmi.core.score.raw"))!, CultureInfo.InvariantCulture);

    [Fact(DisplayName = "A learner who opens no hard page and takes every short version can pass Protect")]
    public async Task WithoutHardPages()
    {
        AnswerKey keys = AnswerKey.Of("protect");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("protect"));
        await launch.Course.GoTo(keys.AssessmentPage);
        foreach (Answers item in await launch.Course.Asked(keys))
            await launch.Course.Answer(item.Question, right: true);
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
        Assert.Equal("passed", await launch.Stored("cmi.core.lesson_status"));
    }

    [Fact(
        DisplayName = "If the LMS blocks navigation, “Leave quickly” shows an empty page that explains it and has "
            + "a link"
    )]
    public async Task LeaveInASandbox()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("protect"),
            new LaunchOptions { Lms = "sandboxed" }
        );
        launch.Tolerant = true; // the browser logs an error about the blocked navigation
        await launch.Course.Leave.ClickAsync();
        ILocator closing = launch.Course.Frame.Locator("[data-closing]");
        await Assertions.Expect(closing.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(closing.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", Launch.Away);
        await Assertions.Expect(closing).ToContainTextAsync("L’historique du navigateur");
        await Assertions.Expect(launch.Course.Frame.Locator("article:visible")).ToHaveCountAsync(0);
        Assert.Equal("LMSFinish", (await launch.Calls())[^1].Name);
    }

    [Theory(DisplayName = "Support is one click or key press away on every page, and closes with Escape")]
    [InlineData(320)]
    [InlineData(1100)]
    public async Task Support(int width)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("protect"),
            new LaunchOptions { Width = width }
        );
        CoursePage course = launch.Course;
        AnswerKey keys = AnswerKey.Of("protect");
        string[] some = [.. keys.Pages.Where((_, at) => at % 20 == 0), keys.AssessmentPage, keys.CardPage];
        foreach (string page in some)
        {
            await course.GoTo(page);
            ILocator button = course.Frame.GetByRole(AriaRole.Button, new() { Name = "Soutien", Exact = true });
            await button.FocusAsync();
            await launch.Page.Keyboard.PressAsync("Enter");
            ILocator note = course.Frame.Locator("#support");
            await Assertions.Expect(note).ToBeVisibleAsync();
            await Assertions
                .Expect(note.GetByRole(AriaRole.Link, new() { Name = "112" }))
                .ToHaveAttributeAsync("href", "tel:112");
            await launch.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(note).ToBeHiddenAsync();
            await Assertions.Expect(button).ToBeFocusedAsync();
        }
    }
}

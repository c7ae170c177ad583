using Microsoft.Playwright;
using Protect.Scorm.Content;

namespace Protect.Scorm.Browser.Tests;

/// <summary>A learner's journey through a course, and the record of a strict LMS.</summary>
public sealed class JourneyTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Theory(DisplayName = "A course is tracked from the first page to the pass without a single LMS error code")]
    [InlineData("protect")]
    [InlineData("showcase")]
    public async Task FirstPageToPass(string id)
    {
        AnswerKey keys = AnswerKey.Of(id);
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of(id));
        CoursePage course = launch.Course;
        Assert.Equal(
            ("incomplete", "ab-initio"),
            (
                await launch.Stored("cmi.core.lesson_status"),
                (await launch.Calls()).Any(c => c.Name == "LMSInitialize") ? "ab-initio" : ""
            )
        );
        Assert.InRange((await launch.Calls()).Count(call => call.Name != "LMSGetLastError"), 1, 25);
        foreach (string page in keys.Pages.Skip(1).TakeWhile(page => page != keys.AssessmentPage))
            await Turn(course, page);
        await course.GoTo(keys.AssessmentPage);
        foreach (var item in await course.Asked(keys))
            await course.Answer(item.Question, right: true);
        await course.HandIn();
        await Assertions.Expect(course.Results).ToHaveAttributeAsync("data-passed", "true");

        string[] reported =
        [
            .. (await launch.Calls())
                .Where(c => c.Name == "LMSCommit" || (c.Name == "LMSSetValue" && c.Args[0] == "cmi.core.lesson_status"))
                .Select(c => c.Args.ElementAtOrDefault(1) ?? c.Name),
        ];
        Assert.Equal(["completed", "LMSCommit", "passed", "LMSCommit"], reported[^4..]);
        Assert.Equal(
            ("passed", "100", "0", "100"),
            (
                await launch.Stored("cmi.core.lesson_status"),
                await launch.Stored("cmi.core.score.raw"),
                await launch.Stored("cmi.core.score.min"),
                await launch.Stored("cmi.core.score.max")
            )
        );
        await course.Leave.ClickAsync();
        if (id == "protect")
        {
            await launch.Page.WaitForURLAsync(Launch.Away);
        }
        else
        {
            await Assertions.Expect(course.Frame.Locator("[data-closing] h1")).ToBeVisibleAsync();
            await course.Frame.WaitForFunctionAsync(
                "() => document.querySelector('[data-closing-saved]').textContent !== ''"
            );
        }
        Assert.Equal("LMSFinish", (await launch.Calls())[^1].Name);
        Assert.Contains(
            (await launch.Calls()).Where(c => c.Args.FirstOrDefault() == "cmi.core.session_time"),
            c => System.Text.RegularExpressions.Regex.IsMatch(c.Args[1], @"^\d{4}:\d\d:\d\d\.\d\d$")
        );
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "After the tab is closed, page, answers and order of questions are restored")]
    public async Task LeaveAndResume()
    {
        AnswerKey keys = AnswerKey.Of("protect");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("protect"));
        var check = keys.Checks[0];
        await launch.Course.GoTo(check.Page);
        await launch.Course.Choose(check.Id, check.Right);
        await launch.Course.Check(check.Id);
        await Assertions.Expect(launch.Course.Verdict(check.Id)).ToHaveAttributeAsync("data-verdict", "right");
        await launch.Course.GoTo(keys.AssessmentPage);
        string[] order = await launch.Course.QuestionOrder();
        Answers asked = (await launch.Course.Asked(keys)).Last(item => item.Question is SingleChoice);
        await launch.Course.Choose(asked.Id, asked.Wrong);
        await launch.Again();

        Assert.Equal(keys.AssessmentPage, await launch.Course.PageId());
        Assert.Equal(order, await launch.Course.QuestionOrder());
        await Assertions
            .Expect(launch.Course.Question(asked.Id).Locator($"input[value='{asked.Wrong[0]}']"))
            .ToBeCheckedAsync();
        await launch.Course.GoTo(check.Page);
        await Assertions.Expect(launch.Course.Verdict(check.Id)).ToHaveAttributeAsync("data-verdict", "right");
        await launch.NoErrorCodes();
    }

    [Fact(
        DisplayName = "After a fail and a pass on retry, the LMS has the better score and “passed”, and never “failed”"
    )]
    public async Task FailRetryPass()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.GoTo(keys.AssessmentPage);
        foreach (var item in await launch.Course.Asked(keys))
            await launch.Course.Choose(item.Id, item.Wrong);
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "false");
        Assert.Equal(
            ("incomplete", "0"),
            (await launch.Stored("cmi.core.lesson_status"), await launch.Stored("cmi.core.score.raw"))
        );
        Assert.NotEmpty(await launch.Course.Results.Locator("[data-review] a").AllAsync());
        await launch.Course.Retry.ClickAsync();
        foreach (var item in await launch.Course.Asked(keys))
            await launch.Course.Choose(item.Id, item.Right);
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
        Assert.Equal(
            ("passed", "100"),
            (await launch.Stored("cmi.core.lesson_status"), await launch.Stored("cmi.core.score.raw"))
        );
        Assert.DoesNotContain(await launch.Calls(), call => call.Args.Contains("failed"));
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "“failed” is reported only after the last attempt, and no further attempt is offered")]
    public async Task LastAttempt()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.GoTo(keys.AssessmentPage);
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            foreach (var item in await launch.Course.Asked(keys))
                await launch.Course.Choose(item.Id, item.Wrong);
            await launch.Course.HandIn();
            await Assertions.Expect(launch.Course.Results).ToBeVisibleAsync();
            Assert.Equal(attempt < 3 ? "incomplete" : "failed", await launch.Stored("cmi.core.lesson_status"));
            if (attempt < 3)
                await launch.Course.Retry.ClickAsync();
        }
        await Assertions.Expect(launch.Course.Retry).ToHaveCountAsync(0);
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "In review mode after the pass, everything can be read and nothing is written")]
    public async Task Review()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.GoTo(keys.AssessmentPage);
        foreach (var item in await launch.Course.Asked(keys))
            await launch.Course.Choose(item.Id, item.Right);
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Results).ToBeVisibleAsync();
        await launch.Again(mode: "review");
        int before = (await launch.Calls()).Count;
        await launch.Course.GoTo(keys.Pages.First());
        await launch.Course.GoTo(keys.AssessmentPage);
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
        await launch.Course.Leave.ClickAsync();
        await launch.Course.Frame.WaitForFunctionAsync(
            "() => document.querySelector('[data-closing-saved]').textContent !== ''"
        );
        Assert.DoesNotContain((await launch.Calls()).Skip(before), call => call.Name is "LMSSetValue" or "LMSCommit");
        Assert.Equal("passed", await launch.Stored("cmi.core.lesson_status"));
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "Each checked answer is reported as an interaction with type, authored letters and result")]
    public async Task Interactions()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        foreach (var check in keys.Checks.Where(check => keys.Once.All(once => once.Id != check.Id)))
        {
            await launch.Course.GoTo(check.Page);
            await launch.Course.Choose(check.Id, check.Wrong);
            await launch.Course.Check(check.Id);
            await launch.Course.Choose(check.Id, check.Right);
            await launch.Course.Check(check.Id);
            await Assertions.Expect(launch.Course.Verdict(check.Id)).ToHaveAttributeAsync("data-verdict", "right");
        }
        string[] written =
        [
            .. (await launch.Calls())
                .Where(c =>
                    c.Name == "LMSSetValue" && c.Args[0].StartsWith("cmi.interactions.", StringComparison.Ordinal)
                )
                .Select(c => $"{c.Args[0]["cmi.interactions.".Length..]}={c.Args[1]}"),
        ];
        Assert.Contains("0.id=check-greeting_1", written);
        Assert.Contains("1.id=check-greeting_2", written);
        Assert.Contains("1.student_response=" + (char)('a' + keys.Checks[0].Right[0]), written);
        Assert.Contains(
            "3.student_response=" + string.Join(",", keys.Checks[1].Right.Select(r => (char)('a' + r))),
            written
        );
        Assert.Contains("4.type=true-false", written);
        Assert.Contains("4.student_response=t", written);
        Assert.Contains("4.result=wrong", written);
        Assert.Contains("5.correct_responses.0.pattern=f", written);
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "Submitting lists the unanswered questions first; checking an empty answer asks for one")]
    public async Task OpenQuestions()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.GoTo(keys.Checks[0].Page);
        await launch.Course.Check(keys.Checks[0].Id);
        await Assertions
            .Expect(launch.Course.Question(keys.Checks[0].Id).Locator("[data-missing]"))
            .Not.ToBeEmptyAsync();
        await launch.Course.GoTo(keys.AssessmentPage);
        var asked = await launch.Course.Asked(keys);
        await launch.Course.Choose(asked[0].Id, asked[0].Right);
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Frame.Locator("[data-unanswered]")).Not.ToBeEmptyAsync();
        await Assertions
            .Expect(launch.Course.Frame.Locator("[data-overview] [data-state='not_answered']"))
            .ToHaveCountAsync(asked.Count - 1);
        await Assertions.Expect(launch.Course.Results).ToHaveCountAsync(0);
    }

    private static async Task Turn(CoursePage course, string page)
    {
        await course.Next.ClickAsync();
        await course.Frame.Locator($"article[data-page='{page}']:not([hidden])").WaitForAsync();
    }
}

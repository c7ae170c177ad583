using System.Text.Json;
using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>A sample of the kill matrix, in a real browser.</summary>
public sealed class KillMatrixTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const int Sample = 50;

    [Fact(
        DisplayName = "After a tab dies or the network drops at any LMS call, the learner resumes with all work done"
    )]
    public async Task Killed()
    {
        int many = int.TryParse(Environment.GetEnvironmentVariable("PROTECT_KILLS"), out int asked) ? asked : Sample;
        await using Launch launch = await Launch.Start(run.Browser, SavingTests.Small);
        int calls = await CallsOfTheJourney(launch);
        var random = new Random(20261124);
        var failures = new List<string>();
        for (int round = 0; round < many; round++)
        {
            var cut = new Cut(Cut.All[round % Cut.All.Length], 1 + random.Next(calls), After: random.Next(2) == 1);
            failures.AddRange(
                (await Survive(launch, cut)).Concat(launch.TakeFaults()).Select(what => $"{cut}: {what}")
            );
        }
        Assert.Empty(failures);
    }

    private static async Task<int> CallsOfTheJourney(Launch launch)
    {
        await launch.Course.Frame.EvaluateAsync(SavingTests.Journey);
        Assert.Equal("passed", await launch.Stored("cmi.core.lesson_status"));
        return (await launch.Calls()).Count(call => call.Name != "LMSGetLastError");
    }

    private static async Task<IReadOnlyList<string>> Survive(Launch launch, Cut cut)
    {
        await launch.Another(cut);
        if (launch.Course is { } alive)
            // A dead tab does not answer.
            await alive.Frame.EvaluateAsync(SavingTests.Journey).ContinueWith(_ => { }, TaskScheduler.Default);
        await launch.Again(sameDevice: true);
        CoursePage course = launch.Course;
        await course.Frame.EvaluateAsync("document.querySelector('[data-bring-back]')?.click()");
        string[] steps = JsonSerializer.Deserialize<string[]>(await launch.Kept("steps") ?? "[]")!;
        var missing = new List<string>();
        await course.GoTo("first");
        if (
            steps.Contains("check")
            && await Count(course, "form[data-question=check] [data-result] [data-verdict]") == 0
        )
            missing.Add("the answer to the check");
        await course.GoTo("last");
        bool passed = await Count(course, "[data-results][data-passed=true]", inSight: true) > 0,
            failed = await Count(course, "[data-results][data-passed=false]", inSight: true) > 0;
        bool again = steps.Contains("again");
        if (steps.Contains("right sent") && !passed)
            missing.Add("the pass");
        // Used attempts are hidden while an attempt is open, as in the retry that began after the kill.
        if (
            steps.Contains("wrong sent")
            && !failed
            && !passed
            && !again
            && await Count(course, "[data-questions] form:not([hidden])") != 2
        )
            missing.Add("the first attempt");
        foreach (string step in steps.Where(step => step.Length == "right a".Length && !passed && !failed))
        {
            string value = step.StartsWith("right", StringComparison.Ordinal) ? "0" : "1";
            if (again && value == "1")
                continue;
            if (await Count(course, $"form[data-question={step[^1..]}] input[value='{value}']:checked") == 0)
                missing.Add(step);
        }
        if (passed && await SavingTests.Eventually(() => launch.Stored("cmi.core.lesson_status")) != "passed")
            missing.Add("the pass in the LMS");
        return missing;
    }

    private static Task<int> Count(CoursePage course, string selector, bool inSight = false) =>
        course.Frame.EvaluateAsync<int>(
            "([selector, inSight]) => [...document.querySelectorAll(selector)]"
                + ".filter((one) => !inSight || one.checkVisibility()).length",
            new object[] { selector, inSight }
        );
}

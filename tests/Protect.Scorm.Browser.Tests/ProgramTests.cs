using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The size of suspend data that the compiler computes, compared with that of the browser program.</summary>
public sealed class ProgramTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Theory(DisplayName = "The build reports exactly the longest suspend data a learner can need")]
    [InlineData("hello")]
    [InlineData("showcase")]
    [InlineData("protect")]
    public async Task WorstCase(string id)
    {
        CompileResult result = Courses.Of(id);
        AnswerKey keys = AnswerKey.Of(id);
        await using Launch launch = await Launch.Start(run.Browser, result);
        foreach (string page in keys.Pages.Where(page => page != keys.AssessmentPageOrNone))
        {
            await launch.Course.GoTo(page);
            await launch.Course.AnswerAll();
        }
        int shorter = 0; // bits of the widest draw that the questions of this attempt do not need
        if (keys.Items.Count > 0)
        {
            // An assessment that closes after failed attempts then stores the pages that open it again.
            var attempts = new Attempts(launch, keys);
            for (int attempt = 0; attempt < Math.Max(1, keys.ReviewAfter); attempt++)
            {
                IReadOnlyList<Answers> asked = await attempts.Begin();
                shorter = keys.WidestAttempt - AnswerKey.BitsOf(asked);
                foreach (Answers item in asked)
                    await launch.Course.Answer(item.Question, right: keys.ReviewAfter == 0);
                await launch.Course.HandIn();
                await Assertions.Expect(launch.Course.Results).ToBeVisibleAsync();
            }
        }
        string data = (await launch.Stored("cmi.suspend_data"))!;
        int revisionDigits = data.IndexOf('.') - 1;
        int most = result.Summary!.State.Characters,
            needed = data.Length + (6 - revisionDigits);
        // A character holds six bits.
        Assert.InRange(needed, most - (shorter + 5) / 6, most - shorter / 6);
    }
}

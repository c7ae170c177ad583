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
        if (keys.Items.Count > 0)
        {
            await launch.Course.GoTo(keys.AssessmentPage);
            foreach (var item in await launch.Course.Asked(keys))
                await launch.Course.Answer(item.Question, right: true);
            await launch.Course.HandIn();
            await Assertions.Expect(launch.Course.Results).ToBeVisibleAsync();
        }
        string data = (await launch.Stored("cmi.suspend_data"))!;
        int revisionDigits = data.IndexOf('.') - 1;
        // The state of an attempt may be up to two characters shorter than that of the widest draw.
        int most = result.Summary!.State.Characters,
            needed = data.Length + (6 - revisionDigits);
        Assert.InRange(needed, id == "showcase" ? most - 2 : most, most);
    }
}

using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>How often the program marks an answer on its way to the LMS, the state and the feedback.</summary>
public sealed class MarkedOnceTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    /// <summary>Counts the calls that mark an answer, by question.</summary>
    private const string CountMarks = """
        () => {
          window.marks = {};
          for (const name of Object.keys(window).filter((name) => name.startsWith("q_"))) {
            const { kind } = window[name], { mark } = kind;
            kind.mark = (response, asked) => {
              window.marks[asked.question.id] = (window.marks[asked.question.id] ?? 0) + 1;
              return mark(response, asked);
            };
          }
        }
        """;

    [Theory(DisplayName = "Each answer is marked once, whether or not interactions are recorded")]
    [InlineData("showcase", true)]
    [InlineData("protect", false)]
    public async Task OneMark(string id, bool records)
    {
        AnswerKey keys = AnswerKey.Of(id);
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of(id));
        await launch.Course.Frame.WaitForFunctionAsync("() => window.x_checks");
        await launch.Course.Frame.EvaluateAsync(CountMarks);
        var expected = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string page in keys.Pages.Where(page => page != keys.AssessmentPage))
        {
            await launch.Course.GoTo(page);
            await launch.Course.AnswerAll();
            string[] answered = await launch.Course.Frame.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('article:not([hidden]) [data-verdict]')]"
                    + ".map(verdict => verdict.closest('form').dataset.question)"
            );
            foreach (string question in answered)
                expected.Add(question, 1);
        }
        Assert.True(expected.Count > 5, string.Join(", ", expected.Keys));
        await launch.Course.GoTo(keys.AssessmentPage);
        foreach (Answers item in await launch.Course.Asked(keys))
        {
            await launch.Course.Answer(item.Question, right: true);
            expected.Add(item.Id, 1);
        }
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Results).ToBeVisibleAsync();
        var marks = await launch.Course.Frame.EvaluateAsync<Dictionary<string, int>>("window.marks");
        Assert.Equal(expected, new SortedDictionary<string, int>(marks, StringComparer.Ordinal));
        Call[] recorded = [.. (await launch.Calls()).Where(call => call.Args.Any(IsInteraction))];
        Assert.Equal(records, recorded.Length > 0);

        static bool IsInteraction(string element) => element.EndsWith(".student_response", StringComparison.Ordinal);
    }
}

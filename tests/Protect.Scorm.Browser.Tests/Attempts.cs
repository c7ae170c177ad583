using System.Text.Json;
using Microsoft.Playwright;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Browser.Tests;

/// <summary>How to answer one question, by authored index.</summary>
/// <param name="Id">The question.</param>
/// <param name="How">choose (options), assign (a value to each part), order (parts) or walk (a story).</param>
/// <param name="Values">The options, values, parts or choices.</param>
/// <param name="Expected">The verdicts that are possible.</param>
/// <param name="Node">The ending of a story; null for other questions.</param>
internal sealed record Plan(string Id, string How, int[] Values, string[] Expected, int? Node = null)
{
    /// <summary>The learner's confidence, 1 to 3; 0 to leave it open.</summary>
    public int Sure { get; init; }

    /// <summary>Returns a completely right or completely wrong answer.</summary>
    public static Plan Of(Question question, bool right)
    {
        if (question is Branching story)
            return AllOf(story).First(plan => plan.Expected[0] == (right ? "right" : "wrong"));
        IQuestionKind kind = BlockKinds.Of(question);
        int[] key = [.. kind.Right(question)];
        int options = kind.Options(question);
        (string how, int[] wrong) = question switch
        {
            Ordering => ("order", [.. key.Reverse()]),
            Matching or Categorise => ("assign", [.. key.Select(value => (value + 1) % options)]),
            _ => ("choose", (int[])[Enumerable.Range(0, options).First(option => !key.Contains(option))]),
        };
        return new Plan(question.Id.Value, how, right ? key : wrong, right ? ["right"] : ["wrong", "partly"])
        {
            Sure = question.Core.AsksConfidence ? (right ? 1 : 3) : 0,
        };
    }

    /// <summary>Returns a wrong and a right answer, or every ending of a story; the right ones are the last.</summary>
    public static IReadOnlyList<Plan> AllOf(Question question)
    {
        if (question is not Branching story)
            return [Of(question, right: false), Of(question, right: true)];
        List<(int Node, int[] Choices)> paths = AnswerKey.PathsOf(story);
        int endings = story.Nodes.Count(node => node.Ending is not null);
        Assert.True(paths.Count == endings, $"{story.Id.Value}: {paths.Count} of {endings} endings can be reached");
        return
        [
            .. paths
                .Select(path => (path.Node, path.Choices, Ending: story.Nodes[path.Node].Ending!.Value))
                .OrderBy(path => path.Ending == Ending.Right)
                .Select(path => new Plan(
                    story.Id.Value,
                    "walk",
                    path.Choices,
                    [path.Ending.ToString().ToLowerInvariant()],
                    path.Node
                )),
        ];
    }
}

/// <summary>The page as a learner sees it after an answer.</summary>
/// <param name="Id">The question.</param>
/// <param name="Verdict">right, partly or wrong; null for none.</param>
/// <param name="Node">The place in a story.</param>
/// <param name="Said">Length of the feedback in characters.</param>
/// <param name="Remarks">Number of paragraphs about the learner's confidence.</param>
internal sealed record Reply(string Id, string? Verdict, int? Node, int Said, int Remarks)
{
    /// <summary>Returns what is wrong with this reply.</summary>
    public IEnumerable<string> Faults(Plan plan)
    {
        if (!plan.Expected.Contains(Verdict))
            yield return $"{Id}: {string.Join(' ', plan.Values)} is {Verdict}, not "
                + string.Join(" or ", plan.Expected);
        if (plan.Node is { } node && Node != node)
            yield return $"{Id}: {string.Join(' ', plan.Values)} ends at node {Node}, not {node}";
        if (Said <= 40)
            yield return $"{Id} does not say why";
    }
}

/// <summary>
/// Answers by script, without waiting for the browser: many answers in little time. <see cref="CoursePage"/> answers as
/// a person does.
/// </summary>
internal static class QuickAnswers
{
    private const string Script = """
        (plans) => JSON.stringify(plans.map(({ id, how, values, sure }) => {
          const form = document.querySelector(`form[data-question="${id}"]`);
          const find = (selector) => {
            const found = form.querySelector(selector);
            if (!found) throw new Error(`${id}: no ${selector}`);
            return found;
          };
          const again = find("[data-again]");
          if (!again.hidden) again.click();
          if (how === "choose")
            for (const box of form.querySelectorAll("[data-answer] input")) {
              const wanted = values.includes(Number(box.value));
              if (box.checked !== wanted && (wanted || box.type === "checkbox")) box.click();
            }
          else if (how === "assign")
            values.forEach((value, part) => {
              const field = find(`[data-part="${part}"] select`);
              field.value = String(value);
              field.dispatchEvent(new Event("change", { bubbles: true }));
            });
          else if (how === "order")
            values.forEach((part, place) => {
              const line = () => find(`[data-part="${part}"]`);
              const at = () => [...line().parentElement.children].indexOf(line());
              while (at() > place) line().querySelector("[data-up]").click();
              // An order counts as given once something has moved.
              if (place === values.length - 1) {
                line().querySelector("[data-up]").click();
                line().querySelector("[data-down]").click();
              }
            });
          else
            for (const choice of values)
              find(`[data-node]:not([hidden]) [data-way="${choice}"]:not([hidden]) [data-choice]`).click();
          if (sure) find(`[data-confidence] input[value="${sure}"]`).click();
          const check = find("[data-check]");
          if (!check.hidden && !find("[data-actions]").hidden) check.click();
          return id;
        }).map((id) => {
          const form = document.querySelector(`form[data-question="${id}"]`);
          const verdict = form.querySelector("[data-result] [data-verdict]");
          const node = form.querySelector("[data-node]:not([hidden])");
          return {
            id,
            verdict: verdict?.dataset.verdict ?? null,
            node: node ? Number(node.dataset.node) : null,
            said: form.querySelector("[data-result]").textContent.trim().length,
            remarks: verdict?.querySelectorAll(":scope > p:not([class])").length ?? 0,
          };
        }))
        """;

    /// <summary>Gives the answers, and returns what the learner sees after them.</summary>
    public static async Task<IReadOnlyList<Reply>> Give(CoursePage course, IEnumerable<Plan> plans) =>
        JsonSerializer.Deserialize<List<Reply>>(
            await course.Frame.EvaluateAsync<string>(
                Script,
                plans
                    .Select(plan => new
                    {
                        id = plan.Id,
                        how = plan.How,
                        values = plan.Values,
                        sure = plan.Sure,
                    })
                    .ToArray()
            ),
            JsonSerializerOptions.Web
        )!;

    /// <summary>Returns what the learner sees about answers given before.</summary>
    public static Task<IReadOnlyList<Reply>> Seen(CoursePage course, IEnumerable<Plan> plans) =>
        Give(course, plans.Select(plan => plan with { How = "walk", Values = [], Sure = 0 }));
}

/// <summary>Attempts at the assessment of a course, one after the other.</summary>
internal sealed class Attempts(Launch launch, AnswerKey keys)
{
    /// <summary>How often the assessment was closed.</summary>
    public int Closed { get; private set; }

    private CoursePage Course => launch.Course;

    /// <summary>
    /// Begins the next attempt, and returns what it asks. If the assessment has closed, opens the pages that it names.
    /// </summary>
    public async Task<IReadOnlyList<Answers>> Begin()
    {
        if (await Course.PageId() != keys.AssessmentPage)
            await Course.GoTo(keys.AssessmentPage);
        if (await Course.Results.CountAsync() > 0)
        {
            if (await Course.Retry.CountAsync() == 0)
            {
                Closed++;
                foreach (
                    string page in await Course
                        .Results.Locator("[data-review] [data-page-link]")
                        .EvaluateAllAsync<string[]>("links => links.map(link => link.dataset.pageLink)")
                )
                    await Course.GoTo(page);
                await Course.GoTo(keys.AssessmentPage);
            }
            await Course.Retry.ClickAsync();
        }
        await Assertions.Expect(Course.Results).ToHaveCountAsync(0);
        IReadOnlyList<Answers> asked = await Course.Asked(keys);
        Assert.Equal(keys.Asks, asked.Count);
        return asked;
    }

    /// <summary>Answers by script, submits by click, and returns what the learner sees about each answer.</summary>
    public async Task<IReadOnlyList<Reply>> HandIn(IEnumerable<Plan> answers)
    {
        Plan[] plans = [.. answers];
        await QuickAnswers.Give(Course, plans);
        await Course.HandIn();
        await Assertions.Expect(Course.Results).ToBeVisibleAsync();
        return await QuickAnswers.Seen(Course, plans);
    }
}

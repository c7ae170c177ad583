using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Right and wrong answers of a course, from its source.</summary>
internal sealed class Keys
{
    private readonly Course _course;

    private Keys(Course course) => _course = course;

    public static Keys Of(string id) =>
        new(CourseReader.Read(SourceFolder.OnDisk(Repository.At("courses", id), id), new DiagnosticBag())!);

    public string? AssessmentPageOrNone => _course.AssessmentPage?.Id.Value;

    public string AssessmentPage => _course.AssessmentPage!.Id.Value;

    public IReadOnlyList<Answers> Items => [.. _course.Questions.Where(q => q.Assessed).Select(AnswersOf)];

    /// <summary>Knowledge checks that are answered by choosing options.</summary>
    public IReadOnlyList<Answers> Checks =>
        [
            .. _course
                .KeptQuestions.Where(q => !q.Assessed && q.Question is SingleChoice or MultipleChoice or TrueFalse)
                .Select(AnswersOf),
        ];

    public IEnumerable<string> Pages => _course.Pages.Select(page => page.Id.Value);

    private static Answers AnswersOf((Page Page, Question Question, bool Assessed) q)
    {
        IQuestionKind kind = BlockKinds.Of(q.Question);
        int[] right = [.. kind.Right(q.Question)];
        int[] wrong =
        [
            .. Enumerable.Range(0, kind.Options(q.Question)).Where(option => !right.Contains(option)).Take(1),
        ];
        return new Answers(q.Question.Id.Value, q.Page.Id.Value, right, wrong, q.Question);
    }

    /// <summary>Every question, assessed or not, kept or private.</summary>
    public IReadOnlyList<Answers> All =>
        [.. _course.Questions.Where(q => BlockKinds.Of(q.Question).IsMarked).Select(AnswersOf)];

    /// <summary>The choices that lead to an ending of this kind, by authored index; variables are not looked at.</summary>
    public static int[] WayTo(Branching branching, Ending ending)
    {
        var ways = new Queue<(string Node, int[] Choices)>([(branching.Nodes[0].Id.Value, [])]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out (string Node, int[] Choices) here))
        {
            Node node = branching.Nodes[branching.IndexOf(here.Node)];
            if (node.Ending?.Value == ending)
                return here.Choices;
            if (!seen.Add(here.Node))
                continue;
            foreach ((Way way, int index) in node.Choices.Select((way, index) => (way, index)))
                ways.Enqueue((way.To.Value, [.. here.Choices, index]));
        }
        throw new InvalidOperationException($"{branching.Id.Value} has no way that ends {ending}.");
    }
}

/// <summary>A question of a course and how to answer it, by authored index.</summary>
internal sealed record Answers(string Id, string Page, int[] Right, int[] Wrong, Question Question);

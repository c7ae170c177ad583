using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Answer key of a course, read from its source.</summary>
internal sealed class AnswerKey
{
    private readonly Course _course;

    private AnswerKey(Course course) => _course = course;

    /// <param name="id">Folder of the course.</param>
    /// <param name="edition">Null for the complete course.</param>
    public static AnswerKey Of(string id, string? edition = null) => In(Repository.At("courses", id), edition);

    /// <summary>Returns the answers to the course in a folder.</summary>
    public static AnswerKey In(string folder, string? edition = null) =>
        new(
            new CourseSource(SourceFolder.Course(folder, Path.GetFileName(folder))).Read(new DiagnosticBag(), edition)!
        );

    public string? AssessmentPageOrNone => _course.AssessmentPage?.Id.Value;

    public string AssessmentPage => _course.AssessmentPage!.Id.Value;

    /// <summary>Knowledge checks whose first answer stays.</summary>
    public IReadOnlyList<Answers> Once =>
        [.. All.Where(item => BeforeAfterBlock.OncePages(_course).Contains(item.Page))];

    /// <summary>Number of questions of each attempt.</summary>
    public int Asks => Test.Draws.Count > 0 ? Test.Draws.Sum(draw => draw.Count) : Test.Questions.Count;

    /// <summary>Number of failed attempts after which the assessment closes; 0 for never.</summary>
    public int ReviewAfter => Test.ReviewAfter?.Value ?? 0;

    /// <summary>Bits of the answers of an attempt in the suspend data, if it draws the largest questions.</summary>
    public int WidestAttempt =>
        Test.Draws.Count == 0
            ? BitsOf(Items)
            : Test.Draws.Sum(draw =>
                draw.Of.Select(at => BitsOf([Items[at]])).OrderDescending().Take(draw.Count).Sum()
            );

    /// <summary>Returns the bits that the answers to assessed questions need in the suspend data.</summary>
    public static int BitsOf(IEnumerable<Answers> items) =>
        items.Sum(item => StateLayout.Bits(item.Question, assessed: true));

    private Assessment Test => _course.AssessmentPage!.Assessment!;

    public string CardPage => CardBlock.PageOf(_course)!.Id.Value;

    /// <summary>All assessed questions. An attempt may ask only some (<see cref="CoursePage.Asked"/>).</summary>
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

    /// <summary>Every question: assessed or not, kept or private.</summary>
    public IReadOnlyList<Answers> All =>
        [.. _course.Questions.Where(q => BlockKinds.Of(q.Question).IsMarked).Select(AnswersOf)];

    /// <summary>
    /// Returns the shortest choices that lead to an ending of this kind, by authored index. Follows only choices that
    /// are offered.
    /// </summary>
    public static int[] PathTo(Branching branching, Ending ending) =>
        PathsOf(branching).Find(path => branching.Nodes[path.Node].Ending!.Value == ending).Choices
        ?? throw new InvalidOperationException($"{branching.Id.Value} has no path that ends {ending}.");

    /// <summary>Returns the shortest choices that lead to each ending, the shortest first.</summary>
    public static List<(int Node, int[] Choices)> PathsOf(Branching branching)
    {
        var found = new List<(int Node, int[] Choices)>();
        string[] names = [.. branching.Variables.Select(variable => variable.Name.Value)];
        int[] start = [.. branching.Variables.Select(variable => variable.StartValue)];
        var paths = new Queue<(int Node, int[] Values, int[] Choices)>([(0, start, [])]);
        var seen = new HashSet<string>();
        while (paths.TryDequeue(out (int Node, int[] Values, int[] Choices) here))
        {
            Node node = branching.Nodes[here.Node];
            if (node.Ending is not null && !found.Exists(path => path.Node == here.Node))
                found.Add((here.Node, here.Choices));
            if (!seen.Add($"{here.Node}: {string.Join(' ', here.Values)}"))
                continue;
            foreach ((Branch branch, int index) in node.Choices.Select((branch, index) => (branch, index)))
            {
                if (branch.Conditions.All(condition => IsMet(condition, here.Values)))
                    paths.Enqueue(
                        (branching.IndexOf(branch.To.Value), After(branch, here.Values), [.. here.Choices, index])
                    );
            }
        }
        return found;

        bool IsMet(Condition condition, int[] values) =>
            values[Array.IndexOf(names, condition.Variable.Value)] is var value
            && value >= (condition.AtLeast?.Value ?? int.MinValue)
            && value <= (condition.AtMost?.Value ?? int.MaxValue);

        int[] After(Branch branch, int[] values)
        {
            int[] after = [.. values];
            foreach (Effect effect in branch.Effects)
            {
                int at = Array.IndexOf(names, effect.Variable.Value);
                Variable variable = branching.Variables[at];
                after[at] = Math.Clamp(after[at] + effect.Add.Value, variable.From.Value, variable.To.Value);
            }
            return after;
        }
    }
}

/// <summary>A question of a course with its answers, by authored index.</summary>
internal sealed record Answers(string Id, string Page, int[] Right, int[] Wrong, Question Question);

using System.Text.Json.Serialization;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>Summative questions that are marked together against a pass mark.</summary>
internal sealed record Assessment
{
    /// <summary>Maximum number of attempts; null for unlimited.</summary>
    public Located<int>? Attempts { get; init; }

    /// <summary>
    /// Number of failed attempts after which the assessment closes until the pages that the wrong answers name were
    /// opened; null for never.
    /// </summary>
    public Located<int>? ReviewAfter { get; init; }

    /// <summary>Percent needed to pass, 0 to 100; null for the course's pass mark.</summary>
    public Located<int>? PassMark { get; init; }

    public bool ShuffleQuestions { get; init; }

    public bool ShuffleOptions { get; init; }

    public Located<KeptResult>? ScoreOf { get; init; }

    public Located<CreditRule>? Credit { get; init; }

    public Located<FeedbackTime>? Feedback { get; init; }

    public Located<AssessmentLayout>? Layout { get; init; }

    public RichText? BeforeRetry { get; init; }

    /// <summary>Texts by result, in any order; the learner sees the one with the highest threshold reached.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>The draw rules as authored; empty to ask all questions.</summary>
    public IReadOnlyList<DrawRule> Draw { get; init; } = [];

    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>
    /// The pools that an attempt draws from; empty to ask all questions. The critical questions of a rule are a pool of
    /// their own, drawn as a whole: every attempt asks them, and they count among the questions of the rule.
    /// </summary>
    public IReadOnlyList<Draw> Draws => [.. Draw.SelectMany((rule, at) => DrawsOf(rule.Count.Value, PoolOf(at)))];

    /// <summary>The number of questions in one attempt.</summary>
    public int Asked => Draw.Count > 0 ? Draw.Sum(rule => rule.Count.Value) : Questions.Count;

    private IEnumerable<Draw> DrawsOf(int count, IReadOnlyList<int> pool)
    {
        int[] critical = [.. pool.Where(index => Questions[index].Core.IsCritical)];
        if (critical.Length == 0)
            return [new Draw(count, pool)];
        int[] others = [.. pool.Except(critical)];
        return others.Length == 0
            ? [new Draw(count, critical)]
            : [new Draw(count - critical.Length, others), new Draw(critical.Length, critical)];
    }

    /// <summary>
    /// Returns the indexes of the questions that a rule draws from. A question belongs to the first matching rule.
    /// </summary>
    public IReadOnlyList<int> PoolOf(int rule) =>
        [.. Enumerable.Range(0, Questions.Count).Where(index => RuleOf(Questions[index]) == rule)];

    /// <summary>Returns the index of the rule that draws a question; -1 for none.</summary>
    public int RuleOf(Question question) => Draw.ToList().FindIndex(rule => rule.Fits(question.Core));

    public required SourceSpan Span { get; init; }
}

/// <summary>A pool of questions, and how many of them each attempt draws.</summary>
/// <param name="Count">Number of questions to draw.</param>
/// <param name="Of">The pool: indexes among the assessment's questions.</param>
internal sealed record Draw(int Count, IReadOnlyList<int> Of);

/// <summary>A draw rule: how many questions of this tag and difficulty.</summary>
internal sealed record DrawRule(Located<int> Count, Located<string>? Tag, Located<Difficulty>? Difficulty)
{
    public bool Fits(QuestionCore question) =>
        (Tag is null || question.Tags.Any(tag => tag.Value == Tag.Value))
        && (Difficulty is null || question.Difficulty?.Value == Difficulty.Value);
}

/// <summary>Text shown for a result of at least <paramref name="From"/> percent.</summary>
internal sealed record Band(Located<int> From, RichText Text);

/// <summary>The attempt whose result counts.</summary>
internal enum KeptResult
{
    Best,
    Last,
    First,
}

/// <summary>Marking of a partly right answer.</summary>
internal enum CreditRule
{
    [JsonStringEnumMemberName("whole")]
    AllOrNothing,
    Share,
    ShareLessWrong,
}

/// <summary>How many questions of an assessment a learner sees at once.</summary>
internal enum AssessmentLayout
{
    Question,
    Page,
}

/// <summary>When a learner gets feedback on an answer.</summary>
internal enum FeedbackTime
{
    Now,
    End,
    Never,
}

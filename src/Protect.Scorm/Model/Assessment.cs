using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>Questions that are marked together, with a pass mark.</summary>
internal sealed record Assessment
{
    /// <summary>How often a learner may hand in; null for as often as wished.</summary>
    public Located<int>? Attempts { get; init; }

    /// <summary>Percent, 0 to 100; null for the course's.</summary>
    public Located<int>? PassMark { get; init; }

    public bool ShuffleQuestions { get; init; }

    public bool ShuffleOptions { get; init; }

    public Located<KeptResult>? ScoreOf { get; init; }

    public Located<CreditRule>? Credit { get; init; }

    public Located<FeedbackTime>? Feedback { get; init; }

    public RichText? BeforeRetry { get; init; }

    /// <summary>In any order; the highest that a result reaches is said.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>What an attempt draws; empty for all questions.</summary>
    public IReadOnlyList<DrawRule> Draw { get; init; } = [];

    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>What an attempt draws from what; empty when it asks everything. A question belongs to the first rule that fits it.</summary>
    public IReadOnlyList<Draw> Draws =>
        [
            .. Draw.Select(
                (rule, at) =>
                    new Draw(
                        rule.Count.Value,
                        [.. Enumerable.Range(0, Questions.Count).Where(index => RuleOf(Questions[index]) == at)]
                    )
            ),
        ];

    /// <summary>The rule that draws a question, by index; -1 for none.</summary>
    public int RuleOf(Question question) => Draw.ToList().FindIndex(rule => rule.Fits(question.Core));

    public required SourceSpan Span { get; init; }
}

/// <summary>Questions drawn for each attempt.</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">From which, by index among the assessed questions.</param>
internal sealed record Draw(int Count, IReadOnlyList<int> Of);

/// <summary>A rule of a pool: how many questions with this tag and of this difficulty.</summary>
internal sealed record DrawRule(Located<int> Count, Located<string>? Tag, Located<Difficulty>? Difficulty)
{
    public bool Fits(QuestionCore question) =>
        (Tag is null || question.Tags.Any(tag => tag.Value == Tag.Value))
        && (Difficulty is null || question.Difficulty?.Value == Difficulty.Value);
}

/// <summary>What is said for a result of at least <paramref name="From"/> percent.</summary>
internal sealed record Band(Located<int> From, RichText Text);

/// <summary>Which of several results counts.</summary>
internal enum KeptResult
{
    Best,
    Last,
    First,
}

/// <summary>What an answer that is partly right earns.</summary>
internal enum CreditRule
{
    Whole,
    Share,
    ShareLessWrong,
}

/// <summary>When a learner hears how an answer was.</summary>
internal enum FeedbackTime
{
    Now,
    End,
    Never,
}

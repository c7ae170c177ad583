using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>Part of a page. Each kind of block is one record, in the same file as its <c>BlockKind</c>.</summary>
internal abstract record Block(SourceSpan Span)
{
    private object[]? _parts;

    // A copy has other fields, so it has other parts.
    protected Block(Block original) => Span = original.Span;

    /// <summary>Returns the values of all its fields, listed at the first call.</summary>
    internal object[] Parts(Func<Block, object[]> list) => _parts ??= list(this);

    // Without the parts, which are only another view of the fields.
    public virtual bool Equals(Block? other) =>
        other is not null && EqualityContract == other.EqualityContract && Span == other.Span;

    public override int GetHashCode() => HashCode.Combine(EqualityContract, Span);

    /// <summary>The value of <c>type:</c>; also the name of the template and of the browser module.</summary>
    public abstract string Slug { get; }

    /// <summary>The mark that lets learners put the block on their card; null for none.</summary>
    public Keep? Keep { get; internal set; }

    /// <summary>The blocks inside this block.</summary>
    public virtual IReadOnlyList<Block> Inner => [];
}

/// <summary>A block that asks a question and can be marked.</summary>
internal abstract record Question(QuestionCore Core) : Block(Core.Span)
{
    public Located<string> Id => Core.Id;

    public override IReadOnlyList<Block> Inner => Core.Blocks;
}

/// <summary>The fields common to all kinds of questions.</summary>
internal sealed record QuestionCore
{
    public required SourceSpan Span { get; init; }

    public required Located<string> Id { get; init; }

    public required RichText Prompt { get; init; }

    /// <summary>A picture below the prompt.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Material for the question, above the prompt.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public required Feedback Feedback { get; init; }

    /// <summary>The source of the right answer, shown with the feedback.</summary>
    public RichText? Source { get; init; }

    /// <summary>The page to reread after a wrong answer.</summary>
    public PageRef? Review { get; init; }

    /// <summary>Points in an assessment; null for 1.</summary>
    public Located<int>? Weight { get; init; }

    /// <summary>True when an attempt can only be passed with a right answer to this question.</summary>
    public bool IsCritical { get; init; }

    /// <summary>True to ask how confident the learner is.</summary>
    public bool AsksConfidence { get; init; }

    public IReadOnlyList<Located<string>> Tags { get; init; } = [];

    public IReadOnlyList<Allowance> Allow { get; init; } = [];

    public Located<Difficulty>? Difficulty { get; init; }
}

/// <summary>Feedback on the answer to a question.</summary>
internal sealed record Feedback
{
    public RichText? Right { get; init; }

    public RichText? Wrong { get; init; }

    public RichText? Partly { get; init; }

    public Picture? RightPicture { get; init; }

    public Picture? WrongPicture { get; init; }

    public Picture? PartlyPicture { get; init; }
}

internal enum Difficulty
{
    Easy,
    Medium,
    Hard,
}

using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>A piece of a page. Each kind is a record of its own beside its <c>BlockKind</c>.</summary>
internal abstract record Block(SourceSpan Span)
{
    /// <summary>What authors write as <c>type:</c>; names the kind, the template and the browser module.</summary>
    public abstract string Slug { get; }

    /// <summary>Blocks that stand inside this one.</summary>
    public virtual IReadOnlyList<Block> Inner => [];
}

/// <summary>A block that asks something and can be marked.</summary>
internal abstract record Question(QuestionCore Core) : Block(Core.Span)
{
    public Located<string> Id => Core.Id;
}

/// <summary>What every question has, whatever its kind.</summary>
internal sealed record QuestionCore
{
    public required SourceSpan Span { get; init; }

    public required Located<string> Id { get; init; }

    public required RichText Prompt { get; init; }

    public required Feedback Feedback { get; init; }

    /// <summary>Where the right answer comes from, shown with the feedback.</summary>
    public RichText? Source { get; init; }

    /// <summary>The page to read again when the answer was not right.</summary>
    public PageRef? Review { get; init; }

    /// <summary>Points in an assessment, 1 when nothing is written.</summary>
    public Located<int>? Weight { get; init; }

    /// <summary>An attempt only passes with it right.</summary>
    public bool IsCritical { get; init; }

    /// <summary>Asks how sure the learner is.</summary>
    public bool AsksConfidence { get; init; }

    public IReadOnlyList<Located<string>> Tags { get; init; } = [];

    public IReadOnlyList<Allowance> Allow { get; init; } = [];

    public Located<Difficulty>? Difficulty { get; init; }
}

/// <summary>Feedback for the whole question.</summary>
internal sealed record Feedback
{
    public RichText? Right { get; init; }

    public RichText? Wrong { get; init; }

    public RichText? Partly { get; init; }
}

internal enum Difficulty
{
    Easy,
    Medium,
    Hard,
}

using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>What must be done for the course to count as complete.</summary>
internal enum CompletionPart
{
    Pages,
    Checks,
    Assessment,
}

/// <summary>What <c>cmi.core.score.raw</c> stands for.</summary>
internal enum ScoreSource
{
    None,
    Checks,
    Assessment,
}

/// <summary>The two words an LMS sees in <c>cmi.core.lesson_status</c> for success and for the lack of it (RTE 1.2, 3.4.4).</summary>
internal enum ReportStyle
{
    PassedFailed,
    PassedIncomplete,
    CompletedIncomplete,
    CompletedFailed,
}

/// <summary>Who turns a score into passed or failed: the course itself, or the LMS by the manifest's mastery score.</summary>
internal enum VerdictBy
{
    Course,
    Lms,
}

/// <summary>How the course reports to the LMS, with every default resolved.</summary>
internal sealed record Tracking
{
    public required IReadOnlyList<Located<CompletionPart>> CompletedBy { get; init; }

    public required Located<ScoreSource> Score { get; init; }

    public required ReportStyle Report { get; init; }

    public required Located<VerdictBy> DecidedBy { get; init; }

    /// <summary>Percent, 0 to 100.</summary>
    public required int PassMark { get; init; }

    /// <summary>The pass marks that whoever builds a package may choose, percent, both ends included; null when only the course's own.</summary>
    public Located<(int Lowest, int Highest)>? PassMarkRange { get; init; }

    /// <summary>Whether each checked answer is written to <c>cmi.interactions</c>.</summary>
    public required bool Interactions { get; init; }

    /// <summary>The id of the LMS the package is for: a row of the table of targets.</summary>
    public required string Lms { get; init; }

    public required SourceSpan Span { get; init; }

    /// <summary>How a course with an assessment reports that says nothing about it.</summary>
    public static Tracking Usual { get; } = UsualIn(SourceFile.WithoutText("course.yaml").Start);

    private static Tracking UsualIn(SourceSpan span) =>
        new()
        {
            CompletedBy = [new(CompletionPart.Assessment, span)],
            Score = new(ScoreSource.Assessment, span),
            Report = ReportStyle.PassedFailed,
            DecidedBy = new(VerdictBy.Course, span),
            PassMark = 80,
            Interactions = true,
            Lms = "any",
            Span = span,
        };
}

/// <summary>Choices about the zip itself.</summary>
internal sealed record PackageOptions
{
    /// <summary>Ship the four official schemas beside the manifest.</summary>
    public bool Schemas { get; init; } = true;

    /// <summary>Program and style inside index.html; false puts them in files of their own, for LMSs that forbid inline scripts.</summary>
    public bool Inline { get; init; } = true;

    /// <summary>A search in the menu; null for the default.</summary>
    public bool? Search { get; init; }
}

using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>Condition for completion of the course.</summary>
internal enum CompletionPart
{
    Pages,
    Checks,
    Assessment,
}

/// <summary>Meaning of <c>cmi.core.score.raw</c>.</summary>
internal enum ScoreSource
{
    None,
    Checks,
    Assessment,
}

/// <summary>
/// The two values of <c>cmi.core.lesson_status</c> that report success and the lack of it (RTE 1.2, 3.4.4).
/// </summary>
internal enum ReportStyle
{
    PassedFailed,
    PassedIncomplete,
    CompletedIncomplete,
    CompletedFailed,
}

/// <summary>
/// The side that decides on passed or failed: the course, or the LMS by the manifest's mastery score.
/// </summary>
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

    /// <summary>The pass mark of a course that sets none, percent.</summary>
    public const int UsualPassMark = 80;

    /// <summary>Percent needed to pass, 0 to 100.</summary>
    public required int PassMark { get; init; }

    /// <summary>
    /// The range of pass marks that a build may choose, percent, both ends included; null for only the course's own.
    /// </summary>
    public Located<(int Lowest, int Highest)>? PassMarkRange { get; init; }

    /// <summary>True to report each checked answer in <c>cmi.interactions</c>.</summary>
    public required bool Interactions { get; init; }

    /// <summary>The id of the target, the LMS that the package is built for.</summary>
    public required string Lms { get; init; }

    public required SourceSpan Span { get; init; }

    /// <summary>True when the last status of a learner who passes is “passed”.</summary>
    public bool ReportsPass => Report is ReportStyle.PassedFailed or ReportStyle.PassedIncomplete;

    /// <summary>The default for a course with an assessment.</summary>
    public static Tracking Usual { get; } = UsualIn(SourceFile.WithoutText("course.yaml").Start);

    private static Tracking UsualIn(SourceSpan span) =>
        new()
        {
            CompletedBy = [new(CompletionPart.Assessment, span)],
            Score = new(ScoreSource.Assessment, span),
            Report = ReportStyle.PassedFailed,
            DecidedBy = new(VerdictBy.Course, span),
            PassMark = UsualPassMark,
            Interactions = true,
            Lms = "any",
            Span = span,
        };
}

/// <summary>Options of the zip.</summary>
internal sealed record PackageOptions
{
    /// <summary>True to ship the four official schemas next to the manifest.</summary>
    public bool Schemas { get; init; } = true;

    /// <summary>
    /// True to inline script and style sheet in index.html; false for separate files, for LMSs that forbid inline
    /// scripts.
    /// </summary>
    public bool Inline { get; init; } = true;

    /// <summary>True for a search in the menu; null for the default.</summary>
    public bool? Search { get; init; }

    /// <summary>True for buttons that read aloud.</summary>
    public bool ReadAloud { get; init; }
}

using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>
/// The <c>tracking:</c> group of course.yaml as written; the defaults depend on the content of the course.
/// </summary>
internal sealed record TrackingFile
{
    public IReadOnlyList<Located<CompletionPart>>? CompletedBy { get; init; }

    public Located<ScoreSource>? Score { get; init; }

    public Located<ReportStyle>? Report { get; init; }

    public Located<VerdictBy>? DecidedBy { get; init; }

    public Located<int>? PassMark { get; init; }

    public Located<(int Lowest, int Highest)>? PassMarkRange { get; init; }

    public bool Interactions { get; init; } = true;

    /// <summary>The id of the target.</summary>
    public Located<string>? Lms { get; init; }

    public required SourceSpan Span { get; init; }

    public static TrackingFile Nothing(SourceSpan span) => new() { Span = span };

    private static readonly Field<TrackingFile, IReadOnlyList<Located<CompletionPart>>> CompletedByField = new(
        "completed_by",
        Values.ListOf(
            Values.OneOf(
                ("pages", CompletionPart.Pages),
                ("checks", CompletionPart.Checks),
                ("assessment", CompletionPart.Assessment)
            )
        ),
        t => t.CompletedBy,
        "Conditions: all pages seen, all knowledge checks done, the assessment passed. Left out: the "
            + "assessment if there is one, else the pages."
    );

    private static readonly Field<TrackingFile, Located<ScoreSource>> ScoreField = new(
        "score",
        Values.OneOf(
            ("assessment", ScoreSource.Assessment),
            ("checks", ScoreSource.Checks),
            ("none", ScoreSource.None)
        ),
        t => t.Score,
        "The score to report: the assessment's best result, the share of checks done right, or none. Left "
            + "out: the assessment if there is one, else the checks."
    );

    private static readonly Field<TrackingFile, Located<ReportStyle>> ReportField = new(
        "report",
        Values.OneOf(
            ("passed-failed", ReportStyle.PassedFailed),
            ("passed-incomplete", ReportStyle.PassedIncomplete),
            ("completed-incomplete", ReportStyle.CompletedIncomplete),
            ("completed-failed", ReportStyle.CompletedFailed)
        ),
        t => t.Report,
        "The status values that the LMS gets. Left out: passed-failed with an assessment, completed-incomplete without."
    );

    private static readonly Field<TrackingFile, Located<VerdictBy>> DecidedByField = new(
        "decided_by",
        Values.OneOf(("course", VerdictBy.Course), ("lms", VerdictBy.Lms)),
        t => t.DecidedBy,
        "Decision on passed or failed: by the course, or by the LMS with the mastery score of the manifest."
    )
    {
        DefaultWords = "course",
    };

    private static readonly Field<TrackingFile, Located<int>> PassMarkField = new(
        "pass_mark",
        Values.Integer(0, 100),
        t => t.PassMark,
        "Percent needed to pass."
    )
    {
        DefaultWords = Tracking.UsualPassMark.ToString(CultureInfo.InvariantCulture),
    };

    private static readonly Field<TrackingFile, Located<(int Lowest, int Highest)>> PassMarkRangeField = new(
        "pass_mark_range",
        new RangeType(0, 100),
        t => t.PassMarkRange,
        "The range of pass marks that a build may choose (--pass-mark), such as 70-90. Left out: only the "
            + "pass mark of the course."
    );

    private static readonly Field<TrackingFile, bool> InteractionsField = new(
        "interactions",
        Values.Boolean,
        t => t.Interactions,
        "Whether the LMS gets a record of each checked answer."
    )
    {
        Default = true,
    };

    private static readonly Field<TrackingFile, Located<string>> LmsField = new(
        "lms",
        Values.OneOf([.. LmsTargets.All.Select(target => (target.Id, target.Id))]),
        t => t.Lms,
        "The LMS that the package is built for; “protect-scorm targets” lists them."
    )
    {
        DefaultWords = LmsTargets.Default.Id,
    };

    public static Shape<TrackingFile> Fields { get; } =
        new(
            "tracking",
            "Completion of the course, and its reports to the LMS.",
            [
                CompletedByField,
                ScoreField,
                ReportField,
                DecidedByField,
                PassMarkField,
                PassMarkRangeField,
                InteractionsField,
                LmsField,
            ],
            v => new TrackingFile
            {
                CompletedBy = v.Get(CompletedByField),
                Score = v.Get(ScoreField),
                Report = v.Get(ReportField),
                DecidedBy = v.Get(DecidedByField),
                PassMark = v.Get(PassMarkField),
                PassMarkRange = v.Get(PassMarkRangeField),
                Interactions = v.Get(InteractionsField),
                Lms = v.Get(LmsField),
                Span = v.Span,
            }
        )
        {
            HasOwnEntry = true,
        };

    /// <summary>Resolves the defaults that depend on the modules.</summary>
    public Tracking Resolve(IReadOnlyList<Module> modules)
    {
        IEnumerable<Page> pages = modules.SelectMany(module => module.Pages);
        Assessment? assessment = pages.Select(page => page.Assessment).FirstOrDefault(a => a is not null);
        bool checks = pages.Where(page => !page.IsPrivate).SelectMany(page => page.Blocks).OfType<Question>().Any();
        ScoreSource naturalScore =
            assessment is not null ? ScoreSource.Assessment
            : checks ? ScoreSource.Checks
            : ScoreSource.None;
        return new Tracking
        {
            CompletedBy =
                CompletedBy ?? [new(assessment is null ? CompletionPart.Pages : CompletionPart.Assessment, Span)],
            Score = Score ?? new(naturalScore, Span),
            Report = Report?.Value ?? (assessment is null ? ReportStyle.CompletedIncomplete : ReportStyle.PassedFailed),
            DecidedBy = DecidedBy ?? new(VerdictBy.Course, Span),
            PassMark = assessment?.PassMark?.Value ?? PassMark?.Value ?? Tracking.UsualPassMark,
            PassMarkRange = PassMarkRange,
            Interactions = Interactions,
            Lms = Lms?.Value ?? LmsTargets.Default.Id,
            Span = Span,
        };
    }
}

using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>Evidence for the instructions of a target.</summary>
internal enum Evidence
{
    Tried,
    CodeRead,
    Documented,
    NotTried,
}

/// <summary>Condition on how a course reports.</summary>
internal enum TrackingCondition
{
    LmsDecides,
    CourseDecides,

    /// <summary>The last status of a learner who passes is “passed”.</summary>
    ReportsPass,
    ReportsNoPass,

    /// <summary>The status “failed” is reported when no attempt is left.</summary>
    ReportsFailure,
    ReportsScore,
    ReportsNoScore,
}

/// <summary>One instruction for a coordinator: a setting to choose, a check or a remedy.</summary>
/// <param name="Do">The instruction, a complete sentence.</param>
/// <param name="Why">The reason; null when the instruction already states it.</param>
/// <param name="Source">The source; null for what follows from the package itself.</param>
internal sealed record LmsInstruction(SheetText Do, SheetText? Why, SheetText? Source)
{
    /// <summary>The courses that it applies to: those that meet all conditions.</summary>
    public IReadOnlyList<TrackingCondition> When { get; init; } = [];
}

/// <summary>Instructions for coordinators that are specific to one target.</summary>
internal sealed record LmsInstructions
{
    public Evidence Evidence { get; init; } = Evidence.NotTried;

    /// <summary>Settings to choose, in the order in which the LMS shows them.</summary>
    public IReadOnlyList<LmsInstruction> Settings { get; init; } = [];

    /// <summary>Checks with the first learner.</summary>
    public IReadOnlyList<LmsInstruction> Checks { get; init; } = [];

    /// <summary>Remedies when nothing is recorded.</summary>
    public IReadOnlyList<LmsInstruction> Troubleshooting { get; init; } = [];
}

/// <summary>Evaluation of <see cref="TrackingCondition"/>.</summary>
internal static class TrackingConditions
{
    /// <summary>Returns true when a course that reports like this meets every condition.</summary>
    public static bool AllHold(this IReadOnlyList<TrackingCondition> conditions, Tracking tracking) =>
        conditions.All(condition => Holds(condition, tracking));

    private static bool Holds(TrackingCondition condition, Tracking tracking) =>
        condition switch
        {
            TrackingCondition.LmsDecides => tracking.DecidedBy.Value == VerdictBy.Lms,
            TrackingCondition.CourseDecides => tracking.DecidedBy.Value == VerdictBy.Course,
            TrackingCondition.ReportsPass => tracking.ReportsPass,
            TrackingCondition.ReportsNoPass => !tracking.ReportsPass,
            TrackingCondition.ReportsFailure => tracking.Report
                is ReportStyle.PassedFailed
                    or ReportStyle.CompletedFailed,
            TrackingCondition.ReportsScore => tracking.Score.Value != ScoreSource.None,
            _ => tracking.Score.Value == ScoreSource.None,
        };
}

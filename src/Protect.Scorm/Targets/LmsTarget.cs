using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>A fact about an LMS, with its source.</summary>
public sealed record Sourced<T>(T Value, string Source);

/// <summary>
/// An LMS that packages can be built for, with the facts that packages depend on. Code compares these facts, never
/// names of LMSs.
/// </summary>
public sealed record LmsTarget
{
    private static readonly Sourced<string> Unknown = new("not known", "closed system");

    /// <summary>The id used in <c>tracking.lms</c>, in <c>--lms</c> and in names of packages.</summary>
    public required string Id { get; init; }

    /// <summary>The product name.</summary>
    public required string Name { get; init; }

    /// <summary>The maximum length of <c>cmi.suspend_data</c> in characters (UTF-16 units).</summary>
    public Sourced<int> SuspendData { get; init; } =
        new(Scorm12Limits.SuspendData, "nothing found; the standard's value");

    /// <summary>Whether “true” from LMSCommit proves that the data were stored.</summary>
    public Sourced<string> Saving { get; init; } = Unknown;

    /// <summary>The effect of the status <c>failed</c>.</summary>
    public Sourced<string> Failed { get; init; } = Unknown;

    /// <summary>The effect of a mastery score in the manifest.</summary>
    public Sourced<string> Mastery { get; init; } = Unknown;

    /// <summary>How it stores and shows interactions.</summary>
    public Sourced<string> Interactions { get; init; } = Unknown;

    /// <summary>Its known traits.</summary>
    public IReadOnlyList<Sourced<LmsTrait>> Traits { get; init; } = [];

    /// <summary>
    /// True when its code was read or it was observed running, so that it does not have the traits that are missing
    /// here. For a closed LMS they are unknown.
    /// </summary>
    public bool IsOpen => IsAny || Instructions.Evidence is Evidence.Tried or Evidence.CodeRead;

    /// <summary>The id of the simulated LMS that imitates it in previews and tests.</summary>
    public Sourced<string> SimulatedLms =>
        Simulation is null
            ? new("standard", "nothing found; the text of the standard")
            : new(Id, Simulation.Source.English);

    /// <summary>True for the target “any”: values that are safe for every LMS that follows the standard.</summary>
    internal bool IsAny => Id == LmsTargets.Any;

    /// <summary>Its place in lists; targets with the same number are sorted by id.</summary>
    internal int Order { get; init; }

    /// <summary>For “any”: the traits of the other LMSs.</summary>
    internal IReadOnlyList<Sourced<LmsTrait>> TraitsOfOthers { get; init; } = [];

    /// <summary>Its behaviour in previews and tests; null for that of the standard.</summary>
    internal LmsSimulation? Simulation { get; init; }

    /// <summary>Instructions for coordinators.</summary>
    internal LmsInstructions Instructions { get; init; } = new();

    /// <summary>The setting that makes the activity count as completed; the first that applies to a course.</summary>
    internal IReadOnlyList<LmsAdvice> Advice { get; init; } = [];

    /// <summary>Returns how a course reports to this LMS: without a score where the LMS misunderstands it.</summary>
    internal Tracking Adapt(Tracking tracking) =>
        Traits.All(known => known.Value != LmsTrait.ScoreIsProgress)
            ? tracking
            : tracking with
            {
                Score = tracking.Score with { Value = ScoreSource.None },
                DecidedBy = tracking.DecidedBy with { Value = VerdictBy.Course },
                Report = tracking.Report switch
                {
                    ReportStyle.CompletedFailed => ReportStyle.PassedFailed,
                    ReportStyle.CompletedIncomplete => ReportStyle.PassedIncomplete,
                    var report => report,
                },
            };

    /// <summary>Returns the source for a trait; null when the LMS does not have it or that is unknown.</summary>
    public string? SourceOf(LmsTrait trait) =>
        Traits.Concat(TraitsOfOthers).FirstOrDefault(known => known.Value == trait)?.Source;
}

/// <summary>
/// The behaviour of the simulated LMS. The build of the browser program reads it from the target file; here it is only
/// checked.
/// </summary>
internal sealed record LmsSimulation(SheetText Source);

/// <summary>Advice that a build prints about courses that meet all conditions.</summary>
internal sealed record LmsAdvice(string Text, IReadOnlyList<TrackingCondition> When);

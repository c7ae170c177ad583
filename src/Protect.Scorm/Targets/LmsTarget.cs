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
    /// <summary>The id used in <c>tracking.lms</c>, in <c>--lms</c> and in names of packages.</summary>
    public required string Id { get; init; }

    /// <summary>The product name.</summary>
    public required string Name { get; init; }

    /// <summary>The maximum length of <c>cmi.suspend_data</c> in characters (UTF-16 units).</summary>
    public required Sourced<int> SuspendData { get; init; }

    /// <summary>Whether “true” from LMSCommit proves that the data were stored.</summary>
    public required Sourced<string> Saving { get; init; }

    /// <summary>The effect of the status <c>failed</c>.</summary>
    public required Sourced<string> Failed { get; init; }

    /// <summary>The effect of a mastery score in the manifest.</summary>
    public required Sourced<string> Mastery { get; init; }

    /// <summary>How it stores and shows interactions.</summary>
    public required Sourced<string> Interactions { get; init; }

    /// <summary>Instructions for coordinators.</summary>
    internal LmsInstructions Instructions { get; init; } = LmsInstructionTable.Unknown;

    /// <summary>The id of the simulated LMS in src/browser/lms that imitates it in previews and tests.</summary>
    public Sourced<string> SimulatedLms { get; init; } = new("standard", "nothing found; the text of the standard");

    /// <summary>
    /// Returns the setting that makes the activity count as completed, by how the course reports; null for none known.
    /// </summary>
    internal Func<Tracking, string>? Advice { get; init; }
}

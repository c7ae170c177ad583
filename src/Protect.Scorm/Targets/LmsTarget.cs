using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>A fact about an LMS and where it comes from.</summary>
public sealed record Sourced<T>(T Value, string Source);

/// <summary>What is known of one LMS, as far as a package can go by it. Everything that depends on an LMS asks for a value of this row, never for a name.</summary>
public sealed record LmsTarget
{
    /// <summary>As it stands in <c>tracking.lms</c>, in <c>--lms</c> and in names of packages.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The most characters of <c>cmi.suspend_data</c> that it keeps, in UTF-16 units.</summary>
    public required Sourced<int> SuspendData { get; init; }

    /// <summary>Whether a “true” from LMSCommit means that the data are stored.</summary>
    public required Sourced<string> Saving { get; init; }

    /// <summary>What follows when the course reports <c>failed</c>.</summary>
    public required Sourced<string> Failed { get; init; }

    /// <summary>What it does with a mastery score in the manifest.</summary>
    public required Sourced<string> Mastery { get; init; }

    /// <summary>What becomes of interactions.</summary>
    public required Sourced<string> Interactions { get; init; }

    /// <summary>What a coordinator does with a package there.</summary>
    internal LmsNotes Notes { get; init; } = LmsNoteTable.Unknown;

    /// <summary>Which character of src/browser/lms/simulated-lms.ts plays it on this machine.</summary>
    public Sourced<string> Character { get; init; } = new("standard", "nothing found; the standard at its word");

    /// <summary>Which setting makes the activity count as done, for how a course reports; null where none was found to matter.</summary>
    internal Func<Tracking, string>? Advice { get; init; }
}

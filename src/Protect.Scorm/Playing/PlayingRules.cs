using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Playing;

/// <summary>Table of faults in the first page and in the maps of earlier releases.</summary>
internal static class PlayingRules
{
    /// <summary>Most uncompressed bytes of index.html. LMSs serve it slowly and often without compression.</summary>
    public const int MostIndexBytes = 150_000;

    public static readonly DiagnosticRule FirstPageTooLarge = new("first-page-too-large", Error,
        "The first page of the package would have {0} KB; {1} KB is the most, so that it opens on a slow line.", "Move some pages of this module, the course's first, into the next one; a course of many hundred modules needs fewer.");

    public static readonly DiagnosticRule BrokenLayout = new("broken-layout", Error,
        "This is not the map of an earlier release.", "Copy the .state.json file that a build wrote next to the old package, unchanged, or remove this file.");

    public static readonly DiagnosticRule ForeignLayout = new("foreign-layout", Error,
        "This map belongs to the course “{0}”, not to “{1}”.", "Remove it, or give the course its old id back; tracking depends on it.");

    /// <summary>An error with --release.</summary>
    public static readonly DiagnosticRule MissingLayout = new("missing-layout", Warning,
        "The course does not keep the layout “{2}” of {0}, version {1}: learners who have that package lose their answers with the new one.", "Delete the old package if no learner has it. Otherwise run this command and build again: {3}");

    public static readonly IReadOnlyList<DiagnosticRule> All = [FirstPageTooLarge, BrokenLayout, ForeignLayout, MissingLayout];
}

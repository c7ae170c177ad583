using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Result of playing a package: the trace, the result of each rule, and a summary.</summary>
internal sealed record RunReport(Trace Trace, IReadOnlyList<RunAnswer> Answers, RunFacts Facts)
{
    /// <summary>True if the package was really played; false if most launches did not run to an end.</summary>
    public bool IsPlayed => Trace.IsPlayed;

    /// <summary>
    /// True when the run shows how the package reports: it was really played, and a launch in an LMS that follows the
    /// standard started its session. Without that, the package is judged by its files as if it had not been played.
    /// </summary>
    public bool SawSession =>
        IsPlayed
        && Trace.Ordinary.Any(launch =>
            launch.IsSound && launch.Calls.Any(call => call is { IsInitialize: true, Result: "true" })
        );

    /// <summary>Checks a trace and adds its findings to the bag.</summary>
    public static RunReport Of(Trace trace, FindingBag bag) =>
        new(trace, RunInspector.Inspect(trace, bag), RunFacts.Of(trace));
}

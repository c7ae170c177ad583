using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Result of playing a package: the trace, the result of each rule, and a summary.</summary>
internal sealed record RunReport(Trace Trace, IReadOnlyList<RunAnswer> Answers, RunFacts Facts)
{
    /// <summary>True if the package was really played; false if most launches did not run to an end.</summary>
    public bool IsPlayed => Trace.IsPlayed;

    /// <summary>Checks a trace and adds its findings to the bag.</summary>
    public static RunReport Of(Trace trace, FindingBag bag) =>
        new(trace, RunInspector.Inspect(trace, bag), RunFacts.Of(trace));
}

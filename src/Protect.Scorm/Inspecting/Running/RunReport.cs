namespace Protect.Scorm.Inspecting;

/// <summary>What playing a package showed: what happened, what that says of each rule, and the facts in short.</summary>
internal sealed record RunReport(Trace Trace, IReadOnlyList<RunAnswer> Answers, RunFacts Facts)
{
    /// <summary>Judges a trace; what is broken is added to the bag.</summary>
    public static RunReport Of(Trace trace, FindingBag bag) =>
        new(trace, RunInspector.Inspect(trace, bag), RunFacts.Of(trace));
}

namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>One way to break a rule, or to come close without breaking it.</summary>
/// <param name="Rule">The id.</param>
/// <param name="What">What is done to the sample, for the name of the test; unique for its rule.</param>
/// <param name="Change">Does it.</param>
/// <param name="Fires">False: the rule must not be broken.</param>
/// <param name="Says">What the finding's place, message or severity must contain, as <c>place: severity message</c>.</param>
internal sealed record RuleCase(
    string Rule,
    string What,
    Action<SamplePackage> Change,
    bool Fires = true,
    string Says = ""
);

/// <summary>All cases: a line a group.</summary>
internal static class RuleCases
{
    public static readonly IReadOnlyList<RuleCase> All =
    [
        .. ZipCases.All,
        .. XmlCases.All,
        .. ManifestCases.All,
        .. ResourceCases.All,
        .. AdlCases.All,
        .. MetadataCases.All,
        .. ControlCases.All,
        .. Scorm2004Cases.All,
        .. Cmi5Cases.All,
        .. WebCases.All,
    ];
}

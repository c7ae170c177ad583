namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>One change that breaks a rule, or that almost does.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="What">Name of the change in the test's name; unique for its rule.</param>
/// <param name="Change">Changes the sample.</param>
/// <param name="Fires">False: the rule must not be broken.</param>
/// <param name="Says">Text that the finding must contain, in the form <c>place: severity message</c>.</param>
internal sealed record RuleCase(
    string Rule,
    string What,
    Action<SamplePackage> Change,
    bool Fires = true,
    string Says = ""
);

/// <summary>All cases, one line per group.</summary>
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
        .. XapiCases.All,
        .. AiccCases.All,
        .. WebCases.All,
    ];
}

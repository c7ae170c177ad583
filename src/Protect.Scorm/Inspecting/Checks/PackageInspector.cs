using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Runs every rule group over a package from any tool.</summary>
internal static class PackageInspector
{
    /// <summary>Rule groups in the order they run: the zip first, because its safety errors stop the rest.</summary>
    public static IReadOnlyList<RuleGroup> Groups { get; } =
    [
        new('Z', "the zip", GroupNeeds.Nothing, ZipContainerRules.All, ZipChecks.Check),
        new('X', "the manifest's XML", GroupNeeds.Zip, XmlRules.All, XmlChecks.Check),
        new('M', "the manifest's structure", GroupNeeds.Manifest, ManifestRules.All, ManifestChecks.Check),
        new('R', "the resources", GroupNeeds.Manifest, ResourceRules.All, ResourceChecks.Check),
        new('A', "ADL's extensions of items", GroupNeeds.Manifest, AdlRules.All, AdlChecks.Check),
        new('D', "the metadata", GroupNeeds.Manifest, MetadataRules.All, MetadataChecks.Check),
        new('C', "the schemas inside", GroupNeeds.Manifest, ControlRules.All, ControlChecks.Check),
        new('S', "SCORM 2004", GroupNeeds.Manifest, Scorm2004Rules.All, Scorm2004Checks.Check),
        new('K', "cmi5", GroupNeeds.Zip, Cmi5Rules.All, Cmi5Checks.Check),
        new('E', "xAPI (Tin Can)", GroupNeeds.Zip, XapiRules.All, XapiChecks.Check),
        new('I', "AICC", GroupNeeds.Zip, AiccRules.All, AiccChecks.Check),
        new('W', "the web content", GroupNeeds.Zip, WebRules.All, WebChecks.Check),
        new('X', "the official schemas", GroupNeeds.Manifest, SchemaChecks.Rules, SchemaChecks.Check),
        new('T', "the package when it is played", GroupNeeds.Run, RunRules.All, (_, _) => { }),
    ];

    /// <summary>Rules of all groups.</summary>
    public static IReadOnlyList<PackageRule> Rules { get; } = [.. Groups.SelectMany(group => group.Rules)];

    public static FindingBag Inspect(InspectedPackage package, RuleProfile profile = RuleProfile.Portable)
    {
        var bag = new FindingBag(profile);
        foreach (RuleGroup group in Groups)
        {
            if (IsThere(group.Needs, package, bag))
                group.Check(package, bag);
        }
        return bag;
    }

    /// <summary>
    /// Returns true when the zip is readable and safe, so that its content can be inspected or played.
    /// </summary>
    public static bool IsSound(InspectedPackage package, FindingBag bag) => ZipChecks.IsSafe(package, bag);

    internal static bool IsThere(GroupNeeds needs, InspectedPackage package, FindingBag bag) =>
        needs switch
        {
            GroupNeeds.Zip => ZipChecks.IsSafe(package, bag),
            GroupNeeds.Manifest => ZipChecks.IsSafe(package, bag) && package.Manifest is not null,
            GroupNeeds.Run => false,
            _ => true,
        };
}

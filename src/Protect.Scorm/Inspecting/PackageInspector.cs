using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting;

/// <summary>Holds a package, whoever made it, against the rules.</summary>
public static class PackageInspector
{
    /// <summary>In the order they run: the zip first, its errors of safety stop the rest.</summary>
    public static IReadOnlyList<RuleGroup> Groups { get; } =
    [
        new('Z', "the zip", GroupNeeds.Nothing, ZipContainerRules.All, ZipChecks.Check),
        new('X', "the manifest's XML", GroupNeeds.Zip, XmlRules.All, XmlChecks.Check),
        new('M', "the manifest's structure", GroupNeeds.Manifest, ManifestRules.All, ManifestChecks.Check),
        new('X', "the official schemas", GroupNeeds.Manifest, SchemaChecks.Rules, SchemaChecks.Check),
        new('T', "the package when it is played", GroupNeeds.Run, RunRules.All, (_, _) => { }),
    ];

    /// <summary>Every rule of every group.</summary>
    public static IReadOnlyList<PackageRule> Rules { get; } = [.. Groups.SelectMany(group => group.Rules)];

    public static FindingBag Inspect(InspectedPackage package, RuleProfile profile = RuleProfile.Portable)
    {
        var bag = new FindingBag(profile);
        foreach (RuleGroup group in Groups)
        {
            if (IsThere(group.Needs, package, bag)) group.Check(package, bag);
        }
        return bag;
    }

    internal static bool IsThere(GroupNeeds needs, InspectedPackage package, FindingBag bag) => needs switch
    {
        GroupNeeds.Zip => ZipChecks.IsSafe(package, bag),
        GroupNeeds.Manifest => ZipChecks.IsSafe(package, bag) && package.Manifest is not null,
        GroupNeeds.Run => false,
        _ => true,
    };
}

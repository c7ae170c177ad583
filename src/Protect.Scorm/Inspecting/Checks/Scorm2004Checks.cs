using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Checks rules S: a manifest of SCORM 2004. S03 is checked with R04 in <see cref="ResourceChecks"/>.
/// </summary>
internal static class Scorm2004Checks
{
    private const int MostObjective = 4000;

    private static readonly string[] Versions = ["CAM 1.3", "2004 3rd Edition", "2004 4th Edition"];

    private static readonly string[] LeafOnly =
    [
        "timeLimitAction",
        "dataFromLMS",
        "completionThreshold",
        "presentation",
    ];

    private static readonly (string Name, string Words)[] Advanced =
    [
        ("preConditionRule", "rules before an item"),
        ("postConditionRule", "rules after an item"),
        ("exitConditionRule", "rules at the end of an item"),
        ("limitConditions", "limits of attempts"),
        ("rollupRules", "rules of roll-up"),
        ("randomizationControls", "random choice of items"),
        ("constrainedChoiceConsiderations", "constrained choice"),
    ];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        if (package.Kind != PackageKind.Scorm2004)
            return;
        ManifestModel manifest = package.Manifest!;
        Version(package, manifest, bag);
        Metadata(manifest, bag);
        foreach (ManifestItem item in manifest.Items)
        {
            if (!item.IsLeaf && item.ResourceId is not null)
                bag.At(Scorm2004Rules.Cluster, manifest.At(item.Element, "identifierref"), item.Name);
            if (item.IsLeaf)
                continue;
            foreach (
                XElement element in item.Element.Elements().Where(element => LeafOnly.Contains(element.Name.LocalName))
            )
                bag.At(Scorm2004Rules.LeafOnly, manifest.At(element), element.Name.LocalName, item.Name);
        }
        Sequencing(manifest, bag);
        Rollup(manifest, bag);
        string[] used =
        [
            .. Advanced.Where(advanced => manifest.Elements(advanced.Name).Any()).Select(advanced => advanced.Words),
        ];
        if (used.Length > 0)
            bag.In(Scorm2004Rules.Beyond, manifest.File.Path, string.Join(", ", used));
    }

    private static void Version(InspectedPackage package, ManifestModel manifest, FindingBag bag)
    {
        string version = package.Edition;
        bool isOld = manifest.Root.Name.NamespaceName != XmlNamespaces.Packaging2004;
        if (version.Length == 0 && manifest.SchemaVersion is null)
            return; // S02 reports it
        if (Versions.Contains(version) && !isOld)
            return;
        XObject at = (XObject?)manifest.SchemaVersion ?? manifest.Root;
        // LMSs that look for "1.3" or "2004" still recognise it.
        PackageRule rule =
            version.Contains("1.3", StringComparison.Ordinal) || version.Contains("2004", StringComparison.Ordinal)
                ? Scorm2004Rules.Version.Light
                : Scorm2004Rules.Version;
        bag.At(
            rule,
            manifest.At(at),
            version,
            Versions.Contains(version)
                ? ", but the namespaces are not those of SCORM 2004"
                : ", which is not an edition of SCORM 2004"
        );
    }

    private static void Metadata(ManifestModel manifest, FindingBag bag)
    {
        SourceSpan place = manifest.At((XObject?)ManifestModel.Child(manifest.Root, "metadata") ?? manifest.Root);
        if (manifest.Schema is null && manifest.SchemaVersion is null)
            bag.At(Scorm2004Rules.Metadata, place, "is missing");
        else if (manifest.Schema is null || manifest.SchemaVersion is null)
            bag.At(Scorm2004Rules.Metadata, place, manifest.Schema is null ? "has no schema" : "has no schemaversion");
        else if (manifest.SchemaVersion.IsBefore(manifest.Schema))
            bag.At(Scorm2004Rules.Metadata, place, "has schemaversion before schema");
    }

    private static void Sequencing(ManifestModel manifest, FindingBag bag)
    {
        HashSet<string> collection =
        [
            .. manifest
                .Elements("sequencingCollection")
                .Elements()
                .Select(element => (string?)element.Attribute("ID"))
                .OfType<string>(),
        ];
        foreach (XElement sequencing in manifest.Elements("sequencing"))
        {
            string owner =
                (string?)sequencing.Parent?.Attribute("identifier") ?? sequencing.Parent?.Name.LocalName ?? "";
            if ((string?)sequencing.Attribute("IDRef") is { } reference && !collection.Contains(reference))
                bag.At(
                    Scorm2004Rules.Sequencing,
                    manifest.At(sequencing),
                    owner,
                    $"there is no sequencing “{reference}” in the collection"
                );
            XElement[] objectives =
            [
                .. sequencing
                    .Descendants()
                    .Where(element =>
                        element.Name.LocalName is "primaryObjective" or "objective"
                        && element.Name.NamespaceName.Contains("imsss", StringComparison.Ordinal)
                    ),
            ];
            foreach (
                IGrouping<string, XElement> same in objectives
                    .Where(objective => objective.Attribute("objectiveID") is not null)
                    .GroupBy(objective => (string)objective.Attribute("objectiveID")!)
                    .Where(group => group.Skip(1).Any())
            )
                bag.At(
                    Scorm2004Rules.Sequencing.Light,
                    manifest.At(same.ElementAt(1)),
                    owner,
                    $"the objective “{same.Key}” is there twice"
                );
        }
        foreach (XAttribute target in manifest.Elements("mapInfo").Attributes("targetObjectiveID"))
        {
            string? fault =
                target.Value.Length > MostObjective ? $"has {target.Value.Length} characters"
                : string.IsNullOrWhiteSpace(target.Value) || target.Value.Any(char.IsWhiteSpace)
                    ? "has blanks or nothing"
                : null;
            if (fault is not null)
                bag.At(Scorm2004Rules.GlobalObjective, manifest.At(target), target.Value, fault);
        }
    }

    private static void Rollup(ManifestModel manifest, FindingBag bag) =>
        bag.Names(
            Scorm2004Rules.SetByContent,
            manifest.File.Path,
            manifest
                .Launches.Where(launch =>
                    launch.Resource.IsSco
                    && !launch
                        .Item.Element.Descendants()
                        .Any(element =>
                            element.Name.LocalName == "deliveryControls"
                            && (string?)element.Attribute("completionSetByContent") is "true" or "1"
                            && (string?)element.Attribute("objectiveSetByContent") is "true" or "1"
                        )
                )
                .Select(launch => launch.Item.Title ?? launch.Item.Identifier ?? "an item without title and identifier")
        );
}

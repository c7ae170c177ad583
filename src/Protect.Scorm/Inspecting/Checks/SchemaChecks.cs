using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Checks rule X07: the official schemas. They run last and skip lines that a clearer rule has reported, so that one
/// fault gives one finding.
/// </summary>
internal static class SchemaChecks
{
    public static readonly IReadOnlyList<PackageRule> Rules = [XmlRules.Schema];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        // With a wrong namespace every element would be a finding; X06 reports it once.
        if (
            package.Kind != PackageKind.Scorm12
            || bag.Counts.ContainsKey(XmlRules.Root.Slug)
            // The reader would stop at the first line.
            || bag.Counts.ContainsKey(XmlRules.EncodingName.Slug)
            || package.Bytes(InspectedPackage.ManifestName, ManifestText.MostBytes) is not { } manifest
        )
            return;
        HashSet<int> reported =
        [
            .. bag
                .Sorted.Where(finding => finding.File == InspectedPackage.ManifestName)
                .Select(finding => finding.Line),
        ];
        foreach ((int line, int column, string message) in ManifestSchemas.Validate(manifest))
        {
            if (!reported.Contains(line))
                bag.At(XmlRules.Schema, package.Manifest!.File.At(line, column), message);
        }
    }
}

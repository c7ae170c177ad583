namespace Protect.Scorm.Inspecting;

/// <summary>
/// X07: the official schemas. They come last and stay silent about a line that a rule with plainer words has spoken of: one finding for one cause.
/// </summary>
internal static class SchemaChecks
{
    public static readonly IReadOnlyList<PackageRule> Rules = [XmlRules.Schema];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        // Every element of another namespace would be a finding; that it is another is one already.
        if (
            package.Kind != PackageKind.Scorm12
            || bag.Counts.ContainsKey(XmlRules.Root.Slug)
            || package.Bytes(InspectedPackage.ManifestName, ManifestText.MostBytes) is not { } manifest
        )
            return;
        HashSet<int> told =
        [
            .. bag
                .Sorted.Where(finding => finding.File == InspectedPackage.ManifestName)
                .Select(finding => finding.Line),
        ];
        foreach ((int line, int column, string message) in ManifestSchemas.Validate(manifest))
        {
            if (!told.Contains(line))
                bag.At(XmlRules.Schema, package.Manifest!.File.At(line, column), message);
        }
    }
}

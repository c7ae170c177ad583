using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Checks rules D: the place and completeness of a SCORM 1.2 package's metadata. <see cref="MetadataParts"/> checks
/// each piece.
/// </summary>
internal static class MetadataChecks
{
    private const int MostFiles = 200;

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        if (package.Kind != PackageKind.Scorm12)
            return;
        ManifestModel manifest = package.Manifest!;
        foreach (XElement lom in manifest.Elements("lom"))
            One(manifest.File, lom, lom.Parent!, bag);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            XElement location in manifest
                .Elements("location")
                .Where(element => element.Parent!.Name.LocalName == "metadata")
        )
        {
            if (seen.Count < MostFiles)
                Outside(package, location, seen, bag);
        }
    }

    private static void Outside(InspectedPackage package, XElement location, HashSet<string> seen, FindingBag bag)
    {
        ManifestModel manifest = package.Manifest!;
        string name = location.Value.Trim();
        if (name.Length == 0)
            return;
        string bases = string.Concat(
            location.Ancestors().Reverse().Select(ancestor => (string?)ancestor.Attribute(XNamespace.Xml + "base"))
        );
        FileMatch match = PackagePath.Resolve("", bases + name) is { } path ? package.Find(path) : default;
        if (match.Kind == MatchKind.Missing && PackagePath.Resolve("", name) is { } plain)
            match = package.Find(plain);
        if (match.Entry is not { } entry)
        {
            bag.At(MetadataRules.Location, manifest.At(location), name, "is not in the package");
            return;
        }
        if (!seen.Add(entry.Name))
            return;
        if (package.Bytes(entry.Name) is not { } bytes)
            return;
        var xml = ManifestText.Read(entry.Name, bytes);
        if (xml.Document?.Root is not { } root)
        {
            bag.At(
                MetadataRules.Schema,
                xml.Fault?.Place ?? xml.File.Start,
                xml.Fault?.Why ?? "it has a document type."
            );
            return;
        }
        int before = MetadataFindings(bag);
        if (root.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == "lom") is { } lom)
            One(xml.File, lom, location.Parent!, bag);
        // The schema is applied only if no clearer rule found a fault, so that one fault gives one finding.
        if (MetadataFindings(bag) > before)
            return;
        foreach ((int line, int column, string message) in ManifestSchemas.Validate(bytes).Take(1))
            bag.At(MetadataRules.Schema, xml.File.At(line, column), message);
    }

    private static int MetadataFindings(FindingBag bag) =>
        bag.Counts.Where(count => count.Key[0] == 'D').Sum(count => count.Value);

    private static void One(SourceFile file, XElement lom, XElement metadata, FindingBag bag)
    {
        MetadataParts.Check(file, lom, bag);
        XElement? owner = metadata.Parent;
        string kind = owner?.Name.LocalName ?? "manifest";
        bool isAsset =
            kind == "file"
            || kind == "resource"
                && !"sco".Equals(ResourceChecks.ScormTypeOf(owner!)?.Value, StringComparison.OrdinalIgnoreCase);
        string[] missing =
        [
            .. MetadataWords
                .Mandatory.Where(part => (!isAsset || part.OfAssets) && !Has(lom, part.Path))
                .Select(part => part.Path),
        ];
        if (missing.Length > 0)
            bag.At(
                MetadataRules.Mandatory,
                ManifestModel.At(file, lom),
                kind == "manifest" ? "the package" : $"<{kind}>",
                string.Join(", ", missing)
            );
        if (
            Has(lom, "metametadata/metadatascheme")
            && !lom.Descendants()
                .Any(element => element.Name.LocalName == "metadatascheme" && element.Value.Trim() == "ADL SCORM 1.2")
        )
            bag.At(MetadataRules.Scheme, ManifestModel.At(file, lom));
    }

    private static bool Has(XElement lom, string path)
    {
        IEnumerable<XElement> found = [lom];
        foreach (string part in path.Split('/'))
            found = found.Elements().Where(element => element.Name.LocalName == part);
        return found.Any(element => element.HasElements || !string.IsNullOrWhiteSpace(element.Value));
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules X: the manifest as XML. <see cref="SchemaChecks"/> checks the schemas.</summary>
internal static partial class XmlChecks
{
    public static void Check(InspectedPackage package, FindingBag bag)
    {
        if (package.IsManifestTooLarge)
        {
            long size = package.Find(InspectedPackage.ManifestName).Entry!.Size;
            bag.In(
                XmlRules.TooLarge,
                InspectedPackage.ManifestName,
                (size / 1e6).ToString("0.0", CultureInfo.InvariantCulture)
            );
            return;
        }
        if (package.ManifestXml is not { } xml)
            return;
        Bytes(xml, bag);
        if (xml.Fault is { } fault)
            Broken(xml, fault.Place, fault.Why, bag);
        if (package.Manifest is not { } manifest)
            return;
        string packaging = XmlNamespaces.PackagingOf(package.Kind);
        if (manifest.Root.Name != XName.Get("manifest", packaging))
            bag.At(
                XmlRules.Root,
                manifest.At(manifest.Root),
                manifest.Root.Name.LocalName,
                manifest.Root.Name.NamespaceName is { Length: > 0 } space ? $"the namespace “{space}”" : "no namespace",
                packaging
            );
        Locations(package, manifest, bag);
        Prefixes(manifest, bag);
        foreach (
            XElement title in manifest
                .Elements("title")
                .Where(title =>
                    ManifestModel.Is(title.Parent ?? title, "item")
                    || ManifestModel.Is(title.Parent ?? title, "organization")
                )
        )
            Title(manifest, title, bag);
        Namespaces(manifest, bag);
        foreach (
            XProcessingInstruction instruction in manifest
                .Root.Document!.DescendantNodes()
                .OfType<XProcessingInstruction>()
                .Take(FindingBag.MostOfARule)
        )
            bag.At(XmlRules.Unusual, manifest.At(instruction), $"the processing instruction <?{instruction.Target}?>");
        if (!string.IsNullOrEmpty(manifest.Root.Document!.Declaration?.Standalone))
            bag.At(XmlRules.Unusual, manifest.File.Start, "a standalone declaration");
    }

    private static void Bytes(ManifestText xml, FindingBag bag)
    {
        SourceSpan start = xml.File.Start;
        if (xml.IsUtf16)
            bag.At(XmlRules.Encoding, start, "is written in UTF-16");
        else if (!xml.IsUtf8 && (xml.Declared is null || IsUtf8(xml.Declared)))
            bag.At(XmlRules.Encoding with { Severity = Severity.Error }, start, "has bytes that are not UTF-8");
        else if (xml.Declared is { } name && !IsUtf8(name))
            Declared(name, start, bag);
        if (xml.HasByteOrderMark && !xml.IsUtf16)
            bag.At(XmlRules.ByteOrderMark, start);
    }

    private static void Declared(string name, SourceSpan start, FindingBag bag)
    {
        switch (EncodingNames.Of(name))
        {
            case EncodingKind.Registered:
                bag.At(XmlRules.Encoding, start, $"declares the encoding {name}");
                break;
            case EncodingKind.Understood:
                bag.About(
                    $"“{name}”",
                    Affects.Unstated,
                    XmlRules.EncodingName.Light,
                    start,
                    name,
                    ", which is not its registered name. The XML readers of PHP, Python and Java accept it; that of "
                        + ".NET and some others do not."
                );
                break;
            default:
                bag.About(
                    $"“{name}”",
                    Affects.Unstated,
                    XmlRules.EncodingName,
                    start,
                    name,
                    ", which no known XML reader knows: an LMS cannot read the manifest."
                );
                break;
        }
    }

    private static bool IsUtf8(string name) =>
        name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    private static void Broken(ManifestText xml, SourceSpan place, string why, FindingBag bag)
    {
        if (xml.HasDoctype)
            bag.At(XmlRules.Doctype, place);
        else if (
            xml.File.Text.IndexOf("<?xml ", StringComparison.Ordinal) > 0
            && place.Line <= xml.File.Span(xml.File.Text.IndexOf("<?xml ", StringComparison.Ordinal)).Line
        )
            bag.At(XmlRules.BeforeDeclaration, xml.File.Start);
        else
            bag.At(XmlRules.WellFormed, place, why);
    }

    private static void Locations(InspectedPackage package, ManifestModel manifest, FindingBag bag)
    {
        string[] used =
        [
            .. manifest.Root.DescendantsAndSelf().Select(element => element.Name.NamespaceName).Distinct(),
        ];
        IEnumerable<string> known = used.Where(name =>
            XmlNamespaces.Scorm12.Contains(name) || XmlNamespaces.Scorm2004.Contains(name)
        );
        XAttribute[] given =
        [
            .. manifest.Root.DescendantsAndSelf().Attributes(XName.Get("schemaLocation", Scorm12Schemas.Instance)),
        ];
        var located = new HashSet<string>();
        foreach (XAttribute attribute in given)
        {
            string[] words = attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length % 2 != 0)
                bag.At(XmlRules.SchemaLocation, manifest.At(attribute), "has an odd number of words");
            for (int i = 0; i + 1 < words.Length; i += 2)
            {
                located.Add(words[i]);
                string? path = PackagePath.IsExternal(words[i + 1]) ? null : PackagePath.Resolve("", words[i + 1]);
                if (path is null || package.Find(path).Kind != MatchKind.Exact)
                    bag.At(XmlRules.SchemaFile, manifest.At(attribute), words[i + 1]);
            }
        }
        string[] missing = [.. known.Except(located)];
        if (given.Length == 0)
            bag.At(XmlRules.SchemaLocation, manifest.At(manifest.Root), "is missing");
        else if (missing.Length > 0)
            bag.At(
                XmlRules.SchemaLocation,
                manifest.At(given[0]),
                $"does not name a schema for {string.Join(", ", missing)}"
            );
    }

    private static void Prefixes(ManifestModel manifest, FindingBag bag)
    {
        if (
            manifest.Root.GetPrefixOfNamespace(manifest.Root.Name.Namespace) is { Length: > 0 } own
            && manifest.Root.Name.Namespace != XNamespace.None
        )
            bag.At(
                XmlRules.Prefix,
                manifest.At(manifest.Root),
                $"Elements of content packaging have the prefix “{own}”"
            );
        XAttribute? declared = manifest
            .Root.DescendantsAndSelf()
            .Attributes()
            .FirstOrDefault(attribute =>
                attribute.IsNamespaceDeclaration
                && attribute.Value is Scorm12Schemas.Adl or "http://www.adlnet.org/xsd/adlcp_v1p3"
                && attribute.Name.LocalName != "adlcp"
            );
        if (declared is not null)
            bag.At(
                XmlRules.Prefix,
                manifest.At(declared),
                declared.Name.LocalName == "xmlns"
                    ? "ADL's elements have no prefix"
                    : $"ADL's elements have the prefix “{declared.Name.LocalName}”"
            );
    }

    /// <summary>Checks a title in the raw text, because the tree has resolved character references.</summary>
    private static void Title(ManifestModel manifest, XElement title, FindingBag bag)
    {
        SourceSpan place = manifest.At(title);
        int start = manifest.File.LineStart(place.Line) + place.Column - 1,
            end = manifest.File.Text.IndexOf(
                "</",
                Math.Min(start, manifest.File.Text.Length),
                StringComparison.Ordinal
            );
        if (end < 0)
            return;
        ReadOnlySpan<char> written = manifest.File.Text.AsSpan(start, end - start);
        if (title.Nodes().Any(node => node is XCData))
            bag.At(XmlRules.PlainTitle, place, "CDATA");
        else if (Reference().IsMatch(written))
            bag.At(XmlRules.PlainTitle, place, "numbers instead of letters (&#…;)");
    }

    private static void Namespaces(ManifestModel manifest, FindingBag bag)
    {
        XName[] names =
        [
            .. manifest
                .Root.DescendantsAndSelf()
                .Select(element => element.Name)
                .Concat(
                    manifest
                        .Root.DescendantsAndSelf()
                        .Attributes()
                        .Where(attribute => !attribute.IsNamespaceDeclaration)
                        .Select(attribute => attribute.Name)
                )
                .Distinct(),
        ];
        bag.Names(
            XmlRules.Foreign,
            InspectedPackage.ManifestName,
            names
                .Where(name =>
                    name.NamespaceName.Length > 0
                    && name.NamespaceName != manifest.Root.Name.NamespaceName
                    && !XmlNamespaces.Scorm12.Contains(name.NamespaceName)
                    && !XmlNamespaces.Scorm2004.Contains(name.NamespaceName)
                    && !XmlNamespaces.Xml.Contains(name.NamespaceName)
                )
                .Select(name => $"{name.LocalName} ({name.NamespaceName})")
        );
        if (
            names.Any(name => XmlNamespaces.Scorm12.Contains(name.NamespaceName))
            && names.Any(name => XmlNamespaces.Scorm2004.Contains(name.NamespaceName))
        )
            bag.At(XmlRules.Mixed, manifest.At(manifest.Root));
    }

    [GeneratedRegex("&#x?[0-9A-Fa-f]+;")]
    private static partial Regex Reference();
}

using System.Security.Cryptography;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules C: compares the schemas inside a package with the published ones.</summary>
internal static class ControlChecks
{
    private const int MostBytes = 1_000_000;

    private static readonly string[] Core2004 =
    [
        "imscp_v1p1.xsd",
        "adlcp_v1p3.xsd",
        "adlseq_v1p3.xsd",
        "adlnav_v1p3.xsd",
        "imsss_v1p0.xsd",
        "imsss_v1p0auxresource.xsd",
        "imsss_v1p0control.xsd",
        "imsss_v1p0delivery.xsd",
        "imsss_v1p0limit.xsd",
        "imsss_v1p0objective.xsd",
        "imsss_v1p0random.xsd",
        "imsss_v1p0rollup.xsd",
        "imsss_v1p0seqrule.xsd",
        "imsss_v1p0util.xsd",
    ];

    /// <summary>
    /// Digests of the published schemas without white space, because copies differ in line ends and indentation.
    /// </summary>
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Known = new(() =>
        Scorm12Schemas.Files.ToDictionary(name => name, name => Digest(SourceFolder.Embedded("bundle").Read(name)))
    );

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        string[] schemas =
        [
            .. package.Files.Select(file => file.Name).Where(name => PackagePath.Extension(name) == "xsd"),
        ];
        if (package.Kind == PackageKind.Scorm2004)
            Edition2004(package, schemas, bag);
        else if (package.Kind == PackageKind.Scorm12)
            Edition12(package, schemas, bag);
    }

    private static void Edition12(InspectedPackage package, string[] schemas, FindingBag bag)
    {
        bool hasMetadata = package.Manifest!.Elements("lom").Any() || package.Manifest.Elements("location").Any();
        bag.Names(
            ControlRules.Missing,
            "",
            Scorm12Schemas.Files.Where(name =>
                (name != Scorm12Schemas.MetadataFile || hasMetadata) && package.Find(name).Kind == MatchKind.Missing
            )
        );
        foreach (string name in Scorm12Schemas.Files)
        {
            // Many tools include another ims_xml.xsd, which declares the same two attributes.
            if (
                name != Scorm12Schemas.XmlFile
                && package.Bytes(name, MostBytes) is { } bytes
                && Digest(bytes) != Known.Value[name]
            )
                bag.In(ControlRules.Changed, name, name);
        }
        bag.Names(
            ControlRules.OtherEdition,
            "",
            schemas.Where(name => Core2004.Contains(PackagePath.BaseName(name), StringComparer.OrdinalIgnoreCase))
        );
    }

    /// <summary>Checks the schemas of SCORM 2004. X09 reports missing files that schemaLocation names.</summary>
    private static void Edition2004(InspectedPackage package, string[] schemas, FindingBag bag)
    {
        HashSet<string> there = new(schemas.Select(PackagePath.BaseName), StringComparer.OrdinalIgnoreCase);
        foreach (
            XAttribute attribute in package
                .Manifest!.Root.DescendantsAndSelf()
                .Attributes(XName.Get("schemaLocation", Scorm12Schemas.Instance))
        )
            there.UnionWith(
                attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(PackagePath.BaseName)
            );
        bag.Names(ControlRules.Missing2004, "", Core2004.Where(name => !there.Contains(name)));
        bag.Names(
            ControlRules.OtherEdition,
            "",
            schemas.Where(name =>
                Scorm12Schemas.Files.Contains(PackagePath.BaseName(name))
                && PackagePath.BaseName(name) != Scorm12Schemas.XmlFile
            )
        );
    }

    private static string Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        var dense = new List<byte>(bytes.Length);
        foreach (byte b in bytes)
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                dense.Add(b);
        return Convert.ToHexString(SHA256.HashData(dense.ToArray()));
    }
}

using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Opening;

/// <summary>
/// Detects the standard of a package as importers do: by file names, then by the manifest's version, then by its
/// namespaces.
/// </summary>
internal static class KindOfPackage
{
    private static readonly string[] Words2004 = ["2004", "1.3"];

    public static (PackageKind, string Edition) Of(InspectedPackage package)
    {
        if (package.Manifest is { } manifest)
            return OfManifest(manifest);
        bool Has(string name) => package.Find(name).Kind != MatchKind.Missing;
        // A manifest that cannot be read still means SCORM.
        if (Has(InspectedPackage.ManifestName))
            return (PackageKind.Scorm12, "");
        if (Has(InspectedPackage.Cmi5Name))
            return (PackageKind.Cmi5, "");
        if (Has(InspectedPackage.TinCanName))
            return (PackageKind.Xapi, "");
        // An “.au” alone may be a sound.
        HashSet<string> kinds = [.. package.Files.Select(file => PackagePath.Extension(file.Name))];
        return kinds.Contains("crs") || kinds.Contains("au") && (kinds.Contains("cst") || kinds.Contains("des"))
            ? (PackageKind.Aicc, "")
            : (PackageKind.None, "");
    }

    private static (PackageKind, string) OfManifest(ManifestModel manifest)
    {
        string version = ((string?)manifest.SchemaVersion ?? "").Trim();
        bool is2004 = IsScorm2004(version, manifest.Root.Name.NamespaceName);
        return (is2004 ? PackageKind.Scorm2004 : PackageKind.Scorm12, version);
    }

    /// <summary>Judges by the version; without one, by the namespace of the manifest.</summary>
    internal static bool IsScorm2004(string version, string rootNamespace) =>
        version.Length > 0
            ? Words2004.Any(word => version.Contains(word, StringComparison.Ordinal))
            : rootNamespace == "http://www.imsglobal.org/xsd/imscp_v1p1";
}

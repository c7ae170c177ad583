using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Checks rules Z: the zip as a file. Safety comes first and stops the rest; then what importers need; then names and
/// sizes.
/// </summary>
internal static class ZipChecks
{
    private const int MostZips = 3;

    private static readonly HashSet<string> Unsafe =
    [
        .. new[]
        {
            ZipContainerRules.Encrypted,
            ZipContainerRules.Split,
            ZipContainerRules.Outside,
            ZipContainerRules.Special,
            ZipContainerRules.Bomb,
        }.Select(rule => rule.Slug),
    ];

    /// <summary>
    /// Returns false after a safety error or without a readable zip; the files are then not inspected.
    /// </summary>
    public static bool IsSafe(InspectedPackage package, FindingBag bag) =>
        package.Zip.Fault is null && !bag.Counts.Keys.Any(Unsafe.Contains);

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ZipStructure.Check(package, bag);
        if (package.Zip.Fault is not null)
            return;
        ZipSafety.Check(package, bag);
        if (!IsSafe(package, bag))
            return;
        ZipStructure.CheckData(package, bag);
        ManifestPlace(package, bag);
        ZipNames.Check(package, bag);
        ZipContents.Check(package, bag);
    }

    /// <summary>Reports the manifest once: missing, in another case, or one folder down.</summary>
    private static void ManifestPlace(InspectedPackage package, FindingBag bag)
    {
        if (package.Kind is PackageKind.Cmi5 or PackageKind.Xapi or PackageKind.Aicc)
            return;
        FileMatch root = package.Find(InspectedPackage.ManifestName);
        if (root.Kind == MatchKind.Exact)
            return;
        if (root.Entry is { } other)
        {
            bag.In(ZipContainerRules.ManifestCase, other.Name, other.Name);
            return;
        }
        string[] deeper =
        [
            .. package
                .Files.Where(file =>
                    PackagePath
                        .BaseName(file.Name)
                        .Equals(InspectedPackage.ManifestName, StringComparison.OrdinalIgnoreCase)
                )
                .Select(file => file.Name),
        ];
        string[] zips =
        [
            .. package
                .Files.Select(file => file.Name)
                .Where(name => PackagePath.Extension(name) == "zip" && !JunkFiles.Is(name)),
        ];
        if (deeper.Length == 0 && zips.Length > 0 && !HasPages(package))
            bag.Add(
                FindingBag.Made(ZipContainerRules.ZipInZip, "", 0, 0, Named(zips)),
                Named(zips),
                Affects.Everything
            );
        else if (deeper.Length == 1)
            bag.In(ZipContainerRules.Nested, deeper[0], PackagePath.Folder(deeper[0]));
        else
            bag.Whole(
                ZipContainerRules.NoManifest,
                deeper.Length == 0
                    ? ""
                    : string.Create(CultureInfo.InvariantCulture, $", but {deeper.Length} in its folders")
            );
    }

    private static bool HasPages(InspectedPackage package) =>
        package.Files.Any(file => PackagePath.Extension(file.Name) is "html" or "htm" or "xhtml");

    private static string Named(string[] zips) =>
        string.Join(", ", zips.Take(MostZips).Select(name => $"“{name}”"))
        + (zips.Length > MostZips ? $" and {zips.Length - MostZips} more" : "");
}

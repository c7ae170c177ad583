using Protect.Scorm.Inspecting;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Looks into many packages side by side, told of in order. Of each only its report is kept.</summary>
/// <param name="play">Plays a package and adds what it found; false when it could not be played. Null plays none.</param>
internal sealed class PackageRun(RuleProfile profile, IReadOnlyList<LmsTarget> targets, ManifestModel? previous, Func<InspectedPackage, FindingBag, bool>? play = null)
{
    public IEnumerable<PackageReport> Inspect(IReadOnlyList<string> zips) =>
        zips.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Inspect);

    private PackageReport Inspect(string path)
    {
        using InspectedPackage package = InspectedPackage.Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1), CourseArguments.Shown(path), previous);
        FindingBag bag = PackageInspector.Inspect(package, profile);
        bool isPlayed = PackageInspector.IsSound(package, bag) && play?.Invoke(package, bag) == true;
        return PackageReport.Of(package, bag, targets, isPlayed);
    }
}

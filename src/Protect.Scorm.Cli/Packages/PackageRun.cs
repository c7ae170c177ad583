using Protect.Scorm.Inspecting;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Looks into many packages side by side, told of in order; what is played, one after the other. Of each only its report is kept.</summary>
/// <param name="play">Gives what happens when the package at a path is played; null when it cannot be. Null plays none.</param>
internal sealed class PackageRun(
    RuleProfile profile,
    IReadOnlyList<LmsTarget> targets,
    ManifestModel? previous,
    Func<string, Trace?>? play = null
)
{
    public IEnumerable<PackageReport> Inspect(IReadOnlyList<string> zips) =>
        zips.AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(play is null ? Environment.ProcessorCount : 1)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(Inspect);

    private PackageReport Inspect(string path)
    {
        using InspectedPackage package = InspectedPackage.Open(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1),
            CourseArguments.Shown(path),
            previous
        );
        FindingBag bag = PackageInspector.Inspect(package, profile);
        // What would harm who unpacks it is not played.
        RunReport? run =
            PackageInspector.IsSound(package, bag) && play?.Invoke(path) is { } trace ? RunReport.Of(trace, bag) : null;
        return PackageReport.Of(package, bag, targets, run);
    }
}

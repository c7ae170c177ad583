using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Reporting;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Packages;

/// <summary>
/// Inspects many packages in parallel and returns their reports in order. With <paramref name="play"/>, one after the
/// other. Only the report of a package stays in memory.
/// </summary>
/// <param name="profile">Rules to apply.</param>
/// <param name="targets">LMSs to judge for.</param>
/// <param name="previous">Manifest of the package that learners have now; null for none.</param>
/// <param name="play">Plays the packages; null to play none.</param>
internal sealed class PackageRun(
    RuleProfile profile,
    IReadOnlyList<LmsTarget> targets,
    ManifestModel? previous,
    PackagePlay? play = null
)
{
    private readonly ContentScans _scans = new();

    public IEnumerable<PackageReport> Inspect(IReadOnlyList<string> zips) =>
        zips.AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(play is null ? Environment.ProcessorCount : 1)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(Inspect);

    private PackageReport Inspect(string path)
    {
        using InspectedPackage package = InspectedPackage.Open(
            InputFile.Open(path),
            CourseArguments.Shown(path),
            previous,
            _scans
        );
        FindingBag bag = PackageInspector.Inspect(package, profile);
        // A package that would be unsafe to unpack is not played.
        bool isSound = PackageInspector.IsSound(package, bag);
        RunReport? run = isSound && play?.Trace(path) is { } trace ? RunReport.Of(trace, bag) : null;
        return PackageReport.Of(package, bag, targets, run) with
        {
            Plan = isSound ? OwnPlan.Of(package) : null,
            NotPlayed =
                play is null ? null
                : isSound ? play.WhyNot
                : "the zip is damaged, or not safe to unpack.",
        };
    }
}

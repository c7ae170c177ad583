using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Verdicts;

/// <summary>
/// Result of inspecting one package. It contains no content of the package except quotations in findings.
/// </summary>
internal sealed record PackageReport
{
    /// <summary>Name of the package as given.</summary>
    public required string Name { get; init; }

    /// <summary>Size of the zip in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the zip, in lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    public required PackageKind Kind { get; init; }

    /// <summary>Version as the manifest declares it.</summary>
    public required string Edition { get; init; }

    /// <summary>Title that learners see; empty when there is none.</summary>
    public required string Title { get; init; }

    /// <summary>Number of files in the zip.</summary>
    public required int Files { get; init; }

    /// <summary>Findings, most severe first; of each rule only the first ones.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Number of findings of each broken rule, by id.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Rules that were checked and not broken.</summary>
    public required IReadOnlyList<PackageRule> Passed { get; init; }

    /// <summary>Result of playing the package; null when it was not played.</summary>
    public RunReport? Run { get; init; }

    public int Errors => Count(Severity.Error);

    public int Warnings => Count(Severity.Warning);

    public int Notes => Count(Severity.Note);

    /// <summary>Creates the report after the checks, with the result of playing if there is one.</summary>
    /// <param name="targets">LMSs for which a verdict is given.</param>
    /// <param name="run">Result of playing it; its findings are already in the bag.</param>
    public static PackageReport Of(
        InspectedPackage package,
        FindingBag bag,
        IReadOnlyList<LmsTarget> targets,
        RunReport? run = null
    )
    {
        IReadOnlyList<Finding> findings = bag.Sorted;
        return new PackageReport
        {
            Name = package.Name,
            Bytes = package.Zip.Length,
            Digest = package.Digest(),
            Kind = package.Kind,
            Edition = package.Edition,
            Files = package.Files.Count(),
            Title =
                (package.Manifest?.Organizations is [var first, ..] ? first.Title ?? "" : "").Trim() is var title
                && title.Length > Scorm12Limits.ShortText
                    ? title[..Scorm12Limits.ShortText]
                    : title,
            Findings = findings,
            Counts = bag.Counts,
            Verdicts = PackageVerdicts.Of(package.Kind, findings, targets, run),
            Passed =
            [
                .. PackageInspector
                    .Groups.Where(group => PackageInspector.IsThere(group.Needs, package, bag))
                    .SelectMany(group => group.Rules)
                    .Concat(
                        run?.Answers.Where(answer => answer.Outcome == RunOutcome.NotFound)
                            .Select(answer => answer.Rule)
                            ?? []
                    )
                    .Where(rule => !bag.Counts.ContainsKey(rule.Slug)),
            ],
            Run = run,
        };
    }

    private int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}

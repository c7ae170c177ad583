using Protect.Scorm.Diagnostics;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting;

/// <summary>What came of looking into one package. It holds no part of the package but what findings quote.</summary>
internal sealed record PackageReport
{
    /// <summary>As it was named.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes of the zip.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the zip, in lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    public required PackageKind Kind { get; init; }

    /// <summary>What it says of its version.</summary>
    public required string Edition { get; init; }

    /// <summary>The title learners see; empty when there is none.</summary>
    public required string Title { get; init; }

    /// <summary>Files in the zip.</summary>
    public required int Files { get; init; }

    /// <summary>Gravest first; of each rule the first ones.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>How often each rule was broken, by id.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Rules that were looked at and not broken.</summary>
    public required IReadOnlyList<PackageRule> Passed { get; init; }

    /// <summary>What playing it showed; null when it was not played.</summary>
    public RunReport? Run { get; init; }

    public int Errors => Count(Severity.Error);

    public int Warnings => Count(Severity.Warning);

    public int Notes => Count(Severity.Note);

    /// <summary>Puts together what is known after the checks, behaviour included when it was tried.</summary>
    /// <param name="targets">For which LMSs to say what becomes of it.</param>
    /// <param name="run">What playing it showed, with its findings already in the bag.</param>
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
            Digest = package.Zip.Digest(),
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

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Model;
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

    /// <summary>Reason why it could not be played, though it should have been; null for none.</summary>
    public string? NotPlayed { get; init; }

    /// <summary>How it reports, by its own data; null for packages of other tools.</summary>
    public Tracking? Plan { get; init; }

    /// <summary>True when the package works in none of the LMSs that were asked for.</summary>
    public bool WillNotWork => Verdicts.Count > 0 && Verdicts.All(verdict => verdict.Outcome == VerdictOutcome.Fails);

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
        bool callsLms = PackageInspector.IsThere(GroupNeeds.Manifest, package, bag) && WebTracking.Calls(package);
        IReadOnlyList<Verdict> verdicts = PackageVerdicts.Of(package.Kind, bag.Judged, targets, callsLms, run);
        IReadOnlyList<Finding> findings = Raised(bag.Sorted, verdicts);
        return new PackageReport
        {
            Name = package.Name,
            Bytes = package.Zip.Length,
            Digest = package.Digest(),
            Kind = package.Kind,
            Edition = package.Edition,
            Files = package.Files.Count(),
            Title =
                (package.Manifest?.Default?.Title ?? "").Trim() is var title && title.Length > Scorm12Limits.ShortText
                    ? title[..Scorm12Limits.ShortText]
                    : title,
            Findings = findings,
            Counts = bag.Counts,
            Verdicts = verdicts,
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

    /// <summary>
    /// Makes findings errors when the package works in none of the LMSs because of them, so that the number of errors
    /// never contradicts the verdicts.
    /// </summary>
    private static IReadOnlyList<Finding> Raised(IReadOnlyList<Finding> findings, IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count == 0 || verdicts.Any(verdict => verdict.Outcome != VerdictOutcome.Fails))
            return findings;
        HashSet<string> fatal = [.. verdicts.SelectMany(verdict => verdict.Reasons).Select(reason => reason.Rule)];
        return
        [
            .. findings
                .Select(finding =>
                    fatal.Contains(finding.Rule.Slug)
                        ? finding with
                        {
                            Rule = finding.Rule with { Severity = Severity.Error },
                        }
                        : finding
                )
                .OrderByDescending(finding => finding.Severity),
        ];
    }

    private int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}

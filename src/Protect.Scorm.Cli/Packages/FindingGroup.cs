using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Verdicts;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Findings of one rule and severity in a package.</summary>
/// <param name="Findings">The first findings, at least one.</param>
/// <param name="Count">Number of all findings, including those that were only counted.</param>
internal sealed record FindingGroup(IReadOnlyList<Finding> Findings, int Count)
{
    /// <summary>Returns the groups of a package, most severe first.</summary>
    public static IReadOnlyList<FindingGroup> Of(PackageReport report)
    {
        var groups = new List<FindingGroup>();
        var uncounted = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            IGrouping<(Severity, string), Finding> same in report.Findings.GroupBy(finding =>
                (finding.Severity, finding.Rule.Slug)
            )
        )
        {
            string slug = same.Key.Item2;
            // The severity of findings that were only counted is not known: they belong to the most severe group.
            int more = uncounted.Add(slug)
                ? report.Counts[slug] - report.Findings.Count(finding => finding.Rule.Slug == slug)
                : 0;
            groups.Add(new FindingGroup([.. same], same.Count() + more));
        }
        return groups;
    }

    public PackageRule Rule => Findings[0].Rule;

    public Severity Severity => Findings[0].Severity;

    /// <summary>True when all shown findings have the same message, so that only their places differ.</summary>
    public bool IsUniform => Findings.All(finding => finding.Message == Findings[0].Message);

    /// <summary>Sentence about all findings.</summary>
    public string Summary => Count == 1 ? Findings[0].Message : RuleSummaries.Of(Rule, Count);

    /// <summary>Remedies, usually one.</summary>
    public IReadOnlyList<string> Remedies => [.. Findings.Select(finding => finding.Help).Distinct()];

    /// <summary>Returns the first places, with the message where it differs from place to place.</summary>
    public IEnumerable<string> Places(int most) =>
        Findings
            .Take(most)
            .Select(finding =>
                Count == 1 ? finding.Where
                : finding.Where.Length == 0 ? finding.Message
                : IsUniform ? finding.Where
                : $"{finding.Where}: {finding.Message}"
            )
            .Where(place => place.Length > 0);
}

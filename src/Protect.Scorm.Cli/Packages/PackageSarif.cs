using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Verdicts;

namespace Protect.Scorm.Cli.Packages;

/// <summary>
/// Findings in packages, as a run of SARIF 2.1.0. The location of a file in a zip is nested in the location of the zip.
/// </summary>
internal static class PackageSarif
{
    public static SarifRun Of(IReadOnlyList<PackageReport> reports)
    {
        PackageRule[] rules =
        [
            .. reports
                .SelectMany(report => report.Findings)
                .Select(finding => finding.Rule.Slug)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(slug => PackageInspector.Rules.First(rule => rule.Slug == slug)),
        ];
        // The zips first, then the files in them, each with its zip as parent (SARIF 3.24.4).
        var files = reports.Select(report => File(report.Name, null)).ToList();
        var results = new List<SarifResult>();
        for (int package = 0; package < reports.Count; package++)
        {
            int first = files.Count;
            string[] inside =
            [
                .. reports[package].Findings.Select(finding => finding.File).Where(file => file.Length > 0).Distinct(),
            ];
            files.AddRange(inside.Select(file => File(file, package)));
            foreach (Finding finding in reports[package].Findings)
            {
                int index = finding.File.Length == 0 ? package : first + Array.IndexOf(inside, finding.File);
                results.Add(
                    new SarifResult(
                        finding.Rule.Slug,
                        Array.FindIndex(rules, rule => rule.Slug == finding.Rule.Slug),
                        finding.Severity,
                        new SarifText($"{finding.Message} {finding.Help}"),
                        SarifLocation.At(
                            files[index].Location with
                            {
                                Index = index,
                            },
                            finding.Line > 0 ? new SarifRegion(finding.Line, finding.Column) : null
                        )
                    )
                );
            }
        }
        return new SarifRun(SarifTool.With(rules.Select(Rule)), results, files);
    }

    private static SarifArtifact File(string name, int? parent) =>
        new(new SarifFile(SarifReport.Address(name)), parent);

    private static SarifRule Rule(PackageRule rule) =>
        new(
            rule.Slug,
            new SarifText(rule.Requirement),
            new SarifText($"{rule.Requirement} ({rule.Basis})"),
            new SarifConfiguration(rule.Severity)
        );
}

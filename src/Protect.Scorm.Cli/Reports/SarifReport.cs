using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;

namespace Protect.Scorm.Cli.Reports;

/// <summary>
/// Report for code hosts and editors: SARIF 2.1.0 on standard output. Courses and packages are in one run, because
/// some hosts accept only one run of a tool per file.
/// </summary>
internal sealed class SarifReport : Report
{
    private readonly List<Diagnostic> _all = [];

    public override void Add(string course, CompileResult result, string? path, TimeSpan time) =>
        _all.AddRange(result.Diagnostics);

    public override void Finish() => JsonReport.Print(new SarifLog([Run()]), SarifJson.Unescaped.SarifLog);

    private SarifRun Run()
    {
        string[] slugs =
        [
            .. _all.Select(finding => finding.Rule.Slug)
                .Concat(Packages.SelectMany(package => package.Findings).Select(finding => finding.Rule.Slug))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        return new SarifRun(
            SarifTool.With(slugs.Select(Rule)),
            [.. _all.Select(finding => Result(finding, slugs)), .. PackageSarif.Of(Packages, slugs)]
        );
    }

    private static SarifRule Rule(string slug) =>
        PackageInspector.Rules.FirstOrDefault(rule => rule.Slug == slug) is not { } rule
            ? new SarifRule(slug)
            : new SarifRule(
                slug,
                new SarifText(rule.Requirement),
                new SarifText($"{rule.Requirement} ({rule.Basis})"),
                new SarifConfiguration(rule.Severity)
            );

    private static SarifResult Result(Diagnostic finding, string[] slugs) =>
        new(
            finding.Rule.Slug,
            Array.IndexOf(slugs, finding.Rule.Slug),
            finding.Rule.Severity,
            new SarifText($"{finding.Message} {finding.Help}"),
            [
                new SarifLocation(
                    new SarifPlace(
                        new SarifFile(Address(finding.Span.File.Path)),
                        new SarifRegion(
                            finding.Span.Line,
                            finding.Span.Column,
                            finding.Span.Column + finding.Span.Length
                        )
                    )
                ),
            ]
        );

    /// <summary>Returns a path as SARIF requires it: percent-encoded, except for the slashes.</summary>
    public static string Address(string path) =>
        Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
}

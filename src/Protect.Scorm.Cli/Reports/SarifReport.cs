using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Report for code hosts and editors: SARIF 2.1.0 on standard output.</summary>
internal sealed class SarifReport : Report
{
    private readonly List<Diagnostic> _all = [];

    public override void Add(string course, CompileResult result, string? path, TimeSpan time) =>
        _all.AddRange(result.Diagnostics);

    public override void Finish()
    {
        IEnumerable<SarifRule> rules = _all.Select(d => d.Rule)
            .Distinct()
            .OrderBy(rule => rule.Slug, StringComparer.Ordinal)
            .Select(rule => new SarifRule(rule.Slug));
        var courses = new SarifRun(SarifTool.With(rules), [.. _all.Select(Result)]);
        JsonReport.Print(
            new SarifLog(Packages.Count == 0 ? [courses] : [courses, PackageSarif.Of(Packages)]),
            SarifJson.Unescaped.SarifLog
        );
    }

    private static SarifResult Result(Diagnostic finding) =>
        new(
            finding.Rule.Slug,
            finding.Rule.Severity,
            new SarifText($"{finding.Message} {finding.Help}"),
            SarifLocation.At(
                new SarifFile(Address(finding.Span.File.Path)),
                new SarifRegion(finding.Span.Line, finding.Span.Column, finding.Span.Column + finding.Span.Length)
            )
        );

    /// <summary>Returns a path as SARIF requires it: percent-encoded, except for the slashes.</summary>
    public static string Address(string path) =>
        Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
}

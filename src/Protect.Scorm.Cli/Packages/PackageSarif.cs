using System.Text.Json;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Packages;

/// <summary>
/// Findings in packages, as a run of SARIF 2.1.0. The location of a file in a zip is nested in the location of the zip.
/// </summary>
internal static class PackageSarif
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<PackageReport> reports)
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
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "protect-scorm");
        json.WriteStartArray("rules");
        foreach (PackageRule rule in rules)
            Write(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteFiles(json, reports);
        json.WriteStartArray("results");
        for (int package = 0, file = reports.Count; package < reports.Count; package++)
        {
            string[] inside = Inside(reports[package]);
            foreach (Finding finding in reports[package].Findings)
                Write(
                    json,
                    finding,
                    Array.FindIndex(rules, rule => rule.Slug == finding.Rule.Slug),
                    reports[package].Name,
                    finding.File.Length == 0 ? package : file + Array.IndexOf(inside, finding.File)
                );
            file += inside.Length;
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string[] Inside(PackageReport report) =>
        [.. report.Findings.Select(finding => finding.File).Where(file => file.Length > 0).Distinct()];

    /// <summary>Writes the zips first, then the files in them, each with its zip as parent (SARIF 3.24.4).</summary>
    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<PackageReport> reports)
    {
        json.WriteStartArray("artifacts");
        foreach (PackageReport report in reports)
            WriteFile(json, report.Name, null);
        for (int package = 0; package < reports.Count; package++)
        {
            foreach (string file in Inside(reports[package]))
                WriteFile(json, file, package);
        }
        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, string name, int? parent)
    {
        json.WriteStartObject();
        json.WriteStartObject("location");
        json.WriteString("uri", SarifReport.Address(name));
        json.WriteEndObject();
        if (parent is { } index)
            json.WriteNumber("parentIndex", index);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackageRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Slug);
        WriteText(json, "shortDescription", rule.Requirement);
        WriteText(json, "fullDescription", $"{rule.Requirement} ({rule.Basis})");
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", PackageText.Word(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, int rule, string package, int file)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Slug);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", PackageText.Word(finding.Severity));
        WriteText(json, "message", $"{finding.Message} {finding.Help}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString(
            "uri",
            finding.File.Length == 0 ? SarifReport.Address(package) : SarifReport.Address(finding.File)
        );
        json.WriteNumber("index", file);
        json.WriteEndObject();
        if (finding.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", finding.Line);
            json.WriteNumber("startColumn", finding.Column);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}

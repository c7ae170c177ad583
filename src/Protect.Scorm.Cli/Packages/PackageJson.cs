using System.Text.Json;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Findings in packages, as JSON.</summary>
internal static class PackageJson
{
    /// <summary>Writes the array <c>packages</c>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<PackageReport> reports)
    {
        json.WriteStartArray("packages");
        foreach (PackageReport report in reports)
        {
            json.WriteStartObject();
            Members(json, report);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Members(Utf8JsonWriter json, PackageReport report)
    {
        json.WriteString("package", report.Name);
        json.WriteString("kind", PackageKinds.Words(report.Kind));
        json.WriteString("edition", report.Edition);
        json.WriteString("title", report.Title);
        json.WriteNumber("bytes", report.Bytes);
        json.WriteNumber("files", report.Files);
        json.WriteString("sha256", report.Digest);
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteNumber("notes", report.Notes);
        json.WriteStartArray("findings");
        foreach (Finding finding in report.Findings)
            Write(json, finding);
        json.WriteEndArray();
        json.WriteStartObject("counts");
        foreach ((string rule, int count) in report.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteNumber(rule, count);
        json.WriteEndObject();
        json.WriteStartArray("verdicts");
        foreach (Verdict verdict in report.Verdicts)
            Write(json, verdict);
        json.WriteEndArray();
        if (report.Run is { } run)
            RunSummary.Write(json, run);
        json.WriteStartArray("passed");
        foreach (PackageRule rule in report.Passed)
            json.WriteStringValue(rule.Slug);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Slug);
        json.WriteString("severity", PackageText.Word(finding.Severity));
        json.WriteString("file", finding.File);
        if (finding.Line > 0)
        {
            json.WriteNumber("line", finding.Line);
            json.WriteNumber("column", finding.Column);
        }
        json.WriteString("message", finding.Message);
        json.WriteString("help", finding.Help);
        json.WriteString("basis", finding.Rule.Basis);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("lms", verdict.Target.Id);
        json.WriteString(
            "outcome",
            verdict.Outcome switch
            {
                VerdictOutcome.Plays => "plays",
                VerdictOutcome.PlaysBut => "plays-but",
                VerdictOutcome.CannotTell => "cannot-tell",
                _ => "fails",
            }
        );
        json.WriteString("sentence", verdict.Sentence);
        json.WriteStartArray("reasons");
        foreach (string reason in verdict.Reasons)
            json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Report for code hosts and editors: SARIF 2.1.0 on standard output.</summary>
internal sealed class SarifReport : Report
{
    private readonly List<Diagnostic> _all = [];

    public override void Add(string course, CompileResult result, string? path, TimeSpan time) =>
        _all.AddRange(result.Diagnostics);

    public override void Finish() =>
        JsonReport.WriteDocument(json =>
        {
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (Diagnostic diagnostic in _all)
                WriteResult(json, diagnostic);
            json.WriteEndArray();
            json.WriteEndObject();
            Addition?.Invoke(json);
            json.WriteEndArray();
        });

    private void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "protect-scorm");
        json.WriteStartArray("rules");
        foreach (
            DiagnosticRule rule in _all.Select(d => d.Rule)
                .Distinct()
                .OrderBy(rule => rule.Slug, StringComparer.Ordinal)
        )
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Slug);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.Slug);
        json.WriteString("level", diagnostic.Rule.Severity.ToString().ToLowerInvariant());
        json.WriteStartObject("message");
        json.WriteString("text", $"{diagnostic.Message} {diagnostic.Help}");
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Address(diagnostic.Span.File.Path));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", diagnostic.Span.Line);
        json.WriteNumber("startColumn", diagnostic.Span.Column);
        json.WriteNumber("endColumn", diagnostic.Span.Column + diagnostic.Span.Length);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Returns a path as SARIF requires it: percent-encoded, except for the slashes.</summary>
    public static string Address(string path) =>
        Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
}

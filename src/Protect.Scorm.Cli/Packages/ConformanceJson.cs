using System.Text.Encodings.Web;
using System.Text.Json;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Playing;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Conformance report of a build, as JSON.</summary>
internal static class ConformanceJson
{
    public static byte[] Write(CompileResult result, RunReport? run)
    {
        var bytes = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                bytes,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            json.WriteStartObject();
            PackageJson.Members(json, result.Conformance!.Report);
            Write(json, result.Conformance);
            json.WriteStartArray("accessibility");
            foreach (AccessibilityCheck check in AccessibilityCheck.All)
            {
                json.WriteStartObject();
                json.WriteString("what", check.What);
                json.WriteString("criterion", check.Criterion);
                json.WriteNumber("findings", check.Findings(result.Diagnostics));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Journeys(json, run);
            json.WriteEndObject();
        }
        return [.. bytes.ToArray(), (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, Conformance conformance)
    {
        json.WriteStartArray("exceptions");
        foreach (OwnException exception in conformance.Exceptions)
        {
            json.WriteStartObject();
            json.WriteString("rule", exception.Rule);
            json.WriteString("reason", exception.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("limits");
        foreach (LimitUse limit in conformance.Limits)
        {
            json.WriteStartObject();
            json.WriteString("what", limit.What);
            json.WriteNumber("used", limit.Used);
            json.WriteNumber("most", limit.Most);
            json.WriteString("unit", limit.Unit);
            json.WriteString("source", limit.Source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("privacy");
        foreach (DataElement element in conformance.Elements)
        {
            json.WriteStartObject();
            json.WriteString("element", element.Name);
            json.WriteBoolean("sent", element.IsSent);
            json.WriteString("holds", element.Holds);
            json.WriteString("why", element.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>
    /// Writes a summary and every launch with its calls; an empty list if the package was not played.
    /// </summary>
    private static void Journeys(Utf8JsonWriter json, RunReport? run)
    {
        if (run is not null)
            RunSummary.Write(json, run);
        json.WriteStartArray("journeys");
        foreach (TraceLaunch launch in run?.Trace.Launches ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", launch.Kind.Words());
            json.WriteStartArray("calls");
            foreach (TraceCall call in launch.Calls)
                json.WriteStringValue($"{PlayText.Call(call)} → {call.Result}");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

using System.Text.Json;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Model;

namespace Protect.Scorm.Reporting;

/// <summary>Plan of a package that this tool built: how it reports to an LMS, by its own data.</summary>
internal static class OwnPlan
{
    /// <summary>Reads the plan; null for packages of other tools.</summary>
    public static Tracking? Of(InspectedPackage package)
    {
        if (package.Kind != PackageKind.Scorm12)
            return null;
        return OwnData.Of(name => package.Text(name)?.Text) is { } data ? Read(data) : null;
    }

    private static Tracking? Read(string data)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(data);
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("tracking", out JsonElement tracking)
                || tracking.ValueKind != JsonValueKind.Object
                || Style(Word(tracking, "report")) is not { } report
                || Side(Word(tracking, "decidedBy")) is not { } side
            )
                return null;
            Tracking usual = Tracking.Usual;
            return usual with { Report = report, DecidedBy = usual.DecidedBy with { Value = side } };
        }
        catch (JsonException)
        {
            return null; // a page of another tool with an element of the same id
        }
    }

    private static string Word(JsonElement tracking, string name) =>
        tracking.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static ReportStyle? Style(string word) =>
        word switch
        {
            "passed-failed" => ReportStyle.PassedFailed,
            "passed-incomplete" => ReportStyle.PassedIncomplete,
            "completed-incomplete" => ReportStyle.CompletedIncomplete,
            "completed-failed" => ReportStyle.CompletedFailed,
            _ => null,
        };

    private static VerdictBy? Side(string word) =>
        word switch
        {
            "course" => VerdictBy.Course,
            "lms" => VerdictBy.Lms,
            _ => null,
        };
}

using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Cli.Play;

/// <summary>Values that an LMS has stored after a journey, as its reports show them.</summary>
internal sealed record Recorded(
    string Status,
    string Score,
    string Time,
    string Location,
    int SuspendData,
    IReadOnlyList<RecordedInteraction> Interactions
)
{
    public static Recorded Of(TraceLaunch launch)
    {
        string Stored(string element) => launch.Stored.GetValueOrDefault(element, "");
        string bounds =
            Stored("cmi.core.score.min") is { Length: > 0 } min && Stored("cmi.core.score.max") is { Length: > 0 } max
                ? $" ({min} to {max})"
                : "";
        IEnumerable<string> indices = launch
            .Stored.Keys.Select(element => element.Split('.'))
            .Where(parts => parts is ["cmi", "interactions", _, "id"])
            .Select(parts => parts[2])
            .OrderBy(index => index.Length)
            .ThenBy(index => index, StringComparer.Ordinal);
        return new Recorded(
            Stored("cmi.core.lesson_status"),
            Stored("cmi.core.score.raw") is { Length: > 0 } raw ? raw + bounds : "",
            launch.Sets.LastOrDefault(call => call is { Element: "cmi.core.session_time", Result: "true" })?.Value
                ?? "",
            Stored("cmi.core.lesson_location"),
            Stored("cmi.suspend_data").Length,
            [
                .. indices.Select(index => new RecordedInteraction(
                    Stored($"cmi.interactions.{index}.id"),
                    Stored($"cmi.interactions.{index}.type"),
                    Stored($"cmi.interactions.{index}.student_response"),
                    Stored($"cmi.interactions.{index}.result")
                )),
            ]
        );
    }
}

/// <summary>Answer of a learner as an LMS has stored it.</summary>
internal sealed record RecordedInteraction(string Id, string Type, string Response, string Result);

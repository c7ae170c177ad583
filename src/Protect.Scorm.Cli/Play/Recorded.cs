using System.Text.Json.Serialization;
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
    /// <summary>How the course was left, in SCORM 2004; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Exit { get; private init; }

    /// <summary>
    /// Reads the values of a launch. In SCORM 2004 the status is that of completion and success, such as “completed,
    /// passed”.
    /// </summary>
    public static Recorded Of(TraceLaunch launch)
    {
        string Stored(string element) => launch.Stored.GetValueOrDefault(element, "");
        bool is2004 = launch.Calls.Any(call => call is { IsInitialize: true, Name: "Initialize" });
        string core = is2004 ? "cmi." : "cmi.core.";
        string bounds =
            Stored(core + "score.min") is { Length: > 0 } min && Stored(core + "score.max") is { Length: > 0 } max
                ? $" ({min} to {max})"
                : "";
        string raw = Stored(core + "score.raw") is { Length: > 0 } given ? given + bounds : "";
        string[] status = is2004
            ? [Stored("cmi.completion_status"), Stored("cmi.success_status")]
            : [Stored("cmi.core.lesson_status")];
        string[] score =
            is2004 && Stored("cmi.score.scaled") is { Length: > 0 } scaled ? [$"scaled {scaled}", raw] : [raw];
        IEnumerable<string> indices = launch
            .Stored.Keys.Select(element => element.Split('.'))
            .Where(parts => parts is ["cmi", "interactions", _, "id"])
            .Select(parts => parts[2])
            .OrderBy(index => index.Length)
            .ThenBy(index => index, StringComparer.Ordinal);
        return new Recorded(
            string.Join(", ", status.Where(one => one.Length > 0)),
            string.Join(", ", score.Where(one => one.Length > 0)),
            launch.Sets.LastOrDefault(call => call.Element == core + "session_time" && call.Result == "true")?.Value
                ?? "",
            Stored(is2004 ? "cmi.location" : "cmi.core.lesson_location"),
            Stored("cmi.suspend_data").Length,
            [
                .. indices.Select(index => new RecordedInteraction(
                    Stored($"cmi.interactions.{index}.id"),
                    Stored($"cmi.interactions.{index}.type"),
                    Stored($"cmi.interactions.{index}.{(is2004 ? "learner" : "student")}_response"),
                    Stored($"cmi.interactions.{index}.result")
                )),
            ]
        )
        {
            Exit = is2004 ? Stored("cmi.exit") : null,
        };
    }
}

/// <summary>Answer of a learner as an LMS has stored it.</summary>
internal sealed record RecordedInteraction(string Id, string Type, string Response, string Result);

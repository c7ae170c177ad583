using System.Text.Json;

namespace Protect.Scorm.Inspecting;

/// <summary>
/// Reads and writes a trace as JSON (<c>play --json</c>). Reading is lenient, but refuses anything that is not a trace.
/// </summary>
internal static class TraceJson
{
    public static void Write(Trace trace, Utf8JsonWriter json)
    {
        json.WriteBoolean("asset", trace.IsAsset);
        json.WriteStartArray("launches");
        foreach (TraceLaunch launch in trace.Launches)
            Write(launch, json);
        json.WriteEndArray();
    }

    /// <summary>Reads a trace; null when the bytes are none.</summary>
    public static Trace? Read(byte[] bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            return
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("launches", out JsonElement launches)
                && launches.ValueKind == JsonValueKind.Array
                ? new Trace(
                    [.. launches.EnumerateArray().Select(Launch)],
                    root.TryGetProperty("asset", out JsonElement asset) && asset.ValueKind == JsonValueKind.True
                )
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads a call as the page of the LMS reports it: texts as strings, long texts with their length, other values
    /// with their type.
    /// </summary>
    public static TraceCall Call(JsonElement call) =>
        new(
            Text(call, "name"),
            [.. List(call, "args").Select(Argument)],
            Text(call, "result"),
            Text(call, "error"),
            Number(call, "at"),
            Number(call, "took")
        );

    private static TraceArgument Argument(JsonElement argument)
    {
        if (argument.ValueKind == JsonValueKind.String)
            return new TraceArgument(argument.GetString()!);
        return argument.ValueKind == JsonValueKind.Object && argument.TryGetProperty("length", out JsonElement length)
            ? new TraceArgument(Text(argument, "text"), true, length.GetInt32())
            : new TraceArgument(Text(argument, "text"), false, 0);
    }

    private static TraceLaunch Launch(JsonElement launch) =>
        new()
        {
            Kind = Enum.TryParse(Text(launch, "kind"), ignoreCase: true, out LaunchKind kind) ? kind : LaunchKind.Plain,
            Ending = Enum.TryParse(Text(launch, "ending"), ignoreCase: true, out LaunchEnding ending)
                ? ending
                : LaunchEnding.Closed,
            End = Text(launch, "end"),
            Milliseconds = Number(launch, "milliseconds"),
            IsOwn = launch.TryGetProperty("own", out JsonElement own) && own.ValueKind == JsonValueKind.True,
            Calls = [.. List(launch, "calls").Select(Call)],
            Acts = [.. List(launch, "acts").Select(act => new TraceAct(Text(act, "what"), Number(act, "at")))],
            Errors = Texts(launch, "errors"),
            Dialogs = Texts(launch, "dialogs"),
            Outside = Texts(launch, "outside"),
            Popups = Texts(launch, "popups"),
            Start = Place(launch, "start"),
            Place = Place(launch, "place"),
            Progress = Text(launch, "progress"),
            Stored = launch.TryGetProperty("stored", out JsonElement stored)
                ? Record(stored)
                : new Dictionary<string, string>(),
        };

    /// <summary>Reads the elements of the data model with their values.</summary>
    public static IReadOnlyDictionary<string, string> Record(JsonElement stored) =>
        stored.ValueKind != JsonValueKind.Object
            ? new Dictionary<string, string>()
            : stored
                .EnumerateObject()
                .Where(one => one.Value.ValueKind == JsonValueKind.String)
                .GroupBy(one => one.Name)
                .ToDictionary(one => one.Key, one => one.Last().Value.GetString()!, StringComparer.Ordinal);

    private static TracePlace? Place(JsonElement launch, string name) =>
        launch.TryGetProperty(name, out JsonElement place) && place.ValueKind == JsonValueKind.Object
            ? new TracePlace(Text(place, "address"), Text(place, "text"))
            : null;

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : "";

    private static double Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number
            ? number.GetDouble()
            : 0;

    private static IEnumerable<JsonElement> List(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];

    private static IReadOnlyList<string> Texts(JsonElement of, string name) =>
        [.. List(of, name).Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)];

    private static void Write(TraceLaunch launch, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", launch.Kind.ToString());
        json.WriteString("ending", launch.Ending.ToString());
        json.WriteString("end", launch.End);
        json.WriteNumber("milliseconds", Math.Round(launch.Milliseconds));
        json.WriteBoolean("own", launch.IsOwn);
        json.WriteStartArray("calls");
        foreach (TraceCall call in launch.Calls)
            Write(call, json);
        json.WriteEndArray();
        json.WriteStartArray("acts");
        foreach (TraceAct act in launch.Acts)
            Write(json, [("what", act.What)], act.At);
        json.WriteEndArray();
        foreach (
            (string name, IReadOnlyList<string> list) in (ReadOnlySpan<(string, IReadOnlyList<string>)>)
                [
                    ("errors", launch.Errors),
                    ("dialogs", launch.Dialogs),
                    ("outside", launch.Outside),
                    ("popups", launch.Popups),
                ]
        )
        {
            json.WriteStartArray(name);
            foreach (string text in list)
                json.WriteStringValue(text);
            json.WriteEndArray();
        }
        foreach (
            (string name, TracePlace? place) in (ReadOnlySpan<(string, TracePlace?)>)
                [("start", launch.Start), ("place", launch.Place)]
        )
        {
            if (place is null)
                continue;
            json.WritePropertyName(name);
            Write(json, [("address", place.Address), ("text", place.Text)], null);
        }
        json.WriteString("progress", launch.Progress);
        json.WriteStartObject("stored");
        foreach ((string element, string value) in launch.Stored.OrderBy(one => one.Key, StringComparer.Ordinal))
            json.WriteString(element, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(TraceCall call, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", call.Name);
        json.WriteStartArray("args");
        foreach (TraceArgument argument in call.Arguments)
        {
            if (argument.IsText && argument.Length == argument.Text.Length)
                json.WriteStringValue(argument.Text);
            else
            {
                json.WriteStartObject();
                json.WriteString("text", argument.Text);
                if (argument.IsText)
                    json.WriteNumber("length", argument.Length);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.WriteString("result", call.Result);
        json.WriteString("error", call.Error);
        json.WriteNumber("at", Math.Round(call.At, 1));
        json.WriteNumber("took", Math.Round(call.Took, 1));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<(string Name, string Text)> texts, double? at)
    {
        json.WriteStartObject();
        foreach ((string name, string text) in texts)
            json.WriteString(name, text);
        if (at is { } time)
            json.WriteNumber("at", Math.Round(time, 1));
        json.WriteEndObject();
    }
}

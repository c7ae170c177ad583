using System.Text.Json;
using System.Text.Json.Serialization;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Reads a trace that <c>play --json</c> wrote.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Trace))]
internal sealed partial class TraceJson : JsonSerializerContext
{
    /// <summary>Reads a trace; null when the bytes are none.</summary>
    public static Trace? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, Default.Trace) is { } trace && IsWhole(trace) ? trace : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns false when a list contains null, which the serializer accepts.</summary>
    private static bool IsWhole(Trace trace) =>
        trace.Launches.All(launch =>
            launch is not null
            && !launch.Calls.Contains(null!)
            && !launch.Acts.Contains(null!)
            && ((IEnumerable<string?>)[.. launch.Errors, .. launch.Dialogs, .. launch.Outside, .. launch.Popups])
                .Concat(launch.Stored.Values)
                .All(text => text is not null)
        );
}

/// <summary>
/// Converter of an argument: a text is a string; a text that was cut has its length, and any other value has none.
/// </summary>
internal sealed class TraceArgumentConverter : JsonConverter<TraceArgument>
{
    public override TraceArgument Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new TraceArgument(reader.GetString()!);
        using JsonDocument other = JsonDocument.ParseValue(ref reader);
        return
            other.RootElement.ValueKind == JsonValueKind.Object
            && other.RootElement.TryGetProperty("text", out JsonElement text)
            && text.ValueKind == JsonValueKind.String
            ? other.RootElement.TryGetProperty("length", out JsonElement length) && length.TryGetInt32(out int most)
                ? new TraceArgument(text.GetString()!, true, most)
                : new TraceArgument(text.GetString()!, false, 0)
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, TraceArgument argument, JsonSerializerOptions options)
    {
        if (argument.IsText && argument.Length == argument.Text.Length)
        {
            writer.WriteStringValue(argument.Text);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("text", argument.Text);
        if (argument.IsText)
            writer.WriteNumber("length", argument.Length);
        writer.WriteEndObject();
    }
}

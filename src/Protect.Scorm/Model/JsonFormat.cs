using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Protect.Scorm.Model;

/// <summary>Format of the JSON that a person or the player reads: letters outside ASCII are not escaped.</summary>
internal static class JsonFormat
{
    /// <summary>Returns the options of a generated context with this format.</summary>
    public static JsonSerializerOptions Unescaped(JsonSerializerOptions generated) =>
        new(generated) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>Writes a value of an enumeration as a word, such as <c>passed-failed</c>.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;

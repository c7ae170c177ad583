using System.Text.Json;
using System.Text.Json.Serialization;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>
/// A <c>.state.json</c>. The course data in a package have the same members and some more, which are ignored.
/// </summary>
internal sealed record StateMapFile
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Hash { get; init; }

    public required IReadOnlyList<StateMapModule> Modules { get; init; }

    public required IReadOnlyList<StateMapQuestion> Questions { get; init; }

    public StateMapAssessment? Assessment { get; init; }

    public required StateMapTracking Tracking { get; init; }

    /// <summary>Layouts that the release restores; null in the files of some early releases.</summary>
    public IReadOnlyList<StateMapEarlier>? Earlier { get; init; }

    /// <summary>False when a list contains null, which the serializer accepts.</summary>
    public bool IsWhole =>
        Modules.All(module => module is not null && !module.Pages.Contains(null!))
        && !Questions.Contains(null!)
        && Earlier?.Contains(null!) != true
        && Assessment?.Draw?.Contains(null!) != true;
}

internal sealed record StateMapModule(IReadOnlyList<string> Pages);

/// <param name="Private">Only in course data: the answer is not stored.</param>
internal sealed record StateMapQuestion(
    string Id,
    string Kind,
    int Options,
    int Bits,
    bool Assessed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Private = false
);

/// <param name="Draw">null in the files of some early releases.</param>
/// <param name="ReviewAfter">null for an assessment that never closes, and in the files of early releases.</param>
internal sealed record StateMapAssessment(
    int? Attempts,
    int PassMark,
    IReadOnlyList<Draw>? Draw = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ReviewAfter = null
);

internal sealed record StateMapTracking(IReadOnlyList<string> CompletedBy);

internal sealed record StateMapEarlier(string Hash);

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(StateMapFile))]
internal sealed partial class StateMapJson : JsonSerializerContext
{
    private static StateMapJson? _unescaped;

    public static StateMapJson Unescaped => _unescaped ??= new(JsonFormat.Unescaped(Default.Options));
}

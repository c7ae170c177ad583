using System.Text.Json.Serialization;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// JSON between the preview's server and its pages. src/browser/preview/data.generated.ts has the same types.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(WordConverter<Severity>), typeof(WordConverter<ItemKind>)]
)]
[JsonSerializable(typeof(WorkspaceData))]
[JsonSerializable(typeof(UploadData))]
[JsonSerializable(typeof(LaunchesData))]
[JsonSerializable(typeof(BuildChoices))]
[JsonSerializable(typeof(BuildData))]
[JsonSerializable(typeof(LmsSheet))]
internal sealed partial class PreviewJson : JsonSerializerContext
{
    private static PreviewJson? _unescaped;

    public static PreviewJson Unescaped => _unescaped ??= new(JsonFormat.Unescaped(Default.Options));
}

/// <summary>Result of an upload.</summary>
/// <param name="Playable">True if the package can be played.</param>
internal sealed record UploadData(string Id, bool Playable, IReadOnlyList<DiagnosticEntry> Findings);

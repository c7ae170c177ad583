using System.Text.Json.Serialization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Document of SARIF 2.1.0. Its records have the names and the order of the standard.</summary>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema"), JsonPropertyOrder(-2)] string Schema,
    [property: JsonPropertyOrder(-1)] string Version,
    IReadOnlyList<SarifRun> Runs
)
{
    public SarifLog(IReadOnlyList<SarifRun> runs)
        : this("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", runs) { }
}

/// <summary>Run of the tool.</summary>
/// <param name="Artifacts">Zips and the files in them; null for courses.</param>
internal sealed record SarifRun(
    SarifTool Tool,
    string ColumnKind,
    IReadOnlyList<SarifArtifact>? Artifacts,
    IReadOnlyList<SarifResult> Results
)
{
    public SarifRun(SarifTool tool, IReadOnlyList<SarifResult> results, IReadOnlyList<SarifArtifact>? artifacts = null)
        : this(tool, "utf16CodeUnits", artifacts, results) { }
}

internal sealed record SarifTool(SarifDriver Driver)
{
    public static SarifTool With(IEnumerable<SarifRule> rules) => new(new SarifDriver("protect-scorm", [.. rules]));
}

internal sealed record SarifDriver(string Name, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(
    string Id,
    SarifText? ShortDescription = null,
    SarifText? FullDescription = null,
    SarifConfiguration? DefaultConfiguration = null
);

internal sealed record SarifConfiguration(Severity Level);

internal sealed record SarifText(string Text);

internal sealed record SarifFile(string Uri, int? Index = null);

/// <summary>Zip, or a file in a zip.</summary>
/// <param name="ParentIndex">Index of the zip that contains the file.</param>
internal sealed record SarifArtifact(SarifFile Location, int? ParentIndex);

internal sealed record SarifRegion(int StartLine, int StartColumn, int? EndColumn = null);

internal sealed record SarifPlace(SarifFile ArtifactLocation, SarifRegion? Region);

internal sealed record SarifLocation(SarifPlace PhysicalLocation)
{
    public static IReadOnlyList<SarifLocation> At(SarifFile file, SarifRegion? region) =>
        [new(new SarifPlace(file, region))];
}

internal sealed record SarifResult(
    string RuleId,
    int? RuleIndex,
    Severity Level,
    SarifText Message,
    IReadOnlyList<SarifLocation> Locations
)
{
    public SarifResult(string rule, Severity level, SarifText message, IReadOnlyList<SarifLocation> locations)
        : this(rule, null, level, message, locations) { }
}

/// <summary>Format of SARIF: absent values are left out.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(WordConverter<Severity>)]
)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJson : JsonSerializerContext
{
    private static SarifJson? _unescaped;

    public static SarifJson Unescaped => _unescaped ??= new(JsonFormat.Unescaped(Default.Options));
}

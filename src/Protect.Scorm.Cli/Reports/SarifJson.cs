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
/// <param name="AutomationDetails">Category under which code hosts list the results.</param>
internal sealed record SarifRun(
    SarifTool Tool,
    SarifAutomation AutomationDetails,
    string ColumnKind,
    IReadOnlyList<SarifResult> Results
)
{
    public SarifRun(SarifTool tool, IReadOnlyList<SarifResult> results)
        : this(tool, new SarifAutomation("protect-scorm/"), "utf16CodeUnits", results) { }
}

/// <param name="Id">Category, then a slash, then nothing: the runs of a category need no names.</param>
internal sealed record SarifAutomation(string Id);

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

internal sealed record SarifFile(string Uri);

internal sealed record SarifRegion(int StartLine, int? StartColumn = null, int? EndColumn = null);

internal sealed record SarifPlace(SarifFile ArtifactLocation, SarifRegion? Region);

/// <summary>File in a zip.</summary>
internal sealed record SarifPart(string Name, string Kind = "resource");

/// <param name="LogicalLocations">File in the zip that the physical location names; null for none.</param>
internal sealed record SarifLocation(SarifPlace PhysicalLocation, IReadOnlyList<SarifPart>? LogicalLocations = null);

/// <param name="PrimaryLocationLineHash">Hash that distinguishes results; hosts compute none for a zip.</param>
internal sealed record SarifFingerprints(string PrimaryLocationLineHash);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    Severity Level,
    SarifText Message,
    IReadOnlyList<SarifLocation> Locations,
    SarifFingerprints? PartialFingerprints = null
);

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

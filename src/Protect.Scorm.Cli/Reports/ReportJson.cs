using System.Text.Json.Serialization;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Model;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Output of <c>--format json</c>.</summary>
/// <param name="Packages">Inspected packages; null when there are none.</param>
internal sealed record ReportDocument(
    IReadOnlyList<DiagnosticEntry> Diagnostics,
    IReadOnlyList<CourseEntry> Courses,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PackageEntry>? Packages
);

/// <summary>Finding in a course.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Length">Number of characters.</param>
internal sealed record DiagnosticEntry(
    string File,
    int Line,
    int Column,
    int Length,
    Severity Severity,
    string Slug,
    string Message,
    string Help
)
{
    public static DiagnosticEntry Of(Diagnostic finding) =>
        new(
            finding.Span.File.Path,
            finding.Span.Line,
            finding.Span.Column,
            finding.Span.Length,
            finding.Rule.Severity,
            finding.Rule.Slug,
            finding.Message,
            finding.Help
        );
}

/// <summary>Result for one package of a course.</summary>
/// <param name="Sound">True if it could be compiled.</param>
/// <param name="Package">Path of the written package; null if none was written.</param>
[JsonDerivedType(typeof(SoundCourseEntry))]
internal record CourseEntry(
    string Course,
    bool Sound,
    string? Package,
    [property: JsonPropertyOrder(2)] long Milliseconds
)
{
    public static CourseEntry Of(string course, CompileResult result, string? path, long milliseconds) =>
        result.Summary is not { } facts
            ? new CourseEntry(course, false, path, milliseconds)
            : new SoundCourseEntry(course, true, path, milliseconds)
            {
                Bytes = result.Image!.Length,
                Pages = facts.Pages,
                Questions = facts.Questions,
                PassMark = facts.PassMark,
                Lms = facts.Target.Id,
                SuspendDataCharacters = facts.State.Characters,
                SuspendDataLimit = facts.Target.SuspendData.Value,
                SuspendDataModules = [.. facts.State.Modules.Select(ModuleEntry.Of)],
            };
}

/// <summary>Result for a package that could be compiled, with figures about it.</summary>
internal sealed record SoundCourseEntry(string Course, bool Sound, string? Package, long Milliseconds)
    : CourseEntry(Course, Sound, Package, Milliseconds)
{
    [JsonPropertyOrder(1)]
    public required long Bytes { get; init; }

    [JsonPropertyOrder(1)]
    public required int Pages { get; init; }

    [JsonPropertyOrder(1)]
    public required int Questions { get; init; }

    [JsonPropertyOrder(1)]
    public required int? PassMark { get; init; }

    [JsonPropertyOrder(1)]
    public required string Lms { get; init; }

    [JsonPropertyOrder(1)]
    public required int SuspendDataCharacters { get; init; }

    [JsonPropertyOrder(1)]
    public required int SuspendDataLimit { get; init; }

    [JsonPropertyOrder(1)]
    public required IReadOnlyList<ModuleEntry> SuspendDataModules { get; init; }
}

/// <summary>Largest size of a module in the suspend data.</summary>
/// <param name="QuestionBits">Bits of each question, by id.</param>
internal sealed record ModuleEntry(string Id, int Characters, IReadOnlyDictionary<string, int> QuestionBits)
{
    public static ModuleEntry Of(ModuleBudget module) =>
        new(
            module.Id,
            module.Characters,
            module.Questions.ToDictionary(question => question.Id, question => question.Bits)
        );
}

/// <summary>Documents that commands print, or write next to a package.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true,
    NewLine = "\n",
    UseStringEnumConverter = true,
    Converters = [
        typeof(WordConverter<Severity>),
        typeof(WordConverter<PackageSize>),
        typeof(WordConverter<VerdictOutcome>),
        typeof(WordConverter<VerdictEvidence>),
        typeof(WordConverter<StatementResult>),
    ]
)]
[JsonSerializable(typeof(ReportDocument))]
[JsonSerializable(typeof(ConformanceDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(PlayDocument))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    private static ReportJson? _unescaped;

    /// <summary>The documents with letters outside ASCII as they are.</summary>
    public static ReportJson Unescaped => _unescaped ??= new(JsonFormat.Unescaped(Default.Options));
}

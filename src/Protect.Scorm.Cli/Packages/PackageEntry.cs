using System.Text.Json.Serialization;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Verdicts;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Result of inspecting a package, as JSON.</summary>
internal record PackageEntry
{
    public required string Package { get; init; }

    public required string Kind { get; init; }

    public required string Edition { get; init; }

    public required string Title { get; init; }

    public required long Bytes { get; init; }

    public required int Files { get; init; }

    public required string Sha256 { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    public required int Notes { get; init; }

    public required IReadOnlyList<FindingEntry> Findings { get; init; }

    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    public required IReadOnlyList<VerdictEntry> Verdicts { get; init; }

    /// <summary>Result of playing it; null if it was not played.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public virtual RunEntry? Run { get; init; }

    /// <summary>Ids of the rules that were checked and not broken.</summary>
    public required IReadOnlyList<string> Passed { get; init; }

    public static PackageEntry Of(PackageReport report) =>
        new()
        {
            Package = report.Name,
            Kind = PackageKinds.Words(report.Kind),
            Edition = report.Edition,
            Title = report.Title,
            Bytes = report.Bytes,
            Files = report.Files,
            Sha256 = report.Digest,
            Errors = report.Errors,
            Warnings = report.Warnings,
            Notes = report.Notes,
            Findings = [.. report.Findings.Select(FindingEntry.Of)],
            Counts = report.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(),
            Verdicts = [.. report.Verdicts.Select(VerdictEntry.Of)],
            Run = report.Run is { } run ? RunEntry.Of(run) : null,
            Passed = [.. report.Passed.Select(rule => rule.Slug)],
        };
}

/// <summary>Finding in a package.</summary>
/// <param name="Line">From 1; null for a file that is not text.</param>
internal sealed record FindingEntry(
    string Rule,
    Severity Severity,
    string File,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Column,
    string Message,
    string Help,
    string Basis
)
{
    public static FindingEntry Of(Finding finding) =>
        new(
            finding.Rule.Slug,
            finding.Severity,
            finding.File,
            finding.Line > 0 ? finding.Line : null,
            finding.Line > 0 ? finding.Column : null,
            finding.Message,
            finding.Help,
            finding.Rule.Basis
        );
}

/// <summary>Prediction for one LMS.</summary>
/// <param name="Evidence">Kinds of knowledge that it rests on.</param>
internal sealed record VerdictEntry(
    string Lms,
    VerdictOutcome Outcome,
    string Sentence,
    IReadOnlyList<VerdictEvidence> Evidence,
    IReadOnlyList<string> Reasons
)
{
    public static VerdictEntry Of(Verdict verdict) =>
        new(
            verdict.Target.Id,
            verdict.Outcome,
            verdict.Sentence,
            verdict.Evidence,
            [.. verdict.Reasons.Select(reason => reason.Words)]
        );
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Inspecting.OwnPackages;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Playing;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Conformance report of a build, as JSON.</summary>
internal sealed record ConformanceDocument : PackageEntry
{
    [SetsRequiredMembers]
    private ConformanceDocument(PackageEntry package)
        : base(package) { }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<OwnException> Exceptions { get; init; } = [];

    [JsonPropertyOrder(1)]
    public IReadOnlyList<LimitUse> Limits { get; init; } = [];

    [JsonPropertyOrder(1)]
    public IReadOnlyList<PrivacyEntry> Privacy { get; init; } = [];

    [JsonPropertyOrder(1)]
    public IReadOnlyList<AccessibilityEntry> Accessibility { get; init; } = [];

    [JsonPropertyOrder(1)]
    public StatementEntry? AccessibilityStatement { get; init; }

    [JsonPropertyOrder(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public override RunEntry? Run { get; init; }

    /// <summary>Every launch with its calls; empty if the package was not played.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<JourneyEntry> Journeys { get; init; } = [];

    /// <summary>Returns the file of a report.</summary>
    /// <param name="result">The build.</param>
    /// <param name="run">Result of playing the package; null without a browser.</param>
    public static byte[] Write(CompileResult result, RunReport? run)
    {
        Conformance conformance = result.Conformance!;
        var document = new ConformanceDocument(PackageEntry.Of(conformance.Report))
        {
            Exceptions = conformance.Exceptions,
            Limits = conformance.Limits,
            Privacy = [.. conformance.Elements.Select(PrivacyEntry.Of)],
            Accessibility =
            [
                .. AccessibilityCheck.All.Select(check => new AccessibilityEntry(
                    check.What,
                    check.Criterion,
                    check.Findings(result.Diagnostics)
                )),
            ],
            AccessibilityStatement = StatementEntry.Of(
                Reporting.AccessibilityStatement.Of(result.Package!.FileName, conformance.Accessibility)
            ),
            Run = run is null ? null : RunEntry.Of(run),
            Journeys = [.. (run?.Trace.Launches ?? []).Select(JourneyEntry.Of)],
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(document, ReportJson.Unescaped.ConformanceDocument), (byte)'\n'];
    }
}

/// <summary>Element of the data model that the package writes or reads.</summary>
internal sealed record PrivacyEntry(string Element, bool Sent, string Holds, string Why)
{
    public static PrivacyEntry Of(DataElement element) => new(element.Name, element.IsSent, element.Holds, element.Why);
}

/// <summary>Automatic check of accessibility, with the number of its findings.</summary>
internal sealed record AccessibilityEntry(string What, string Criterion, int Findings);

/// <summary>Launch of the package, with its calls as text.</summary>
internal sealed record JourneyEntry(string Name, IReadOnlyList<string> Calls)
{
    public static JourneyEntry Of(TraceLaunch launch) =>
        new(launch.Kind.Words(), [.. launch.Calls.Select(call => $"{PlayText.Call(call)} → {call.Result}")]);
}

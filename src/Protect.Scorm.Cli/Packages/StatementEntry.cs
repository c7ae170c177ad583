using System.Text.Json.Serialization;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Accessibility statement of a package, as JSON.</summary>
internal sealed record StatementEntry
{
    /// <summary>Subject of the statement, and the tests that did not happen.</summary>
    public required string Introduction { get; init; }

    /// <summary>How a learner reports a barrier.</summary>
    public required string Feedback { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    public required IReadOnlyList<MediaFact> Media { get; init; }

    public required IReadOnlyList<StatementRowEntry> Criteria { get; init; }

    public required IReadOnlyList<StatementRowEntry> Clauses { get; init; }

    public static StatementEntry Of(AccessibilityStatement statement) =>
        new()
        {
            Introduction = statement.Introduction,
            Feedback = statement.Feedback,
            Features = [.. statement.Features],
            Media = statement.Course.Media,
            Criteria = [.. statement.Criteria.Select(StatementRowEntry.Of)],
            Clauses = [.. statement.Clauses.Select(StatementRowEntry.Of)],
        };
}

/// <summary>Row of an accessibility statement.</summary>
/// <param name="Level">A or AA; null for clauses that are not in WCAG.</param>
/// <param name="Clause">Clause of EN 301 549 V3.2.1; null for criteria new in WCAG 2.2.</param>
internal sealed record StatementRowEntry(
    string Number,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Level,
    string? Clause,
    StatementResult Result,
    string Reason,
    IReadOnlyList<BuildCheck> Checks,
    IReadOnlyList<string> Tests,
    IReadOnlyList<string> AxeRules
)
{
    public static StatementRowEntry Of(StatementRow row) =>
        new(
            row.Number,
            row.Name,
            row.Level.Length > 0 ? row.Level : null,
            row.Clause,
            row.Result,
            row.Reason,
            row.Checks,
            [.. row.Tests.Select(test => test.Name)],
            row.AxeRules
        );
}

using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Reporting;

/// <summary>An accessibility property that a build checks, with its criterion of WCAG 2.2.</summary>
/// <param name="Criterion">Number and name of the criterion.</param>
/// <param name="Rules">Slugs of the rules that report a violation; those of severity error stop a build.</param>
internal sealed record AccessibilityCheck(string What, string Criterion, IReadOnlyList<string> Rules)
{
    /// <summary>All automatic checks. Criteria that only a person can judge are not listed.</summary>
    public static IReadOnlyList<AccessibilityCheck> All { get; } =
    [
        new(
            "Every picture has a text alternative, or is marked as decoration.",
            "1.1.1 Non-text Content",
            ["image-without-alt", "alt-on-decorative", "image-in-text", "html-without-alt"]
        ),
        new("Captions of videos are sound and in time.", "1.2.2 Captions (Prerecorded)", ["bad-captions"]),
        new(
            "Headings start below the heading of the page and skip no level, labels belong to a control, and every "
                + "table row has all its cells.",
            "1.3.1 Info and Relationships",
            ["top-heading", "skipped-heading", "missing-html-target", "row-length"]
        ),
        new(
            "A colour of an organisation can be read on white and with white on it.",
            "1.4.3 Contrast (Minimum)",
            ["pale-colour"]
        ),
        new(
            "Pages declare a title, a language and an encoding.",
            "2.4.2 Page Titled; 3.1.1 Language of Page",
            ["W13", "incomplete-document", "malformed-language"]
        ),
        new("Every link has a text.", "2.4.4 Link Purpose (In Context)", ["empty-link"]),
        new("Texts reach the reading ease that the course aims at.", "3.1.5 Reading Level", ["hard-to-read"]),
        new(
            "Every control has a name, and no id appears twice.",
            "4.1.1 Parsing; 4.1.2 Name, Role, Value",
            ["nameless-control", "repeated-html-id", "broken-html"]
        ),
    ];

    /// <summary>Returns true if the check concerns the criterion with this number.</summary>
    public bool Concerns(string criterion) =>
        Criterion.Split("; ").Any(one => one.StartsWith(criterion + " ", StringComparison.Ordinal));

    /// <summary>Counts the diagnostics that concern this check.</summary>
    public int Findings(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Count(diagnostic => Rules.Contains(diagnostic.Rule.Slug));
}

using Protect.Scorm.Diagnostics;

namespace Protect.Scorm;

/// <summary>What a build makes sure of for people with disabilities, by a criterion of WCAG 2.2.</summary>
/// <param name="Criterion">Number and name.</param>
/// <param name="Rules">The findings that would tell of it; those of severity error stop a build.</param>
internal sealed record AccessibilityCheck(string What, string Criterion, IReadOnlyList<string> Rules)
{
    /// <summary>A table. What only people can judge is not in it.</summary>
    public static IReadOnlyList<AccessibilityCheck> All { get; } =
    [
        new(
            "Every picture has a text alternative, or is marked as decoration.",
            "1.1.1 Non-text Content",
            ["image-without-alt", "alt-on-decorative", "image-in-text"]
        ),
        new("Captions of videos are sound and in time.", "1.2.2 Captions", ["bad-captions"]),
        new(
            "Headings begin under the page's own, and rows of tables are whole.",
            "1.3.1 Info and Relationships",
            ["top-heading", "row-length"]
        ),
        new(
            "A colour of an organisation can be read on white and with white on it.",
            "1.4.3 Contrast",
            ["pale-colour"]
        ),
        new(
            "Pages are titled, and say their language and their encoding.",
            "2.4.2 Page Titled; 3.1.1 Language of Page",
            ["W13", "malformed-language"]
        ),
        new("Texts are as easy to read as the course sets out to be.", "3.1.5 Reading Level", ["hard-to-read"]),
        new("Answers get feedback that helps.", "3.3.3 Error Suggestion", ["no-feedback", "thin-feedback"]),
    ];

    /// <summary>How many findings of it a build told of.</summary>
    public int Findings(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Count(diagnostic => Rules.Contains(diagnostic.Rule.Slug));
}

using System.Text;
using Protect.Scorm.Reporting;
using static Protect.Scorm.Cli.Packages.ReportPage;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Accessibility statement of a package, as an HTML page.</summary>
internal static class AccessibilityPage
{
    private static readonly (StatementResult Result, string Words, string Mark, string Meaning)[] Results =
    [
        (
            StatementResult.Met,
            "met",
            "good",
            "Automatic tests of the release, checks of this build or the construction of the player decide the "
                + "requirement."
        ),
        (StatementResult.PartlyMet, "partly met", "but", "A fault is known, or this build has findings."),
        (StatementResult.NotMet, "not met", "bad", "The package does not have what is required."),
        (StatementResult.NotApplicable, "not applicable", "unknown", "The package has nothing of that kind."),
        (
            StatementResult.NotTested,
            "not tested by people",
            "unknown",
            "Automatic tests cannot decide it alone. Those named found no fault. A person has to look."
        ),
    ];

    public static string Write(CompileResult result)
    {
        var statement = AccessibilityStatement.Of(result.Package!.FileName, result.Conformance!.Accessibility);
        return ReportPage.Write(
            $"Accessibility of {statement.Package}",
            html =>
            {
                html.Append("<h1>Accessibility of ")
                    .Append(Text(statement.Course.Title))
                    .Append("</h1>\n<p>")
                    .Append(Text(statement.Introduction))
                    .Append("</p>\n<p><strong>")
                    .Append(Text(statement.Feedback))
                    .Append("</strong></p>\n<section>\n<h2>Summary</h2>\n");
                Table(
                    html,
                    "Number of rows with each result",
                    ["Result", "Rows", "Meaning"],
                    Results.Select(row =>
                        (IReadOnlyList<string>)[Mark(row.Result), $"{statement.Count(row.Result)}", Text(row.Meaning)]
                    )
                );
                html.Append("</section>\n<section>\n<h2>What learners can use</h2>\n<ul>\n");
                foreach (string feature in statement.Features)
                    html.Append("<li>").Append(Text(feature)).Append("</li>\n");
                html.Append("</ul>\n</section>\n<section>\n<h2>Videos and recordings</h2>\n");
                Media(html, statement.Course);
                html.Append("</section>\n<section>\n<h2>WCAG 2.2, levels A and AA</h2>\n")
                    .Append("<p>Clauses are those of EN 301 549 V3.2.1 (2021-03), which contains WCAG 2.1.</p>\n");
                Rows(html, "Success criteria", "Criterion", statement.Criteria);
                html.Append("</section>\n<section>\n<h2>Other clauses of EN 301 549</h2>\n");
                Rows(html, "Clauses of EN 301 549 V3.2.1 (2021-03)", "Clause", statement.Clauses);
                html.Append("</section>\n");
            }
        );
    }

    /// <summary>Returns a result in words.</summary>
    public static string Words(StatementResult result) => Results.First(row => row.Result == result).Words;

    private static string Mark(StatementResult result) =>
        $"<span class=\"mark {Results.First(row => row.Result == result).Mark}\">{Text(Words(result))}</span>";

    private static void Media(StringBuilder html, AccessibilityFacts course)
    {
        if (course.Media.Count == 0)
        {
            html.Append("<p>The course has no video and no recording.</p>\n");
            return;
        }
        html.Append("<p>The build requires captions and a transcript of each. Nobody compared them.</p>\n");
        Table(
            html,
            "Alternatives of each video and recording",
            ["Title", "Page", "Captions", "Transcript", "Audio description"],
            course.Media.Select(media =>
                (IReadOnlyList<string>)
                    [
                        $"{Text(media.Kind)} “{Text(media.Title)}”",
                        Text(media.Page),
                        media.IsReplaced
                            ? "this package has the transcript instead of the media"
                            : PackageText.Count(media.Captions, "caption"),
                        PackageText.Count(media.TranscriptWords, "word"),
                        media.Kind == "Video" && !media.IsReplaced ? "none" : "not needed",
                    ]
            )
        );
    }

    private static void Rows(StringBuilder html, string caption, string head, IReadOnlyList<StatementRow> rows)
    {
        bool hasLevels = rows.Any(row => row.Level.Length > 0);
        Table(
            html,
            caption,
            hasLevels ? [head, "Level", "EN 301 549", "Result", "How we know"] : [head, "Result", "How we know"],
            rows.Select(row =>
                (IReadOnlyList<string>)
                    [
                        $"{Text(row.Number)} {Text(row.Name)}",
                        .. hasLevels ? [row.Level, Text(row.Clause ?? "new in 2.2")] : Array.Empty<string>(),
                        Mark(row.Result),
                        Evidence(row),
                    ]
            )
        );
    }

    private static string Evidence(StatementRow row)
    {
        var html = new StringBuilder(Text(row.Reason));
        string[] items =
        [
            .. row.Checks.Select(check => "Check of this build: " + Found(check)),
            .. row.Tests.Select(test => $"Test of the release: “{test.Name}”{Axe(row, test)}"),
        ];
        if (items.Length > 0)
            html.Append("<ul>").AppendJoin("", items.Select(item => $"<li>{Text(item)}</li>")).Append("</ul>");
        return html.ToString();
    }

    private static string Axe(StatementRow row, ReleaseTest test) =>
        row.AxeRules.Count > 0 && test == ReleaseTest.Axe ? $" (rules {string.Join(", ", row.AxeRules)})" : "";

    private static string Found(BuildCheck check) =>
        check.Findings == 0
            ? $"{check.What} No problem found."
            : $"{check.What} {PackageText.Count(check.Findings, "finding")}"
                + (check.Allowed > 0 ? $", {check.Allowed} of them allowed by the author." : ".");
}

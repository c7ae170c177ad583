using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Inspecting.Verdicts;
using static Protect.Scorm.Cli.Packages.ReportPage;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Findings in packages, as an HTML page for readers who do not know SCORM.</summary>
internal static class PackagePage
{
    private const int MostPlaces = 5;

    private static readonly (Severity Severity, string Heading)[] Groups =
    [
        (Severity.Error, "Will not work"),
        (Severity.Warning, "Should be fixed"),
        (Severity.Note, "Good to know"),
    ];

    public static string Write(IReadOnlyList<PackageReport> reports) =>
        ReportPage.Write(
            reports is [var only] ? $"Check of {only.Name}" : $"Check of {reports.Count} packages",
            html =>
            {
                html.Append("<h1>")
                    .Append(
                        Text(
                            reports is [var one]
                                ? $"Check of {one.Name}"
                                : $"Check of {PackageText.Count(reports.Count, "package")}"
                        )
                    )
                    .Append("</h1>\n");
                if (reports.Count != 1)
                    Overview(html, reports);
                for (int i = 0; i < reports.Count; i++)
                {
                    html.Append("<section>\n<h2 id=\"p")
                        .Append(i)
                        .Append("\">")
                        .Append(Text(reports[i].Title.Length > 0 ? reports[i].Title : reports[i].Name))
                        .Append("</h2>\n");
                    Package(html, reports[i]);
                    html.Append("</section>\n");
                }
                html.Append(
                    "<p class=\"soft\">Created by protect-scorm. For details of a rule, such as R09, run "
                        + "“protect-scorm explain R09”.</p>\n"
                );
            }
        );

    private static void Overview(StringBuilder html, IReadOnlyList<PackageReport> reports)
    {
        html.Append($"<p>{Text(PackageText.Totals(reports))}.</p>\n");
        Table(
            html,
            "All packages",
            ["Package", "Findings", "LMSs"],
            reports.Select(
                (report, i) =>
                    (IReadOnlyList<string>)
                        [
                            $"<a href=\"#p{i}\">{Text(report.Name)}</a>",
                            Mark(
                                report.Errors > 0 ? "bad"
                                    : report.Warnings > 0 ? "but"
                                    : "good",
                                PackageText.Tally(report)
                            ),
                            Text(InLmss(report)),
                        ]
            )
        );
    }

    private static readonly (VerdictOutcome Outcome, string Words)[] Outcomes =
    [
        (VerdictOutcome.Plays, "plays in"),
        (VerdictOutcome.PlaysBut, "plays with losses in"),
        (VerdictOutcome.Opens, "opens in"),
        (VerdictOutcome.CannotTell, "cannot tell for"),
        (VerdictOutcome.Fails, "fails in"),
    ];

    private static string InLmss(PackageReport report) =>
        string.Join(
            ", ",
            Outcomes
                .Select(row => (row.Words, Count: report.Verdicts.Count(verdict => verdict.Outcome == row.Outcome)))
                .Where(row => row.Count > 0)
                .Select(row => $"{row.Words} {row.Count}")
        );

    /// <summary>Writes the facts, verdicts and findings of one package, without a heading.</summary>
    public static void Package(StringBuilder html, PackageReport report)
    {
        html.Append(
            $"<p class=\"soft\">{Text(report.Name)} · {Text(PackageKinds.Words(report.Kind))} · "
                + $"{Text(PackageText.Size(report.Bytes))} · {Text(PackageText.Count(report.Files, "file"))}<br>"
                + $"SHA-256 <code>{report.Digest}</code></p>\n"
        );
        if (report.Verdicts.Count > 0)
            Table(
                html,
                "Prediction for each LMS",
                ["LMS", "Outcome", "Reason", "Evidence"],
                report.Verdicts.Select(verdict =>
                    (IReadOnlyList<string>)
                        [
                            Text(verdict.Target.Name),
                            Outcome(verdict),
                            Reasons(verdict),
                            Text(Capital(verdict.EvidenceWords)),
                        ]
                )
            );
        if (report.Verdicts.Count > 0 && report.Run is not { SawSession: true })
            html.Append("<p class=\"soft\">")
                .Append(
                    report.Run is null
                        ? "Judged by its files only. To see what its scripts do, play it: check --run."
                        : "Played, but no session with the LMS was seen: judged by its files."
                )
                .Append("</p>\n");
        if (report.Run is { } run)
            Table(
                html,
                "Behaviour when played",
                ["Behaviour", "Observed"],
                RunSummary.Lines(run).Select(line => (IReadOnlyList<string>)[Text(line.Question), Text(line.Answer)])
            );
        if (report.Findings.Count == 0)
            html.Append("<p>No problem was found.</p>\n");
        foreach ((Severity severity, string heading) in Groups)
        {
            IGrouping<string, Finding>[] rules =
            [
                .. report.Findings.Where(finding => finding.Severity == severity).GroupBy(finding => finding.Rule.Slug),
            ];
            if (rules.Length == 0)
                continue;
            html.Append($"<h3>{heading}</h3>\n<ul class=\"findings\">\n");
            foreach (IGrouping<string, Finding> rule in rules)
                Rule(html, report, rule, severity);
            html.Append("</ul>\n");
        }
        html.Append(
            $"<details><summary>{Text(PackageText.Count(report.Passed.Count, "rule"))} passed</summary>\n<ul>\n"
        );
        foreach (PackageRule rule in report.Passed)
            html.Append($"<li>{rule.Slug}: {Text(rule.Requirement)}</li>\n");
        html.Append("</ul></details>\n");
    }

    private static void Rule(
        StringBuilder html,
        PackageReport report,
        IGrouping<string, Finding> rule,
        Severity severity
    )
    {
        Finding first = rule.First();
        int count = rule.Count(),
            hidden = report.Counts[rule.Key] - Math.Min(count, MostPlaces);
        html.Append(
            $"<li class=\"{PackageText.Word(severity)}\"><p class=\"what\">{Text(first.Message)}</p>"
                + $"<p>{Text(first.Help)}</p>"
        );
        if (count == 1 && hidden == 0)
            html.Append($"<p class=\"soft\">{rule.Key} · {Text(first.Place("").TrimStart(':', ' '))}</p>");
        else
        {
            html.Append($"<p class=\"soft\">{rule.Key}</p><ul class=\"places\">")
                .AppendJoin(
                    "",
                    rule.Take(MostPlaces)
                        .Select(finding =>
                            $"<li>{Text($"{finding.Place("").TrimStart(':', ' ')} {finding.Message}")}</li>"
                        )
                );
            if (hidden > 0)
                html.Append($"<li>and {hidden} more</li>");
            html.Append("</ul>");
        }
        html.Append("</li>\n");
    }

    private static string Outcome(Verdict verdict) =>
        verdict.Outcome switch
        {
            VerdictOutcome.Plays => Mark("good", "plays and records"),
            VerdictOutcome.PlaysBut => Mark("but", verdict.Records ? "plays, with losses" : "opens, with losses"),
            VerdictOutcome.Opens => Mark("unknown", "opens"),
            VerdictOutcome.CannotTell => Mark("unknown", "cannot tell"),
            _ => Mark("bad", "will not work"),
        };

    private static string Reasons(Verdict verdict) =>
        verdict.Reasons.Count > 0
            ? string.Join("<br>", verdict.Reasons.Select(reason => Text(Capital(reason.Words) + ".")))
        : verdict.Outcome == VerdictOutcome.CannotTell
            ? "No known problem. This LMS is a closed system, so test the package there."
        : "";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Mark(string kind, string words) => $"<span class=\"mark {kind}\">{Text(words)}</span>";
}

using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Inspecting.Verdicts;
using static Protect.Scorm.Cli.Packages.ReportPage;

namespace Protect.Scorm.Cli.Packages;

/// <summary>
/// Report about packages, as an HTML page for readers who do not know SCORM: the answer, what to do, then the findings.
/// </summary>
internal static class PackagePage
{
    private const int MostPlaces = 5;

    private static readonly (Severity Severity, string Heading)[] Groups =
    [
        (Severity.Error, "Must be fixed"),
        (Severity.Warning, "Can cause problems"),
        (Severity.Note, "Good to know"),
    ];

    public static string Write(IReadOnlyList<PackageReport> reports) =>
        reports is [var only]
            ? ReportPage.Write(
                $"Check of {FileName(only)}",
                html =>
                {
                    html.Append("<h1>").Append(Text(TitleOf(only))).Append("</h1>\n<section>\n<h2>Result</h2>\n");
                    Package(html, only, 0);
                    html.Append("</section>\n");
                    End(html);
                }
            )
            : ReportPage.Write($"Check of {reports.Count} packages", html => Several(html, reports));

    private static void Several(StringBuilder html, IReadOnlyList<PackageReport> reports)
    {
        html.Append($"<h1>Check of {Text(PackageText.Count(reports.Count, "package"))}</h1>\n");
        Overview(html, reports);
        for (int i = 0; i < reports.Count; i++)
        {
            html.Append($"<section>\n<h2 id=\"p{i}\">").Append(Text(TitleOf(reports[i]))).Append("</h2>\n");
            Package(html, reports[i], i);
            html.Append("</section>\n");
        }
        End(html);
    }

    private static void End(StringBuilder html) =>
        html.Append(
            "<p class=\"soft\">Created by protect-scorm. For details of a rule, such as R09, run "
                + "“protect-scorm explain R09”.</p>\n"
        );

    private static void Overview(StringBuilder html, IReadOnlyList<PackageReport> reports)
    {
        html.Append($"<p>{Text(PackageText.Totals(reports))}.</p>\n");
        Table(
            html,
            "All packages",
            ["Package", "Answer", "Findings"],
            reports.Select(
                (report, i) =>
                    (IReadOnlyList<string>)
                        [
                            $"<a href=\"#p{i}\">{Text(FileName(report))}</a>",
                            Text(PackageAnswer.Of(report)),
                            Mark(
                                report.Errors > 0 || report.WillNotWork ? "bad"
                                    : report.Warnings > 0 ? "but"
                                    : "good",
                                PackageText.Tally(report)
                            ),
                        ]
            )
        );
    }

    /// <summary>Writes the answer, the verdicts and the findings of one package, without a heading.</summary>
    /// <param name="number">Number of the package on the page, for the addresses of its findings.</param>
    public static void Package(StringBuilder html, PackageReport report, int number)
    {
        FindingGroup[] groups = [.. FindingGroup.Of(report)];
        html.Append(
            $"<p class=\"soft\">{Text(FileName(report))} · {Text(PackageKinds.Words(report.Kind))} · "
                + $"{Text(PackageText.Tally(report))}</p>\n"
        );
        if (report.Verdicts.Count > 0)
        {
            html.Append($"<p class=\"answer {Kind(report)}\">{Text(PackageAnswer.Of(report))}</p>\n");
            Verdicts(html, report);
        }
        Steps(html, report, groups, number);
        foreach ((Severity severity, string heading) in Groups)
        {
            FindingGroup[] same = [.. groups.Where(group => group.Severity == severity)];
            if (same.Length == 0)
                continue;
            html.Append($"<h3>{heading}</h3>\n<ul class=\"findings\">\n");
            foreach (FindingGroup group in same)
                Group(html, group, number);
            html.Append("</ul>\n");
        }
        if (report.Run is { } run)
            Table(
                html,
                "Behaviour when played",
                ["Behaviour", "Observed"],
                RunSummary.Lines(run).Select(line => (IReadOnlyList<string>)[Text(line.Question), Text(line.Answer)])
            );
        html.Append(
            $"<details><summary>{Text(PackageText.Count(report.Passed.Count, "rule"))} passed</summary>\n<ul>\n"
        );
        foreach (PackageRule rule in report.Passed)
            html.Append($"<li>{rule.Slug}: {Text(rule.Requirement)}</li>\n");
        html.Append("</ul></details>\n<details><summary>About this file</summary>\n<ul>\n")
            .Append($"<li>Path: <code>{Text(report.Name)}</code></li>\n")
            .Append(
                $"<li>Size: {Text(PackageText.Size(report.Bytes))}, {Text(PackageText.Count(report.Files, "file"))}"
                    + "</li>\n"
            )
            .Append($"<li>Digest (SHA-256): <code>{report.Digest}</code></li>\n</ul></details>\n");
    }

    private static void Verdicts(StringBuilder html, PackageReport report)
    {
        Table(
            html,
            "Prediction for each LMS",
            ["LMS", "Outcome", "Reason", "Evidence"],
            report
                .Verdicts.GroupBy(verdict => verdict.Sentence)
                .Select(same =>
                    (IReadOnlyList<string>)
                        [
                            Text(string.Join(", ", same.Select(verdict => verdict.Target.Name))),
                            Outcome(same.First()),
                            Reasons(same.First()),
                            Text(Capital(same.First().EvidenceWords)),
                        ]
                )
        );
        if (report.Run is not { SawSession: true })
            html.Append("<p class=\"soft\">")
                .Append(
                    report.NotPlayed is { } why ? Text($"Judged by its files only. Not played: {why}")
                    : report.Run is null ? "Judged by its files only. To see what its scripts do, play it: check --run."
                    : "Played, but no session with the LMS was seen: judged by its files."
                )
                .Append("</p>\n");
    }

    /// <summary>
    /// Writes what to change: errors, and the warnings that a verdict names. Then the test that no check replaces.
    /// </summary>
    private static void Steps(StringBuilder html, PackageReport report, FindingGroup[] groups, int number)
    {
        HashSet<string> named =
        [
            .. report.Verdicts.SelectMany(verdict => verdict.Reasons).Select(reason => reason.Rule),
        ];
        FindingGroup[] faults =
        [
            .. groups.Where(group => group.Severity == Severity.Error || named.Contains(group.Rule.Slug)),
        ];
        bool hasMore = groups.Except(faults).Any(group => group.Severity == Severity.Warning);
        html.Append("<h3>Next steps</h3>\n");
        if (faults.Length == 0)
            html.Append(
                report.WillNotWork
                    ? "<p>Ask for a package of another kind, or use another LMS.</p>\n"
                    : "<p>Upload the package, and test it once as a learner.</p>\n"
            );
        else
        {
            html.Append(
                "<p>If somebody else made the package, send them this page and ask for these changes. If you made it, "
                    + "make them in your authoring tool, and export it again.</p>\n<ol>\n"
            );
            foreach (FindingGroup group in faults)
                html.Append($"<li>{Text(group.Summary)} <strong>{Text(group.Remedies[0])}</strong> ")
                    .Append($"(<a href=\"#{Anchor(group, number)}\">{group.Rule.Slug}</a>)</li>\n");
            html.Append("<li>Check the new package again, upload it, and test it once as a learner.</li>\n</ol>\n");
        }
        if (hasMore)
            html.Append(
                $"<p>The {(faults.Length > 0 ? "other " : "")}warnings below need no change for "
                    + "these LMSs, as far as is known.</p>\n"
            );
    }

    private static void Group(StringBuilder html, FindingGroup group, int number)
    {
        string[] places = [.. group.Places(MostPlaces)];
        html.Append(
            $"<li id=\"{Anchor(group, number)}\" class=\"{PackageText.Word(group.Severity)}\">"
                + $"<p class=\"what\">{Text(group.Summary)}</p>"
                + $"<p class=\"soft\">{group.Rule.Slug}{(places is [var only] ? $" · {Text(only)}" : "")}</p>"
        );
        if (places.Length > 1)
        {
            html.Append("<ul class=\"places\">").AppendJoin("", places.Select(place => $"<li>{Text(place)}</li>"));
            if (group.Count > places.Length)
                html.Append($"<li>and {group.Count - places.Length} more</li>");
            html.Append("</ul>");
        }
        foreach (string remedy in group.Remedies.Take(MostPlaces))
            html.Append($"<p>{Text(remedy)}</p>");
        html.Append("</li>\n");
    }

    private static string Anchor(FindingGroup group, int number) =>
        $"p{number}-{group.Rule.Slug}-{PackageText.Word(group.Severity)}";

    private static string FileName(PackageReport report) => report.Name[(report.Name.LastIndexOf('/') + 1)..];

    private static string TitleOf(PackageReport report) => report.Title.Length > 0 ? report.Title : FileName(report);

    /// <summary>Returns the kind of mark for the answer, which is about the first LMS.</summary>
    private static string Kind(PackageReport report) =>
        (report.Verdicts.FirstOrDefault(verdict => !verdict.Target.IsAny) ?? report.Verdicts[0]).Outcome switch
        {
            VerdictOutcome.Plays => report.Errors > 0 ? "but" : "good",
            VerdictOutcome.PlaysBut => "but",
            VerdictOutcome.Fails => "bad",
            _ => "unknown",
        };

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
            ? "No problem found. Nobody outside can look into this LMS, so test the package there."
        : "";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Mark(string kind, string words) => $"<span class=\"mark {kind}\">{Text(words)}</span>";
}

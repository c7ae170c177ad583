using System.Globalization;
using System.Text;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Playing;
using Protect.Scorm.Reporting;
using static Protect.Scorm.Cli.Packages.ReportPage;

namespace Protect.Scorm.Cli.Packages;

/// <summary>
/// Conformance report of a build, as an HTML page for administrators, data protection and accessibility officers.
/// </summary>
internal static class ConformancePage
{
    public static string Write(CompileResult result, RunReport? run) =>
        ReportPage.Write(
            $"Conformance of {result.Package!.FileName}",
            html =>
            {
                Conformance conformance = result.Conformance!;
                html.Append("<h1>")
                    .Append(Text(result.Summary!.Title))
                    .Append(
                        "</h1>\n<p>The rules this package was checked against when it was built, how much of each "
                            + "limit it uses, and what it reports to an LMS about a learner.</p>\n"
                    );
                html.Append("<section>\n<h2>Rules and LMSs</h2>\n");
                PackagePage.Package(html, conformance.Report, 0);
                if (conformance.Exceptions.Count > 0)
                    Table(
                        html,
                        "Intentional exceptions to the rules",
                        ["Rule", "Reason"],
                        conformance.Exceptions.Select(row => (IReadOnlyList<string>)[row.Rule, Text(row.Reason)])
                    );
                html.Append("</section>\n<section>\n<h2>Limits</h2>\n");
                Table(
                    html,
                    "Use of each limit",
                    ["Item", "Used", "Limit", "Source"],
                    conformance.Limits.Select(row =>
                        (IReadOnlyList<string>)
                            [Text(row.What), Number(row.Used), $"{Number(row.Most)} {Text(row.Unit)}", Text(row.Source)]
                    )
                );
                html.Append(
                    "</section>\n<section>\n<h2>Privacy</h2>\n<p>The package requests nothing from outside. It sends "
                        + "only the following data, to the LMS it was opened from. Names are neither read nor sent; "
                        + "texts that learners write for themselves stay in their browser.</p>\n"
                );
                Elements(html, "Data sent", conformance.Elements.Where(element => element.IsSent));
                Elements(html, "Data only read", conformance.Elements.Where(element => !element.IsSent));
                html.Append(
                    "</section>\n<section>\n<h2>Accessibility</h2>\n<p>Results of automatic checks. Only people can "
                        + "judge whether a text alternative says what matters, or whether an exercise works with a "
                        + "screen reader. The accessibility statement next to the package lists every criterion of "
                        + "WCAG 2.2 A and AA.</p>\n"
                );
                Table(
                    html,
                    "Checked in this build",
                    ["Check", "WCAG 2.2", "Result"],
                    AccessibilityCheck.All.Select(check =>
                        (IReadOnlyList<string>)
                            [Text(check.What), Text(check.Criterion), Result(check.Findings(result.Diagnostics))]
                    )
                );
                html.Append("</section>\n<section>\n<h2>Played</h2>\n");
                Played(html, run);
                html.Append("</section>\n");
            }
        );

    private static void Elements(StringBuilder html, string caption, IEnumerable<DataElement> elements) =>
        Table(
            html,
            caption,
            ["Element", "Content", "Purpose"],
            elements.Select(element =>
                (IReadOnlyList<string>)[$"<code>{Text(element.Name)}</code>", Text(element.Holds), Text(element.Why)]
            )
        );

    private static void Played(StringBuilder html, RunReport? run)
    {
        if (run is null)
        {
            html.Append("<p>The package was not played: no Chromium, Chrome or Edge could be used.</p>\n");
            return;
        }
        Table(
            html,
            "Behaviour when played",
            ["Behaviour", "Observed"],
            RunSummary.Lines(run).Select(line => (IReadOnlyList<string>)[Text(line.Question), Text(line.Answer)])
        );
        foreach (TraceLaunch launch in run.Trace.Launches)
        {
            html.Append("<h3>")
                .Append(Text(launch.Kind.Words()))
                .Append("</h3>\n<details><summary>")
                .Append(Text(PackageText.Count(launch.Calls.Count, "call")))
                .Append("</summary>\n<ol>\n");
            foreach (TraceCall call in launch.Calls)
                html.Append("<li><code>")
                    .Append(Text($"{PlayText.Call(call)} → {call.Result}"))
                    .Append("</code></li>\n");
            html.Append("</ol></details>\n");
        }
    }

    private static string Result(int findings) =>
        findings == 0
            ? "<span class=\"mark good\">no problem found</span>"
            : $"<span class=\"mark but\">{Text(PackageText.Count(findings, "finding"))}</span>";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Playing;
using static Protect.Scorm.Cli.Packages.ReportPage;

namespace Protect.Scorm.Cli.Packages;

/// <summary>What a build vouches for, as a page for who answers for a course: administrators, data protection, accessibility.</summary>
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
                        "</h1>\n<p>What this package was held against when it was built, how much of each limit it uses, and what it tells an LMS about a learner.</p>\n"
                    );
                html.Append("<section>\n<h2>Rules and LMSs</h2>\n");
                PackagePage.Package(html, conformance.Report);
                if (conformance.Exceptions.Count > 0)
                    Table(
                        html,
                        "Rules broken on purpose",
                        ["Rule", "Reason"],
                        conformance.Exceptions.Select(row => (IReadOnlyList<string>)[row.Rule, Text(row.Reason)])
                    );
                html.Append("</section>\n<section>\n<h2>Limits</h2>\n");
                Table(
                    html,
                    "How much of each limit is used",
                    ["What", "Used", "Limit", "From"],
                    conformance.Limits.Select(row =>
                        (IReadOnlyList<string>)
                            [Text(row.What), Number(row.Used), $"{Number(row.Most)} {Text(row.Unit)}", Text(row.Source)]
                    )
                );
                html.Append(
                    "</section>\n<section>\n<h2>Privacy</h2>\n<p>The package asks nothing of the outside and sends nothing but the following, to the LMS it was opened from. Names are neither read nor sent; what learners write stays in their browser.</p>\n"
                );
                Elements(html, "What is sent", conformance.Elements.Where(element => element.IsSent));
                Elements(html, "What is only read", conformance.Elements.Where(element => !element.IsSent));
                html.Append(
                    "</section>\n<section>\n<h2>Accessibility</h2>\n<p>What rules could check without a person. Whether an alternative says what matters, or an exercise can be done with a screen reader, only people can tell.</p>\n"
                );
                Table(
                    html,
                    "Checked in this build",
                    ["What", "WCAG 2.2", "Result"],
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
            ["Element", "What is in it", "Why"],
            elements.Select(element =>
                (IReadOnlyList<string>)[$"<code>{Text(element.Name)}</code>", Text(element.Holds), Text(element.Why)]
            )
        );

    private static void Played(StringBuilder html, RunReport? run)
    {
        if (run is null)
        {
            html.Append("<p>The package was not played in this build: there was no Chromium.</p>\n");
            return;
        }
        Table(
            html,
            "What it does when it is played",
            ["What", "Seen"],
            RunWords.Lines(run).Select(line => (IReadOnlyList<string>)[Text(line.Question), Text(line.Answer)])
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
            ? "<span class=\"mark good\">nothing found</span>"
            : $"<span class=\"mark but\">{Text(PackageText.Count(findings, "finding"))}</span>";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}

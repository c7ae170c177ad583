using System.Globalization;
using System.Text.Json;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Packages;

/// <summary>How a package behaved when it was played, for people and for machines.</summary>
internal static class RunSummary
{
    /// <summary>Questions and answers, in the order somebody would ask.</summary>
    public static IReadOnlyList<(string Question, string Answer)> Lines(RunReport run)
    {
        RunFacts facts = run.Facts;
        TraceLaunch[] cut = [.. run.Trace.Launches.Where(launch => !launch.IsSound)];
        RunAnswer[] open = [.. run.Answers.Where(answer => answer.Outcome == RunOutcome.CannotTell)];
        return
        [
            ("begins to speak to the LMS", Word(facts.Initializes)),
            (
                "reports a status",
                facts.Statuses.Count > 0 ? string.Join(", then ", facts.Statuses.Take(10)) : "none was seen"
            ),
            ("reports a score", Word(facts.SetsScore)),
            ("saves before the window is gone", Word(facts.SavesBeforeLeaving)),
            ("says that it ends", Word(facts.Finishes)),
            ("comes back to the same place", Word(facts.Resumes)),
            ("survives lost saves", Word(facts.SurvivesLostCommits)),
            ("asks for something outside", Word(facts.AsksOutside)),
            ("opens windows", Word(facts.OpensWindows)),
            ("throws errors", Word(facts.Throws)),
            (
                "suspend data at most",
                $"{facts.MostSuspendData.ToString("#,0", CultureInfo.InvariantCulture)} characters"
            ),
            ("answers told", facts.Interactions.ToString(CultureInfo.InvariantCulture)),
            .. cut.Length == 0
                ? []
                : ((string, string)[])
                    [
                        (
                            "cut short",
                            string.Join("; ", cut.Select(launch => $"{launch.Kind.Words()}: {launch.Ending.Words()}"))
                        ),
                    ],
            .. open.Length == 0
                ? []
                : ((string, string)[])
                    [
                        (
                            "cannot tell",
                            string.Join(
                                "; ",
                                open.GroupBy(answer => answer.Why)
                                    .Select(same =>
                                        $"{string.Join(", ", same.Select(answer => answer.Rule.Slug))}: {same.Key.TrimEnd('.')}"
                                    )
                            )
                        ),
                    ],
        ];
    }

    public static void Write(Utf8JsonWriter json, RunReport run)
    {
        RunFacts facts = run.Facts;
        json.WriteStartObject("run");
        foreach (
            (string name, Observed seen) in (ReadOnlySpan<(string, Observed)>)
                [
                    ("initializes", facts.Initializes),
                    ("setsScore", facts.SetsScore),
                    ("savesBeforeLeaving", facts.SavesBeforeLeaving),
                    ("finishes", facts.Finishes),
                    ("resumes", facts.Resumes),
                    ("survivesLostCommits", facts.SurvivesLostCommits),
                    ("asksOutside", facts.AsksOutside),
                    ("opensWindows", facts.OpensWindows),
                    ("throws", facts.Throws),
                ]
        )
            json.WriteString(name, Word(seen));
        json.WriteStartArray("statuses");
        foreach (string status in facts.Statuses)
            json.WriteStringValue(status);
        json.WriteEndArray();
        json.WriteNumber("suspendData", facts.MostSuspendData);
        json.WriteNumber("interactions", facts.Interactions);
        json.WriteStartObject("launches");
        foreach (IGrouping<LaunchKind, TraceLaunch> launch in run.Trace.Launches.GroupBy(launch => launch.Kind))
            json.WriteString(launch.Key.ToString(), launch.First().Ending.ToString());
        json.WriteEndObject();
        json.WriteStartObject("cannotTell");
        foreach (RunAnswer answer in run.Answers.Where(answer => answer.Outcome == RunOutcome.CannotTell))
            json.WriteString(answer.Rule.Slug, answer.Why);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Word(Observed seen) =>
        seen switch
        {
            Observed.Yes => "yes",
            Observed.No => "no",
            _ => "cannot tell",
        };
}

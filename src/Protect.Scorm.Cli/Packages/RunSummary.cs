using System.Globalization;
using System.Text.Json;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Summary of how a package behaved when it was played, as text and as JSON.</summary>
internal static class RunSummary
{
    /// <summary>Returns questions and answers, in the order of a launch.</summary>
    public static IReadOnlyList<(string Question, string Answer)> Lines(RunReport run)
    {
        RunFacts facts = run.Facts;
        TraceLaunch[] cut = [.. run.Trace.Launches.Where(launch => !launch.IsSound)];
        RunAnswer[] open = [.. run.Answers.Where(answer => answer.Outcome == RunOutcome.CannotTell)];
        return
        [
            ("starts a session with the LMS", Word(facts.Initializes)),
            ("reports a status", facts.Statuses.Count > 0 ? string.Join(", then ", facts.Statuses.Take(10)) : "none"),
            ("reports a score", Word(facts.SetsScore)),
            ("saves before the window closes", Word(facts.SavesBeforeLeaving)),
            ("ends the session", Word(facts.Finishes)),
            ("resumes at the same place", Word(facts.Resumes)),
            ("recovers from lost saves", Word(facts.SurvivesLostCommits)),
            ("requests external addresses", Word(facts.AsksOutside)),
            ("opens windows", Word(facts.OpensWindows)),
            ("has script errors", Word(facts.Throws)),
            (
                "largest suspend data",
                $"{facts.MostSuspendData.ToString("#,0", CultureInfo.InvariantCulture)} characters"
            ),
            ("reported interactions", facts.Interactions.ToString(CultureInfo.InvariantCulture)),
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
                    [("cannot tell", string.Join("; ", open.GroupBy(answer => answer.Why).Select(Unknown)))],
        ];
    }

    private static string Unknown(IGrouping<string, RunAnswer> same) =>
        $"{string.Join(", ", same.Select(answer => answer.Rule.Slug))}: {same.Key.TrimEnd('.')}";

    /// <summary>Writes the object <c>run</c>.</summary>
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

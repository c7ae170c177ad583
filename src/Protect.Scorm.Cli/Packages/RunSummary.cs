using System.Globalization;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Summary of how a package behaved when it was played, as text.</summary>
internal static class RunSummary
{
    /// <summary>Returns questions and answers, in the order of a launch.</summary>
    public static IReadOnlyList<(string Question, string Answer)> Lines(RunReport run)
    {
        RunFacts facts = run.Facts;
        Trace trace = run.Trace;
        TraceLaunch[] cut = [.. trace.Launches.Where(launch => !launch.IsSound)];
        int played = 1 + trace.Ran.Count(launch => launch.Kind == LaunchKind.Part);
        RunAnswer[] open = [.. run.Answers.Where(answer => answer.Outcome == RunOutcome.CannotTell)];
        return
        [
            (
                "played",
                $"{trace.Launches.Count - cut.Length} of {trace.Launches.Count} launches to the end"
                    + (run.IsPlayed ? "" : ", too few for a verdict from the run")
            ),
            .. trace.IsScorm2004
                ? [("standard", "SCORM 2004, each part by itself, without sequencing")]
                : (ReadOnlySpan<(string, string)>)[],
            .. trace.Parts > 1
                ? [("parts", $"{Math.Min(played, trace.Parts)} of {trace.Parts} played")]
                : (ReadOnlySpan<(string, string)>)[],
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

    public static string Word(Observed seen) =>
        seen switch
        {
            Observed.Yes => "yes",
            Observed.No => "no",
            _ => "cannot tell",
        };
}

/// <summary>
/// Summary of how a package behaved, as JSON. The observations are <c>yes</c>, <c>no</c> or <c>cannot tell</c>.
/// </summary>
/// <param name="Played">True if enough launches ran to an end for a verdict.</param>
/// <param name="SuspendData">Most characters of suspend data.</param>
/// <param name="Interactions">Number of reported interactions.</param>
/// <param name="Launches">How each launch ended, by its kind.</param>
/// <param name="CannotTell">Why a rule could not be checked, by its id.</param>
internal sealed record RunEntry(
    bool Played,
    string Initializes,
    string SetsScore,
    string SavesBeforeLeaving,
    string Finishes,
    string Resumes,
    string SurvivesLostCommits,
    string AsksOutside,
    string OpensWindows,
    string Throws,
    IReadOnlyList<string> Statuses,
    int SuspendData,
    int Interactions,
    IReadOnlyDictionary<string, LaunchEnding> Launches,
    IReadOnlyDictionary<string, string> CannotTell
)
{
    public static RunEntry Of(RunReport run)
    {
        RunFacts facts = run.Facts;
        return new RunEntry(
            run.IsPlayed,
            RunSummary.Word(facts.Initializes),
            RunSummary.Word(facts.SetsScore),
            RunSummary.Word(facts.SavesBeforeLeaving),
            RunSummary.Word(facts.Finishes),
            RunSummary.Word(facts.Resumes),
            RunSummary.Word(facts.SurvivesLostCommits),
            RunSummary.Word(facts.AsksOutside),
            RunSummary.Word(facts.OpensWindows),
            RunSummary.Word(facts.Throws),
            facts.Statuses,
            facts.MostSuspendData,
            facts.Interactions,
            run.Trace.Launches.DistinctBy(launch => launch.Kind)
                .ToDictionary(launch => launch.Kind.ToString(), launch => launch.Ending),
            run.Answers.Where(answer => answer.Outcome == RunOutcome.CannotTell)
                .ToDictionary(answer => answer.Rule.Slug, answer => answer.Why)
        );
    }
}

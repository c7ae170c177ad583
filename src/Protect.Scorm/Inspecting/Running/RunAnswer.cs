using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Result of a run for a rule.</summary>
internal enum RunOutcome
{
    /// <summary>Checked, and not found broken.</summary>
    NotFound,

    /// <summary>Broken.</summary>
    Found,

    /// <summary>The run does not show it.</summary>
    CannotTell,
}

/// <summary>Result for one rule, with the reason when it cannot tell.</summary>
internal sealed record RunAnswer(PackageRule Rule, RunOutcome Outcome, string Why = "");

/// <summary>Result of one check: the places where a rule is broken, or the reason why it cannot tell.</summary>
internal readonly record struct RunCheck(IReadOnlyList<(PackageRule Rule, object?[] Words)> Broken, string? Why = null)
{
    public static readonly RunCheck Held = new([]);

    public static RunCheck Unknown(string why) => new([], why);

    public static RunCheck One(PackageRule rule, params object?[] words) => new([(rule, words)]);

    /// <summary>Creates a result that names each place once.</summary>
    public static RunCheck Each(PackageRule rule, IEnumerable<object?[]> places)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new([.. places.Where(words => seen.Add(string.Join('\u0001', words))).Select(words => (rule, words))]);
    }
}

/// <summary>Checks a trace by the rules T01 to T30.</summary>
internal static class RunInspector
{
    private static readonly (PackageRule Rule, Func<Trace, RunCheck> Check)[] Checks =
    [
        (RunRules.FindsApi, SessionChecks.FindsApi),
        (RunRules.Initializes, SessionChecks.Initializes),
        (RunRules.Finishes, SessionChecks.Finishes),
        (RunRules.ArgumentForm, SessionChecks.ArgumentForm),
        (RunRules.InSession, SessionChecks.InSession),
        (RunRules.OnlyEight, SessionChecks.OnlyEight),
        (RunRules.KnownElements, ElementChecks.Known),
        (RunRules.ReadOnly, ElementChecks.ReadOnly),
        (RunRules.WriteOnly, ElementChecks.WriteOnly),
        (RunRules.Keywords, ElementChecks.Keywords),
        (RunRules.Values, ElementChecks.Values),
        (RunRules.Lengths, ElementChecks.Lengths),
        (RunRules.Indices, ElementChecks.Indices),
        (RunRules.ScoreRange, ElementChecks.ScoreRange),
        (RunRules.WithoutOptional, FaultChecks.WithoutOptional),
        (RunRules.Survives, FaultChecks.Survives),
        (RunRules.SetsStatus, StatusChecks.Sets),
        (RunRules.StatusRises, StatusChecks.Rises),
        (RunRules.SessionTime, SavingChecks.SessionTime),
        (RunRules.Commits, SavingChecks.Commits),
        (RunRules.Suspends, SavingChecks.Suspends),
        (RunRules.ScoreBounds, StatusChecks.ScoreBounds),
        (RunRules.InteractionOrder, InteractionChecks.Order),
        (RunRules.SafeState, SavingChecks.SafeState),
        (RunRules.Pace, SavingChecks.Pace),
        (RunRules.ReadBack, FaultChecks.ReadBack),
        (RunRules.Review, FaultChecks.Review),
        (RunRules.Resumes, FaultChecks.Resumes),
        (RunRules.Responds, SessionChecks.Responds),
        (RunRules.InSandbox, FaultChecks.InSandbox),
    ];

    /// <summary>
    /// Adds findings to the bag and returns a result for every rule in order. A package that is an asset need not
    /// follow them.
    /// </summary>
    public static IReadOnlyList<RunAnswer> Inspect(Trace trace, FindingBag bag)
    {
        if (trace.IsAsset && trace.Launches.All(launch => launch.Calls.Count == 0))
            return
            [
                .. RunRules.All.Select(rule => new RunAnswer(
                    rule,
                    RunOutcome.CannotTell,
                    "The manifest declares that it does not communicate with an LMS, and it does not."
                )),
            ];
        var answers = new List<RunAnswer>();
        foreach ((PackageRule rule, Func<Trace, RunCheck> check) in Checks)
        {
            RunCheck result =
                !trace.Ordinary.Any() ? RunCheck.Unknown(NotPlayed(trace))
                : trace.IsScorm2004 && !RunRules.IsOfScorm2004(rule)
                    ? RunCheck.Unknown("This rule is about the data model of SCORM 1.2.")
                : check(trace);
            foreach ((PackageRule broken, object?[] words) in result.Broken)
                bag.Whole(trace.IsScorm2004 ? RunRules.InScorm2004(broken) : broken, words);
            RunOutcome outcome =
                result.Broken.Count > 0 ? RunOutcome.Found
                : result.Why is null ? RunOutcome.NotFound
                : RunOutcome.CannotTell;
            answers.Add(new RunAnswer(rule, outcome, result.Why ?? ""));
        }
        return answers;
    }

    private static string NotPlayed(Trace trace) =>
        trace.Launches.Any(launch => launch.Ending == LaunchEnding.Slow)
            ? "The machine is too slow at the moment: a course of our own did not play either."
            : "It was not played.";
}

namespace Protect.Scorm.Inspecting.Running;

/// <summary>
/// Checks rules T15, T16 and T26 to T28: launches with a fault, for review, and after an interruption.
/// </summary>
internal static class FaultChecks
{
    private const double Alike = 0.6;

    public static RunCheck WithoutOptional(Trace trace) =>
        trace.Of(LaunchKind.NoOptional) is not { } launch ? RunCheck.Unknown("This launch was not run.")
        : Harm(trace, launch) is { } harm ? RunCheck.One(RunRules.WithoutOptional, harm)
        : RunCheck.Held;

    public static RunCheck Survives(Trace trace)
    {
        (LaunchKind Kind, string When)[] kinds =
        [
            (LaunchKind.NoApi, "Without an LMS"),
            (LaunchKind.InitializeFalse, "When LMSInitialize fails"),
            (LaunchKind.AllFalse, "When every call fails"),
            (LaunchKind.Throwing, "When every call throws"),
        ];
        if (kinds.All(kind => trace.Of(kind.Kind) is null))
            return RunCheck.Unknown("This launch was not run.");
        var found = new List<object?[]>();
        foreach ((LaunchKind kind, string when) in kinds)
        {
            if (trace.Of(kind) is { } launch && Harm(trace, launch) is { } harm)
                found.Add([when, harm]);
        }
        RunCheck check = RunCheck.Each(RunRules.Survives, found);
        return found.Count == 0 && kinds.Any(kind => trace.Of(kind.Kind) is null)
            ? RunCheck.Unknown("Not every launch with a fault was run.")
            : check;
    }

    /// <summary>Compares the first values a launch sets, before learners can have taken different paths.</summary>
    public static RunCheck ReadBack(Trace trace)
    {
        if (
            trace.Of(LaunchKind.Plain) is not { } plain
            || trace.Of(LaunchKind.Unread) is not { IsSound: true } unread
            || plain.Calls.Count == 0
        )
            return RunCheck.Unknown("This launch was not run, or made no calls.");
        if (Harm(trace, unread) is { } harm)
            return RunCheck.One(RunRules.ReadBack, $"When status and score read back as nothing, {harm}.");
        string? First(TraceLaunch launch) =>
            launch.Sets.FirstOrDefault(call => call.Element == StatusChecks.Status)?.Value;
        if (First(plain) == "incomplete" && First(unread) != "incomplete")
            return RunCheck.One(
                RunRules.ReadBack,
                "It sets the status to “incomplete” only if the LMS returns “not attempted”. "
                    + "If the LMS returns nothing, the course looks as if it was never started."
            );
        return unread.Sets.FirstOrDefault(call => call.Value is "NaN" or "undefined" or "null") is { } odd
            ? RunCheck.One(
                RunRules.ReadBack,
                $"When status and score read back as nothing, it sets “{odd.Element}” to “{odd.Value}”."
            )
            : RunCheck.Held;
    }

    public static RunCheck Review(Trace trace)
    {
        if (trace.Of(LaunchKind.Review) is not { IsSound: true } review)
            return RunCheck.Unknown("It was not launched for review.");
        return RunCheck.Each(
            RunRules.Review,
            review
                .Sets.Where(call =>
                    call.Element == StatusChecks.Status
                    || call.Element.StartsWith("cmi.core.score.", StringComparison.Ordinal)
                )
                .Select(call => new object?[] { call.Element, ElementChecks.Cut(call.Value) })
        );
    }

    public static RunCheck Resumes(Trace trace)
    {
        if (
            trace.Of(LaunchKind.Interrupted) is not { IsSound: true } before
            || trace.Of(LaunchKind.Resumed) is not { } after
        )
            return RunCheck.Unknown("It was not interrupted and launched again.");
        if (before.Calls.Count == 0)
            return RunCheck.Unknown("It called nothing.");
        if (before.Place is null || after.Start is null || Harm(trace, after) is "the page stays empty")
            return RunCheck.One(RunRules.Resumes, "After an interruption the page stays empty.");
        if (before.Progress.Length > 0)
            return before.Progress == after.Progress
                ? RunCheck.Held
                : RunCheck.One(RunRules.Resumes, "After an interruption the page, progress or answers differ.");
        if (before.Start is not null && Same(before.Start, before.Place))
            return RunCheck.Unknown("The learner could not leave the first page, so there was no place to return to.");
        if (Same(before.Place, after.Start))
            return RunCheck.Held;
        bool saved = before.Stored.Keys.Any(element => element is "cmi.suspend_data" or "cmi.core.lesson_location");
        return RunCheck.One(
            RunRules.Resumes,
            saved
                ? "After an interruption it opened at another place, although data was saved."
                : "After an interruption it began from the start, because nothing had been saved."
        );
    }

    /// <summary>Returns true when mostly the same words are visible.</summary>
    internal static bool Same(TracePlace one, TracePlace other)
    {
        if (one.Text == other.Text)
            return true;
        string[] first = [.. one.Text.Split(' ').Distinct()],
            second = [.. other.Text.Split(' ').Distinct()];
        return first.Intersect(second).Count() >= Alike * first.Union(second).Count();
    }

    /// <summary>
    /// Describes what keeps a learner from using the course in this launch but not in the plain one; null for nothing.
    /// </summary>
    private static string? Harm(Trace trace, TraceLaunch launch)
    {
        TraceLaunch usual = trace.Ordinary.First();
        if (usual.IsSound && launch.Ending is LaunchEnding.Hung)
            return "the page stops responding";
        if (usual.IsSound && launch.Ending is LaunchEnding.Crashed or LaunchEnding.Flooded)
            return "the page crashes";
        if (usual.Place is { Text.Length: > 0 } && launch is { IsSound: true, Place: null or { Text.Length: 0 } })
            return "the page stays empty";
        if (usual.Acts.Count > 0 && launch is { IsSound: true, Acts.Count: 0 })
            return "the learner can do nothing";
        return launch.Errors.Except(usual.Errors).FirstOrDefault() is { } error
            ? $"there is an uncaught error (“{ElementChecks.Cut(error)}”)"
            : null;
    }
}

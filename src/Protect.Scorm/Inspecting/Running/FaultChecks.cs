namespace Protect.Scorm.Inspecting;

/// <summary>T15, T16, T26 to T28: what the launches with a fault, for review and after an interruption show.</summary>
internal static class FaultChecks
{
    private const double Alike = 0.6;

    public static RunCheck WithoutOptional(Trace trace) =>
        trace.Of(LaunchKind.NoOptional) is not { } launch ? RunCheck.Unknown("It was not launched so.")
        : Harm(trace, launch) is { } harm ? RunCheck.One(RunRules.WithoutOptional, harm)
        : RunCheck.Held;

    public static RunCheck Survives(Trace trace)
    {
        (LaunchKind Kind, string When)[] kinds =
        [
            (LaunchKind.NoApi, "Without an LMS"),
            (LaunchKind.InitializeFalse, "When LMSInitialize says no"),
            (LaunchKind.AllFalse, "When every call says no"),
            (LaunchKind.Throwing, "When every call throws"),
        ];
        if (kinds.All(kind => trace.Of(kind.Kind) is null))
            return RunCheck.Unknown("It was not launched so.");
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

    /// <summary>Compared is what a launch sets first, before the learner can have come to different places.</summary>
    public static RunCheck ReadBack(Trace trace)
    {
        if (
            trace.Of(LaunchKind.Plain) is not { } plain
            || trace.Of(LaunchKind.Unread) is not { IsSound: true } unread
            || plain.Calls.Count == 0
        )
            return RunCheck.Unknown("It was not launched so, or called nothing.");
        if (Harm(trace, unread) is { } harm)
            return RunCheck.One(RunRules.ReadBack, $"When status and score read back as nothing, {harm}.");
        string? First(TraceLaunch launch) =>
            launch.Sets.FirstOrDefault(call => call.Element == StatusChecks.Status)?.Value;
        if (First(plain) == "incomplete" && First(unread) != "incomplete")
            return RunCheck.One(
                RunRules.ReadBack,
                "It sets the status to “incomplete” only where the LMS says “not attempted”; where it says nothing, the course stays as if never begun."
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
        if (before.Standing.Length > 0)
            return before.Standing == after.Standing
                ? RunCheck.Held
                : RunCheck.One(
                    RunRules.Resumes,
                    "After an interruption page, progress or answers are not what they were."
                );
        if (before.Start is not null && Same(before.Start, before.Place))
            return RunCheck.Unknown(
                "The learner found no way to a second place, so there was nothing to come back to."
            );
        if (Same(before.Place, after.Start))
            return RunCheck.Held;
        bool saved = before.Stored.Keys.Any(element => element is "cmi.suspend_data" or "cmi.core.lesson_location");
        return RunCheck.One(
            RunRules.Resumes,
            saved
                ? "After an interruption it opened in another place than where the learner was, although something was saved."
                : "After an interruption it began from the start: nothing had been saved."
        );
    }

    /// <summary>Mostly the same words are in sight.</summary>
    internal static bool Same(TracePlace one, TracePlace other)
    {
        if (one.Text == other.Text)
            return true;
        string[] first = [.. one.Text.Split(' ').Distinct()],
            second = [.. other.Text.Split(' ').Distinct()];
        return first.Intersect(second).Count() >= Alike * first.Union(second).Count();
    }

    /// <summary>What keeps a learner from using the course in this launch, and did not in the plain one; null for nothing.</summary>
    private static string? Harm(Trace trace, TraceLaunch launch)
    {
        TraceLaunch usual = trace.Ordinary.First();
        if (usual.IsSound && launch.Ending is LaunchEnding.Hung)
            return "the page answers nothing any more";
        if (usual.IsSound && launch.Ending is LaunchEnding.Crashed or LaunchEnding.Flooded)
            return "the page breaks down";
        if (usual.Place is { Text.Length: > 0 } && launch is { IsSound: true, Place: null or { Text.Length: 0 } })
            return "the page stays empty";
        if (usual.Acts.Count > 0 && launch is { IsSound: true, Acts.Count: 0 })
            return "the learner can do nothing";
        return launch.Errors.Except(usual.Errors).FirstOrDefault() is { } error
            ? $"there is an error that nobody catches (“{ElementChecks.Cut(error)}”)"
            : null;
    }
}

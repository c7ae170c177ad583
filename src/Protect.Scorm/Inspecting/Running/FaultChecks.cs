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
            launch.Sets.FirstOrDefault(call => call.Element == trace.Elements.Status[0])?.Value;
        if (!trace.IsScorm2004 && First(plain) == "incomplete" && First(unread) != "incomplete")
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
                    trace.Elements.Status.Contains(call.Element) || trace.Elements.IsScore(call.Element)
                )
                .Select(call => new object?[] { call.Element, ElementChecks.Cut(call.Value) })
        );
    }

    /// <summary>Compares a launch in a sandboxed frame with the others: calls, movement and blocked forms.</summary>
    public static RunCheck InSandbox(Trace trace)
    {
        if (trace.Of(LaunchKind.Sandboxed) is not { IsSound: true, IsLoaded: not false } launch)
            return RunCheck.Unknown("It was not played to an end in a sandboxed frame.");
        if (launch.BlockedForms > 0)
            return RunCheck.One(
                RunRules.InSandbox,
                "the browser blocks the forms of the page, so its buttons do nothing "
                    + $"(seen {Times(launch.BlockedForms)})"
            );
        if (launch.Calls.Count == 0 && trace.Ordinary.First().Calls.Count > 0)
            return RunCheck.One(RunRules.InSandbox, "it does not find the LMS");
        if (Harm(trace, launch) is { } harm)
            return RunCheck.One(RunRules.InSandbox, harm);
        bool movesElsewhere = trace.Ran.Any(other =>
            other.Kind is LaunchKind.Plain or LaunchKind.NoOptional or LaunchKind.Unread && Moves(other)
        );
        return movesElsewhere && launch.Acts.Count > 1 && !Moves(launch)
            ? RunCheck.One(RunRules.InSandbox, "the page stays the same whatever the learner presses")
            : RunCheck.Held;
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static bool Moves(TraceLaunch launch) =>
        launch is { IsSound: true, Start: { } start, Place: { } place } && start != place;

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
            return after.IsLoaded == false
                ? RunCheck.Unknown("After the interruption the page was not loaded within 20 seconds.")
                : RunCheck.One(RunRules.Resumes, "After an interruption the page stays empty.");
        if (before.Progress.Length > 0)
            return before.Progress == after.Progress
                ? RunCheck.Held
                : RunCheck.One(RunRules.Resumes, "After an interruption the page, progress or answers differ.");
        if (before.Start is not null && Same(before.Start, before.Place))
            return RunCheck.Unknown("The learner could not leave the first page, so there was no place to return to.");
        if (Same(before.Place, after.Start))
            return RunCheck.Held;
        bool saved = before.Stored.Keys.Any(element =>
            element == TrackedElements.State || element == trace.Elements.Location
        );
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
        if (
            usual.Place is { Text.Length: > 0 }
            && launch is { IsSound: true, IsLoaded: not false, Place: null or { Text.Length: 0 } }
        )
            return "the page stays empty";
        if (usual.Acts.Count > 0 && launch is { IsSound: true, IsLoaded: not false, Acts.Count: 0 })
            return "the learner can do nothing";
        return launch.Errors.Except(usual.Errors).FirstOrDefault() is { } error
            ? $"there is an uncaught error (“{ElementChecks.Cut(error)}”)"
            : null;
    }
}

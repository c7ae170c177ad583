namespace Protect.Scorm.Inspecting.Running;

/// <summary>Observation; “not seen” and “cannot tell” are different.</summary>
internal enum Observed
{
    No,
    Yes,
    CannotTell,
}

/// <summary>Summary of a run, for a verdict about an LMS.</summary>
internal sealed record RunFacts
{
    /// <summary>The session was started, and the LMS agreed.</summary>
    public required Observed Initializes { get; init; }

    /// <summary>Values of the status in the order set, without repetitions in a row.</summary>
    public required IReadOnlyList<string> Statuses { get; init; }

    public required Observed SetsScore { get; init; }

    /// <summary>
    /// The last values were committed before the window closed, so that nothing depends on the end of the session.
    /// </summary>
    public required Observed SavesBeforeLeaving { get; init; }

    public required Observed Finishes { get; init; }

    /// <summary>The course resumed at the same place and state.</summary>
    public required Observed Resumes { get; init; }

    /// <summary>After three lost commits a later one saved everything.</summary>
    public required Observed SurvivesLostCommits { get; init; }

    public required Observed AsksOutside { get; init; }

    public required Observed OpensWindows { get; init; }

    /// <summary>Uncaught errors, in an LMS that follows the standard.</summary>
    public required Observed Throws { get; init; }

    /// <summary>Most characters of suspend_data.</summary>
    public required int MostSuspendData { get; init; }

    /// <summary>Number of interactions reported in the plain launch.</summary>
    public required int Interactions { get; init; }

    public static RunFacts Of(Trace trace)
    {
        TraceLaunch[] ordinary = [.. trace.Ordinary];
        TraceLaunch? plain = trace.Of(LaunchKind.Plain) ?? ordinary.FirstOrDefault();
        TraceCall[] sets = [.. ordinary.SelectMany(launch => launch.Sets)];
        bool isPlayed = plain is { IsSound: true };
        return new RunFacts
        {
            Initializes = Seen(plain?.Calls.Any(call => call is { IsInitialize: true, Result: "true" })),
            Statuses =
            [
                .. sets.Where(call => trace.Elements.Status.Contains(call.Element))
                    .Select(call => call.Value)
                    .Aggregate(new List<string>(), (all, one) => all.Count > 0 && all[^1] == one ? all : [.. all, one]),
            ],
            SetsScore =
                sets.Any(call => trace.Elements.Scores.Contains(call.Element)) ? Observed.Yes
                : isPlayed ? Observed.No
                : Observed.CannotTell,
            SavesBeforeLeaving =
                plain is null || !isPlayed || !plain.Sets.Any() ? Observed.CannotTell : Seen(IsSaved(trace, plain)),
            Finishes =
                plain?.Ending == LaunchEnding.Closed
                    ? Seen(plain.Calls.Any(call => call.IsTerminate))
                    : Observed.CannotTell,
            Resumes = FaultChecks.Resumes(trace) switch
            {
                { Why: not null } => Observed.CannotTell,
                { Broken.Count: 0 } => Observed.Yes,
                _ => Observed.No,
            },
            SurvivesLostCommits =
                trace.Of(LaunchKind.LostCommits) is not { } lost
                || !lost.Calls.Any(call => call is { IsCommit: true, Result: "false" })
                    ? Observed.CannotTell
                    : Seen(lost.IsSound && IsSaved(trace, lost)),
            AsksOutside = Seen(ordinary.Length == 0 ? null : ordinary.Any(launch => launch.Outside.Count > 0)),
            OpensWindows = Seen(ordinary.Length == 0 ? null : ordinary.Any(launch => launch.Popups.Count > 0)),
            Throws = Seen(ordinary.Length == 0 ? null : ordinary.Any(launch => launch.Errors.Count > 0)),
            MostSuspendData = sets.Where(call => call.Element == "cmi.suspend_data" && call.Arguments.Count > 1)
                .Select(call => call.Arguments[1].Length)
                .DefaultIfEmpty(0)
                .Max(),
            Interactions =
                plain?.Sets.Count(call =>
                    call.Element.StartsWith("cmi.interactions.", StringComparison.Ordinal)
                    && call.Element.EndsWith(".id", StringComparison.Ordinal)
                    && call.Element.Count(letter => letter == '.') == 3
                )
                ?? 0,
        };
    }

    private static Observed Seen(bool? seen) =>
        seen switch
        {
            true => Observed.Yes,
            false => Observed.No,
            null => Observed.CannotTell,
        };

    /// <summary>
    /// Returns true when a successful commit follows the last change of status, score, place or state.
    /// </summary>
    private static bool IsSaved(Trace trace, TraceLaunch launch)
    {
        TraceCall[] calls = [.. launch.Asked];
        int last = Array.FindLastIndex(
            calls,
            call =>
                call.IsSet
                && (
                    trace.Elements.Status.Contains(call.Element)
                    || trace.Elements.Scores.Contains(call.Element)
                    || call.Element == TrackedElements.State
                    || call.Element == trace.Elements.Location
                )
        );
        return calls[(last + 1)..].Any(call => call is { IsCommit: true, Result: "true" });
    }
}

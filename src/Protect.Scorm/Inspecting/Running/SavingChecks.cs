using System.Text.RegularExpressions;
using System.Xml;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Checks rules T19 to T21, T24 and T25: time, commits, exit, state and rate of calls.</summary>
internal static partial class SavingChecks
{
    private const string State = TrackedElements.State;
    private const double Window = 10_000;
    private const int Calls = 100,
        CallsAnAct = 40,
        CommitsInWindow = 5,
        CommitsAnAct = 3;

    public static RunCheck SessionTime(Trace trace)
    {
        if (trace.Of(LaunchKind.Plain) is not { IsSound: true } plain || plain.Calls.Count == 0)
            return RunCheck.Unknown("It was not played to an end, or called nothing.");
        TraceCall[] set = [.. plain.Sets.Where(call => call.Element == trace.Elements.Time)];
        if (set.Length == 0)
            return RunCheck.One(RunRules.SessionTime, "It never sets session_time: the LMS shows no time.");
        double most = set.Select(call => Seconds(trace, call.Value) ?? 0).Max(),
            there = plain.Milliseconds / 1000;
        return most > there + 2
            ? RunCheck.One(
                RunRules.SessionTime,
                $"It sets session_time to {most:0} seconds after a launch of {there:0}."
            )
            : RunCheck.Held;
    }

    public static RunCheck Commits(Trace trace)
    {
        var found = new List<object?[]>();
        foreach (TraceLaunch launch in trace.Ordinary)
        {
            TraceCall[] calls = [.. launch.Asked];
            int last = Array.FindLastIndex(
                calls,
                call =>
                    call.IsSet
                    && (trace.Elements.Status.Contains(call.Element) || trace.Elements.Scores.Contains(call.Element))
            );
            int finish = Array.FindIndex(calls, call => call.IsTerminate),
                end = finish < 0 ? calls.Length : finish;
            if (last >= 0 && last < end && !calls[last..end].Any(call => call.IsCommit))
                found.Add([
                    $"The last change of {TrackedElements.Short(calls[last].Element)} "
                        + $"is not committed{(finish < 0 ? "" : $" before {trace.Elements.Terminate}")}.",
                ]);
            else if (finish >= 0 && !calls[..finish].Any(call => call.IsCommit) && calls.Any(call => call.IsSet))
                found.Add([
                    $"{trace.Elements.Commit} is never called, so everything depends on {trace.Elements.Terminate}.",
                ]);
        }
        return RunCheck.Each(RunRules.Commits, found);
    }

    public static RunCheck Suspends(Trace trace) =>
        RunCheck.Each(
            RunRules.Suspends,
            trace.Ordinary.SelectMany(launch =>
            {
                var found = new List<object?[]>();
                string? Last(string element) => launch.Sets.LastOrDefault(call => call.Element == element)?.Value;
                if (launch.Sets.Any(call => call.Element == trace.Elements.Exit && call.Value == "logout"))
                    found.Add(["It sets exit to “logout”."]);
                if (Last(trace.Elements.Status[0]) == "incomplete" && Last(trace.Elements.Exit) is not "suspend")
                    found.Add([
                        Last(trace.Elements.Exit) is { } other
                            ? $"It leaves with status “incomplete” and exit “{other}”."
                            : "It leaves with status “incomplete” and sets no exit.",
                    ]);
                return found;
            })
        );

    public static RunCheck SafeState(Trace trace)
    {
        TraceCall[] set =
        [
            .. trace
                .Ordinary.SelectMany(launch => launch.Sets)
                .Where(call => call.Element == State && call.Arguments.Count > 1),
        ];
        string[] unsafeOnes =
        [
            .. set.SelectMany(call => Unsafe().Matches(call.Value).Select(match => Shown(match.Value[0])))
                .Distinct()
                .Take(12),
        ];
        return unsafeOnes.Length == 0
            ? RunCheck.Held
            : RunCheck.One(RunRules.SafeState, string.Join(" ", unsafeOnes), set.Max(call => call.Arguments[1].Length));
    }

    /// <summary>
    /// Checks the rate of calls. The limits rise with the actions of the scripted learner, which is fast.
    /// </summary>
    public static RunCheck Pace(Trace trace)
    {
        foreach (TraceLaunch launch in trace.Ordinary)
        {
            TraceCall[] calls = [.. launch.Asked];
            for (int from = 0, to = 0; to < calls.Length; to++)
            {
                while (calls[to].At - calls[from].At > Window)
                    from++;
                double begin = calls[from].At;
                int acts = launch.Acts.Count(act => act.At > begin - 2000 && act.At <= calls[to].At),
                    all = to - from + 1,
                    commits = calls[from..(to + 1)].Count(call => call.IsCommit);
                if (all > Calls + (CallsAnAct * acts))
                    return RunCheck.One(RunRules.Pace, $"It makes {all} calls within 10 seconds.");
                if (commits > CommitsInWindow + (CommitsAnAct * acts))
                    return RunCheck.One(RunRules.Pace, $"It commits {commits} times within 10 seconds.");
            }
        }
        return RunCheck.Held;
    }

    private static double? Seconds(Trace trace, string time)
    {
        if (!trace.IsScorm2004)
            return DataModel12.Seconds(time);
        try
        {
            return XmlConvert.ToTimeSpan(time).TotalSeconds;
        }
        catch (Exception odd) when (odd is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static string Shown(char letter) =>
        letter is ' ' ? "blanks"
        : char.IsControl(letter) || char.IsSurrogate(letter) ? $"U+{(int)letter:X4}"
        : letter.ToString();

    [GeneratedRegex(@"[^A-Za-z0-9_.~!*()\-]")]
    private static partial Regex Unsafe();
}

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Checks rules T17, T18 and T22: status and score.</summary>
internal static class StatusChecks
{
    internal const string Status = "cmi.core.lesson_status",
        Raw = "cmi.core.score.raw",
        Min = "cmi.core.score.min",
        Max = "cmi.core.score.max";

    public static RunCheck Sets(Trace trace)
    {
        string[] set =
        [
            .. trace
                .Ordinary.SelectMany(launch => launch.Sets)
                .Where(call => trace.Elements.Status.Contains(call.Element))
                .Select(call => call.Value),
        ];
        string name = string.Join(" or ", trace.Elements.Status.Select(TrackedElements.Short));
        if (set.Contains("not attempted") && !trace.IsScorm2004)
            return RunCheck.One(RunRules.SetsStatus, "It sets lesson_status to “not attempted”, which LMSs refuse.");
        if (set.Length > 0)
            return RunCheck.Held;
        if (trace.Of(LaunchKind.Plain) is not { IsSound: true } plain || plain.Calls.Count == 0)
            return RunCheck.Unknown("It was not played to an end, or called nothing.");
        return RunCheck.One(
            RunRules.SetsStatus,
            $"As far as it was played ({Steps(plain)}), it never set {name}, so each LMS decides by itself."
        );
    }

    public static RunCheck Rises(Trace trace) =>
        RunCheck.Each(
            RunRules.StatusRises,
            trace.Ordinary.SelectMany(launch =>
            {
                var found = new List<object?[]>();
                string highest = "",
                    status = "";
                double score = -1;
                foreach (TraceCall call in launch.Sets)
                {
                    if (call.Element == Status)
                    {
                        if (Height(call.Value) < Height(highest))
                            found.Add([$"The status went from “{highest}” down to “{call.Value}”."]);
                        else
                            highest = call.Value;
                        status = call.Value;
                    }
                    if (call.Element != Raw || DataModel12.NumberOf(call.Value) is not { } raw)
                        continue;
                    if (Height(status) >= 2 && raw < score)
                        found.Add([$"After “{status}” the score went from {score} down to {raw}."]);
                    score = Math.Max(score, raw);
                }
                return found;
            })
        );

    public static RunCheck ScoreBounds(Trace trace) =>
        RunCheck.Each(
            RunRules.ScoreBounds,
            trace.Ordinary.SelectMany(launch =>
            {
                double? Last(string element) =>
                    launch.Sets.LastOrDefault(call => call.Element == element) is { } call
                        ? DataModel12.NumberOf(call.Value)
                        : null;
                var found = new List<object?[]>();
                (double? raw, double? min, double? max) = (Last(Raw), Last(Min), Last(Max));
                if (raw is not null && (min is null || max is null))
                    found.Add(["It sets score.raw without score.min and score.max."]);
                if (raw < min || raw > max)
                    found.Add([$"score.raw is {raw}, which is not between {min} and {max}."]);
                if (min > max)
                    found.Add([$"score.min ({min}) is above score.max ({max})."]);
                return found;
            })
        );

    internal static string Steps(TraceLaunch launch) =>
        launch.Acts.Count switch
        {
            0 => "the learner could do nothing",
            1 => "1 step",
            var n => $"{n} steps",
        };

    private static int Height(string status) =>
        status switch
        {
            "incomplete" or "browsed" => 1,
            "completed" or "failed" => 2,
            "passed" => 3,
            _ => 0,
        };
}

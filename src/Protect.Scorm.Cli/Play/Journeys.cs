using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Cli.Play;

/// <summary>
/// Judgement of a journey: passed, failed or resumed as its name says. If the answers of the package are unknown, the
/// journey only has to run to the end.
/// </summary>
internal static class Journeys
{
    /// <summary>Returns a sentence about what went wrong; null if the journey succeeded.</summary>
    public static string? Unmet(string journey, Trace trace)
    {
        TraceLaunch last = trace.Launches.Last(launch => launch.Kind != LaunchKind.Part);
        if (trace.Launches.FirstOrDefault(launch => !launch.HasRun) is { } lost)
            return $"Cannot tell: {lost.Ending.Words()}. Try again when the machine is less busy.";
        if (trace.Launches.FirstOrDefault(launch => !launch.IsSound) is { } bad)
            return $"The package could not be played to the end: {bad.Ending.Words()}.";
        if (trace.IsAsset && last.Calls.Count == 0)
            return null;
        if (
            trace.Launches.FirstOrDefault(launch =>
                launch.Kind != LaunchKind.Resumed
                && !launch.Calls.Any(call => call is { IsInitialize: true, Result: "true" })
            ) is
            { } silent
        )
            return silent.Part is { } part
                ? $"The part “{part}” never called {trace.Elements.Initialize}: an LMS would record nothing."
                : $"The package never called {trace.Elements.Initialize}: an LMS would record nothing.";
        if (!last.IsOwn)
            return null;
        string status = Recorded.Of(last).Status;
        if (journey == "fail")
            return status == "passed" ? "The answers were wrong, but “passed” would be recorded." : null;
        if (journey == "resume" && trace.Launches[0].Progress != last.Progress)
            return "After the interruption, the place, the progress or the answers were not the same as before.";
        return status is "passed" or "completed" ? null : $"The answers were right, but “{status}” would be recorded.";
    }
}

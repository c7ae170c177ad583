using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Play;

/// <summary>Whether a journey came out as its name says. Of a course whose answers are not known it is asked only that it could be played.</summary>
internal static class Journeys
{
    /// <summary>A sentence, or null when all is as it should be.</summary>
    public static string? Unmet(string journey, Trace trace)
    {
        TraceLaunch last = trace.Launches[^1];
        if (trace.Launches.FirstOrDefault(launch => !launch.IsSound) is { } bad)
            return $"The package could not be played to the end: {bad.Ending.Words()}.";
        if (trace.IsAsset && last.Calls.Count == 0)
            return null;
        if (!trace.Launches[0].Calls.Any(call => call is { Name: "LMSInitialize", Result: "true" }))
            return "The package never began to speak to the LMS: nothing would be recorded.";
        if (!last.IsOwn)
            return null;
        string status = Recorded.Of(last).Status;
        if (journey == "fail")
            return status == "passed" ? "The answers were wrong, and “passed” would be recorded." : null;
        if (journey == "resume" && trace.Launches[0].Progress != last.Progress)
            return "After the interruption the place, the progress or the answers were not what they were.";
        return status is "passed" or "completed" ? null : $"The answers were right, and “{status}” would be recorded.";
    }
}

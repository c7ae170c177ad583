using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>Traces of a sound package, to be changed by each case.</summary>
internal static class Traces
{
    private const string Page = "Welcome to the course about fire doors and how to shut them";

    /// <summary>
    /// Returns one launch with these calls, each as “Get element”, “Set element=value” or the name of another function.
    /// </summary>
    public static TraceLaunch Launch(LaunchKind kind, params string[] calls) =>
        new()
        {
            Kind = kind,
            Ending = kind == LaunchKind.Interrupted ? LaunchEnding.Killed : LaunchEnding.Closed,
            Milliseconds = 60_000,
            Calls = [.. calls.Select(Call)],
            Acts = [new("pressed “Next”", 1000), new("pressed “Next”", 5000)],
            Start = new("index.html", Page),
            Place = new("index.html#2", "Second page with other words than the one before it has, about alarms"),
            Stored = new Dictionary<string, string> { ["cmi.suspend_data"] = "page2" },
        };

    public static readonly string[] Sound =
    [
        "LMSInitialize",
        "Get cmi.core.lesson_status",
        "Get cmi.suspend_data",
        "Set cmi.core.lesson_status=incomplete",
        "Set cmi.core.exit=suspend",
        "LMSCommit",
        "Set cmi.interactions.0.id=q1",
        "Set cmi.interactions.0.type=choice",
        "Set cmi.interactions.0.student_response=a,c",
        "Set cmi.suspend_data=page2_x.y",
        "Set cmi.core.score.min=0",
        "Set cmi.core.score.max=100",
        "Set cmi.core.score.raw=80",
        "Set cmi.core.lesson_status=completed",
        "LMSCommit",
        "Set cmi.core.lesson_status=passed",
        "Set cmi.core.session_time=0000:00:59.50",
        "LMSCommit",
        "LMSFinish",
    ];

    private static readonly string[] Start =
    [
        "LMSInitialize",
        "Get cmi.core.lesson_status",
        "Set cmi.core.lesson_status=incomplete",
        "Set cmi.core.exit=suspend",
        "LMSCommit",
    ];

    /// <summary>Returns all launches of a run, all sound.</summary>
    public static Trace All() =>
        new([
            Launch(LaunchKind.Plain, Sound),
            Launch(LaunchKind.Interrupted, Start),
            Launch(LaunchKind.Resumed, Start) with
            {
                Start = Launch(LaunchKind.Plain).Place,
            },
            .. (
                (LaunchKind[])
                    [
                        LaunchKind.NoApi,
                        LaunchKind.InitializeFalse,
                        LaunchKind.NoOptional,
                        LaunchKind.Throwing,
                        LaunchKind.AllFalse,
                        LaunchKind.Unread,
                        LaunchKind.LostCommits,
                        LaunchKind.Sandboxed,
                    ]
            ).Select(kind => Launch(kind, kind == LaunchKind.NoApi ? [] : Start)),
            Launch(LaunchKind.Review, "LMSInitialize", "Get cmi.core.lesson_mode", "LMSFinish"),
        ]);

    /// <summary>Returns the same run with other calls in the plain launch.</summary>
    public static Trace With(params string[] calls) =>
        Change(LaunchKind.Plain, launch => launch with { Calls = Launch(LaunchKind.Plain, calls).Calls });

    /// <summary>Returns the sound calls with others inserted before the last commit.</summary>
    public static Trace Also(params string[] calls) => With([.. Sound[..^2], .. calls, .. Sound[^2..]]);

    public static Trace Change(LaunchKind kind, Func<TraceLaunch, TraceLaunch> change) =>
        new([.. All().Launches.Select(launch => launch.Kind == kind ? change(launch) : launch)]);

    /// <summary>Places each call a quarter of a second after the one before.</summary>
    private static TraceCall Call(string text, int index)
    {
        string[] words = text.Split(' ', 2);
        double at = 100 + (index * 250);
        if (words[0] == "Get")
            return new TraceCall("LMSGetValue", [new(words[1])], "", "0", at, 1);
        if (words[0] == "Set")
            return new TraceCall(
                "LMSSetValue",
                [.. words[1].Split('=', 2).Select(part => new TraceArgument(part))],
                "true",
                "0",
                at,
                1
            );
        return new TraceCall(words[0], words.Length > 1 ? [new(words[1])] : [new("")], "true", "0", at, 1);
    }
}

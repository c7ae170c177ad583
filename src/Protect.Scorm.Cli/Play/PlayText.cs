using System.Globalization;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Play;

/// <summary>Report of a journey for the terminal.</summary>
internal static class PlayText
{
    private const int MostLines = 10,
        MostCharacters = 100,
        State2004 = 64_000;

    public static void Write(PlayedPackage package, string journey, LmsTarget lms, Trace trace, TextWriter to)
    {
        string title = package.Title.Length > 0 ? $" “{Plain(package.Title)}”," : "";
        to.WriteLine($"{package.Name}:{title} journey “{journey}”, simulated LMS: {lms.Name}");
        if (trace.IsScorm2004)
            to.WriteLine("SCORM 2004: each part is played by itself, without sequencing and without limits of an LMS.");
        int left = trace.Parts - trace.Launches.Select(launch => launch.Part).Distinct().Count();
        if (left > 0)
            to.WriteLine($"{left} of {trace.Parts} parts were not played.");
        foreach (TraceLaunch launch in trace.Launches)
            Write(
                launch,
                trace.Launches.Count > 1 ? $"Launch {trace.Launches.ToList().IndexOf(launch) + 1}: " : "",
                lms,
                to
            );
        to.WriteLine();
        to.WriteLine("Calls (seconds, call, result, error)");
        foreach (TraceLaunch launch in trace.Launches)
        {
            if (trace.Launches.Count > 1)
                to.WriteLine($"  {Name(launch)}:");
            foreach (TraceCall call in launch.Calls.Where(call => !call.IsAboutErrors || call.Error != "0"))
            {
                string error = call.Error == "0" ? "" : $"  error {Plain(call.Error)}";
                to.WriteLine($"  {Number(call.At / 1000), 8}  {Plain(Call(call))} → {Plain(call.Result)}{error}");
            }
        }
    }

    /// <summary>Returns a short description of a kind of launch.</summary>
    public static string Words(this LaunchKind kind) =>
        kind switch
        {
            LaunchKind.Plain => "normal launch",
            LaunchKind.Interrupted => "interrupted in the middle",
            LaunchKind.Resumed => "launched again",
            LaunchKind.NoApi => "without an LMS",
            LaunchKind.InitializeFalse => "the session does not start",
            LaunchKind.NoOptional => "no optional elements",
            LaunchKind.Throwing => "every call throws an exception",
            LaunchKind.AllFalse => "every call fails",
            LaunchKind.Unread => "status and score read back empty",
            LaunchKind.Review => "launched for review",
            LaunchKind.Sandboxed => "in a sandboxed frame without forms",
            LaunchKind.Part => "another part",
            _ => "the first commits are lost",
        };

    /// <summary>Returns a short description of how a launch ended.</summary>
    public static string Words(this LaunchEnding ending) =>
        ending switch
        {
            LaunchEnding.Closed => "the window was closed",
            LaunchEnding.Killed => "the window was killed, as intended",
            LaunchEnding.Hung => "the page stopped responding and was closed",
            LaunchEnding.Flooded => "closed because of too many calls, messages or requests",
            LaunchEnding.Crashed => "the page crashed",
            LaunchEnding.Replaced => "the course replaced the page of the LMS",
            LaunchEnding.Slow => "the machine was too slow, a course of our own did not play either",
            LaunchEnding.BrowserEnded => "the browser ended",
            _ => "not launched: out of time",
        };

    private static string Name(TraceLaunch launch) =>
        launch.Part is { Length: > 0 } part ? $"part “{Plain(part)}”" : launch.Kind.Words();

    private static void Write(TraceLaunch launch, string title, LmsTarget lms, TextWriter to)
    {
        Recorded recorded = Recorded.Of(launch);
        void Line(string name, string what) => to.WriteLine($"  {name + ":", -15}{what}");
        to.WriteLine($"{title}{Name(launch)}, {Number(launch.Milliseconds / 1000)} s; {launch.Ending.Words()}");
        string knowledge = launch.IsOwn ? "answers known" : "answers unknown";
        string end = launch.End.Length > 0 ? $"; {Plain(launch.End)}" : "";
        Line("learner", $"{knowledge}; {launch.Acts.Count} steps{end}");
        int most = recorded.Exit is null ? lms.SuspendData.Value : State2004;
        Line("status", Or(recorded.Status, "none"));
        Line("score", Or(recorded.Score, "none"));
        Line("time", Or(recorded.Time, "none"));
        Line("place", Or(recorded.Location, "none"));
        if (recorded.Exit is { } exit)
            Line("exit", Or(exit, "none"));
        Line(
            "suspend data",
            string.Create(CultureInfo.InvariantCulture, $"{recorded.SuspendData:#,0} of {most:#,0} characters")
        );
        IEnumerable<string> results = recorded
            .Interactions.GroupBy(one => Or(one.Result, "no result"))
            .Select(same => $"{same.Count()} {Plain(same.Key)}");
        Line(
            "interactions",
            recorded.Interactions.Count == 0 ? "none" : $"{recorded.Interactions.Count}: {string.Join(", ", results)}"
        );
        foreach (
            (string name, IReadOnlyList<string> list) in (ReadOnlySpan<(string, IReadOnlyList<string>)>)
                [
                    ("web requests", launch.Outside),
                    ("errors", launch.Errors),
                    ("messages", launch.Dialogs),
                    ("windows", launch.Popups),
                ]
        )
        {
            if (list.Count == 0)
                continue;
            Line(name, $"{list.Count}{(list.Count >= 200 ? " or more" : "")}");
            foreach (string text in list.Distinct().Take(MostLines))
                to.WriteLine($"                 {Plain(text)}");
        }
        if (!launch.IsOwn)
            foreach (TraceAct act in launch.Acts.Take(3 * MostLines))
                to.WriteLine($"    {Number(act.At / 1000), 6}  {Plain(act.What)}");
    }

    /// <summary>Returns a call in code notation, with long values cut.</summary>
    public static string Call(TraceCall call)
    {
        IEnumerable<string> arguments = call.Arguments.Select(argument =>
            !argument.IsText ? $"[{argument.Text}]"
            : argument.Length > MostCharacters ? $"{argument.Text[..MostCharacters]}… {argument.Length} characters"
            : argument.Text
        );
        return $"{call.Name}({string.Join(", ", arguments)})";
    }

    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : Plain(text);

    /// <summary>Removes control characters, which a foreign package could use against the terminal.</summary>
    private static string Plain(string text) =>
        string.Concat(
            (text.Length > 300 ? text[..300] + "…" : text).Select(letter => char.IsControl(letter) ? ' ' : letter)
        );

    private static string Number(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Play;

/// <summary>A journey in words, for the terminal.</summary>
internal static class PlayText
{
    private const int MostLines = 10,
        MostWords = 100;

    public static void Write(PlayedPackage package, string journey, LmsTarget lms, Trace trace, TextWriter to)
    {
        to.WriteLine(
            $"{package.Name}:{(package.Title.Length > 0 ? $" “{Plain(package.Title)}”," : "")} journey “{journey}”, as {lms.Name} would record it"
        );
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
                to.WriteLine($"  {launch.Kind.Words()}:");
            foreach (TraceCall call in launch.Calls.Where(call => !call.IsAboutErrors || call.Error != "0"))
                to.WriteLine(
                    $"  {Number(call.At / 1000), 8}  {Plain(Call(call))} → {Plain(call.Result)}{(call.Error == "0" ? "" : $"  error {Plain(call.Error)}")}"
                );
        }
    }

    /// <summary>What is special about a launch, for people.</summary>
    public static string Words(this LaunchKind kind) =>
        kind switch
        {
            LaunchKind.Plain => "played",
            LaunchKind.Interrupted => "interrupted in the middle",
            LaunchKind.Resumed => "launched again",
            LaunchKind.NoApi => "without an LMS",
            LaunchKind.InitializeFalse => "LMSInitialize says no",
            LaunchKind.NoOptional => "no optional elements",
            LaunchKind.Throwing => "every call throws",
            LaunchKind.AllFalse => "every call says no",
            LaunchKind.Unread => "status and score read as nothing",
            LaunchKind.Review => "launched for review",
            _ => "the first commits are lost",
        };

    public static string Words(this LaunchEnding ending) =>
        ending switch
        {
            LaunchEnding.Closed => "the window was closed",
            LaunchEnding.Killed => "the window was ended from outside",
            LaunchEnding.Hung => "the page answered nothing any more, and was ended",
            LaunchEnding.Flooded => "calls, messages or requests had no end, and it was ended",
            LaunchEnding.Crashed => "the page's process ended by itself",
            LaunchEnding.Replaced => "the course put another page in the place of the LMS",
            _ => "not launched: the time was over",
        };

    private static void Write(TraceLaunch launch, string title, LmsTarget lms, TextWriter to)
    {
        Recorded recorded = Recorded.Of(launch);
        void Line(string name, string what) => to.WriteLine($"  {name + ":", -15}{what}");
        to.WriteLine($"{title}{launch.Kind.Words()}, {Number(launch.Milliseconds / 1000)} s; {launch.Ending.Words()}");
        Line(
            "learner",
            $"{(launch.IsOwn ? "knew the answers" : "did not know the course")}; {launch.Acts.Count} steps{(launch.End.Length > 0 ? $"; {Plain(launch.End)}" : "")}"
        );
        Line("status", Or(recorded.Status, "none was stored"));
        Line("score", Or(recorded.Score, "none"));
        Line("time", Or(recorded.Time, "none"));
        Line("place", Or(recorded.Location, "none"));
        Line(
            "suspend data",
            $"{recorded.SuspendData.ToString("#,0", CultureInfo.InvariantCulture)} of {lms.SuspendData.Value.ToString("#,0", CultureInfo.InvariantCulture)} characters"
        );
        Line(
            "interactions",
            recorded.Interactions.Count == 0
                ? "none"
                : $"{recorded.Interactions.Count}: {string.Join(", ", recorded.Interactions.GroupBy(one => Or(one.Result, "no result")).Select(same => $"{same.Count()} {Plain(same.Key)}"))}"
        );
        foreach (
            (string name, IReadOnlyList<string> list) in (ReadOnlySpan<(string, IReadOnlyList<string>)>)
                [
                    ("asked outside", launch.Outside),
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

    /// <summary>A call as a programmer writes it, long values cut.</summary>
    public static string Call(TraceCall call) =>
        $"{call.Name}({string.Join(", ", call.Arguments.Select(argument => argument.IsText ? argument.Length > MostWords ? $"{argument.Text[..MostWords]}… {argument.Length} characters" : argument.Text : $"[{argument.Text}]"))})";

    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : Plain(text);

    /// <summary>What a stranger's package says, without what a terminal would obey.</summary>
    private static string Plain(string text) =>
        string.Concat(
            (text.Length > 300 ? text[..300] + "…" : text).Select(letter => char.IsControl(letter) ? ' ' : letter)
        );

    private static string Number(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);
}

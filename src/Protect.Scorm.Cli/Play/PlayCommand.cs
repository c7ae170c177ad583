using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Play;

/// <summary>
/// Command <c>protect-scorm play</c>: runs a scripted learner in a headless browser and prints what an LMS would
/// record.
/// </summary>
internal static class PlayCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("zip or course folder")
        {
            Description = "SCORM package of any tool, or a course folder.",
        };
        var journey = new Option<string>("--journey")
        {
            Description =
                "pass: right answers; fail: wrong answers until no attempt is left; "
                + "resume: interrupted, launched again, then passed.",
            DefaultValueFactory = _ => "pass",
        };
        var lms = new Option<string>("--lms")
        {
            Description = "LMS to simulate; “protect-scorm targets” lists the ids.",
            DefaultValueFactory = _ => LmsTargets.Default.Id,
            HelpName = "id",
        };
        var language = new Option<string?>("--language")
        {
            Description = "Language to play, for a course that has several.",
            HelpName = "tag",
        };
        var json = new Option<bool>("--json") { Description = "Print everything as JSON." };
        journey.AcceptOnlyFromAmong("pass", "fail", "resume");
        var command = new Command(
            "play",
            "Plays a package with a scripted learner in a headless Chromium, and prints what an LMS would record."
        )
        {
            path,
            journey,
            lms,
            language,
            json,
        };
        command.SetAction(
            (arguments, stop) =>
                Play(
                    arguments.GetValue(path)!,
                    arguments.GetValue(journey)!,
                    arguments.GetValue(lms)!,
                    new CompileOptions { Language = arguments.GetValue(language) },
                    arguments.GetValue(json),
                    stop
                )
        );
        return command;
    }

    private static async Task<int> Play(
        string path,
        string journey,
        string lms,
        CompileOptions options,
        bool asJson,
        CancellationToken stop
    )
    {
        if (LmsTargets.All.FirstOrDefault(row => row.Id == lms) is not { } target)
            return Refuse(
                ExitCodes.WrongArguments,
                $"There is no LMS “{lms}”.{Nearest.Hint(lms, LmsTargets.All.Select(row => row.Id))} "
                    + "“protect-scorm targets” lists them."
            );
        if (!File.Exists(path) && !Directory.Exists(path))
            return Refuse(ExitCodes.WrongArguments, $"There is no “{path}”.");
        if (ChromiumPath.Find(out string why) is not { } chromium)
            return Refuse(ExitCodes.NoBrowser, why);
        var findings = new List<Diagnostic>();
        using PlayedPackage? package = PlayedPackage.Open(path, options, findings);
        foreach (Diagnostic finding in findings)
            Console.Error.WriteLine(DiagnosticText.Format(finding));
        if (package is null)
            return Refuse(ExitCodes.CourseHasErrors, $"“{path}” contains nothing that can be played.");
        try
        {
            Trace trace = await new Run(chromium, package).Journey(journey, target.SimulatedLms.Value, stop);
            if (asJson)
                JsonReport.Print(
                    new PlayDocument(
                        package.Name,
                        package.Title,
                        journey,
                        target.Id,
                        target.SimulatedLms.Value,
                        Recorded.Of(trace.Launches.Last(launch => launch.Kind != LaunchKind.Part)),
                        trace.IsAsset,
                        trace.IsScorm2004,
                        trace.Parts,
                        trace.Launches
                    ),
                    ReportJson.Unescaped.PlayDocument
                );
            else
                PlayText.Write(package, journey, target, trace, Console.Out);
            if (trace.Launches.Any(launch => !launch.HasRun))
                return Refuse(ExitCodes.NoBrowser, Journeys.Unmet(journey, trace)!);
            return Journeys.Unmet(journey, trace) is { } unmet
                ? Refuse(ExitCodes.CourseHasErrors, unmet)
                : ExitCodes.Success;
        }
        catch (Exception fault) when (fault is DevToolsException or BrowserStartException or TimeoutException)
        {
            return stop.IsCancellationRequested ? ExitCodes.InternalError : Refuse(ExitCodes.NoBrowser, fault.Message);
        }
        catch (OperationCanceledException)
        {
            return Refuse(ExitCodes.InternalError, "Stopped.");
        }
    }

    private static int Refuse(int code, string why)
    {
        Console.Error.WriteLine(why);
        return code;
    }
}

/// <summary>Output of <c>play --json</c>.</summary>
/// <param name="Character">Id of the simulated LMS.</param>
/// <param name="Recorded">Record of the first part.</param>
/// <param name="Scorm2004">True for SCORM 2004, played without sequencing.</param>
/// <param name="Parts">Number of parts that report to an LMS.</param>
internal sealed record PlayDocument(
    string Package,
    string Title,
    string Journey,
    string Lms,
    string Character,
    Recorded Recorded,
    bool Asset,
    bool Scorm2004,
    int Parts,
    IReadOnlyList<TraceLaunch> Launches
);

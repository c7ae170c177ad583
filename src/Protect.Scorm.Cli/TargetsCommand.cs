using System.CommandLine;
using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli;

/// <summary><c>protect-scorm targets</c>: what is known of each LMS, with where it comes from; for one LMS, the sheet for coordinators.</summary>
internal static class TargetsCommand
{
    public static Command Create()
    {
        var lms = new Argument<string?>("lms")
        {
            Description = "One of the ids: prints the sheet for coordinators, as Markdown.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var course = new Option<string?>("--for")
        {
            Description = "The course the sheet is for: it says how that one reports.",
            HelpName = "course folder",
        };
        var language = new Option<string>("--language")
        {
            Description = "The language of the sheet: en or fr.",
            DefaultValueFactory = _ => "en",
        };
        language.AcceptOnlyFromAmong([.. SheetText.Languages]);
        var command = new Command(
            "targets",
            "Prints what is known of each LMS that a package can be made for, and where it comes from; or the sheet for one LMS."
        )
        {
            lms,
            course,
            language,
        };
        command.SetAction(arguments =>
        {
            if (arguments.GetValue(lms) is not { } id)
            {
                foreach (LmsTarget target in LmsTargets.All)
                    Print(target);
                return ExitCodes.Fine;
            }
            string[] known = [.. LmsTargets.All.Select(target => target.Id)];
            if (!known.Contains(id))
                return Refuse($"There is no LMS “{id}”.{Nearest.Hint(id, known)} “protect-scorm targets” lists them.");
            if (arguments.GetValue(course) is { } folder)
                return SheetFor(folder, LmsTargets.ById(id), arguments.GetValue(language)!);
            Console.Out.Write(
                LmsSheet
                    .Of(LmsTargets.ById(id), Tracking.Usual, hasAssessment: true, arguments.GetValue(language)!)
                    .Markdown()
            );
            return ExitCodes.Fine;
        });
        return command;
    }

    private static int SheetFor(string path, LmsTarget target, string language)
    {
        if (!Directory.Exists(path))
            return Refuse($"There is no folder “{path}”.");
        var bag = new DiagnosticBag();
        if (
            CourseReader.Read(SourceFolder.OnDisk(path, CourseArguments.Shown(path)), bag) is not { } course
            || bag.HasErrors
        )
        {
            foreach (Diagnostic finding in bag.Sorted)
                Console.Error.WriteLine(DiagnosticText.Format(finding));
            return ExitCodes.CourseHasErrors;
        }
        Console.Out.Write(LmsSheet.Of(target, course.Tracking, course.AssessmentPage is not null, language).Markdown());
        return ExitCodes.Fine;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }

    private static void Print(LmsTarget target)
    {
        Console.Out.WriteLine($"{target.Id}: {target.Name}");
        Line(
            "suspend data",
            new(
                target.SuspendData.Value.ToString("#,0", CultureInfo.InvariantCulture) + " characters",
                target.SuspendData.Source
            )
        );
        Line("commit", target.Saving);
        Line("failed", target.Failed);
        Line("mastery score", target.Mastery);
        Line("interactions", target.Interactions);
        foreach (Sourced<string> trait in LmsTraits.Describe(target))
            Line("packages", trait);
        Console.Out.WriteLine();
    }

    private static void Line(string name, Sourced<string> fact) =>
        Console.Out.WriteLine($"  {name + ":", -15}{fact.Value} [{fact.Source}]");
}

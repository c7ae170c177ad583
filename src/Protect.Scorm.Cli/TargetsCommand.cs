using System.CommandLine;
using System.Globalization;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli;

/// <summary>
/// Command <c>protect-scorm targets</c>: prints facts about each LMS with their sources, or the setup sheet for one
/// LMS.
/// </summary>
internal static class TargetsCommand
{
    public static Command Create()
    {
        var lms = new Argument<string?>("lms")
        {
            Description = "Id of an LMS; prints its setup sheet for coordinators, as Markdown.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var course = new Option<string?>("--for")
        {
            Description = "Course folder; the sheet then also describes how this course reports.",
            HelpName = "course folder",
        };
        var language = new Option<string>("--language")
        {
            Description = "Language of the sheet.",
            DefaultValueFactory = _ => "en",
        };
        language.AcceptOnlyFromAmong([.. SheetText.Languages]);
        var command = new Command(
            "targets",
            "Lists what is known about each supported LMS, with sources. With an id: prints its setup sheet."
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
                return ExitCodes.Success;
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
            return ExitCodes.Success;
        });
        return command;
    }

    private static int SheetFor(string path, LmsTarget target, string language)
    {
        if (!Directory.Exists(path))
            return Refuse($"There is no folder “{path}”.");
        var bag = new DiagnosticBag();
        var source = new CourseSource(SourceFolder.Course(path, CourseArguments.Shown(path)));
        if (source.Read(bag) is not { } course || bag.HasErrors)
        {
            foreach (Diagnostic finding in bag.Sorted)
                Console.Error.WriteLine(DiagnosticText.Format(finding));
            return ExitCodes.CourseHasErrors;
        }
        Console.Out.Write(
            LmsSheet
                .Of(
                    target,
                    course.Tracking,
                    course.AssessmentPage is not null,
                    language,
                    CourseNotices.In(source, course, language)
                )
                .Markdown()
        );
        return ExitCodes.Success;
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
        foreach (Sourced<LmsTrait> trait in target.Traits)
            Line("packages", new(LmsTraits.Describe(trait.Value), trait.Source));
        Console.Out.WriteLine();
    }

    private static void Line(string name, Sourced<string> fact) =>
        Console.Out.WriteLine($"  {name + ":", -15}{fact.Value} [{fact.Source}]");
}

using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm review</c>: lists what people must check before a release.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var output = new Option<string?>("--out")
        {
            Description = "Write to this file instead of the screen, such as my-course/REVIEW.md. Only for one course.",
            HelpName = "file",
        };
        var command = new Command(
            "review",
            "Lists what people must check before a release: translations, countries, sources, difficult pages."
        );
        courses.AddTo(command);
        command.Options.Add(output);
        command.SetAction(arguments =>
        {
            if (courses.Select(arguments) is not { } folders)
                return ExitCodes.WrongArguments;
            string? file = arguments.GetValue(output);
            if (file is not null && folders.Count > 1)
            {
                Console.Error.WriteLine("--out works for one course only. Name one course folder.");
                return ExitCodes.WrongArguments;
            }
            bool sound = true;
            foreach (string path in folders)
            {
                ReviewResult result = new CourseSession(
                    SourceFolder.Course(path, CourseArguments.Shown(path))
                ).Review();
                foreach (Diagnostic finding in result.Diagnostics)
                    Console.Error.WriteLine(DiagnosticText.Format(finding));
                sound &= result.Markdown is not null;
                if (result.Markdown is not { } review)
                    continue;
                if (file is null)
                    Console.Out.Write(review);
                else
                    File.WriteAllText(file, review);
            }
            return sound ? ExitCodes.Success : ExitCodes.CourseHasErrors;
        });
        return command;
    }
}

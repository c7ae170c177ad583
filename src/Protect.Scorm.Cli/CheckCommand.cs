using System.CommandLine;
using System.Diagnostics;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli;

/// <summary><c>protect-scorm check</c>: everything build does, without writing.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var command = new Command("check", "Finds every fault a build would find, without writing anything.");
        courses.AddTo(command);
        command.SetAction(arguments =>
        {
            if (courses.Select(arguments) is not { } folders) return ExitCodes.WrongArguments;
            Report report = Report.For(arguments.GetValue(courses.Format)!);
            bool sound = true;
            foreach (string folder in folders)
            {
                var clock = Stopwatch.StartNew();
                CompileResult result = CourseCompiler.Compile(SourceFolder.OnDisk(folder, CourseArguments.Shown(folder)), courses.Options(arguments));
                sound &= result.Zip is not null;
                report.Add(CourseArguments.Shown(folder), result, null, clock.Elapsed);
            }
            report.Finish();
            return sound ? ExitCodes.Fine : ExitCodes.CourseHasErrors;
        });
        return command;
    }
}

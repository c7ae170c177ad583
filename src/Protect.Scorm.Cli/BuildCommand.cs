using System.CommandLine;
using System.Diagnostics;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli;

/// <summary><c>protect-scorm build</c>: compiles courses and writes their zips.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var output = new Option<string>("--out") { Description = "Where the packages go.", HelpName = "folder", DefaultValueFactory = _ => "dist" };
        var command = new Command("build", "Builds SCORM 1.2 packages, ready to upload to an LMS.");
        courses.AddTo(command);
        command.Options.Add(output);
        command.SetAction(arguments =>
        {
            if (courses.Select(arguments) is not { } folders) return ExitCodes.WrongArguments;
            string outFolder = arguments.GetValue(output)!;
            if (File.Exists(outFolder))
            {
                Console.Error.WriteLine($"“{outFolder}” is a file; --out needs a folder.");
                return ExitCodes.WrongArguments;
            }
            return Build(folders, outFolder, courses.Options(arguments), Report.For(arguments.GetValue(courses.Format)!));
        });
        return command;
    }

    private static int Build(IReadOnlyList<string> folders, string outFolder, CompileOptions options, Report report)
    {
        var results = new List<CompileResult>();
        var written = new DistFolder(outFolder);
        foreach (string folder in folders)
        {
            var clock = Stopwatch.StartNew();
            CompileResult result = CourseCompiler.Compile(SourceFolder.OnDisk(folder, CourseArguments.Shown(folder)), options);
            results.Add(result);
            if (result.Zip is not null && written.Clash(result.Package!.FileName) is { } clash)
            {
                Console.Error.WriteLine($"{folder}: {clash}");
                return ExitCodes.WrongArguments;
            }
            string? path = result.Zip is null ? null : written.Write(result);
            report.Add(CourseArguments.Shown(folder), result, path, clock.Elapsed);
        }
        written.WriteChecksums();
        report.Finish();
        return results.Any(result => result.Zip is null) ? ExitCodes.CourseHasErrors : ExitCodes.Fine;
    }
}

using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Building;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Inspecting.Verdicts;

namespace Protect.Scorm.Cli;

/// <summary>
/// Command <c>protect-scorm check</c>: compiles courses without writing packages, and checks packages of any tool.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var variants = new VariantArguments();
        var packages = new PackageArguments();
        var checks = new CountryChecks();
        var command = new Command(
            "check",
            "Checks courses, or SCORM packages of any tool, and predicts problems. Writes no packages."
        );
        courses.Folders.Description =
            "Course folders, zips, or folders of zips; by default every course under courses/.";
        courses.AddTo(command, "html");
        variants.AddTo(command, withTable: true);
        packages.AddTo(command);
        checks.AddTo(command);
        command.SetAction(arguments =>
            !checks.AreAsked(arguments) ? Run(arguments, courses, variants, packages)
            : courses.Select(arguments) is { } folders
                ? checks.Run(arguments, folders, variants.AsksForTable(arguments))
            : ExitCodes.WrongArguments
        );
        return command;
    }

    private static int Run(
        ParseResult arguments,
        CourseArguments courses,
        VariantArguments variants,
        PackageArguments packages
    )
    {
        (IReadOnlyList<string> zips, IReadOnlyList<string> folders) = PackageArguments.Sort(
            arguments.GetValue(courses.Folders) ?? []
        );
        string format = arguments.GetValue(courses.Format)!;
        if (format == "html" && (zips.Count == 0 || folders.Count > 0))
            return Refuse("--format html works for zips only. Name zips, and no course folders.");
        (IReadOnlyList<PackageReport> Reports, int Code) looked = ([], ExitCodes.Success);
        if (zips.Count > 0)
        {
            if (PackageCheck.Run(arguments, packages, zips, variants.Lms(arguments), format == "text") is not { } done)
                return ExitCodes.WrongArguments;
            looked = done;
        }
        if (format == "html")
        {
            Console.Out.Write(PackagePage.Write(looked.Reports));
            return looked.Code;
        }
        Report report = Report.For(format, Console.Out);
        report.Packages = looked.Reports;
        int compiled =
            zips.Count > 0 && folders.Count == 0
                ? ExitCodes.Success
                : Compile(
                    arguments,
                    courses,
                    variants,
                    folders,
                    report,
                    format == "text" ? Console.Out : Console.Error
                );
        if (compiled == ExitCodes.WrongArguments || variants.AsksForTable(arguments))
            return compiled;
        report.Finish();
        return Math.Max(compiled, looked.Code);
    }

    private static int Compile(
        ParseResult arguments,
        CourseArguments courses,
        VariantArguments variants,
        IReadOnlyList<string> named,
        Report report,
        TextWriter notes
    )
    {
        if (
            courses.Select(arguments, named) is not { } folders
            || variants.Read(arguments, courses.Options(arguments)) is not { } chosen
        )
            return ExitCodes.WrongArguments;
        if (variants.AsksForTable(arguments))
            return CountryTable.Print(folders);
        var build = new VariantBuild(folders, chosen.Wanted, chosen.Options, chosen.Part, chosen.Parts);
        bool planned =
            build.TryPlan(report, out IReadOnlyList<VariantBuild.Planned> all)
            & BuildCommand.Skip(all, "not checked", notes);
        bool sound = build.Compile(all, report, (_, done) => new(done.Result));
        sound &= BankTable.Write(folders, report, notes);
        return sound && planned ? ExitCodes.Success : ExitCodes.CourseHasErrors;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }
}

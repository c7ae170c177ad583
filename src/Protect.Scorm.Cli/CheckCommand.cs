using System.CommandLine;
using Protect.Scorm.Cli.Reports;

namespace Protect.Scorm.Cli;

/// <summary><c>protect-scorm check</c>: everything build does, without writing.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var variants = new VariantArguments();
        var command = new Command("check", "Finds every fault a build would find, without writing anything.");
        courses.AddTo(command);
        variants.AddTo(command);
        command.SetAction(arguments =>
        {
            if (courses.Select(arguments) is not { } folders || variants.Read(arguments, courses.Options(arguments)) is not { } chosen) return ExitCodes.WrongArguments;
            if (variants.AsksForTable(arguments)) return CountryTable.Print(folders);
            Report report = Report.For(arguments.GetValue(courses.Format)!);
            var build = new VariantBuild(folders, chosen.Wanted, chosen.Options, chosen.Part, chosen.Parts);
            bool planned = build.TryPlan(report, out IReadOnlyList<VariantBuild.Planned> all);
            bool sound = build.Compile(all, report, (_, _) => (true, null));
            report.Finish();
            return sound && planned ? ExitCodes.Fine : ExitCodes.CourseHasErrors;
        });
        return command;
    }
}

using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Building;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Model;

namespace Protect.Scorm.Cli;

/// <summary>
/// Command <c>protect-scorm plan</c>: lists the packages a build would make, for people and for build systems.
/// </summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var variants = new VariantArguments();
        var json = new Option<bool>("--json") { Description = "Print JSON, for a build system that splits the work." };
        var command = new Command(
            "plan",
            "Lists the packages that “build” would make with the same options, and the state of each."
        );
        courses.AddTo(command);
        variants.AddTo(command);
        command.Options.Add(json);
        command.SetAction(arguments =>
        {
            if (
                courses.Select(arguments) is not { } folders
                || variants.Read(arguments, courses.Options(arguments)) is not { } chosen
            )
                return ExitCodes.WrongArguments;
            Report report = Report.For(arguments.GetValue(courses.Format)!, Console.Error);
            bool sound = new VariantBuild(folders, chosen.Wanted, chosen.Options, chosen.Part, chosen.Parts).TryPlan(
                report,
                out IReadOnlyList<VariantBuild.Planned> all
            );
            report.Finish();
            if (arguments.GetValue(json))
                JsonReport.Print(
                    new PlanDocument([.. all.Select(item => PlanEntry.Of(item.Shown, item.Variant))]),
                    ReportJson.Default.PlanDocument
                );
            else
                Console.Out.Write(string.Concat(all.Select(Line)));
            return sound ? ExitCodes.Success : ExitCodes.CourseHasErrors;
        });
        return command;
    }

    private static string Line(VariantBuild.Planned item) =>
        $"{(item.Variant.IsReady ? "build" : "skip ")}  {item.Shown}  {VariantArguments.Describe(item.Variant)}  "
        + $"{item.Variant.State}\n";
}

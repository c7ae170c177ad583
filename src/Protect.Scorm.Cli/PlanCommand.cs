using System.CommandLine;
using System.Text;
using System.Text.Json;
using Protect.Scorm.Cli.Reports;

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
            Report report = Report.For(arguments.GetValue(courses.Format)!);
            bool sound = new VariantBuild(folders, chosen.Wanted, chosen.Options, chosen.Part, chosen.Parts).TryPlan(
                report,
                out IReadOnlyList<VariantBuild.Planned> all
            );
            report.Finish();
            Console.Out.Write(arguments.GetValue(json) ? Json(all) : string.Concat(all.Select(Line)));
            return sound ? ExitCodes.Success : ExitCodes.CourseHasErrors;
        });
        return command;
    }

    private static string Line(VariantBuild.Planned item) =>
        $"{(item.Variant.IsReady ? "build" : "skip ")}  {item.Shown}  {BuildCommand.Describe(item.Variant)}  "
        + $"{item.Variant.State}\n";

    private static string Json(IReadOnlyList<VariantBuild.Planned> all)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("variants");
            foreach (VariantBuild.Planned item in all)
            {
                json.WriteStartObject();
                json.WriteString("course", item.Shown);
                json.WriteString("edition", item.Variant.Edition);
                json.WriteString("language", item.Variant.Language);
                json.WriteStartArray("moreLanguages");
                foreach (string tag in item.Variant.MoreLanguages)
                    json.WriteStringValue(tag);
                json.WriteEndArray();
                json.WriteString("country", item.Variant.Country);
                json.WriteString("lms", item.Variant.Lms);
                json.WriteString("size", VariantArguments.Word(item.Variant.Size));
                json.WriteBoolean("ready", item.Variant.IsReady);
                json.WriteString("state", item.Variant.State);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}

using System.CommandLine;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Cli;

/// <summary><c>protect-scorm build</c>: compiles courses and writes their zips.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var variants = new VariantArguments();
        var output = new Option<string>("--out") { Description = "Where the packages go.", HelpName = "folder", DefaultValueFactory = _ => "dist" };
        var printed = new Option<string?>("--output") { Description = "What to print beside each package: facilitator (a guide to lead sessions), workbook (for learners), or both, as HTML.", HelpName = "facilitator,workbook" };
        var vouched = new Option<bool>("--report") { Description = "Also write beside each package what it was held against, what it sends about learners and how much of each limit it uses, as a page and as JSON." };
        var command = new Command("build", "Builds SCORM 1.2 packages, ready to upload to an LMS.");
        courses.AddTo(command);
        variants.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(printed);
        command.Options.Add(vouched);
        command.SetAction(arguments =>
        {
            if (courses.Select(arguments) is not { } folders || variants.Read(arguments, courses.Options(arguments)) is not { } chosen) return ExitCodes.WrongArguments;
            if (Booklets(arguments.GetValue(printed)) is not { } booklets)
            {
                Console.Error.WriteLine($"“{arguments.GetValue(printed)}” is not facilitator, workbook or both (--output).");
                return ExitCodes.WrongArguments;
            }
            string outFolder = arguments.GetValue(output)!;
            if (File.Exists(outFolder))
            {
                Console.Error.WriteLine($"“{outFolder}” is a file; --out needs a folder.");
                return ExitCodes.WrongArguments;
            }
            return Build(new VariantBuild(folders, chosen.Wanted, chosen.Options with { Booklets = booklets }, chosen.Part, chosen.Parts), outFolder, arguments.GetValue(vouched), Report.For(arguments.GetValue(courses.Format)!));
        });
        return command;
    }

    private static Booklet[]? Booklets(string? list)
    {
        string[] names = list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return names.All(name => name is "facilitator" or "workbook") ? [.. names.Distinct().Select(name => name == "workbook" ? Booklet.Workbook : Booklet.Facilitator)] : null;
    }

    private static int Build(VariantBuild build, string outFolder, bool withReports, Report report)
    {
        var written = new DistFolder(outFolder, withReports);
        bool planned = build.TryPlan(report, out IReadOnlyList<VariantBuild.Planned> all);
        foreach (VariantBuild.Planned left in all.Where(item => !item.Variant.IsReady)) Console.Error.WriteLine($"not built: {left.Shown} {Describe(left.Variant)}: {left.Variant.State}");
        bool clashed = false;
        bool sound = build.Compile(all, report, result =>
        {
            if (written.Clash(result.Package!.FileName) is not { } clash) return (true, written.Write(result));
            Console.Error.WriteLine(clash);
            clashed = true;
            return (false, null);
        });
        written.WriteChecksums();
        report.Finish();
        return clashed ? ExitCodes.WrongArguments : sound && planned ? ExitCodes.Fine : ExitCodes.CourseHasErrors;
    }

    internal static string Describe(Variant variant) => string.Join(' ', new[] { variant.Edition, variant.Language }.Concat(variant.MoreLanguages).Append(variant.Country).Append(variant.Lms).Append(variant.Size == Model.PackageSize.Full ? null : VariantArguments.Word(variant.Size)).OfType<string>());
}

using System.CommandLine;
using System.Globalization;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Exporting;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm export</c>: writes a course in a format of other programs.</summary>
internal static class ExportCommand
{
    private static readonly (string Name, ExportFormat Format)[] Formats =
    [
        ("moodle-xml", ExportFormat.MoodleXml),
        ("gift", ExportFormat.Gift),
        ("csv", ExportFormat.Csv),
        ("xlsx", ExportFormat.Xlsx),
        ("docx", ExportFormat.Docx),
        ("markdown", ExportFormat.Markdown),
    ];

    public static Command Create()
    {
        var folder = new Argument<string>("course folder") { Description = "Folder of the course." };
        var to = new Option<string>("--to")
        {
            Description =
                "Format: the questions as moodle-xml, gift, csv or xlsx; the complete course to read as docx; or a "
                + "folder of Markdown files.",
            Required = true,
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description =
                "File to write, for markdown a new folder; by default named after the course, in this folder.",
            HelpName = "path",
        };
        var language = new Option<string?>("--language")
        {
            Description = "Language; by default the one in which the course was written.",
            HelpName = "tag",
        };
        var country = new Option<string?>("--country")
        {
            Description = "Country whose entries fill the slots; by default none.",
            HelpName = "code",
        };
        to.AcceptOnlyFromAmong([.. Formats.Select(format => format.Name)]);
        var command = new Command(
            "export",
            "Writes the questions or texts of a course for other programs, and reports what the format cannot hold."
        )
        {
            folder,
            to,
            output,
            language,
            country,
        };
        command.SetAction(arguments =>
        {
            string path = arguments.GetValue(folder)!;
            if (!Directory.Exists(path))
                return Refuse($"There is no folder “{path}”.");
            ExportFormat format = Formats.First(known => known.Name == arguments.GetValue(to)).Format;
            string? target = arguments.GetValue(output);
            if (target is not null && format == ExportFormat.Markdown && IsFull(target))
                return Refuse($"The folder “{target}” has files already. Name a new folder, or empty it.");
            var source = new CourseSource(SourceFolder.Course(path, CourseArguments.Shown(path)));
            var request = new EditionRequest
            {
                Language = arguments.GetValue(language),
                Country = arguments.GetValue(country),
            };
            return Write(CourseExport.Write(source, request, format), format, target);
        });
        return command;
    }

    private static int Write(Exported exported, ExportFormat format, string? target)
    {
        foreach (Diagnostic finding in exported.Diagnostics)
            Console.Error.WriteLine(DiagnosticText.Format(finding));
        if (exported.Files.Count == 0)
            return ExitCodes.CourseHasErrors;
        if (format == ExportFormat.Markdown)
        {
            string folder = target ?? exported.Files[0].Name.Split('/')[0];
            if (target is null && IsFull(folder))
                return Refuse($"The folder “{folder}” has files already. Name another one with --output.");
            foreach (PackageFile file in exported.Files)
                Save(Path.Combine([folder, .. file.Name.Split('/').Skip(1)]), file);
            Console.Out.WriteLine($"{folder}  {Summary(exported)}");
            return ExitCodes.Success;
        }
        string path = target ?? exported.Files[0].Name;
        Save(path, exported.Files[0]);
        Console.Out.WriteLine($"{path}  {Summary(exported)}");
        return ExitCodes.Success;
    }

    private static string Summary(Exported exported)
    {
        int lost = exported.Diagnostics.Count(finding => finding.Rule.Severity == Severity.Warning),
            changed = exported.Diagnostics.Count(finding => finding.Rule.Severity == Severity.Note);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{exported.Questions} questions in the course; {lost} losses, {changed} changes"
        );
    }

    private static bool IsFull(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();

    // Writes a temporary file and moves it, so that an interruption never leaves a half-written file.
    private static void Save(string path, PackageFile file)
    {
        InputFile.Refuse(path);
        if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
            Directory.CreateDirectory(parent);
        TemporaryFile.Write(path, new FileImage(file.Bytes));
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }
}

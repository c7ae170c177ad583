using System.CommandLine;
using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Importing;
using Protect.Scorm.Packaging;
using Protect.Scorm.Reading;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm new</c>: creates a small course to start from.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "Folder to create; its name becomes the id of the course.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var sheet = new Option<string?>("--sheet")
        {
            Description = "Instead: a table for questions with examples, to fill in and import; .csv or .xlsx.",
            HelpName = "file",
        };
        var command = new Command("new", "Creates a small example course that you can turn into your own.");
        command.Arguments.Add(folder);
        command.Options.Add(sheet);
        command.SetAction(arguments =>
            (arguments.GetValue(folder), arguments.GetValue(sheet)) switch
            {
                (null, { } file) => MakeSheet(file),
                ({ } name, null) => Make(name),
                _ => Refuse("Name the folder of the new course, or “--sheet” with a file. Nothing was written."),
            }
        );
        return command;
    }

    private static int MakeSheet(string file)
    {
        bool isWorkbook = Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);
        if (!isWorkbook && !Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            return Refuse($"“{file}” ends neither with .csv nor with .xlsx. Nothing was written.");
        if (Path.Exists(file))
            return Refuse($"“{file}” exists. Choose another name; nothing was written.");
        byte[] bytes = isWorkbook
            ? XlsxTable.Write("Questions", SheetTemplate.Rows)
            : Encoding.UTF8.GetBytes(CsvTable.Write(SheetTemplate.Rows));
        TemporaryFile.Write(file, new FileImage(bytes), overwrite: false);
        Console.Out.Write(
            $"Created {CourseArguments.Shown(file)}: one row per question, with an example of each kind.\n"
                + $"Import it: protect-scorm import {ShellWord.IfNeeded(CourseArguments.Shown(file))}\n"
        );
        return ExitCodes.Success;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }

    private static int Make(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Console.Error.WriteLine($"“{folder}” exists and is not empty. Choose another folder; nothing was written.");
            return ExitCodes.WrongArguments;
        }
        string id = StarterCourse.IdFrom(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
        foreach ((string name, string text) in StarterCourse.Files(id))
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(false));
        }
        string shown = CourseArguments.Shown(folder),
            typed = ShellWord.IfNeeded(shown);
        Console.Out.WriteLine(
            $"""
            Created a course in {shown}: course.yaml, one module, and a schema for your editor.
            View it:   protect-scorm preview {typed}
            Check it:  protect-scorm check {typed}
            Build it:  protect-scorm build {typed}
            """.ReplaceLineEndings("\n")
        );
        return ExitCodes.Success;
    }
}

using System.CommandLine;
using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Reading;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm new</c>: creates a small course to start from.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder")
        {
            Description = "Folder to create; its name becomes the id of the course.",
        };
        var command = new Command("new", "Creates a small example course that you can turn into your own.");
        command.Arguments.Add(folder);
        command.SetAction(arguments => Make(arguments.GetValue(folder)!));
        return command;
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

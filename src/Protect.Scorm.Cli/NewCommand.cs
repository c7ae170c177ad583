using System.CommandLine;
using System.Text;
using Protect.Scorm.Reading;

namespace Protect.Scorm.Cli;

/// <summary><c>protect-scorm new</c>: a small course that builds, to change into one's own.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder")
        {
            Description = "The folder to make; its name becomes the course's id.",
        };
        var command = new Command("new", "Makes a small course that builds, to change into your own.");
        command.Arguments.Add(folder);
        command.SetAction(arguments => Make(arguments.GetValue(folder)!));
        return command;
    }

    private static int Make(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Console.Error.WriteLine(
                $"“{folder}” is there already and not empty; nothing was written. Choose another folder."
            );
            return ExitCodes.WrongArguments;
        }
        string id = StarterCourse.IdFrom(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
        foreach ((string name, string text) in StarterCourse.Files(id))
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(false));
        }
        string shown = CourseArguments.Shown(folder);
        Console.Out.WriteLine(
            $"""
            Made a course in {shown}: course.yaml, one module, and a schema for your editor.
            Build it:  protect-scorm build {shown}
            Check it:  protect-scorm check {shown}
            """.ReplaceLineEndings("\n")
        );
        return ExitCodes.Success;
    }
}

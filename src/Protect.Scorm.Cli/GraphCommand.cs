using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm graph</c>: draws the paths of scenarios and dialogues.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var output = new Option<string>("--out")
        {
            Description = "Folder for the pictures.",
            DefaultValueFactory = _ => "dist",
            HelpName = "folder",
        };
        var command = new Command(
            "graph",
            "Draws the paths of scenarios and dialogues: one SVG picture and text for each."
        );
        command.Arguments.Add(courses.Folders);
        command.Options.Add(courses.Course);
        command.Options.Add(output);
        command.SetAction(arguments =>
        {
            if (courses.Select(arguments) is not { } folders)
                return ExitCodes.WrongArguments;
            bool sound = true;
            foreach (string folder in folders)
                sound &= Draw(folder, arguments.GetValue(output)!);
            return sound ? ExitCodes.Success : ExitCodes.CourseHasErrors;
        });
        return command;
    }

    private static bool Draw(string folder, string output)
    {
        var bag = new DiagnosticBag();
        Course? course = new CourseSource(SourceFolder.Course(folder, CourseArguments.Shown(folder))).Read(bag);
        Branching[] all = [.. course?.Questions.Select(item => item.Question).OfType<Branching>() ?? []];
        foreach (Branching branching in all)
        {
            BlockKinds.Of((Block)branching).Check(branching, bag);
            Directory.CreateDirectory(output);
            string path = Path.Combine(output, $"{course!.Id.Value}-{branching.Id.Value}.svg").Replace('\\', '/');
            File.WriteAllText(path, BranchingDrawing.Svg(branching));
            Console.Out.WriteLine($"{path}\n{BranchingDrawing.Text(branching)}");
        }
        foreach (Diagnostic finding in bag.Sorted)
            Console.Error.WriteLine(DiagnosticText.Format(finding));
        if (all.Length == 0 && !bag.HasErrors)
            Console.Out.WriteLine($"{CourseArguments.Shown(folder)}: no scenario or dialogue.");
        return !bag.HasErrors;
    }
}

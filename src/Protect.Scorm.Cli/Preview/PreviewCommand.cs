using System.CommandLine;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Preview;

/// <summary><c>protect-scorm preview</c>: courses and packages in a small LMS on this machine.</summary>
internal static class PreviewCommand
{
    private const int FirstPort = 4300;

    public static Command Create()
    {
        var named = new Argument<string[]>("course folder or zip") { Description = "What to show; every course under courses/ when nothing is named.", Arity = ArgumentArity.ZeroOrMore };
        var language = new Option<string?>("--language") { Description = "The language of courses that have several.", HelpName = "tag" };
        var port = new Option<int>("--port") { Description = "The port to begin with; a busy one picks the next.", DefaultValueFactory = _ => FirstPort };
        var command = new Command("preview", "Plays courses and packages in a small LMS on your own machine, and shows what an LMS would record.") { named, language, port };
        command.SetAction(async (arguments, stop) =>
        {
            string[] paths = arguments.GetValue(named) is { Length: > 0 } some ? some : Directory.Exists("courses")
                ? [.. Directory.EnumerateDirectories("courses").Where(folder => File.Exists(Path.Combine(folder, "course.yaml"))).Order(StringComparer.Ordinal)] : [];
            if (paths.Length == 0) return Refuse("There is nothing to show. Name the folder of a course, or a zip.");
            var items = new List<ShelfItem>();
            foreach (string path in paths)
            {
                string id = $"i{items.Count + 1}";
                if (File.Exists(Path.Combine(path, "course.yaml"))) items.Add(new CourseItem(id, path, new CompileOptions { Language = arguments.GetValue(language) }));
                else if (File.Exists(path)) items.Add(new ZipItem(id, CourseArguments.Shown(path), File.OpenRead(path)));
                else return Refuse(Directory.Exists(path) ? $"There is no course.yaml in “{path}”." : $"There is no “{path}”.");
            }
            foreach (Diagnostic finding in items.SelectMany(item => item.Findings)) Console.Error.WriteLine(DiagnosticText.Format(finding));
            await using PreviewServer? server = await PreviewServer.Start(items, arguments.GetValue(port), stop);
            if (server is null) return Refuse("No free port was found from there on (--port).");
            Console.Out.WriteLine($"{server.Address}  (Ctrl-C stops it)");
            await server.UntilStopped(stop);
            return ExitCodes.Fine;
        });
        return command;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }
}

using System.CommandLine;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Preview;

/// <summary><c>protect-scorm preview</c>: courses and packages in a small LMS on this machine.</summary>
internal static class PreviewCommand
{
    private const int FirstPort = 4300;

    public static Command Create()
    {
        var named = new Argument<string[]>("course folder or zip")
        {
            Description = "What to show; every course under courses/ when nothing is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var language = new Option<string?>("--language")
        {
            Description = "The language of courses that have several.",
            HelpName = "tag",
        };
        var port = new Option<int>("--port")
        {
            Description = "The port to begin with; a busy one picks the next.",
            DefaultValueFactory = _ => FirstPort,
        };
        var theme = new Option<string?>("--theme")
        {
            Description = "A folder whose files replace those of the default theme one by one.",
            HelpName = "folder",
        };
        var command = new Command(
            "preview",
            "Plays courses and packages in a small LMS on your own machine, and shows what an LMS would record."
        )
        {
            named,
            language,
            theme,
            port,
        };
        command.SetAction(
            async (arguments, stop) =>
            {
                string? themeFolder = arguments.GetValue(theme);
                if (themeFolder is not null && !Directory.Exists(themeFolder))
                    return Refuse($"There is no folder “{themeFolder}” (--theme).");
                string[] paths = arguments.GetValue(named) is { Length: > 0 } some ? some : Found();
                if (paths.Length == 0)
                    return Refuse("There is nothing to show. Name the folder of a course, or a zip.");
                var options = new CompileOptions
                {
                    Language = arguments.GetValue(language),
                    Theme = themeFolder is null
                        ? null
                        : SourceFolder.OnDisk(themeFolder, CourseArguments.Shown(themeFolder)),
                };
                UploadFile.DeleteLeftovers();
                var workspace = new Workspace();
                foreach (string path in paths)
                {
                    if (File.Exists(Path.Combine(path, "course.yaml")))
                        workspace.Add(id => new CourseItem(id, path, options, themeFolder));
                    else if (File.Exists(path))
                        workspace.Add(id => new ZipItem(id, CourseArguments.Shown(path), File.OpenRead(path)));
                    else
                        return Refuse(
                            Directory.Exists(path) ? $"There is no course.yaml in “{path}”." : $"There is no “{path}”."
                        );
                }
                foreach (Diagnostic finding in workspace.Items.SelectMany(item => item.Findings))
                    Console.Error.WriteLine(DiagnosticText.Format(finding));
                await using PreviewServer? server = await PreviewServer.Start(
                    workspace,
                    arguments.GetValue(port),
                    stop
                );
                if (server is null)
                    return Refuse("No free port was found from there on (--port).");
                Console.Out.WriteLine($"{server.Address}  (Ctrl-C stops it)");
                await server.UntilStopped(stop);
                return ExitCodes.Success;
            }
        );
        return command;
    }

    private static string[] Found() =>
        File.Exists("course.yaml") ? ["."]
        : Directory.Exists("courses")
            ?
            [
                .. Directory
                    .EnumerateDirectories("courses")
                    .Where(folder => File.Exists(Path.Combine(folder, "course.yaml")))
                    .Order(StringComparer.Ordinal),
            ]
        : [];

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }
}

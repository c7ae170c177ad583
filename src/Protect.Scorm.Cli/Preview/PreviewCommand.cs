using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Command <c>protect-scorm preview</c>: plays courses and packages in a small LMS on this machine.</summary>
internal static class PreviewCommand
{
    private const int FirstPort = 4300;

    public static Command Create()
    {
        var named = new Argument<string[]>("course folder or zip")
        {
            Description = "Course folders or zips; by default every course under courses/.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var language = new Option<string?>("--language")
        {
            Description = "Language to show, for courses that have several.",
            HelpName = "tag",
        };
        var port = new Option<int>("--port")
        {
            Description = "First port to try; the preview needs two free ports in a row.",
            DefaultValueFactory = _ => FirstPort,
        };
        var theme = new Option<string?>("--theme")
        {
            Description = "Theme: calm, plain, high-contrast, or a folder with a theme.yaml or other files of a theme.",
            HelpName = "folder",
        };
        var command = new Command(
            "preview",
            "Plays courses and packages in a small LMS on your own machine, and shows what an LMS records."
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
                if (themeFolder is not null && CourseArguments.FolderOf(themeFolder) is null)
                    return Refuse($"There is no theme “{themeFolder}” (--theme).");
                string[] paths = arguments.GetValue(named) is { Length: > 0 } some ? some : Found();
                if (paths.Length == 0)
                    return Refuse("No course was found. Name the folder of a course, or a zip.");
                var options = new CompileOptions
                {
                    Language = arguments.GetValue(language),
                    Theme = themeFolder is null ? null : CourseArguments.FolderOf(themeFolder),
                };
                UploadFile.DeleteLeftovers();
                var workspace = new Workspace();
                foreach (string path in paths)
                {
                    if (File.Exists(Path.Combine(path, "course.yaml")))
                        workspace.Add(id => new CourseItem(id, path, options, themeFolder));
                    else if (File.Exists(path))
                        workspace.Add(id => new ZipItem(
                            id,
                            CourseArguments.Shown(path),
                            InputFile.Open(path),
                            Path.GetFullPath(path)
                        ));
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
                    return Refuse("No free ports were found. Choose another number (--port).");
                Console.Out.WriteLine($"{server.Address}  (press Ctrl-C to stop)");
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

using System.CommandLine;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli;

/// <summary>What build and check have in common: which courses, with which theme, reported how.</summary>
internal sealed class CourseArguments
{
    public Argument<string[]> Folders { get; } =
        new("course folder")
        {
            Description = "Folders of courses; every course under courses/ when none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    public Option<string[]> Course { get; } =
        new("--course") { Description = "Only the courses with these ids (names of their folders).", HelpName = "id" };

    public Option<string?> ThemeFolder { get; } =
        new("--theme")
        {
            Description = "A folder whose files replace those of the default theme one by one.",
            HelpName = "folder",
        };

    public Option<string> Format { get; } =
        new("--format") { Description = "How findings are printed.", DefaultValueFactory = _ => "text" };

    public void AddTo(Command command, params string[] moreFormats)
    {
        Format.AcceptOnlyFromAmong(["text", "json", "sarif", .. moreFormats]);
        command.Arguments.Add(Folders);
        command.Options.Add(Course);
        command.Options.Add(ThemeFolder);
        command.Options.Add(Format);
    }

    /// <summary>The folders to compile, of those named, or null after saying what is wrong with the arguments.</summary>
    public IReadOnlyList<string>? Select(ParseResult arguments, IReadOnlyList<string>? named = null)
    {
        if (arguments.GetValue(ThemeFolder) is { } theme && !Directory.Exists(theme))
            return Refuse($"There is no folder “{theme}” (--theme).");
        string[] folders = [.. named ?? arguments.GetValue(Folders) ?? []];
        foreach (string folder in folders)
        {
            if (!Directory.Exists(folder))
                return Refuse($"There is no folder “{folder}”.");
        }
        if (folders.Length == 0)
            folders = Found();
        if (folders.Length == 0)
            return Refuse(
                "There is no courses/ folder here. Name the folder of a course, or make one with “protect-scorm new my-course”."
            );

        string[] wanted = arguments.GetValue(Course) ?? [];
        string[] names = [.. folders.Select(Name)];
        if (wanted.FirstOrDefault(id => !names.Contains(id)) is { } unknown)
            return Refuse($"There is no course “{unknown}”.{Nearest.Hint(unknown, names)}");
        return wanted.Length == 0 ? folders : [.. folders.Where(folder => wanted.Contains(Name(folder)))];
    }

    public CompileOptions Options(ParseResult arguments) =>
        new()
        {
            Theme = arguments.GetValue(ThemeFolder) is { } theme ? SourceFolder.OnDisk(theme, Shown(theme)) : null,
        };

    /// <summary>The path as it was typed, with forward slashes, as it stands in messages.</summary>
    public static string Shown(string folder) =>
        folder.Replace('\\', '/').TrimEnd('/') is var path && path is "." or "" ? "" : path;

    private static string Name(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private static string[] Found()
    {
        if (File.Exists("course.yaml"))
            return ["."];
        return Directory.Exists("courses")
            ?
            [
                .. Directory
                    .EnumerateDirectories("courses")
                    .Where(folder => File.Exists(Path.Combine(folder, "course.yaml")))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    private static IReadOnlyList<string>? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}

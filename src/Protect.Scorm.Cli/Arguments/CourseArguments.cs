using System.CommandLine;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Cli.Arguments;

/// <summary>Arguments shared by several commands: courses, theme, and format of the findings.</summary>
internal sealed class CourseArguments
{
    public Argument<string[]> Folders { get; } =
        new("course folder")
        {
            Description = "Course folders; by default every course under courses/.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    public Option<string[]> Course { get; } =
        new("--course") { Description = "Only the courses with these ids (folder names).", HelpName = "id" };

    public Option<string?> ThemeFolder { get; } =
        new("--theme")
        {
            Description = "Theme: calm, plain, high-contrast, or a folder with a theme.yaml or other files of a theme.",
            HelpName = "folder",
        };

    public Option<string> Format { get; } =
        new("--format") { Description = "Format of the findings.", DefaultValueFactory = _ => "text" };

    public void AddTo(Command command, params string[] moreFormats)
    {
        Format.AcceptOnlyFromAmong(["text", "json", "sarif", .. moreFormats]);
        command.Arguments.Add(Folders);
        command.Options.Add(Course);
        command.Options.Add(ThemeFolder);
        command.Options.Add(Format);
    }

    /// <summary>Returns the folders to compile; null after printing what is wrong with the arguments.</summary>
    public IReadOnlyList<string>? Select(ParseResult arguments, IReadOnlyList<string>? named = null)
    {
        if (arguments.GetValue(ThemeFolder) is { } theme && FolderOf(theme) is null)
            return Refuse(
                $"There is no folder “{theme}” (--theme), and no theme of that name ships with the tool."
                    + Nearest.Hint(theme, ThemeFile.Shipped)
            );
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
                "No course was found: there is no courses/ folder here. "
                    + "Name the folder of a course, or create one with “protect-scorm new my-course”."
            );

        string[] wanted = arguments.GetValue(Course) ?? [];
        string[] names = [.. folders.Select(Name)];
        if (wanted.FirstOrDefault(id => !names.Contains(id)) is { } unknown)
            return Refuse($"There is no course “{unknown}”.{Nearest.Hint(unknown, names)}");
        return wanted.Length == 0 ? folders : [.. folders.Where(folder => wanted.Contains(Name(folder)))];
    }

    public CompileOptions Options(ParseResult arguments) =>
        new() { Theme = arguments.GetValue(ThemeFolder) is { } theme ? FolderOf(theme) : null };

    /// <summary>Returns a folder on the disk, or the theme of that name that ships; null for neither.</summary>
    public static SourceFolder? FolderOf(string theme) =>
        Directory.Exists(theme) ? SourceFolder.OnDisk(theme, Shown(theme)) : Theme.ShippedTheme(theme);

    /// <summary>Returns the path as messages show it: as typed, with forward slashes; empty for “.”.</summary>
    public static string Shown(string folder) =>
        folder.Replace('\\', '/').TrimEnd('/') is var path && path is "." or "" ? "" : path;

    private static string Name(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    /// <summary>Returns the course here, or the courses under courses/.</summary>
    public static string[] Found()
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

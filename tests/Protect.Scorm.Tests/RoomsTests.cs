using System.Text.RegularExpressions;

namespace Protect.Scorm.Tests;

/// <summary>
/// The rooms of src/README.md as data: a room is a namespace and a folder of the library. It uses only rooms above
/// it, and steps never use each other.
/// </summary>
public sealed partial class RoomsTests
{
    // In the order of the data flow. Each room below may use the foundations; steps use nothing else.
    private static readonly string[] Foundations = ["Diagnostics", "Formulas", "Yaml", "Model", "Targets", "Content"];
    private static readonly string[] Steps =
    [
        "Reading",
        "Checking",
        "Rendering",
        "Playing",
        "Packaging",
        "Inspecting",
        "Translating",
    ];

    // Each uses the rooms above, the steps, and those before it. The root namespace, the front door, uses them all.
    private static readonly string[] Joints = ["Editions", "Assembling", "Reporting", "Importing", "Exporting"];

    // Rooms inside Inspecting, in the order of the data flow. Each uses those before it.
    private static readonly string[] Inspecting =
    [
        "Zips",
        "Manifests",
        "Scanning",
        "Rules",
        "Opening",
        "Running",
        "Checks",
        "Verdicts",
        "OwnPackages",
    ];

    // Rooms of the command, in order. Rooms of one line share the documents that they print. Files in the folder of
    // the project itself are the commands; they use all rooms, and no room uses them.
    private static readonly string[][] Command =
    [
        ["Chromium"],
        ["Arguments"],
        ["Play", "Packages", "Reports"],
        ["Media"],
        ["Building"],
        ["Preview"],
    ];

    [Fact(DisplayName = "A room inside Inspecting uses only those before it")]
    public void InspectingInOrder()
    {
        var wrong = new List<string>();
        foreach ((string file, string[] path) in Folders("Protect.Scorm").Where(item => item.Path[0] == "Inspecting"))
        {
            Assert.True(path.Length == 3 && Inspecting.Contains(path[1]), file);
            Assert.Contains($"namespace Protect.Scorm.Inspecting.{path[1]};", File.ReadAllText(file));
            foreach (string used in SubRooms().Matches(CodeOf(file)).Select(match => match.Groups[1].Value))
                if (Array.IndexOf(Inspecting, used) > Array.IndexOf(Inspecting, path[1]))
                    wrong.Add($"{path[2]}: {path[1]} uses {used}");
        }
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "The root namespace is the front door: rooms do not use it, and it has few files")]
    public void RootIsFrontDoor()
    {
        string[] root = [.. Folders("Protect.Scorm").Where(item => item.Path.Length == 1).Select(item => item.File)];
        Assert.InRange(root.Length, 1, 6);
        string types = string.Join(
            '|',
            root.SelectMany(file => Types().Matches(CodeOf(file))).Select(match => match.Groups[1].Value)
        );
        Assert.Contains("CourseCompiler", types);
        Assert.Equal(
            [],
            Folders("Protect.Scorm")
                .Where(item => item.Path.Length > 1)
                .SelectMany(
                    item => Regex.Matches(CodeOf(item.File), $@"(?<![\w.])({types})\b"),
                    (item, match) => (item, match)
                )
                .Select(used => $"{used.item.Path[^1]} uses {used.match.Value}")
                .Distinct()
        );
    }

    [Fact(DisplayName = "A room of the command uses only rooms above it, and none uses a command")]
    public void CommandInOrder()
    {
        var files = Folders("Protect.Scorm.Cli").ToList();
        int Level(string room) => Array.FindIndex(Command, rooms => rooms.Contains(room));
        string commands = string.Join(
            '|',
            files
                .Where(item => item.Path.Length == 1)
                .SelectMany(item => Types().Matches(CodeOf(item.File)))
                .Select(match => match.Groups[1].Value)
        );
        Assert.Contains("BuildCommand", commands);
        var wrong = new List<string>();
        foreach ((string file, string[] path) in files.Where(item => item.Path.Length > 1))
        {
            Assert.True(Level(path[0]) >= 0, file);
            string code = CodeOf(file);
            Assert.Contains($"namespace Protect.Scorm.Cli.{path[0]};", code);
            wrong.AddRange(
                CommandRooms()
                    .Matches(code)
                    .Select(match => match.Groups[1].Value)
                    .Where(used => Level(used) > Level(path[0]))
                    .Concat(Regex.Matches(code, $@"(?<![\w.])({commands})\b").Select(match => match.Value))
                    .Distinct()
                    .Select(used => $"{path[^1]}: {path[0]} uses {used}")
            );
        }
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "A room uses only rooms above it")]
    public void OnlyRoomsAbove()
    {
        var wrong = new List<string>();
        foreach ((string file, string room) in Files())
        {
            int index = Array.IndexOf(Foundations, room),
                joint = Array.IndexOf(Joints, room);
            string[] allowed =
                index >= 0 ? Foundations[..index]
                : joint >= 0 ? [.. Foundations, .. Steps, .. Joints[..joint]]
                : Foundations;
            foreach (string used in Uses(file).Where(used => used != room && !allowed.Contains(used)))
                wrong.Add($"{Path.GetFileName(file)}: {room} uses {used}");
        }
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "Every folder of the library is a known room, and its files have its namespace")]
    public void FoldersAreRooms()
    {
        foreach ((string file, string room) in Files())
        {
            Assert.Contains(room, Foundations.Concat(Steps).Concat(Joints));
            Assert.Matches($@"\nnamespace Protect\.Scorm\.{room}(\.\w+)?;", "\n" + File.ReadAllText(file));
        }
    }

    [Fact(DisplayName = "No global using hides a dependency")]
    public void NoGlobalUsings() =>
        Assert.All(
            Sources("src", ".cs", ".csproj"),
            file => Assert.DoesNotMatch(@"global using|<Using ", File.ReadAllText(file))
        );

    [Theory(DisplayName = "Source files stay small, in lines and in characters; only tables of rules may be long")]
    [InlineData(".cs", 500, 21_000)]
    [InlineData(".ts", 300, 10_000)]
    public void FilesAreSmall(string extension, int lines, int characters)
    {
        IEnumerable<string> large = Sources("src", extension)
            .Where(file => !Tables().IsMatch(file))
            .Select(file => (Name: Relative(file), Text: File.ReadAllText(file)))
            .Where(file => file.Text.Count(c => c == '\n') > lines || file.Text.Length > characters)
            .Select(file => $"{file.Name}: {file.Text.Count(c => c == '\n')} lines, {file.Text.Length} characters");
        string list = string.Join('\n', large);
        Assert.True(list == "", list);
    }

    [Theory(DisplayName = "No line of C#, TypeScript or CSS is over 120 columns, except in tables of rules")]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("templates")]
    public void LinesAreShort(string folder)
    {
        string[] files = [.. Sources(folder, ".cs", ".ts", ".css").Where(file => !file.EndsWith("Rules.cs"))];
        Assert.NotEmpty(files);
        IEnumerable<string> wide = files.SelectMany(file =>
            File.ReadLines(file)
                .Select((line, index) => (line.Length, Place: $"{Relative(file)}:{index + 1}"))
                .Where(line => line.Length > 120)
                .Select(line => $"{line.Place}: {line.Length} columns")
        );
        string list = string.Join('\n', wide);
        Assert.True(list == "", list);
    }

    private static IEnumerable<string> Sources(string folder, params string[] extensions) =>
        Directory
            .EnumerateFiles(Repository.At(folder), "*", SearchOption.AllDirectories)
            .Where(file => IsSource(file) && extensions.Contains(Path.GetExtension(file)));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file);

    private static bool IsSource(string file) =>
        !file.Contains("/obj/")
        && !file.Contains("/bin/")
        && !file.Contains("/node_modules/")
        && !file.Contains("/out/");

    private static IEnumerable<(string File, string Room)> Files()
    {
        string library = Repository.At("src", "Protect.Scorm");
        return Sources(Path.Combine("src", "Protect.Scorm"), ".cs")
            .Select(file => (file, Path.GetRelativePath(library, file).Replace('\\', '/').Split('/')))
            .Where(f => f.Item2.Length > 1)
            .Select(f => (f.file, f.Item2[0]));
    }

    private static IEnumerable<(string File, string[] Path)> Folders(string project) =>
        Sources(Path.Combine("src", project), ".cs")
            .Select(file =>
                (file, Path.GetRelativePath(Repository.At("src", project), file).Replace('\\', '/').Split('/'))
            );

    private static string CodeOf(string file) => Comments().Replace(File.ReadAllText(file), "");

    // Finds using directives, full names in code ("Protect.Scorm.X.Y"), and names relative to our namespace ("X.Y").
    private static IEnumerable<string> Uses(string file)
    {
        string text = CodeOf(file);
        IEnumerable<string> named = Named().Matches(text).Select(m => m.Groups[1].Value);
        string rooms = string.Join("|", Foundations.Concat(Steps).Concat(Joints));
        IEnumerable<string> relative = Regex
            .Matches(text, $@"(?<![\w.])({rooms})\.[A-Z]")
            .Select(m => m.Groups[1].Value);
        return named.Concat(relative).Distinct();
    }

    [GeneratedRegex(@"Protect\.Scorm\.Inspecting\.(\w+)")]
    private static partial Regex SubRooms();

    [GeneratedRegex(@"Protect\.Scorm\.Cli\.(\w+)")]
    private static partial Regex CommandRooms();

    [GeneratedRegex(@"\b(?:class|record|enum|interface|struct)\s+([A-Z]\w+)")]
    private static partial Regex Types();

    [GeneratedRegex(@"Rules\.cs$")]
    private static partial Regex Tables();

    [GeneratedRegex(@"Protect\.Scorm\.(\w+)")]
    private static partial Regex Named();

    [GeneratedRegex("//.*|\"[^\"\n]*\"")]
    private static partial Regex Comments();
}

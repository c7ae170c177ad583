using System.Text.RegularExpressions;

namespace Protect.Scorm.Tests;

/// <summary>The plan of the house as data. A room uses only rooms above it, and steps never use each other.</summary>
public sealed partial class RoomsTests
{
    // In the order the data flows. The first five may be used by all below them; the steps use only those.
    private static readonly string[] Foundations = ["Diagnostics", "Yaml", "Model", "Targets", "Content"];
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

    [Fact(DisplayName = "A room uses only rooms above it")]
    public void ArrowsGoUp()
    {
        var wrong = new List<string>();
        foreach ((string file, string room) in Files())
        {
            int floor = Array.IndexOf(Foundations, room);
            string[] allowed = floor >= 0 ? Foundations[..floor] : Foundations;
            foreach (string used in Uses(file).Where(used => used != room && !allowed.Contains(used)))
                wrong.Add($"{Path.GetFileName(file)}: {room} uses {used}");
        }
        Assert.Empty(wrong);
    }

    [Fact(DisplayName = "Every folder of the library is a room of the plan, and its files say so")]
    public void FoldersAreRooms()
    {
        foreach ((string file, string room) in Files())
        {
            Assert.Contains(room, Foundations.Concat(Steps));
            Assert.Contains($"namespace Protect.Scorm.{room};", File.ReadAllText(file));
        }
    }

    [Fact(DisplayName = "No global using hides an arrow")]
    public void NothingIsHidden()
    {
        foreach (
            string file in Directory
                .EnumerateFiles(Repository.At("src"), "*.cs*", SearchOption.AllDirectories)
                .Where(IsSource)
        )
            Assert.DoesNotMatch(@"global using|<Using ", File.ReadAllText(file));
    }

    [Fact(DisplayName = "Source files stay small")]
    public void FilesAreSmall()
    {
        var large = Directory
            .EnumerateFiles(Repository.At("src"), "*.*", SearchOption.AllDirectories)
            .Where(IsSource)
            .Where(file =>
                file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".ts", StringComparison.Ordinal)
            )
            .Select(file => (file, lines: File.ReadLines(file).Count()))
            .Where(f => f.lines > (f.file.EndsWith(".ts", StringComparison.Ordinal) ? 200 : 300))
            .Select(f => $"{f.file}: {f.lines}");
        Assert.Empty(large);
    }

    private static bool IsSource(string file) =>
        !file.Contains("/obj/")
        && !file.Contains("/bin/")
        && !file.Contains("/node_modules/")
        && !file.Contains("/out/");

    private static IEnumerable<(string File, string Room)> Files()
    {
        string library = Repository.At("src", "Protect.Scorm");
        return Directory
            .EnumerateFiles(library, "*.cs", SearchOption.AllDirectories)
            .Where(IsSource)
            .Select(file => (file, Path.GetRelativePath(library, file).Replace('\\', '/').Split('/')))
            .Where(f => f.Item2.Length > 1)
            .Select(f => (f.file, f.Item2[0]));
    }

    // Also "Protect.Scorm.X.Y" written out in code, and "X.Y" from inside our own namespace.
    private static IEnumerable<string> Uses(string file)
    {
        string text = Comments().Replace(File.ReadAllText(file), "");
        IEnumerable<string> named = Named().Matches(text).Select(m => m.Groups[1].Value);
        string rooms = string.Join("|", Foundations.Concat(Steps));
        IEnumerable<string> relative = Regex
            .Matches(text, $@"(?<![\w.])({rooms})\.[A-Z]")
            .Select(m => m.Groups[1].Value);
        return named.Concat(relative).Distinct();
    }

    [GeneratedRegex(@"Protect\.Scorm\.(\w+)")]
    private static partial Regex Named();

    [GeneratedRegex("//.*|\"[^\"\n]*\"")]
    private static partial Regex Comments();
}

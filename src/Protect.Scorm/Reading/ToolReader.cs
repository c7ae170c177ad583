using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Reads the files in <c>tools/</c> that course.yaml lists.</summary>
internal static class ToolReader
{
    private const string Folder = "tools/",
        Ending = ".yaml",
        Address = "tool.";

    /// <summary>Returns the path of a tool's file.</summary>
    public static string PathOf(string id) => Folder + id + Ending;

    /// <summary>Returns the start of the addresses of a file's texts; a tool is known by its file name.</summary>
    public static string AddressOf(string path, string shape) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(Ending, StringComparison.Ordinal)
            ? Address + path[Folder.Length..^Ending.Length]
            : shape;

    /// <summary>Returns true for a text of a tool.</summary>
    public static bool IsInTool(TextPlace place) => place.Address.StartsWith(Address, StringComparison.Ordinal);

    /// <summary>Reads the tools in the order of course.yaml. Reports missing, repeated and unlisted files.</summary>
    public static IReadOnlyList<Tool> Read(
        CourseText text,
        IReadOnlyList<Located<string>> names,
        DiagnosticBag bag,
        SlotFiller? fill
    )
    {
        string[] present =
        [
            .. text
                .Folder.Files.Where(file =>
                    file.StartsWith(Folder, StringComparison.Ordinal)
                    && file.EndsWith(Ending, StringComparison.Ordinal)
                    && !file[Folder.Length..].Contains('/')
                )
                .Select(file => file[Folder.Length..^Ending.Length]),
        ];
        var tools = new List<Tool>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (Located<string> name in names)
        {
            if (!used.Add(name.Value))
                bag.Add(ToolRules.RepeatedTool, name.Span, name.Value);
            else if (!present.Contains(name.Value))
                bag.Add(ToolRules.MissingTool, name.Span, name.Value, Nearest.Hint(name.Value, present));
            else if (text.Read(PathOf(name.Value), ToolFile.Fields, bag, fill) is { } tool)
                tools.Add(tool with { Id = new Located<string>(name.Value, tool.Id.Span) });
        }
        foreach (string name in present.Except(used))
            bag.Add(ToolRules.UnlistedTool, SourceFile.WithoutText(text.Folder.Display(PathOf(name))).Start, name);
        return tools;
    }
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Targets;

/// <summary>Reads target files. Each describes one LMS; its name without <c>.yaml</c> is the id of the LMS.</summary>
internal static class TargetFiles
{
    private const string Extension = ".yaml";

    /// <summary>Reads the files of a folder; those with errors, which are reported, are left out.</summary>
    public static IReadOnlyList<LmsTarget> Read(SourceFolder folder, DiagnosticBag bag) =>
        [
            .. folder
                .Files.Where(file => file.EndsWith(Extension, StringComparison.Ordinal))
                .Select(file => Read(folder, file, bag))
                .OfType<LmsTarget>(),
        ];

    private static LmsTarget? Read(SourceFolder folder, string file, DiagnosticBag bag)
    {
        if (YamlDocument.Read(folder.Display(file), folder.Read(file), bag) is not { } root)
            return null;
        if (root is not YamlMap map)
        {
            bag.AddWrongType(root.Span, file, "a group of fields", root.Noun);
            return null;
        }
        IReadOnlyList<TargetSource> sources = [];
        if (map.Find("sources") is { } entry)
            TargetShapes.Sources.TryRead(entry.Value, "sources", bag, out sources);
        return TargetShapes.Target(file[..^Extension.Length], sources ?? []).Read(map, bag);
    }
}

/// <summary>A source that the facts of a target file refer to by its id.</summary>
internal sealed record TargetSource(string Id, SheetText Text);

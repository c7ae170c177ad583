using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Rendering;

/// <summary>
/// The files that decide how a course looks, layered: a folder given on the command line over the course's own over the built-in theme.
/// A missing file falls back, one by one.
/// </summary>
internal sealed class Theme
{
    private readonly IReadOnlyList<SourceFolder> _layers;
    private readonly SourceFolder _templates = SourceFolder.Embedded("theme");
    private readonly SourceFolder _styles = SourceFolder.Embedded("bundle");

    public Theme(IReadOnlyList<SourceFolder> layers, DiagnosticBag bag)
    {
        _layers = layers;
        string[] known = [.. _templates.Files, "theme.css", .. BlockKinds.All.Select(StylePath)];
        foreach (SourceFolder layer in layers)
        {
            foreach (string file in layer.Files.Where(file => !known.Contains(file) && !IsLanguage(file)))
                bag.Add(RenderingRules.UnknownThemeFile, SourceFile.WithoutText(layer.Display(file)).Start, file, Nearest.Hint(file, known));
        }
    }

    /// <summary>Languages the player has strings in.</summary>
    public IReadOnlyList<string> Languages => [.. _layers.Append(_templates).SelectMany(layer => layer.Files).Where(IsLanguage)
        .Select(file => Path.GetFileNameWithoutExtension(file)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The folder that holds a file of the theme and wins.</summary>
    public SourceFolder FolderOf(string path) => _layers.FirstOrDefault(layer => layer.Exists(path)) ?? _templates;

    /// <summary>The style of a course: the theme's own, then that of each kind in use.</summary>
    public string Style(IEnumerable<BlockKind> kinds) =>
        string.Concat(kinds.Select(kind => Css(StylePath(kind))).Prepend(Css("theme.css"))).ReplaceLineEndings("\n").Trim();

    private static bool IsLanguage(string path) => path.StartsWith("strings/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal);

    internal static string FolderName(BlockKind kind) => kind is IQuestionKind ? "questions" : "blocks";

    private static string StylePath(BlockKind kind) => $"{FolderName(kind)}/{kind.Slug}.css";

    private string Css(string path)
    {
        if (_layers.FirstOrDefault(layer => layer.Exists(path)) is { } own) return own.Text(path)?.Text ?? "";
        string bundled = path.Replace("questions/", "question-").Replace("blocks/", "block-");
        return _styles.Exists(bundled) ? _styles.Text(bundled)!.Text : "";
    }
}

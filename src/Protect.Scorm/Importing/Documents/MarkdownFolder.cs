using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Documents;

/// <summary>
/// Reads a folder of Markdown, as mdBook, Docusaurus and Obsidian arrange it: <c>SUMMARY.md</c>, or else folders, front
/// matter and numbers decide about modules and pages. One Markdown file alone is read by its headings.
/// </summary>
internal sealed class MarkdownFolder
{
    private const int MostFiles = 2_000;
    private const long MostBytes = 64_000_000;

    private readonly ImportSource _source;
    private readonly SourceFolder _folder;
    private readonly LossReport _losses = new();
    private readonly DraftCourse _draft = new();
    private readonly HtmlReader _html;
    private readonly Dictionary<string, MarkdownPage> _pages = new(StringComparer.Ordinal);
    private readonly MarkdownLinks _links;
    private string? _root;

    private MarkdownFolder(ImportSource source, SourceFolder folder)
    {
        (_source, _folder) = (source, folder);
        _html = new HtmlReader(_draft, _losses);
        _links = new MarkdownLinks(folder, _pages);
    }

    /// <summary>Returns true for a folder with Markdown, and for a Markdown file.</summary>
    public static bool Knows(ImportSource source) =>
        source.Folder is { } folder
            ? folder.Files.Any(IsMarkdown)
            : source.Extension is ".md" or ".markdown" or ".mdx" && source.Text is not null;

    /// <summary>Reads a folder or a file.</summary>
    public static ImportResult Read(ImportSource source, ImportOptions options)
    {
        SourceFolder? folder = source.Folder;
        if (folder is null && source.Text is null)
            return ImportResult.Failed(
                source,
                ImportingRules.Unreadable,
                "it is not UTF-8 text, or it is larger than 16 MB"
            );
        folder ??= SourceFolder.InMemory(new Dictionary<string, byte[]> { [source.Name + ".md"] = source.Bytes });
        return new MarkdownFolder(source, folder).Read(source.Folder is null);
    }

    private static bool IsMarkdown(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown" or ".mdx"
        && !path.Split('/').Any(part => part is "node_modules" || part.StartsWith('.'));

    private ImportResult Read(bool isFile)
    {
        Load();
        if (isFile && _pages.Count == 1)
        {
            MarkdownPage only = _pages.Values.First();
            string title = only.FrontTitle ?? _source.Name;
            if (only.FrontTitle is not null)
                _draft.Title = title;
            new DocumentDraft(_draft, _losses).Add(Parts(only), title);
            _draft.Title ??= only.Title;
        }
        else if (_pages.Keys.FirstOrDefault(path => Path.GetFileName(path) == "SUMMARY.md") is { } summary)
            Book(summary);
        else
            Tree();
        if (_draft.Modules.Count == 0 && !_losses.HasErrors)
            _losses.Add(ImportingRules.Nothing, _source.Start, _source.Path);
        return new ImportResult(_draft, _losses.All);
    }

    private void Load()
    {
        long bytes = 0;
        foreach (string path in _folder.Files.Where(IsMarkdown))
        {
            bytes += _folder.Size(path) ?? 0;
            if (_pages.Count >= MostFiles || bytes > MostBytes)
            {
                _losses.Add(
                    ImportingRules.TooLarge,
                    _source.Start,
                    _source.Path,
                    $"it has more than {MostFiles} Markdown files, or more than {MostBytes / 1_000_000} MB of them"
                );
                return;
            }
            SourceSpan place = SourceFile.WithoutText(_folder.Display(path)).Start;
            if (_folder.IsSpecial(path) || _folder.Size(path) is not <= ImportLimits.MostTextBytes)
                _losses.Add(ImportingRules.ItemLost, place, path, "it is larger than 16 MB, or no ordinary file");
            else if (_folder.Text(path) is not { } file)
                _losses.Add(ImportingRules.ItemLost, place, path, "it is not UTF-8 text");
            else
                _pages[path] = new MarkdownPage(path, file, _pages.Count + 1);
        }
    }

    /// <summary>Reads a book by its list of chapters.</summary>
    private void Book(string summaryPath)
    {
        MarkdownPage summary = _pages[summaryPath];
        string folder = summaryPath.Contains('/') ? summaryPath[..(summaryPath.LastIndexOf('/') + 1)] : "";
        var arranged = new DocumentDraft(_draft, _losses);
        var used = new HashSet<string>(StringComparer.Ordinal) { summaryPath };
        bool hasParts = summary.Chapters.Any(chapter => chapter.Depth < 0);
        bool isFirst = true;
        foreach (MarkdownChapter chapter in summary.Chapters)
        {
            if (chapter.Depth < 0 || (!hasParts && chapter.Depth == 0) || (isFirst && chapter.Depth >= 0))
                arranged.Module(chapter.Title, chapter.Path ?? chapter.Title);
            isFirst = false;
            if (chapter.Depth < 0)
                continue;
            string? path = chapter.Path is null ? null : MarkdownLinks.Combine(folder, chapter.Path);
            if (path is null || !_pages.TryGetValue(path, out MarkdownPage? page))
                _losses.Add(
                    ImportingRules.ItemLost,
                    new SourceSpan(summary.File, chapter.Line, 1, 1),
                    chapter.Title,
                    chapter.Path is null ? "the chapter is a draft without a file" : "there is no such file"
                );
            else if (used.Add(path))
                Page(arranged, page, chapter.Title);
        }
        foreach (MarkdownPage page in _pages.Values.Where(page => !used.Contains(page.Path)))
            _losses.Add(ImportingRules.ItemLost, page.File.Start, page.Path, "SUMMARY.md does not name it");
        WithoutEmpty();
    }

    /// <summary>Reads folders as modules and files as pages.</summary>
    private void Tree()
    {
        string root = _root ??= MarkdownLinks.CommonFolder(_pages.Keys);
        var arranged = new DocumentDraft(_draft, _losses);
        IEnumerable<IGrouping<string, MarkdownPage>> modules = _pages
            .Values.GroupBy(page =>
                page.Path[root.Length..] is var rest && rest.Contains('/') ? rest.Split('/')[0] : ""
            )
            .OrderBy(module => module.Key.Length > 0)
            .ThenBy(module => Position(root + module.Key, module.Key))
            .ThenBy(module => module.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, MarkdownPage> module in modules)
        {
            MarkdownPage[] pages =
            [
                .. module
                    .OrderBy(page => OrderOf(page, root), PathOrder.Instance)
                    .ThenBy(page => page.Path, StringComparer.Ordinal),
            ];
            string title =
                module.Key.Length == 0
                    ? pages.FirstOrDefault(page => page.IsIndex)?.Title ?? _source.Name
                    : Label(root + module.Key)
                        ?? pages.FirstOrDefault(page => page.IsIndex)?.Title
                        ?? Named(module.Key);
            arranged.Module(title, module.Key.Length == 0 ? title : module.Key);
            foreach (MarkdownPage page in pages)
                Page(arranged, page, page.FrontTitle ?? page.Title);
        }
        WithoutEmpty();
    }

    private void WithoutEmpty() => _draft.Modules.RemoveAll(module => module.Pages.Count == 0);

    private void Page(DocumentDraft arranged, MarkdownPage page, string title)
    {
        List<HtmlPart> parts = Parts(page);
        if (parts is [HeadingPart { Level: 1 }, ..])
            parts = parts[1..];
        int level = parts.OfType<HeadingPart>().Select(heading => heading.Level).DefaultIfEmpty(2).Min() - 1;
        arranged.Page(parts, MarkdownText.Plain(title), level, SourceId(page), page.LinkName);
    }

    /// <summary>Returns the path of a page below the folder of all pages, without extension and “index”.</summary>
    private string SourceId(MarkdownPage page)
    {
        string path = page.Path[(_root ??= MarkdownLinks.CommonFolder(_pages.Keys)).Length..];
        string name = path[..^Path.GetExtension(path).Length];
        return page.IsIndex && name.Contains('/') ? name[..name.LastIndexOf('/')] : name;
    }

    private List<HtmlPart> Parts(MarkdownPage page)
    {
        var source = new MarkdownSource(page, _links, _losses);
        var place = new HtmlPlace(page.Title, page.File.Start)
        {
            File = page.File,
            Picture = address => _links.Picture(page.Path, address),
            Link = address => _links.Link(page.Path, address),
        };
        return _html.SingleParts(source.Html(), place);
    }

    /// <summary>Returns the numbers by which a page is sorted: one for each folder, then its own.</summary>
    private double[] OrderOf(MarkdownPage page, string root)
    {
        string[] names = page.Path[root.Length..].Split('/');
        var order = new List<double>();
        for (int depth = 1; depth < names.Length - 1; depth++)
            order.Add(Position(root + string.Join('/', names[..(depth + 1)]), names[depth]));
        order.Add(page.IsIndex ? -1 : page.Position ?? MarkdownPage.NumberOf(names[^1]) ?? 1_000);
        return [.. order];
    }

    private double Position(string folder, string name) =>
        CategoryField(folder, "position") is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double position)
            ? position
            : MarkdownPage.NumberOf(name) ?? 1_000;

    private string? Label(string folder) =>
        CategoryField(folder, "label") is { Length: > 0 } label ? MarkdownText.Plain(label) : null;

    private string? CategoryField(string folder, string field)
    {
        foreach (string name in new[] { "_category_.json", "_category_.yml", "_category_.yaml" })
            if (
                _folder.Size($"{folder}/{name}") is <= 100_000
                && _folder.Text($"{folder}/{name}") is { Text: var text }
            )
                return name.EndsWith("json", StringComparison.Ordinal)
                    ? JsonField.Of(text, field)
                    : FrontMatter.Read(text.Split('\n')).GetValueOrDefault(field);
        return null;
    }

    private static string Named(string folder) => MarkdownPage.Words(folder);

    private sealed class PathOrder : IComparer<double[]>
    {
        public static PathOrder Instance { get; } = new();

        public int Compare(double[]? one, double[]? other)
        {
            for (int at = 0; at < Math.Min(one!.Length, other!.Length); at++)
                if (one[at].CompareTo(other[at]) is not 0 and var difference)
                    return difference;
            return one.Length.CompareTo(other.Length);
        }
    }
}

using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>
/// Collects the questions of a bank by category: a module with one page per category, and its name as a tag of each
/// question.
/// </summary>
/// <param name="title">The title of questions before the first category.</param>
internal sealed class QuestionCategories(string title)
{
    private const int MostTags = 20;

    private readonly DraftCourse _draft = new();

    /// <summary>The draft, which also receives pictures.</summary>
    public DraftCourse Draft => _draft;

    private readonly Dictionary<string, DraftPage> _pages = new(StringComparer.Ordinal);
    private string[] _path = [];

    /// <summary>
    /// Goes to a category such as <c>$course$/top/Animals/Cats</c>. Contexts of Moodle (<c>$course$</c>, <c>top</c>)
    /// are left out.
    /// </summary>
    /// <param name="path">The path; two slashes stand for one in a name.</param>
    public void Open(string path)
    {
        string[] parts =
        [
            .. path.Replace("//", "\uFFFC")
                .Split('/')
                .Select(part => DraftMarkdown.Clean(part.Replace('\uFFFC', '/')).Replace('\n', ' ').Trim())
                .Where(part => part.Length > 0),
        ];
        if (parts is [['$', .., '$'], ..])
            parts = parts[1..];
        if (parts is ["top", ..])
            parts = parts[1..];
        _path = parts;
    }

    /// <summary>Adds a question, or a block between questions.</summary>
    /// <param name="node">The question.</param>
    /// <param name="tags">Its own tags, in the words of the source.</param>
    public void Add(DraftNode node, IEnumerable<string> tags)
    {
        string[] slugs =
        [
            .. _path.Concat(tags).Select(tag => DraftIds.Slug(tag)).OfType<string>().Distinct().Take(MostTags),
        ];
        if (DraftIds.IsQuestion(node))
            node.Set("tags", DraftValue.Texts(slugs));
        Page().Blocks.Add(node);
    }

    /// <summary>Returns the result; reports a source without anything to import.</summary>
    public ImportResult Result(ImportSource source, LossReport losses)
    {
        if (_draft.Modules.Count == 0 && !losses.HasErrors)
            losses.Add(ImportingRules.Nothing, source.Start, source.Path);
        return new ImportResult(_draft, losses.All);
    }

    private DraftPage Page()
    {
        string name = _path.Length > 0 ? string.Join(" / ", _path) : title;
        if (name.Length > 150)
            name = name[..150].TrimEnd();
        if (_pages.TryGetValue(name, out DraftPage? page))
            return page;
        page = new DraftPage(name);
        var module = new DraftModule(name);
        module.Pages.Add(page);
        _draft.Modules.Add(module);
        return _pages[name] = page;
    }
}

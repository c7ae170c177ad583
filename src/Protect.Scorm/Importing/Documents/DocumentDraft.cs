using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Documents;

/// <summary>
/// Arranges a document: headings become modules and pages, and paragraphs in the documented form become questions.
/// </summary>
/// <param name="draft">Receives modules and pages.</param>
/// <param name="losses">Receives what is lost.</param>
internal sealed class DocumentDraft(DraftCourse draft, LossReport losses)
{
    private const int MostPages = 2_000;

    private DraftModule? _module;
    private DraftPage? _page;
    private int _pages;

    /// <summary>Adds a document whose headings decide about modules and pages.</summary>
    /// <param name="parts">The parts, not joined.</param>
    /// <param name="title">The title of what precedes the first heading.</param>
    public void Add(List<HtmlPart> parts, string title)
    {
        int[] levels = [.. parts.OfType<HeadingPart>().Select(heading => heading.Level).Distinct().Order()];
        int top = levels.FirstOrDefault(1);
        // One heading above all others is the title of the course.
        if (
            levels.Length > 1
            && parts.OfType<HeadingPart>().Count(heading => heading.Level == top) == 1
            && parts.FirstOrDefault() is HeadingPart { Level: var first, Title: var name }
            && first == top
        )
        {
            draft.Title ??= name;
            title = name;
            parts = parts[1..];
            levels = levels[1..];
            top = levels[0];
        }
        int second = levels.Skip(1).FirstOrDefault(int.MaxValue);
        var run = new List<HtmlPart>();
        string pageTitle = title;
        foreach (HtmlPart part in parts)
            if (part is HeadingPart heading && heading.Level <= second)
            {
                Page(run, pageTitle, second);
                run.Clear();
                pageTitle = heading.Title;
                if (heading.Level == top)
                    Module(heading.Title);
            }
            else
                run.Add(part);
        Page(run, pageTitle, second);
    }

    /// <summary>Starts a module.</summary>
    public void Module(string title, string? sourceId = null)
    {
        _module = new DraftModule(title) { SourceId = sourceId };
        draft.Modules.Add(_module);
        _page = null;
    }

    /// <summary>Adds a page to the current module. Nothing is added without content.</summary>
    /// <param name="parts">The parts, not joined.</param>
    /// <param name="title">The title.</param>
    /// <param name="level">The heading level of the page; headings below it stay in the text.</param>
    /// <param name="sourceId">The name of the page in the source; null for its title.</param>
    /// <param name="linkName">The name by which links lead to the page; null for none.</param>
    public void Page(List<HtmlPart> parts, string title, int level, string? sourceId = null, string? linkName = null)
    {
        if (parts.Count == 0)
            return;
        if (++_pages > MostPages)
        {
            if (_pages == MostPages + 1)
                losses.Add(ImportingRules.TooLarge, parts[0].Span, title, $"it has more than {MostPages} pages");
            return;
        }
        if (_module is null)
            Module(title);
        _page = new DraftPage(title) { SourceId = sourceId, LinkName = linkName };
        _module!.Pages.Add(_page);
        List<HtmlPart> texts =
        [
            .. parts.Select(part =>
                part is HeadingPart heading ? new TextPart(Heading(heading, level), heading.Span) : part
            ),
        ];
        var questions = new QuestionConvention(losses);
        foreach (HtmlPart part in questions.Read(texts))
            _page.Blocks.Add(Block(part));
    }

    private static DraftNode Block(HtmlPart part) =>
        part is BlockPart block
            ? block.Node
            : new DraftNode("text") { Origin = part.Span }.Set("body", ((TextPart)part).Markdown);

    private static string Heading(HeadingPart heading, int level)
    {
        int depth = level == int.MaxValue ? 2 : Math.Clamp(heading.Level - level + 1, 2, 6);
        return $"{new string('#', depth)} {MarkdownText.Escape(heading.Title)}";
    }
}

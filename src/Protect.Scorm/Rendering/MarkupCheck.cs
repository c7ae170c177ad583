using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>A page that was checked.</summary>
/// <param name="Body">Its tree; null when it could not be parsed.</param>
/// <param name="Ids">The ids of its elements, each once.</param>
internal sealed record CheckedPage(IElement? Body, IReadOnlyCollection<string> Ids);

/// <summary>Pages that were checked one by one.</summary>
/// <param name="Ids">The ids of the elements of all pages, once per page.</param>
internal sealed record CheckedHtml(Html Html, IReadOnlyList<string> Ids);

/// <summary>
/// Checks rendered pages and documents for what a template or a text can break: tags, ids, labels, names of controls,
/// alternatives of pictures, headings. A finding points to the template, or to the text of the author.
/// </summary>
internal sealed partial class MarkupCheck(RenderTools tools)
{
    private static readonly HashSet<string> References = new(StringComparer.Ordinal)
    {
        "for",
        "aria-labelledby",
        "aria-describedby",
        "aria-controls",
        "aria-owns",
        "popovertarget",
    };

    private readonly DiagnosticBag _bag = tools.Bag;

    /// <summary>Checks a page.</summary>
    public CheckedPage Page(Page page, Html html)
    {
        var parsed = ParsedHtml.OfPart(html.Text);
        HashSet<string> ids = Check(parsed, new Origin(html.Text, [TemplateFiles.Page], () => BlockParts.Texts(page)));
        return new CheckedPage(parsed.Document?.Body, ids);
    }

    /// <summary>Checks a document and the ids of all pages that it will contain.</summary>
    /// <param name="template">Its template.</param>
    /// <param name="html">The document.</param>
    /// <param name="pages">Pages inside it, or added by the player later. They were checked on their own.</param>
    public void Document(TemplateFile template, Html html, IReadOnlyList<CheckedHtml> pages)
    {
        if (_bag.HasErrors)
            return;
        string shell = Without(html.Text, pages.Select(page => page.Html));
        var parsed = ParsedHtml.OfDocument(shell);
        var origin = new Origin(
            shell,
            template == TemplateFiles.Layout ? [template, TemplateFiles.Body] : [template],
            () => BlockParts.Guide(tools.Input.Course)
        );
        HashSet<string> ids = Check(parsed, origin);
        if (parsed.Document is not { } document)
            return;
        if (string.IsNullOrWhiteSpace(document.DocumentElement.GetAttribute("lang")))
            _bag.Add(RenderingRules.IncompleteDocument, Place(origin, 0), "“lang” on <html>");
        if (string.IsNullOrWhiteSpace(document.Title))
            _bag.Add(RenderingRules.IncompleteDocument, Place(origin, 0), "<title>");
        foreach (string id in pages.SelectMany(page => page.Ids).Where(id => !ids.Add(id)))
            _bag.Add(RenderingRules.RepeatedHtmlId, Find($"id=\"{id}\"") ?? Place(origin, 0), id);
    }

    /// <param name="Html">HTML to check.</param>
    /// <param name="Outermost">Templates around those of its parts.</param>
    /// <param name="Texts">Texts of the author in it.</param>
    private sealed record Origin(string Html, IReadOnlyList<TemplateFile> Outermost, Func<IEnumerable<RichText>> Texts);

    private HashSet<string> Check(ParsedHtml parsed, Origin origin)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (parsed.Fault is { } fault)
            _bag.Add(RenderingRules.BrokenHtml, Place(origin, fault.Offset), fault.Words);
        // Broken HTML gives a different tree, so other findings would be consequences.
        if (parsed is not { Fault: null, Document: { } document })
            return ids;
        var elements = new List<IElement>();
        Collect(document, elements);
        if (LeftoverBraces(origin.Html) is { } braces)
            _bag.Add(
                RenderingRules.LeftoverBraces,
                Place(origin, Math.Max(0, origin.Html.LastIndexOf('<', braces.Index))),
                braces.Value
            );
        int level = 0;
        foreach (IElement element in elements)
        {
            void Report(DiagnosticRule rule, params object[] words) =>
                _bag.Add(rule, Place(origin, parsed.OffsetOf(element)), words);
            if (element.Id is { Length: > 0 } id && !ids.Add(id))
                Report(RenderingRules.RepeatedHtmlId, id);
            if (element is IHtmlImageElement && !element.HasAttribute("alt"))
                Report(RenderingRules.HtmlWithoutAlt);
            if (
                element is IHtmlLabelElement
                && !element.HasAttribute("for")
                && !element.Descendants<IElement>().Any(IsControl)
            )
                Report(RenderingRules.MissingHtmlTarget, element.LocalName, "labels no control");
            if (IsControl(element) && !HasName(element, elements))
                Report(RenderingRules.NamelessControl, element.LocalName);
            if (element is IHtmlHeadingElement && element.Owner == document)
            {
                int next = element.LocalName[1] - '0';
                if (level > 0 && next > level + 1)
                    _bag.Add(
                        RenderingRules.SkippedHeading,
                        TextOf(element, next, origin) ?? Place(origin, parsed.OffsetOf(element)),
                        next,
                        level,
                        level + 1
                    );
                level = next;
            }
        }
        foreach (IElement element in elements)
        foreach (IAttr attribute in element.Attributes.Where(attribute => References.Contains(attribute.Name)))
        foreach (string id in attribute.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            // A part of a page may refer to an element of the document around it.
            if (!ids.Contains(id) && Find($"id=\"{id}\"") is null)
                _bag.Add(
                    RenderingRules.MissingHtmlTarget,
                    Place(origin, parsed.OffsetOf(element)),
                    element.LocalName,
                    $"has {attribute.Name}=\"{id}\", but no element has that id"
                );
        return ids;
    }

    /// <summary>Lists the elements in order, including those that the player takes from a template element.</summary>
    private static void Collect(INode node, List<IElement> elements)
    {
        foreach (INode child in node.ChildNodes)
            if (child is IElement element)
            {
                elements.Add(element);
                Collect(element is IHtmlTemplateElement template ? template.Content : element, elements);
            }
    }

    private static bool IsControl(IElement element) =>
        element switch
        {
            IHtmlInputElement input => input.Type != "hidden",
            IHtmlAnchorElement => element.HasAttribute("href"),
            IHtmlButtonElement or IHtmlSelectElement or IHtmlTextAreaElement => true,
            _ => element.LocalName is "summary" or "progress" or "meter",
        };

    private static bool HasName(IElement control, IReadOnlyList<IElement> elements)
    {
        bool Has(string attribute) => !string.IsNullOrWhiteSpace(control.GetAttribute(attribute));
        if (Has("aria-label") || Has("aria-labelledby") || Has("title"))
            return true;
        return control switch
        {
            IHtmlInputElement { Type: "submit" or "reset" } => true,
            IHtmlInputElement { Type: "button" } => Has("value"),
            IHtmlInputElement { Type: "image" } => Has("alt"),
            IHtmlAnchorElement or IHtmlButtonElement or { LocalName: "summary" } => !string.IsNullOrWhiteSpace(
                control.TextContent
            ) || control.Descendants<IHtmlImageElement>().Any(image => image.AlternativeText is { Length: > 0 }),
            _ => control.Ancestors<IHtmlLabelElement>().Any(HasWords)
                || (
                    control.Id is { Length: > 0 } id
                    && elements.OfType<IHtmlLabelElement>().Any(label => label.HtmlFor == id && HasWords(label))
                ),
        };
    }

    private static bool HasWords(IHtmlLabelElement label) => SearchIndex.WordsOf(label).Length > 0;

    /// <summary>Finds the tag in a template that made the tag at an offset.</summary>
    private SourceSpan Place(Origin origin, int offset)
    {
        TemplateFile? part = tools
            .Templates.Parts.Where(part => IsAround(origin.Html, part.Html, offset))
            .OrderBy(part => part.Html.Length)
            .FirstOrDefault()
            .File;
        SourceFile[] files = [.. (part is null ? origin.Outermost : [part]).Select(FileOf)];
        int end = origin.Html.IndexOf('>', offset);
        string tag = origin.Html[offset..(end < 0 ? origin.Html.Length : end + 1)];
        for (int length = tag.Length; length > 1; length--)
            foreach (SourceFile file in files)
                if (file.Text.IndexOf(tag[..length], StringComparison.Ordinal) is >= 0 and int at)
                    return file.Span(at, length);
        return files[0].Start;
    }

    /// <summary>Finds the first place of a text in any template; null when none contains it.</summary>
    private SourceSpan? Find(string words) =>
        TemplateFiles
            .All.Select(FileOf)
            .Where(file => file.Text.Contains(words, StringComparison.Ordinal))
            .Select(file => file.Span(file.Text.IndexOf(words, StringComparison.Ordinal), words.Length))
            .FirstOrDefault();

    private SourceFile FileOf(TemplateFile template) => tools.Input.Templates[template].File;

    private static bool IsAround(string html, string part, int offset)
    {
        for (int at = -1; (at = html.IndexOf(part, at + 1, StringComparison.Ordinal)) >= 0 && at <= offset; )
            if (offset < at + part.Length)
                return true;
        return false;
    }

    /// <summary>Finds the line of Markdown that made a heading; null when a template made it.</summary>
    private static SourceSpan? TextOf(IElement heading, int level, Origin origin)
    {
        string mark = new string('#', level) + " ",
            words = Letters(heading.TextContent);
        SourceSpan? similar = null;
        foreach (RichText text in origin.Texts())
        {
            int at = 0;
            foreach (string line in text.Markdown.Split('\n'))
            {
                if (line.TrimStart(' ', '>').StartsWith(mark, StringComparison.Ordinal))
                {
                    similar ??= text.Locate(at, line.Length);
                    if (Letters(line) == words)
                        return text.Locate(at, line.Length);
                }
                at += line.Length + 1;
            }
        }
        return similar;
    }

    // Scripts and styles have braces of their own.
    private static Match? LeftoverBraces(string html) =>
        Braces().Matches(html).FirstOrDefault(match => match.Value.StartsWith("{{", StringComparison.Ordinal));

    [GeneratedRegex(@"<(script|style)\b.*?</\1>|\{\{[^{}\n<]*\}{0,2}", RegexOptions.Singleline)]
    private static partial Regex Braces();

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Returns a document without the pages in it, in the order in which they may appear.</summary>
    private static string Without(string document, IEnumerable<Html> pages)
    {
        var shell = new StringBuilder();
        int at = 0;
        foreach (string page in pages.Select(page => page.Text))
            if (document.IndexOf(page, at, StringComparison.Ordinal) is >= 0 and int start)
            {
                shell.Append(document, at, start - at);
                at = start + page.Length;
            }
        return shell.Append(document, at, document.Length - at).ToString();
    }
}

using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Renders an author's Markdown as safe HTML. Links, headings and raw HTML are checked one by one.</summary>
/// <param name="pageIds">The pages that links may lead to.</param>
/// <param name="direction">The direction of the course: “ltr” or “rtl”.</param>
/// <param name="bag">Receives the diagnostics.</param>
internal sealed class Markdown(IReadOnlySet<string> pageIds, string direction, DiagnosticBag bag)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(
            EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript
        )
        .UseAutoLinks()
        .UsePreciseSourceLocation()
        .Use<FormulaMarkdown>()
        .Use<CodeBlocks>()
        .Build();

    /// <summary>
    /// Most characters of one text. The time to parse some texts grows with the square of their length.
    /// </summary>
    public const int MostCharacters = 20_000;

    /// <summary>True for the texts of tools, which also become documents for word processors.</summary>
    public bool IsInTool { get; init; }

    /// <summary>
    /// True for texts that another program typesets: formulas stay TeX, between <c>\(</c> and <c>\)</c>.
    /// </summary>
    public bool KeepsTex { get; init; }

    // A question's texts appear in its own template, in its frame and in print.
    private readonly Dictionary<RichText, Html> _rendered = new(ReferenceEqualityComparer.Instance);

    public Html Render(RichText text)
    {
        if (!_rendered.TryGetValue(text, out Html? html))
            _rendered[text] = html = Render(text, terms: null);
        return html;
    }

    /// <summary>Renders a text of a page on screen, where glossary terms become buttons.</summary>
    public Html RenderWithTerms(RichText text, PageTerms terms) =>
        terms.MayLink(text) ? Render(text, terms) : Render(text);

    private Html Render(RichText text, PageTerms? terms)
    {
        if (text.Markdown.Length > MostCharacters)
        {
            bag.Add(RenderingRules.TextTooLong, text.Span, text.Markdown.Length, MostCharacters);
            return Html.Empty;
        }
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text.Markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Thrown for nesting beyond the parser's limit.
            bag.Add(RenderingRules.TooDeep, text.Span);
            return Html.Empty;
        }
        if (Braces.Leftover(text.Markdown) is (int at, int length) && !FormulaSyntax.IsInside(text.Markdown, at))
            bag.Add(RenderingRules.LeftoverBraces, text.Locate(at, length), text.Markdown.Substring(at, length));
        MarkdownSlips.Check(document, text, bag);
        // Copied, because the loop removes comments and what is refused.
        foreach (MarkdownObject node in document.Descendants().ToList())
            if (!IsInTool || ToolMarkdown.Allows(node, text, bag))
                Check(node, text);
        bool hasTags = CheckTags(document, text);
        if (KeepsTex)
            FormulaWriter.Keep(document);
        else
            FormulaWriter.Write(document, text, bag);
        if (text.IsLine && document is not [ParagraphBlock])
            bag.Add(RenderingRules.OneParagraph, text.Span);
        string around = text.Language is null ? direction : Script.Direction(text.Language);
        string? other = TextDirection.Mark(document, around);
        terms?.Link(document, Render);
        string html;
        try
        {
            html = Write(document, text.IsLine).Trim();
        }
        catch (ArgumentException)
        {
            // The limit is checked again here: each unclosed bracket contains all that follows it.
            bag.Add(RenderingRules.TooDeep, text.Span);
            return Html.Empty;
        }
        if (hasTags)
            html = RawHtml.Rebuild(html);
        html = Braces.Show(html);
        // A line has no element of its own that could have a direction.
        if (text.IsLine && other is not null)
            html = $"<span dir=\"{other}\">{html}</span>";
        if (text.Language is not { } language)
            return new Html(html);
        string element = text.IsLine ? "span" : "div";
        return new Html(
            $"<{element} lang=\"{Html.Encode(language)}\" dir=\"{Script.Direction(language)}\" {Untranslated}>"
                + $"{html}</{element}>"
        );
    }

    /// <summary>Attribute of a text shown in the source language because its translation is missing.</summary>
    public const string Untranslated = "data-untranslated";

    private static string Write(MarkdownDocument document, bool asLine)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer) { ImplicitParagraph = asLine };
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private void Check(MarkdownObject node, RichText text)
    {
        switch (node)
        {
            case HtmlBlock html:
                ReportBlock(html, text);
                break;
            // Never printed, because Markdown and HTML disagree where a comment ends.
            case HtmlInline html when IsComment(html.Tag):
                html.Remove();
                break;
            case LinkInline { IsImage: true } image:
                bag.Add(RenderingRules.ImageInText, Place(image, text));
                image.Remove();
                break;
            case LinkInline link when !link.Descendants<LeafInline>().Any(IsText):
                bag.Add(RenderingRules.EmptyLink, Place(link, text));
                link.Remove();
                break;
            case LinkInline link:
                if (!Dress(link, link.Url ?? "", text))
                    link.Url = "";
                break;
            case AutolinkInline link:
                if (!Dress(link, link.IsEmail ? "mailto:" + link.Url : link.Url, text))
                    link.Url = "";
                break;
            case HeadingBlock { Level: 1 } heading:
                bag.Add(RenderingRules.TopHeading, Place(heading, text));
                break;
            case Table table:
                Align(table);
                break;
        }
    }

    private void ReportBlock(HtmlBlock html, RichText text)
    {
        string content = html.Lines.ToString();
        if (html.Type == HtmlBlockType.Comment)
        {
            if (!IsOnlyComments(content))
                bag.Add(RenderingRules.LostBehindComment, Place(html, text));
        }
        else
            bag.Add(
                RenderingRules.RawHtml,
                Place(html, text),
                RawHtml.Read(content.Trim()).Refused ?? "A block of HTML",
                RawHtml.Allowed,
                ""
            );
        html.Lines = default;
    }

    /// <summary>
    /// Checks the tags of a text, and closes elements that are open at the end of their paragraph, link or emphasis.
    /// </summary>
    /// <returns>True when the text has tags, so that its HTML must be rebuilt.</returns>
    private bool CheckTags(MarkdownDocument document, RichText text)
    {
        List<HtmlInline> tags = [.. document.Descendants<HtmlInline>()];
        int characters = tags.Sum(tag => tag.Tag.Length);
        bool fits = characters <= RawHtml.MostCharacters;
        foreach (IGrouping<ContainerInline?, HtmlInline> part in tags.GroupBy(tag => tag.Parent))
            fits = fits && Balance([.. part], text);
        if (!fits)
        {
            bag.Add(RenderingRules.TooMuchHtml, text.Span, RawHtml.MostCharacters, RawHtml.MostNested);
            tags.ForEach(tag => tag.Remove());
        }
        return fits && tags.Count > 0;
    }

    /// <summary>Pairs the tags of one paragraph, link or emphasis; false when too many are inside each other.</summary>
    private bool Balance(IReadOnlyList<HtmlInline> tags, RichText text)
    {
        ContainerInline parent = tags[0].Parent!;
        var open = new Stack<(HtmlInline Tag, string Name)>();
        void Unpaired(HtmlInline tag, string with) =>
            bag.Add(RenderingRules.UnclosedHtml, Place(tag, text), tag.Tag, with);
        foreach (HtmlInline tag in tags)
        {
            RawTag read = RawHtml.Read(tag.Tag);
            if (read.Refused is { } what)
            {
                bag.Add(RenderingRules.RawHtml, Place(tag, text), what, RawHtml.Allowed, LessThan(tag, text));
                tag.Remove();
            }
            else if (!read.IsEnd && !read.IsVoid)
                open.Push((tag, read.Name));
            else if (read.IsEnd && open.All(start => start.Name != read.Name))
            {
                Unpaired(tag, $"<{read.Name}>");
                tag.Remove();
            }
            else if (read.IsEnd)
                while (open.Pop() is var start && start.Name != read.Name)
                {
                    Unpaired(start.Tag, $"</{start.Name}>");
                    tag.InsertBefore(new HtmlInline($"</{start.Name}>"));
                }
            if (open.Count > RawHtml.MostNested)
                return false;
        }
        foreach ((HtmlInline tag, string name) in open)
        {
            Unpaired(tag, $"</{name}>");
            parent.AppendChild(new HtmlInline($"</{name}>"));
        }
        return true;
    }

    /// <summary>Returns advice for a “less than” that is read as a tag; empty for a real tag.</summary>
    private static string LessThan(HtmlInline tag, RichText text)
    {
        bool isInWord = tag.Span.Start > 0 && char.IsLetterOrDigit(text.Markdown[tag.Span.Start - 1]);
        bool hasWords = tag.Tag.Contains(' ') && !tag.Tag.Contains('=');
        return isInWord || hasWords ? " If “less than” is meant, put spaces around <, or write \\<." : "";
    }

    private static bool IsText(LeafInline inline) =>
        inline is CodeInline or HtmlEntityInline or FormulaInline
        || (inline is LiteralInline text && !text.Content.IsEmptyOrWhitespace());

    private static bool IsComment(string tag) => tag.StartsWith("<!--", StringComparison.Ordinal);

    // A block of HTML extends to the end of the line with "-->", or of the text. Other text in it would be lost.
    private static bool IsOnlyComments(string block)
    {
        ReadOnlySpan<char> rest = block.AsSpan().Trim();
        while (rest.StartsWith("<!--") && rest.IndexOf("-->") is >= 0 and int end)
            rest = rest[(end + 3)..].TrimStart();
        return rest.IsEmpty;
    }

    /// <summary>Adds the attributes of a link; false when its address is refused.</summary>
    private bool Dress(MarkdownObject link, string url, RichText text)
    {
        HtmlAttributes attributes = link.GetAttributes();
        if (url.StartsWith("page:", StringComparison.Ordinal))
        {
            string id = url["page:".Length..];
            if (!pageIds.Contains(id))
                bag.Add(ContentRules.UnknownPage, Place(link, text), id, Nearest.Hint(id, pageIds));
            if (link is LinkInline inner)
                inner.Url = "#p-" + id;
            attributes.AddProperty("data-page-link", id);
        }
        else if (RawHtml.IsWeb(url))
        {
            attributes.AddProperty("target", "_blank");
            attributes.AddProperty("rel", "noopener noreferrer");
        }
        else if (url.StartsWith('#') || !RawHtml.IsAddress(url))
        {
            (string hint, string cure) = LinkAdvice.For(url, pageIds);
            bag.Add(RenderingRules.UnsafeLink, Place(link, text), url, hint, cure);
            return false;
        }
        return true;
    }

    // Markdig writes alignment as a style attribute, which the content security policy refuses.
    private static void Align(Table table)
    {
        for (int column = 0; column < table.ColumnDefinitions.Count; column++)
        {
            TableColumnAlign? align = table.ColumnDefinitions[column].Alignment;
            table.ColumnDefinitions[column].Alignment = null;
            if (align is null or TableColumnAlign.Left)
                continue;
            foreach (
                TableCell cell in table
                    .OfType<TableRow>()
                    .Where(row => row.Count > column)
                    .Select(row => (TableCell)row[column])
            )
                cell.GetAttributes().AddClass(align == TableColumnAlign.Right ? "align-end" : "align-center");
        }
    }

    private static Diagnostics.SourceSpan Place(MarkdownObject node, RichText text) =>
        text.Locate(node.Span.Start, node.Span.Length);
}

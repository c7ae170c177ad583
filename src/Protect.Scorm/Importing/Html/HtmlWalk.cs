using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing.Html;

/// <summary>One pass over the tree of one text.</summary>
internal sealed partial class HtmlWalk
{
    private readonly DraftCourse _draft;
    private readonly LossReport _losses;
    private readonly HtmlPlace _place;
    private readonly HtmlInlines _inlines;
    private readonly List<IElement> _pictures = [];
    private readonly HashSet<(DiagnosticRule, string)> _reported = [];
    private SourceSpan _span;

    /// <param name="draft">Receives pictures.</param>
    /// <param name="losses">Receives what was lost or changed.</param>
    /// <param name="place">The place of the text.</param>
    public HtmlWalk(DraftCourse draft, LossReport losses, HtmlPlace place)
    {
        (_draft, _losses, _place, _span) = (draft, losses, place, place.Span);
        _inlines = new HtmlInlines(place, Report, _pictures.Add);
    }

    /// <summary>Returns the content of an element as one line.</summary>
    public string LineOf(IElement body, List<DraftNode> pictures)
    {
        Handlers(body);
        foreach (IElement inner in body.QuerySelectorAll("*"))
            Handlers(inner);
        string line = _inlines.Line(body.ChildNodes);
        foreach (IElement picture in _pictures)
            if (Picture(picture) is { } node)
                pictures.Add(node);
        return line;
    }

    /// <summary>Appends the content of an element.</summary>
    public void Into(IElement container, List<HtmlPart> parts)
    {
        Handlers(container);
        var run = new List<INode>();
        foreach (INode node in container.ChildNodes)
        {
            if (node is IElement element && IsBlock(element))
            {
                Flush(run, parts);
                SourceSpan before = _span;
                _span = SpanOf(element);
                Block(element, parts);
                _span = element.HasAttribute(HtmlPlace.LineAttribute) ? _span : before;
            }
            else if (node is IText or IElement)
            {
                if (node is IElement inline)
                    Handlers(inline);
                run.Add(node);
            }
        }
        Flush(run, parts);
    }

    // An inline element with blocks inside is walked as a block, so that their structure survives.
    private static bool IsBlock(IElement element) =>
        HtmlInlines.Blocks.Contains(element.LocalName)
        || element.LocalName is "span" or "font" or "a" or "ins"
            && element.Children.Any(child => HtmlInlines.Blocks.Contains(child.LocalName));

    private void Flush(List<INode> run, List<HtmlPart> parts)
    {
        string text = _inlines.Paragraph(run);
        run.Clear();
        if (text.Length > 0)
            parts.Add(new TextPart(text, _span));
        Pictures(parts, null);
    }

    private void Pictures(List<HtmlPart> parts, string? caption)
    {
        IElement[] pictures = [.. _pictures];
        _pictures.Clear();
        foreach (IElement picture in pictures)
            if (Picture(picture) is { } fields)
            {
                var block = new DraftNode("image") { Origin = _span };
                foreach (DraftField field in fields.Fields)
                    block.Set(field.Name, field.Value, field.Comment);
                parts.Add(new BlockPart(caption is null ? block : block.Set("caption", caption), _span));
            }
    }

    private DraftNode? Picture(IElement element) => ForeignPictures.Add(_draft, _losses, element, _place, _span);

    private void Block(IElement element, List<HtmlPart> parts)
    {
        string name = element.LocalName;
        if (_inlines.LeavesOut(element))
            return;
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Handlers(element);
                Heading(element, name[1] - '0', parts);
                break;
            case "ul" or "ol" or "menu":
                AddText(parts, List(element, name == "ol", parts));
                break;
            case "dl":
                Definitions(element, parts);
                break;
            case "blockquote":
                AddText(parts, Prefixed(Nested(element, parts), "> ", "> "));
                break;
            case "pre":
                Code(element, parts);
                break;
            case "hr":
                AddText(parts, "---");
                break;
            case "table":
                Table(element, parts);
                break;
            case "figure":
                Figure(element, parts);
                break;
            case "details" when !_place.IsText:
                Details(element, parts);
                break;
            case "summary" when element.ParentElement?.LocalName == "details":
                AddText(parts, Strong(_inlines.Line(element.ChildNodes)));
                break;
            case "div" when element.HasAttribute(HtmlPlace.NoteAttribute):
                Note(element, parts);
                break;
            default:
                Into(element, parts);
                break;
        }
    }

    private void AddText(List<HtmlPart> parts, string markdown)
    {
        if (markdown.Trim().Length > 0)
            parts.Add(new TextPart(markdown, _span));
    }

    private static string Strong(string line) => line.Length == 0 || line.Contains('*') ? line : $"**{line}**";

    private void Heading(IElement element, int level, List<HtmlPart> parts)
    {
        string title = MarkdownText.Plain(element.TextContent);
        string line = _inlines.Line(element.ChildNodes);
        if (_place.IsText)
            AddText(parts, Strong(line));
        else if (title.Length > 0)
            parts.Add(new HeadingPart(level, title, element.Id, _span));
        Pictures(parts, null);
    }

    private string List(IElement list, bool isNumbered, List<HtmlPart> outer)
    {
        int number = int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out int start)
            ? Math.Clamp(start, 0, 100_000)
            : 1;
        var items = new List<string>();
        bool isLoose = false;
        foreach (IElement item in list.Children)
        {
            if (_inlines.LeavesOut(item))
                continue;
            string mark = isNumbered ? $"{number++}. " : "- ";
            string text = item.LocalName switch
            {
                "ul" => List(item, false, outer),
                "ol" => List(item, true, outer),
                _ => Nested(item, outer, isTight: true),
            };
            if (text.Length == 0)
                continue;
            isLoose |= text.Contains("\n\n");
            items.Add(Prefixed(text, mark, new string(' ', mark.Length)));
        }
        return string.Join(isLoose ? "\n\n" : "\n", items);
    }

    /// <summary>Returns the content of an element as text; blocks of their own go behind it.</summary>
    private string Nested(IElement element, List<HtmlPart> outer, bool isTight = false)
    {
        var inner = new List<HtmlPart>();
        Into(element, inner);
        var text = new List<string>();
        foreach (HtmlPart part in inner)
            if (part is TextPart { Markdown: var markdown })
                text.Add(markdown);
            else if (part is HeadingPart { Title: var title })
                text.Add(Strong(MarkdownText.EscapeStart(MarkdownText.Escape(title))));
            else
                outer.Add(part);
        // A list directly below a line of its item needs no empty line.
        string joined = "";
        foreach (string part in text)
            joined += joined.Length == 0 ? part : (isTight && IsList(part) ? "\n" : "\n\n") + part;
        return joined;
    }

    private static bool IsList(string markdown) => HtmlReader.ListStart().IsMatch(markdown);

    private static string Prefixed(string text, string first, string next) =>
        text.Length == 0
            ? ""
            : first
                + string.Join('\n', text.Split('\n').Select((line, at) => at == 0 ? line : (next + line).TrimEnd(' ')));

    private void Definitions(IElement list, List<HtmlPart> parts)
    {
        foreach (IElement item in list.Children)
            if (item.LocalName == "dt")
                AddText(parts, Strong(_inlines.Line(item.ChildNodes)));
            else if (!_inlines.LeavesOut(item))
                Into(item, parts);
    }

    private void Code(IElement element, List<HtmlPart> parts)
    {
        string code = MarkdownText.Braces(element.TextContent.Replace("\r", "").Trim('\n'));
        _inlines.ReportBraces(element.TextContent);
        code = string.Concat(code.Where(letter => letter is '\n' or '\t' || !char.IsControl(letter)));
        if (code.Trim().Length == 0)
            return;
        string? kind = element
            .QuerySelectorAll("code")
            .Append(element)
            .SelectMany(part => part.ClassList)
            .Select(name => LanguageClass().Match(name))
            .FirstOrDefault(match => match.Success)
            ?.Groups[1]
            .Value;
        int longest = Backticks().Matches(code).Select(run => run.Length).DefaultIfEmpty(0).Max();
        string fence = new('`', Math.Max(3, longest + 1));
        AddText(parts, $"{fence}{kind}\n{code}\n{fence}");
    }

    private void Figure(IElement figure, List<HtmlPart> parts)
    {
        IElement? caption = figure.Children.FirstOrDefault(child => child.LocalName == "figcaption");
        string words = caption is null ? "" : _inlines.Line(caption.ChildNodes);
        IElement[] images = [.. figure.QuerySelectorAll("img")];
        if (images.Length == 0)
        {
            Into(figure, parts);
            return;
        }
        _pictures.AddRange(images);
        Pictures(parts, words);
    }

    private void Details(IElement details, List<HtmlPart> parts)
    {
        IElement? summary = details.Children.FirstOrDefault(child => child.LocalName == "summary");
        string title = MarkdownText.Plain(summary?.TextContent ?? "");
        summary?.Remove();
        string body = Nested(details, parts);
        if (body.Length == 0 || title.Length == 0 || body.Length > HtmlReader.LongestText)
        {
            AddText(parts, Strong(MarkdownText.Escape(title)));
            AddText(parts, body);
            return;
        }
        var item = new DraftNode().Set("title", title).Set("body", body);
        var block = new DraftNode("accordion") { Origin = _span };
        parts.Add(new BlockPart(block.Set("items", DraftValue.List([item])), _span));
    }

    private void Note(IElement note, List<HtmlPart> parts)
    {
        string title = MarkdownText.Plain(note.GetAttribute("title") ?? "");
        string body = Nested(note, parts);
        if (_place.IsText || body.Length is 0 or > HtmlReader.LongestText)
        {
            AddText(parts, Strong(MarkdownText.Escape(title)));
            AddText(parts, Prefixed(body, "> ", "> "));
            return;
        }
        string tone = note.GetAttribute(HtmlPlace.NoteAttribute) is "tip" or "important" or "care"
            ? note.GetAttribute(HtmlPlace.NoteAttribute)!
            : "note";
        var block = new DraftNode("callout") { Origin = _span };
        parts.Add(
            new BlockPart(
                (tone == "note" ? block : block.Set("tone", tone)).Set("title", title).Set("body", body),
                _span
            )
        );
    }

    private void Handlers(IElement element)
    {
        foreach (IAttr attribute in element.Attributes)
            if (attribute.Name.StartsWith("on", StringComparison.Ordinal))
                Report(ImportingRules.Unsafe, [$"a script in “{LossReport.Short(attribute.Name)}”"]);
    }

    private SourceSpan SpanOf(IElement element) =>
        _place.File is { } file
        && int.TryParse(
            element.GetAttribute(HtmlPlace.LineAttribute),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int line
        )
            ? new SourceSpan(file, line, 1, 1)
            : _span;

    /// <summary>Reports once per text what appears in it several times.</summary>
    private void Report(DiagnosticRule rule, string[] words)
    {
        if (
            _reported.Count < 200
            && _reported.Add((rule, string.Join('|', words) + (_place.File is null ? "" : _span.Line)))
        )
            _losses.Add(rule, _span, _place.Item, words);
    }

    [GeneratedRegex(@"^(?:language-|lang-|sourceCode-)([A-Za-z0-9+#.-]{1,20})(?:[,:{].*)?$")]
    private static partial Regex LanguageClass();

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}

using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing.Html;

/// <summary>
/// Reads HTML of others as Markdown and blocks of ours. Only listed elements and addresses are taken; scripts, embedded
/// pages and event handlers are removed and reported.
/// </summary>
/// <param name="draft">Receives pictures.</param>
/// <param name="losses">Receives what was lost or changed.</param>
internal sealed partial class HtmlReader(DraftCourse draft, LossReport losses)
{
    private const int MostColumns = 40,
        LongestText = 15_000;

    /// <summary>Returns a text as parts in the order of the source. Neighbouring paragraphs are one part.</summary>
    /// <param name="html">HTML of a part of a body.</param>
    /// <param name="place">The place of the text.</param>
    public List<HtmlPart> Parts(string html, HtmlPlace place)
    {
        var parts = new List<HtmlPart>();
        if (Parse(html, place) is { } body)
            new Walk(this, place).Into(body, parts);
        else if (MarkdownText.Escape(BoundedHtml.WithoutTags(html)).Trim() is { Length: > 0 } text)
            parts.Add(new TextPart(MarkdownText.EscapeStart(text), place.Span));
        return Joined(parts);
    }

    /// <summary>Returns a text as one line of Markdown, for options and other short texts.</summary>
    /// <param name="html">HTML of a part of a body.</param>
    /// <param name="place">The place of the text.</param>
    /// <param name="pictures">Receives the pictures of the text.</param>
    public string Line(string html, HtmlPlace place, List<DraftNode> pictures)
    {
        if (Parse(html, place) is not { } body)
            return MarkdownText.EscapeStart(MarkdownText.Escape(BoundedHtml.WithoutTags(html)).Trim());
        var walk = new Walk(this, place with { IsText = true });
        return walk.LineOf(body, pictures);
    }

    /// <summary>Returns a text without marks, for titles.</summary>
    public static string Plain(string html, int most = 200) =>
        MarkdownText.Plain(
            (BoundedHtml.Parse(html) is { } body ? body.TextContent : BoundedHtml.WithoutTags(html)),
            most
        );

    private IElement? Parse(string html, HtmlPlace place)
    {
        IElement? body = BoundedHtml.Parse(html);
        if (body is null)
            losses.Add(
                ImportingRules.PartLost,
                place.Span,
                place.Item,
                "the formatting of a text",
                "its HTML is too large or has too many elements inside each other"
            );
        return body;
    }

    /// <summary>Joins neighbouring texts, as long as they fit into one text of a course.</summary>
    private static List<HtmlPart> Joined(List<HtmlPart> parts)
    {
        var joined = new List<HtmlPart>();
        foreach (HtmlPart part in parts.SelectMany(Split))
            if (
                part is TextPart text
                && joined.LastOrDefault() is TextPart last
                && last.Markdown.Length + text.Markdown.Length < LongestText
            )
                joined[^1] = last with { Markdown = $"{last.Markdown}\n\n{text.Markdown}" };
            else
                joined.Add(part);
        return joined;
    }

    private static IEnumerable<HtmlPart> Split(HtmlPart part)
    {
        if (part is not TextPart { Markdown.Length: > LongestText } long1)
            return [part];
        var pieces = new List<HtmlPart>();
        string rest = long1.Markdown;
        while (rest.Length > LongestText)
        {
            int cut = rest.LastIndexOf('\n', LongestText);
            if (cut < LongestText / 2)
                cut = rest.LastIndexOf(' ', LongestText);
            if (cut <= 0)
                cut = char.IsHighSurrogate(rest[LongestText - 1]) ? LongestText - 1 : LongestText;
            pieces.Add(new TextPart(rest[..cut].Trim(), part.Span));
            rest = rest[cut..].Trim();
        }
        pieces.Add(new TextPart(rest, part.Span));
        return pieces.Where(piece => ((TextPart)piece).Markdown.Length > 0);
    }

    /// <summary>One pass over the tree of one text.</summary>
    private sealed class Walk
    {
        private readonly HtmlReader _reader;
        private readonly HtmlPlace _place;
        private readonly HtmlInlines _inlines;
        private readonly List<IElement> _pictures = [];
        private readonly HashSet<(DiagnosticRule, string)> _reported = [];
        private SourceSpan _span;

        public Walk(HtmlReader reader, HtmlPlace place)
        {
            (_reader, _place, _span) = (reader, place, place.Span);
            _inlines = new HtmlInlines(place, Report, _pictures.Add);
        }

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

        private DraftNode? Picture(IElement element) =>
            ForeignPictures.Add(_reader.Draft, _reader.Losses, element, _place, _span);

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

        private static bool IsList(string markdown) => ListStart().IsMatch(markdown);

        private static string Prefixed(string text, string first, string next) =>
            text.Length == 0
                ? ""
                : first
                    + string.Join(
                        '\n',
                        text.Split('\n').Select((line, at) => at == 0 ? line : (next + line).TrimEnd(' '))
                    );

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
            if (body.Length == 0 || title.Length == 0 || body.Length > LongestText)
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
            if (_place.IsText || body.Length is 0 or > LongestText)
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

        private void Table(IElement table, List<HtmlPart> parts)
        {
            List<IElement> rows =
            [
                .. table
                    .Children.SelectMany(child =>
                        child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children.AsEnumerable() : [child]
                    )
                    .Where(row => row.LocalName == "tr"),
            ];
            IElement? caption = table.Children.FirstOrDefault(child => child.LocalName == "caption");
            if (caption is not null)
                AddText(parts, Strong(_inlines.Line(caption.ChildNodes)));
            bool isLayout = rows.All(row => row.Children.Length <= 1);
            if (isLayout)
            {
                foreach (IElement cell in rows.SelectMany(row => row.Children))
                    Into(cell, parts);
                return;
            }
            bool isMerged = false;
            List<string[]> cells = [.. rows.Select(row => Cells(row, ref isMerged)).Where(row => row.Length > 0)];
            int columns = cells.Max(row => row.Length);
            if (columns > MostColumns)
            {
                Report(ImportingRules.PartLost, ["a table", $"it has more than {MostColumns} columns"]);
                return;
            }
            if (isMerged)
                Report(ImportingRules.Changed, ["a merged cell of a table", "one cell and empty ones"]);
            if (!rows[0].Children.Any(cell => cell.LocalName == "th"))
                Report(ImportingRules.Changed, ["the first row of a table", "its heading"]);
            IEnumerable<string> lines = cells.Select(row =>
                $"| {string.Join(" | ", Enumerable.Range(0, columns).Select(at => at < row.Length ? row[at] : ""))} |"
            );
            string rule = "|" + string.Concat(Enumerable.Repeat(" --- |", columns));
            AddText(parts, string.Join('\n', lines.Take(1).Append(rule).Concat(lines.Skip(1))));
            Pictures(parts, null);
        }

        private string[] Cells(IElement row, ref bool isMerged)
        {
            var cells = new List<string>();
            foreach (IElement cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
            {
                Handlers(cell);
                cells.Add(_inlines.Cell(cell.ChildNodes));
                int span = int.TryParse(cell.GetAttribute("colspan"), out int wide) ? Math.Clamp(wide, 1, MostColumns) : 1;
                isMerged |= span > 1 || cell.GetAttribute("rowspan") is not (null or "1" or "");
                cells.AddRange(Enumerable.Repeat("", span - 1));
                if (cells.Count > MostColumns)
                    break;
            }
            return [.. cells];
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
            if (_reported.Count < 200 && _reported.Add((rule, string.Join('|', words) + (_place.File is null ? "" : _span.Line))))
                _reader.Losses.Add(rule, _span, _place.Item, words);
        }
    }

    private DraftCourse Draft => draft;

    private LossReport Losses => losses;

    [GeneratedRegex(@"^(?:- |\d+\. )")]
    private static partial Regex ListStart();

    [GeneratedRegex(@"^(?:language-|lang-|sourceCode-)([A-Za-z0-9+#.-]{1,20})$")]
    private static partial Regex LanguageClass();

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}

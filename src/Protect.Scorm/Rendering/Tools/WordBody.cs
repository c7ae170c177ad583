using System.Globalization;
using System.Xml.Linq;
using AngleSharp.Dom;
using static Protect.Scorm.Rendering.Tools.WordXml;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Addresses and lists of a document, collected while its texts are written.</summary>
internal sealed class WordReferences
{
    public const string LinkPrefix = "link";

    /// <summary>The addresses of links, in order: <c>link1</c>, <c>link2</c>.</summary>
    public List<string> Links { get; } = [];

    /// <summary>The first number of each list with numbers.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>Returns the id of a link's relationship; null for an address that a document cannot have.</summary>
    public string? Link(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out _))
            return null;
        int index = Links.IndexOf(address);
        if (index < 0)
        {
            index = Links.Count;
            Links.Add(address);
        }
        return $"{LinkPrefix}{index + 1}";
    }

    /// <summary>Returns the id of a new list with numbers.</summary>
    public int NewList(int start)
    {
        Starts.Add(start);
        return WordStyles.Numbers + Starts.Count - 1;
    }
}

/// <summary>Writes the texts of a tool, from their trees of HTML, as paragraphs and tables of a document.</summary>
/// <param name="references">Receives links and lists.</param>
/// <param name="fields">Writes fields.</param>
/// <param name="isRightToLeft">True for a document from right to left.</param>
/// <param name="size">The size of its text in half points; null for that of the styles.</param>
internal sealed class WordBody(WordReferences references, WordFields fields, bool isRightToLeft, int? size)
{
    // Deeper texts become one paragraph. The parser of Markdown allows fewer levels.
    private const int MostNested = 60;

    /// <summary>Place of a paragraph.</summary>
    /// <param name="Depth">Lists around it.</param>
    /// <param name="List">The list that it begins an item of; null for none.</param>
    /// <param name="IsRightToLeft">Its direction.</param>
    /// <param name="IsInCell">True in a table.</param>
    /// <param name="Nested">Elements around it.</param>
    private sealed record Place(int Depth, int? List, bool IsRightToLeft, bool IsInCell, int Nested);

    /// <summary>Look of a run.</summary>
    private sealed record Look(bool IsBold, bool IsItalic, bool IsStruck, string? Align, bool IsLink, string? Language);

    private static readonly Look s_plain = new(false, false, false, null, false, null);

    /// <summary>Writes a text.</summary>
    public IEnumerable<XElement> Write(IElement body) =>
        Blocks(body, new Place(0, null, isRightToLeft, IsInCell: false, 0));

    /// <summary>Writes a paragraph of plain text.</summary>
    /// <param name="style">Its style; null for the default.</param>
    /// <param name="runs">Its runs.</param>
    public XElement Paragraph(string? style, params object?[] runs) =>
        El(
            "p",
            style is null && !isRightToLeft
                ? null
                : El("pPr", style is null ? null : Val("pStyle", style), isRightToLeft ? El("bidi") : null),
            runs
        );

    /// <summary>Writes a heading.</summary>
    public XElement HeadingOf(int level, string text) =>
        Paragraph(
            WordStyles.Heading + level,
            Run(text, s_plain, size is { } own ? (int)(own * (1.7 - (level * 0.2))) : null)
        );

    /// <summary>Writes a run of plain text.</summary>
    public XElement Words(string text, bool isBold = false) => Run(text, s_plain with { IsBold = isBold }, size);

    private IEnumerable<XElement> Blocks(INode parent, Place place)
    {
        if (place.Nested > MostNested)
        {
            yield return TextParagraph([parent], place);
            yield break;
        }
        Place inner = place with { Nested = place.Nested + 1 };
        var line = new List<INode>();
        foreach (INode child in parent.ChildNodes)
        {
            if (child is not IElement element || !IsBlock(element))
            {
                line.Add(child);
                continue;
            }
            if (Line() is { } before)
                yield return before;
            foreach (XElement block in Block(element, inner with { IsRightToLeft = DirectionOf(element, place) }))
            {
                yield return block;
                inner = inner with { List = null };
            }
        }
        if (Line() is { } last)
            yield return last;

        XElement? Line()
        {
            XElement? paragraph = line.All(IsSpace) ? null : TextParagraph([.. line], inner);
            line.Clear();
            if (paragraph is not null)
                inner = inner with { List = null };
            return paragraph;
        }
    }

    private IEnumerable<XElement> Block(IElement element, Place place) =>
        element.LocalName switch
        {
            "p" => [TextParagraph([.. element.ChildNodes], place)],
            "ul" => Items(element, place, WordStyles.Bullets),
            "ol" => Items(
                element,
                place,
                references.NewList(
                    int.TryParse(element.GetAttribute("start"), CultureInfo.InvariantCulture, out int start) ? start : 1
                )
            ),
            "table" => [Table(element, place), Paragraph(null)],
            ToolElements.Field => Field(element, place),
            "pre" => element
                .TextContent.TrimEnd('\n')
                .Split('\n')
                .Select(text => El("p", Properties(null, place), Run(text, s_plain, size))),
            "hr" => [],
            // Headings in a text are below that of its page.
            "h2" or "h3" or "h4" or "h5" or "h6" => [HeadingOf(3, element.TextContent)],
            _ => Blocks(element, place),
        };

    private IEnumerable<XElement> Items(IElement list, Place place, int id)
    {
        foreach (IElement item in list.Children.Where(child => child.LocalName == "li"))
        {
            bool isBox =
                item.ChildNodes.FirstOrDefault(node => !IsSpace(node)) is { } first && ToolElements.IsBox(first);
            // A box is the mark of its item.
            foreach (XElement block in Blocks(item, place with { Depth = place.Depth + 1, List = isBox ? null : id }))
                yield return block;
        }
    }

    private IEnumerable<XElement> Field(IElement field, Place place)
    {
        XElement label = El("p", Properties(WordStyles.Label, place), Run(ToolElements.LabelOf(field), s_plain, size));
        Place below = place with { List = null };
        return
        [
            label,
            .. ToolElements.ExampleOf(field) is { } example
                ? example.Split('\n').Select(text => El("p", Properties(null, below), Filled(text)))
                : [fields.Block(field, runs => El("p", Properties(WordStyles.Line, below), runs))],
        ];
    }

    private XElement TextParagraph(INode[] nodes, Place place) =>
        El("p", Properties(null, place), nodes.SelectMany((node, index) => Inline(node, s_plain, place, index == 0)));

    private static XElement? Properties(string? style, Place place)
    {
        object?[] properties =
        [
            style is null ? null : Val("pStyle", style),
            place.List is { } list
                ? El("numPr", Val("ilvl", WordStyles.Level(place.Depth - 1)), Val("numId", list))
                : null,
            place.IsRightToLeft ? El("bidi") : null,
            place.IsInCell ? El("spacing", At("after", 0)) : null,
            place.List is null && place.Depth > 0
                ? El("ind", At("left", 340 * (WordStyles.Level(place.Depth - 1) + 1)))
                : null,
        ];
        return properties.All(property => property is null) ? null : El("pPr", properties);
    }

    private XElement Table(IElement table, Place place)
    {
        IElement[] rows = [.. table.QuerySelectorAll("tr")];
        int columns = rows.Select(row => row.Children.Length).DefaultIfEmpty(1).Max();
        int share = 5000 / columns;
        return El(
            "tbl",
            El(
                "tblPr",
                Val("tblStyle", WordStyles.Table),
                place.IsRightToLeft ? El("bidiVisual") : null,
                El("tblW", At("w", 5000), At("type", "pct")),
                El("tblLayout", At("type", "fixed")),
                El("tblLook", At("val", "0420"), At("firstRow", 1), At("noVBand", 1))
            ),
            El("tblGrid", Enumerable.Range(0, columns).Select(_ => El("gridCol", At("w", 2 * share)))),
            rows.Select(row =>
                El(
                    "tr",
                    El(
                        "trPr",
                        El("cantSplit"),
                        El("trHeight", At("val", 420), At("hRule", "atLeast")),
                        row.ParentElement?.LocalName == "thead" ? El("tblHeader") : null
                    ),
                    Enumerable
                        .Range(0, columns)
                        .Select(column =>
                            Cell(column < row.Children.Length ? row.Children[column] : null, share, place)
                        )
                )
            )
        );
    }

    private XElement Cell(IElement? cell, int share, Place place)
    {
        Place inner = place with { Depth = 0, List = null, IsInCell = true };
        Look look = s_plain with { IsBold = cell?.LocalName == "th" };
        return El(
            "tc",
            El("tcPr", El("tcW", At("w", share), At("type", "pct"))),
            El(
                "p",
                Properties(null, inner),
                cell?.ChildNodes.SelectMany((node, index) => Inline(node, look, inner, index == 0))
            )
        );
    }

    private IEnumerable<object> Inline(INode node, Look look, Place place, bool isFirst)
    {
        if (node is IText text)
        {
            string words = string.Join(' ', text.Data.Split('\n'));
            return words.Length == 0 || (isFirst && string.IsNullOrWhiteSpace(words)) ? [] : [Run(words, look, size)];
        }
        if (node is not IElement element)
            return [];
        IEnumerable<object> Inside(Look inner) =>
            element.ChildNodes.SelectMany(child => Inline(child, inner, place, isFirst: false));
        return element.LocalName switch
        {
            ToolElements.Field => ToolElements.ExampleOf(element) is { } example
                ? [Filled(example.Replace('\n', ' '))]
                : [fields.Inline(element, place.IsInCell)],
            ToolElements.Box => ToolElements.ExampleOf(element) is null
                ? [fields.Box(element), .. Inside(look)]
                : [Run(ToolElements.IsTicked(element) ? "☑" : "☐", look, size), .. Inside(look)],
            "strong" or "b" => Inside(look with { IsBold = true }),
            "em" or "i" => Inside(look with { IsItalic = true }),
            "del" or "s" => Inside(look with { IsStruck = true }),
            "sub" => Inside(look with { Align = "subscript" }),
            "sup" => Inside(look with { Align = "superscript" }),
            "br" => [El("r", El("br"))],
            "math" => [Run(element.GetAttribute("alttext") ?? element.TextContent, look, size)],
            "a" when references.Link(element.GetAttribute("href") ?? "") is { } id =>
            [
                El(
                    "hyperlink",
                    new XAttribute(R + "id", id),
                    // A control inside a link would not be found.
                    element.ChildNodes.SelectMany(child => Inline(child, look with { IsLink = true }, place, false))
                ),
            ],
            _ => Inside(
                element.GetAttribute("lang") is { Length: > 0 } language ? look with { Language = language } : look
            ),
        };
    }

    private XElement Filled(string text) =>
        El(
            "r",
            El("rPr", Val("rStyle", WordStyles.Filled), SizeOf(size), isRightToLeft ? El("rtl") : null),
            TextOf(text)
        );

    private XElement Run(string text, Look look, int? own)
    {
        object?[] properties =
        [
            look.IsLink ? Val("rStyle", WordStyles.Link) : null,
            look.IsBold ? El("b") : null,
            look.IsBold ? El("bCs") : null,
            look.IsItalic ? El("i") : null,
            look.IsItalic ? El("iCs") : null,
            look.IsStruck ? El("strike") : null,
            SizeOf(own),
            look.Align is { } align ? Val("vertAlign", align) : null,
            isRightToLeft ? El("rtl") : null,
            look.Language is { } language ? Val("lang", language) : null,
        ];
        return El("r", properties.All(property => property is null) ? null : El("rPr", properties), TextOf(text));
    }

    private static object? SizeOf(int? own) => own is { } half ? new[] { Val("sz", half), Val("szCs", half) } : null;

    private static XElement TextOf(string text) =>
        El("t", new XAttribute(XNamespace.Xml + "space", "preserve"), Clean(text));

    private static bool DirectionOf(IElement element, Place place) =>
        element.GetAttribute("dir") is { Length: > 0 } direction ? direction == "rtl" : place.IsRightToLeft;

    private static bool IsSpace(INode node) => node is not IElement && string.IsNullOrWhiteSpace(node.TextContent);

    private static bool IsBlock(IElement element) =>
        element.LocalName
            is "p"
                or "ul"
                or "ol"
                or "table"
                or "div"
                or "blockquote"
                or "pre"
                or "hr"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
        || (ToolElements.IsField(element) && ToolElements.IsAlone(element));
}

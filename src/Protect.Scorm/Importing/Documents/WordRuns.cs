using System.Globalization;
using System.Text;

namespace Protect.Scorm.Importing.Documents;

/// <summary>Writes the runs of one paragraph of a Word document as HTML.</summary>
/// <param name="parts">The parts of the document.</param>
/// <param name="body">Receives notes and counts; null inside a note.</param>
/// <param name="boxes">Receives the content of text boxes.</param>
internal sealed class WordRuns(WordParts parts, WordHtml? body, List<XmlItem> boxes)
{
    private readonly StringBuilder _html = new();
    private readonly Stack<(StringBuilder Code, bool IsResult, bool IsLink)> _fields = new();

    /// <summary>Returns the HTML of a paragraph.</summary>
    public string Write(XmlItem paragraph)
    {
        Children(paragraph);
        while (_fields.TryPop(out (StringBuilder, bool, bool IsLink) field))
            if (field.IsLink)
                _html.Append("</a>");
        // Bold runs next to each other are one bold text.
        return _html
            .ToString()
            .Replace("</b><b>", "")
            .Replace("</i><i>", "")
            .Replace("</i></b><b><i>", "")
            .Replace("</code><code>", "");
    }

    private void Children(XmlItem container)
    {
        foreach (XmlItem child in container.Children)
            switch (child.Name)
            {
                case "r":
                    Run(child);
                    break;
                case "hyperlink":
                    Link(child);
                    break;
                case "ins" or "moveTo":
                    body?.Change();
                    Children(child);
                    break;
                case "del" or "moveFrom":
                    body?.Change();
                    break;
                case "sdt":
                    if (child["sdtContent"] is { } content)
                        Children(content);
                    break;
                case "fldSimple" or "smartTag" or "customXml" or "dir" or "bdo":
                    Children(child);
                    break;
                case "oMath" or "oMathPara":
                    body?.Count("the layout of a formula");
                    _html.Append(WordHtml.Encode(TextOf(child)));
                    break;
                case "commentReference":
                    body?.Count("a comment");
                    break;
            }
    }

    private void Run(XmlItem run)
    {
        if (run["rPr"]?["vanish"] is { } hidden && IsOn(hidden))
            return;
        var inner = new StringBuilder();
        foreach (XmlItem child in run.Children)
            switch (child.Name)
            {
                case "t":
                    if (!IsInCode)
                        inner.Append(WordHtml.Encode(child.Text));
                    break;
                case "instrText":
                    if (_fields.TryPeek(out (StringBuilder Code, bool IsResult, bool) field) && !field.IsResult)
                        field.Code.Append(child.Text);
                    break;
                case "fldChar":
                    Flush(run, inner);
                    Field(child.Attribute("fldCharType"));
                    break;
                case "tab":
                    inner.Append(' ');
                    break;
                case "br":
                    inner.Append(child.Attribute("type") is "page" or "column" ? " " : "<br>");
                    break;
                case "cr":
                    inner.Append("<br>");
                    break;
                case "noBreakHyphen":
                    inner.Append('\u2011');
                    break;
                case "sym":
                    body?.Count("a symbol of a symbol font");
                    break;
                case "footnoteReference" or "endnoteReference":
                    int number = body?.Note(child.Name[..^"Reference".Length], child.Attribute("id")) ?? 0;
                    if (number > 0)
                        inner.Append(CultureInfo.InvariantCulture, $"<sup>{number}</sup>");
                    break;
                case "commentReference":
                    body?.Count("a comment");
                    break;
                case "drawing" or "pict" or "object":
                    Flush(run, inner);
                    Drawing(child);
                    break;
                case "AlternateContent":
                    Flush(run, inner);
                    if (child["Choice"] is { } choice)
                        foreach (XmlItem part in choice.Children)
                            Drawing(part);
                    break;
            }
        Flush(run, inner);
    }

    private bool IsInCode => _fields.Count > 0 && !_fields.Peek().IsResult;

    private void Flush(XmlItem run, StringBuilder inner)
    {
        if (inner.Length == 0)
            return;
        string text = inner.ToString();
        inner.Clear();
        XmlItem? format = run["rPr"];
        string style = parts.StyleName(format?["rStyle"]?.Attribute("val"));
        foreach ((string tag, bool isOn) in Formats(format, style))
            if (isOn && text.Trim().Length > 0)
                text = $"<{tag}>{text}</{tag}>";
        _html.Append(text);
    }

    private static IEnumerable<(string Tag, bool IsOn)> Formats(XmlItem? format, string style) =>
        [
            ("code", style is "html code" or "code" or "verbatim char" or "source text" or "inline code"),
            ("sub", format?["vertAlign"]?.Attribute("val") == "subscript"),
            ("sup", format?["vertAlign"]?.Attribute("val") == "superscript"),
            ("s", IsOn(format?["strike"])),
            ("i", IsOn(format?["i"]) || style is "emphasis" or "intense emphasis" or "subtle emphasis"),
            ("b", IsOn(format?["b"]) || style is "strong" or "intense strong"),
        ];

    private static bool IsOn(XmlItem? toggle) =>
        toggle is not null && toggle.Attribute("val") is not ("0" or "false" or "off" or "none");

    private void Field(string? type)
    {
        if (_fields.Count > 50)
            return;
        switch (type)
        {
            case "begin":
                _fields.Push((new StringBuilder(), false, false));
                break;
            case "separate" when _fields.TryPop(out (StringBuilder Code, bool, bool) field):
                string? address = HyperlinkOf(field.Code.ToString());
                if (address is not null)
                    _html.Append("<a href=\"").Append(WordHtml.Encode(address)).Append("\">");
                _fields.Push((field.Code, true, address is not null));
                break;
            case "end" when _fields.TryPop(out (StringBuilder, bool, bool IsLink) ended):
                if (ended.IsLink)
                    _html.Append("</a>");
                break;
        }
    }

    /// <summary>Returns the address of a field <c>HYPERLINK "https://a.example"</c>; null for another.</summary>
    private static string? HyperlinkOf(string code)
    {
        string trimmed = code.Trim();
        if (!trimmed.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
            return null;
        string[] quoted = trimmed.Split('"');
        return quoted.Length < 2 ? null
            : quoted[0].Contains("\\l", StringComparison.Ordinal) ? "#" + quoted[1]
            : quoted[1];
    }

    private void Link(XmlItem link)
    {
        string? address =
            parts.Relation(link.Attribute("id")) is { IsOutside: true, Target: var target } ? target
            : link.Attribute("anchor") is { } anchor ? "#" + anchor
            : null;
        if (address is not null)
            _html.Append("<a href=\"").Append(WordHtml.Encode(address)).Append("\">");
        Children(link);
        if (address is not null)
            _html.Append("</a>");
    }

    private void Drawing(XmlItem drawing)
    {
        XmlItem? content = Find(drawing, "txbxContent");
        if (content is not null)
        {
            if (boxes.Count < 1000)
                boxes.Add(content);
            return;
        }
        XmlItem? picture = Find(drawing, "blip") ?? Find(drawing, "imagedata");
        string? id = picture?.Attribute("embed") ?? picture?.Attribute("id") ?? picture?.Attribute("link");
        if (parts.Relation(id) is not { } relation)
        {
            body?.Count(drawing.Name == "object" ? "an embedded object" : "a drawing, chart or shape");
            return;
        }
        XmlItem? names = Find(drawing, "docPr") ?? Find(drawing, "shape");
        string? alt = names?.Attribute("descr") ?? names?.Attribute("alt");
        bool isDecorative = Find(drawing, "decorative")?.Attribute("val") is "1" or "true";
        _html.Append("<img src=\"").Append(WordHtml.Encode(relation.Target)).Append('"');
        if (isDecorative)
            _html.Append(" alt=\"\"");
        else if (!string.IsNullOrWhiteSpace(alt))
            _html.Append(" alt=\"").Append(WordHtml.Encode(alt)).Append('"');
        _html.Append('>');
    }

    private static XmlItem? Find(XmlItem item, string name) =>
        item.Name == name
            ? item
            : item.Children.Select(child => Find(child, name)).FirstOrDefault(found => found is not null);

    private static string TextOf(XmlItem item) =>
        item.Name == "t" ? item.Text : string.Concat(item.Children.Select(TextOf));
}

using System.Globalization;
using System.Net;
using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Documents;

/// <summary>
/// Writes the body of a Word document as plain HTML: headings, paragraphs, lists, tables, pictures, links and notes.
/// Each paragraph has its number as its line.
/// </summary>
/// <param name="parts">The parts of the document.</param>
/// <param name="losses">Receives what is lost.</param>
/// <param name="item">The name of the document in the loss report.</param>
/// <param name="file">Placeholder of the document, whose lines are its paragraphs.</param>
internal sealed class WordHtml(WordParts parts, LossReport losses, string item, SourceFile file)
{
    private readonly StringBuilder _html = new();
    private readonly List<(string Tag, int Level)> _open = [];
    private readonly List<(int Number, string Html)> _notes = [];
    private readonly Dictionary<string, int> _lost = new(StringComparer.Ordinal);
    private Dictionary<string, XmlItem>? _footnotes,
        _endnotes;
    private int _paragraphs,
        _noteCount,
        _changes;

    /// <summary>The text of the paragraph with the style “Title”; null for none.</summary>
    public string? Title { get; private set; }

    /// <summary>Returns the HTML of the body.</summary>
    public string Write(XmlItem body)
    {
        Blocks(body);
        CloseLists(0);
        Notes();
        return _html.ToString();
    }

    /// <summary>Reports what was counted while reading.</summary>
    public void Report()
    {
        if (_changes > 0)
            losses.Add(
                ImportingRules.Changed,
                file.Start,
                item,
                $"text with tracked changes ({_changes})",
                "the text with all changes accepted"
            );
        if (_noteCount > 0)
            losses.Add(
                ImportingRules.Changed,
                file.Start,
                item,
                $"each footnote and endnote ({_noteCount})",
                "a numbered note at the end of its page"
            );
        foreach ((string what, int count) in _lost.OrderBy(lost => lost.Key, StringComparer.Ordinal))
            losses.Add(
                ImportingRules.PartLost,
                file.Start,
                item,
                count == 1 ? what : $"{what} ({count} times)",
                "a course has no counterpart"
            );
        if (parts.HasHeaders)
            losses.Add(
                ImportingRules.PartLost,
                file.Start,
                item,
                "the text of page headers and footers",
                "a course has none"
            );
    }

    private void Lost(string what) => _lost[what] = _lost.GetValueOrDefault(what) + 1;

    private void Blocks(XmlItem container)
    {
        foreach (XmlItem child in container.Children)
            switch (child.Name)
            {
                case "p":
                    Paragraph(child);
                    break;
                case "tbl":
                    CloseLists(0);
                    Table(child);
                    break;
                case "sdt":
                    bool isContents =
                        child["sdtPr"]?["docPartObj"]?["docPartGallery"]?.Attribute("val") is "Table of Contents";
                    if (!isContents && child["sdtContent"] is { } content)
                        Blocks(content);
                    break;
                case "ins" or "moveTo" or "smartTag" or "customXml":
                    Blocks(child);
                    break;
                case "altChunk":
                    Lost("an inserted document");
                    break;
            }
    }

    private void Paragraph(XmlItem paragraph)
    {
        int number = ++_paragraphs;
        XmlItem? properties = paragraph["pPr"];
        string style = parts.StyleName(properties?["pStyle"]?.Attribute("val"));
        if (style.StartsWith("toc ", StringComparison.Ordinal) || style == "toc heading")
            return;
        var boxes = new List<XmlItem>();
        string text = new WordRuns(parts, this, boxes).Write(paragraph);
        int? level = Level(properties, style);
        bool isEmpty = text.Trim().Length == 0;
        if (style == "title" && !isEmpty && Title is null)
            Title = HtmlReader.Plain(text);
        else if (level is not null && !isEmpty)
        {
            CloseLists(0);
            if (level <= 2)
                Notes();
            _html.Append(CultureInfo.InvariantCulture, $"<h{level} data-line=\"{number}\">{text}</h{level}>\n");
        }
        else if (parts.Inherited(properties, "numPr") is { } list && ListOf(list) is { } place && !isEmpty)
            Item(place.List, place.Level, text, number);
        else if (!isEmpty)
        {
            CloseLists(0);
            string tag =
                style.Contains("quote", StringComparison.Ordinal) ? "blockquote"
                : style is "html preformatted" or "source code" or "code" or "plain text" or "preformatted text" ? "pre"
                : "p";
            _html.Append(CultureInfo.InvariantCulture, $"<{tag} data-line=\"{number}\">{text}</{tag}>\n");
        }
        foreach (XmlItem box in boxes)
            Blocks(box);
    }

    private int? Level(XmlItem? properties, string style)
    {
        if (
            style.StartsWith("heading ", StringComparison.Ordinal)
            && int.TryParse(style["heading ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int named)
        )
            return Math.Clamp(named, 1, 6);
        return
            int.TryParse(
                parts.Inherited(properties, "outlineLvl")?.Attribute("val"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int outline
            ) && outline is >= 0 and < 9
            ? Math.Min(outline + 1, 6)
            : null;
    }

    private static (string List, int Level)? ListOf(XmlItem properties)
    {
        string? list = properties["numId"]?.Attribute("val");
        _ = int.TryParse(
            properties["ilvl"]?.Attribute("val"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int level
        );
        return list is null or "0" ? null : (list, Math.Clamp(level, 0, 8));
    }

    private void Item(string list, int level, string text, int number)
    {
        string tag = parts.IsNumbered(list, level) ? "ol" : "ul";
        CloseLists(level + 1);
        if (_open.Count > level && _open[level].Tag != tag)
            CloseLists(level);
        if (_open.Count > level)
            _html.Append("</li>");
        while (_open.Count <= level)
        {
            // A list that begins below its first level has no item to be in.
            if (_open.Count > 0 && _open[^1].Level == -1)
                _html.Append("<li>");
            string opened = _open.Count == level ? tag : "ul";
            _html.Append('<').Append(opened).Append('>');
            _open.Add((opened, _open.Count == level ? level : -1));
        }
        _html.Append(CultureInfo.InvariantCulture, $"<li data-line=\"{number}\">{text}");
        _open[level] = (tag, level);
    }

    /// <summary>Closes lists until at most as many are open.</summary>
    private void CloseLists(int most)
    {
        while (_open.Count > most)
        {
            _html.Append("</li></").Append(_open[^1].Tag).Append(">\n");
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void Table(XmlItem table)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<table data-line=\"{_paragraphs + 1}\">");
        foreach (XmlItem row in Rows(table))
        {
            bool isHeading = row["trPr"]?["tblHeader"] is not null;
            _html.Append("<tr>");
            foreach (XmlItem cell in Inner(row, "tc"))
            {
                string tag = isHeading ? "th" : "td";
                string? span = cell["tcPr"]?["gridSpan"]?.Attribute("val");
                bool isMerged = cell["tcPr"]?["vMerge"] is { } merge && merge.Attribute("val") != "restart";
                _html.Append('<').Append(tag);
                if (int.TryParse(span, NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 1)
                    _html.Append(CultureInfo.InvariantCulture, $" colspan=\"{columns}\"");
                _html.Append(isMerged ? " rowspan=\"2\">" : ">");
                Blocks(cell);
                CloseLists(0);
                _html.Append("</").Append(tag).Append('>');
            }
            _html.Append("</tr>");
        }
        _html.Append("</table>\n");
    }

    private static IEnumerable<XmlItem> Rows(XmlItem table) => Inner(table, "tr");

    /// <summary>Returns the rows of a table or the cells of a row, also those in content controls.</summary>
    private static IEnumerable<XmlItem> Inner(XmlItem container, string name) =>
        container.Children.SelectMany(child =>
            child.Name == name ? [child]
            : child.Name is "sdt" && child["sdtContent"] is { } content ? Inner(content, name)
            : child.Name is "ins" or "customXml" ? Inner(child, name)
            : []
        );

    /// <summary>Writes the notes since the last page as a list.</summary>
    private void Notes()
    {
        if (_notes.Count == 0)
            return;
        CloseLists(0);
        _html.Append(CultureInfo.InvariantCulture, $"<hr><ol start=\"{_notes[0].Number}\">");
        foreach ((_, string html) in _notes)
            _html.Append("<li>").Append(html).Append("</li>");
        _html.Append("</ol>\n");
        _notes.Clear();
    }

    /// <summary>Takes a note and returns its number; 0 when there is no such note.</summary>
    internal int Note(string kind, string? id)
    {
        Dictionary<string, XmlItem> notes =
            kind == "footnote"
                ? _footnotes ??= NotesOf("footnotes.xml", "footnote")
                : _endnotes ??= NotesOf("endnotes.xml", "endnote");
        if (id is null || !notes.TryGetValue(id, out XmlItem? note))
            return 0;
        // A note inside a note would not end.
        var boxes = new List<XmlItem>();
        string text = string.Join(
            "<br>",
            note.All("p").Select(paragraph => new WordRuns(parts, null, boxes).Write(paragraph).Trim())
        );
        _notes.Add((++_noteCount, text));
        return _noteCount;
    }

    private Dictionary<string, XmlItem> NotesOf(string part, string name)
    {
        var notes = new Dictionary<string, XmlItem>(StringComparer.Ordinal);
        foreach (XmlItem note in parts.Xml(parts.Folder + part)?.All(name) ?? [])
            if (note.Attribute("id") is { } id && note.Attribute("type") is null)
                notes[id] = note;
        return notes;
    }

    /// <summary>Counts a tracked change.</summary>
    internal void Change() => _changes++;

    /// <summary>Counts a part without a counterpart.</summary>
    internal void Count(string what) => Lost(what);

    /// <summary>Returns text for HTML.</summary>
    internal static string Encode(string text) => WebUtility.HtmlEncode(text);
}

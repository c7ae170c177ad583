using AngleSharp.Dom;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>
/// Renders the texts of a tool as trees of HTML in which fields and boxes are elements of their own
/// (<see cref="ToolElements"/>). Pages and documents are written from these trees.
/// </summary>
/// <param name="tools">The tools of rendering.</param>
/// <param name="markdown">Renders the texts of tools.</param>
/// <param name="blanks">Names the blanks.</param>
/// <param name="isExample">True for the filled example.</param>
internal sealed class ToolBodies(RenderTools tools, Markdown markdown, ToolBlanks blanks, bool isExample)
{
    private readonly string _row = tools.Input.Strings.Page["tool_row"];

    /// <summary>Renders a text.</summary>
    public IElement Render(RichText text)
    {
        var marks = new ToolMarks(text);
        var parsed = ParsedHtml.OfPart(ToolMarks.Clean(markdown.Render(marks.Marked).Text));
        if (parsed.Document?.Body is not { } body)
        {
            tools.Bag.Add(RenderingRules.TooDeep, text.Span);
            return ParsedHtml.OfPart("").Document!.Body!;
        }
        var found = new HashSet<int>();
        var lines = new ToolLines(marks, blanks, isExample, found);
        // In the order of the text, so that blanks are numbered in this order.
        foreach (IElement element in body.QuerySelectorAll("table, p, li").ToList())
            if (element.LocalName == "table")
                Fill(element, lines);
            else
                lines.Fill(element, null);
        for (int mark = 0; mark < marks.Count && !isExample; mark++)
            if (!found.Contains(mark))
                tools.Bag.Add(
                    RenderingRules.GapInTag,
                    text.Locate(marks.PlaceOf(mark).At, marks.PlaceOf(mark).Length),
                    marks.IsBox(mark) ? "[ ]" : marks.FieldOf(mark).Id
                );
        return body;
    }

    /// <summary>Marks the headers of a table, and fills its cells.</summary>
    private void Fill(IElement table, ToolLines lines)
    {
        IElement[] heads = [.. table.QuerySelectorAll("thead th")];
        foreach (IElement head in heads)
            head.SetAttribute("scope", "col");
        IElement[] rows = [.. table.QuerySelectorAll("tbody tr")];
        bool hasRowHeads =
            rows.Length > 0
            && rows.All(row => row.Children.Length > 1 && lines.WordsOf(row.Children[0]).Length > 0)
            && rows.All(row => !lines.HasMarks(row.Children[0]));
        for (int index = 0; index < rows.Length; index++)
        {
            string row = hasRowHeads ? lines.WordsOf(rows[index].Children[0]) : $"{_row} {index + 1}";
            if (hasRowHeads)
                RowHead(rows[index].Children[0]);
            for (int column = hasRowHeads ? 1 : 0; column < rows[index].Children.Length; column++)
            {
                string head = column < heads.Length ? lines.WordsOf(heads[column]) : "";
                lines.Fill(rows[index].Children[column], head.Length > 0 ? $"{row}, {head}" : row);
            }
        }
    }

    private static void RowHead(IElement cell)
    {
        IElement head = cell.Owner!.CreateElement("th");
        head.SetAttribute("scope", "row");
        if (cell.ClassName is { Length: > 0 } name)
            head.ClassName = name;
        head.Append([.. cell.ChildNodes]);
        cell.Replace(head);
    }
}

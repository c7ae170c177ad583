using AngleSharp.Dom;

namespace Protect.Scorm.Importing.Html;

/// <content>Tables.</content>
internal sealed partial class HtmlWalk
{
    private const int MostColumns = 40;

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
}

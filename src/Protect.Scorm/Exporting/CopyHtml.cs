using System.Text;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>Writes parts of the reading copy as HTML. Pictures become their text alternative.</summary>
internal static class CopyHtml
{
    /// <summary>Returns the HTML of one part.</summary>
    public static string Of(CopyPart part, ExportText texts) =>
        part switch
        {
            CopyHeading heading => $"<p><strong>{ExportText.Encode(heading.Text)}</strong></p>",
            CopyText { Label: { } label } text => $"<p><strong>{ExportText.Encode(label)}</strong></p>\n"
                + texts.Block(text.Text),
            CopyText text => texts.Block(text.Text),
            CopyLine { IsBold: true } line => $"<p><strong>{ExportText.Encode(line.Text)}</strong></p>",
            CopyLine line => $"<p>{ExportText.Encode(line.Text)}</p>",
            CopyList list => ListOf(list, texts),
            CopyTable table => TableOf(table, texts),
            CopyPicture picture => $"<p>[{ExportText.Encode(picture.Alt)}]</p>",
            _ => "",
        };

    private static string ListOf(CopyList list, ExportText texts)
    {
        string element = list.IsNumbered ? "ol" : "ul";
        var html = new StringBuilder($"<{element}>");
        foreach (CopyItem item in list.Items)
            html.Append("<li><p>")
                .Append(item.IsRight is { } isRight ? (isRight ? "✓ " : "✗ ") : "")
                .Append(item.Mark is null ? "" : $"{ExportText.Encode(item.Mark)} ")
                .Append(ExportText.Unwrapped(texts.Html(item.Text)))
                .Append("</p>")
                .Append(item.Note is null ? "" : texts.Block(item.Note))
                .Append("</li>");
        return html.Append($"</{element}>").ToString();
    }

    private static string TableOf(CopyTable table, ExportText texts)
    {
        var html = new StringBuilder("<table><thead><tr>");
        foreach (RichText column in table.Columns)
            html.Append($"<th>{texts.Html(column)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<RichText> row in table.Rows)
        {
            html.Append("<tr>");
            foreach (RichText cell in row)
                html.Append($"<td>{texts.Html(cell)}</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }
}

using AngleSharp.Dom;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>
/// Estimates how much of its paper a sheet takes. A line is one line of text; the figures are those of
/// <c>tool.css</c>.
/// </summary>
internal static class ToolPaper
{
    /// <param name="Letters">Letters in a line.</param>
    /// <param name="Lines">Lines on the paper, without the lines at its foot.</param>
    /// <param name="Room">Lines that a line to write on takes.</param>
    private sealed record Paper(int Letters, double Lines, double Room);

    private static Paper Of(SheetFormat format) =>
        format switch
        {
            SheetFormat.Page => new Paper(100, 50, 1.6),
            SheetFormat.Poster => new Paper(84, 44, 1.4),
            SheetFormat.Cards => new Paper(52, 25, 1.6),
            _ => new Paper(68, 19, 1.2),
        };

    /// <summary>Estimates the part of the paper that a sheet, card or slide takes, in percent.</summary>
    /// <param name="format">The paper.</param>
    /// <param name="about">The tool, when its title and audience are on the paper; null otherwise.</param>
    /// <param name="parts">The texts on the paper.</param>
    public static int Percent(SheetFormat format, Tool? about, IReadOnlyList<RenderedPart> parts)
    {
        Paper paper = Of(format);
        double lines = about is null ? 1.5 : 3;
        foreach (string? text in (string?[])[about?.Audience.Value, about?.When.Value, about?.DoesNotReplace?.Value])
            lines += text is null ? 0 : Wrapped(text, paper.Letters - 10) + 0.2;
        foreach (RenderedPart part in parts)
            lines +=
                (part.Title is null ? 0 : Wrapped(part.Title, (int)(paper.Letters / 1.3)) * 1.4 + 0.6)
                + Of(part.Body, paper, paper.Letters);
        return (int)Math.Round(100 * lines / paper.Lines);
    }

    /// <summary>Estimates the lines of an element and everything in it.</summary>
    private static double Of(INode node, Paper paper, int letters)
    {
        double lines = 0;
        foreach (INode child in node.ChildNodes)
            lines += child switch
            {
                IElement { LocalName: ToolElements.Field } field when ToolElements.IsAlone(field) => 1
                    + (ToolElements.LinesOf(field) * paper.Room),
                IElement { LocalName: "p" } paragraph => TextLines(paragraph, letters) + 0.4,
                IElement { LocalName: "li" } item => IsInline(item)
                    ? TextLines(item, letters - 5) + 0.15
                    : Of(item, paper, letters - 5),
                IElement { LocalName: "table" } table => table
                    .QuerySelectorAll("tr")
                    .Sum(row => RowLines(row, paper, letters)) + 0.5,
                IElement { LocalName: "ul" or "ol" or "blockquote" or "div" } inner => Of(inner, paper, letters - 2)
                    + 0.3,
                IElement { LocalName: "pre" or "math" } other => other.TextContent.Split('\n').Length + 1,
                _ => 0,
            };
        return lines;
    }

    private static double RowLines(IElement row, Paper paper, int letters)
    {
        int columns = Math.Max(1, row.Children.Length);
        double most = 1;
        foreach (IElement cell in row.Children)
        {
            double blanks = cell.QuerySelectorAll(ToolElements.Field).Sum(field => ToolElements.LinesOf(field));
            most = Math.Max(
                most,
                Math.Max(TextLines(cell, (letters / columns) - 2), 0) + (blanks * (paper.Room - 0.3))
            );
        }
        return most + 0.5;
    }

    private static bool IsInline(IElement element) =>
        element.Children.All(child =>
            child.LocalName is not ("p" or "ul" or "ol" or "table") && !ToolElements.IsAlone(child)
        );

    private static double TextLines(INode node, int letters) =>
        node.TextContent.Trim().Length == 0
            ? 0
            : node.TextContent.Trim().Split('\n').Sum(line => Wrapped(line, letters));

    private static double Wrapped(string text, int letters) =>
        Math.Max(1, Math.Ceiling(text.Length / (double)Math.Max(8, letters)));
}

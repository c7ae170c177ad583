using System.Text;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Draws the branches of a scenario for its author, as a picture and as text.</summary>
internal static class BranchingDrawing
{
    private const int Width = 220,
        Height = 76,
        AcrossGap = 90,
        DownGap = 28,
        Margin = 24,
        LineLength = 30,
        Lines = 2;

    /// <summary>
    /// Returns an SVG with one box per node and one arrow per choice. Columns are the distance from the start, in
    /// choices.
    /// </summary>
    public static string Svg(Branching branching)
    {
        (int Column, int Row)[] places = Places(branching);
        int width = (2 * Margin) + ((places.Max(place => place.Column) + 1) * (Width + AcrossGap)) - AcrossGap;
        int height = (2 * Margin) + ((places.Max(place => place.Row) + 1) * (Height + DownGap)) - DownGap;
        var svg = new StringBuilder();
        svg.Append(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" "
                + $"viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n"
        );
        svg.Append(
            $"<title>{Html.Encode(branching.Id.Value)}</title>\n"
                + $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fffdf8\"/>\n"
        );
        svg.Append(
            "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" "
                + "orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#56636a\"/></marker></defs>\n"
        );
        for (int from = 0; from < branching.Nodes.Count; from++)
        {
            foreach (Branch branch in branching.Nodes[from].Choices)
            {
                int to = branching.IndexOf(branch.To.Value);
                if (to >= 0)
                    svg.Append(Arrow(places[from], places[to], branch));
            }
        }
        for (int node = 0; node < branching.Nodes.Count; node++)
            svg.Append(Box(places[node], branching.Nodes[node]));
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Returns one line per node and one indented line per choice.</summary>
    public static string Text(Branching branching)
    {
        var text = new StringBuilder();
        foreach (Node node in branching.Nodes)
        {
            string ends = node.Ending is { } ending ? $" [ends {ending.Value.ToString().ToLowerInvariant()}]" : "";
            text.Append($"{node.Id.Value}{ends}: {Plain(node.Text)}\n");
            foreach (Branch branch in node.Choices)
            {
                string when = string.Concat(
                    branch.Conditions.Select(condition =>
                        $", when {condition.Variable.Value}"
                        + (condition.AtLeast is { } least ? $" ≥ {least.Value}" : "")
                        + (condition.AtMost is { } most ? $" ≤ {most.Value}" : "")
                    )
                );
                string changes = string.Concat(
                    branch.Effects.Select(effect => $", {effect.Variable.Value} {effect.Add.Value:+0;-0;0}")
                );
                text.Append($"  → {branch.To.Value}: {Plain(branch.Text)}{when}{changes}\n");
            }
        }
        return text.ToString();
    }

    private static (int Column, int Row)[] Places(Branching branching)
    {
        int[] columns = [.. branching.Nodes.Select(_ => -1)];
        var open = new Queue<int>([0]);
        columns[0] = 0;
        while (open.TryDequeue(out int at))
        {
            foreach (
                int next in branching
                    .Nodes[at]
                    .Choices.Select(branch => branching.IndexOf(branch.To.Value))
                    .Where(next => next >= 0 && columns[next] < 0)
            )
            {
                columns[next] = columns[at] + 1;
                open.Enqueue(next);
            }
        }
        int last = columns.Max();
        var rows = new Dictionary<int, int>();
        return
        [
            .. columns.Select(column =>
            {
                int place = column < 0 ? last + 1 : column; // unreachable nodes come last
                rows[place] = rows.GetValueOrDefault(place, -1) + 1;
                return (place, rows[place]);
            }),
        ];
    }

    private static int Left((int Column, int Row) place) => Margin + (place.Column * (Width + AcrossGap));

    private static int Top((int Column, int Row) place) => Margin + (place.Row * (Height + DownGap));

    private static string Box((int Column, int Row) place, Node node)
    {
        string colour = node.Ending?.Value switch
        {
            Ending.Right => "#dcefe1",
            Ending.Partly => "#fbeed0",
            Ending.Wrong => "#f6dcd4",
            _ => "#ffffff",
        };
        var box = new StringBuilder(
            $"<g><title>{Html.Encode(Plain(node.Text))}</title>"
                + $"<rect x=\"{Left(place)}\" y=\"{Top(place)}\" width=\"{Width}\" height=\"{Height}\" "
                + $"rx=\"10\" fill=\"{colour}\" stroke=\"#56636a\"/>"
        );
        string ends = node.Ending is { } ending ? $" ({ending.Value.ToString().ToLowerInvariant()})" : "";
        box.Append(
            $"<text x=\"{Left(place) + 12}\" y=\"{Top(place) + 22}\" font-weight=\"bold\">"
                + $"{Html.Encode(node.Id.Value)}{ends}</text>"
        );
        foreach ((string line, int at) in Wrapped(Plain(node.Text)).Select((line, at) => (line, at)))
            box.Append(
                $"<text x=\"{Left(place) + 12}\" y=\"{Top(place) + 42 + (at * 16)}\">{Html.Encode(line)}</text>"
            );
        return box.Append("</g>\n").ToString();
    }

    private static string Arrow((int Column, int Row) from, (int Column, int Row) to, Branch branch)
    {
        (int startX, int startY) = (Left(from) + Width, Top(from) + (Height / 2));
        bool forward = to.Column > from.Column;
        (int endX, int endY) = forward
            ? (Left(to), Top(to) + (Height / 2))
            : (Left(to) + (Width / 2), Top(to) + Height);
        int bend = forward ? (endX - startX) / 2 : AcrossGap / 2;
        string path = forward
            ? $"M{startX} {startY}C{startX + bend} {startY} {endX - bend} {endY} {endX} {endY}"
            : $"M{startX} {startY}C{startX + bend} {startY} {endX} {endY + DownGap + Height} {endX} {endY}";
        string dashed = branch.Conditions.Count > 0 ? " stroke-dasharray=\"5 4\"" : "";
        return $"<path d=\"{path}\" fill=\"none\" stroke=\"#56636a\"{dashed} marker-end=\"url(#arrow)\">"
            + $"<title>{Html.Encode(Plain(branch.Text))}</title></path>\n";
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        var lines = new List<string> { "" };
        foreach (string word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length + 1 <= LineLength)
                lines[^1] = $"{lines[^1]} {word}".TrimStart();
            else
                lines.Add(word.Length > LineLength ? word[..LineLength] : word);
        }
        return lines.Count <= Lines ? lines : [.. lines.Take(Lines - 1), lines[Lines - 1] + " …"];
    }

    private static string Plain(RichText text) =>
        string.Join(' ', text.Markdown.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

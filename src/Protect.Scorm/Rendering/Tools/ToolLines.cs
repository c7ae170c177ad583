using AngleSharp.Dom;
using Protect.Scorm.Content;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Puts fields and boxes into the lines of paragraphs, list items and cells.</summary>
/// <param name="marks">The marks of the text.</param>
/// <param name="blanks">Names the blanks.</param>
/// <param name="isExample">True for the filled example.</param>
/// <param name="found">Receives the marks that were found.</param>
internal sealed class ToolLines(ToolMarks marks, ToolBlanks blanks, bool isExample, HashSet<int> found)
{
    /// <summary>Returns true when an element contains fields or boxes.</summary>
    public bool HasMarks(INode node) => node.TextContent.Any(letter => marks.Find(letter) is not null);

    /// <summary>Returns the words of an element without its fields and boxes, in one line.</summary>
    public string WordsOf(INode node) => Words(node.TextContent);

    /// <summary>Fills the lines of a paragraph, a list item or a cell.</summary>
    /// <param name="element">The element.</param>
    /// <param name="cell">The headers of a cell; null for others.</param>
    public void Fill(IElement element, string? cell)
    {
        if (!HasMarks(element))
            return;
        IDocument document = element.Owner!;
        List<List<Piece>> lines = LinesOf(element);
        bool isParagraph = element.LocalName == "p",
            canBeAlone = isParagraph || element.LocalName == "li";
        var result = new List<INode>();
        foreach (List<Piece> line in lines)
        {
            Piece[] content = [.. line.Where(piece => piece.Mark is not null || !IsSpace(piece.Node!))];
            if (canBeAlone && content is [{ Mark: { } mark }] && !marks.IsBox(mark) && Find(mark) is { } alone)
                result.Add(ToolElements.NewField(document, alone, isAlone: true, isExample));
            else
            {
                if (result.Count > 0 && !IsAlone(result[^1]))
                    result.Add(document.CreateTextNode("\n"));
                result.AddRange(Inline(document, line, cell));
            }
        }
        if (!isParagraph)
        {
            element.InnerHtml = "";
            element.Append([.. result]);
            return;
        }
        // A paragraph cannot contain a field with a label of its own.
        foreach (INode[] part in Parts(result))
            if (IsAlone(part[0]))
                element.Before(part[0]);
            else if (part.Any(node => !IsSpace(node)))
            {
                var paragraph = (IElement)element.Clone(deep: false);
                paragraph.Append(part);
                element.Before(paragraph);
            }
        element.Remove();
    }

    /// <summary>Splits nodes into fields with a label of their own and the runs between them.</summary>
    private static IEnumerable<INode[]> Parts(IEnumerable<INode> nodes)
    {
        var run = new List<INode>();
        foreach (INode node in nodes)
            if (IsAlone(node))
            {
                if (run.Count > 0)
                    yield return [.. run];
                run.Clear();
                yield return [node];
            }
            else
                run.Add(node);
        if (run.Count > 0)
            yield return [.. run];
    }

    private static bool IsAlone(INode node) => ToolElements.IsField(node) && ToolElements.IsAlone((IElement)node);

    private List<INode> Inline(IDocument document, IReadOnlyList<Piece> line, string? cell)
    {
        var result = new List<INode>();
        for (int at = 0; at < line.Count; at++)
        {
            if (line[at].Node is { } node)
            {
                if (node is IElement inner && HasMarks(inner) && !IsBlock(inner))
                    Replace(inner, cell);
                result.Add(node);
                continue;
            }
            int mark = line[at].Mark!.Value;
            if (!marks.IsBox(mark))
            {
                if (Find(mark) is { } blank)
                    result.Add(ToolElements.NewField(document, blank, isAlone: false, isExample));
                else
                    result.Add(Empty(document, mark, cell));
                continue;
            }
            // The words after a box are its label, up to the next field or box.
            INode[] label =
            [
                .. line.Skip(at + 1)
                    .TakeWhile(piece => piece.Node is { } next && !IsBlock(next) && !HasMarks(next))
                    .Select(piece => piece.Node!),
            ];
            string words = Words(string.Concat(label.Select(part => part.TextContent)));
            if (words.Length == 0)
                words = cell ?? Words(string.Concat(result.Select(part => part.TextContent)));
            found.Add(mark);
            IElement box = ToolElements.NewBox(
                document,
                blanks.NextName(),
                words,
                isExample,
                isExample && marks.IsTicked(mark)
            );
            box.Append(label);
            result.Add(box);
            at += label.Length;
        }
        return result;
    }

    /// <summary>Replaces the marks inside emphasis or a link.</summary>
    private void Replace(IElement element, string? cell)
    {
        INode[] nodes = [.. LinesOf(element).SelectMany(line => Inline(element.Owner!, line, cell))];
        element.InnerHtml = "";
        element.Append(nodes);
    }

    private Blank? Find(int mark)
    {
        if (blanks.Of(marks.FieldOf(mark)) is not { } blank)
            return null;
        found.Add(mark);
        return blank;
    }

    private IElement Empty(IDocument document, int mark, string? cell)
    {
        found.Add(mark);
        return ToolElements.NewField(
            document,
            new Blank(blanks.NextName(), cell ?? "", 1, ""),
            isAlone: false,
            isExample
        );
    }

    private List<List<Piece>> LinesOf(IElement element)
    {
        var lines = new List<List<Piece>> { new() };
        foreach (INode node in element.ChildNodes.ToArray())
        {
            if (node is not IText text)
            {
                lines[^1].Add(new Piece(node, null));
                continue;
            }
            int from = 0;
            string all = text.Data;
            for (int at = 0; at < all.Length; at++)
            {
                int? mark = marks.Find(all[at]);
                if (mark is null && all[at] != '\n')
                    continue;
                Add(from, at);
                from = at + 1;
                if (mark is null)
                    lines.Add([]);
                else
                    lines[^1].Add(new Piece(null, mark));
            }
            Add(from, all.Length);

            void Add(int start, int end)
            {
                if (end > start)
                    lines[^1].Add(new Piece(element.Owner!.CreateTextNode(all[start..end]), null));
            }
        }
        return [.. lines.Where(line => line.Count > 0)];
    }

    private static bool IsBlock(INode node) =>
        node is IElement { LocalName: "p" or "ul" or "ol" or "div" or "table" or "blockquote" or "pre" };

    private static bool IsSpace(INode node) => node is IText && string.IsNullOrWhiteSpace(node.TextContent);

    private string Words(string text) =>
        string.Join(
            ' ',
            string.Concat(text.Select(letter => marks.Find(letter) is null ? letter : ' '))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>A node of a line, or a mark.</summary>
    private sealed record Piece(INode? Node, int? Mark);
}

using System.Text;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Importing;

/// <summary>
/// Writes drafts as a person would: text of several lines as a block, quotation marks only where YAML needs them, a
/// blank line between pages, blocks and questions, and comments above what the author has to decide.
/// </summary>
internal static class DraftYaml
{
    private const int LongestFlow = 80;

    /// <summary>Characters that end a line for some YAML readers, or that no YAML file may contain.</summary>
    private const string Hidden = "\u2028\u2029\uFEFF\uFFFE\uFFFF";

    /// <summary>Returns a module as the text of its file.</summary>
    /// <param name="module">The module, with ids.</param>
    public static string Module(DraftModule module)
    {
        var yaml = new StringBuilder("# yaml-language-server: $schema=../course.schema.json\n");
        Comment(yaml, module.Comment, 0);
        yaml.Append($"id: {module.Id}\ntitle: {YamlText.Line(module.Title)}\npages:\n");
        foreach ((DraftPage page, int index) in module.Pages.Select((page, index) => (page, index)))
        {
            if (index > 0)
                yaml.Append('\n');
            Page(yaml, page);
        }
        return yaml.ToString();
    }

    /// <summary>Returns the fields of a group as lines.</summary>
    /// <param name="node">The group.</param>
    /// <param name="indent">Spaces before each line.</param>
    public static string Node(DraftNode node, int indent)
    {
        var yaml = new StringBuilder();
        Fields(yaml, node, indent, isFirstIndented: true);
        return yaml.ToString();
    }

    /// <summary>Returns a page as lines, without the dash of its list.</summary>
    public static string PageText(DraftPage page)
    {
        var yaml = new StringBuilder();
        PageFields(yaml, page);
        return string.Join('\n', yaml.ToString().Split('\n').Select(line => line.Length > 4 ? line[4..] : ""));
    }

    private static void Page(StringBuilder yaml, DraftPage page)
    {
        Comment(yaml, page.Comment, 2);
        int at = yaml.Length;
        PageFields(yaml, page);
        yaml[at + 2] = '-';
    }

    private static void PageFields(StringBuilder yaml, DraftPage page)
    {
        yaml.Append($"    id: {page.Id}\n    title: {YamlText.Line(page.Title)}\n");
        DraftNode[] questions = page.Assessment is null ? [] : [.. page.Blocks.Where(DraftIds.IsQuestion)];
        DraftNode[] blocks = [.. page.Blocks.Except(questions, ReferenceEqualityComparer.Instance).Cast<DraftNode>()];
        if (blocks.Length > 0)
        {
            yaml.Append("    blocks:\n");
            Items(yaml, blocks, 6);
        }
        if (page.Assessment is null)
            return;
        yaml.Append("    assessment:\n");
        Fields(yaml, page.Assessment, 6, isFirstIndented: true);
        yaml.Append("      questions:\n");
        Items(yaml, questions, 8);
    }

    private static void Items(StringBuilder yaml, IReadOnlyList<DraftNode> nodes, int indent)
    {
        for (int index = 0; index < nodes.Count; index++)
        {
            if (index > 0)
                yaml.Append('\n');
            Comment(yaml, nodes[index].Comment, indent);
            yaml.Append(' ', indent).Append("- ");
            Fields(yaml, nodes[index], indent + 2, isFirstIndented: false);
        }
    }

    private static void Fields(StringBuilder yaml, DraftNode node, int indent, bool isFirstIndented)
    {
        bool isFirst = !isFirstIndented;
        void Start()
        {
            if (!isFirst)
                yaml.Append(' ', indent);
            isFirst = false;
        }

        if (node.Type is not null)
        {
            Start();
            yaml.Append($"type: {node.Type}\n");
        }
        if (node.Id is not null)
        {
            Start();
            yaml.Append($"id: {node.Id}\n");
        }
        foreach (DraftField field in node.Fields)
        {
            if (field.Comment is not null && !isFirst)
                Comment(yaml, field.Comment, indent);
            Start();
            yaml.Append(field.Name).Append(':');
            Value(yaml, field.Value, indent);
            if (field.Comment is not null && field == node.Fields[0] && node.Type is null && !isFirstIndented)
                Comment(yaml, field.Comment, indent);
        }
    }

    /// <summary>Writes a value after the colon of its field, and ends the line.</summary>
    private static void Value(StringBuilder yaml, DraftValue value, int indent)
    {
        switch (value)
        {
            case DraftText { Value: var text } when text.Contains('\n') && YamlText.FitsBlock(text):
                yaml.Append(" |\n");
                Block(yaml, text, indent + 2);
                break;
            case DraftText { Value: var text }:
                yaml.Append(' ').Append(YamlText.Line(text)).Append('\n');
                break;
            case DraftLiteral { Written: var written }:
                yaml.Append(' ').Append(written).Append('\n');
                break;
            case DraftList list when Flow(list) is { } line:
                yaml.Append(' ').Append(line).Append('\n');
                break;
            case DraftList { Items: var items }:
                yaml.Append('\n');
                foreach (DraftValue item in items)
                {
                    Comment(yaml, (item as DraftNode)?.Comment, indent + 2);
                    yaml.Append(' ', indent + 2).Append('-');
                    if (item is DraftNode node)
                    {
                        yaml.Append(' ');
                        Fields(yaml, node, indent + 4, isFirstIndented: false);
                    }
                    else
                        Value(yaml, item, indent + 2);
                }
                break;
            case DraftNode node:
                yaml.Append('\n');
                Fields(yaml, node, indent + 2, isFirstIndented: true);
                break;
        }
    }

    /// <summary>Returns a short list of words in square brackets; null for another list.</summary>
    private static string? Flow(DraftList list)
    {
        if (list.Items.Any(item => item is not (DraftLiteral or DraftText { Value.Length: <= 24 })))
            return null;
        string line = string.Join(
            ", ",
            list.Items.Select(item =>
                item is DraftText text ? YamlText.Line(text.Value, isInFlow: true) : ((DraftLiteral)item).Written
            )
        );
        return line.Length <= LongestFlow ? $"[{line}]" : null;
    }

    private static void Block(StringBuilder yaml, string text, int indent)
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
                yaml.Append(' ', indent).Append(line);
            yaml.Append('\n');
        }
    }

    /// <summary>Writes lines of a comment. A line break in it begins another line of the comment.</summary>
    private static void Comment(StringBuilder yaml, string? comment, int indent)
    {
        foreach (string line in comment?.Split('\n') ?? [])
        {
            string shown = string.Concat(line.Where(letter => !char.IsControl(letter) && !Hidden.Contains(letter)));
            yaml.Append(' ', indent).Append("# ").Append(shown.TrimEnd()).Append('\n');
        }
    }
}

using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Moodle;

/// <summary>
/// Reads a question bank in Moodle XML, as question/format/xml/format.php of Moodle 4.5 reads it. Categories become
/// modules.
/// </summary>
internal static class MoodleXml
{
    /// <summary>Returns true for XML with the root element “quiz”.</summary>
    public static bool Knows(ImportSource source)
    {
        if (source.Folder is not null || source.IsZip)
            return false;
        ReadOnlySpan<byte> start = source.Bytes.AsSpan(0, Math.Min(source.Bytes.Length, 4000));
        string head = start.StartsWith("\xFF\xFE"u8) || start.Contains((byte)0)
            ? Encoding.Unicode.GetString(start)
            : Encoding.UTF8.GetString(start);
        head = head.TrimStart('\uFEFF', ' ', '\n', '\r', '\t');
        return head.StartsWith('<') && head.Contains("<quiz", StringComparison.Ordinal);
    }

    /// <summary>Reads a file.</summary>
    public static ImportResult Read(ImportSource source, ImportOptions options)
    {
        XmlItem? root = ForeignXml.Read(source.Bytes, out string? fault);
        if (root is null)
            return ImportResult.Failed(source, ImportingRules.Unreadable, fault!);
        if (root.Name != "quiz")
            return ImportResult.Failed(source, ImportingRules.Unreadable, "its first element is not <quiz>");
        var losses = new LossReport();
        var categories = new QuestionCategories(source.Name);
        SourceFile file = source.Text ?? SourceFile.WithoutText(source.Path);
        int count = 0;
        bool hasPenalties = false;
        foreach (XmlItem element in root.All("question"))
        {
            var span = new SourceSpan(file, element.Line, Math.Max(1, element.Column - 1), "<question".Length);
            if (++count > ImportLimits.MostItems)
            {
                losses.Add(
                    ImportingRules.TooLarge,
                    span,
                    source.Path,
                    $"it has more than {ImportLimits.MostItems} questions"
                );
                break;
            }
            var item = new MoodleItem(element, span, categories.Draft, losses);
            if (item.Kind == "category")
                Category(item, categories);
            else
                foreach (DraftNode node in Question(item))
                    categories.Add(node, PlainTags(item.Tags, node));
            hasPenalties |= item.Kind is not ("category" or "description" or "essay") && MoodleItem.Number(item.Words("penalty")) > 0;
        }
        if (hasPenalties)
            losses.Add(
                ImportingRules.Changed,
                file.Start,
                source.Name,
                "the penalties for further tries",
                "none: a check has unlimited tries, and an attempt of an assessment has one"
            );
        return categories.Result(source, losses);
    }

    private static void Category(MoodleItem item, QuestionCategories categories)
    {
        string path = item.Words("category");
        categories.Open(path);
        if (HtmlReader.Plain(item.Element["info"]?["text"]?.Text ?? "").Length > 0)
            foreach (DraftNode block in Text(item, item.Element["info"]))
                categories.Add(block, []);
    }

    /// <summary>Returns a question, or the blocks of a description; nothing when it is lost, which is reported.</summary>
    private static IEnumerable<DraftNode> Question(MoodleItem item)
    {
        DraftNode? question = null;
        switch (item.Kind)
        {
            case "description":
                return Text(item, item.Element["questiontext"]);
            case "multichoice":
                question = MoodleKinds.Choice(item);
                break;
            case "truefalse":
                question = MoodleKinds.TrueFalse(item);
                break;
            case "shortanswer":
                question = MoodleKinds.Typed(item);
                break;
            case "numerical":
                question = MoodleKinds.Number(item);
                break;
            case "matching" or "match":
                question = MoodleKinds.Matching(item);
                break;
            case "ordering":
                question = MoodleKinds.Ordering(item);
                break;
            case "cloze" or "multianswer":
                question = MoodleCloze.Read(item);
                break;
            case "gapselect" or "ddwtos":
                question = MoodleGaps.Read(item);
                break;
            case "essay":
                return [MoodleKinds.Essay(item)];
            default:
                item.Refuse($"a course has no counterpart of Moodle's kind “{LossReport.Short(item.Kind)}”");
                break;
        }
        if (question is null)
            return [];
        item.Weight(question);
        Marks(item, question);
        if (item.Flag("hidden"))
            item.Changed("a hidden question", "a visible one");
        return [question];
    }

    /// <summary>Reads the tags that our own export writes for what Moodle has no field for.</summary>
    private static void Marks(MoodleItem item, DraftNode question)
    {
        foreach (string tag in item.Tags)
            if (tag == "critical")
                question.Set("critical", true);
            else if (tag is "difficulty:easy" or "difficulty:medium" or "difficulty:hard")
                question.Set("difficulty", tag["difficulty:".Length..]);
    }

    private static IEnumerable<string> PlainTags(IEnumerable<string> tags, DraftNode node) =>
        tags.Where(tag =>
            !(tag == "critical" && node["critical"] is not null)
            && !tag.StartsWith("difficulty:", StringComparison.Ordinal)
            && !tag.StartsWith("module:", StringComparison.Ordinal)
        );

    private static List<DraftNode> Text(MoodleItem item, XmlItem? holder)
    {
        var blocks = new List<DraftNode>();
        foreach (HtmlPart part in item.Parts(holder, isText: false))
            blocks.Add(
                part switch
                {
                    BlockPart block => block.Node,
                    TextPart text => item.Start("text").Set("body", text.Markdown),
                    HeadingPart heading => item.Start("text")
                        .Set("body", $"**{MarkdownText.EscapeStart(MarkdownText.Escape(heading.Title))}**"),
                    _ => item.Start("text"),
                }
            );
        return blocks;
    }
}

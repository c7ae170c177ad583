using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing;

/// <summary>A text of others as ours: Markdown, and the pictures and other blocks in it.</summary>
/// <param name="Markdown">The text; empty for none.</param>
/// <param name="Pictures">The fields of its pictures.</param>
internal sealed record ItemText(string Markdown, IReadOnlyList<DraftNode> Pictures)
{
    /// <summary>No text.</summary>
    public static ItemText None { get; } = new("", []);
}

/// <summary>One question or block of a source whose texts are HTML.</summary>
/// <param name="span">Its place in the source.</param>
/// <param name="draft">Receives pictures.</param>
/// <param name="losses">Receives what is lost.</param>
internal abstract class ForeignItem(SourceSpan span, DraftCourse draft, LossReport losses)
{
    private readonly HtmlReader _html = new(draft, losses);

    /// <summary>The place in the source.</summary>
    public SourceSpan Span => span;

    /// <summary>The name for the loss report.</summary>
    public abstract string Name { get; }

    /// <summary>The id or name in the source: a second import finds the item by it.</summary>
    public abstract string SourceId { get; }

    /// <summary>Receives what is lost.</summary>
    protected LossReport Losses => losses;

    /// <summary>Receives pictures.</summary>
    protected DraftCourse Draft => draft;

    /// <summary>Makes a question or block of a course.</summary>
    public DraftNode Start(string type) => new(type) { SourceId = SourceId, Origin = span };

    /// <summary>Helper for the parts that several formats share.</summary>
    public DraftQuestions Questions => new(Name, span, losses);

    /// <summary>Reports a part that is lost.</summary>
    public void Lost(string what, string why) => losses.Add(ImportingRules.PartLost, span, Name, what, why);

    /// <summary>Reports a part that is another in our format.</summary>
    public void Changed(string from, string to) => losses.Add(ImportingRules.Changed, span, Name, from, to);

    /// <summary>Reports that the item is lost.</summary>
    public void Refuse(string why) => losses.Add(ImportingRules.ItemLost, span, Name, why);

    /// <summary>Returns the parts of HTML.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="place">Its place, with its pictures.</param>
    /// <param name="isText">True when blocks such as tables to open become text.</param>
    public List<HtmlPart> Parts(string html, HtmlPlace place, bool isText = true) =>
        _html.Parts(html, place with { IsText = isText });

    /// <summary>Returns HTML as a text of several paragraphs.</summary>
    public ItemText Block(string html, HtmlPlace place) => Text(Parts(html, place));

    /// <summary>Returns parts as one text.</summary>
    public static ItemText Text(List<HtmlPart> parts) =>
        new(
            string.Join("\n\n", parts.OfType<TextPart>().Select(part => part.Markdown)),
            [.. parts.OfType<BlockPart>().Select(part => part.Node)]
        );

    /// <summary>Returns HTML as a text of one paragraph.</summary>
    public ItemText Line(string html, HtmlPlace place)
    {
        var pictures = new List<DraftNode>();
        string line = _html.Line(html, place, pictures);
        if (line.Length == 0 && pictures is [var only, ..])
            line = MarkdownText.Escape(only.Text("alt") ?? "Picture");
        return new ItemText(line, pictures);
    }

    /// <summary>Adds prompt and pictures: one picture below the prompt, several above it.</summary>
    public void Ask(DraftNode question, List<HtmlPart> parts)
    {
        string prompt = Text(parts).Markdown;
        DraftNode[] blocks = [.. parts.OfType<BlockPart>().Select(part => part.Node)];
        bool isOne = blocks is [{ Type: "image" }];
        if (blocks.Length > 0 && !isOne)
            question.Set("blocks", DraftValue.List(blocks));
        question.Set("prompt", prompt.Length > 0 ? prompt : MarkdownText.EscapeStart(MarkdownText.Escape(Name)));
        if (isOne)
            question.Set("picture", Group(blocks[0]));
    }

    /// <summary>Adds the first picture of a text to a field, and reports the others.</summary>
    public DraftNode Pictured(DraftNode node, string field, ItemText text)
    {
        if (text.Pictures is [var first, ..])
            node.Set(field, Group(first));
        for (int at = 1; at < text.Pictures.Count; at++)
            LostPicture(text.Pictures[at], "only one picture fits here");
        return node;
    }

    /// <summary>Reports a picture that was read but has no place.</summary>
    public void LostPicture(DraftNode picture, string why) =>
        losses.Add(ImportingRules.Picture, span, Name, picture.Text("src") ?? picture.Type ?? "", why);

    private static DraftNode Group(DraftNode picture)
    {
        var group = new DraftNode();
        foreach (
            DraftField field in picture.Fields.Where(field => field.Name is "src" or "alt" or "decorative" or "credit")
        )
            group.Set(field.Name, field.Value, field.Comment);
        return group;
    }
}

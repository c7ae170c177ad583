using System.Globalization;
using System.Net;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Moodle;

/// <summary>One question of a Moodle XML file, with what all kinds share.</summary>
/// <param name="element">The element <c>question</c>.</param>
/// <param name="span">Its place in the file.</param>
/// <param name="draft">Receives pictures.</param>
/// <param name="losses">Receives what is lost.</param>
internal sealed class MoodleItem(XmlItem element, SourceSpan span, DraftCourse draft, LossReport losses)
    : ForeignItem(span, draft, losses)
{
    private string? _name;

    /// <summary>The element.</summary>
    public XmlItem Element => element;

    /// <summary>The kind in Moodle, such as <c>multichoice</c>.</summary>
    public string Kind => (element.Attribute("type") ?? "").Trim();

    public override string Name =>
        _name ??= HtmlReader.Plain(element["name"]?["text"]?.Text ?? "") is { Length: > 0 } name ? name
            : HtmlReader.Plain(element["questiontext"]?["text"]?.Text ?? "") is { Length: > 0 } text ? text
            : Kind;

    /// <summary>The id number, or else the name.</summary>
    public override string SourceId => Words("idnumber") is { Length: > 0 } number ? number : Name;

    /// <summary>The tags.</summary>
    public IEnumerable<string> Tags =>
        element
            .All("tags")
            .Concat(element.All("coursetags"))
            .SelectMany(tags => tags.All("tag"))
            .Select(tag => MarkdownText.Plain(tag["text"]?.Text ?? tag.Text))
            .Where(tag => tag.Length > 0);

    /// <summary>Returns the text of an element without markup, such as <c>single</c>.</summary>
    public string Words(string name) => MarkdownText.Plain(element[name]?["text"]?.Text ?? element[name]?.Text ?? "");

    /// <summary>Returns true for “true” and 1; <paramref name="otherwise"/> without the element.</summary>
    public bool Flag(string name, bool otherwise = false) =>
        element[name] is null ? otherwise : Words(name).ToLowerInvariant() is "true" or "1" or "yes";

    /// <summary>Returns a decimal number as Moodle writes it; null for another text.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(
            text?.Trim().Replace(',', '.'),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out decimal number
        )
        && Math.Abs(number) < 1_000_000_000_000m
            ? number
            : null;

    /// <summary>Returns the weight of an answer in percent.</summary>
    public static decimal Fraction(XmlItem answer) =>
        Number(answer.Attribute("fraction") ?? answer["fraction"]?.Text) ?? 0;

    /// <summary>Returns the parts of a text.</summary>
    /// <param name="holder">The element with “text” and “file”; null for none.</param>
    /// <param name="isText">True when blocks such as tables to open become text.</param>
    public List<HtmlPart> Parts(XmlItem? holder, bool isText = true) =>
        holder is null ? [] : Parts(HtmlOf(holder), Place(holder), isText);

    /// <summary>Returns a text of several paragraphs.</summary>
    public ItemText Block(XmlItem? holder) => Text(Parts(holder));

    /// <summary>Returns a text of one paragraph.</summary>
    public ItemText Line(XmlItem? holder) =>
        holder is null ? ItemText.None : Line(HtmlOf(holder), Place(holder));

    /// <summary>
    /// Adds the feedback of the question: on right, partly right and wrong answers, and what Moodle always shows. A hint
    /// becomes the feedback on wrong answers when there is no other.
    /// </summary>
    public void Feedback(DraftNode question, ItemText? right = null, ItemText? wrong = null)
    {
        right ??= Block(element["correctfeedback"]);
        wrong ??= Block(element["incorrectfeedback"]);
        ItemText partly = Block(element["partiallycorrectfeedback"]),
            always = Block(element["generalfeedback"]);
        XmlItem[] hints = [.. element.All("hint").Where(hint => HtmlReader.Plain(hint["text"]?.Text ?? "").Length > 0)];
        int used = 0;
        if (wrong.Markdown.Length == 0 && hints.Length > 0)
        {
            wrong = Block(hints[used++]);
            Changed("the first hint", "the feedback on wrong answers");
        }
        if (hints.Length > used)
            Lost(
                Plurals.Count(hints.Length - used, "hint"),
                "a question of a course shows the same feedback at each try"
            );
        if (always.Markdown.Length > 0 && (right.Markdown.Length > 0 || wrong.Markdown.Length > 0))
            Changed("the general feedback", "the end of the feedback on right and on wrong answers");
        DraftQuestions.Feedback(question, right.Markdown, wrong.Markdown, always.Markdown, partly.Markdown);
        bool hasPartly = (question["feedback"] as DraftNode)?["partly"] is not null;
        if (partly.Markdown.Length > 0 && !hasPartly)
            Lost("the feedback on partly right answers", "this question is right or wrong");
        if (question["feedback"] is DraftNode feedback)
        {
            if (feedback["right"] is not null)
                Pictured(feedback, "right_picture", right);
            if (hasPartly)
                Pictured(feedback, "partly_picture", partly);
            if (feedback["wrong"] is not null)
                Pictured(feedback, "wrong_picture", wrong);
        }
        foreach (DraftNode picture in always.Pictures)
            LostPicture(picture, "the general feedback has no picture here");
    }

    /// <summary>Adds the points.</summary>
    public void Weight(DraftNode question)
    {
        decimal grade = Number(Words("defaultgrade")) ?? 1,
            whole = Math.Clamp(Math.Round(grade, MidpointRounding.AwayFromZero), 1, 100);
        if (grade != whole && element["defaultgrade"] is not null && grade != 0)
            Changed($"the mark {Words("defaultgrade")}", $"the weight {whole:0}");
        if (whole != 1)
            question.Set("weight", (int)whole);
    }

    /// <summary>Returns the place of a text, with its files.</summary>
    public HtmlPlace Place(XmlItem holder) =>
        new(Name, Span) { Picture = source => FileOf(holder, source) ?? FileOf(element["questiontext"], source) };

    private static byte[]? FileOf(XmlItem? holder, string source)
    {
        const string stored = "@@PLUGINFILE@@/";
        if (holder is null || !source.StartsWith(stored, StringComparison.OrdinalIgnoreCase))
            return null;
        string name = Uri.UnescapeDataString(source[stored.Length..].Split('?', '#')[0]);
        XmlItem? file = holder
            .All("file")
            .FirstOrDefault(file => ((file.Attribute("path") ?? "/") + file.Attribute("name")).TrimStart('/') == name);
        return file is not null && file.Attribute("encoding") is null or "base64"
            ? ForeignPictures.Base64(file!.Text)
            : null;
    }

    /// <summary>Returns a text as HTML, by its format.</summary>
    public string HtmlOf(XmlItem holder)
    {
        string text = holder["text"]?.Text ?? (holder.Children.Count == 0 ? holder.Text : ""),
            format = holder.Attribute("format") ?? element["questiontext"]?.Attribute("format") ?? "html";
        return format switch
        {
            "plain_text" or "plain" or "2" => Lines(WebUtility.HtmlEncode(text)),
            "markdown" or "4" => MarkdownHtml.Of(text),
            "moodle_auto_format" or "moodle" or "0" => Lines(text),
            _ => text,
        };
    }

    private static string Lines(string text) =>
        "<p>"
        + text.Replace("\r\n", "\n").Trim().Replace("\n\n", "</p><p>").Replace("\n", "<br>")
        + "</p>";
}

using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>Format of a text in Moodle.</summary>
internal enum TextFormat
{
    /// <summary>Auto-format: plain text in which HTML counts and line breaks stay.</summary>
    Moodle,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Plain text.</summary>
    Plain,
}

/// <summary>Text of a source with its format.</summary>
internal readonly record struct ForeignText(string Text, TextFormat Format)
{
    /// <summary>True without any visible character.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Returns the text as Markdown of ours.</summary>
    /// <param name="isLine">True where only one paragraph is allowed.</param>
    /// <param name="item">The name of the item in the loss report.</param>
    /// <param name="place">The place of the item in the source.</param>
    /// <param name="losses">Receives what is lost.</param>
    public string Markdown(bool isLine, string item, SourceSpan place, LossReport losses)
    {
        string text = Text.Trim();
        if (Format == TextFormat.Html || (Format == TextFormat.Moodle && HtmlMarkdown.IsHtml(text)))
            return new HtmlMarkdown(item, place, losses).Of(
                Format == TextFormat.Moodle ? text.Replace("\n", "<br>") : text,
                isLine
            );
        if (Format != TextFormat.Markdown)
            return isLine ? DraftMarkdown.OneLine(text) : DraftMarkdown.Plain(text);
        string markdown = DraftMarkdown.Clean(text);
        if (isLine)
            markdown = markdown.Replace('\n', ' ').Trim();
        if (DraftMarkdown.IsSound(markdown, isLine))
            return markdown;
        losses.Add(
            ImportingRules.PartLost,
            place,
            item,
            "the layout of a text",
            "its Markdown has something else than text"
        );
        return isLine ? DraftMarkdown.OneLine(text) : DraftMarkdown.Plain(text);
    }
}

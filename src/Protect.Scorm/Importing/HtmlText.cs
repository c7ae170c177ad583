using Protect.Scorm.Rendering;

namespace Protect.Scorm.Importing;

/// <summary>The text of HTML without its layout, such as a word to type.</summary>
internal static class HtmlText
{
    /// <summary>Returns the text; the HTML itself when it exceeds the bounds of the parser.</summary>
    public static string Of(string html) =>
        HtmlMarkdown.IsHtml(html) && ParsedHtml.OfPart(html).Document?.Body is { } body ? body.TextContent : html;
}

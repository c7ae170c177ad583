using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing.Html;

/// <summary>
/// Reads HTML of others as Markdown and blocks of a course. Only listed elements and addresses are taken. Scripts,
/// embedded pages and event handlers are removed and reported.
/// </summary>
/// <param name="draft">Receives pictures.</param>
/// <param name="losses">Receives what was lost or changed.</param>
internal sealed partial class HtmlReader(DraftCourse draft, LossReport losses)
{
    /// <summary>Most characters of one text of the result.</summary>
    internal const int LongestText = 15_000;

    /// <summary>Returns a text as parts in the order of the source. Neighbouring paragraphs are one part.</summary>
    /// <param name="html">HTML of a part of a body.</param>
    /// <param name="place">The place of the text.</param>
    public List<HtmlPart> Parts(string html, HtmlPlace place) => Joined(SingleParts(html, place));

    /// <summary>Returns a text as parts, each paragraph, list and table one of its own.</summary>
    /// <param name="html">HTML of a part of a body.</param>
    /// <param name="place">The place of the text.</param>
    public List<HtmlPart> SingleParts(string html, HtmlPlace place)
    {
        var parts = new List<HtmlPart>();
        if (Parse(html, place) is { } body)
            new HtmlWalk(draft, losses, place).Into(body, parts);
        else if (MarkdownText.Escape(BoundedHtml.WithoutTags(html)).Trim() is { Length: > 0 } text)
            parts.Add(new TextPart(MarkdownText.EscapeStart(text), place.Span));
        return parts;
    }

    /// <summary>Returns a text as one line of Markdown, for options and other short texts.</summary>
    /// <param name="html">HTML of a part of a body.</param>
    /// <param name="place">The place of the text.</param>
    /// <param name="pictures">Receives the pictures of the text.</param>
    public string Line(string html, HtmlPlace place, List<DraftNode> pictures)
    {
        if (Parse(html, place) is not { } body)
            return MarkdownText.EscapeStart(MarkdownText.Escape(BoundedHtml.WithoutTags(html)).Trim());
        var walk = new HtmlWalk(draft, losses, place with { IsText = true });
        return walk.LineOf(body, pictures);
    }

    /// <summary>Returns a text without marks, for titles.</summary>
    public static string Plain(string html, int most = 200) =>
        MarkdownText.Plain(
            (BoundedHtml.Parse(html) is { } body ? body.TextContent : BoundedHtml.WithoutTags(html)),
            most
        );

    private IElement? Parse(string html, HtmlPlace place)
    {
        IElement? body = BoundedHtml.Parse(html);
        if (body is null)
            losses.Add(
                ImportingRules.PartLost,
                place.Span,
                place.Item,
                "the formatting of a text",
                "its HTML is too large or has too many elements inside each other"
            );
        return body;
    }

    /// <summary>Joins neighbouring texts, as long as they fit into one text of a course.</summary>
    public static List<HtmlPart> Joined(List<HtmlPart> parts)
    {
        var joined = new List<HtmlPart>();
        foreach (HtmlPart part in parts.SelectMany(Split))
            if (
                part is TextPart text
                && joined.LastOrDefault() is TextPart last
                && last.Markdown.Length + text.Markdown.Length < LongestText
            )
                joined[^1] = last with { Markdown = $"{last.Markdown}{Between(last, text)}{text.Markdown}" };
            else
                joined.Add(part);
        return joined;
    }

    /// <summary>Returns what separates two texts. Two lists of the same kind would be one without a comment.</summary>
    private static string Between(TextPart one, TextPart other)
    {
        string last = one.Markdown[
            (one.Markdown.LastIndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..
        ];
        bool isList = ListStart().IsMatch(last) || last.StartsWith("  ", StringComparison.Ordinal);
        return
            isList
            && ListStart().IsMatch(other.Markdown)
            && (last[0] == ' ' || (last[0] == '-') == (other.Markdown[0] == '-'))
            ? "\n\n<!-- -->\n\n"
            : "\n\n";
    }

    private static IEnumerable<HtmlPart> Split(HtmlPart part)
    {
        if (part is not TextPart { Markdown.Length: > LongestText } long1)
            return [part];
        var pieces = new List<HtmlPart>();
        string rest = long1.Markdown;
        while (rest.Length > LongestText)
        {
            int cut = rest.LastIndexOf('\n', LongestText);
            if (cut < LongestText / 2)
                cut = rest.LastIndexOf(' ', LongestText);
            if (cut <= 0)
                cut = char.IsHighSurrogate(rest[LongestText - 1]) ? LongestText - 1 : LongestText;
            pieces.Add(new TextPart(rest[..cut].Trim(), part.Span));
            rest = rest[cut..].Trim();
        }
        pieces.Add(new TextPart(rest, part.Span));
        return pieces.Where(piece => ((TextPart)piece).Markdown.Length > 0);
    }

    [GeneratedRegex(@"^(?:- |\d+\. )")]
    internal static partial Regex ListStart();
}

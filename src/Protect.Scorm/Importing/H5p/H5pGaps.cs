using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.H5p;

/// <summary>
/// Reads texts with words between asterisks: H5P.Blanks (js/blanks.js), where learners type, and H5P.DragText
/// (src/scripts), where they drag words.
/// </summary>
internal static partial class H5pGaps
{
    private const int MostGaps = 200;

    /// <summary>H5P.Blanks: answers with “/” between, a tip after “:”.</summary>
    public static DraftNode? Blanks(H5pItem item)
    {
        string html = string.Concat(item.Parameters["questions"].Items.Take(100).Select(line => Paragraph(line.Text)));
        var gaps = new GapDraft(item, html);
        int tips = 0,
            empty = 0;
        string? written = Filled(
            item,
            html,
            inner =>
            {
                string[] parts = inner.Split(':', 2);
                tips += parts.Length > 1 && parts[1].Trim().Length > 0 ? 1 : 0;
                string[] accept = [.. parts[0].Split('/').Select(word => WebUtility.HtmlDecode(word).Trim())];
                empty += accept.Length > 1 && accept.Contains("") ? 1 : 0;
                return gaps.Add(accept, []);
            }
        );
        if (written is null || Finish(item, gaps, written, item.Parameters["text"].Text) is not { } question)
            return null;
        H5pKinds.Many(item, tips, "tip", "a gap has no tip");
        H5pKinds.Many(item, empty, "gap that may stay empty", "an empty gap is never right");
        H5pValue behaviour = item.Parameters["behaviour"];
        if (behaviour["caseSensitive"].Flag(otherwise: true))
            question.Set("exact", true);
        if (behaviour["acceptSpellingErrors"].Flag())
            item.Lost("“accept minor spelling errors”", "a gap is right or wrong");
        item.Feedback(question, hasPartly: true);
        return question;
    }

    /// <summary>H5P.DragText: each gap offers all words of the text, and the distractors.</summary>
    public static DraftNode? Words(H5pItem item)
    {
        string html = Paragraph(item.Parameters["textField"].Text);
        string[] words = [.. Starred().Matches(html).Select(match => Word(match.Groups[1].Value).Word)],
            all =

            [
                .. words.Concat(
                    Starred()
                        .Matches(item.Parameters["distractors"].Text)
                        .Select(match => Word(match.Groups[1].Value).Word)
                ),
            ];
        var gaps = new GapDraft(item, html);
        int tips = 0,
            comments = 0,
            typed = 0;
        string? written = Filled(
            item,
            html,
            inner =>
            {
                (string word, bool hasTip, bool hasComment) = Word(inner);
                tips += hasTip ? 1 : 0;
                comments += hasComment ? 1 : 0;
                string key = SameAnswer.Of(word, exact: false);
                string[] others = [.. all.Where(other => SameAnswer.Of(other, exact: false) != key).Take(100)];
                typed += others.Length == 0 ? 1 : 0;
                return gaps.Add([word], others);
            }
        );
        if (written is null || Finish(item, gaps, written, item.Parameters["taskDescription"].Text) is not { } question)
            return null;
        item.Changed("words to drag into the text", "lists to choose from");
        if (typed > 0)
            item.Changed("a gap with one word to drag", "a gap to type in");
        H5pKinds.Many(item, tips, "tip", "a gap has no tip");
        H5pKinds.Many(item, comments, "feedback text on a word", "all gaps share the feedback of the question");
        item.Feedback(question, hasPartly: true);
        return question;
    }

    private static DraftNode? Finish(H5pItem item, GapDraft gaps, string written, string task)
    {
        ItemText prompt = item.Block(task, item.Place);
        if (gaps.Finish(written, item.Place, prompt.Markdown) is not { } question)
            return null;
        List<HtmlPart> media = item.Media();
        DraftNode[] pictures = [.. media.OfType<BlockPart>().Select(part => part.Node), .. prompt.Pictures];
        foreach (DraftNode picture in pictures)
            if (question["picture"] is null)
                item.Pictured(question, "picture", new ItemText("", [picture]));
            else
                item.LostPicture(picture, "only one picture fits here");
        return question;
    }

    /// <summary>Replaces what is between asterisks; null when there are too many, which is reported.</summary>
    private static string? Filled(H5pItem item, string html, Func<string, string> fill)
    {
        int count = 0;
        var written = new StringBuilder();
        int at = 0;
        foreach (Match gap in Starred().Matches(html))
        {
            string inner = Tag().Replace(gap.Groups[1].Value, "");
            if (inner.Trim().Length == 0)
                continue;
            if (++count > MostGaps)
            {
                item.Refuse($"it has more than {MostGaps} gaps");
                return null;
            }
            written.Append(html, at, gap.Index - at).Append(fill(inner));
            at = gap.Index + gap.Length;
        }
        return written.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>Takes tip and feedback off a word to drag: <c>word:tip\+right\-wrong</c>.</summary>
    private static (string Word, bool HasTip, bool HasComment) Word(string inner)
    {
        string text = Tag().Replace(inner, ""),
            plain = Comment().Replace(text, "");
        string[] parts = plain.Split(':', 2);
        return (
            WebUtility.HtmlDecode(parts[0]).Trim(),
            parts.Length > 1 && parts[1].Trim().Length > 0,
            plain.Length != text.Length
        );
    }

    /// <summary>Returns lines without elements as a paragraph.</summary>
    private static string Paragraph(string text) =>
        text.Contains("<p", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<div", StringComparison.OrdinalIgnoreCase)
            ? text
            : $"<p>{text.Trim().Replace("\r\n", "\n").Replace("\n\n", "</p><p>").Replace("\n", "<br>")}</p>";

    [GeneratedRegex(@"\*([^*]*)\*")]
    private static partial Regex Starred();

    [GeneratedRegex(@"</?[A-Za-z][^<>]{0,500}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\[+-][^\\]*")]
    private static partial Regex Comment();
}

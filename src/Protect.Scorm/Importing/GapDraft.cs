using System.Globalization;
using Protect.Scorm.Content;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing;

/// <summary>
/// Makes a text with gaps from HTML of others: each gap leaves a word in the HTML that becomes <c>[[g1]]</c> in the
/// Markdown.
/// </summary>
/// <param name="item">The question.</param>
/// <param name="html">The HTML of the text, in which no mark may appear yet.</param>
internal sealed class GapDraft(ForeignItem item, string html)
{
    /// <summary>Most characters of an answer.</summary>
    public const int LongestAnswer = 100;

    private const string Prompt = "Complete the text.";

    private readonly string _mark = MarkFor(html);
    private readonly List<DraftNode> _gaps = [];

    /// <summary>Adds a gap and returns the word to write into the HTML in its place.</summary>
    /// <param name="accept">The right answers, as plain text.</param>
    /// <param name="wrong">The wrong words of a list; empty for a gap to type in.</param>
    public string Add(IEnumerable<string> accept, IEnumerable<string> wrong)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        string[] Distinct(IEnumerable<string> words) =>
            [
                .. words
                    .Select(word => MarkdownText.Plain(word, 10_000))
                    .Where(word => word.Length > 0 && known.Add(SameAnswer.Of(word, exact: false))),
            ];
        string[] right = Distinct(accept),
            other = Distinct(wrong);
        foreach (string word in right.Concat(other).Where(word => word.Length > LongestAnswer))
            item.Lost(
                $"the word “{LossReport.Short(word)}” of a gap",
                $"a word has at most {LongestAnswer} characters"
            );
        int number = _gaps.Count + 1;
        _gaps.Add(
            new DraftNode()
                .Set("name", string.Create(CultureInfo.InvariantCulture, $"g{number}"))
                .Set("accept", DraftValue.Texts(right.Where(word => word.Length <= LongestAnswer)))
                .Set("wrong", DraftValue.Texts(other.Where(word => word.Length <= LongestAnswer)))
        );
        return string.Create(CultureInfo.InvariantCulture, $"{_mark}{number}{_mark}");
    }

    /// <summary>Returns the question; null when it is lost, which is reported.</summary>
    /// <param name="written">The HTML with the words of the gaps.</param>
    /// <param name="place">The place of the text.</param>
    /// <param name="prompt">The prompt of the source; null to take the paragraphs before the first gap.</param>
    public DraftNode? Finish(string written, HtmlPlace place, string? prompt = null)
    {
        if (_gaps.Count == 0)
        {
            item.Refuse("it has no gap");
            return null;
        }
        if (_gaps.Exists(gap => gap["accept"] is null))
        {
            item.Refuse("a gap has no right answer");
            return null;
        }
        List<HtmlPart> parts = item.Parts(written, place);
        string text = ForeignItem.Text(parts).Markdown;
        for (int number = 1; number <= _gaps.Count; number++)
        {
            string word = string.Create(CultureInfo.InvariantCulture, $"{_mark}{number}{_mark}");
            int at = text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || text.IndexOf(word, at + 1, StringComparison.Ordinal) >= 0)
            {
                item.Refuse("a gap is not in its text, but in a picture or another part without gaps");
                return null;
            }
            text = text.Replace(word, $"[[g{number}]]");
        }
        DraftNode question = item.Start("gap-fill");
        item.Ask(question, [.. parts.Where(part => part is BlockPart)]);
        (string? before, text) = prompt is null ? Split(text) : (prompt, text);
        if (string.IsNullOrEmpty(before))
            question.Set("prompt", Prompt, "decide: the source has no prompt; write one in the language of the course");
        else
            question.Set("prompt", before);
        return question.Set("text", text).Set("gaps", DraftValue.List(_gaps));
    }

    /// <summary>Separates the paragraphs before the first one with a gap.</summary>
    private static (string? Prompt, string Text) Split(string text)
    {
        int gap = text.IndexOf("[[g1]]", StringComparison.Ordinal),
            end = text.LastIndexOf("\n\n", gap, StringComparison.Ordinal);
        return end <= 0 || text.Contains("```") ? (null, text) : (text[..end], text[(end + 2)..]);
    }

    private static string MarkFor(string html)
    {
        string mark = "zqgap";
        while (html.Contains(mark, StringComparison.OrdinalIgnoreCase))
            mark += "q";
        return mark;
    }
}

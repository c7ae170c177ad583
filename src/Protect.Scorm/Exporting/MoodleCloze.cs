using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Writes the gaps of a text as Moodle's cloze marks (question/type/multianswer/questiontype.php of Moodle 4.5):
/// <c>{1:SHORTANSWER:=proof~=evidence}</c>.
/// </summary>
internal static partial class MoodleCloze
{
    /// <summary>Returns the HTML of the text with a cloze mark for each gap.</summary>
    public static string Write(GapFill question, ExportText texts) =>
        Marked()
            .Replace(
                texts.Block(question.Text),
                place =>
                    question.Gaps.FirstOrDefault(gap => gap.Name.Value == Decode(place.Groups[1].Value)) is { } gap
                        ? Mark(gap, question, texts)
                        : place.Value
            );

    private static string Mark(Gap gap, GapFill question, ExportText texts)
    {
        bool isList = gap.Wrong.Count > 0;
        Feedback feedback = question.Gaps.Count == 1 ? question.Core.Feedback : new Feedback();
        string right = FeedbackOf(feedback.Right, texts),
            wrong = FeedbackOf(feedback.Wrong, texts);
        string kind =
            isList ? "MULTICHOICE"
            : question.Exact ? "SHORTANSWER_C"
            : "SHORTANSWER";
        string[] answers =
        [
            .. gap.Accept.Select(word => "=" + Word(word.Value, isList) + right),
            .. gap.Wrong.Select(word => Word(word.Value, isList) + wrong),
            .. !isList && wrong.Length > 0 ? ["*" + wrong] : (string[])[],
        ];
        return $"{{1:{kind}:{string.Join('~', answers)}}}";
    }

    private static string FeedbackOf(RichText? text, ExportText texts) =>
        text is null
            ? ""
            : "#"
                + ExportText
                    .Unwrapped(texts.Block(text))
                    .Replace("&", "&amp;", StringComparison.Ordinal)
                    .Replace("~", "&#126;", StringComparison.Ordinal)
                    .Replace("}", @"\}", StringComparison.Ordinal);

    /// <summary>
    /// Writes a word. Moodle decodes the entities of an answer once; a list shows the result as HTML, a typed answer is
    /// compared with it, and <c>*</c> there matches any text.
    /// </summary>
    private static string Word(string word, bool isList)
    {
        string plain = isList ? ExportText.Encode(word) : word.Replace("*", @"\*", StringComparison.Ordinal);
        var written = new StringBuilder();
        foreach (char character in plain)
            written.Append(
                character switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '~' => "&#126;",
                    '#' => @"\#",
                    '}' => @"\}",
                    '=' or '%' when written.Length == 0 => $"&#{(int)character};",
                    _ => character.ToString(),
                }
            );
        return written.ToString();
    }

    private static string Decode(string name) => System.Net.WebUtility.HtmlDecode(name);

    [GeneratedRegex(@"\[\[([^\[\]]*)\]\]")]
    private static partial Regex Marked();
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Moodle;

/// <summary>
/// Reads embedded answers, such as <c>{1:SHORTANSWER:=Berlin~%50%Bonn#nearly}</c>, as
/// question/type/multianswer/questiontype.php of Moodle 4.5 reads them.
/// </summary>
internal static partial class MoodleCloze
{
    private sealed record Answer(string Words, decimal Weight, string Feedback);

    /// <summary>Reads a question; null when it is lost, which is reported.</summary>
    public static DraftNode? Read(MoodleItem item)
    {
        if (item.Element["questiontext"] is not { } holder)
        {
            item.Refuse("it has no text");
            return null;
        }
        string html = item.HtmlOf(holder);
        var gaps = new GapDraft(item, html);
        var written = new StringBuilder();
        var weights = new HashSet<string>(StringComparer.Ordinal);
        var exact = new HashSet<bool>();
        List<Answer> first = [];
        int at = 0,
            count = 0;
        while (Start().Match(html, at) is { Success: true } start)
        {
            string kind = start.Groups["kind"].Value.ToUpperInvariant();
            List<Answer>? answers = Answers(html, start.Index + start.Length, out int end);
            if (answers is null)
                break;
            if (kind.StartsWith("MULTIRESPONSE", StringComparison.Ordinal) || kind.StartsWith("MR", StringComparison.Ordinal))
            {
                item.Refuse("a gap of it takes several answers at once (MULTIRESPONSE)");
                return null;
            }
            weights.Add(start.Groups["weight"].Value is "" ? "1" : start.Groups["weight"].Value);
            written.Append(html, at, start.Index - at).Append(Gap(item, gaps, kind, answers, exact));
            if (count++ == 0)
                first = answers;
            at = end;
        }
        written.Append(html, at, html.Length - at);
        DraftNode? question = gaps.Finish(written.ToString(), item.Place(holder));
        if (question is null)
            return null;
        if (exact.Contains(true))
            question.Set("exact", true);
        if (exact.Count > 1)
            item.Changed("capitals that count in some gaps only", "capitals that count in all gaps");
        if (weights.Count > 1)
            item.Changed("gaps of different weight", "gaps of the same weight");
        ItemText right = ItemText.None,
            wrong = ItemText.None;
        if (count == 1)
        {
            right = Feedback(item, holder, first.Find(answer => answer.Weight >= 100));
            wrong = Feedback(item, holder, first.FindLast(answer => answer.Weight <= 0));
        }
        else if (first.Exists(answer => answer.Feedback.Length > 0))
            item.Lost("the feedback on answers in gaps", "a text with several gaps has feedback on all of them only");
        item.Feedback(question, right, wrong);
        return question;
    }

    private static ItemText Feedback(MoodleItem item, XmlItem holder, Answer? answer) =>
        answer is null ? ItemText.None : item.Block(Unescaped(answer.Feedback), item.Place(holder));

    private static string Gap(MoodleItem item, GapDraft gaps, string kind, List<Answer> answers, HashSet<bool> exact)
    {
        bool isList = kind.StartsWith('M') && !kind.StartsWith("MW", StringComparison.Ordinal);
        bool isNumber = kind is "NUMERICAL" or "NM";
        if (!isList)
            exact.Add(kind is "SHORTANSWER_C" or "SAC" or "MWC");
        var accept = new List<string>();
        var wrong = new List<string>();
        foreach (Answer answer in answers)
        {
            string words = WebUtility.HtmlDecode(Unescaped(answer.Words)).Trim();
            if (isList)
                words = HtmlReader.Plain(words, 10_000);
            bool isWild = !isList && Wildcard().IsMatch(answer.Words);
            words = words.Replace("\\*", "*");
            if (isNumber && words.Contains(':'))
            {
                item.Lost($"the tolerance of “{LossReport.Short(words)}”", "a gap is compared with its words");
                words = words.Split(':')[0];
            }
            if (answer.Weight >= 100 && !isWild)
                accept.Add(words);
            else if (isList && answer.Weight <= 0)
                wrong.Add(words);
            else if (isList)
            {
                wrong.Add(words);
                item.Changed($"the partly right answer “{LossReport.Short(words)}” of a gap", "a wrong one");
            }
            else if (!(isWild && answer.Weight <= 0))
                item.Lost(
                    $"the answer “{LossReport.Short(words)}” ({answer.Weight:0.#} %) of a gap",
                    isWild ? "a gap has no wildcards" : "an answer to type is right or wrong"
                );
        }
        if (isList && wrong.Count == 0)
            item.Changed("a gap with right words only to choose from", "a gap to type in");
        return gaps.Add(accept, wrong);
    }

    /// <summary>Reads the answers up to the closing brace; null when there is none.</summary>
    private static List<Answer>? Answers(string html, int at, out int end)
    {
        var answers = new List<Answer>();
        var words = new StringBuilder();
        var feedback = new StringBuilder();
        bool isFeedback = false;
        for (end = at; end < html.Length; end++)
        {
            char letter = html[end];
            bool isMark = letter is '~' or '}' || (letter == '#' && !isFeedback && !EndsWithAmpersand(words));
            if (letter == '\\' && end + 1 < html.Length)
            {
                (isFeedback ? feedback : words).Append(letter).Append(html[++end]);
                continue;
            }
            if (!isMark)
            {
                (isFeedback ? feedback : words).Append(letter);
                continue;
            }
            if (letter == '#')
            {
                isFeedback = true;
                continue;
            }
            if (words.ToString().Trim().Length > 0)
                answers.Add(Weighted(words.ToString().Trim(), feedback.ToString()));
            words.Clear();
            feedback.Clear();
            isFeedback = false;
            if (letter == '}')
            {
                end++;
                return answers;
            }
        }
        return null;
    }

    // The number sign of a character reference begins no feedback.
    private static bool EndsWithAmpersand(StringBuilder words) =>
        words.Length > 0 && words[^1] == '&'
        || words.Length > 4 && words.ToString(words.Length - 5, 5) == "&amp;";

    private static Answer Weighted(string words, string feedback)
    {
        if (words.StartsWith('='))
            return new Answer(words[1..], 100, feedback);
        Match weight = Weight().Match(words);
        return weight.Success
            ? new Answer(
                words[weight.Length..],
                MoodleItem.Number(weight.Groups[1].Value) ?? 0,
                feedback
            )
            : new Answer(words, 0, feedback);
    }

    private static string Unescaped(string text) => Escape().Replace(text, "$1");

    [GeneratedRegex(
        @"\{\s*(?<weight>[0-9]{0,4})\s*:\s*(?<kind>NUMERICAL|NM|MULTICHOICE(?:_[VH]?S?)?|MC[VH]?S?|SHORTANSWER(?:_C)?|SAC?|MWC?"
            + @"|MULTIRESPONSE(?:_H?S?)?|MRH?S?)\s*:",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Start();

    [GeneratedRegex(@"^%(-?[0-9]{1,3}(?:[.,][0-9]{0,7})?)%")]
    private static partial Regex Weight();

    [GeneratedRegex(@"(?<!\\)\*")]
    private static partial Regex Wildcard();

    [GeneratedRegex(@"\\([~#}{/""\\])")]
    private static partial Regex Escape();
}

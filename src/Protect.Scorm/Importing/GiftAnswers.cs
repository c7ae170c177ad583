using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>Reads what is between the braces of a question in GIFT.</summary>
/// <param name="item">The name of the question in the loss report.</param>
/// <param name="place">The place of the question.</param>
/// <param name="format">The format of the stem, which is that of all parts without a mark of their own.</param>
/// <param name="losses">Receives what is lost.</param>
internal sealed partial class GiftAnswers(string item, SourceSpan place, TextFormat format, LossReport losses)
{
    private readonly DraftQuestions _make = new(item, place, losses);

    /// <summary>Returns the question; null when it cannot be imported, which is reported.</summary>
    /// <param name="sourceId">The id or name in the source; null for none.</param>
    /// <param name="answer">The text between the braces, without general feedback; null for a description.</param>
    /// <param name="prompt">The stem, in Markdown.</param>
    /// <param name="general">The general feedback.</param>
    public DraftNode? Read(string? sourceId, string? answer, string prompt, ForeignText general)
    {
        string always = Markdown(general);
        switch (answer)
        {
            case null when prompt.Length == 0:
                return null;
            case null:
                return new DraftNode("text") { SourceId = sourceId, Origin = place }.Set("body", prompt);
            case "":
                losses.Add(
                    ImportingRules.Changed,
                    place,
                    item,
                    "an essay question",
                    "a private reflection, which nobody marks"
                );
                return new DraftNode("reflection") { SourceId = sourceId, Origin = place }
                    .Set("title", LossReport.Short(DraftMarkdown.Clean(item)))
                    .Set("prompt", prompt)
                    .Set("answer", always);
            case ['#', ..]:
                return Numeric(_make.Start("numeric", sourceId, prompt), answer[1..], always);
            case var _ when answer.Contains('~'):
                return Choice(sourceId, prompt, answer, always);
            case var _ when answer.Contains('=') && answer.Contains("->", StringComparison.Ordinal):
                return Matching(_make.Start("matching", sourceId, prompt), answer, always);
            case var _ when Truth(answer) is { } truth:
                return TrueFalse(_make.Start("true-false", sourceId, prompt), truth, answer, always);
            default:
                return ShortAnswer(_make.Start("gap-fill", sourceId, prompt), answer, always);
        }
    }

    private static bool? Truth(string answer) =>
        (answer.IndexOf('#') is > 0 and var end ? answer[..end].Trim() : answer) switch
        {
            "T" or "TRUE" => true,
            "F" or "FALSE" => false,
            _ => null,
        };

    private static DraftNode TrueFalse(DraftNode question, bool truth, string[] parts, string always)
    {
        question.Set("answer", truth);
        DraftQuestions.Feedback(question, parts.Length > 2 ? parts[2] : "", parts.Length > 1 ? parts[1] : "", always);
        return question;
    }

    private DraftNode TrueFalse(DraftNode question, bool truth, string answer, string always) =>
        TrueFalse(question, truth, [.. answer.Split('#', 3).Select(part => Markdown(Gift.Text(part, format)))], always);

    private DraftNode? Choice(string? sourceId, string prompt, string answer, string always)
    {
        bool isSingle = answer.Contains('=');
        var options = new List<ForeignOption>();
        foreach (string part in Parts(answer.Replace("=", "~="), '~'))
        {
            string rest = part.Trim();
            decimal weight = 0;
            if (rest.StartsWith('='))
                (weight, rest) = (100, rest[1..]);
            else
                rest = WithoutWeight(rest, ref weight);
            (string text, string feedback) = Comment(rest, isLine: true);
            if (text.Length == 0)
                losses.Add(ImportingRules.PartLost, place, item, "an option", "it has no text");
            else
                options.Add(new ForeignOption(text, weight, feedback));
        }
        if (options.Count < 2)
            return Lost("it has fewer than two options");
        if (options.TrueForAll(option => option.Weight <= 0))
            return Lost("it has no right option");
        DraftNode question = _make.Start(isSingle ? "single-choice" : "multiple-choice", sourceId, prompt);
        if (isSingle && options.TrueForAll(option => option.Weight < 100))
            return Lost("no option gets all points");
        if (isSingle)
            _make.Single(question, options);
        else
            _make.Multiple(question, options);
        DraftQuestions.Feedback(question, "", "", always);
        return question;
    }

    private DraftNode? Matching(DraftNode question, string answer, string always)
    {
        var pairs = new List<(string Item, string Match)>();
        foreach (string part in Parts(answer, '='))
        {
            int arrow = part.IndexOf("->", StringComparison.Ordinal);
            if (arrow < 0)
                return Lost($"“{LossReport.Short(Gift.Shown(part))}” has no “->”");
            string match = DraftMarkdown.OneLine(Gift.Shown(part[(arrow + 2)..]));
            if (match.Length == 0)
                losses.Add(ImportingRules.PartLost, place, item, "a pair", "it has no match");
            else
                pairs.Add((Gift.Text(part[..arrow], format).Markdown(isLine: true, item, place, losses), match));
        }
        if (pairs.Count < 2)
            return Lost("it has fewer than two pairs");
        DraftQuestions.Matching(question, pairs);
        DraftQuestions.Feedback(question, "", "", always);
        return question;
    }

    private DraftNode? ShortAnswer(DraftNode question, string answer, string always)
    {
        var answers = new List<ForeignOption>();
        foreach (string part in Parts(answer, '='))
        {
            decimal weight = 100;
            string[] bits = WithoutWeight(part.Trim(), ref weight).Split('#', 2);
            ForeignText text = Gift.Text(bits[0], format);
            string plain = text.Format == TextFormat.Html ? HtmlText.Of(text.Text) : text.Text;
            answers.Add(new ForeignOption(plain, weight, bits.Length > 1 ? Markdown(Gift.Text(bits[1], format)) : ""));
        }
        if (!answers.Exists(option => option.Weight >= 100 && option.Text.Trim().Length > 0))
            return Lost("no answer gets all points");
        (string right, string wrong) = _make.Typed(question, answers);
        if (question["gaps"] is not DraftList { Items: [DraftNode gap] } || gap["accept"] is null)
            return Lost("no answer gets all points without a wildcard");
        DraftQuestions.Feedback(question, right, wrong, always);
        return question;
    }

    private DraftNode? Numeric(DraftNode question, string answer, string always)
    {
        string wrong = "";
        int mark = answer.IndexOf('~');
        if (mark >= 0)
        {
            string[] bits = answer[mark..].Split('#', 2);
            wrong = bits.Length > 1 ? Markdown(Gift.Text(bits[1], format)) : "";
            answer = answer[..mark];
        }
        bool isDone = false;
        string right = "";
        foreach (string part in Parts(answer, '='))
        {
            decimal weight = 100;
            string[] bits = WithoutWeight(part.Trim(), ref weight).Split('#', 2);
            string written = Gift.Shown(bits[0]).Trim();
            if (weight < 100 || isDone)
            {
                string why = isDone ? "a number to type has one answer" : "an answer to type is right or wrong";
                losses.Add(ImportingRules.PartLost, place, item, $"the answer “{LossReport.Short(written)}”", why);
                continue;
            }
            if (Range(written) is not var (number, slip) || !_make.Number(question, number, slip))
                return Lost($"“{LossReport.Short(written)}” is no number, or too large or too precise for this format");
            isDone = true;
            right = bits.Length > 1 ? Markdown(Gift.Text(bits[1], format)) : "";
        }
        if (!isDone)
            return Lost("it has no answer that gets all points");
        DraftQuestions.Feedback(question, right, wrong, always);
        return question;
    }

    /// <summary>Reads <c>3.14:0.01</c>, <c>1..5</c> or a number; null for something else.</summary>
    private static (decimal Number, decimal Slip)? Range(string written)
    {
        int dots = written.IndexOf("..", StringComparison.Ordinal),
            colon = written.IndexOf(':');
        if (dots > 0)
            return Number(written[..dots]) is { } least && Number(written[(dots + 2)..]) is { } most
                ? ((least + most) / 2, Math.Abs(most - least) / 2)
                : null;
        if (colon > 0)
            return Number(written[..colon]) is { } middle && Number(written[(colon + 1)..]) is { } slip
                ? (middle, slip)
                : null;
        return Number(written) is { } alone ? (alone, 0) : null;
    }

    private static decimal? Number(string written) =>
        decimal.TryParse(
            written,
            NumberStyles.AllowLeadingSign
                | NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowExponent
                | NumberStyles.AllowLeadingWhite
                | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out decimal number
        )
        && Math.Abs(number) < 1_000_000_000
            ? number
            : null;

    /// <summary>Cuts an answer at a mark; an empty start is dropped, as Moodle does.</summary>
    private static IEnumerable<string> Parts(string answer, char mark)
    {
        string[] parts = answer.Split(mark);
        return parts[0].Trim().Length == 0 ? parts.Skip(1) : parts;
    }

    private static string WithoutWeight(string answer, ref decimal weight)
    {
        if (!Weight().IsMatch(answer))
            return answer;
        int end = answer.IndexOf('%', 1);
        if (decimal.TryParse(answer[1..end], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal percent))
            weight = Math.Clamp(percent, -100, 100);
        return answer[(end + 1)..];
    }

    private (string Text, string Feedback) Comment(string part, bool isLine)
    {
        string[] bits = part.Split('#', 2);
        return (
            Gift.Text(bits[0], format).Markdown(isLine, item, place, losses),
            bits.Length > 1 ? Markdown(Gift.Text(bits[1], format)) : ""
        );
    }

    private string Markdown(ForeignText text) => text.IsEmpty ? "" : text.Markdown(isLine: false, item, place, losses);

    private DraftNode? Lost(string why)
    {
        losses.Add(ImportingRules.ItemLost, place, item, why);
        return null;
    }

    /// <summary>The pattern of Moodle: two digits, and three as two and one.</summary>
    [GeneratedRegex(@"\A%-*[0-9]{1,2}\.?[0-9]*%")]
    private static partial Regex Weight();
}

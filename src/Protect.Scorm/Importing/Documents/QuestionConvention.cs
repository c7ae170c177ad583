using System.Globalization;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Documents;

/// <summary>
/// Finds questions in a document. A paragraph such as “Question: …” starts one; a list of “[x]” and “[ ]”, or a
/// paragraph “Answer: …”, has its answers; “Right: …” and “Wrong: …” have its feedback. docs/bring-what-you-have.md
/// shows each form.
/// </summary>
/// <param name="losses">Receives a note about what begins like a question and is none.</param>
internal sealed partial class QuestionConvention(LossReport losses)
{
    /// <summary>Returns texts and blocks, in which questions are blocks and other paragraphs are joined.</summary>
    public List<HtmlPart> Read(List<HtmlPart> parts)
    {
        var result = new List<HtmlPart>();
        for (int at = 0; at < parts.Count; )
        {
            if (parts[at] is TextPart text && Opening().Match(text.Markdown) is { Success: true } opening)
            {
                int end = at + 1;
                DraftNode? question = Question(parts, opening, ref end);
                if (question is not null)
                {
                    result.Add(new BlockPart(question, text.Span));
                    at = end;
                    continue;
                }
                losses.Add(
                    ImportingRules.Changed,
                    text.Span,
                    text.Markdown,
                    "a question without answers in the documented form",
                    "text"
                );
            }
            result.Add(parts[at++]);
        }
        return HtmlReader.Joined(result);
    }

    private DraftNode? Question(List<HtmlPart> parts, Match opening, ref int end)
    {
        var start = (TextPart)parts[end - 1];
        string kind = opening.Groups["kind"].Value.ToLowerInvariant(),
            prompt = opening.Groups["prompt"].Value.Trim();
        var pictures = new List<DraftNode>();
        // Further paragraphs and pictures belong to the prompt, up to the answers.
        while (end < parts.Count && !IsAnswers(parts[end], kind))
        {
            if (parts[end] is BlockPart { Node: { Type: "image" } picture })
                pictures.Add(picture);
            else if (parts[end] is TextPart more && !Opening().IsMatch(more.Markdown) && !more.Markdown.StartsWith('#'))
                prompt += "\n\n" + more.Markdown;
            else
                return null;
            if (++end > parts.Count || prompt.Length > 4_000)
                return null;
        }
        if (kind is not ("complete" or "fill in") && (end >= parts.Count || prompt.Length == 0))
            return null;
        var draft = new DraftQuestions(prompt, start.Span, losses);
        DraftNode? question = kind switch
        {
            "complete" or "fill in" => Gaps(draft, prompt),
            "order" => Ordering(draft, prompt, (TextPart)parts[end++]),
            "match" => Matching(draft, prompt, (TextPart)parts[end++]),
            _ when Answer().Match(((TextPart)parts[end]).Markdown) is { Success: true } answer => Answered(
                draft,
                prompt,
                kind,
                answer.Groups[1].Value,
                ref end
            ),
            _ => Choice(draft, prompt, (TextPart)parts[end++]),
        };
        if (question is null)
            return null;
        if (pictures.Count > 0)
            question.Set("blocks", DraftValue.List(pictures));
        Closing(question, parts, ref end);
        return question;
    }

    private static bool IsAnswers(HtmlPart part, string kind) =>
        kind is "complete" or "fill in"
        || part is TextPart { Markdown: var text }
            && kind switch
            {
                "order" => Item().IsMatch(text),
                "match" => text.StartsWith('|')
                    || (Item().IsMatch(text) && Items(text).All(item => Pair().IsMatch(item.Text))),
                _ => Answer().IsMatch(text)
                    || (Item().IsMatch(text) && Items(text).All(item => Option().IsMatch(item.Text))),
            };

    private static DraftNode? Choice(DraftQuestions draft, string prompt, TextPart list)
    {
        ForeignOption[] options =
        [
            .. Items(list.Markdown)
                .Select(item =>
                {
                    Match option = Option().Match(item.Text);
                    bool isRight = option.Groups[1].Value.Trim().Length > 0;
                    return new ForeignOption(option.Groups[2].Value.Trim(), isRight ? 100 : 0, item.More);
                })
                .Where(option => option.Text.Length > 0),
        ];
        int right = options.Count(option => option.Weight > 0);
        if (options.Length < 2 || right == 0)
            return null;
        DraftNode question = draft.Start(right == 1 ? "single-choice" : "multiple-choice", null, prompt);
        if (right == 1)
            draft.Single(question, options);
        else
            draft.Multiple(question, options);
        return question;
    }

    private static DraftNode? Answered(DraftQuestions draft, string prompt, string kind, string answer, ref int end)
    {
        end++;
        string[] answers = [.. answer.Split(" / ").Select(Unescaped).Where(one => one.Length > 0)];
        if (answers.Length == 0)
            return null;
        if (kind == "true or false")
        {
            bool? isTrue = answers[0].ToLowerInvariant() switch
            {
                "true" => true,
                "false" => false,
                _ => null,
            };
            return isTrue is null ? null : draft.Start("true-false", null, prompt).Set("answer", isTrue.Value);
        }
        if (answers is [var only] && Number().Match(only) is { Success: true } number)
        {
            DraftNode numeric = draft.Start("numeric", null, prompt);
            decimal Value(string group) =>
                decimal.TryParse(
                    number.Groups[group].Value,
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out decimal value
                )
                    ? value
                    : 0;
            return draft.Number(numeric, Value("number"), Value("slip"))
                ? numeric.Set("unit", MarkdownText.Plain(number.Groups["unit"].Value, 30))
                : null;
        }
        DraftNode gap = draft.Start("gap-fill", null, prompt);
        draft.Typed(gap, [.. answers.Select(one => new ForeignOption(one.Replace("*", "\\*"), 100, ""))]);
        return gap;
    }

    private static DraftNode? Ordering(DraftQuestions draft, string prompt, TextPart list)
    {
        string[] items = [.. Items(list.Markdown).Select(item => item.Text)];
        return items.Length < 2 ? null : draft.Start("ordering", null, prompt).Set("items", DraftValue.Texts(items));
    }

    private static DraftNode? Matching(DraftQuestions draft, string prompt, TextPart list)
    {
        (string, string)[] pairs = list.Markdown.StartsWith('|')
            ?
            [
                .. list
                    .Markdown.Split('\n')
                    .Skip(2)
                    .Select(row => Cells().Split(row.Trim().Trim('|')))
                    .Where(cells => cells.Length >= 2)
                    .Select(cells => (cells[0].Trim(), cells[1].Trim())),
            ]
            :
            [
                .. Items(list.Markdown)
                    .Select(item => Pair().Match(item.Text))
                    .Select(pair => (pair.Groups[1].Value.Trim(), pair.Groups[2].Value.Trim())),
            ];
        if (pairs.Length < 2)
            return null;
        DraftNode question = draft.Start("matching", null, prompt);
        DraftQuestions.Matching(question, [.. pairs.Where(pair => pair.Item2.Length > 0)]);
        return question;
    }

    /// <summary>Reads “Complete: The capital is [[Berlin]].”</summary>
    private static DraftNode? Gaps(DraftQuestions draft, string text)
    {
        var gaps = new List<DraftNode>();
        string marked = Gap()
            .Replace(
                text,
                gap =>
                {
                    string[] words =
                    [
                        .. gap.Groups[1].Value.Split('/').Select(Unescaped).Where(word => word.Length > 0),
                    ];
                    if (words.Length == 0)
                        return gap.Value;
                    gaps.Add(new DraftNode().Set("name", $"g{gaps.Count + 1}").Set("accept", DraftValue.Texts(words)));
                    return $"[[g{gaps.Count}]]";
                }
            );
        return gaps.Count == 0
            ? null
            : draft
                .Start("gap-fill", null, "")
                .Set(
                    "prompt",
                    "Complete the text.",
                    "decide: the source has no prompt; write one in the language of the course"
                )
                .Set("text", marked)
                .Set("gaps", DraftValue.List(gaps));
    }

    /// <summary>Reads the paragraphs with feedback and tags after the answers.</summary>
    private static void Closing(DraftNode question, List<HtmlPart> parts, ref int end)
    {
        string right = "",
            wrong = "",
            partly = "";
        for (; end < parts.Count && parts[end] is TextPart text; end++)
        {
            if (Field().Match(text.Markdown) is not { Success: true } field)
                break;
            string value = field.Groups["value"].Value.Trim();
            switch (field.Groups["name"].Value.ToLowerInvariant())
            {
                case "right":
                    right = value;
                    break;
                case "wrong":
                    wrong = value;
                    break;
                case "partly":
                    partly = value;
                    break;
                case "source":
                    question.Set("source", value);
                    break;
                case "tags":
                    question.Set(
                        "tags",
                        DraftValue.Texts(value.Split(',').Select(tag => DraftIds.Slug(tag)).OfType<string>())
                    );
                    break;
            }
        }
        DraftQuestions.Feedback(question, right, wrong, "", partly);
    }

    /// <summary>Returns the items of a list: the first line, and what is below it without its indentation.</summary>
    private static IEnumerable<(string Text, string More)> Items(string list)
    {
        var items = new List<(string Text, List<string> More)>();
        foreach (string line in list.Split('\n'))
            if (Item().Match(line) is { Success: true } item)
                items.Add((item.Groups[1].Value, []));
            else if (items.Count > 0)
                items[^1]
                    .More.Add(
                        Item().Match(line.TrimStart()) is { Success: true } inner ? inner.Groups[1].Value : line.Trim()
                    );
        return items.Select(item => (item.Text, string.Join('\n', item.More).Trim()));
    }

    private static string Unescaped(string text) => Backslash().Replace(text.Trim().Trim('*').Trim(), "$1");

    [GeneratedRegex(
        @"\A\**(?<kind>Question|Q|True or false|Complete|Fill in|Order|Match)\s*:\**\s*(?<prompt>.*)\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Opening();

    [GeneratedRegex(@"\A\**Answer\s*:\**\s*(.+)\z", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Answer();

    [GeneratedRegex(
        @"\A\**(?<name>Right|Wrong|Partly|Source|Tags)\s*:\**\s*(?<value>.*)\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Field();

    [GeneratedRegex(@"\A(?:- |\d{1,6}\. )(.*)")]
    private static partial Regex Item();

    [GeneratedRegex(@"\A\\?[\[(]\s*([xX✓✗]?)\s*\\?[\])]\s+(.*)\z", RegexOptions.Singleline)]
    private static partial Regex Option();

    [GeneratedRegex(@"\A(.+?)\s*(?:->|→|=)\s*(.+)\z", RegexOptions.Singleline)]
    private static partial Regex Pair();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cells();

    [GeneratedRegex(@"\\?\[\\?\[(.{1,300}?)\\?\]\\?\]")]
    private static partial Regex Gap();

    [GeneratedRegex(
        @"\A(?<number>-?\d{1,9}(?:\.\d{1,6})?)(?:\s*(?:±|\+/-)\s*(?<slip>\d{1,9}(?:\.\d{1,6})?))?"
            + @"(?:\s*(?<unit>[^\d\s][^\d]{0,29}))?\z"
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"\\([^A-Za-z0-9\s])")]
    private static partial Regex Backslash();
}

using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>
/// Reads Aiken as Moodle does (question/format/aiken/format.php): a line with the question, lines “A) …” or “A. …”, and
/// “ANSWER: A”. Lines of one character are ignored; text is plain.
/// </summary>
internal static partial class Aiken
{
    /// <summary>Returns true for a text with options and an answer line.</summary>
    public static bool Knows(ImportSource source) =>
        source.Text is { Text: var text } && AnswerLine().IsMatch(text) && OptionLine().IsMatch(text);

    /// <summary>Reads a file.</summary>
    public static ImportResult Read(ImportSource source, ImportOptions options)
    {
        if (source.Text is not { } file)
            return ImportResult.Failed(source, ImportingRules.Unreadable, "it is not UTF-8 text");
        var losses = new LossReport();
        var questions = new QuestionCategories(source.Name);
        var open = new Open();
        int offset = 0,
            count = 0;
        foreach (string line in file.Text.Split('\n'))
        {
            string trimmed = line.Trim();
            SourceSpan place = file.Span(offset, line.Length);
            offset += line.Length + 1;
            if (trimmed.Length < 2)
                continue;
            if (OptionOf().Match(trimmed) is { Success: true } option)
                open.Options.Add((option.Groups["letter"].Value[0], option.Groups["text"].Value.Trim(), place));
            else if (trimmed.StartsWith("ANSWER:", StringComparison.Ordinal))
            {
                if (++count > ImportLimits.MostItems)
                {
                    losses.Add(
                        ImportingRules.TooLarge,
                        place,
                        source.Path,
                        $"it has more than {ImportLimits.MostItems} questions"
                    );
                    break;
                }
                if (Question(open, trimmed["ANSWER:".Length..].Trim(), place, losses) is { } question)
                    questions.Add(question, []);
                open = new Open();
            }
            else
            {
                if (open.Text is not null)
                    losses.Add(
                        ImportingRules.ItemLost,
                        open.Place!,
                        open.Text,
                        "no line “ANSWER:” follows its options, or its text is on several lines"
                    );
                else if (open.Options.Count > 0)
                    losses.Add(
                        ImportingRules.ItemLost,
                        open.Options[0].Place,
                        open.Options[0].Text,
                        "no question is above the options"
                    );
                open = new Open { Text = trimmed, Place = place };
            }
        }
        if (open.Text is not null && !losses.HasErrors)
            losses.Add(ImportingRules.ItemLost, open.Place!, open.Text, "no line “ANSWER:” follows its options");
        return questions.Result(source, losses);
    }

    private static DraftNode? Question(Open open, string answer, SourceSpan place, LossReport losses)
    {
        string item = open.Text ?? $"ANSWER: {answer}";
        SourceSpan start = open.Place ?? place;
        // Moodle counts letters from A, whatever letters the options have.
        int right = answer.Length > 0 ? answer[0] - 'A' : -1;
        string? why =
            open.Text is null ? "no question is above the options"
            : open.Options.Count < 2 ? "it has fewer than two options"
            : right < 0 || right >= open.Options.Count ? $"“ANSWER: {answer}” names no option"
            : null;
        if (why is not null)
        {
            losses.Add(ImportingRules.ItemLost, start, item, why);
            return null;
        }
        var make = new DraftQuestions(item, start, losses);
        DraftNode question = make.Start("single-choice", null, DraftMarkdown.Plain(item));
        make.Single(
            question,
            [
                .. open.Options.Select(
                    (option, index) =>
                        new ForeignOption(DraftMarkdown.OneLine(option.Text), index == right ? 100 : 0, "")
                ),
            ]
        );
        return question;
    }

    /// <summary>A question until its answer line.</summary>
    private sealed class Open
    {
        public string? Text { get; init; }

        public SourceSpan? Place { get; init; }

        public List<(char Letter, string Text, SourceSpan Place)> Options { get; } = [];
    }

    [GeneratedRegex(@"(?m)^\s*ANSWER:\s*[A-Z]")]
    private static partial Regex AnswerLine();

    [GeneratedRegex(@"(?m)^\s*[A-Z][).][ \t]")]
    private static partial Regex OptionLine();

    [GeneratedRegex(@"\A(?<letter>[A-Z])[).][ \t](?<text>.*)\z")]
    private static partial Regex OptionOf();
}

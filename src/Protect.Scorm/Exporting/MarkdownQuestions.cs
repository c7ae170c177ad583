using System.Globalization;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Writes questions as Markdown in the form in which an import reads them (docs/bring-what-you-have.md, "Questions in a
/// text").
/// </summary>
/// <param name="text">Returns a text as Markdown.</param>
internal sealed class MarkdownQuestions(Func<RichText, string> text)
{
    /// <summary>Returns the question without its pictures; null for one that has parts without such a form.</summary>
    public string? Of(Question question)
    {
        string? answers = question switch
        {
            SingleChoice { AcceptsAny: false } single => Options("Question", question, single.Options),
            MultipleChoice multiple when multiple.Options.Count(option => option.IsCorrect) > 1 => Options(
                "Question",
                question,
                multiple.Options
            ),
            TrueFalse { WhenTrue: null, WhenFalse: null } statement =>
                $"{Opening("True or false", question)}\n\nAnswer: {(statement.Answer ? "true" : "false")}",
            Numeric numeric => $"{Opening("Question", question)}\n\nAnswer: {NumberOf(numeric)}",
            Ordering ordering => $"{Opening("Order", question)}\n\n"
                + string.Join("\n", ordering.Items.Select((item, index) => $"{index + 1}. {text(item)}")),
            Matching matching => Pairs(matching),
            GapFill gaps => Gaps(gaps),
            _ => null,
        };
        if (answers is null)
            return null;
        Feedback feedback = question.Core.Feedback;
        string[] closing =
        [
            .. Labelled("Right", feedback.Right),
            .. Labelled("Wrong", feedback.Wrong),
            .. Labelled("Partly", feedback.Partly),
            .. Labelled("Source", question.Core.Source),
            .. question.Core.Tags.Count > 0
                ? [$"Tags: {string.Join(", ", question.Core.Tags.Select(tag => tag.Value))}"]
                : (string[])[],
            .. QuestionCopy.FactsOf(question) is { Length: > 0 } facts ? [facts] : (string[])[],
        ];
        return string.Join("\n\n", closing.Prepend(answers).Prepend($"<!-- id: {question.Id.Value} -->"));
    }

    private string Opening(string word, Question question) => $"{word}: {text(question.Core.Prompt)}";

    private IEnumerable<string> Labelled(string label, RichText? own) => own is null ? [] : [$"{label}: {text(own)}"];

    private string? Options(string word, Question question, IReadOnlyList<Choice> options)
    {
        if (
            options.Any(option =>
                option is { Credit: not null } or { Picture: not null } or { FeedbackPicture: not null }
            )
        )
            return null;
        return $"{Opening(word, question)}\n\n"
            + string.Join(
                "\n",
                options.Select(option =>
                    $"- [{(option.IsCorrect ? "x" : " ")}] {text(option.Text)}"
                    + (option.Feedback is null ? "" : $"\n  - {Indented(text(option.Feedback))}")
                )
            );
    }

    private static string Indented(string own) => own.Replace("\n", "\n    ", StringComparison.Ordinal);

    private string? Pairs(Matching matching)
    {
        if (
            matching.Extra.Count > 0
            || matching.Pairs.Any(pair =>
                pair.Picture is not null
                || pair.MatchPicture is not null
                || pair.Item.Markdown.Contains('=')
                || pair.Match.Markdown.Contains('=')
            )
        )
            return null;
        return $"{Opening("Match", matching)}\n\n"
            + string.Join("\n", matching.Pairs.Select(pair => $"- {text(pair.Item)} = {text(pair.Match)}"));
    }

    private string? Gaps(GapFill question)
    {
        if (question.Gaps.Any(gap => gap.Wrong.Count > 0 || gap.Accept.Any(word => word.Value.Contains('/'))))
            return null;
        string marked = GapFill
            .Places()
            .Replace(
                text(question.Text),
                place =>
                    question.Gaps.FirstOrDefault(gap => gap.Name.Value == place.Groups[1].Value) is { } gap
                        ? $"[[{string.Join(" / ", gap.Accept.Select(word => word.Value))}]]"
                        : place.Value
            );
        return $"{text(question.Core.Prompt)}\n\nComplete: {marked}";
    }

    private static string NumberOf(Numeric numeric)
    {
        string Show(decimal number) => number.ToString(CultureInfo.InvariantCulture);
        return Show(numeric.Answer.Value)
            + (numeric.Tolerance is { } slip ? $" ± {Show(slip.Value)}" : "")
            + (numeric.Unit is { } unit ? $" {unit.Value}" : "");
    }
}

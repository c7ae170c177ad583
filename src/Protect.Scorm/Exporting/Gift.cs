using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Writes the questions of a course as GIFT, as question/format/gift/format.php of Moodle 4.5 reads it. Texts are HTML.
/// Each module is a category; id and tags are in a comment line above the question.
/// </summary>
internal sealed partial class Gift(ExportCourse course, DiagnosticBag bag)
{
    private ExportText Texts => course.Texts;

    /// <summary>Returns the file; null when no question can be exported.</summary>
    public string? Write()
    {
        var file = new StringBuilder();
        bool any = false;
        foreach (IGrouping<Module, PlacedQuestion> module in course.Questions.GroupBy(item => item.Module))
        {
            string[] questions = [.. module.Select(QuestionOf).OfType<string>()];
            if (questions.Length == 0)
                continue;
            any = true;
            file.Append($"$CATEGORY: {MoodleCategory.Of(course.Course, module.Key)}\n\n");
            foreach (string question in questions)
                file.Append(question).Append("\n\n");
        }
        return any ? file.ToString() : null;
    }

    private string? QuestionOf(PlacedQuestion placed)
    {
        Question question = placed.Question;
        if (!CanHold(question) || !FormatTables.Gift.Report(question, bag))
            return null;
        (string before, string answers, string after) = question switch
        {
            SingleChoice single => (Stem(question), SingleOf(single), ""),
            MultipleChoice multiple => (Stem(question), ChoicesOf(multiple.Options), ""),
            HotspotChoice { Options: var areas } when areas.Count(area => area.IsCorrect) > 1 => (
                Stem(question),
                ChoicesOf(areas),
                ""
            ),
            HotspotChoice hotspots => (Stem(question), HotspotsOf(hotspots), ""),
            TrueFalse statement => (Stem(question), StatementOf(statement), ""),
            Matching matching => (Stem(question), MatchingOf(matching), ""),
            Categorise sorting => (Stem(question), CategoriesOf(sorting), ""),
            Numeric numeric => (Stem(question), NumberOf(numeric), ""),
            GapFill gaps => GapOf(gaps),
            _ => throw new InvalidOperationException($"GIFT has no writer for {question.Slug}."),
        };
        string general = question.Core.Source is { } source ? $"\t####{Text(source)}\n" : "";
        return $"// [id:{question.Id.Value}] {string.Join(' ', placed.Tags.Select(tag => $"[tag:{tag}]"))}\n"
            + $"::{Escape(ExportCourse.NameOf(question))}::[html]{before}{{{answers}{general}}}{after}";
    }

    /// <summary>Reports and refuses what the grammar has no way to write.</summary>
    private bool CanHold(Question question)
    {
        string? what = question switch
        {
            GapFill { Gaps.Count: > 1 } => "a text with several gaps",
            GapFill { Gaps: [var gap] }
                when gap.Accept.Any(word => word.Value.Contains("->", StringComparison.Ordinal)) =>
                "an answer with “->”",
            MultipleChoice { Options: var options }
                when options.Count(option => option.IsCorrect) > MoodleFractions.MostRight =>
                $"a question with more than {MoodleFractions.MostRight} right options",
            _ => null,
        };
        if (what is not null)
            bag.Add(ExportingRules.QuestionLeftOut, question.Id.Span, question.Id.Value, FormatTables.Gift.Name, what);
        return what is null;
    }

    private string Stem(Question question, params RichText[] more) => Escape(StemHtml(question, more));

    private string StemHtml(Question question, params RichText[] more)
    {
        string material = string.Join(
            "\n",
            question
                .Core.Blocks.SelectMany(block => ReadingCopy.Of(course.Course, block))
                .Select(part => CopyHtml.Of(part, Texts))
        );
        string prompt = Texts.Blocks([question.Core.Prompt, .. more]);
        return material.Length > 0 ? $"{material}\n{prompt}" : ExportText.Unwrapped(prompt);
    }

    /// <summary>Returns a text of an answer or of feedback; empty for none.</summary>
    private string Text(params RichText?[] texts) => Start(ExportText.Unwrapped(Texts.Blocks(texts)));

    private string Line(RichText line) => Start(Texts.Html(line));

    /// <summary>Escapes a text whose first character could be read as a mark of a format or of a weight.</summary>
    private static string Start(string html) =>
        html.StartsWith('[') || html.StartsWith('%') ? $"&\\#{(int)html[0]};" + Escape(html[1..]) : Escape(html);

    private static string Comment(string text) => text.Length > 0 ? "#" + text : "";

    private string SingleOf(SingleChoice single)
    {
        Feedback feedback = single.Core.Feedback;
        var answers = new StringBuilder("\n");
        bool hasRight = false;
        foreach (Choice option in single.Options)
        {
            // Without any “~” it would be a short answer.
            bool isPlain = option.IsCorrect && !(hasRight && single.Options.All(other => other.IsCorrect));
            hasRight |= option.IsCorrect;
            decimal share = option.IsCorrect ? 100 : Credit(single, option);
            string mark =
                isPlain ? "="
                : share == 0 ? "~"
                : $"~%{MoodleFractions.Write(share)}%";
            RichText? common =
                option.IsCorrect ? feedback.Right
                : option.Credit is not null ? feedback.Partly ?? feedback.Wrong
                : feedback.Wrong;
            answers.Append($"\t{mark}{Line(option.Text)}{Comment(Text(option.Feedback, common))}\n");
        }
        return answers.ToString();
    }

    private decimal Credit(SingleChoice single, Choice option)
    {
        decimal percent = (option.Credit?.Value ?? 0) * 100,
            nearest = MoodleFractions.Nearest(percent);
        if (Math.Abs(nearest - percent) > 0.01m)
            bag.Add(
                ExportingRules.PartChanged,
                option.Credit!.Span,
                single.Id.Value,
                FormatTables.Gift.Name,
                $"the credit {option.Credit.Value.ToString(CultureInfo.InvariantCulture)}",
                $"{MoodleFractions.Write(nearest)} %, the nearest share that Moodle knows"
            );
        return nearest;
    }

    private string ChoicesOf(IReadOnlyList<Choice> options)
    {
        IReadOnlyList<decimal> shares = ChoiceShares.Of(options);
        var answers = new StringBuilder("\n");
        for (int index = 0; index < options.Count; index++)
            answers.Append(
                $"\t~%{MoodleFractions.Write(shares[index])}%{Line(options[index].Text)}"
                    + $"{Comment(Text(options[index].Feedback))}\n"
            );
        return answers.ToString();
    }

    private string HotspotsOf(HotspotChoice hotspots)
    {
        var answers = new StringBuilder("\n");
        foreach (Hotspot area in hotspots.Areas)
            answers.Append($"\t{(area.IsCorrect ? "=" : "~")}{Line(area.Text)}{Comment(Text(area.Feedback))}\n");
        return answers.ToString();
    }

    private string StatementOf(TrueFalse statement)
    {
        Feedback feedback = statement.Core.Feedback;
        string right = Text(statement.Answer ? statement.WhenTrue : statement.WhenFalse, feedback.Right),
            wrong = Text(statement.Answer ? statement.WhenFalse : statement.WhenTrue, feedback.Wrong);
        return (statement.Answer ? "TRUE" : "FALSE") + (right.Length > 0 ? $"#{wrong}#{right}" : Comment(wrong));
    }

    private string MatchingOf(Matching matching) =>
        "\n"
        + string.Concat(matching.Pairs.Select(pair => $"\t={Line(pair.Item)} -> {Plain(pair.Match)}\n"))
        + string.Concat(matching.Extra.Select(match => $"\t= -> {Plain(match)}\n"));

    private string CategoriesOf(Categorise sorting)
    {
        IEnumerable<string> items = sorting.Items.Select(item =>
            $"\t={Line(item.Item)} -> {Plain(sorting.Categories[item.Categories[0]].Title)}\n"
        );
        IEnumerable<string> empty = sorting
            .Categories.Where((_, index) => sorting.Items.All(item => item.Categories[0] != index))
            .Select(category => $"\t= -> {Plain(category.Title)}\n");
        return "\n" + string.Concat(items) + string.Concat(empty);
    }

    private string NumberOf(Numeric numeric)
    {
        string answer = numeric.Answer.Value.ToString(CultureInfo.InvariantCulture),
            tolerance = (numeric.Tolerance?.Value ?? 0).ToString(CultureInfo.InvariantCulture);
        Feedback feedback = numeric.Core.Feedback;
        string wrong = Text(feedback.Wrong);
        return $"#\n\t={answer}:{tolerance}{Comment(Text(feedback.Right))}\n"
            + (wrong.Length > 0 ? $"\t~#{wrong}\n" : "");
    }

    private (string Before, string Answers, string After) GapOf(GapFill question)
    {
        string html = StemHtml(question, question.Text);
        Match place = Places().Match(html);
        Gap gap = question.Gaps[0];
        Feedback feedback = question.Core.Feedback;
        string right = Comment(Text(feedback.Right)),
            wrong = Comment(Text(feedback.Wrong));
        string answers =
            gap.Wrong.Count > 0
                ? string.Concat(gap.Accept.Select(word => $"={Word(word.Value)}{right} "))
                    + string.Concat(gap.Wrong.Select(word => $"~{Word(word.Value)}{wrong} "))
                : string.Concat(gap.Accept.Select(word => $"=%100%{Typed(word.Value)}{right} "))
                    + (wrong.Length > 0 ? $"=%0%*{wrong} " : "");
        return (Escape(html[..place.Index]), answers, Escape(html[(place.Index + place.Length)..]));
    }

    private static string Word(string word) => Start(ExportText.Encode(word));

    /// <summary>Writes a word to type: plain text, in which <c>*</c> would match any text.</summary>
    private static string Typed(string word) => Escape(word.Replace("*", @"\*", StringComparison.Ordinal));

    private static string Plain(RichText text) => Escape(ExportText.Plain(text));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char character in text)
            escaped.Append(
                character switch
                {
                    '\\' => @"\\",
                    '#' or '=' or '~' or '{' or '}' or ':' => $"\\{character}",
                    '\n' => @"\n",
                    '\r' => "",
                    _ => character.ToString(),
                }
            );
        return escaped.ToString();
    }

    [GeneratedRegex(@"\[\[[^\[\]]*\]\]")]
    private static partial Regex Places();
}

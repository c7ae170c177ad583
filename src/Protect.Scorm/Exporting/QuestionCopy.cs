using System.Globalization;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>
/// Writes a question for people who read it: with its id, its right answers and all feedback. Labels are the names of
/// the fields in the files of the course.
/// </summary>
internal static class QuestionCopy
{
    private const string Right = "✓",
        Wrong = "✗";

    /// <summary>Returns the parts of a question.</summary>
    public static IEnumerable<CopyPart> Of(Course course, PlacedQuestion placed)
    {
        Question question = placed.Question;
        QuestionCore core = question.Core;
        yield return new CopyHeading(4, question.Slug, question.Id.Value);
        foreach (CopyPart part in core.Blocks.SelectMany(block => ReadingCopy.Of(course, block)))
            yield return part;
        yield return new CopyText(core.Prompt);
        foreach (CopyPart part in Pictures(core.Picture).Concat(Answers(course, question)).Concat(Common(core)))
            yield return part;
    }

    /// <summary>Returns pictures; null for none.</summary>
    public static IEnumerable<CopyPart> Pictures(params Picture?[] pictures) =>
        pictures
            .OfType<Picture>()
            .Select(picture => new CopyPicture(picture.Src, picture.Alt?.Value ?? "", null, picture.Credit?.Value));

    private static CopyList List(bool isNumbered, IEnumerable<CopyItem> items) => new(isNumbered, [.. items]);

    private static IEnumerable<CopyPart> Answers(Course course, Question question) =>
        question switch
        {
            SingleChoice single => Options(single.Options),
            MultipleChoice multiple => Options(multiple.Options),
            HotspotChoice hotspots =>
            [
                new CopyPicture(hotspots.Picture, hotspots.Alt.Value, null, null),
                .. Options(hotspots.Options),
            ],
            TrueFalse statement =>
            [
                new CopyLine($"answer: {(statement.Answer ? "true" : "false")}"),
                .. Labelled(("when true", statement.WhenTrue), ("when false", statement.WhenFalse)),
            ],
            Matching matching =>
            [
                .. matching.Pairs.SelectMany(pair => Pictures(pair.Picture, pair.MatchPicture)),
                .. Pairs(matching.Pairs.Select(pair => (pair.Item, pair.Match))),
                .. matching.Extra.Select(extra => new CopyText(extra, "extra")),
            ],
            Categorise sorting => Pairs(
                sorting.Items.SelectMany(item =>
                    item.Categories.Select(category => (item.Item, sorting.Categories[category].Title))
                )
            ),
            Ordering ordering => [List(isNumbered: true, ordering.Items.Select(item => new CopyItem(item)))],
            GapFill gaps =>
            [
                new CopyText(gaps.Text),
                .. gaps.Gaps.Select(gap => new CopyLine(
                    $"[[{gap.Name.Value}]]: {Right} {string.Join(", ", gap.Accept.Select(word => word.Value))}"
                        + (
                            gap.Wrong.Count > 0
                                ? $" {Wrong} {string.Join(", ", gap.Wrong.Select(word => word.Value))}"
                                : ""
                        )
                )),
            ],
            Numeric numeric => [new CopyLine(NumberOf(numeric))],
            Likert likert => [List(isNumbered: false, likert.Scale.Select(step => new CopyItem(step)))],
            Survey survey =>
            [
                List(isNumbered: true, survey.Statements.Select(statement => new CopyItem(statement))),
                List(isNumbered: false, survey.Scale.Select(step => new CopyItem(step))),
            ],
            Branching story => story.Nodes.SelectMany(node => Of(course, node)),
            _ => [],
        };

    private static IEnumerable<CopyPart> Options(IReadOnlyList<Choice> options) =>
        options
            .SelectMany(option => Pictures(option.Picture, option.FeedbackPicture))
            .Append(
                List(
                    isNumbered: false,
                    options.Select(option => new CopyItem(
                        option.Text,
                        option.Credit is { } credit
                            ? $"(credit {credit.Value.ToString(CultureInfo.InvariantCulture)})"
                            : null,
                        option.Feedback
                    )
                    {
                        IsRight = option.IsCorrect,
                    })
                )
            );

    private static IEnumerable<CopyPart> Pairs(IEnumerable<(RichText Item, RichText Match)> pairs) =>
        [List(isNumbered: false, pairs.Select(pair => new CopyItem(pair.Item, null, pair.Match)))];

    private static string NumberOf(Numeric numeric)
    {
        string Show(decimal number) => number.ToString(CultureInfo.InvariantCulture);
        return $"answer: {Show(numeric.Answer.Value)}"
            + (numeric.Tolerance is { } slip ? $" ± {Show(slip.Value)}" : "")
            + (numeric.Unit is { } unit ? $" {unit.Value}" : "")
            + $" ({Show(numeric.Lowest)}–{Show(numeric.Most.Value)})";
    }

    private static IEnumerable<CopyPart> Of(Course course, Node node)
    {
        yield return new CopyLine(
            node.Ending is { } ending
                ? $"{node.Id.Value} ({ending.Value.ToString().ToLowerInvariant()})"
                : node.Id.Value,
            IsBold: true
        );
        string? speaker = node.Speaker is { } id
            ? course.Cast.FirstOrDefault(person => person.Id.Value == id.Value)?.Name.Value
            : node.Who?.Value;
        yield return new CopyText(node.Text, speaker);
        if (node.Choices.Count > 0)
            yield return List(
                isNumbered: false,
                node.Choices.Select(choice => new CopyItem(choice.Text, $"→ {choice.To.Value}:", choice.Consequence))
            );
    }

    private static IEnumerable<CopyPart> Labelled(params (string Label, RichText? Text)[] texts) =>
        texts.Where(text => text.Text is not null).Select(text => new CopyText(text.Text!, text.Label));

    private static IEnumerable<CopyPart> Common(QuestionCore core)
    {
        Feedback feedback = core.Feedback;
        string facts = Facts(core, withTags: true);
        return
        [
            .. Labelled(
                ("feedback, right", feedback.Right),
                ("feedback, partly", feedback.Partly),
                ("feedback, wrong", feedback.Wrong)
            ),
            .. Pictures(feedback.RightPicture, feedback.PartlyPicture, feedback.WrongPicture),
            .. Labelled(("source", core.Source)),
            .. facts.Length > 0 ? [new CopyLine(facts)] : (CopyPart[])[],
        ];
    }

    /// <summary>Returns what the common fields of a question say, in one line; empty for nothing.</summary>
    public static string FactsOf(Question question) =>
        string.Join(
            "; ",
            new[]
            {
                Facts(question.Core, withTags: false),
                question is Numeric numeric
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"least: {numeric.Lowest}; most: {numeric.Most.Value}"
                    )
                    : "",
            }.Where(part => part.Length > 0)
        );

    private static string Facts(QuestionCore core, bool withTags)
    {
        string[] facts =
        [
            .. core.Weight is { } weight ? [$"weight: {weight.Value}"] : (string[])[],
            .. core.IsCritical ? ["critical"] : (string[])[],
            .. core.Difficulty is { } difficulty
                ? [$"difficulty: {difficulty.Value.ToString().ToLowerInvariant()}"]
                : (string[])[],
            .. withTags && core.Tags.Count > 0
                ? [$"tags: {string.Join(", ", core.Tags.Select(tag => tag.Value))}"]
                : (string[])[],
            .. core.Review is { } review ? [$"review: {review.Id}"] : (string[])[],
            .. core.AsksConfidence ? ["confidence"] : (string[])[],
        ];
        return string.Join("; ", facts);
    }
}

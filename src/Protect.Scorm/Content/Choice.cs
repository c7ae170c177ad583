using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>An option of a choice question.</summary>
internal sealed record Choice(RichText Text, bool IsCorrect, RichText? Feedback);

/// <summary>Something to choose as templates see it, without the key.</summary>
/// <param name="Index">The authored index.</param>
/// <param name="Letter">How reports of an LMS name it.</param>
/// <param name="Text">Markdown, or a text of the player.</param>
/// <param name="Feedback">Shown when it was chosen; null for none.</param>
internal sealed record OptionView(int Index, string Letter, object Text, RichText? Feedback);

/// <summary>An item that is answered on its own, as templates see it.</summary>
internal sealed record PartView(int Index, RichText Text);

/// <summary>Common parts of single and multiple choice.</summary>
internal static class Choices
{
    /// <summary>Maximum number of options: the player stores one bit per option in a number with 52 bits.</summary>
    public const int Most = 50;

    // RTE 1.2, 3.4.4: single characters. With more options than that, reports use the number of the option.
    private const string Singles = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly Field<Choice, RichText> Text = new("text", CourseValues.Line, c => c.Text, "The option.")
    {
        Required = true,
    };

    private static readonly Field<Choice, bool> Correct = new(
        "correct",
        Values.Boolean,
        c => c.IsCorrect,
        "True for a right option."
    )
    {
        Default = false,
        IsSecret = true,
    };

    private static readonly Field<Choice, RichText> Feedback = new(
        "feedback",
        CourseValues.RichText,
        c => c.Feedback,
        "Shown when this option was chosen."
    );

    private static Shape<Choice> Shape { get; } =
        new(
            "option",
            "An option of a choice question.",
            [Text, Correct, Feedback],
            v => new Choice(v.Need(Text), v.Get(Correct), v.Get(Feedback))
        );

    public static ValueType<IReadOnlyList<Choice>> List { get; } = Values.ListOf(Values.Nested(Shape));

    /// <summary>Names of something to choose, for templates.</summary>
    public static View<OptionView> View { get; } = Named();

    /// <summary>Names of an option with its feedback.</summary>
    public static View<OptionView> WithFeedback { get; } =
        Named().Markdown("feedback", option => option.Feedback, "Shown when the option was chosen; may be empty.");

    /// <summary>Names of an item that is answered on its own.</summary>
    public static View<PartView> Part { get; } =
        new View<PartView>()
            .Number("index", part => part.Index, "The position in the author's order, from 0.")
            .Number("number", part => part.Index + 1, "The position, from 1.")
            .Markdown("text", part => part.Text, "The text.");

    private static View<OptionView> Named() =>
        new View<OptionView>()
            .Number("index", option => option.Index, "The position in the author's order, from 0.")
            .Text("letter", option => option.Letter, "The letter or number that reports of an LMS show.")
            .Add(new("text", Shown.Html, "The text."), option => option.Text);

    /// <summary>Returns the options for templates.</summary>
    public static IEnumerable<OptionView> Options(IReadOnlyList<Choice> options) =>
        options.Select(
            (option, index) => new OptionView(index, Letter(index, options.Count), option.Text, option.Feedback)
        );

    /// <summary>How an LMS's reports name an option (lms/scorm12-interactions.ts writes them).</summary>
    private static string Letter(int index, int options) =>
        options > Singles.Length ? $"{index + 1}" : Singles[index].ToString();

    /// <summary>Returns items that are answered one by one, for templates.</summary>
    public static IEnumerable<PartView> Parts(IEnumerable<RichText> items) =>
        items.Select((item, index) => new PartView(index, item));

    /// <summary>Returns the choices for an item, for templates.</summary>
    public static IEnumerable<OptionView> Targets(IEnumerable<RichText> targets) =>
        targets.Select((target, index) => new OptionView(index, Letter(index, 0), target, null));

    public static IReadOnlyList<int> Right(IReadOnlyList<Choice> options) =>
        [.. Enumerable.Range(0, options.Count).Where(i => options[i].IsCorrect)];

    public static void Check(Question question, IReadOnlyList<Choice> options, DiagnosticBag bag)
    {
        if (options.Count is < 2 or > Most)
            bag.Add(ContentRules.OptionCount, question.Id.Span, question.Id.Value, options.Count, Most);
        if (!options.Any(option => option.IsCorrect))
            bag.Add(ContentRules.NoRightAnswer, question.Id.Span, question.Id.Value);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Choice option in options)
        {
            if (!seen.Add(option.Text.Markdown.Trim()))
                bag.Add(ContentRules.DuplicateOption, option.Text.Span, option.Text.Markdown.Trim());
        }
    }
}

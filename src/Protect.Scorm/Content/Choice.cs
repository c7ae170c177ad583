using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>An option of a choice question.</summary>
internal sealed record Choice(RichText Text, bool IsCorrect, RichText? Feedback);

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

    /// <summary>Returns the options for templates: letter and authored index, without the key.</summary>
    public static object Show(IReadOnlyList<Choice> options) =>
        options
            .Select((option, index) => View(index, Letter(index, options.Count), option.Text, option.Feedback))
            .ToList();

    /// <summary>How an LMS's reports name an option (lms/scorm12-interactions.ts writes them).</summary>
    private static string Letter(int index, int options) =>
        options > Singles.Length ? $"{index + 1}" : Singles[index].ToString();

    public static IReadOnlyDictionary<string, object?> View(
        int index,
        string letter,
        object text,
        RichText? feedback
    ) =>
        new Dictionary<string, object?>
        {
            ["index"] = index,
            ["letter"] = letter,
            ["text"] = text,
            ["feedback"] = feedback,
        };

    /// <summary>Returns items that are answered one by one, for templates, by authored index.</summary>
    public static object Parts(IEnumerable<RichText> items) =>
        items
            .Select(
                (item, index) =>
                    (object)
                        new Dictionary<string, object?>
                        {
                            ["index"] = index,
                            ["number"] = index + 1,
                            ["text"] = item,
                        }
            )
            .ToList();

    /// <summary>Returns the choices for an item, for templates, by letter and authored index.</summary>
    public static object Targets(IEnumerable<RichText> targets) =>
        targets.Select((target, index) => (object)View(index, Letter(index, 0), target, null)).ToList();

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

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>An option of a choice question.</summary>
internal sealed record Choice(RichText Text, bool IsCorrect, RichText? Feedback)
{
    public Picture? Picture { get; init; }

    /// <summary>Shown with the feedback.</summary>
    public Picture? FeedbackPicture { get; init; }

    /// <summary>The share of the points for this option, between 0 and 1; null for none.</summary>
    public Located<decimal>? Credit { get; init; }

    /// <summary>True to keep the option at the end when the options are shuffled.</summary>
    public bool IsPinned { get; init; }
}

/// <summary>Something to choose as templates see it, without the key.</summary>
/// <param name="Index">The authored index.</param>
/// <param name="Letter">How reports of an LMS name it.</param>
/// <param name="Text">Markdown, or a text of the player.</param>
/// <param name="Feedback">Shown when it was chosen; null for none.</param>
internal sealed record OptionView(int Index, string Letter, object Text, RichText? Feedback)
{
    public Picture? Picture { get; init; }

    public Picture? FeedbackPicture { get; init; }
}

/// <summary>A text in a list to choose from, where formulas cannot be typeset.</summary>
internal sealed record ListText(RichText Text);

/// <summary>An item that is answered on its own, as templates see it.</summary>
internal sealed record PartView(int Index, RichText Text)
{
    public Picture? Picture { get; init; }
}

/// <summary>Common parts of single and multiple choice.</summary>
internal static class Choices
{
    /// <summary>Maximum number of options: the player stores one bit per option in a number with 52 bits.</summary>
    public const int Most = 50;

    /// <summary>The default of “shuffle”, for the author reference.</summary>
    public const string ShuffleDefault = "false; in an assessment as its shuffle_options";

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

    private static readonly Field<Choice, Picture> Picture = PictureFields.Of<Choice>(
        "picture",
        c => c.Picture,
        "A picture above the text of the option."
    );

    private static readonly Field<Choice, Picture> FeedbackPicture = PictureFields.Of<Choice>(
        "feedback_picture",
        c => c.FeedbackPicture,
        "A picture below the feedback on this option."
    );

    private static readonly Field<Choice, Located<decimal>> Credit = new(
        "credit",
        Values.Number,
        c => c.Credit,
        "In a single choice: the share of the points for an option that is partly right, such as 0.5. It counts in an "
            + "assessment with “credit: share”."
    )
    {
        IsSecret = true,
    };

    private static readonly Field<Choice, Located<bool>> Pin = new(
        "pin",
        Values.OneOf(("last", true)),
        c => c.IsPinned ? new(true, c.Text.Span) : null,
        "Write “last” to keep the option at the end when the options are shuffled."
    )
    {
        IsSecret = true,
    };

    private static Shape<Choice> Shape { get; } =
        new(
            "option",
            "An option of a choice question.",
            [Text, Picture, Correct, Credit, Pin, Feedback, FeedbackPicture],
            v => new Choice(v.Need(Text), v.Get(Correct), v.Get(Feedback))
            {
                Picture = v.Get(Picture),
                FeedbackPicture = v.Get(FeedbackPicture),
                Credit = v.Get(Credit),
                IsPinned = v.Get(Pin) is not null,
            }
        );

    public static ValueType<IReadOnlyList<Choice>> List { get; } = Values.ListOf(Values.Nested(Shape));

    /// <summary>Names of something to choose, for templates.</summary>
    public static View<OptionView> View { get; } = Named();

    /// <summary>Names of an option with its feedback.</summary>
    public static View<OptionView> WithFeedback { get; } =
        Named()
            .Picture("picture", option => option.Picture, "A picture above the text; may be empty.")
            .Markdown("feedback", option => option.Feedback, "Shown when the option was chosen; may be empty.")
            .Picture("feedback_picture", option => option.FeedbackPicture, "Shown with the feedback; may be empty.");

    /// <summary>Names of something to choose from a list.</summary>
    public static View<OptionView> Listed { get; } = InList();

    /// <summary>Names of a match with a picture.</summary>
    public static View<OptionView> Pictured { get; } =
        InList().Picture("picture", option => option.Picture, "A picture of it; may be empty.");

    /// <summary>Names of an item that is answered on its own.</summary>
    public static View<PartView> Part { get; } = NamedPart();

    /// <summary>Names of such an item with a picture.</summary>
    public static View<PartView> PicturedPart { get; } =
        NamedPart().Picture("picture", part => part.Picture, "A picture of it; may be empty.");

    private static View<PartView> NamedPart() =>
        new View<PartView>()
            .Number("index", part => part.Index, "The position in the author's order, from 0.")
            .Number("number", part => part.Index + 1, "The position, from 1.")
            .Markdown("text", part => part.Text, "The text.");

    private static View<OptionView> Named() =>
        new View<OptionView>()
            .Number("index", option => option.Index, "The position in the author's order, from 0.")
            .Text("letter", option => option.Letter, "The letter or number that reports of an LMS show.")
            .Add(new("text", Shown.Html, "The text."), option => option.Text);

    private static View<OptionView> InList() =>
        Named()
            .Add(
                new("words", Shown.Html, "The text for <option>, with each formula in one line of text."),
                option => option.Text is RichText text ? new ListText(text) : option.Text
            );

    /// <summary>Returns the options for templates.</summary>
    public static IEnumerable<OptionView> Options(IReadOnlyList<Choice> options) =>
        options.Select(
            (option, index) =>
                new OptionView(index, Letter(index, options.Count), option.Text, option.Feedback)
                {
                    Picture = option.Picture,
                    FeedbackPicture = option.FeedbackPicture,
                }
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

    /// <summary>Returns the feedback on each option.</summary>
    public static IReadOnlyList<Comment> Comments(IReadOnlyList<Choice> options) =>
        [.. options.Select(option => new Comment(option.Feedback, option.FeedbackPicture))];

    /// <summary>Returns the options to keep at the end, by authored index; null for none.</summary>
    public static IReadOnlyList<int>? Pinned(IReadOnlyList<Choice> options) =>
        options.Any(option => option.IsPinned)
            ? [.. Enumerable.Range(0, options.Count).Where(i => options[i].IsPinned)]
            : null;

    public static void Check(Question question, IReadOnlyList<Choice> options, DiagnosticBag bag)
    {
        if (options.Count is < 2 or > Most)
            bag.Add(ContentRules.OptionCount, question.Id.Span, question.Id.Value, options.Count, Most);
        if (!options.Any(option => option.IsCorrect))
            bag.Add(ContentRules.NoRightAnswer, question.Id.Span, question.Id.Value);
        var seen = new HashSet<string>(SameText.Comparer);
        foreach (Choice option in options)
        {
            if (!seen.Add(option.Text.Markdown.Trim()))
                bag.Add(ContentRules.DuplicateOption, option.Text.Span, option.Text.Markdown.Trim());
        }
    }
}

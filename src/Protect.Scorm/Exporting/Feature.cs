namespace Protect.Scorm.Exporting;

/// <summary>A part of a question that some formats cannot hold.</summary>
/// <param name="Name">Its name in the table of the documentation: the field, as authors write it.</param>
/// <param name="Words">Its name in a message.</param>
internal sealed record Feature(string Name, string Words)
{
    public static readonly Feature Id = new("`id`", "the id");
    public static readonly Feature Module = new("module", "its module");
    public static readonly Feature Tags = new("`tags`", "the tags");
    public static readonly Feature Difficulty = new("`difficulty`", "the difficulty");
    public static readonly Feature Critical = new("`critical`", "“critical”");
    public static readonly Feature Weight = new("`weight`", "the weight");
    public static readonly Feature Source = new("`source`", "the source of the answer");
    public static readonly Feature Review = new("`review`", "the page to reread");
    public static readonly Feature Confidence = new("`confidence`", "the question about confidence");
    public static readonly Feature Allow = new("`allow`", "the list of allowed warnings");
    public static readonly Feature Blocks = new("`blocks`", "the material above the question");
    public static readonly Feature Right = new("`feedback: right`", "the feedback on a right answer");
    public static readonly Feature Wrong = new("`feedback: wrong`", "the feedback on a wrong answer");
    public static readonly Feature Partly = new("`feedback: partly`", "the feedback on a partly right answer");
    public static readonly Feature OptionFeedback = new("`feedback` of an option", "the feedback on single options");
    public static readonly Feature Picture = new("pictures of the question and its feedback", "a picture");
    public static readonly Feature OptionPicture = new("pictures of options and items", "a picture of an option");
    public static readonly Feature MatchPicture = new("`match_picture`", "a picture of a match");
    public static readonly Feature PictureCredit = new("`credit` of a picture", "the credit of a picture");
    public static readonly Feature PictureSize = new("`size` of a picture", "the size of a picture");
    public static readonly Feature Shuffle = new("`shuffle`", "“shuffle”");
    public static readonly Feature Pin = new("`pin`", "the fixed place of an option");
    public static readonly Feature AcceptAny = new("`accept_any`", "“accept_any”");
    public static readonly Feature Credit = new("`credit` of an option", "the credit of an option");
    public static readonly Feature Extra = new("`extra`", "the matches that belong to no item");
    public static readonly Feature Shared = new("`shared`", "an item of several categories");
    public static readonly Feature Tolerance = new("`tolerance`", "the tolerance");
    public static readonly Feature Unit = new("`unit`", "the unit");
    public static readonly Feature Range = new("`least` and `most`", "the range of numbers that can be typed");
    public static readonly Feature Exact = new("`exact`", "“exact”");
    public static readonly Feature WrongWords = new("`wrong` of a gap", "the list of words to choose from");
    public static readonly Feature SeveralGaps = new("several gaps", "the gaps after the first");
    public static readonly Feature GapsFeedback = new(
        "feedback on several gaps",
        "the feedback on the complete answer"
    );
    public static readonly Feature PageLinks = new("links to pages", "a link to a page of the course");
    public static readonly Feature Formulas = new("formulas", "a formula");
    public static readonly Feature Markup = new("bold, lists and tables", "bold, lists and links");
    public static readonly Feature MatchMarkup = new("bold and links in matches", "the markup of a match");

    /// <summary>All features, in the order of the documentation.</summary>
    public static IReadOnlyList<Feature> All { get; } =
    [
        Id,
        Module,
        Tags,
        Difficulty,
        Critical,
        Weight,
        Markup,
        MatchMarkup,
        Formulas,
        PageLinks,
        Picture,
        OptionPicture,
        MatchPicture,
        PictureCredit,
        PictureSize,
        Blocks,
        Right,
        Wrong,
        Partly,
        OptionFeedback,
        GapsFeedback,
        Source,
        Review,
        Confidence,
        Shuffle,
        Pin,
        AcceptAny,
        Credit,
        Extra,
        Shared,
        SeveralGaps,
        WrongWords,
        Exact,
        Tolerance,
        Unit,
        Range,
        Allow,
    ];
}

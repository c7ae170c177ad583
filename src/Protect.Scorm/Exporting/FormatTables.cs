using static Protect.Scorm.Exporting.Fate;

namespace Protect.Scorm.Exporting;

/// <summary>The tables of all formats.</summary>
internal static class FormatTables
{
    private const string Single = "single-choice",
        Multiple = "multiple-choice",
        TrueFalse = "true-false",
        Matching = "matching",
        Categorise = "categorise",
        Ordering = "ordering",
        GapFill = "gap-fill",
        Numeric = "numeric",
        Hotspot = "hotspot-choice";

    private const string InQuestion = "part of the text of the question",
        OfOptions = "part of the feedback on the options",
        General = "general feedback, shown after each answer",
        Words = "plain text";

    /// <summary>Kinds that an import finds in a text, unless they have parts without such a form.</summary>
    private static readonly string[] s_inText = [Single, Multiple, TrueFalse, Matching, Ordering, GapFill, Numeric];

    /// <summary>Moodle XML, by question/format/xml/format.php of Moodle 4.5.</summary>
    public static FormatTable MoodleXml { get; } =
        new(
            "Moodle XML",
            Kinds(
                (Single, Kept),
                (Multiple, Kept),
                (TrueFalse, Kept),
                (Matching, Kept),
                (Categorise, Becomes("a matching question")),
                (Ordering, Kept),
                (GapFill, Becomes("a cloze question: prompt and text are one text, and accents count")),
                (Numeric, Kept),
                (Hotspot, Becomes("a choice question below the picture, without areas"))
            ),
            Parts(
                (Feature.Id, As("the ID number")),
                (Feature.Module, As("a category, and the tag `module:…`")),
                (Feature.Tags, Kept),
                (Feature.Difficulty, As("the tag `difficulty:…`")),
                (Feature.Critical, As("the tag `critical`")),
                (Feature.Weight, Kept),
                (Feature.Markup, Kept),
                (Feature.MatchMarkup, Becomes(Words)),
                (Feature.Formulas, Becomes(@"TeX between \( and \)")),
                (Feature.Picture, Kept),
                (Feature.OptionPicture, Kept),
                (Feature.PictureCredit, Becomes("a line below the picture")),
                (Feature.Blocks, Becomes(InQuestion)),
                (Feature.Right, Kept),
                (Feature.Wrong, Kept),
                (Feature.Partly, Kept),
                (Feature.OptionFeedback, Kept),
                (Feature.Source, Becomes(General)),
                (Feature.Shuffle, Kept),
                (Feature.AcceptAny, Kept),
                (Feature.Credit, Kept),
                (Feature.Extra, Kept),
                (Feature.Shared, Becomes("an item of its first category only")),
                (Feature.SeveralGaps, Kept),
                (Feature.WrongWords, Kept),
                (Feature.Exact, Kept),
                (Feature.Tolerance, Kept),
                (Feature.Unit, Kept)
            ),
            Exceptions(
                (TrueFalse, Feature.Right, Becomes(OfOptions)),
                (TrueFalse, Feature.Wrong, Becomes(OfOptions)),
                (Numeric, Feature.Right, Becomes(OfOptions)),
                (Numeric, Feature.Wrong, Becomes(OfOptions)),
                (GapFill, Feature.Right, Becomes(OfOptions)),
                (GapFill, Feature.Wrong, Becomes(OfOptions)),
                (GapFill, Feature.Partly, Lost),
                (GapFill, Feature.Weight, Lost)
            )
        );

    /// <summary>GIFT, by question/format/gift/format.php of Moodle 4.5.</summary>
    public static FormatTable Gift { get; } =
        new(
            "GIFT",
            Kinds(
                (Single, Kept),
                (Multiple, Kept),
                (TrueFalse, Kept),
                (Matching, Kept),
                (Categorise, Becomes("a matching question")),
                (GapFill, Becomes("a question with a missing word: prompt and text are one text, and accents count")),
                (Numeric, Kept),
                (Hotspot, Becomes("a choice question without the picture"))
            ),
            Parts(
                (Feature.Id, As("the ID number")),
                (Feature.Module, As("a category, and the tag `module:…`")),
                (Feature.Tags, Kept),
                (Feature.Difficulty, As("the tag `difficulty:…`")),
                (Feature.Critical, As("the tag `critical`")),
                (Feature.Markup, Kept),
                (Feature.MatchMarkup, Becomes(Words)),
                (Feature.Formulas, Becomes(@"TeX between \( and \)")),
                (Feature.Blocks, Becomes($"{InQuestion}, without pictures")),
                (Feature.OptionFeedback, Kept),
                (Feature.Source, Becomes(General)),
                (Feature.AcceptAny, Kept),
                (Feature.Credit, Kept),
                (Feature.Extra, Kept),
                (Feature.Shared, Becomes("an item of its first category only")),
                (Feature.WrongWords, Kept),
                (Feature.Tolerance, Kept)
            ),
            Exceptions(
                (Single, Feature.Right, Becomes(OfOptions)),
                (Single, Feature.Wrong, Becomes(OfOptions)),
                (Single, Feature.Partly, Becomes(OfOptions)),
                (TrueFalse, Feature.Right, Kept),
                (TrueFalse, Feature.Wrong, Kept),
                (TrueFalse, Feature.OptionFeedback, Becomes("part of the feedback on a right or wrong answer")),
                (Numeric, Feature.Right, Kept),
                (Numeric, Feature.Wrong, Kept),
                (GapFill, Feature.Right, Becomes(OfOptions)),
                (GapFill, Feature.Wrong, Becomes(OfOptions))
            )
        );

    /// <summary>A question sheet, with the columns of <c>Importing/SheetColumn</c>.</summary>
    public static FormatTable Sheet { get; } =
        new(
            "A question sheet",
            Kinds(
                (Single, Kept),
                (Multiple, Kept),
                (TrueFalse, Kept),
                (Matching, Kept),
                (Categorise, Kept),
                (Ordering, Kept),
                (GapFill, Kept),
                (Numeric, Kept)
            ),
            Parts(
                (Feature.Id, Kept),
                (Feature.Module, Kept),
                (Feature.Tags, Kept),
                (Feature.Difficulty, Kept),
                (Feature.Critical, Kept),
                (Feature.Weight, Kept),
                (Feature.Markup, Kept),
                (Feature.MatchMarkup, Kept),
                (Feature.Formulas, Kept),
                (Feature.PageLinks, Kept),
                (Feature.Right, Kept),
                (Feature.Wrong, Kept),
                (Feature.GapsFeedback, Kept),
                (Feature.Source, Kept),
                (Feature.Extra, Kept),
                (Feature.Shared, Becomes("an item of its first category only")),
                (Feature.SeveralGaps, Kept),
                (Feature.WrongWords, As("words of the first gap")),
                (Feature.Tolerance, Kept),
                (Feature.Unit, Kept),
                (Feature.AcceptAny, As("several right answers of a single-choice"))
            ),
            Exceptions()
        );

    /// <summary>A document that shows the complete course to people.</summary>
    public static FormatTable Document { get; } = Reading("Word", isMarkdown: false);

    /// <summary>A folder of Markdown files.</summary>
    public static FormatTable Markdown { get; } = Reading("Markdown", isMarkdown: true);

    /// <summary>All tables, in the order of the documentation.</summary>
    public static IReadOnlyList<FormatTable> All => [MoodleXml, Gift, Sheet, Markdown, Document];

    /// <summary>Both show everything that people read, with the names of the fields.</summary>
    private static FormatTable Reading(string name, bool isMarkdown)
    {
        Feature[] lost =
        [
            Feature.PictureSize,
            Feature.Shuffle,
            Feature.Pin,
            Feature.AcceptAny,
            Feature.Exact,
            Feature.Allow,
        ];
        Dictionary<Feature, Fate> parts = Feature.All.ToDictionary(
            feature => feature,
            feature => lost.Contains(feature) ? Lost : Kept
        );
        if (!isMarkdown)
        {
            parts[Feature.PageLinks] = Becomes("its words");
            parts[Feature.Formulas] = Becomes("a line of text");
        }
        return new FormatTable(
            name,
            FormatTable.AllKinds.ToDictionary(
                kind => kind,
                kind => As(isMarkdown && s_inText.Contains(kind) ? "a question in the text" : "a text to read")
            ),
            parts,
            Exceptions()
        );
    }

    private static Dictionary<string, Fate> Kinds(params (string Kind, Fate Fate)[] known) =>
        FormatTable.AllKinds.ToDictionary(
            kind => kind,
            kind => known.FirstOrDefault(own => own.Kind == kind).Fate ?? Lost
        );

    private static Dictionary<Feature, Fate> Parts(params (Feature Feature, Fate Fate)[] known) =>
        Feature.All.ToDictionary(
            feature => feature,
            feature => known.FirstOrDefault(own => own.Feature == feature).Fate ?? Lost
        );

    private static Dictionary<(string, Feature), Fate> Exceptions(params (string, Feature, Fate)[] own) =>
        own.ToDictionary(entry => (entry.Item1, entry.Item2), entry => entry.Item3);
}

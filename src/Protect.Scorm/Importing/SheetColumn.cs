namespace Protect.Scorm.Importing;

/// <summary>Column of a question sheet.</summary>
/// <param name="Name">Its heading. Numbered columns (<c>right 1</c>, <c>right 2</c> …) go on as far as needed.</param>
/// <param name="Summary">Its content, for the documentation.</param>
/// <param name="Others">Headings that are read as well.</param>
internal sealed record SheetColumn(string Name, string Summary, params string[] Others)
{
    /// <summary>Options of a template before more columns are added.</summary>
    private const int Usual = 4;

    /// <summary>The columns in the order in which they are written.</summary>
    public static readonly IReadOnlyList<SheetColumn> All =
    [
        new(
            "kind",
            "The kind of question: single-choice, multiple-choice, true-false, matching, ordering, categorise, "
                + "gap-fill or numeric. Empty: single-choice with one right answer, multiple-choice with several.",
            "type"
        ),
        new("id", "A stable id. Empty: made from the prompt.", "name"),
        new("module", "The module or subject; also a tag of the question.", "category", "topic"),
        new("prompt", "The question, in Markdown.", "question", "text of the question"),
        new("text", "For gap-fill: the text with [[1]], [[2]] where the gaps are."),
        new(
            "right",
            "A right option in each column. true-false: true or false. numeric: the number. matching and "
                + "categorise: item -> match. ordering: the items in order. gap-fill: the answers for gap 1, 2 "
                + "…, several of them with | between.",
            "correct",
            "answer"
        ),
        new(
            "wrong",
            "A wrong option in each column. matching: a match without an item. gap-fill: a wrong word, which "
                + "turns the first gap into a list.",
            "distractor",
            "incorrect"
        ),
        new("tolerance", "For numeric: the largest difference that still counts as right."),
        new("unit", "For numeric: the unit after the number."),
        new("feedback right", "Shown when the answer is right.", "feedback", "feedback correct"),
        new("feedback wrong", "Shown when the answer is wrong.", "feedback incorrect"),
        new("tags", "Tags, with commas between."),
        new("difficulty", "easy, medium or hard."),
        new("weight", "Points in an assessment.", "points"),
        new("critical", "yes when an attempt can only be passed with this answer right."),
        new("source", "The source of the right answer."),
    ];

    /// <summary>True for a column that is repeated with a number.</summary>
    public bool IsNumbered => Name is "right" or "wrong";

    /// <summary>Returns the headings of a sheet.</summary>
    /// <param name="right">The number of columns for right answers, at least.</param>
    /// <param name="wrong">The number of columns for wrong answers, at least.</param>
    public static IReadOnlyList<string> Headings(int right = Usual, int wrong = Usual) =>
        [
            .. All.SelectMany(column =>
                column.IsNumbered
                    ? Enumerable
                        .Range(1, column.Name == "right" ? right : wrong)
                        .Select(number => $"{column.Name} {number}")
                    : [column.Name]
            ),
        ];

    /// <summary>Returns the column of a heading, and its number; null for an unknown heading.</summary>
    public static (SheetColumn Column, int Number)? Of(string heading)
    {
        string name = string.Join(
            ' ',
            heading.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        string stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd();
        int number = int.TryParse(name.AsSpan(stem.Length), out int written) ? written : 1;
        foreach (SheetColumn column in All)
        {
            if (column.Name == name || column.Others.Contains(name))
                return (column, 1);
            if (column.IsNumbered && (column.Name == stem || column.Others.Contains(stem)))
                return (column, number);
        }
        return null;
    }
}

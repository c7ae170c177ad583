namespace Protect.Scorm.Importing;

/// <summary>Question sheet with one example per kind, to start from.</summary>
internal static class SheetTemplate
{
    /// <summary>The rows, the heading first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows { get; } =
    [
        SheetColumn.Headings(),
        Row(
            ("kind", "single-choice"),
            ("id", "capital-of-france"),
            ("module", "Geography"),
            ("prompt", "Which city is the capital of France?"),
            ("right 1", "Paris"),
            ("wrong 1", "Lyon"),
            ("wrong 2", "Marseille"),
            ("feedback right", "Paris has been the capital for centuries."),
            ("feedback wrong", "Think of the city on the Seine."),
            ("difficulty", "easy")
        ),
        Row(
            ("kind", "multiple-choice"),
            ("id", "rivers-of-france"),
            ("module", "Geography"),
            ("prompt", "Which of these rivers are in France?"),
            ("right 1", "Loire"),
            ("right 2", "Garonne"),
            ("wrong 1", "Tagus"),
            ("feedback right", "Both end in the Atlantic."),
            ("feedback wrong", "Two of the three are in France.")
        ),
        Row(
            ("kind", "true-false"),
            ("id", "corsica-is-an-island"),
            ("module", "Geography"),
            ("prompt", "Corsica is an island."),
            ("right 1", "true"),
            ("feedback right", "It is in the Mediterranean Sea."),
            ("feedback wrong", "Look at a map of the Mediterranean Sea.")
        ),
        Row(
            ("kind", "matching"),
            ("id", "countries-and-capitals"),
            ("module", "Geography"),
            ("prompt", "Which capital belongs to which country?"),
            ("right 1", "Italy -> Rome"),
            ("right 2", "Spain -> Madrid"),
            ("wrong 1", "Milan"),
            ("feedback right", "Milan is the largest city of the north of Italy."),
            ("feedback wrong", "One of the cities is no capital.")
        ),
        Row(
            ("kind", "ordering"),
            ("id", "north-to-south"),
            ("module", "Geography"),
            ("prompt", "Put the cities in order from north to south."),
            ("right 1", "Lille"),
            ("right 2", "Paris"),
            ("right 3", "Marseille"),
            ("feedback right", "Lille is near Belgium, Marseille by the sea."),
            ("feedback wrong", "Start with the city near Belgium.")
        ),
        Row(
            ("kind", "gap-fill"),
            ("id", "paris-and-the-seine"),
            ("module", "Geography"),
            ("prompt", "Complete the sentence."),
            ("text", "The river [[1]] flows through [[2]]."),
            ("right 1", "Seine"),
            ("right 2", "Paris | the capital"),
            ("feedback right", "The Seine ends at Le Havre."),
            ("feedback wrong", "Think of the Eiffel Tower: it is next to this river.")
        ),
        Row(
            ("kind", "numeric"),
            ("id", "departments-of-corsica"),
            ("module", "Geography"),
            ("prompt", "How many departments does Corsica have?"),
            ("right 1", "2"),
            ("feedback right", "Their numbers are 2A and 2B."),
            ("feedback wrong", "There is one in the north and one in the south.")
        ),
        Row(
            ("kind", "categorise"),
            ("id", "cities-and-rivers"),
            ("module", "Geography"),
            ("prompt", "Which is a city, and which is a river?"),
            ("right 1", "Lyon -> City"),
            ("right 2", "Nantes -> City"),
            ("right 3", "Rhône -> River"),
            ("right 4", "Loire -> River"),
            ("feedback right", "Lyon is on the Rhône, Nantes on the Loire."),
            ("feedback wrong", "Two are cities, two are rivers.")
        ),
    ];

    private static IReadOnlyList<string> Row(params (string Heading, string Text)[] cells) =>
        [.. SheetColumn.Headings().Select(heading => cells.FirstOrDefault(cell => cell.Heading == heading).Text ?? "")];
}

using System.Globalization;

namespace Protect.Scorm.Targets;

/// <summary>A sentence in the languages of the instruction sheets for coordinators.</summary>
/// <param name="English">The English text.</param>
/// <param name="French">The French text, with ordinary spaces and apostrophes.</param>
internal sealed record SheetText(string English, string French)
{
    /// <summary>The languages of sheets. Only the first two have the instructions of each LMS.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", .. SheetTranslations.Languages];

    /// <summary>Conditions that replace {0}, joined with “and”.</summary>
    public IReadOnlyList<SheetText> Parts { get; init; } = [];

    /// <summary>The number that replaces {0}; null for none.</summary>
    public int? Number { get; init; }

    /// <summary>Returns the text in a language; the English text where it has none.</summary>
    public string In(string language) =>
        language == "fr"
            ? Spaced(Filled(French, language))
            : Filled(SheetTranslations.Find(English, language) ?? English, language);

    /// <summary>Returns true when the text exists in a language.</summary>
    public bool IsIn(string language) =>
        language is "en" or "fr" || SheetTranslations.Find(English, language) is not null;

    private string Filled(string text, string language) =>
        Number is { } number ? string.Format(CultureInfo.InvariantCulture, text, number)
        : Parts.Count > 0
            ? string.Format(
                CultureInfo.InvariantCulture,
                text,
                string.Join(SheetTranslations.And(language), Parts.Select(part => part.In(language)))
            )
        : text;

    private static string Spaced(string text)
    {
        foreach (char mark in ":;!?»%")
            text = text.Replace($" {mark}", $"\u00a0{mark}", StringComparison.Ordinal);
        return text.Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace('\'', '’');
    }
}

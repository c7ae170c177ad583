namespace Protect.Scorm.Targets;

/// <summary>Translations of the sheets' texts that are the same for every LMS.</summary>
internal static class SheetTranslations
{
    private static readonly Dictionary<string, (IReadOnlyDictionary<string, string> Texts, string And)> All = new()
    {
        ["pl"] = (SheetPolish.Texts, " i "),
        ["tr"] = (SheetTurkish.Texts, " ve "),
        ["el"] = (SheetGreek.Texts, " και "),
    };

    public static IReadOnlyList<string> Languages { get; } = [.. All.Keys];

    /// <summary>Returns the translation of an English text; null when there is none.</summary>
    public static string? Find(string english, string language) =>
        All.TryGetValue(language, out (IReadOnlyDictionary<string, string> Texts, string And) found)
            ? found.Texts.GetValueOrDefault(english)
            : null;

    /// <summary>Returns the word between two conditions.</summary>
    public static string And(string language) =>
        language == "fr" ? " et "
        : All.TryGetValue(language, out (IReadOnlyDictionary<string, string> Texts, string And) found) ? found.And
        : " and ";
}

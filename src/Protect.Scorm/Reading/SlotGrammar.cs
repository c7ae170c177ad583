using System.Text.RegularExpressions;

namespace Protect.Scorm.Reading;

/// <summary>
/// Grammar around country slots. A slot becomes a name in another language, or a phrase with its own article: neither
/// can take a case or join a preposition.
/// </summary>
internal static partial class SlotGrammar
{
    /// <summary>Languages whose nouns, names or articles change with the case.</summary>
    private static readonly HashSet<string> WithCases =
    [
        "be",
        "bg",
        "bs",
        "cs",
        "de",
        "el",
        "et",
        "fi",
        "ga",
        "hr",
        "hu",
        "hy",
        "is",
        "ka",
        "lt",
        "lv",
        "mk",
        "pl",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "tr",
        "uk",
    ];

    /// <summary>Prepositions and articles that form one word, by language.</summary>
    private static readonly Dictionary<string, (string[] Before, string[] Article)> Contractions = new()
    {
        ["es"] = (["a", "de"], ["el"]),
        ["fr"] = (["à", "de"], ["le", "les"]),
        ["it"] = (["a", "da", "di", "in", "su"], ["il", "lo", "la", "l’", "l'", "i", "gli", "le"]),
        ["pt"] = (["a", "de", "em", "por"], ["o", "a", "os", "as"]),
    };

    /// <summary>
    /// Returns true when a slot is in the middle of a sentence of a language with cases. After a colon, at the start of
    /// a sentence, line, item or cell, and alone, a name needs no case.
    /// </summary>
    /// <param name="text">The Markdown.</param>
    /// <param name="at">Offset of the slot.</param>
    /// <param name="language">The language of the text, BCP 47.</param>
    public static bool NeedsCase(string text, int at, string language) =>
        WithCases.Contains(Base(language)) && Clause(text, at).Any(char.IsLetterOrDigit);

    /// <summary>
    /// Returns the two words that the language joins to one, such as “de le” in French; null when it joins none.
    /// </summary>
    /// <param name="text">The Markdown.</param>
    /// <param name="at">Offset of the slot.</param>
    /// <param name="phrase">The phrase that replaces the slot.</param>
    /// <param name="language">The language of the text, BCP 47.</param>
    public static string? Unjoined(string text, int at, string phrase, string language)
    {
        if (
            !Contractions.TryGetValue(Base(language), out (string[] Before, string[] Article) words)
            || LastWord().Match(text[..at]) is not { Success: true } before
            || FirstWord().Match(phrase) is not { Success: true } article
            || !words.Before.Contains(before.Groups[1].Value.ToLowerInvariant())
            || !words.Article.Contains(article.Value.ToLowerInvariant())
        )
            return null;
        return $"{before.Groups[1].Value} {article.Value}";
    }

    /// <summary>Returns the words between the start of the clause and the slot; other slots do not count.</summary>
    private static string Clause(string text, int at)
    {
        string before = text[..at];
        if (BlockStart().Matches(before) is { Count: > 0 } starts)
            before = before[(starts[^1].Index + starts[^1].Length)..];
        before = Markup().Replace(before, "");
        return before[(before.LastIndexOfAny([':', '.', '!', '?', '…', '|']) + 1)..];
    }

    private static string Base(string language) => language.Split('-')[0].ToLowerInvariant();

    /// <summary>Mark of a list item, heading or quotation.</summary>
    private const string Mark = @"(?:[-*+]|#{1,6}|>|\d+[.)])[ ]";

    // Markdown keeps the line breaks after two spaces or a backslash; others are inside a paragraph.
    [GeneratedRegex(@"(?:\A|\n[ \t]*\n|[ ]{2}\n|\\\n|\n(?=[ ]*" + Mark + @"))[ ]*(?:" + Mark + ")?")]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"\{\{[^{}]*\}\}|</?[a-zA-Z][^<>]*>|\]\([^()\s]*\)")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(\p{L}+)\s+[*_\[]*\z")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\A\p{L}+['’]?")]
    private static partial Regex FirstWord();
}

using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Computes Flesch's reading ease (1948) for English, and with the weights of Kandel and Moles (1958) for French. 100
/// is very easy, 60 plain, 30 hard.
/// </summary>
internal static partial class ReadingEase
{
    /// <summary>Fewest words of a page for a reliable figure.</summary>
    private const int FewestWords = 100;

    /// <summary>Counts the words of a page without the small print, and computes its reading ease.</summary>
    /// <returns>An ease of null for a page of few words, or a language without weights.</returns>
    public static (int Words, double? Ease) Of(Page page, string? language)
    {
        language = language?.Split('-')[0];
        string text = TextOf(page);
        int words = 0;
        double syllables = 0;
        foreach (ValueMatch word in ReadingText.Word().EnumerateMatches(text))
        {
            words++;
            if (language is "en" or "fr")
                syllables += Syllables(text.AsSpan(word.Index, word.Length), language);
        }
        if (syllables == 0 || words < FewestWords)
            return (words, null);
        double sentences = Math.Max(1, Sentence().Count(text));
        return (
            words,
            language == "en"
                ? 206.835 - (1.015 * words / sentences) - (84.6 * syllables / words)
                : 207 - (1.015 * words / sentences) - (73.6 * syllables / words)
        );
    }

    private static string TextOf(Page page) => string.Join("\n", BlockParts.Texts(page).Select(ReadingText.Of));

    // Each group of vowels is a syllable, but not a silent e at the end of a word.
    private static int Syllables(ReadOnlySpan<char> word, string language)
    {
        Span<char> lower = word.Length <= 100 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        if (lower.Length > 3)
        {
            foreach (ValueMatch silent in (language == "fr" ? SilentFrench() : SilentEnglish()).EnumerateMatches(lower))
                return Math.Max(1, Vowels().Count(lower[..silent.Index]));
        }
        return Math.Max(1, Vowels().Count(lower));
    }

    [GeneratedRegex(@"[.!?…:]+(?=\s|$)|\n\s*\n|\n(?=\s*[-*\d])|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex("[aeiouyàâäéèêëîïôöùûüœæ]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("(?:es|ent|e)$")]
    private static partial Regex SilentFrench();

    [GeneratedRegex("(?:[^laeiouy]es|ed|[^laeiouy]e)$")]
    private static partial Regex SilentEnglish();
}

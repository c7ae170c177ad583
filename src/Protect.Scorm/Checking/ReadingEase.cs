using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Flesch's reading ease, 1948, for English; for French with the weights of Kandel and Moles, 1958. 100 is very easy, 60 plain, 30 hard.
/// </summary>
internal static partial class ReadingEase
{
    /// <summary>Fewer words than these say nothing about a page.</summary>
    private const int FewestWords = 100;

    /// <summary>Null for a page of few words, and for a language without weights.</summary>
    public static double? Of(Page page, string language)
    {
        language = language.Split('-')[0];
        string text = TextOf(page);
        string[] words = [.. Word().Matches(text).Select(match => match.Value)];
        if (language is not ("en" or "fr") || words.Length < FewestWords) return null;
        double sentences = Math.Max(1, Sentence().Count(text)), syllables = words.Sum(word => Syllables(word, language));
        return language == "en"
            ? 206.835 - (1.015 * words.Length / sentences) - (84.6 * syllables / words.Length)
            : 207 - (1.015 * words.Length / sentences) - (73.6 * syllables / words.Length);
    }

    /// <summary>How many words a page has for its reader; sources in small print are not counted.</summary>
    public static int Words(Page page) => Word().Count(TextOf(page));

    private static string TextOf(Page page) => string.Join("\n", BlockParts.Texts(page).Select(part => Marks().Replace(SmallPrint().Replace(part.Markdown, ""), " ")));

    // Groups of vowels; a silent e at the end of a word is none.
    private static int Syllables(string word, string language)
    {
        string lower = word.ToLowerInvariant();
        if (lower.Length > 3) lower = language == "fr" ? SilentFrench().Replace(lower, "") : SilentEnglish().Replace(lower, "");
        return Math.Max(1, Vowels().Count(lower));
    }

    // Sources and their limits are not the text.
    [GeneratedRegex("<small>.*?</small>", RegexOptions.Singleline)]
    private static partial Regex SmallPrint();

    [GeneratedRegex(@"\]\([^)]*\)|[*_#>`\[\]]|<[^>]*>")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?…:]+(?=\s|$)|\n\s*\n|\n(?=\s*[-*\d])|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex("[aeiouyàâäéèêëîïôöùûüœæ]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("(?:es|ent|e)$")]
    private static partial Regex SilentFrench();

    [GeneratedRegex("(?:[^laeiouy]es|ed|[^laeiouy]e)$")]
    private static partial Regex SilentEnglish();
}

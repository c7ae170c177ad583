using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Compares words as the player does when it marks a gap (browser/player/kinds/typed.ts).</summary>
internal static partial class SameAnswer
{
    /// <summary>Returns the form of a word in which words that the player takes for the same are equal.</summary>
    /// <param name="word">A right or wrong word of a gap.</param>
    /// <param name="exact">True when capitals and accents count.</param>
    public static string Of(string word, bool exact)
    {
        string plain = Apostrophes().Replace(Spaces().Replace(word.Trim(), " "), "'");
        plain = Quotes().Replace(plain, "\"");
        return exact ? plain : string.Concat(plain.ToLowerInvariant().Select(AsciiText.WithoutAccent));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[’‘ʼ‛′＇`´ʹ]")]
    private static partial Regex Apostrophes();

    [GeneratedRegex("« ?| ?»|[“”„‟″＂]")]
    private static partial Regex Quotes();
}

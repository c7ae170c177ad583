using System.Buffers;

namespace Protect.Scorm.Content;

/// <summary>
/// Finds words and phrases in a text, as whole words and ignoring case. One search for all words at once rules out most
/// texts.
/// </summary>
internal sealed class WholeWords
{
    private readonly SearchValues<string> _any;

    public WholeWords(IEnumerable<string> words) =>
        _any = SearchValues.Create([.. words.Where(word => word.Length > 0)], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Returns a text of the same length whose capitals match small letters: in Turkish, İ matches i, and I matches ı.
    /// </summary>
    public static string Fold(string text, string language) =>
        language.Split('-')[0] is "tr" or "az" ? text.Replace('İ', 'i').Replace('I', 'ı') : text;

    /// <summary>Returns false when the text contains none of the words.</summary>
    public bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(_any);

    /// <summary>
    /// Returns the offset of the word at or after <paramref name="from"/>, without a letter or digit next to it; -1 for
    /// none.
    /// </summary>
    public static int IndexOf(string text, string word, int from = 0)
    {
        if (word.Length == 0)
            return -1;
        for (int at = Next(from); at >= 0; at = Next(at + 1))
        {
            if (!IsLetter(at - 1) && !IsLetter(at + word.Length))
                return at;
        }
        return -1;

        int Next(int start) => start > text.Length ? -1 : text.IndexOf(word, start, StringComparison.OrdinalIgnoreCase);
        bool IsLetter(int at) => at >= 0 && at < text.Length && (char.IsLetter(text[at]) || char.IsNumber(text[at]));
    }
}

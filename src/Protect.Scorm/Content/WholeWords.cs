using System.Buffers;

namespace Protect.Scorm.Content;

/// <summary>
/// Finds words and phrases in a text, as whole words and in any case. Most texts hold none of them, and are done with after one look for all.
/// </summary>
internal sealed class WholeWords
{
    private readonly SearchValues<string> _any;

    public WholeWords(IEnumerable<string> words) =>
        _any = SearchValues.Create([.. words.Where(word => word.Length > 0)], StringComparison.OrdinalIgnoreCase);

    /// <summary>False where none of the words can stand in the text.</summary>
    public bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(_any);

    /// <summary>Where the word stands at <paramref name="from"/> or later, with neither a letter nor a digit beside it; -1 for nowhere.</summary>
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

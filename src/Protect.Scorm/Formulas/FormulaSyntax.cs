using System.Text.RegularExpressions;

namespace Protect.Scorm.Formulas;

/// <summary>
/// Decides which dollar signs are formulas. As in Pandoc, no space follows the first <c>$</c> or precedes the last one,
/// and no letter or digit touches them outside: “from $5 to $10” is a price. Words are a formula only with a sign of
/// TeX, so “$5 (US$)” is none either.
/// </summary>
internal static partial class FormulaSyntax
{
    private const string Alone = @"0-9A-Za-z\u00C0-\u024F";

    // A sign of TeX, or an equation of letters; else no words next to a space, and none at all after a digit.
    private const string IsMeant =
        @"(?:(?=[^$]*[\\^_{])"
        + @"|(?=[^\d$][^$]*[=<>])(?![^$]*\p{L}{3})"
        + @"|(?![^$]*(?:\s\p{L}{2}|\p{L}{2}\s))(?!\d[^$]*\p{L}{2}))";

    /// <summary>A formula in a line of text, or between <c>$$</c>.</summary>
    public const string Pattern =
        @"(?:(?<![\\$])\$\$(?!\$)"
        + IsMeant
        + @"(?:[^$\\]|\\[\s\S])+\$\$(?!\$)"
        + "|(?<!["
        + Alone
        + @"\\$])\$(?![\s$])"
        + IsMeant
        + @"(?:[^$\\\n]|\\[^\n])+(?<=\S)\$(?!["
        + Alone
        + "$]))";

    /// <summary>Returns the length of the formula that starts at a position; 0 for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position of a dollar sign.</param>
    /// <param name="end">The end of the paragraph.</param>
    public static int LengthAt(string text, int at, int end)
    {
        if (at > 0 && (text[at - 1] == '$' || (!text.AsSpan(at).StartsWith("$$") && IsWordCharacter(text[at - 1]))))
            return 0;
        return At().Match(text, at, end - at) is { Success: true } match ? match.Length : 0;
    }

    private static bool IsWordCharacter(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter is >= 'À' and <= 'ɏ';

    /// <summary>Returns true when a text has a formula.</summary>
    public static bool IsIn(string text) => text.Contains('$') && Any().IsMatch(text);

    /// <summary>Returns true for a position inside a formula.</summary>
    public static bool IsInside(string text, int at) =>
        text.Contains('$') && Any().EnumerateMatches(text) is var matches && Contains(matches, at);

    /// <summary>Returns true for a line that opens a formula of several lines.</summary>
    public static bool IsOpening(ReadOnlySpan<char> line) =>
        line.StartsWith("$$")
        && !line[2..].Contains('$')
        && (line[2..].IndexOfAny(@"\^_{") >= 0 || !Words().IsMatch(line));

    private static bool Contains(Regex.ValueMatchEnumerator matches, int at)
    {
        foreach (ValueMatch match in matches)
            if (match.Index <= at && at < match.Index + match.Length)
                return true;
        return false;
    }

    [GeneratedRegex(@"\G" + Pattern)]
    private static partial Regex At();

    [GeneratedRegex(Pattern)]
    private static partial Regex Any();

    [GeneratedRegex(@"\s\p{L}{2}|\p{L}{2}\s")]
    private static partial Regex Words();
}

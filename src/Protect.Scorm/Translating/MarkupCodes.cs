using System.Text.RegularExpressions;
using Protect.Scorm.Formulas;

namespace Protect.Scorm.Translating;

/// <summary>Part of a text: words, or a code that a translation must keep unchanged.</summary>
internal sealed record Segment(string Text, bool IsCode);

/// <summary>
/// Finds the codes a translation must keep: emphasis, links, code, HTML, list marks, formulas, gaps
/// and fields (<c>[[name]]</c>), boxes to tick and country slots (<c>{{ country.emergency }}</c>).
/// </summary>
internal static partial class MarkupCodes
{
    /// <summary>Splits a text into segments; joined, they are the same text.</summary>
    public static IReadOnlyList<Segment> Split(string text, bool isMarkdown)
    {
        var segments = new List<Segment>();
        int at = 0;
        foreach (Match code in (isMarkdown ? InMarkdown() : InPlainText()).Matches(text))
        {
            if (code.Length == 0)
                continue;
            if (code.Index > at)
                segments.Add(new Segment(text[at..code.Index], IsCode: false));
            segments.Add(new Segment(code.Value, IsCode: true));
            at = code.Index + code.Length;
        }
        if (at < text.Length)
            segments.Add(new Segment(text[at..], IsCode: false));
        return segments;
    }

    /// <summary>
    /// Compares the codes of source and translation, in any order. Returns the codes that are missing and those added.
    /// </summary>
    public static (IReadOnlyList<string> Lost, IReadOnlyList<string> Added) Compare(
        string source,
        string target,
        bool isMarkdown
    )
    {
        List<string> before = Codes(source, isMarkdown),
            after = Codes(target, isMarkdown);
        return (Without(before, after), Without(after, before));
    }

    /// <summary>Returns the codes that remain when each of the others has removed one that is equal to it.</summary>
    private static List<string> Without(List<string> codes, List<string> others)
    {
        Dictionary<string, int> left = others.CountBy(code => code).ToDictionary(StringComparer.Ordinal);
        var remaining = new List<string>();
        foreach (string code in codes)
        {
            int count = left.GetValueOrDefault(code);
            left[code] = count - 1;
            if (count <= 0)
                remaining.Add(code);
        }
        return remaining;
    }

    private static List<string> Codes(string text, bool isMarkdown) =>
        [.. Split(text, isMarkdown).Where(segment => segment.IsCode).Select(segment => segment.Text)];

    [GeneratedRegex(@"\{\{[^{}]*\}\}|\{[a-z_]+\}")]
    private static partial Regex InPlainText();

    // Codes that can contain others come first.
    [GeneratedRegex(
        """
            (?:\{\{)?\{\{[^{}]*\}\}(?:\}\})?                # a country slot, or braces to show
            | `[^`\n]+`                                    # code
            | 
            """
            + FormulaSyntax.Pattern
            + """

                | \[\[[^\[\]]*\]\]                              # a gap
                | (?<![\\\w\]])\[[ xX]\](?![(\w\[])                # a box to tick
                | \[(?=[^\[\]]*\]\([^()\s]*\))                  # a link's opening
                | \]\([^()\s]*\)                               # a link's address
                | <https?:[^<>\s]*> | </?[a-zA-Z][^<>]*>        # an address, HTML
                | https?://[^\s<>()]*[^\s<>().,;:!?’”»"]
                | (?<!\\)(?:(?>\*{1,3})(?=\S)|(?<=\S)(?>\*{1,3}))         # emphasis
                | (?<!\\)~~(?=\S) | (?<=\S)~~                         # struck out
                | (?<![\w\\])(?>_{1,2})(?=\S)|(?<=[^\s_])(?>_{1,2})(?!\w)
                | ^[ ]*(?:[-*+]|\d+[.)])[ ]+ | ^[#]{1,6}[ ]+ | ^>[ ]? | ^(?=[ :|-]*--)[ :|-]+$
                """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex InMarkdown();
}

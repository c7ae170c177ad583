using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Finds Markdown and HTML in titles and other plain texts, where learners read the marks.</summary>
internal static partial class PlainTextSlips
{
    public static void Check(TextPlace place, DiagnosticBag bag)
    {
        // Words of a gap have a rule of their own: learners would have to type the marks.
        if (place.IsMarkdown || place.Address.Contains(".accept.", StringComparison.Ordinal))
            return;
        if (Marks().Match(place.Scalar.Value) is { Success: true } found)
            bag.Add(ReadingRules.MarksInPlainText, place.Scalar.Span, found.Value.Trim());
    }

    [GeneratedRegex(
        """
            (?<![\w*])(\*{1,3})(?=[^\s*])[^*\n]*(?<=[^\s*])\1(?![\w*])
            | (?<![\w_])(_{1,3})(?=[^\s_])[^_\n]*(?<=[^\s_])\2(?![\w_])
            | ~~(?=\S)[^~\n]+~~ | `[^`\n]+` | ^\#{1,6}[ ]
            | \[[^\[\]\n]+\]\([^()\s]+\)
            | <!--.{0,2000}?-->
            | </?(?:a|b|br|big|center|code|div|em|font|h[1-6]|i|img|mark|p|s|small|span|strong|sub|sup|u)\b[^<>]*>
            | &(?:[a-z]{2,8}|\#\d{2,6}|\#x[0-9a-f]{2,6});
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Marks();
}

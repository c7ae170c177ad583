using System.Text;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Yaml;

/// <summary>Writes text as a YAML scalar, without quotation marks where no YAML reader needs them.</summary>
internal static partial class YamlText
{
    /// <summary>Returns a text as a scalar on one line.</summary>
    /// <param name="text">The text, of any characters.</param>
    /// <param name="isInFlow">True inside square brackets or braces.</param>
    public static string Line(string text, bool isInFlow = false)
    {
        if (
            PlainText().IsMatch(text)
            && !TypedWord().IsMatch(text)
            && !(isInFlow && text.AsSpan().ContainsAny("[]{},"))
        )
            return text;
        var quoted = new StringBuilder("\"");
        foreach (char letter in text)
        {
            quoted.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\n' => @"\n",
                    '\r' => @"\r",
                    '\t' => @"\t",
                    _ when Special().IsMatch([letter]) => $@"\u{(int)letter:X4}",
                    _ => letter,
                }
            );
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>Returns true for text that a literal block (<c>|</c>) can hold exactly.</summary>
    public static bool FitsBlock(string text) =>
        text.Length > 0
        && !NotInBlock().IsMatch(text)
        && text[0] is not (' ' or '\t' or '\n')
        && !text.EndsWith('\n')
        && text.TrimEnd('\n').Length == text.Length;

    /// <summary>Characters that only a double-quoted text can contain.</summary>
    [GeneratedRegex(@"[\x00-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]")]
    private static partial Regex Special();

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]")]
    private static partial Regex NotInBlock();

    /// <summary>Text that every YAML reader takes as it is, unless it is a <see cref="TypedWord"/>.</summary>
    [GeneratedRegex(@"\A(?!.*(?:: | #|[: ]\z))(?:[\p{L}\p{N}+.(“]|-[0-9])[^\x00-\x1F\x7F-\x9F\u2028\u2029\uFEFF]*\z")]
    private static partial Regex PlainText();

    /// <summary>Word that some YAML reader takes for a number, a date, a truth value or nothing.</summary>
    [GeneratedRegex(
        @"\A(?:true|false|yes|no|on|off|y|n|null|~|[-+]?\.inf|\.nan|[-+.]?[0-9][0-9a-fxo_.:tz+ -]*)\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TypedWord();
}

using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Importing.Html;

/// <summary>Plain text and marks as Markdown of our dialect, such that it shows the same characters.</summary>
internal static partial class MarkdownText
{
    /// <summary>Stand-ins for marks that work in some places only; <see cref="Resolve"/> replaces them.</summary>
    public const char StrongOpen = '\uE010',
        StrongClose = '\uE011',
        EmOpen = '\uE012',
        EmClose = '\uE013';

    private static readonly SearchValues<char> s_unsafeInAddress = SearchValues.Create("*`\\~^$|{}[]<>\"");

    private const string Brace = "&#123;";

    private static readonly string s_marks = $"{StrongOpen}{StrongClose}{EmOpen}{EmClose}";

    /// <summary>Escapes one run of text. Line breaks and runs of spaces become one space.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder();
        int at = 0;
        foreach (Match address in WebAddress().Matches(text))
        {
            EscapeTo(result, text.AsSpan(at, address.Index - at));
            bool isWhole =
                Uri.TryCreate(address.Value, UriKind.Absolute, out Uri? uri)
                && uri.Scheme is "http" or "https" or "mailto"
                && uri.Host.Contains('.');
            if (isWhole && !address.Value.AsSpan().ContainsAny(s_unsafeInAddress))
                result.Append(address.Value);
            else
                EscapeTo(result, address.Value);
            at = address.Index + address.Length;
        }
        EscapeTo(result, text.AsSpan(at));
        return result.ToString();
    }

    private static void EscapeTo(StringBuilder result, ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at],
                next = at + 1 < text.Length ? text[at + 1] : ' ';
            if (letter is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (result.Length == 0 || result[^1] != ' ')
                    result.Append(' ');
                continue;
            }
            // Private characters mark gaps and emphasis; control characters are no text.
            if (char.IsControl(letter) || letter is >= '\uE000' and <= '\uF8FF' or '\uFFFE' or '\uFFFF' or '\uFEFF')
                continue;
            if (char.IsSurrogate(letter))
            {
                if (char.IsHighSurrogate(letter) && char.IsLowSurrogate(next))
                    result.Append(letter).Append(text[++at]);
                continue;
            }
            bool isMark = letter switch
            {
                '\\' or '`' or '*' or '[' or ']' or '$' or '~' or '^' or '|' => true,
                '_' => !(result.Length > 0 && char.IsLetterOrDigit(result[^1]) && char.IsLetterOrDigit(next)),
                '<' => next is '/' or '!' or '?' || char.IsLetter(next),
                '&' => next == '#' || char.IsLetter(next),
                ':' => next == '/',
                _ => false,
            };
            if (isMark)
                result.Append('\\');
            // Double braces are slots of the course, and some single ones look like a slot with a slip.
            if (letter == '{' && (next == '{' || EndsWithBrace(result) || IsSlot(text[at..])))
                result.Append(Brace);
            else
                result.Append(letter);
        }
    }

    private static bool IsSlot(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> word = text[1..].TrimStart();
        return word.StartsWith("countr", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("source", StringComparison.OrdinalIgnoreCase);
    }

    private static bool EndsWithBrace(StringBuilder text) =>
        text.Length > 0
        && (
            text[^1] == '{'
            || (
                text[^1] == ';'
                && text.Length >= Brace.Length
                && text.ToString(text.Length - Brace.Length, Brace.Length) == Brace
            )
        );

    /// <summary>Escapes what would be a mark at the start of a paragraph or of a line of it.</summary>
    public static string EscapeStart(string line)
    {
        if (Start().Match(line) is not { Success: true } start)
            return line;
        int mark = start.Groups[1].Success ? start.Groups[1].Index : start.Index;
        return line.Insert(mark, "\\");
    }

    /// <summary>Puts emphasis around a text; spaces at its ends move outside.</summary>
    public static string Around(string text, char open, char close)
    {
        string inner = text.Trim();
        if (inner.Length == 0 || inner.Contains(open))
            return text;
        int start = text.Length - text.TrimStart().Length,
            end = text.TrimEnd().Length;
        return $"{text[..start]}{open}{inner}{close}{text[end..]}";
    }

    /// <summary>Replaces the stand-ins by asterisks where Markdown reads these as emphasis, else by nothing.</summary>
    public static string Resolve(string text)
    {
        if (text.AsSpan().IndexOfAny(s_marks) < 0)
            return text;
        var works = new bool[text.Length];
        var open = new Stack<int>();
        for (int at = 0; at < text.Length; at++)
            if (text[at] is StrongOpen or EmOpen)
                open.Push(at);
            else if (text[at] is StrongClose or EmClose && open.TryPop(out int start))
                works[start] = works[at] =
                    Flanks(Before(text, start), After(text, start)) && Flanks(After(text, at), Before(text, at));
        var result = new StringBuilder();
        for (int at = 0; at < text.Length; at++)
            if (!s_marks.Contains(text[at]))
                result.Append(text[at]);
            else if (works[at])
                result.Append(text[at] is StrongOpen or StrongClose ? "**" : Mark(text, at, works));
        return result.ToString();
    }

    // Next to the asterisks of strong text an underline keeps the two apart.
    private static char Mark(string text, int at, bool[] works)
    {
        bool IsStrong(int place) =>
            place >= 0 && place < text.Length && works[place] && text[place] is StrongOpen or StrongClose;
        bool isOpen = text[at] == EmOpen;
        int other = at;
        for (int depth = 0; other >= 0 && other < text.Length; other += isOpen ? 1 : -1)
        {
            depth +=
                text[other] == EmOpen ? 1
                : text[other] == EmClose ? -1
                : 0;
            if (depth == 0)
                break;
        }
        return IsStrong(at - 1) || IsStrong(at + 1) || IsStrong(other - 1) || IsStrong(other + 1) ? '_' : '*';
    }

    private static bool Flanks(char outside, char inside) =>
        !char.IsWhiteSpace(inside) && (!IsPunctuation(inside) || char.IsWhiteSpace(outside) || IsPunctuation(outside));

    private static bool IsPunctuation(char letter) => char.IsPunctuation(letter) || char.IsSymbol(letter);

    private static char Before(string text, int at)
    {
        while (--at >= 0)
            if (!s_marks.Contains(text[at]))
                return text[at];
        return ' ';
    }

    private static char After(string text, int at)
    {
        while (++at < text.Length)
            if (!s_marks.Contains(text[at]))
                return text[at];
        return ' ';
    }

    /// <summary>Returns text as code in a line.</summary>
    public static string Code(string text)
    {
        string inner = Braces(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        if (inner.Length == 0)
            return "";
        int longest = Backticks().Matches(inner).Select(run => run.Length).DefaultIfEmpty(0).Max();
        string fence = new('`', longest + 1);
        string space = inner.StartsWith('`') || inner.EndsWith('`') ? " " : "";
        return fence + space + inner + space + fence;
    }

    /// <summary>
    /// Returns code in which double braces are no slots of the course: pairs of them are doubled, others get a space.
    /// </summary>
    public static string Braces(string code) =>
        DoubleBraces()
            .Replace(
                code,
                braces =>
                    braces.Groups[1].Success ? $"{{{{{{{{{braces.Groups[1].Value}}}}}}}}}"
                    : braces.Groups[2].Success ? "{\u2060"
                    : "{ "
            );

    /// <summary>Returns a text on one line, for titles and other fields without Markdown.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most characters.</param>
    public static string Plain(string text, int most = 200)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(
            line.EnumerateRunes()
                .Where(rune => !Rune.IsControl(rune) && rune.Value is not (>= 0xE000 and <= 0xF8FF or 0xFFFD))
                .Select(rune => rune.ToString())
        );
        line = Slot()
            .Replace(
                line.Replace("{{", "{ {").Replace("{{", "{ {").Replace("}}", "} }").Replace("}}", "} }"),
                "{\u2060"
            );
        if (line.Length <= most)
            return line;
        int cut = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return line[..cut].TrimEnd() + "…";
    }

    [GeneratedRegex(@"(?:https?|ftp|mailto|tel|www)(?::|\.)[^\s<>""]*", RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"^(?:#{1,6}(?=\s|$)|>|\+(?=\s|$)|-(?=\s|$|-)|=(?==|\s|$)|[0-9]{1,9}([.)])(?=\s|$))")]
    private static partial Regex Start();

    /// <summary>Brace that could begin a slot with a slip.</summary>
    [GeneratedRegex(@"\{(?=\s*(?i:countr|source))")]
    private static partial Regex Slot();

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"(?<!\{)\{\{([^{}]*)\}\}(?!\})|\{(?=\{)|(\{)(?=\s*(?i:countr|source))")]
    private static partial Regex DoubleBraces();
}

using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>
/// Replaces one scalar of a YAML file. Every byte outside the scalar stays: comments, line breaks, indentation,
/// quotation marks of other values, and the byte order mark.
/// </summary>
internal static partial class YamlEdit
{
    private const int MostIndentation = 9;

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>Returns the file with a new value for a scalar; null with a reason when that is impossible.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="scalar">A scalar that was read from exactly these bytes.</param>
    /// <param name="value">The new text.</param>
    /// <param name="why">The reason, as a sentence; empty on success.</param>
    public static byte[]? Replace(byte[] bytes, YamlScalar scalar, string value, out string why)
    {
        why = "The file has changed since it was read.";
        if (SourceFile.Decode(bytes, out _) is not { } text || Parse(text) is not { } before)
            return null;
        if (Scalars(before).FirstOrDefault(other => IsSame(other, scalar)) is not { } old)
            return null;
        why = "The text contains half of a character (an unpaired surrogate).";
        if (!IsUnicode(value))
            return null;
        why = "";
        foreach (string changed in Candidates(text, old, value))
        {
            if (Parse(changed) is { } after && Differs(before, after, old, value))
                return [.. bytes.AsSpan().StartsWith(Mark) ? Mark : [], .. Encoding.UTF8.GetBytes(changed)];
        }
        why = "The text cannot be written at this place.";
        return null;
    }

    /// <summary>Returns the whole text with the new value in each style, the preferred style first.</summary>
    private static IEnumerable<string> Candidates(string text, YamlScalar old, string value)
    {
        char quote = old.IsPlain || old.IsBlock ? '\0' : text[old.Place.Start];
        bool isLine = !Special().IsMatch(value);
        if (!isLine || old.IsBlock)
        {
            if (Block(text, old, value) is { } block)
                yield return block;
        }
        if (quote == '\0' && IsPlain(value, old))
            yield return Flow(text, old, value);
        if (quote == '\'' && isLine)
            yield return Flow(text, old, $"'{value.Replace("'", "''", StringComparison.Ordinal)}'");
        yield return Flow(text, old, $"\"{Escaped().Replace(value, Escape)}\"");
    }

    /// <summary>
    /// Returns true for text that every YAML reader takes for text, and for a number or the like that replaces another.
    /// </summary>
    private static bool IsPlain(string value, YamlScalar old) =>
        PlainText().IsMatch(value) && (!TypedWord().IsMatch(value) || old.IsEmpty || TypedWord().IsMatch(old.Value));

    /// <summary>Returns the text with the scalar on one line.</summary>
    private static string Flow(string text, YamlScalar old, string written)
    {
        (int start, int end) = (old.Place.Start, old.Place.End);
        if (!old.IsBlock)
            return text[..start] + (start == end ? " " : "") + written + text[end..];
        (int indicators, int header, int last) = BlockEnds(text, old.Place);
        return text[..start] + written + text[indicators..header] + text[last..];
    }

    /// <summary>
    /// Returns the text with the value as a literal block; null where a block is not allowed, or could not have exactly
    /// this value.
    /// </summary>
    private static string? Block(string text, YamlScalar old, string value)
    {
        ScalarPlace place = old.Place;
        if (place.IsInFlow || place.IsKey || place.Indent < 0 || NotInBlock().IsMatch(value))
            return null;
        bool ends = value.EndsWith('\n');
        string[] lines = (ends ? value[..^1] : value).Split('\n');
        if (lines[^1].Length == 0 || (lines.Length == 1 && !old.IsBlock && !ends))
            return null;
        (int indicators, int header, int last) = old.IsBlock
            ? BlockEnds(text, place)
            : (place.End, place.End, place.End);
        int indentation = old.IsBlock ? Indentation(text[header..last]) : 0;
        if (indentation <= place.Indent)
            indentation = place.Indent + 2;
        string first = lines.First(line => line.Length > 0);
        if (first[0] is ' ' or '\t' && indentation - place.Indent > MostIndentation)
            return null;
        string digit = first[0] is ' ' or '\t' ? $"{indentation - place.Indent}" : "",
            lineBreak = text.IndexOf('\n') is > 0 and var at && text[at - 1] == '\r' ? "\r\n" : "\n",
            margin = new(' ', indentation);
        string content = string.Concat(lines.Select(line => lineBreak + (line.Length == 0 ? "" : margin + line)));
        string space = place.Start == place.End ? " " : "";
        return text[..place.Start]
            + $"{space}|{digit}{(ends ? "" : "-")}"
            + text[indicators..header]
            + content
            + text[last..];
    }

    /// <summary>
    /// Returns the end of the indicators of a block (<c>|2-</c>), of their line, and of the last line with content.
    /// </summary>
    private static (int Indicators, int Header, int Last) BlockEnds(string text, ScalarPlace place)
    {
        int indicators = place.Start + 1;
        while (indicators < text.Length && text[indicators] is '+' or '-' or (>= '0' and <= '9'))
            indicators++;
        int header = EndOfLine(text, place.Start),
            last = place.End;
        while (last > header && char.IsWhiteSpace(text[last - 1]))
            last--;
        return (indicators, header, last <= header ? header : EndOfLine(text, last));
    }

    private static int EndOfLine(string text, int at) =>
        text.IndexOf('\n', at) is >= 0 and var end
            ? end > at && text[end - 1] == '\r'
                ? end - 1
                : end
            : text.Length;

    private static int Indentation(string content) =>
        content.Split('\n').FirstOrDefault(line => line.Trim().Length > 0) is { } line
            ? line.Length - line.TrimStart(' ').Length
            : 0;

    private static string Escape(Match special) =>
        special.Value[0] switch
        {
            '"' => "\\\"",
            '\\' => @"\\",
            '\n' => @"\n",
            '\r' => @"\r",
            '\t' => @"\t",
            var other => $@"\u{(int)other:X4}",
        };

    private static bool IsUnicode(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i))
                i++;
            else if (char.IsSurrogate(value[i]))
                return false;
        }
        return true;
    }

    private static YamlNode? Parse(string text)
    {
        var bag = new DiagnosticBag();
        YamlNode? root = YamlDocument.Parse(new SourceFile("", text), bag);
        return bag.HasErrors ? null : root;
    }

    private static bool IsSame(YamlScalar one, YamlScalar other) =>
        one.Place == other.Place && one.Value == other.Value && one.IsPlain == other.IsPlain;

    /// <summary>Returns the keys and values in source order. An edit changes neither number nor order.</summary>
    public static IEnumerable<YamlScalar> Scalars(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => [scalar],
            YamlList list => list.Items.SelectMany(Scalars),
            YamlMap map => map.Entries.SelectMany(entry => Scalars(entry.Value).Prepend(entry.Key)),
            _ => [],
        };

    /// <summary>Returns true when the trees differ in one scalar only, which has the new value and is a text.</summary>
    private static bool Differs(YamlNode before, YamlNode after, YamlScalar old, string value) =>
        (before, after) switch
        {
            (YamlScalar one, YamlScalar other) => ReferenceEquals(one, old)
                ? other.Value == value && !other.IsEmpty
                : one.Value == other.Value && one.IsPlain == other.IsPlain && one.IsBlock == other.IsBlock,
            (YamlList one, YamlList other) => one.Items.Count == other.Items.Count
                && one.Items.Zip(other.Items).All(pair => Differs(pair.First, pair.Second, old, value)),
            (YamlMap one, YamlMap other) => one.Entries.Count == other.Entries.Count
                && one.Entries.Zip(other.Entries)
                    .All(pair =>
                        Differs(pair.First.Key, pair.Second.Key, old, value)
                        && Differs(pair.First.Value, pair.Second.Value, old, value)
                    ),
            _ => false,
        };

    /// <summary>Characters that only a double-quoted text, or a block, can contain.</summary>
    [GeneratedRegex(@"[\x00-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]")]
    private static partial Regex Special();

    [GeneratedRegex(@"[""\\\x00-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]")]
    private static partial Regex Escaped();

    /// <summary>Characters that a block cannot contain.</summary>
    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]")]
    private static partial Regex NotInBlock();

    /// <summary>Text that every YAML reader takes as it is, unless it is a <see cref="TypedWord"/>.</summary>
    [GeneratedRegex(@"\A(?!.*(?:: | #|[: ]\z))(?:[\p{L}\p{N}+.(]|-[0-9])[^\x00-\x1F\x7F-\x9F\u2028\u2029\uFEFF]*\z")]
    private static partial Regex PlainText();

    /// <summary>Word that some YAML reader takes for a number, a date, a truth value or nothing.</summary>
    [GeneratedRegex(
        @"\A(?:true|false|yes|no|on|off|y|n|null|~|[-+]?\.inf|\.nan|[-+.]?[0-9][0-9a-fxo_.:tz+ -]*)\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TypedWord();
}

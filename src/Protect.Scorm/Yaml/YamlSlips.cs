using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>A slip that an author can recognize in a line.</summary>
/// <param name="Span">The place.</param>
/// <param name="What">The fault, one sentence.</param>
/// <param name="Help">The remedy, one sentence.</param>
internal sealed record YamlSlip(SourceSpan Span, string What, string Help);

/// <summary>Explains a line that the YAML parser refused, in the words of an author.</summary>
internal static partial class YamlSlips
{
    private const int LongestExample = 60;
    private const int MostLinesBetween = 100;

    /// <summary>Returns a slip that is certain from the line alone; null when there is none.</summary>
    public static YamlSlip? Certain(SourceFile file, int number)
    {
        YamlLine line = YamlLine.Read(file, number);
        return IndentedOddly(file, line)
            ?? WrongBullet(file, line)
            ?? WrongColon(file, line)
            ?? (line.ValueAt < line.Text.Length ? WrongStart(file, line) ?? SecondColon(file, line) : null);
    }

    /// <summary>
    /// Returns the line to look at for a fault of the parser: the line before, when that is neither a field nor a list
    /// item nor the continuation of a text. The parser notices it only after it.
    /// </summary>
    public static int Suspect(SourceFile file, int number)
    {
        var lines = new YamlLines(file);
        // A line between the columns of a text after “|” and of its field belongs to neither.
        int last = number - MostLinesBetween;
        for (
            YamlLine? earlier = lines.Before(number);
            earlier is not null && earlier.Number > last;
            earlier = lines.Before(earlier.Number)
        )
        {
            if (lines.TextBefore(file, earlier.Number) is var (head, _))
            {
                if (earlier.Indent > YamlLines.OwnerColumn(head))
                    return earlier.Number;
                break;
            }
        }
        if (lines.Before(number) is not { Colon: < 0, IsItem: false } line)
            return number;
        bool continues =
            lines.TextBefore(file, line.Number) is null
            && lines.Before(line.Number) is { Value.Length: > 0 } above
            && above.Value[0] is not ('#' or '|' or '>')
            && HashIn(above) is null
            && line.Indent > YamlLines.OwnerColumn(above);
        return continues ? number : line.Number;
    }

    /// <summary>Returns the slip that the lines above make likely; null when nothing is known.</summary>
    public static YamlSlip? Likely(SourceFile file, int number)
    {
        YamlLine line = YamlLine.Read(file, number);
        if (line.IsBlank)
            return null;
        SourceSpan start = file.At(number, line.Indent + 1);
        var lines = new YamlLines(file);
        if (
            lines.TextBefore(file, number) is var (head, indent)
            && line.Indent < indent
            && (line.Colon < 0 || line.Indent > YamlLines.OwnerColumn(head))
        )
        {
            string owner = head.Name is { } name ? $"the text of “{name}”" : "the text above";
            return new(
                start,
                $"This line is indented less than {owner}, so it does not belong to it.",
                $"Indent it by {Spaces(indent)}, like the first line of that text."
            );
        }
        IReadOnlyList<int> open = lines.OpenColumns(number);
        YamlLine? before = lines.Before(number);
        if (before is not null && HashIn(before) is { } hash && line.Colon < 0)
            return new(
                file.At(before.Number, hash + 1, before.Text.Length - hash),
                "“#” after a space starts a comment, which ends the text before its next line.",
                "Put the whole text in quotation marks, or write it below “|”."
            );
        if (
            before is { Value.Length: > 0, IsItem: false }
            && EmptyAbove(lines, before) is { } empty
            && line.Indent > empty.Content
        )
            return new(
                file.At(empty.Number, empty.Content + 1, empty.Name!.Length),
                $"“{empty.Name}” has nothing after it, and the lines that belong to it are further down.",
                $"Move the line “{empty.Name}:” directly above them."
            );
        if (before is not null && (WrongBullet(file, before) ?? NoSpaceAfterHyphen(file, before)) is { } bullet)
            return bullet;
        bool mayBeDeeper = before is null || (before.Value.Length == 0 && line.Indent > before.Indent);
        if (open.Count > 0 && !open.Contains(line.Indent) && !mayBeDeeper)
        {
            // Between two columns, an item is probably one of the outer list, and a field one of the inner group.
            int nearest = open.OrderBy(column => Math.Abs(column - line.Indent))
                .ThenBy(column => line.IsItem ? column : -column)
                .First();
            string way = line.Indent > nearest ? "more" : "less";
            return new(
                start,
                $"This line is indented by {Spaces(line.Indent)}, {way} than the lines it belongs to.",
                nearest == 0
                    ? "Start it at the beginning of the line."
                    : $"Indent it by {Spaces(nearest)}; lines of one group start in the same column."
            );
        }
        if (NoSpaceAfterHyphen(file, line) is { } hyphen)
            return hyphen;
        if (line is { Colon: < 0, IsItem: false })
            return new(
                start,
                "This line has no field name with a colon.",
                "A field is written “name: value”. A text of several lines starts below “|”, indented by two "
                    + "spaces more."
            );
        if (line.IsItem)
            return new(
                start,
                "A list item starts here, but the lines before it are fields.",
                "Indent it below the field that it belongs to, or remove the hyphen."
            );
        return line.Value is ['[' or '{', ..]
            ? new(
                file.At(number, line.ValueAt + 1, line.Value.Length),
                "The entries between the brackets cannot be read.",
                "Write one comma between two entries, and put texts that contain brackets, commas, colons or # in "
                    + "quotation marks."
            )
            : new(
                start,
                "This field does not belong to the list before it.",
                "Add the hyphen of a list item, or indent the line like the field that it follows."
            );
    }

    /// <summary>Returns the field without a value directly above a field of its group; null for none.</summary>
    private static YamlLine? EmptyAbove(YamlLines lines, YamlLine field) =>
        lines.Before(field.Number) is { Colon: >= 0, Value.Length: 0 } above && above.Content == field.Content
            ? above
            : null;

    /// <summary>Returns the offset of a comment after a plain value; null when there is none.</summary>
    private static int? HashIn(YamlLine line) =>
        line.Value.Length > 0
        && line.Value[0] is not ('"' or '\'')
        && line.Text.IndexOf(" #", line.ValueAt, StringComparison.Ordinal) is var at and >= 0
            ? at + 1
            : null;

    private static YamlSlip? IndentedOddly(SourceFile file, YamlLine line)
    {
        int at = 0;
        while (at < line.Text.Length && (line.Text[at] is ' ' || Characters.Invisible(line.Text[at]) is not null))
        {
            if (line.Text[at] is not ' ')
                return new(
                    file.At(line.Number, at + 1),
                    $"This line starts with an invisible character: {Characters.Invisible(line.Text[at])}.",
                    "Delete everything before the first letter, and indent the line with ordinary spaces."
                );
            at++;
        }
        return null;
    }

    private static YamlSlip? WrongBullet(SourceFile file, YamlLine line)
    {
        string text = line.Text;
        if (line.Indent + 1 >= text.Length)
            return null;
        char first = text[line.Indent],
            next = text[line.Indent + 1];
        SourceSpan place = file.At(line.Number, line.Indent + 1);
        if (first == '-' && Characters.Invisible(next) is { } invisible)
            return new(place, $"After the hyphen comes a {invisible}.", "Replace it by an ordinary space.");
        if (next is not (' ' or '\u00A0'))
            return null;
        if (Characters.Dash(first) is { } dash)
            return new(
                place,
                $"“{first}” is {dash}, not a hyphen.",
                "Start each list item with a hyphen and a space: “- ”."
            );
        return first == '*'
            ? new(place, "A list item starts with a hyphen, not with “*”.", "Start each list item with “- ”.")
            : null;
    }

    private static YamlSlip? NoSpaceAfterHyphen(SourceFile file, YamlLine line) =>
        line.Indent + 1 < line.Text.Length && line.Text[line.Indent] == '-' && char.IsLetter(line.Text[line.Indent + 1])
            ? new(
                file.At(line.Number, line.Indent + 1),
                "A space must follow the hyphen of a list item.",
                $"Write “- {TextLoss.Shorten(line.Text[(line.Indent + 1)..].Trim())}”."
            )
            : null;

    private static YamlSlip? WrongColon(SourceFile file, YamlLine line)
    {
        Match match = NameAndColon().Match(line.Text, line.Content);
        if (!match.Success)
            return null;
        string name = match.Groups[1].Value;
        char colon = match.Groups[2].Value[0];
        char? next = match.Index + match.Length < line.Text.Length ? line.Text[match.Index + match.Length] : null;
        SourceSpan place = file.At(line.Number, match.Groups[2].Index + 1);
        if (Characters.IsOtherColon(colon))
            return new(
                place,
                $"“{colon}” (U+{(int)colon:X4}) is not the colon that follows a field name.",
                $"Write “{name}: ” with an ordinary colon and a space."
            );
        if (next is null or ' ' or '\t' || line.Text[match.Index..].Contains("://", StringComparison.Ordinal))
            return null;
        return Characters.Invisible(next.Value) is { } invisible
            ? new(
                file.At(line.Number, match.Index + match.Length + 1),
                $"After the colon comes a {invisible}.",
                $"Replace it by an ordinary space: “{name}: ”."
            )
            : new(place, "A space must follow the colon.", $"Write “{name}: ” and then the value.");
    }

    private static YamlSlip? WrongStart(SourceFile file, YamlLine line)
    {
        string value = line.Value;
        char first = value[0];
        int from = line.ValueAt;
        if (first is '"' && BadEscape(value) is var at and >= 0)
            return new(
                file.At(line.Number, from + at + 1, 2),
                $"“{value.Substring(at, 2)}” has a meaning of its own in double quotation marks.",
                "Put the text in single quotation marks ('…'), or write each backslash twice."
            );
        if (first is '"' or '\'' or '[' or '{')
        {
            int end = first is '"' or '\'' ? EndOfQuote(value) : EndOfBracket(value);
            string rest = end < 0 ? "" : value[(end + 1)..].Trim();
            if (rest.Length == 0 || rest[0] == '#' || (line.Colon < 0 && rest[0] == ':'))
                return null;
            if (rest[0] is ',' or '}' or ']')
                return new(
                    file.At(line.Number, from + value.IndexOf(rest[0], end + 1) + 1),
                    $"The “{rest[0]}” at the end of the line does not belong to the value.",
                    "Remove it; each field is on a line of its own."
                );
            return first is '"' or '\''
                ? new(
                    file.At(line.Number, from + 1, value.Length),
                    $"This text starts with a quotation mark ({first}) that is closed in the middle of the text.",
                    $"Put the whole text in quotation marks{Example(line)}."
                )
                : Special(file, line, value.StartsWith("{{", StringComparison.Ordinal) ? "{{" : $"{first}");
        }
        char next = value.Length > 1 ? value[1] : ' ';
        if (first == '-' && next == ' ' && line.Colon >= 0)
            return new(
                file.At(line.Number, from + 1),
                $"A list cannot start on the line of “{line.Name}:”.",
                "Write each entry on a line of its own below it, starting with “- ”; if it is one text that "
                    + "starts with a hyphen, put the whole text in quotation marks."
            );
        if (first == '|' && !line.StartsBlock)
            return new(
                file.At(line.Number, from + 1),
                "After “|”, the text starts on the next line.",
                "Move the text to the next line and indent it by two spaces more than the field."
            );
        return
            first is '@' or '`' or '%' or '*' or '&' or '!' or ',' or ']' or '}'
            || (first == '>' && !line.StartsBlock)
            || (first == '?' && next == ' ')
            ? Special(file, line, $"{first}")
            : null;
    }

    /// <summary>Returns the slip of a text that starts with a character of YAML.</summary>
    private static YamlSlip Special(SourceFile file, YamlLine line, string sign) =>
        new(file.At(line.Number, line.ValueAt + 1, sign.Length), StartsWith(sign), QuoteHelp(line));

    /// <summary>Returns the sentence about a text that starts with a character of YAML.</summary>
    public static string StartsWith(string sign) => $"This text starts with “{sign}”, which is not read as text here.";

    /// <summary>Returns the help for a value that must be in quotation marks, with the value as an example.</summary>
    public static string QuoteHelp(SourceFile file, int number) => QuoteHelp(YamlLine.Read(file, number));

    /// <summary>Returns the value of a line in quotation marks, after “: ”, to append to a sentence.</summary>
    public static string Example(SourceFile file, int number) => Example(YamlLine.Read(file, number));

    /// <summary>Returns the slip of a name that is not a plain word, such as a text that starts with a slot.</summary>
    public static YamlSlip NotAName(SourceFile file, SourceSpan key)
    {
        YamlLine line = YamlLine.Read(file, key.Line);
        return line.Value.StartsWith("{{", StringComparison.Ordinal)
            ? Special(file, line, "{{")
            : new(key, "The name of a field must be a plain word.", "Write it as “name: value”.");
    }

    private static string QuoteHelp(YamlLine line) => $"Put the whole text in quotation marks{Example(line)}.";

    private static string Example(YamlLine line) =>
        Quoted(line.Value) is { } quoted
            ? $": {(line.Name is { } name ? $"{name}: " : "- ")}{quoted}"
            : ", or below “|”";

    /// <summary>Returns a short text in quotation marks; null when it needs more than that.</summary>
    public static string? Quoted(string text)
    {
        bool hasDouble = text.Contains('"') || text.Contains('\\');
        return text.Length > LongestExample || (hasDouble && text.Contains('\'')) ? null
            : hasDouble ? $"'{text}'"
            : $"\"{text}\"";
    }

    private static YamlSlip? SecondColon(SourceFile file, YamlLine line)
    {
        if (line.Colon < 0 || line.Value.Length == 0 || line.Value[0] is '"' or '\'' or '[' or '{' or '#')
            return null;
        for (int at = line.ValueAt; at < line.Text.Length; at++)
        {
            if (line.Text[at] == '#' && line.Text[at - 1] == ' ')
                return null;
            if (YamlLine.EndsName(line.Text, at))
                return new(
                    file.At(line.Number, at + 1),
                    "There is a second “: ” in one line.",
                    $"Text that contains a colon and a space needs quotation marks{Example(line)}."
                );
        }
        return null;
    }

    private static int BadEscape(string value)
    {
        for (int at = 1; at + 1 < value.Length && value[at] != '"'; at++)
        {
            if (value[at] != '\\')
                continue;
            int digits = value[at + 1] switch
            {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            bool known = "0abt\tnvfre \"/\\N_LP".Contains(value[at + 1], StringComparison.Ordinal);
            if (digits == 0 ? !known : !HasDigits(value, at + 2, digits))
                return at;
            at++;
        }
        return -1;
    }

    private static bool HasDigits(string value, int from, int count) =>
        from + count <= value.Length && value.Skip(from).Take(count).All(char.IsAsciiHexDigit);

    private static int EndOfQuote(string value)
    {
        char quote = value[0];
        for (int at = 1; at < value.Length; at++)
        {
            if (quote == '"' && value[at] == '\\')
                at++;
            else if (value[at] == quote && quote == '\'' && at + 1 < value.Length && value[at + 1] == '\'')
                at++;
            else if (value[at] == quote)
                return at;
        }
        return -1;
    }

    private static int EndOfBracket(string value)
    {
        int depth = 0;
        for (int at = 0; at < value.Length; at++)
        {
            if (value[at] is '[' or '{')
                depth++;
            else if (value[at] is ']' or '}' && --depth == 0)
                return at;
        }
        return -1;
    }

    private static string Spaces(int count) =>
        count switch
        {
            0 => "no space",
            1 => "one space",
            _ => $"{count} spaces",
        };

    [GeneratedRegex(@"\G([A-Za-z_][A-Za-z0-9_-]*) ?([:：﹕︓꞉∶])")]
    private static partial Regex NameAndColon();
}

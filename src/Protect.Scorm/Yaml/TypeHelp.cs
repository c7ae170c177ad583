using System.Text.RegularExpressions;

namespace Protect.Scorm.Yaml;

/// <summary>Says what to write instead of a value of the wrong type, with the value itself as the example.</summary>
internal static partial class TypeHelp
{
    /// <summary>Returns the help for a value that should be text.</summary>
    public static string? ForText(YamlNode node, string field)
    {
        if (node is YamlScalar)
            return null;
        YamlLine line = YamlLine.Read(node.Span.File, node.Span.Line);
        if (line.Value is ['[' or '{', ..])
            return YamlSlips.QuoteHelp(node.Span.File, node.Span.Line);
        return node is YamlList
            ? $"A text with list items is written below “|”: write “{field}: |”, and "
                + "leave the lines below it as they are."
            : $"A text that contains a colon and a space is written in quotation marks, or below “{field}: |”.";
    }

    /// <summary>Returns the help for a value that should be a number.</summary>
    public static string? ForNumber(YamlNode node, string field, bool isWhole)
    {
        if (node is not YamlScalar scalar)
            return null;
        string text = scalar.Value.Trim();
        bool isAnswer = field == "answer";
        if (Percent().Match(text) is { Success: true } percent)
            return $"Write {percent.Groups[1].Value} without the percent sign"
                + (isAnswer ? "; the sign goes into “unit”." : ".");
        if (Range().IsMatch(text))
            return isAnswer
                ? "Write one number; the difference that still counts as right goes into “tolerance”."
                : "Write one number.";
        if (Comma().Match(text) is { Success: true } comma)
            return isWhole
                ? comma.Groups[2].Length == 3
                    ? $"Write {comma.Groups[1].Value}{comma.Groups[2].Value}."
                    : null
                : comma.Groups[2].Length == 3
                    ? $"Write {comma.Groups[1].Value}.{comma.Groups[2].Value} with a point for decimals, or "
                        + $"{comma.Groups[1].Value}{comma.Groups[2].Value} without a mark for thousands."
                    : $"Write {comma.Groups[1].Value}.{comma.Groups[2].Value}: decimals follow a point, not a comma.";
        if (Thousands().IsMatch(text))
        {
            string digits = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '-'));
            return $"Write {digits} without marks between thousands.";
        }
        return WithUnit().Match(text) is { Success: true } unit
            ? $"Write {unit.Groups[1].Value} only" + (isAnswer ? "; the unit goes into “unit”." : ".")
            : null;
    }

    /// <summary>Returns the help for a value that should be a list.</summary>
    public static string? ForList<T>(YamlNode node, string field, ValueType<T> item) =>
        node switch
        {
            YamlScalar { IsEmpty: false } text when IsOtherBullet(text.Value) is { } dash =>
                $"“{text.Value[0]}” is {dash}, not a hyphen: start each entry with “- ”.",
            YamlScalar { IsEmpty: false } text =>
                $"Write “{field}:”, and on the next line, indented by two spaces more, "
                    + $"“- {item.ExampleOf(Short(text))}”.",
            YamlMap { Entries: [{ Key.Value: var key }, ..] } when Characters.Dash(key[0]) is { } dash =>
                $"“{key[0]}” is {dash}, not a hyphen: start each entry with “- ”.",
            YamlMap { Entries: [{ Key.Value: var key }, ..] } =>
                $"Start each entry with a hyphen and a space, on a line of its own: "
                    + (item.InnerNames.Contains(key) ? $"“- {key}: …”." : $"“- {item.ExampleOf(key)}”."),
            _ => $"Write “{field}:”, and on the next line, indented by two spaces more, “- {item.ExampleOf("…")}”.",
        };

    /// <summary>Returns the help for a value that should be a group of fields.</summary>
    public static string? ForGroup(YamlNode node, string field, IReadOnlyList<string> names)
    {
        if (node is YamlList)
            return $"Remove the hyphens: write “{field}:”, and below it one line per field, such as “{names[0]}: …”.";
        if (node is not YamlScalar { IsEmpty: false } scalar)
            return $"Write one line per field, such as “{names[0]}: …”.";
        if (NameAndColon().Match(scalar.Value) is { Success: true } match && names.Contains(match.Groups[1].Value))
            return match.Groups[2].Value == ":"
                ? $"A space must follow the colon: “{match.Groups[1].Value}: {Short(scalar, match.Length)}”."
                : $"“{match.Groups[2].Value}” is not the colon that follows a field name: "
                    + $"write “{match.Groups[1].Value}: …”.";
        YamlLine line = YamlLine.Read(node.Span.File, node.Span.Line);
        return line is { IsItem: true, Colon: < 0 } || line.Name != field
            ? $"Write “- {names[0]}: {Short(scalar)}”, and other fields on the lines below."
            : $"Write “{field}:”, and on the next line, indented by two spaces more, “{names[0]}: {Short(scalar)}”.";
    }

    /// <summary>Returns a text for an example, shortened.</summary>
    public static string Short(YamlScalar scalar, int from = 0)
    {
        string text = scalar.Value[from..].ReplaceLineEndings(" ").Trim();
        return text.Length > 40 ? text[..40].TrimEnd() + "…" : text;
    }

    private static string? IsOtherBullet(string text) =>
        text.Length > 1 && text[1] is ' ' or '\u00A0' ? Characters.Dash(text[0]) : null;

    [GeneratedRegex(@"^([a-z_]+)\s*([:：﹕︓꞉∶])")]
    private static partial Regex NameAndColon();

    [GeneratedRegex(@"^(-?\d+(?:[.,]\d+)?)\s*%$")]
    private static partial Regex Percent();

    [GeneratedRegex(@"^\d+([.,]\d+)?\s*([-–—]|to|\.\.)\s*\d+([.,]\d+)?\s*%?$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(-?\d+),(\d+)$")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^-?\d{1,3}([ ’'\u00A0\u202F,]\d{3})+$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^(-?\d+(?:\.\d+)?)\s*[\p{L}€$£°]+\.?$")]
    private static partial Regex WithUnit();
}

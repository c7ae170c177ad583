using System.Text.RegularExpressions;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Tests;

/// <summary>
/// Reads a YAML file as an author does: line by line, without a parser. Hyphens are list items, a word with a colon is
/// a name, and everything after it is text. The product must read the same, or report a difference.
/// </summary>
internal sealed partial class EyeReader
{
    private readonly string[] _lines;
    private readonly HashSet<string> _comments;
    private readonly List<string> _parts = [];
    private int _at;

    private EyeReader(string text, HashSet<string> comments)
    {
        _lines = text.ReplaceLineEndings("\n").Split('\n');
        _comments = comments;
    }

    /// <summary>Returns the hyphens, names and texts of a file, in order.</summary>
    /// <param name="text">The file.</param>
    /// <param name="comments">The comments after values; all other “#” in values are text.</param>
    public static IReadOnlyList<string> Read(string text, HashSet<string> comments)
    {
        var reader = new EyeReader(text, comments);
        while (reader._at < reader._lines.Length)
            reader.Line();
        return reader._parts;
    }

    /// <summary>Returns the same parts of a parsed file.</summary>
    public static IEnumerable<string> Read(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => [scalar.IsEmpty ? "" : Spaced(scalar.Value)],
            YamlList list => list.Items.SelectMany(item => Read(item).Prepend("-")),
            YamlMap map => map.Entries.SelectMany(entry => Read(entry.Value).Prepend($"{entry.Key.Value}:")),
            _ => [],
        };

    /// <summary>Returns the comments after values of a file without slips.</summary>
    public static HashSet<string> Comments(string text) =>
        [
            .. text.Split('\n')
                .Select(line => TrailingComment().Match(line))
                .Where(m => m.Success)
                .Select(m => m.Value.Trim()),
        ];

    private void Line()
    {
        string line = _lines[_at++];
        string rest = line.TrimStart(' ');
        if (rest.Length == 0 || rest[0] == '#')
            return;
        int owner = line.Length - rest.Length;
        while (rest == "-" || rest.StartsWith("- ", StringComparison.Ordinal))
        {
            _parts.Add("-");
            owner = line.Length - rest.Length;
            rest = rest[1..].TrimStart(' ');
        }
        bool isItem = _parts.LastOrDefault() == "-" && owner < line.Length - rest.Length;
        if (Name().Match(rest) is { Success: true } name)
        {
            owner = line.Length - rest.Length;
            _parts.Add($"{name.Groups[1].Value}:");
            rest = rest[name.Length..].TrimStart(' ');
        }
        else if (!isItem && _parts.Count > 0 && !_parts[^1].EndsWith(':'))
        {
            _parts[^1] = Spaced($"{_parts[^1]} {rest}");
            return;
        }
        else if (!isItem && _parts.Count > 0)
            owner--;
        Value(rest, owner);
    }

    private void Value(string rest, int owner)
    {
        if (BlockHead().IsMatch(rest))
        {
            _parts.Add(Spaced(string.Join("\n", Deeper(owner, isText: true))));
            return;
        }
        string value = WithoutComment(rest);
        // After a closing bracket or quotation mark, a single hash changes nothing.
        if (value.Length > 1 && value[^1] == '#' && value[^2] is ']' or '}' or '"')
            value = value[..^1];
        if (value.Length == 0)
        {
            // The value is on the lines below, or there is none.
            if (!Below(owner))
                _parts.Add("");
            return;
        }
        if (value[0] is '"' or '\'' && Quoted(value, owner) is { } text)
            _parts.Add(Spaced(text));
        else if (value[0] is '[' or '{' && Flow(value, owner) is { } parts)
            _parts.AddRange(parts);
        else
            _parts.Add(Spaced(value));
    }

    private string WithoutComment(string rest)
    {
        string trimmed = rest.TrimEnd();
        return _comments.FirstOrDefault(comment => trimmed.EndsWith(comment, StringComparison.Ordinal)) is { } known
            ? trimmed[..^known.Length].TrimEnd()
            : trimmed;
    }

    private bool Below(int owner)
    {
        string? next = _lines.Skip(_at).FirstOrDefault(line => line.Trim().Length > 0 && line.TrimStart()[0] != '#');
        if (next is null)
            return false;
        int indent = next.Length - next.TrimStart(' ').Length;
        return indent > owner || (indent == owner && next.TrimStart().StartsWith("- ", StringComparison.Ordinal));
    }

    private List<string> Deeper(int owner, bool isText)
    {
        var lines = new List<string>();
        while (_at < _lines.Length)
        {
            string line = _lines[_at];
            string text = line.TrimStart(' ');
            if (text.Length > 0 && (line.Length - text.Length <= owner || (!isText && Name().IsMatch(text))))
                break;
            lines.Add(text);
            _at++;
        }
        return lines;
    }

    private string? Quoted(string value, int owner)
    {
        int start = _at;
        string all = value;
        int end = End(all);
        while (end < 0 && _at < _lines.Length)
        {
            string line = _lines[_at];
            if (line.Trim().Length > 0 && line.Length - line.TrimStart(' ').Length <= owner)
                break;
            all += " " + line.Trim();
            _at++;
            end = End(all);
        }
        if (end == all.Length - 1)
            return value[0] == '"' ? Unescaped(all[1..end]) : all[1..end].Replace("''", "'");
        _at = start;
        return null;
    }

    private static string Unescaped(string text) =>
        Regex.Replace(text, @"\\(.)", match => match.Groups[1].Value is "n" ? "\n" : match.Groups[1].Value);

    private static int End(string text)
    {
        for (int at = 1; at < text.Length; at++)
        {
            if (text[0] == '"' && text[at] == '\\')
                at++;
            else if (text[at] == text[0] && text[0] == '\'' && at + 1 < text.Length && text[at + 1] == '\'')
                at++;
            else if (text[at] == text[0])
                return at;
        }
        return -1;
    }

    private List<string>? Flow(string value, int owner)
    {
        int start = _at;
        string all = value;
        while (Closes(all) < 0 && _at < _lines.Length)
        {
            string line = _lines[_at];
            if (line.Trim().Length > 0 && line.Length - line.TrimStart(' ').Length <= owner)
                break;
            all += " " + line.Trim();
            _at++;
        }
        var parts = new List<string>();
        int at = 0;
        if (Closes(all) == all.Length - 1 && Group(all, ref at, parts))
            return parts;
        _at = start;
        return null;
    }

    private static int Closes(string text)
    {
        int depth = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] is '[' or '{')
                depth++;
            else if (text[at] is ']' or '}' && --depth == 0)
                return at;
        }
        return -1;
    }

    private static bool Group(string text, ref int at, List<string> parts)
    {
        bool isList = text[at] == '[';
        at++;
        while (at < text.Length)
        {
            while (at < text.Length && text[at] is ' ' or ',')
                at++;
            if (at >= text.Length)
                return false;
            if (text[at] is ']' or '}')
            {
                at++;
                return true;
            }
            if (isList)
                parts.Add("-");
            else
            {
                Match name = FlowName().Match(text, at);
                if (!name.Success)
                    return false;
                parts.Add($"{name.Groups[1].Value}:");
                at += name.Length;
            }
            if (text[at] is '[' or '{')
            {
                if (!Group(text, ref at, parts))
                    return false;
                continue;
            }
            int end = at;
            if (text[at] is '"' or '\'')
            {
                end = at + End(text[at..]) + 1;
                parts.Add(Spaced(text[(at + 1)..(end - 1)]));
            }
            else
            {
                while (end < text.Length && text[end] is not (',' or ']' or '}'))
                    end++;
                parts.Add(Spaced(text[at..end]));
            }
            at = end;
        }
        return false;
    }

    private static string Spaced(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^([A-Za-z_][A-Za-z0-9_-]*) ?:(?= |$)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\G([A-Za-z_][A-Za-z0-9_-]*): *")]
    private static partial Regex FlowName();

    [GeneratedRegex(@"^[|>][-+]?$")]
    private static partial Regex BlockHead();

    [GeneratedRegex(@"(?<=\S) +# .*$")]
    private static partial Regex TrailingComment();
}

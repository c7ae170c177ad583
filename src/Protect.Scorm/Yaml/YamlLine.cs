using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>
/// One line of a YAML file as an author sees it: hyphens, the name of a field, a value. It needs no valid file, so
/// messages about faults of the syntax can use it.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">The line without its line break.</param>
/// <param name="Indent">The number of spaces at the start.</param>
/// <param name="Content">Offset after the spaces and hyphens.</param>
/// <param name="Colon">Offset of the colon after the name; -1 when the line has no name.</param>
internal sealed record YamlLine(int Number, string Text, int Indent, int Content, int Colon)
{
    /// <summary>The name of the field; null when the line has none.</summary>
    public string? Name => Colon < 0 ? null : Text[Content..Colon].Trim(' ');

    /// <summary>Offset of the value; the length of the line when there is none.</summary>
    public int ValueAt
    {
        get
        {
            int at = Colon < 0 ? Content : Colon + 1;
            while (at < Text.Length && Text[at] == ' ')
                at++;
            return at;
        }
    }

    /// <summary>The value without spaces around it; with a comment, if there is one.</summary>
    public string Value => Text[ValueAt..].TrimEnd();

    /// <summary>True for a line that starts a list item.</summary>
    public bool IsItem => Content > Indent;

    public bool IsBlank => Content == Text.Length && !IsItem;

    public bool IsComment => !IsItem && Content < Text.Length && Text[Content] == '#';

    /// <summary>True when the text of the value is on the lines below, after <c>|</c> or <c>&gt;</c>.</summary>
    public bool StartsBlock =>
        Value.Length > 0
        && Value[0] is '|' or '>'
        && Value[1..].TrimStart('-', '+', '1', '2', '3', '4', '5', '6', '7', '8', '9') is var rest
        && (rest.Length == 0 || (rest[0] is ' ' or '\t' && rest.TrimStart() is ['#', ..]));

    /// <summary>The columns, from 0, at which a sibling of a part of this line starts.</summary>
    public IEnumerable<int> Columns
    {
        get
        {
            for (int at = Indent; at < Content; at++)
            {
                if (Text[at] == '-')
                    yield return at;
            }
            if (Colon >= 0 || !IsItem)
                yield return Content;
        }
    }

    public static YamlLine Read(SourceFile file, int number)
    {
        string text = file.Line(number);
        int indent = text.Length - text.TrimStart(' ').Length,
            at = indent;
        while (at < text.Length && text[at] == '-' && (at + 1 == text.Length || text[at + 1] == ' '))
        {
            at++;
            while (at < text.Length && text[at] == ' ')
                at++;
        }
        return new YamlLine(number, text, indent, at, ColonOf(text, at));
    }

    /// <summary>Returns true for a colon that ends a name: a space or the end of the line follows it.</summary>
    public static bool EndsName(string text, int at) =>
        text[at] == ':' && (at + 1 == text.Length || text[at + 1] is ' ' or '\t');

    private static int ColonOf(string text, int from)
    {
        if (from < text.Length && text[from] is '"' or '\'' or '[' or '{' or '#')
            return -1;
        for (int at = from + 1; at < text.Length; at++)
        {
            if (text[at] == '#' && text[at - 1] == ' ')
                return -1;
            if (EndsName(text, at))
                return at;
        }
        return -1;
    }
}

/// <summary>The lines of a file that hold structure; those of texts after <c>|</c> and comments are left out.</summary>
internal sealed class YamlLines
{
    private readonly List<YamlLine> _lines = [];
    private readonly Dictionary<int, (YamlLine Head, int Indent)> _texts = [];

    public YamlLines(SourceFile file)
    {
        YamlLine? head = null;
        int indent = -1;
        for (int number = 1; number <= file.LineCount; number++)
        {
            YamlLine line = YamlLine.Read(file, number);
            if (head is not null && line.IsBlank)
                continue;
            if (head is not null && line.Indent > OwnerColumn(head) && (indent < 0 || line.Indent >= indent))
            {
                indent = indent < 0 ? line.Indent : indent;
                _texts[number] = (head, indent);
                continue;
            }
            head = line.StartsBlock ? line : null;
            indent = -1;
            if (!line.IsBlank && !line.IsComment)
                _lines.Add(line);
        }
    }

    /// <summary>
    /// Returns the head and the indentation of the text after <c>|</c> that ends directly before a line; null when
    /// none ends there.
    /// </summary>
    public (YamlLine Head, int Indent)? TextBefore(SourceFile file, int line)
    {
        for (int above = line - 1; above > 0; above--)
        {
            if (file.Line(above).Trim(' ').Length > 0)
                return _texts.TryGetValue(above, out (YamlLine Head, int Indent) text) ? text : null;
        }
        return null;
    }

    public YamlLine? Before(int line) => _lines.FindLast(other => other.Number < line);

    /// <summary>Returns the columns, from 0, at which a line may start to continue a list or group above it.</summary>
    public IReadOnlyList<int> OpenColumns(int line)
    {
        var open = new List<int>();
        int least = int.MaxValue;
        foreach (YamlLine above in _lines.Where(other => other.Number < line).Reverse())
        {
            open.AddRange(above.Columns.Where(column => column < least));
            least = Math.Min(least, above.Indent);
            if (least == 0)
                break;
        }
        return open;
    }

    /// <summary>Returns the column of the list or group that owns the value of a line.</summary>
    public static int OwnerColumn(YamlLine line) => line.Columns.Last();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing;

/// <summary>
/// Reads GIFT as Moodle does (question/format/gift/format.php): blank lines between questions, <c>$CATEGORY</c>, the
/// answer between the first braces, and its kind from the marks in it. Categories become modules and tags.
/// </summary>
internal sealed partial class Gift
{
    // Escaped marks until the structure is known: characters that no text may contain.
    private const string Marks = ":#={}~\n",
        Placeholders = "\uFDD0\uFDD1\uFDD2\uFDD3\uFDD4\uFDD5\uFDD6";

    private readonly ImportSource _source;
    private readonly SourceFile _file;
    private readonly LossReport _losses = new();
    private readonly QuestionCategories _categories;

    private Gift(ImportSource source, SourceFile file)
    {
        _source = source;
        _file = file;
        _categories = new QuestionCategories(source.Name, givesShares: true);
    }

    /// <summary>Returns true for a text with an answer in braces, a name in colons, or a category.</summary>
    public static bool Knows(ImportSource source) =>
        source.Text is { Text: var text }
        && !text.AsSpan().TrimStart().StartsWith("<")
        && (source.Extension == ".gift" || Sign().IsMatch(text) || (source.Extension == ".txt" && HasAnswer(text)));

    /// <summary>Reads a file.</summary>
    public static ImportResult Read(ImportSource source, ImportOptions options)
    {
        if (source.Text is not { } file)
            return ImportResult.Failed(source, ImportingRules.Unreadable, "it is not UTF-8 text");
        return new Gift(source, file).Read();
    }

    private ImportResult Read()
    {
        int offset = 0,
            start = -1,
            count = 0;
        var lines = new List<string>();
        foreach (string line in _file.Text.Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.Length > 0)
            {
                if (start < 0)
                    start = offset;
                lines.Add(trimmed);
            }
            offset += line.Length + 1;
            if (lines.Count > 0 && (trimmed.Length == 0 || offset > _file.Text.Length))
            {
                if (++count > ImportLimits.MostItems)
                {
                    _losses.Add(
                        ImportingRules.TooLarge,
                        _file.Span(start),
                        _source.Path,
                        $"it has more than {ImportLimits.MostItems} questions"
                    );
                    break;
                }
                Block(lines, start);
                lines.Clear();
                start = -1;
            }
        }
        return _categories.Result(_source, _losses);
    }

    /// <summary>Reads the lines between two blank lines.</summary>
    private void Block(List<string> lines, int offset)
    {
        string comment = string.Join('\n', lines.Where(IsComment));
        int first = lines.FindIndex(line => !IsComment(line));
        if (first < 0)
            return;
        SourceSpan place = _file.Span(
            offset + Math.Max(0, _file.Text.AsSpan(offset).IndexOf(lines[first])),
            lines[first].Length
        );
        string text = Escaped(string.Join('\n', lines.Select(line => IsComment(line) ? " " : line)).Trim());
        if (!text.StartsWith("$CATEGORY:", StringComparison.Ordinal))
        {
            Question(text, comment, place);
            return;
        }
        // Moodle takes all lines for the name. A question below, without a blank line, would be lost.
        string[] parts = text["$CATEGORY:".Length..].Split('\n', 2);
        _categories.Open(Shown(parts[0]));
        if (parts.Length == 2 && parts[1].Trim().Length > 0)
        {
            string name = LossReport.Short(Shown(parts[0]));
            _losses.Add(
                ImportingRules.Changed,
                place,
                name,
                "a category without a blank line after it",
                "a category, and the text below it a question"
            );
            Question(parts[1].Trim(), comment, place);
        }
    }

    private void Question(string text, string comment, SourceSpan place)
    {
        string? name = null;
        if (text.StartsWith("::", StringComparison.Ordinal))
        {
            text = text[2..];
            int end = text.IndexOf("::", StringComparison.Ordinal);
            if (end >= 0)
            {
                name = DraftMarkdown.Clean(Shown(text[..end])).Replace('\n', ' ').Trim();
                text = text[(end + 2)..].Trim();
            }
        }
        int open = text.IndexOf('{'),
            close = text.IndexOf('}');
        string stem = text,
            answer = "";
        bool isDescription = open < 0 && close < 0;
        if (!isDescription)
        {
            if (open < 0 || close < open)
            {
                string shown = name ?? Shown(text);
                _losses.Add(ImportingRules.ItemLost, place, shown, "one of the braces “{” and “}” is missing");
                return;
            }
            answer = text[(open + 1)..close].Trim();
            stem = text.EndsWith('}')
                ? text.Remove(open, close - open + 1)
                : $"{text[..open]}_____{text[(close + 1)..]}";
        }
        string general = "";
        int mark = answer.LastIndexOf("####", StringComparison.Ordinal);
        if (mark >= 0)
            (general, answer) = (answer[(mark + 4)..], answer[..mark].Trim());
        ForeignText prompt = Text(stem, TextFormat.Moodle);
        string item = name is { Length: > 0 } ? name : prompt.Text;
        if (prompt.IsEmpty && !isDescription)
        {
            _losses.Add(ImportingRules.ItemLost, place, name ?? Shown(text), "it has no text");
            return;
        }
        var reader = new GiftAnswers(item, place, prompt.Format, _losses);
        string? id = GiftComment.Id(comment);
        DraftNode? question = reader.Read(
            id ?? (name is { Length: > 0 } ? name : null),
            isDescription ? null : answer,
            prompt.Markdown(isLine: false, item, place, _losses),
            Text(general, prompt.Format)
        );
        if (question is not null)
            _categories.Add(question, OwnTags.Take(question, GiftComment.Tags(comment)));
    }

    /// <summary>Returns a text with its format, without the mark of the format.</summary>
    internal static ForeignText Text(string text, TextFormat format)
    {
        text = text.Trim();
        if (text.StartsWith('[') && text.IndexOf(']') is > 0 and var end)
        {
            TextFormat? named = text[1..end] switch
            {
                "html" => TextFormat.Html,
                "moodle" => TextFormat.Moodle,
                "markdown" => TextFormat.Markdown,
                "plain" => TextFormat.Plain,
                _ => null,
            };
            if (named is not null)
                (format, text) = (named.Value, text[(end + 1)..]);
        }
        return new ForeignText(Shown(text).Trim(), format);
    }

    /// <summary>Returns a text in which escaped marks are placeholders.</summary>
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at],
                next = at + 1 < text.Length ? text[at + 1] : ' ';
            int mark = next == 'n' ? Marks.Length - 1 : Marks.IndexOf(next);
            if (letter == '\\' && next == '\\')
                escaped.Append(text[++at]);
            else if (letter == '\\' && mark >= 0 && next != '\n')
            {
                escaped.Append(Placeholders[mark]);
                at++;
            }
            else
                escaped.Append(letter is >= '\uFDD0' and <= '\uFDEF' ? '\uFFFD' : letter);
        }
        return escaped.ToString();
    }

    /// <summary>Returns a text with its escaped marks.</summary>
    internal static string Shown(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uFDD0', '\uFDD6') < 0)
            return text;
        return string.Concat(
            text.Select(letter => Placeholders.IndexOf(letter) is >= 0 and var mark ? Marks[mark] : letter)
        );
    }

    private static bool IsComment(string line) => line.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Returns true for a text that has braces with an answer in them.</summary>
    private static bool HasAnswer(string text)
    {
        for (int open = text.IndexOf('{'); open >= 0; )
        {
            int close = text.IndexOfAny(['{', '}'], open + 1);
            if (close < 0)
                return false;
            ReadOnlySpan<char> answer = text.AsSpan(open + 1, close - open - 1).Trim();
            if (
                text[close] == '}'
                && (answer.IndexOfAny('=', '~', '#') >= 0 || answer is "" or "T" or "F" or "TRUE" or "FALSE")
            )
                return true;
            open = text[close] == '{' ? close : text.IndexOf('{', close);
        }
        return false;
    }

    [GeneratedRegex(@"(?m)^[ \t]*(?:::[^:\n]+::|\$CATEGORY:)")]
    private static partial Regex Sign();
}

/// <summary>Id and tags in the comment lines above a question, as newer versions of Moodle write them.</summary>
internal static partial class GiftComment
{
    /// <summary>Returns the id; null when there is none.</summary>
    public static string? Id(string comment) =>
        IdMark().Match(comment) is { Success: true } match ? match.Groups[1].Value.Replace("\\]", "]") : null;

    /// <summary>Returns the tags.</summary>
    public static IEnumerable<string> Tags(string comment) =>
        TagMark().Matches(comment).Select(match => match.Groups[1].Value.Replace("\\]", "]"));

    [GeneratedRegex(@"\[id:((?:\\\]|[^\]\n]){1,200})\]")]
    private static partial Regex IdMark();

    [GeneratedRegex(@"\[tag:((?:\\\]|[^\]\n]){1,200})\]")]
    private static partial Regex TagMark();
}

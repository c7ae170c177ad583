using Protect.Scorm.Diagnostics;
using YamlDotNet.Core;

namespace Protect.Scorm.Yaml;

/// <summary>Turns exceptions of the YAML parser into diagnostics that an author understands.</summary>
internal static class YamlFaults
{
    public static void Report(SourceFile file, YamlException fault, DiagnosticBag bag)
    {
        int line = YamlSlips.Suspect(file, Math.Clamp((int)fault.Start.Line, 1, file.LineCount));
        // The reader found another fault in this line before the parser did: one cause, one message.
        if (bag.Sorted.Any(finding => finding.IsError && finding.Span.Line == line))
            return;
        if (
            TabNear(file, line, fault.Message.Contains("tab", StringComparison.Ordinal) ? file.LineCount : line) is
            { } tab
        )
        {
            bag.Add(YamlRules.Tab, tab);
        }
        else if (YamlSlips.Certain(file, line) is { } certain)
            bag.Add(YamlRules.Syntax, certain.Span, certain.What, certain.Help);
        else if (SwallowedBy(file) is var quote and >= 0)
            AddUnclosed(file, quote, file.Text[quote], bag);
        else if (UnclosedIn(file) is var (offset, close))
            AddUnclosed(file, offset, close, bag);
        else if (YamlSlips.Likely(file, line) is { } likely)
            bag.Add(YamlRules.Syntax, likely.Span, likely.What, likely.Help);
        else
            AddUnknown(file.At(line, YamlLine.Read(file, line).Indent + 1), bag);
    }

    public static void ReportUnclosed(SourceFile file, DiagnosticBag bag)
    {
        if (UnclosedIn(file) is var (offset, close))
            AddUnclosed(file, offset, close, bag);
        else
            AddUnknown(file.Start, bag);
    }

    private static void AddUnknown(SourceSpan span, DiagnosticBag bag) =>
        bag.Add(
            YamlRules.Syntax,
            span,
            "This line does not fit the lines before it.",
            "Look at the indentation, the colons and the quotation marks here and on the line before."
        );

    private static void AddUnclosed(SourceFile file, int offset, char close, DiagnosticBag bag)
    {
        SourceSpan span = file.Span(offset);
        string line = file.Line(span.Line);
        bool hasComment = close is ']' or '}' && line.IndexOf(" #", span.Column, StringComparison.Ordinal) >= 0;
        bag.Add(
            YamlRules.Unclosed,
            span,
            file.Text[offset],
            close,
            hasComment ? " The text after “ #” is a comment; a text with “#” needs quotation marks." : ""
        );
    }

    /// <summary>
    /// Finds a quotation mark whose text takes in lines that are not indented more than its field: it was not closed.
    /// </summary>
    private static int SwallowedBy(SourceFile file)
    {
        string text = file.Text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '#' && (i == 0 || char.IsWhiteSpace(text[i - 1])))
                i = EndOfLine(text, i);
            else if (text[i] is '"' or '\'' && StartsValue(text, i))
            {
                int end = EndOfQuote(text, i);
                if (end < 0)
                    return -1;
                if (IsSwallowed(file, i, end))
                    return i;
                i = end;
            }
        }
        return -1;
    }

    /// <summary>
    /// Returns true when a text in quotation marks goes on in a line that is not indented more than its field.
    /// </summary>
    public static bool IsSwallowed(SourceFile file, int start, int end)
    {
        int first = file.Span(start).Line,
            last = file.Span(end).Line;
        if (first == last)
            return false;
        YamlLine head = YamlLine.Read(file, first);
        int owner = head is { Colon: < 0, IsItem: false } ? head.Indent - 1 : YamlLines.OwnerColumn(head);
        return Enumerable
            .Range(first + 1, last - first)
            .Select(number => YamlLine.Read(file, number))
            .Any(line => !line.IsBlank && line.Indent <= owner);
    }

    private static SourceSpan? TabNear(SourceFile file, int line, int last)
    {
        for (int at = Math.Max(1, line - 1); at <= last; at++)
        {
            string text = file.Line(at);
            int tab = text.IndexOf('\t');
            if (tab >= 0 && string.IsNullOrWhiteSpace(text[..tab]))
                return file.At(at, tab + 1);
        }
        return null;
    }

    /// <summary>Finds the innermost unclosed flow bracket or quotation mark that starts a value.</summary>
    private static (int Offset, char Close)? UnclosedIn(SourceFile file)
    {
        var open = new Stack<int>();
        string text = file.Text;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '#' && (i == 0 || char.IsWhiteSpace(text[i - 1])))
                i = EndOfLine(text, i);
            else if (c is '"' or '\'' && StartsValue(text, i))
            {
                int end = EndOfQuote(text, i);
                if (end < 0)
                    return (i, c);
                i = end;
            }
            else if (c is '[' or '{' && (open.Count > 0 || StartsValue(text, i)))
                open.Push(i);
            else if (c is ']' or '}' && open.Count > 0)
                open.Pop();
        }
        return open.Count == 0 ? null : (open.Peek(), text[open.Peek()] == '[' ? ']' : '}');
    }

    private static bool StartsValue(string text, int i)
    {
        int back = i - 1;
        while (back >= 0 && text[back] == ' ')
            back--;
        return back < 0 || (back < i - 1 && text[back] is ':' or '-') || text[back] is '[' or '{' or ',' or '\n';
    }

    private static int EndOfLine(string text, int i) => text.IndexOf('\n', i) is var end and >= 0 ? end : text.Length;

    private static int EndOfQuote(string text, int start)
    {
        char quote = text[start];
        for (int i = start + 1; i < text.Length; i++)
        {
            if (quote == '"' && text[i] == '\\')
                i++;
            else if (text[i] == quote && quote == '\'' && i + 1 < text.Length && text[i + 1] == '\'')
                i++;
            else if (text[i] == quote)
                return i;
        }
        return -1;
    }
}

using Protect.Scorm.Diagnostics;
using YamlDotNet.Core;

namespace Protect.Scorm.Yaml;

/// <summary>Turns exceptions of the YAML parser into diagnostics that an author understands.</summary>
internal static class YamlFaults
{
    public static void Report(SourceFile file, YamlException fault, DiagnosticBag bag)
    {
        int line = Math.Clamp((int)fault.Start.Line, 1, file.LineCount);
        if (
            TabNear(file, line, fault.Message.Contains("tab", StringComparison.Ordinal) ? file.LineCount : line) is
            { } tab
        )
        {
            bag.Add(YamlRules.Tab, tab);
        }
        else if (UnclosedIn(file) is var (offset, open, close))
        {
            bag.Add(YamlRules.Unclosed, file.Span(offset), open, close);
        }
        else
        {
            int column = Math.Clamp((int)fault.Start.Column, 1, file.Line(line).Length + 1);
            bag.Add(YamlRules.Syntax, file.At(line, column), Sentence(fault.Message));
        }
    }

    public static void ReportUnclosed(SourceFile file, DiagnosticBag bag)
    {
        if (UnclosedIn(file) is var (offset, open, close))
            bag.Add(YamlRules.Unclosed, file.Span(offset), open, close);
        else
            bag.Add(YamlRules.Syntax, file.Start, "the parser could not make sense of it.");
    }

    private static string Sentence(string message)
    {
        // Some messages start with their position, which the diagnostic already shows.
        int colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        if (
            message.Contains("invalid mapping", StringComparison.Ordinal)
            || message.Contains("mapping values", StringComparison.OrdinalIgnoreCase)
        )
            return "a second “: ” in one line. Text that contains a colon and a space needs quotation marks.";
        string text = (colon >= 0 ? message[(colon + 3)..] : message).Trim();
        return (text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : text).TrimEnd('.') + ".";
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
    private static (int Offset, char Open, char Close)? UnclosedIn(SourceFile file)
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
                    return (i, c, c);
                i = end;
            }
            else if (c is '[' or '{' && (open.Count > 0 || StartsValue(text, i)))
                open.Push(i);
            else if (c is ']' or '}' && open.Count > 0)
                open.Pop();
        }
        return open.Count == 0 ? null : (open.Peek(), text[open.Peek()], text[open.Peek()] == '[' ? ']' : '}');
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

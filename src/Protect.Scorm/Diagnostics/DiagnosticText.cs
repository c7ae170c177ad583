namespace Protect.Scorm.Diagnostics;

/// <summary>Formats diagnostics for a terminal.</summary>
public static class DiagnosticText
{
    private const int LongestLine = 160;

    /// <summary>
    /// Formats a diagnostic as compilers do: position, severity, slug and message; the source line with the place
    /// underlined; the help.
    /// </summary>
    public static string Format(Diagnostic diagnostic)
    {
        string head =
            $"{diagnostic.Span}: {diagnostic.Rule.Severity.ToString().ToLowerInvariant()} "
            + $"{diagnostic.Rule.Slug}: {diagnostic.Message}";
        ReadOnlySpan<char> line = diagnostic.Span.File.LineSpan(diagnostic.Span.Line);
        return line.Length == 0
            ? $"{head}\n  {diagnostic.Help}\n"
            : $"{head}\n{Excerpt(diagnostic.Span, line)}  {diagnostic.Help}\n";
    }

    private static string Excerpt(SourceSpan span, ReadOnlySpan<char> line)
    {
        int column = Math.Clamp(span.Column - 1, 0, line.Length);
        int from = line.Length > LongestLine ? Math.Max(0, column - (LongestLine / 2)) : 0;
        string shown = line.Slice(from, Math.Min(LongestLine, line.Length - from)).ToString();
        // Repeating tabs keeps the caret below the text.
        string indent = string.Concat(line[from..column].ToString().Select(c => c == '\t' ? '\t' : ' '));
        int carets = Math.Clamp(span.Length, 1, Math.Max(1, shown.Length - (column - from)));
        return $"    {shown}\n    {indent}{new string('^', carets)}\n";
    }
}

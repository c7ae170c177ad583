using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>Text in Markdown, with the place it was written at so that a fault inside it can be pointed to.</summary>
internal sealed record RichText(string Markdown, SourceSpan Span, bool IsBlock)
{
    /// <summary>True where only one paragraph fits: an option, a caption, a line in a list.</summary>
    public bool IsLine { get; init; }

    /// <summary>The language it is in, where that is not the course's: it has no translation yet.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Where a stretch of the Markdown stands in the file. Exact for block text (<c>|</c>) and for one-line values without escapes; else the first line.
    /// </summary>
    public SourceSpan Locate(int offset, int length)
    {
        SourceFile file = Span.File;
        if (!IsBlock)
            return Markdown.Contains('\n') ? Span : Span.Inside(offset + (IsQuoted ? 1 : 0), length);
        int line = Markdown.AsSpan(0, Math.Min(offset, Markdown.Length)).Count('\n');
        int column = offset - (Markdown.LastIndexOf('\n', Math.Max(0, Math.Min(offset, Markdown.Length) - 1)) + 1);
        if (offset == 0)
            column = 0;
        int first = FirstTextLine();
        int indent = file.Line(first).Length - file.Line(first).TrimStart(' ').Length;
        int lineEnd = Markdown.IndexOf('\n', Math.Min(offset, Markdown.Length));
        return file.At(
            first + line,
            indent + column + 1,
            Math.Min(length, (lineEnd < 0 ? Markdown.Length : lineEnd) - offset)
        );
    }

    private bool IsQuoted =>
        Span.File.Line(Span.Line) is var line && Span.Column <= line.Length && line[Span.Column - 1] is '"' or '\'';

    private int FirstTextLine()
    {
        int line = Span.Line + 1;
        while (line < Span.File.LineCount && string.IsNullOrWhiteSpace(Span.File.Line(line)))
            line++;
        return line - Markdown.TakeWhile(c => c == '\n').Count();
    }
}

/// <summary>A file of the course that goes into the package: its path from the course folder.</summary>
internal sealed record AssetRef(string Path, SourceSpan Span);

/// <summary>The id of a page that the author refers to.</summary>
internal sealed record PageRef(string Id, SourceSpan Span);

using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>Markdown text with its source position, so that diagnostics can point inside it.</summary>
internal sealed record RichText(string Markdown, SourceSpan Span, bool IsBlock)
{
    /// <summary>True when only one paragraph is allowed, as in an option, a caption or a list item.</summary>
    public bool IsLine { get; init; }

    /// <summary>The language of an untranslated text, where it differs from the course's; else null.</summary>
    public string? Language { get; init; }

    /// <summary>The text that this one was cut from, and where it starts there; null when it is not a part.</summary>
    private (RichText Text, int At)? Whole { get; init; }

    /// <summary>Returns a part of the text that knows its place in the source.</summary>
    public RichText Part(int from, int length) =>
        this with
        {
            Markdown = Markdown.Substring(from, length),
            Whole = (this, from),
        };

    /// <summary>
    /// Finds the source position of a part of the Markdown. Exact for block text (<c>|</c>) and for one-line values
    /// without escapes; otherwise the first line.
    /// </summary>
    public SourceSpan Locate(int offset, int length)
    {
        if (Whole is var (whole, at))
            return whole.Locate(offset + at, length);
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

/// <summary>A file of the course to ship in the package, by its path relative to the course folder.</summary>
internal sealed record AssetRef(string Path, SourceSpan Span);

/// <summary>A reference to a page by its id.</summary>
internal sealed record PageRef(string Id, SourceSpan Span);

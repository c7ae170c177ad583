using System.Runtime.CompilerServices;
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
        return Known.GetValue(this, static text => new Places(text)).Locate(offset, length);
    }

    // Not a field: equal texts must stay equal, and most texts are never located.
    private static readonly ConditionalWeakTable<RichText, Places> Known = [];

    /// <summary>Positions of lines in a text and its file. Computed once: a text may have thousands of parts.</summary>
    private sealed class Places
    {
        private readonly SourceSpan _span;
        private readonly int _length,
            _firstLine,
            _indent;
        private readonly List<int>? _lines;
        private readonly bool _isOneSpan;

        public Places(RichText text)
        {
            _span = text.Span;
            _length = text.Markdown.Length;
            SourceFile file = _span.File;
            if (!text.IsBlock)
            {
                _isOneSpan = text.Markdown.Contains('\n');
                string line = file.Line(_span.Line);
                _indent = _span.Column <= line.Length && line[_span.Column - 1] is '"' or '\'' ? 1 : 0;
                return;
            }
            _lines = [0];
            for (int at = text.Markdown.IndexOf('\n'); at >= 0; at = text.Markdown.IndexOf('\n', at + 1))
                _lines.Add(at + 1);
            int first = _span.Line + 1;
            while (first < file.LineCount && string.IsNullOrWhiteSpace(file.Line(first)))
                first++;
            _firstLine = first - text.Markdown.TakeWhile(c => c == '\n').Count();
            string start = file.Line(_firstLine);
            _indent = start.Length - start.TrimStart(' ').Length;
        }

        public SourceSpan Locate(int offset, int length)
        {
            if (_lines is null)
                return _isOneSpan ? _span : _span.Inside(offset + _indent, length);
            int at = Math.Min(offset, _length),
                line = _lines.BinarySearch(at);
            if (line < 0)
                line = ~line - 1;
            int end = line + 1 < _lines.Count ? _lines[line + 1] - 1 : _length;
            return _span.File.At(
                _firstLine + line,
                _indent + offset - _lines[line] + 1,
                Math.Min(length, end - offset)
            );
        }
    }
}

/// <summary>A file of the course to ship in the package, by its path relative to the course folder.</summary>
internal sealed record AssetRef(string Path, SourceSpan Span);

/// <summary>A reference to a page by its id.</summary>
internal sealed record PageRef(string Id, SourceSpan Span);

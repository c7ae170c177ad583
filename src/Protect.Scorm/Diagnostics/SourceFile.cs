using System.Text;

namespace Protect.Scorm.Diagnostics;

/// <summary>
/// Text file of a course. Converts offsets into lines and columns, both from 1; columns count UTF-16 units.
/// </summary>
public sealed class SourceFile
{
    private readonly List<int> _lineStarts = [0];

    /// <summary>Creates a file from its text and the path to show in messages.</summary>
    public SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The path shown in messages, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The complete text.</summary>
    public string Text { get; }

    /// <summary>The number of lines, at least 1.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>Returns the text of a line (from 1) without its line break; empty when there is no such line.</summary>
    public string Line(int line) => LineSpan(line).ToString();

    /// <summary>Returns the text of a line without a copy: lines may be long and have many findings.</summary>
    internal ReadOnlySpan<char> LineSpan(int line)
    {
        if (line < 1 || line > _lineStarts.Count)
            return [];
        int start = _lineStarts[line - 1];
        int end = line < _lineStarts.Count ? _lineStarts[line] : Text.Length;
        return Text.AsSpan(start, end - start).TrimEnd("\n\r");
    }

    /// <summary>Returns the offset of the first character of a line (from 1).</summary>
    internal int LineStart(int line) => _lineStarts[Math.Clamp(line, 1, _lineStarts.Count) - 1];

    /// <summary>Returns the span at an offset from the start of the file, in characters.</summary>
    public SourceSpan Span(int offset, int length = 1)
    {
        int index = _lineStarts.BinarySearch(Math.Clamp(offset, 0, Text.Length));
        if (index < 0)
            index = ~index - 1;
        return new SourceSpan(this, index + 1, offset - _lineStarts[index] + 1, Math.Max(1, length));
    }

    /// <summary>Returns the span at a line and a column, both from 1.</summary>
    public SourceSpan At(int line, int column, int length = 1) => new(this, line, column, Math.Max(1, length));

    /// <summary>The start of the file, for faults without a better position.</summary>
    public SourceSpan Start => new(this, 1, 1, 1);

    /// <summary>Creates a placeholder for a file without readable text, such as a picture or a missing file.</summary>
    public static SourceFile WithoutText(string path) => new(path, "");

    /// <summary>
    /// Decodes UTF-8 strictly; on failure returns null, and <paramref name="badOffset"/> is the first invalid byte.
    /// </summary>
    internal static string? Decode(ReadOnlySpan<byte> bytes, out int badOffset)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        badOffset = FirstBad(bytes);
        return badOffset < 0 ? Encoding.UTF8.GetString(bytes) : null;
    }

    private static int FirstBad(ReadOnlySpan<byte> bytes)
    {
        int zero = bytes.IndexOf((byte)0);
        for (int offset = 0; offset < bytes.Length; )
        {
            if (Rune.DecodeFromUtf8(bytes[offset..], out _, out int used) != System.Buffers.OperationStatus.Done)
                return zero >= 0 ? Math.Min(zero, offset) : offset;
            offset += used;
        }
        return zero;
    }
}

using System.Text;

namespace Protect.Scorm.Diagnostics;

/// <summary>A text file as the author wrote it, able to turn offsets into lines and columns (both from 1, columns in UTF-16 units).</summary>
public sealed class SourceFile
{
    private readonly List<int> _lineStarts = [0];

    /// <summary>A text and the path it is shown under.</summary>
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

    /// <summary>The path as it is shown to the author, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>At least one.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>The text of a line (from 1) without its end; empty when there is no such line.</summary>
    public string Line(int line)
    {
        if (line < 1 || line > _lineStarts.Count)
            return "";
        int start = _lineStarts[line - 1];
        int end = line < _lineStarts.Count ? _lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\n', '\r');
    }

    /// <summary>Offset of the first character of a line (from 1).</summary>
    internal int LineStart(int line) => _lineStarts[Math.Clamp(line, 1, _lineStarts.Count) - 1];

    /// <summary>The place at an offset.</summary>
    public SourceSpan Span(int offset, int length = 1)
    {
        int index = _lineStarts.BinarySearch(Math.Clamp(offset, 0, Text.Length));
        if (index < 0)
            index = ~index - 1;
        return new SourceSpan(this, index + 1, offset - _lineStarts[index] + 1, Math.Max(1, length));
    }

    /// <summary>The place at a line and a column, both from 1.</summary>
    public SourceSpan At(int line, int column, int length = 1) => new(this, line, column, Math.Max(1, length));

    /// <summary>The start of the file: for faults that have no better place.</summary>
    public SourceSpan Start => new(this, 1, 1, 1);

    /// <summary>A stand-in for a file without readable text (missing, or a picture).</summary>
    public static SourceFile WithoutText(string path) => new(path, "");

    /// <summary>Decodes UTF-8 strictly; on failure <paramref name="badOffset"/> is the first byte that is not UTF-8 text.</summary>
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

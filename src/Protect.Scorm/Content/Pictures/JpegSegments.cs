using System.Buffers.Binary;

namespace Protect.Scorm.Content;

/// <summary>A segment of a JPEG. All positions are byte offsets in the file.</summary>
/// <param name="Marker">The second byte of the marker, such as 0xE1.</param>
/// <param name="Start">Offset of the marker.</param>
/// <param name="End">Offset after the segment; for a scan, after its coded image data.</param>
/// <param name="Data">Offset of the data after the length field.</param>
/// <param name="DataLength">Length of the data in bytes, without the coded image data of a scan.</param>
internal readonly record struct JpegSegment(byte Marker, int Start, int End, int Data, int DataLength);

/// <summary>
/// Enumerates the segments of a JPEG (ITU-T T.81, B.1.1) up to the end of the image or the first invalid byte.
/// </summary>
internal ref struct JpegSegments(ReadOnlySpan<byte> bytes)
{
    private const byte StartOfScan = 0xDA,
        EndOfImage = 0xD9;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at = 2;

    /// <summary>The current segment.</summary>
    public JpegSegment Current { get; private set; }

    /// <summary>True once the end of the image was reached without an invalid byte.</summary>
    public bool IsComplete { get; private set; }

    public readonly JpegSegments GetEnumerator() => this;

    public bool MoveNext()
    {
        int start = _at;
        if (IsComplete || start + 1 >= _bytes.Length || _bytes[start] != 0xFF)
            return false;
        while (_at + 1 < _bytes.Length && _bytes[_at + 1] == 0xFF)
            _at++; // fill bytes
        if (_at + 1 >= _bytes.Length)
            return false;
        byte marker = _bytes[_at + 1];
        int data = _at + 4;
        if (marker == EndOfImage)
        {
            IsComplete = true;
            _at += 2;
            Current = new JpegSegment(marker, start, _at, _at, 0);
            return true;
        }
        if (marker is 0 or 1 or >= 0xD0 and <= 0xD8 || data > _bytes.Length)
            return false;
        int length = BinaryPrimitives.ReadUInt16BigEndian(_bytes[(data - 2)..]);
        if (length < 2 || data - 2 + length > _bytes.Length)
            return false;
        _at = data - 2 + length;
        if (marker == StartOfScan)
            SkipCoded();
        Current = new JpegSegment(marker, start, _at, data, length - 2);
        return true;
    }

    // In coded image data, FF is followed by 00 or is a restart marker.
    private void SkipCoded()
    {
        while (_at + 1 < _bytes.Length)
        {
            int next = _bytes[_at..].IndexOf((byte)0xFF);
            if (next < 0 || _at + next + 1 >= _bytes.Length)
                break;
            _at += next;
            if (_bytes[_at + 1] is not (0 or >= 0xD0 and <= 0xD7))
                return;
            _at += 2;
        }
        _at = _bytes.Length;
    }
}

using System.Buffers.Binary;

namespace Protect.Scorm.Content;

/// <summary>
/// Reads width and height of a video in pixels from the header of an MP4 (ISO/IEC 14496-12, 8.3.2) or a WebM (RFC 9559,
/// 5.1.4.1.28), so that the page layout does not shift when it loads.
/// </summary>
internal static class VideoSize
{
    private static readonly uint[] Boxes =
    [
        0x6D6F6F76 /* moov */
        ,
        0x7472616B, /* trak */
    ];
    private static readonly ulong[] Masters =
    [
        0x18538067 /* Segment */
        ,
        0x1654AE6B /* Tracks */
        ,
        0xAE /* TrackEntry */
        ,
        0xE0, /* Video */
    ];

    /// <summary>Returns the size; null for other formats or a missing size. Never throws.</summary>
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> bytes)
    {
        (long Width, long Height)? size =
            bytes is [0x1A, 0x45, 0xDF, 0xA3, ..] ? WebM(bytes)
            : bytes.Length > 8 && bytes[4..8].SequenceEqual("ftyp"u8) ? Mp4(bytes)
            : null;
        return size is { Width: > 0 and < 100_000, Height: > 0 and < 100_000 } found
            ? ((int)found.Width, (int)found.Height)
            : null;
    }

    private static (long, long)? Mp4(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at + 8 <= bytes.Length)
        {
            ulong size = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            uint name = BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]);
            int head = 8;
            if (size == 1 && at + 16 <= bytes.Length)
                (size, head) = (BinaryPrimitives.ReadUInt64BigEndian(bytes[(at + 8)..]), 16);
            if (size == 0)
                size = (ulong)(bytes.Length - at);
            if (size < (ulong)head || size > (ulong)(bytes.Length - at))
                return null;
            if (Boxes.Contains(name))
                size = (ulong)head; // descend into it
            // The last eight bytes of a track header, as 16.16 fixed-point numbers; zero for an audio track.
            else if (
                name == 0x746B6864 /* tkhd */
                && size >= 92
                && BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + (int)size - 8)..]) is > 0 and var width
            )
                return (width, BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + (int)size - 4)..]));
            at += (int)size;
        }
        return null;
    }

    private static (long, long)? WebM(ReadOnlySpan<byte> bytes)
    {
        long width = 0,
            height = 0;
        int at = 0;
        while (at < bytes.Length && (width == 0 || height == 0))
        {
            if (
                Number(bytes, ref at, keepMark: true) is not { } id
                || Number(bytes, ref at, keepMark: false) is not { } size
            )
                return null;
            if (Masters.Contains(id))
                continue; // descend into it; its size may be unknown
            if (size > (ulong)(bytes.Length - at))
                return null;
            if (id == 0xB0)
                width = Value(bytes.Slice(at, (int)size));
            else if (id == 0xBA)
                height = Value(bytes.Slice(at, (int)size));
            at += (int)size;
        }
        return (width, height);
    }

    /// <summary>Reads a variable-length integer (RFC 8794, 4); null when it exceeds the data.</summary>
    private static ulong? Number(ReadOnlySpan<byte> bytes, ref int at, bool keepMark)
    {
        if (at >= bytes.Length || bytes[at] == 0)
            return null;
        int length = int.LeadingZeroCount(bytes[at]) - 23;
        if (at + length > bytes.Length)
            return null;
        ulong value = keepMark ? bytes[at] : bytes[at] & (0xFFu >> length);
        for (int i = 1; i < length; i++)
            value = (value << 8) | bytes[at + i];
        at += length;
        return value;
    }

    private static long Value(ReadOnlySpan<byte> data)
    {
        long value = 0;
        foreach (byte part in data.Length > 4 ? [] : data)
            value = (value << 8) | part;
        return value;
    }
}

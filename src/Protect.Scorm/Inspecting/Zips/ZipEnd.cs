using static System.Buffers.Binary.BinaryPrimitives;

namespace Protect.Scorm.Inspecting.Zips;

/// <summary>
/// End records of a zip: the place of its directory, and extra bytes before and after the zip (APPNOTE 4.3.14 to
/// 4.3.16).
/// </summary>
internal sealed record ZipEnd
{
    private const uint Signature = 0x06054b50,
        LocatorSignature = 0x07064b50,
        Signature64 = 0x06064b50;
    private const int FixedLength = 22,
        LocatorLength = 20,
        FixedLength64 = 56,
        MostTail = 1_000_000;

    public long DirectoryOffset { get; init; }

    public long DirectorySize { get; init; }

    public long Entries { get; init; }

    /// <summary>True when the zip is one of several disks.</summary>
    public bool IsSplit { get; init; }

    public bool HasZip64 { get; init; }

    /// <summary>Bytes after the end that are not its comment.</summary>
    public long Trailing { get; init; }

    /// <summary>Bytes before the zip; its offsets are too small by this number.</summary>
    public long Leading { get; init; }

    /// <exception cref="InvalidDataException">There is no end of a zip.</exception>
    public static ZipEnd Find(Stream stream)
    {
        if (stream.Length == 0)
            throw new InvalidDataException("it is empty.");
        // The comment of a valid zip is no longer than this tail.
        (byte[] tail, int at) = Search(stream, FixedLength + ushort.MaxValue);
        if ((at < 0 || !ReachesEnd(tail, at)) && stream.Length > tail.Length)
            (tail, at) = Search(stream, MostTail);
        if (at < 0)
            throw new InvalidDataException(
                tail.Length >= 4 && Starts(stream) ? "its end is missing: it was cut short." : "it is not a zip."
            );
        ReadOnlySpan<byte> end = tail.AsSpan(at);
        long position = stream.Length - tail.Length + at;
        int comment = ReadUInt16LittleEndian(end[20..]);
        var found = new ZipEnd
        {
            IsSplit =
                ReadUInt16LittleEndian(end[4..]) is not (0 or 0xFFFF)
                || ReadUInt16LittleEndian(end[6..]) is not (0 or 0xFFFF)
                || ReadUInt16LittleEndian(end[8..]) != ReadUInt16LittleEndian(end[10..]),
            Entries = ReadUInt16LittleEndian(end[10..]),
            DirectorySize = ReadUInt32LittleEndian(end[12..]),
            DirectoryOffset = ReadUInt32LittleEndian(end[16..]),
            Trailing = stream.Length - position - FixedLength - comment,
        };
        if (found.Trailing < 0)
            throw new InvalidDataException("its end is cut short.");
        return found.With64(stream, position).Placed(stream);
    }

    private static (byte[] Tail, int At) Search(Stream stream, int most)
    {
        var tail = new byte[(int)Math.Min(stream.Length, most)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        return (tail, Search(tail));
    }

    private static bool ReachesEnd(ReadOnlySpan<byte> tail, int at) =>
        tail.Length - at - FixedLength == ReadUInt16LittleEndian(tail[(at + 20)..]);

    /// <summary>
    /// Finds the last end record whose comment reaches exactly the end of the file; else the last that fits into the
    /// file.
    /// </summary>
    private static int Search(ReadOnlySpan<byte> tail)
    {
        int last = -1;
        for (int at = tail.Length - FixedLength; at >= 0; at--)
        {
            if (tail[at] != 'P' || ReadUInt32LittleEndian(tail[at..]) != Signature)
                continue;
            if (ReachesEnd(tail, at))
                return at;
            if (last < 0)
                last = at;
        }
        return last;
    }

    private static bool Starts(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        stream.Position = 0;
        stream.ReadExactly(start);
        return start is [(byte)'P', (byte)'K', 3, 4];
    }

    private ZipEnd With64(Stream stream, long position)
    {
        Span<byte> locator = stackalloc byte[LocatorLength],
            end = stackalloc byte[FixedLength64];
        if (!TryRead(stream, position - LocatorLength, locator) || ReadUInt32LittleEndian(locator) != LocatorSignature)
            return this with { _ends = position };
        long at = (long)ReadUInt64LittleEndian(locator[8..]);
        bool isThere = TryRead(stream, at, end) && ReadUInt32LittleEndian(end) == Signature64;
        if (!isThere)
            isThere =
                TryRead(stream, at = position - LocatorLength - FixedLength64, end)
                && ReadUInt32LittleEndian(end) == Signature64;
        if (!isThere)
            return this with { HasZip64 = true, _ends = position - LocatorLength };
        return this with
        {
            HasZip64 = true,
            _ends = at,
            IsSplit = ReadUInt32LittleEndian(locator[16..]) > 1 || ReadUInt32LittleEndian(end[16..]) != 0,
            Entries = checked((long)ReadUInt64LittleEndian(end[32..])),
            DirectorySize = checked((long)ReadUInt64LittleEndian(end[40..])),
            DirectoryOffset = checked((long)ReadUInt64LittleEndian(end[48..])),
        };
    }

    private long _ends;

    /// <summary>
    /// Locates the directory: at its declared offset, or, when bytes precede the zip, directly before its end record.
    /// </summary>
    private ZipEnd Placed(Stream stream)
    {
        long before = checked(_ends - DirectorySize);
        if (DirectorySize < 0 || DirectoryOffset < 0 || before < 0)
            throw new InvalidDataException("its directory would be larger than the file.");
        Span<byte> four = stackalloc byte[4];
        bool isThere =
            DirectorySize == 0
            || (
                DirectoryOffset <= _ends - DirectorySize
                && TryRead(stream, DirectoryOffset, four)
                && ReadUInt32LittleEndian(four) == ZipRecords.Signature
            );
        return isThere || before <= DirectoryOffset
            ? this
            : this with
            {
                Leading = before - DirectoryOffset,
                DirectoryOffset = before,
            };
    }

    private static bool TryRead(Stream stream, long at, Span<byte> into)
    {
        if (at < 0 || at > stream.Length - into.Length)
            return false;
        stream.Position = at;
        stream.ReadExactly(into);
        return true;
    }
}

using static System.Buffers.Binary.BinaryPrimitives;

namespace Protect.Scorm.Inspecting.Zips;

/// <summary>Header in front of an entry's data (APPNOTE 4.3.7).</summary>
/// <param name="Data">Offset of the data from the start of the file, in bytes.</param>
internal sealed record ZipLocalHeader(
    ushort Flags,
    ushort Method,
    uint Crc,
    long Packed,
    long Size,
    byte[] Name,
    long Data
)
{
    public const int FixedLength = 30;
    private const uint Signature = 0x04034b50;

    /// <summary>True when it has an extra field for 64-bit sizes (0x0001).</summary>
    public bool HasZip64 { get; private init; }

    /// <summary>True when sizes and checksum follow the data.</summary>
    public bool IsStreamed => (Flags & 8) != 0;

    public static ZipLocalHeader? Read(Stream stream, long offset)
    {
        Span<byte> fix = stackalloc byte[FixedLength];
        stream.Position = offset;
        if (
            stream.ReadAtLeast(fix, FixedLength, throwOnEndOfStream: false) < FixedLength
            || ReadUInt32LittleEndian(fix) != Signature
        )
            return null;
        var name = new byte[ReadUInt16LittleEndian(fix[26..])];
        if (stream.ReadAtLeast(name, name.Length, throwOnEndOfStream: false) < name.Length)
            return null;
        var extra = new byte[ReadUInt16LittleEndian(fix[28..])];
        if (stream.ReadAtLeast(extra, extra.Length, throwOnEndOfStream: false) < extra.Length)
            return null;
        return new ZipLocalHeader(
            ReadUInt16LittleEndian(fix[6..]),
            ReadUInt16LittleEndian(fix[8..]),
            ReadUInt32LittleEndian(fix[14..]),
            ReadUInt32LittleEndian(fix[18..]),
            ReadUInt32LittleEndian(fix[22..]),
            name,
            offset + FixedLength + name.Length + extra.Length
        ).With64(extra);
    }

    /// <summary>
    /// Applies the 64-bit field. It contains, in this order, only the sizes that are all ones in the header.
    /// </summary>
    private ZipLocalHeader With64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int length = Math.Min(ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            ReadOnlySpan<byte> field = extra.Slice(4, length);
            if (ReadUInt16LittleEndian(extra) == 1)
            {
                long size = Next(Size, ref field);
                return this with { HasZip64 = true, Size = size, Packed = Next(Packed, ref field) };
            }
            extra = extra[(4 + length)..];
        }
        return this;
    }

    private static long Next(long written, ref ReadOnlySpan<byte> field)
    {
        if (written != uint.MaxValue || field.Length < 8)
            return written;
        long value = ReadInt64LittleEndian(field);
        field = field[8..];
        return value;
    }
}

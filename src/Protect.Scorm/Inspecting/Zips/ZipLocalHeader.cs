using static System.Buffers.Binary.BinaryPrimitives;

namespace Protect.Scorm.Inspecting.Zips;

/// <summary>Header in front of an entry's data (APPNOTE 4.3.7).</summary>
/// <param name="Data">Offset of the data from the start of the file, in bytes.</param>
internal sealed record ZipLocalHeader(
    ushort Flags,
    ushort Method,
    uint Crc,
    uint Packed,
    uint Size,
    byte[] Name,
    long Data
)
{
    public const int FixedLength = 30;
    private const uint Signature = 0x04034b50;

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
        long data = offset + FixedLength + name.Length + ReadUInt16LittleEndian(fix[28..]);
        return data > stream.Length
            ? null
            : new ZipLocalHeader(
                ReadUInt16LittleEndian(fix[6..]),
                ReadUInt16LittleEndian(fix[8..]),
                ReadUInt32LittleEndian(fix[14..]),
                ReadUInt32LittleEndian(fix[18..]),
                ReadUInt32LittleEndian(fix[22..]),
                name,
                data
            );
    }
}

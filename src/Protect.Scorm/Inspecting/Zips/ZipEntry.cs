namespace Protect.Scorm.Inspecting.Zips;

/// <summary>
/// Entry of a zip's central directory (APPNOTE 4.3.12). Its values are untrusted until compared with the data.
/// </summary>
internal sealed record ZipEntry
{
    /// <summary>Name with its original separators, decoded as UTF-8 if valid, else as Latin-1.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// General purpose flags: bit 0 encrypted, 3 sizes after the data, 6 strong encryption, 11 name in UTF-8, 13 masked
    /// headers.
    /// </summary>
    public ushort Flags { get; init; }

    /// <summary>Compression method: 0 stored, 8 deflated; others are not in PKZIP 2.04g.</summary>
    public ushort Method { get; init; }

    /// <summary>System in the upper byte (0 DOS, 3 Unix), version in the lower byte.</summary>
    public ushort MadeBy { get; init; }

    public uint Crc { get; init; }

    /// <summary>Compressed size in bytes.</summary>
    public long Packed { get; init; }

    /// <summary>Unpacked size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Offset of the local header from the start of the file, in bytes.</summary>
    public long Offset { get; init; }

    public int Disk { get; init; }

    public uint Attributes { get; init; }

    /// <summary>DOS date in the upper half, DOS time in the lower half.</summary>
    public uint Time { get; init; }

    /// <summary>True when the entry has an extra field for 64-bit sizes (0x0001).</summary>
    public bool HasZip64 { get; init; }

    /// <summary>True when the bytes of the name are valid UTF-8, which includes ASCII.</summary>
    public bool IsNameUtf8 { get; init; }

    public bool IsFolder => Name.EndsWith('/') || Name.EndsWith('\\');

    public bool IsEncrypted => (Flags & 0b0010_0000_0100_0001) != 0;

    public bool SaysUtf8 => (Flags & 0x800) != 0;

    /// <summary>True when the Unix mode is a link, a device or a pipe: not a file, a folder or unset.</summary>
    public bool IsSpecial => ((Attributes >> 16) & 0xF000) is not (0 or 0x8000 or 0x4000);

    /// <summary>Unpacked bytes per compressed byte.</summary>
    public long Ratio => Size / Math.Max(1, Packed);
}

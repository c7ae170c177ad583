namespace Protect.Scorm.Inspecting;

/// <summary>One entry as the central directory of a zip tells of it (APPNOTE 4.3.12). Nothing of it is believed before it was compared.</summary>
internal sealed record ZipEntry
{
    /// <summary>With the separators it was written with. UTF-8 when the bytes are, else Latin-1, so that every name can be shown.</summary>
    public required string Name { get; init; }

    /// <summary>General purpose flags: bit 0 encrypted, 3 sizes after the data, 6 strong encryption, 11 the name is UTF-8, 13 masked headers.</summary>
    public ushort Flags { get; init; }

    /// <summary>0 stored, 8 deflated; anything else is beyond PKZIP 2.04g.</summary>
    public ushort Method { get; init; }

    /// <summary>The upper byte is the system (0 DOS, 3 Unix), the lower one the version.</summary>
    public ushort MadeBy { get; init; }

    public uint Crc { get; init; }

    /// <summary>Bytes in the zip.</summary>
    public long Packed { get; init; }

    /// <summary>Bytes unpacked.</summary>
    public long Size { get; init; }

    /// <summary>Where the local header stands, from the start of the file.</summary>
    public long Offset { get; init; }

    public int Disk { get; init; }

    public uint Attributes { get; init; }

    /// <summary>DOS date in the upper, DOS time in the lower half.</summary>
    public uint Time { get; init; }

    /// <summary>It has an extra field for 64-bit sizes (0x0001).</summary>
    public bool HasZip64 { get; init; }

    /// <summary>The bytes of the name are valid UTF-8 (ASCII is).</summary>
    public bool IsNameUtf8 { get; init; }

    public bool IsFolder => Name.EndsWith('/') || Name.EndsWith('\\');

    public bool IsEncrypted => (Flags & 0b0010_0000_0100_0001) != 0;

    public bool SaysUtf8 => (Flags & 0x800) != 0;

    /// <summary>The Unix mode says a link, a device or a pipe: neither a file, nor a folder, nor nothing.</summary>
    public bool IsSpecial => ((Attributes >> 16) & 0xF000) is not (0 or 0x8000 or 0x4000);

    /// <summary>Unpacked bytes for each packed one.</summary>
    public long Ratio => Size / Math.Max(1, Packed);
}

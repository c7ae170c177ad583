using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Protect.Scorm.Content;

/// <summary>Metadata of PNG files (W3C PNG 3, 11): chunks with text, time and Exif.</summary>
internal static class PngMetadata
{
    private static readonly string[] Looks =
    [
        "tRNS",
        "gAMA",
        "cHRM",
        "sRGB",
        "iCCP",
        "sBIT",
        "bKGD",
        "pHYs",
        "cICP",
        "mDCV",
        "cLLI",
        "acTL",
        "fcTL",
        "fdAT",
    ];

    /// <param name="plain">Receives the picture without metadata; null to look for a position only.</param>
    /// <returns>Whether the structure is valid up to the end of the image.</returns>
    public static (bool IsComplete, bool HasPosition) Strip(ReadOnlySpan<byte> bytes, MemoryStream? plain)
    {
        plain?.Write(bytes[..8]);
        bool hasPosition = false;
        for (int at = 8; at + 12 <= bytes.Length; )
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
                break;
            int end = at + 12 + (int)length;
            ReadOnlySpan<byte> name = bytes[(at + 4)..(at + 8)],
                data = bytes[(at + 8)..(end - 4)];
            Exif? exif = name.SequenceEqual("eXIf"u8) ? Exif.FromTiff(data) : null;
            hasPosition |=
                exif is { HasPosition: true } || (name.SequenceEqual("iTXt"u8) && PictureMetadata.NamesPosition(data));
            bool isNeeded = (name[0] & 0x20) == 0 || Looks.Contains(Encoding.Latin1.GetString(name));
            if (isNeeded)
                plain?.Write(bytes[at..end]);
            else if (plain is not null && exif is { Orientation: not 1 })
                Write(plain, "eXIf"u8, Exif.OnlyOrientation(exif.Orientation));
            if (name.SequenceEqual("IEND"u8))
                return (true, hasPosition);
            at = end;
        }
        return (false, hasPosition);
    }

    private static void Write(MemoryStream plain, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, 0, .. name, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(chunk.Length - 4),
            Crc32.HashToUInt32(chunk.AsSpan(4, chunk.Length - 8))
        );
        plain.Write(chunk);
    }
}

/// <summary>Metadata of WebP files (RFC 9649, 2): Exif, XMP and unknown chunks.</summary>
internal static class WebPMetadata
{
    private static readonly string[] Looks = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];
    private const byte ExifFlag = 0x08,
        XmpFlag = 0x04;

    /// <param name="plain">Receives the picture without metadata; null to look for a position only.</param>
    /// <returns>Whether the structure is valid up to the end of the image.</returns>
    public static (bool IsComplete, bool HasPosition) Strip(ReadOnlySpan<byte> bytes, MemoryStream? plain)
    {
        uint declared = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (declared > bytes.Length - 8)
            return (false, false);
        int whole = 8 + (int)declared,
            extended = -1;
        plain?.Write(bytes[..12]);
        bool hasPosition = false;
        byte[] turned = [];
        int at = 12;
        while (at + 8 <= whole)
        {
            string name = Encoding.Latin1.GetString(bytes[at..(at + 4)]);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > whole - at - 8)
                return (false, hasPosition);
            ReadOnlySpan<byte> data = bytes.Slice(at + 8, (int)length);
            int end = Math.Min(whole, at + 8 + (int)length + (int)(length & 1));
            if (name == "VP8X" && length >= 10)
                extended = (int)(plain?.Length ?? 0) + 8;
            if (name == "EXIF" && Exif.FromTiff(data.StartsWith("Exif\0\0"u8) ? data[6..] : data) is { } exif)
            {
                hasPosition |= exif.HasPosition;
                if (exif.Orientation != 1)
                    turned = Exif.OnlyOrientation(exif.Orientation);
            }
            if (name == "XMP ")
                hasPosition |= PictureMetadata.NamesPosition(data);
            if (Looks.Contains(name))
                plain?.Write(bytes[at..end]);
            at = end;
        }
        if (at != whole || plain is null)
            return (at == whole, hasPosition);
        if (turned.Length > 0)
            plain.Write([.. "EXIF"u8, (byte)turned.Length, 0, 0, 0, .. turned]);
        Span<byte> result = plain.GetBuffer().AsSpan(0, (int)plain.Length);
        BinaryPrimitives.WriteInt32LittleEndian(result[4..], result.Length - 8);
        if (extended >= 0)
            result[extended] = (byte)(result[extended] & ~(ExifFlag | XmpFlag) | (turned.Length > 0 ? ExifFlag : 0));
        return (true, hasPosition);
    }
}

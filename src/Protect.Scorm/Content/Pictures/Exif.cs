using System.Buffers.Binary;

namespace Protect.Scorm.Content;

/// <summary>The Exif data used here (CIPA DC-008, 4.6): the orientation, and whether there is a GPS position.</summary>
/// <param name="Orientation">1 to 8; 1 is upright.</param>
/// <param name="HasPosition">True when it has a GPS position.</param>
internal sealed record Exif(int Orientation, bool HasPosition)
{
    private const int MostEntries = 1000;
    private const ushort OrientationTag = 0x0112,
        PlaceTag = 0x8825;

    /// <summary>Reads the data of an APP1 segment; null when it is not Exif.</summary>
    public static Exif? FromJpeg(ReadOnlySpan<byte> data) =>
        data.StartsWith("Exif\0"u8) && data.Length > 6 ? FromTiff(data[6..]) : null;

    /// <summary>
    /// Reads the bytes after “Exif”, the first directory only; null when they are invalid. Never reads out of bounds.
    /// </summary>
    public static Exif? FromTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14)
            return null;
        bool little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8))
            return null;
        ushort Short(ReadOnlySpan<byte> at) =>
            little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
        uint first = little
            ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..])
            : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
            return null;
        int count = Math.Min(Short(tiff[(int)first..]), (ushort)MostEntries),
            orientation = 1;
        bool hasPosition = false;
        for (int i = 0; i < count; i++)
        {
            int entry = (int)first + 2 + (i * 12);
            if (entry + 12 > tiff.Length)
                break;
            ushort tag = Short(tiff[entry..]);
            if (tag == PlaceTag)
                hasPosition = true;
            else if (tag == OrientationTag && Short(tiff[(entry + 8)..]) is >= 1 and <= 8 and var turned)
                orientation = turned;
        }
        return new Exif(orientation, hasPosition);
    }

    /// <summary>Returns the bytes after “Exif” for an orientation and nothing else.</summary>
    public static byte[] OnlyOrientation(int orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
}

namespace Protect.Scorm.Content;

/// <summary>Metadata of a picture, and a copy of the picture without it.</summary>
/// <param name="HasPosition">True when it has a GPS position.</param>
/// <param name="Without">The same pixels without metadata; null when there is no metadata to remove.</param>
/// <param name="Bytes">Number of bytes that can be removed.</param>
internal sealed record PictureMetadata(bool HasPosition, byte[]? Without, int Bytes)
{
    private static readonly PictureMetadata None = new(false, null, 0);

    /// <summary>
    /// Reads JPEG, PNG and WebP. Data that affect the appearance stay: orientation, colour profile, transparency,
    /// animation. The rest is removed: Exif, GPS, XMP, IPTC, comments, previews, and bytes after the end of the image.
    /// A file with a broken structure is not changed. Never throws.
    /// </summary>
    public static PictureMetadata Of(ReadOnlySpan<byte> bytes)
    {
        using var plain = new MemoryStream(bytes.Length);
        (bool isWhole, bool hasPosition) = Strip(bytes, plain);
        if (!isWhole)
            return hasPosition ? None with { HasPosition = true } : None;
        return plain.Length >= bytes.Length
            ? None
            : new PictureMetadata(hasPosition, plain.ToArray(), bytes.Length - (int)plain.Length);
    }

    /// <summary>Returns true when a picture has a GPS position; like <see cref="Of"/>, but without a copy.</summary>
    public static bool ContainsPosition(ReadOnlySpan<byte> bytes) => Strip(bytes, null).HasPosition;

    private static (bool IsComplete, bool HasPosition) Strip(ReadOnlySpan<byte> bytes, MemoryStream? plain) =>
        bytes switch
        {
            [0xFF, 0xD8, ..] => JpegMetadata.Strip(bytes, plain),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngMetadata.Strip(bytes, plain),
            _ when bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) =>
                WebPMetadata.Strip(bytes, plain),
            _ => (false, false),
        };

    /// <summary>Returns true when XMP or similar text contains a GPS position.</summary>
    internal static bool NamesPosition(ReadOnlySpan<byte> text) =>
        text.IndexOf("GPSLatitude"u8) >= 0 || text.IndexOf("GPSLongitude"u8) >= 0;
}

/// <summary>Metadata of JPEG files (ITU-T T.81): application segments and comments that no decoder needs.</summary>
internal static class JpegMetadata
{
    /// <param name="plain">Receives the picture without metadata; null to look for a position only.</param>
    /// <returns>Whether the structure is valid up to the end of the image.</returns>
    public static (bool IsComplete, bool HasPosition) Strip(ReadOnlySpan<byte> bytes, MemoryStream? plain)
    {
        plain?.Write(bytes[..2]);
        bool hasPosition = false;
        int orientation = 1;
        var segments = new JpegSegments(bytes);
        while (segments.MoveNext())
        {
            JpegSegment segment = segments.Current;
            ReadOnlySpan<byte> data = bytes.Slice(segment.Data, segment.DataLength);
            if (segment.Marker == 0xE1)
            {
                Exif? exif = Exif.FromJpeg(data);
                hasPosition |= exif?.HasPosition ?? PictureMetadata.NamesPosition(data);
                if (exif is { Orientation: not 1 } && orientation == 1)
                    WriteOrientation(plain, orientation = exif.Orientation);
            }
            else if (Stays(segment.Marker, data))
                plain?.Write(bytes[segment.Start..segment.End]);
        }
        return (segments.IsComplete, hasPosition);
    }

    // JFIF, colour profiles and Adobe's colour space affect the appearance; SOF to EOI is the image itself.
    private static bool Stays(byte marker, ReadOnlySpan<byte> data) =>
        marker switch
        {
            0xE0 => data.StartsWith("JFIF\0"u8),
            0xE2 => data.StartsWith("ICC_PROFILE\0"u8),
            0xEE => data.StartsWith("Adobe"u8),
            >= 0xE0 and <= 0xEF or 0xFE => false,
            _ => true,
        };

    private static void WriteOrientation(MemoryStream? plain, int orientation)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Exif.OnlyOrientation(orientation)];
        plain?.Write([0xFF, 0xE1, 0, (byte)(exif.Length + 2)]);
        plain?.Write(exif);
    }
}

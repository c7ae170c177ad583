namespace Protect.Scorm.Content;

/// <summary>What a picture tells beside what it shows.</summary>
/// <param name="HasPlace">It says where it was taken.</param>
/// <param name="Without">The same picture, pixel for pixel, without what a camera or a program wrote into it; null when there is nothing to take out.</param>
/// <param name="Bytes">How many bytes there are to take out.</param>
internal sealed record PictureMetadata(bool HasPlace, byte[]? Without, int Bytes)
{
    private static readonly PictureMetadata None = new(false, null, 0);

    /// <summary>
    /// Looks into JPEG, PNG and WebP. What shapes the look stays: orientation, colour profile, transparency, animation; the rest goes: Exif, GPS, XMP, IPTC,
    /// comments, previews, and what stands behind the picture's end. A file whose structure is broken is left as it is. Never throws.
    /// </summary>
    public static PictureMetadata Of(ReadOnlySpan<byte> bytes)
    {
        using var plain = new MemoryStream(bytes.Length);
        (bool isWhole, bool hasPlace) = Strip(bytes, plain);
        if (!isWhole)
            return hasPlace ? None with { HasPlace = true } : None;
        return plain.Length >= bytes.Length
            ? None
            : new PictureMetadata(hasPlace, plain.ToArray(), bytes.Length - (int)plain.Length);
    }

    /// <summary>Whether a picture says where it was taken, as <see cref="Of"/> finds it; copies nothing.</summary>
    public static bool TellsPlace(ReadOnlySpan<byte> bytes) => Strip(bytes, null).HasPlace;

    private static (bool IsWhole, bool HasPlace) Strip(ReadOnlySpan<byte> bytes, MemoryStream? plain) =>
        bytes switch
        {
            [0xFF, 0xD8, ..] => JpegMetadata.Strip(bytes, plain),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngMetadata.Strip(bytes, plain),
            _ when bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) =>
                WebPMetadata.Strip(bytes, plain),
            _ => (false, false),
        };

    /// <summary>True when XMP or a like text names a position.</summary>
    internal static bool NamesPlace(ReadOnlySpan<byte> text) =>
        text.IndexOf("GPSLatitude"u8) >= 0 || text.IndexOf("GPSLongitude"u8) >= 0;
}

/// <summary>JPEG (ITU-T T.81): application segments and comments, but those a decoder needs.</summary>
internal static class JpegMetadata
{
    /// <param name="plain">Where the picture goes without them; null where only the place is asked for.</param>
    /// <returns>Whether the structure is whole to the picture’s end.</returns>
    public static (bool IsWhole, bool HasPlace) Strip(ReadOnlySpan<byte> bytes, MemoryStream? plain)
    {
        plain?.Write(bytes[..2]);
        bool hasPlace = false;
        int orientation = 1;
        var segments = new JpegSegments(bytes);
        while (segments.MoveNext())
        {
            JpegSegment segment = segments.Current;
            ReadOnlySpan<byte> data = bytes.Slice(segment.Data, segment.DataLength);
            if (segment.Marker == 0xE1)
            {
                Exif? exif = Exif.FromJpeg(data);
                hasPlace |= exif?.HasPlace ?? PictureMetadata.NamesPlace(data);
                if (exif is { Orientation: not 1 } && orientation == 1)
                    WriteOrientation(plain, orientation = exif.Orientation);
            }
            else if (Stays(segment.Marker, data))
                plain?.Write(bytes[segment.Start..segment.End]);
        }
        return (segments.IsWhole, hasPlace);
    }

    // JFIF, colour profiles and Adobe's note on the colour space shape the look; everything from SOF to EOI is the picture.
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

using System.Buffers.Binary;
using System.Globalization;
using System.Xml;

namespace Protect.Scorm.Content;

/// <summary>
/// Reads width and height of a picture in pixels, as a browser shows it, from the start of the file, so that the page
/// layout does not shift while it loads. Supports PNG, GIF, all JPEG processes (ITU-T T.81, B.2.2), the three forms of
/// WebP, and SVG.
/// </summary>
internal static class PictureSize
{
    /// <summary>Returns the size; null for other formats or an implausible size. Never throws.</summary>
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> bytes) =>
        Raw(bytes) is { Width: > 0, Height: > 0 } size ? size : null;

    private static (int Width, int Height)? Raw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 24 && bytes[0] == 0x89 && bytes[1..4].SequenceEqual("PNG"u8))
            return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        if (bytes.Length > 10 && bytes.StartsWith("GIF8"u8))
            return (
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])
            );
        if (bytes.Length > 4 && bytes[0] == 0xFF && bytes[1] == 0xD8)
            return Jpeg(bytes);
        if (bytes.Length > 30 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
            return WebP(bytes);
        return Svg(bytes);
    }

    private static (int, int)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        int orientation = 1;
        foreach (JpegSegment segment in new JpegSegments(bytes))
        {
            ReadOnlySpan<byte> data = bytes.Slice(segment.Data, segment.DataLength);
            if (segment.Marker == 0xE1 && Exif.FromJpeg(data) is { } exif)
                orientation = exif.Orientation;
            if (segment.Marker is not (>= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) || data.Length < 5)
                continue;
            (int height, int width) = (
                BinaryPrimitives.ReadUInt16BigEndian(data[1..]),
                BinaryPrimitives.ReadUInt16BigEndian(data[3..])
            );
            return orientation >= 5 ? (height, width) : (width, height); // browsers apply the Exif orientation
        }
        return null;
    }

    private static (int, int)? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes[12..16].SequenceEqual("VP8X"u8))
            return (
                1 + (bytes[24] | bytes[25] << 8 | bytes[26] << 16),
                1 + (bytes[27] | bytes[28] << 8 | bytes[29] << 16)
            );
        if (bytes[12..16].SequenceEqual("VP8L"u8))
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }
        return (
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF
        );
    }

    private static (int, int)? Svg(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(bytes.ToArray()),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }
            );
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
                return null;
            double? width = Pixels(reader.GetAttribute("width")),
                height = Pixels(reader.GetAttribute("height"));
            string[] box = (reader.GetAttribute("viewBox") ?? "").Split(
                [' ', ',', '\t', '\n', '\r'],
                StringSplitOptions.RemoveEmptyEntries
            );
            if (box.Length == 4 && Pixels(box[2]) is { } w && Pixels(box[3]) is { } h)
            {
                // A missing side follows from the aspect ratio of the viewBox (SVG 2, 8.12).
                width ??= height is { } tall ? tall * w / h : w;
                height ??= width * h / w;
            }
            return width is { } x && height is { } y
                ? (Math.Max(1, (int)Math.Round(x)), Math.Max(1, (int)Math.Round(y)))
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Absolute units (CSS Values, 6.2); relative ones such as percent give no size.
    private static readonly (string Name, double Pixels)[] Units =
    [
        ("px", 1),
        ("pt", 96 / 72.0),
        ("pc", 16),
        ("mm", 96 / 25.4),
        ("cm", 96 / 2.54),
        ("in", 96),
    ];

    private static double? Pixels(string? text)
    {
        text = text?.Trim() ?? "";
        (string name, double factor) = Units.FirstOrDefault(unit => text.EndsWith(unit.Name, StringComparison.Ordinal));
        if (name is not null)
            text = text[..^name.Length];
        bool good = double.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out double size
        );
        size *= name is null ? 1 : factor;
        return good && size is > 0 and < 100_000 ? size : null;
    }
}

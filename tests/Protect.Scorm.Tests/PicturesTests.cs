using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Tests;

/// <summary>
/// Reading and cleaning pictures and videos. The bytes are built here, so that each test shows its input.
/// </summary>
public sealed class PicturesTests
{
    private static readonly byte[] Colours = Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7, 7]),
        Adobe = Segment(0xEE, "Adobe\0d\0\0\0\0"u8.ToArray()),
        Jfif = Segment(0xE0, "JFIF\0"u8.ToArray());

    [Theory(DisplayName = "The size of a JPEG is read in every encoding process, and as a browser rotates it")]
    [InlineData(0xC0, 1, 40, 30)]
    [InlineData(0xC1, 3, 40, 30)]
    [InlineData(0xC2, 6, 30, 40)]
    [InlineData(0xC9, 8, 30, 40)]
    public void JpegSizes(int process, int orientation, int width, int height) =>
        Assert.Equal(
            (width, height),
            PictureSize.Read(
                Jpeg((byte)process, Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation, hasPlace: false)]))
            )
        );

    [Theory(DisplayName = "The size of an SVG is read from its sides, its view box, or one side and the box")]
    [InlineData("width='20' height='10px'", 20, 10)]
    [InlineData("viewBox='0 0 300 150'", 300, 150)]
    [InlineData("width='100%' height='100%' viewBox='0,0,\n30,60'", 30, 60)]
    [InlineData("width='60' viewBox='0 0 300 150'", 60, 30)]
    [InlineData("width='210mm' height='297mm' viewBox='0 0 210 297'", 794, 1123)]
    public void SvgSizes(string sides, int width, int height) =>
        Assert.Equal(
            (width, height),
            PictureSize.Read(Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' {sides}/>"))
        );

    [Fact(DisplayName = "The size of a video is read from MP4 and WebM")]
    public void FilmSizes()
    {
        byte[] header = Box("tkhd", [.. new byte[76], 2, 128, 0, 0, 1, 104, 0, 0]),
            sound = Box("tkhd", new byte[84]);
        byte[] mp4 =
        [
            .. Box("ftyp", "isom"u8.ToArray()),
            .. Box("moov", [.. Box("trak", sound), .. Box("trak", header)]),
        ];
        Assert.Equal((640, 360), VideoSize.Read(mp4));
        byte[] webm =
        [
            0x1A,
            0x45,
            0xDF,
            0xA3,
            0x80,
            0x18,
            0x53,
            0x80,
            0x67,
            0x01,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0x16,
            0x54,
            0xAE,
            0x6B,
            0x8D,
            0xAE,
            0x8B,
            0xE0,
            0x89,
            0x9A,
            0x81,
            0,
            0xB0,
            0x82,
            2,
            128,
            0xBA,
            0x81,
            200,
        ];
        Assert.Equal((640, 200), VideoSize.Read(webm));
        Assert.NotNull(VideoSize.Read(File.ReadAllBytes(Repository.At("courses", "showcase", "media", "lamp.mp4"))));
    }

    [Fact(DisplayName = "A JPEG loses place, comments and previews, and keeps pixels, colours and orientation")]
    public void JpegIsStripped()
    {
        byte[] jpeg =
        [
            .. Jpeg(
                0xC0,
                Jfif,
                Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(6, hasPlace: true), .. new byte[200]]),
                Segment(0xFE, "by me"u8.ToArray()),
                Colours,
                Segment(0xED, "Photoshop"u8.ToArray()),
                Adobe
            ),
            .. Jpeg(0xC0),
        ];
        PictureMetadata found = PictureMetadata.Of(jpeg);
        Assert.True(found.HasPosition);
        byte[] turned = Segment(0xE1, [.. "Exif\0\0"u8, .. Exif.OnlyOrientation(6)]);
        Assert.Equal(Jpeg(0xC0, Jfif, turned, Colours, Adobe), found.Without!);
        Assert.Null(PictureMetadata.Of(found.Without!).Without);
        Assert.Equal(PictureSize.Read(jpeg), PictureSize.Read(found.Without!));
    }

    [Fact(DisplayName = "A PNG loses text, time and place, and keeps all that affects its look")]
    public void PngIsStripped()
    {
        byte[] kept = [.. Chunk("IHDR", new byte[13]), .. Chunk("gAMA", [0, 0, 0, 1]), .. Chunk("IDAT", [1, 2, 3])];
        byte[] png =
        [
            .. PngMark,
            .. kept,
            .. Chunk("tEXt", "Author\0Me"u8.ToArray()),
            .. Chunk("eXIf", Tiff(1, hasPlace: true)),
            .. Chunk("IEND", []),
            1,
            2,
            3,
        ];
        PictureMetadata found = PictureMetadata.Of(png);
        Assert.True(found.HasPosition);
        Assert.Equal([.. PngMark, .. kept, .. Chunk("IEND", [])], found.Without!);
        Assert.Equal(
            [.. PngMark, .. Chunk("eXIf", Exif.OnlyOrientation(8)), .. Chunk("IEND", [])],
            PictureMetadata
                .Of([.. PngMark, .. Chunk("eXIf", [.. Tiff(8, hasPlace: true), 0, 0]), .. Chunk("IEND", [])])
                .Without!
        );
    }

    [Fact(DisplayName = "A WebP loses Exif and XMP, and its header agrees")]
    public void WebPIsStripped()
    {
        byte[] extended = Riff("VP8X", [0x0C, 0, 0, 0, 39, 0, 0, 29, 0, 0]),
            plain = Riff("VP8X", [0, 0, 0, 0, 39, 0, 0, 29, 0, 0]),
            picture = Riff("VP8L", [0x2F, 1, 2, 3, 4]);
        PictureMetadata found = PictureMetadata.Of(
            WebP([
                .. extended,
                .. picture,
                .. Riff("EXIF", Tiff(1, hasPlace: false)),
                .. Riff("XMP ", "<x exif:GPSLatitude='1'/>"u8.ToArray()),
            ])
        );
        Assert.True(found.HasPosition);
        Assert.Equal(WebP([.. plain, .. picture]), found.Without!);
    }

    [Fact(DisplayName = "Broken and hostile pictures and videos stay unchanged, whatever byte is wrong or missing")]
    public void HostileBytes()
    {
        byte[][] sound =
        [
            Jpeg(0xC2, Jfif, Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(6, hasPlace: true)]), Colours),
            [
                .. PngMark,
                .. Chunk("IHDR", new byte[13]),
                .. Chunk("eXIf", Tiff(3, hasPlace: true)),
                .. Chunk("IEND", []),
            ],
            WebP([
                .. Riff("VP8X", new byte[10]),
                .. Riff("EXIF", Tiff(6, hasPlace: true)),
                .. Riff("VP8 ", new byte[20]),
            ]),
            Box("moov", Box("trak", Box("tkhd", new byte[84]))),
            [0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x16, 0x54, 0xAE, 0x6B, 0x85, 0xB0, 0x82, 2, 128],
        ];
        foreach (byte[] bytes in sound)
        {
            for (int at = 0; at < bytes.Length; at++)
            {
                Look(bytes[..at]);
                foreach (byte value in (byte[])[0, 1, 0x7F, 0xFF])
                {
                    byte[] changed = [.. bytes];
                    changed[at] = value;
                    Look(changed);
                }
            }
        }

        static void Look(byte[] bytes)
        {
            PictureMetadata found = PictureMetadata.Of(bytes);
            Assert.True(found.Without is null || found.Without.Length < bytes.Length);
            _ = (PictureSize.Read(bytes), VideoSize.Read(bytes));
        }
    }

    [Fact(
        DisplayName = "An SVG loses editor data and comments, and keeps titles, ids, white space in text and the "
            + "author"
    )]
    public void SvgIsCleaned()
    {
        const string drawn = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <!-- Created with a program -->
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
                 xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" inkscape:version="1">
              <title>A  tree</title>
              <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
              <inkscape:perspective id="p"/>
              <style><![CDATA[ .a > .b { fill: red } ]]></style>
              <g id="a" inkscape:label="Layer 1"><path d="M 0,0
                 L 9,9"/><use xlink:href="#a"/></g>
              <text>One <tspan>two</tspan> <tspan>three</tspan></text>
            </svg>
            """;
        const string clean =
            """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">"""
            + "<title>A  tree</title><style><![CDATA[ .a > .b { fill: red } ]]></style>"
            + """<g id="a"><path d="M 0,0 L 9,9" /><use xlink:href="#a" /></g>"""
            + "<text>One <tspan>two</tspan> <tspan>three</tspan></text></svg>\n";
        Assert.Equal(clean, Encoding.UTF8.GetString(SvgCleaner.Clean(Encoding.UTF8.GetBytes(drawn))));
        Assert.Equal(clean, Encoding.UTF8.GetString(SvgCleaner.Clean(Encoding.UTF8.GetBytes(clean))));
        const string licensed =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"> <metadata><dc:creator xmlns:dc=\"d\">Me</dc:creator></metadata>"
            + "</svg>";
        Assert.Contains("<dc:creator", Encoding.UTF8.GetString(SvgCleaner.Clean(Encoding.UTF8.GetBytes(licensed))));
    }

    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static byte[] Jpeg(byte process, params byte[][] segments) =>
        [
            0xFF,
            0xD8,
            .. segments.SelectMany(segment => segment),
            .. Segment(process, [8, 0, 30, 0, 40, 1, 1, 0x11, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            1,
            2,
            0xFF,
            0,
            3,
            0xFF,
            0xD0,
            4,
            0xFF,
            0xD9,
        ];

    private static byte[] Segment(byte marker, byte[] data) =>
        [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] chunk = [0, 0, 0, (byte)data.Length, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(chunk.Length - 4),
            Crc32.HashToUInt32(chunk.AsSpan(4, chunk.Length - 8))
        );
        return chunk;
    }

    private static byte[] Riff(string name, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(name), (byte)data.Length, 0, 0, 0, .. data, .. new byte[data.Length & 1]];

    private static byte[] WebP(byte[] chunks) =>
        [.. "RIFF"u8, (byte)(chunks.Length + 4), 0, 0, 0, .. "WEBP"u8, .. chunks];

    private static byte[] Box(string name, byte[] data) =>
        [0, 0, 0, (byte)(data.Length + 8), .. Encoding.ASCII.GetBytes(name), .. data];

    private static byte[] Tiff(int orientation, bool hasPlace) =>
        [
            .. "II*\0"u8,
            8,
            0,
            0,
            0,
            (byte)(hasPlace ? 2 : 1),
            0,
            0x12,
            1,
            3,
            0,
            1,
            0,
            0,
            0,
            (byte)orientation,
            0,
            0,
            0,
            .. hasPlace ? (byte[])[0x25, 0x88, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0] : [],
            0,
            0,
            0,
            0,
        ];
}

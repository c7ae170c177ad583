using System.Xml.Linq;
using Protect.Scorm.Content;
using static Protect.Scorm.Rendering.Tools.WordXml;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>A picture for documents: PNG or JPEG.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Ending">png or jpeg.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Alt">The text alternative.</param>
internal sealed record WordPicture(byte[] Bytes, string Ending, int Width, int Height, string Alt)
{
    // In EMU, of which a millimetre has 36,000.
    private const long Millimetre = 36_000,
        Highest = 12 * Millimetre,
        Widest = 60 * Millimetre;

    private static readonly XNamespace s_place =
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace s_drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace s_picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /// <summary>Reads a picture; null for a format that not every word processor shows, such as SVG.</summary>
    public static WordPicture? Of(byte[] bytes, string alt)
    {
        string? ending = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "png",
            [0xFF, 0xD8, ..] => "jpeg",
            _ => null,
        };
        return ending is not null && PictureSize.Read(bytes) is { } size
            ? new WordPicture(bytes, ending, size.Width, size.Height, alt)
            : null;
    }

    /// <summary>Returns the run that shows the picture as a logo.</summary>
    /// <param name="relation">The id of the relationship to its file.</param>
    public XElement Run(string relation) => Run(relation, 1, "logo", Widest, Highest);

    /// <summary>Returns the run that shows the picture across the width of the text, at most 160 by 110 mm.</summary>
    /// <param name="relation">The id of the relationship to its file.</param>
    /// <param name="number">Its number among the pictures of the document, from 1.</param>
    public XElement Figure(string relation, int number) =>
        Run(relation, number, $"picture {number}", 160 * Millimetre, 110 * Millimetre);

    private XElement Run(string relation, int number, string name, long widest, long highest)
    {
        double scale = Math.Min((double)highest / Height, (double)widest / Width);
        XAttribute[] extent =
        [
            new("cx", Math.Max(1, (long)(Width * scale))),
            new("cy", Math.Max(1, (long)(Height * scale))),
        ];
        return El(
            "r",
            El(
                "drawing",
                new XElement(
                    s_place + "inline",
                    new XElement(s_place + "extent", extent),
                    new XElement(
                        s_place + "docPr",
                        new XAttribute("id", number),
                        new XAttribute("name", name),
                        new XAttribute("descr", Clean(Alt))
                    ),
                    new XElement(
                        s_drawing + "graphic",
                        new XElement(
                            s_drawing + "graphicData",
                            new XAttribute("uri", s_picture.NamespaceName),
                            Picture(relation, number, name, extent)
                        )
                    )
                )
            )
        );
    }

    private static XElement Picture(string relation, int number, string name, XAttribute[] extent) =>
        new(
            s_picture + "pic",
            new XElement(
                s_picture + "nvPicPr",
                new XElement(s_picture + "cNvPr", new XAttribute("id", number), new XAttribute("name", name)),
                new XElement(s_picture + "cNvPicPr")
            ),
            new XElement(
                s_picture + "blipFill",
                new XElement(s_drawing + "blip", new XAttribute(R + "embed", relation)),
                new XElement(s_drawing + "stretch", new XElement(s_drawing + "fillRect"))
            ),
            new XElement(
                s_picture + "spPr",
                new XElement(
                    s_drawing + "xfrm",
                    new XElement(s_drawing + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                    new XElement(s_drawing + "ext", extent)
                ),
                new XElement(s_drawing + "prstGeom", new XAttribute("prst", "rect"), new XElement(s_drawing + "avLst"))
            )
        );
}

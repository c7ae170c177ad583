using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Removes the invisible parts of an SVG: comments, the document type, data of drawing programs, white space between
/// elements. Shapes,
/// names, styles, titles, ids and credits stay. The result is deterministic. SVG with forbidden
/// content never gets here: a check refuses it.
/// </summary>
internal static class SvgCleaner
{
    private static readonly string[] Editors =
    [
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://ns.adobe.com/",
        "http://www.bohemiancoding.com/sketch/ns",
        "http://www.serif.com/",
        "http://www.figma.com/",
        "http://vectornator.io",
        "http://krita.org/namespaces/",
        "https://boxy-svg.com",
        "http://schemas.microsoft.com/visio/",
        "https://bx-svg.com",
    ];

    // Elements in which white space may be visible.
    private static readonly string[] Texts = ["text", "style", "title", "desc", "metadata"];

    // Metadata that names an author or a licence stays; programs also write empty metadata.
    private static readonly string[] Whose =
    [
        "license",
        "licence",
        "creator",
        "rights",
        "publisher",
        "attributionName",
    ];

    /// <summary>
    /// Returns the cleaned bytes, or the given ones when they cannot be read or would not get smaller.
    /// </summary>
    public static byte[] Clean(byte[] svg)
    {
        try
        {
            var read = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            };
            using var reader = XmlReader.Create(new MemoryStream(svg), read);
            XElement root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            Clean(root);
            using var bytes = new MemoryStream(svg.Length);
            var write = new XmlWriterSettings
            {
                OmitXmlDeclaration = true,
                Encoding = new UTF8Encoding(false),
                NewLineHandling = NewLineHandling.None,
            };
            using (var writer = XmlWriter.Create(bytes, write))
                root.WriteTo(writer);
            bytes.WriteByte((byte)'\n');
            return bytes.Length < svg.Length ? bytes.ToArray() : svg;
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            return svg;
        }
    }

    private static void Clean(XElement root)
    {
        foreach (XElement element in root.Descendants().Where(IsLeftOut).ToList())
        {
            if (element.Parent is not null)
                element.Remove();
        }
        foreach (
            XText space in root.DescendantNodes()
                .OfType<XText>()
                .Where(text => string.IsNullOrWhiteSpace(text.Value) && !MaySee(text))
                .ToList()
        )
            space.Remove();
        foreach (XElement element in root.DescendantsAndSelf())
        {
            foreach (XAttribute attribute in element.Attributes().ToList())
            {
                if (IsEditors(attribute.IsNamespaceDeclaration ? attribute.Value : attribute.Name.NamespaceName))
                    attribute.Remove();
                else if (
                    attribute.Name.LocalName is "d" or "points" or "transform"
                    && attribute.Name.Namespace == XNamespace.None
                )
                    attribute.Value = Dense(attribute.Value);
            }
        }
    }

    private static bool MaySee(XText text) =>
        text.Ancestors()
            .Any(around =>
                Texts.Contains(around.Name.LocalName) || around.Attribute(XNamespace.Xml + "space") is not null
            );

    private static bool IsLeftOut(XElement element) =>
        IsEditors(element.Name.NamespaceName)
        || (
            element.Name.LocalName == "metadata"
            && !element.Descendants().Any(inner => Whose.Contains(inner.Name.LocalName))
        );

    private static bool IsEditors(string name) =>
        name.Length > 0 && Editors.Any(editor => name.StartsWith(editor, StringComparison.OrdinalIgnoreCase));

    private static string Dense(string value) =>
        string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

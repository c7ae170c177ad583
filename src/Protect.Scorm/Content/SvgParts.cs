using System.Xml;

namespace Protect.Scorm.Content;

/// <summary>Part of an SVG that can run code or load a resource.</summary>
internal enum SvgPartKind
{
    /// <summary>An element other than graphics: a script, an embedded page, a video.</summary>
    Element,

    /// <summary>An event handler attribute.</summary>
    Handler,

    /// <summary>The address that an element refers to.</summary>
    Link,

    /// <summary>Text that may be a style or a script, in an attribute or inside an element.</summary>
    Words,

    Instruction,
}

/// <param name="Element">The local name of the element.</param>
/// <param name="Name">The attribute as written, or the element.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Length">Characters of the name, at least 1.</param>
internal readonly record struct SvgPart(
    SvgPartKind Kind,
    string Element,
    string Name,
    string Value,
    int Line,
    int Column,
    int Length
);

/// <summary>
/// Lists the parts of an SVG that can run code or load resources. The caller decides what to do with them: pictures of
/// a course must have none.
/// </summary>
internal static class SvgParts
{
    /// <summary>Maximum length of an SVG in characters.</summary>
    public const int MostCharacters = 5_000_000;

    private static readonly string[] Forbidden =
    [
        "script",
        "foreignObject",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "handler",
        "listener",
    ];

    /// <summary>Lists the parts in document order. Document types are skipped; nothing external is loaded.</summary>
    /// <exception cref="XmlException">The XML is malformed or longer than <see cref="MostCharacters"/>.</exception>
    public static IEnumerable<SvgPart> Read(string svg)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
        };
        using var reader = XmlReader.Create(new StringReader(svg), settings);
        string element = "";
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.ProcessingInstruction)
                yield return Part(SvgPartKind.Instruction, reader, element, reader.Name);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                yield return Part(SvgPartKind.Words, reader, element, element);
            else if (reader.NodeType == XmlNodeType.Element)
            {
                element = reader.LocalName;
                if (Forbidden.Contains(element, StringComparer.OrdinalIgnoreCase))
                    yield return Part(SvgPartKind.Element, reader, element, element);
                while (reader.MoveToNextAttribute())
                    yield return Part(KindOf(reader.LocalName), reader, element, reader.Name);
                reader.MoveToElement();
            }
        }
    }

    private static SvgPartKind KindOf(string attribute) =>
        attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase) ? SvgPartKind.Handler
        : attribute is "href" or "src" ? SvgPartKind.Link
        : SvgPartKind.Words;

    private static SvgPart Part(SvgPartKind kind, XmlReader reader, string element, string name)
    {
        var place = (IXmlLineInfo)reader;
        return new SvgPart(
            kind,
            element,
            name,
            reader.Value,
            place.LineNumber,
            place.LinePosition,
            Math.Max(1, reader.Name.Length)
        );
    }
}

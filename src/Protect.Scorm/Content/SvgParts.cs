using System.Xml;

namespace Protect.Scorm.Content;

/// <summary>What in an SVG can run or fetch.</summary>
internal enum SvgPartKind
{
    /// <summary>An element that is no picture: a program, a page, a film.</summary>
    Element,

    /// <summary>An attribute with a program.</summary>
    Handler,

    /// <summary>The address that an element names.</summary>
    Link,

    /// <summary>Text that may be a style or a program: of an attribute, or inside an element.</summary>
    Words,

    Instruction,
}

/// <param name="Element">The element it is in, without a prefix.</param>
/// <param name="Name">The attribute as it is written, or the element.</param>
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

/// <summary>Walks through an SVG. What is found there is judged by whoever asks: a course's own pictures may hold none of it.</summary>
internal static class SvgParts
{
    /// <summary>Characters of a picture that are read.</summary>
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

    /// <summary>In the order of the file. A document type is passed over, and nothing it or anything else names is followed.</summary>
    /// <exception cref="XmlException">It is no sound XML, or longer than <see cref="MostCharacters"/>.</exception>
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

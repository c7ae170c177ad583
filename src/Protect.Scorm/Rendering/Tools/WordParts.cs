using System.Xml.Linq;
using static Protect.Scorm.Rendering.Tools.WordXml;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Parts around the text of a document: types, relationships, properties, settings.</summary>
internal static class WordParts
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.",
        RelationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly XNamespace s_types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace s_relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace s_core =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace s_dublin = "http://purl.org/dc/elements/1.1/";

    private const string CoreRelation =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    /// <param name="pictures">The endings of the pictures in the document, such as png.</param>
    public static XElement ContentTypes(IEnumerable<string> pictures) =>
        new(
            s_types + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("xml", "application/xml"),
            pictures.Distinct().Order(StringComparer.Ordinal).Select(ending => Default(ending, $"image/{ending}")),
            Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            Override("/word/document.xml", Word + "document.main+xml"),
            Override("/word/footer1.xml", Word + "footer+xml"),
            Override("/word/numbering.xml", Word + "numbering+xml"),
            Override("/word/settings.xml", Word + "settings+xml"),
            Override("/word/styles.xml", Word + "styles+xml")
        );

    private static XElement Default(string ending, string type) =>
        new(s_types + "Default", new XAttribute("Extension", ending), new XAttribute("ContentType", type));

    private static XElement Override(string part, string type) =>
        new(s_types + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));

    /// <summary>Writes the relationships of the package: to the document, and to its properties.</summary>
    public static XElement Relations((string Id, string Type, string Target) document) =>
        new(
            s_relations + "Relationships",
            Relation(document.Id, RelationTypes + document.Type, document.Target),
            Relation("core", CoreRelation, "docProps/core.xml")
        );

    /// <summary>Writes the relationships of the document.</summary>
    /// <param name="parts">Id, type and name of each part.</param>
    /// <param name="links">The addresses of links.</param>
    public static XElement Relations(
        IEnumerable<(string Id, string Type, string Target)> parts,
        IReadOnlyList<string> links
    ) =>
        new(
            s_relations + "Relationships",
            parts.Select(part => Relation(part.Id, RelationTypes + part.Type, part.Target)),
            links.Select(
                (address, index) =>
                {
                    XElement link = Relation(
                        $"{WordReferences.LinkPrefix}{index + 1}",
                        RelationTypes + "hyperlink",
                        Clean(address)
                    );
                    link.Add(new XAttribute("TargetMode", "External"));
                    return link;
                }
            )
        );

    private static XElement Relation(string id, string type, string target) =>
        new(
            s_relations + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", type),
            new XAttribute("Target", target)
        );

    // Without dates, so that the same tool gives the same bytes.
    public static XElement Core(string title, string subject, string language) =>
        new(
            s_core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", s_core.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", s_dublin.NamespaceName),
            new XElement(s_dublin + "title", Clean(title)),
            new XElement(s_dublin + "subject", Clean(subject)),
            new XElement(s_dublin + "language", language)
        );

    public static XElement Document(XElement body) =>
        El(
            "document",
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "w14", W14.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "mc", Compatibility.NamespaceName),
            new XAttribute(Compatibility + "Ignorable", "w14"),
            body
        );

    public static XElement Settings(string language, bool isRightToLeft) =>
        El(
            "settings",
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            Val("defaultTabStop", 708),
            El(
                "compat",
                El(
                    "compatSetting",
                    At("name", "compatibilityMode"),
                    At("uri", "http://schemas.microsoft.com/office/word"),
                    At("val", 15)
                )
            ),
            El("themeFontLang", At("val", language), isRightToLeft ? At("bidi", language) : null),
            Val("decimalSymbol", "."),
            Val("listSeparator", ",")
        );
}

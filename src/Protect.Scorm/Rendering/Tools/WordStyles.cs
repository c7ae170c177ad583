using System.Xml.Linq;
using Protect.Scorm.Model;
using static Protect.Scorm.Rendering.Tools.WordXml;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Styles and lists of the documents of tools.</summary>
internal static class WordStyles
{
    public const string Heading = "Heading",
        Label = "FieldLabel",
        Line = "FieldLine",
        Filled = "FilledIn",
        From = "From",
        Foot = "Footer",
        Table = "ToolTable",
        Placeholder = "PlaceholderText",
        Link = "Hyperlink";

    /// <summary>The list without numbers, and the first of those with numbers.</summary>
    public const int Bullets = 1,
        Numbers = 2;

    private const int DeepestLevel = 8;

    private const string Font = "Arial";

    // In half points.
    private const int Body = 21;

    private static readonly int[] s_headings = [36, 28, 24];

    private static readonly string[] s_sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    /// <summary>Writes the styles.</summary>
    /// <param name="language">The language of the document, BCP 47.</param>
    /// <param name="isRightToLeft">True for text from right to left.</param>
    public static PackageFile Styles(string language, bool isRightToLeft) =>
        Part(
            "word/styles.xml",
            El(
                "styles",
                new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
                El(
                    "docDefaults",
                    El(
                        "rPrDefault",
                        El(
                            "rPr",
                            El("rFonts", At("ascii", Font), At("hAnsi", Font), At("eastAsia", Font), At("cs", Font)),
                            Val("sz", Body),
                            Val("szCs", Body),
                            El("lang", At("val", language), isRightToLeft ? At("bidi", language) : null)
                        )
                    ),
                    El("pPrDefault", El("pPr", El("spacing", At("after", 80), At("line", 264), At("lineRule", "auto"))))
                ),
                Style("paragraph", "Normal", "Normal", isDefault: true),
                s_headings.Select((size, index) => HeadingStyle(index + 1, size)),
                Style(
                    "paragraph",
                    Label,
                    "Field label",
                    El("pPr", El("keepNext"), El("spacing", At("before", 60), At("after", 0))),
                    El("rPr", El("b"), El("bCs"))
                ),
                Style(
                    "paragraph",
                    Line,
                    "Field line",
                    El("pPr", Rules(), El("spacing", At("after", 0), At("line", 454), At("lineRule", "atLeast")))
                ),
                Style("paragraph", From, "From", null, El("rPr", Val("color", "555555"))),
                Style(
                    "paragraph",
                    Foot,
                    "footer",
                    null,
                    El("rPr", Val("color", "555555"), Val("sz", 15), Val("szCs", 15))
                ),
                Style("character", Filled, "Filled in", null, El("rPr", El("i"), El("iCs"))),
                Style("character", Placeholder, "Placeholder Text", null, El("rPr", Val("color", "767676"))),
                Style("character", Link, "Hyperlink", null, El("rPr", Val("color", "1B5955"), Val("u", "single"))),
                TableStyle()
            )
        );

    /// <summary>Writes the lists.</summary>
    /// <param name="starts">The first number of each list with numbers.</param>
    public static PackageFile Lists(IReadOnlyList<int> starts) =>
        Part(
            "word/numbering.xml",
            El(
                "numbering",
                new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
                Levels(Bullets, level => ("bullet", level % 2 == 0 ? "•" : "–")),
                Levels(Numbers, level => ("decimal", $"%{level + 1}.")),
                El("num", At("numId", Bullets), Val("abstractNumId", Bullets)),
                starts.Select(
                    (start, index) =>
                        El(
                            "num",
                            At("numId", Numbers + index),
                            Val("abstractNumId", Numbers),
                            Enumerable
                                .Range(0, DeepestLevel + 1)
                                .Select(level =>
                                    El("lvlOverride", At("ilvl", level), Val("startOverride", level == 0 ? start : 1))
                                )
                        )
                )
            )
        );

    /// <summary>Returns the level of a list inside others, as far as documents have levels.</summary>
    public static int Level(int depth) => Math.Min(depth, DeepestLevel);

    private static XElement Levels(int id, Func<int, (string Format, string Text)> mark) =>
        El(
            "abstractNum",
            At("abstractNumId", id),
            Val("multiLevelType", "multilevel"),
            Enumerable
                .Range(0, DeepestLevel + 1)
                .Select(level =>
                    El(
                        "lvl",
                        At("ilvl", level),
                        Val("start", 1),
                        Val("numFmt", mark(level).Format),
                        Val("lvlText", mark(level).Text),
                        Val("lvlJc", "left"),
                        El("pPr", El("ind", At("left", 340 * (level + 1)), At("hanging", 340)))
                    )
                )
        );

    private static XElement HeadingStyle(int level, int size) =>
        El(
            "style",
            At("type", "paragraph"),
            At("styleId", Heading + level),
            Val("name", $"heading {level}"),
            Val("basedOn", "Normal"),
            Val("next", "Normal"),
            El("qFormat"),
            El(
                "pPr",
                El("keepNext"),
                El("keepLines"),
                El("spacing", At("before", level == 1 ? 0 : 160), At("after", 80)),
                Val("outlineLvl", level - 1)
            ),
            El("rPr", El("b"), El("bCs"), Val("sz", size), Val("szCs", size))
        );

    private static XElement Style(
        string type,
        string id,
        string name,
        XElement? paragraph = null,
        XElement? run = null,
        bool isDefault = false
    ) =>
        El(
            "style",
            At("type", type),
            isDefault ? At("default", 1) : null,
            At("styleId", id),
            Val("name", name),
            isDefault || type == "character" ? null : Val("basedOn", "Normal"),
            isDefault ? El("qFormat") : null,
            paragraph,
            run
        );

    // Paragraphs with the same border are one box, unless there is a line between them.
    private static XElement Rules() => El("pBdr", Rule("bottom"), Rule("between"));

    private static XElement Rule(string side) =>
        El(side, At("val", "single"), At("sz", 4), At("space", 1), At("color", "555555"));

    private static XElement TableStyle() =>
        El(
            "style",
            At("type", "table"),
            At("styleId", Table),
            Val("name", "Tool table"),
            El(
                "tblPr",
                El(
                    "tblBorders",
                    s_sides.Select(side =>
                        El(side, At("val", "single"), At("sz", 4), At("space", 0), At("color", "555555"))
                    )
                ),
                El(
                    "tblCellMar",
                    El("top", At("w", 40), At("type", "dxa")),
                    El("left", At("w", 80), At("type", "dxa")),
                    El("bottom", At("w", 40), At("type", "dxa")),
                    El("right", At("w", 80), At("type", "dxa"))
                )
            ),
            El("tblStylePr", At("type", "firstRow"), El("rPr", El("b"), El("bCs")))
        );
}

using System.Xml.Linq;
using AngleSharp.Dom;
using static Protect.Scorm.Rendering.Tools.WordXml;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Writes fields and boxes as content controls, which keep their name while people type.</summary>
/// <param name="placeholder">The words in an empty field.</param>
internal sealed class WordFields(string placeholder)
{
    // Word opens no document whose title or tag of a control is longer.
    private const int LongestName = 64;

    private const string Dots = "……………………………",
        Empty = "\u2003\u2003\u2003";

    private const string Checked = "☒",
        Unchecked = "☐";

    private const string BoxFont = "MS Gothic";

    private int _count;

    /// <summary>Returns a field below its label: lines to write on.</summary>
    /// <param name="field">The field.</param>
    /// <param name="line">Makes a line from its runs.</param>
    public XElement Block(IElement field, Func<object?, XElement> line)
    {
        int lines = ToolElements.LinesOf(field);
        return El(
            "sdt",
            // Plain text has one paragraph, so that only a field of one line can be limited to it.
            Properties(
                ToolElements.LabelOf(field),
                ToolElements.NameOf(field),
                El("showingPlcHdr"),
                lines == 1 ? El("text") : null
            ),
            El("sdtContent", line(Placeholder(placeholder)), Enumerable.Range(1, lines - 1).Select(_ => line(null)))
        );
    }

    /// <summary>Returns a blank in a sentence or a cell.</summary>
    public XElement Inline(IElement field, bool isInCell) =>
        El(
            "sdt",
            Properties(
                ToolElements.LabelOf(field),
                ToolElements.NameOf(field),
                El("showingPlcHdr"),
                El("text", ToolElements.LinesOf(field) > 1 ? At("multiLine", 1) : null)
            ),
            El("sdtContent", Placeholder(isInCell ? Empty : Dots))
        );

    /// <summary>Returns a box to tick.</summary>
    public XElement Box(IElement box) =>
        El(
            "sdt",
            Properties(
                ToolElements.LabelOf(box),
                ToolElements.NameOf(box),
                new XElement(
                    W14 + "checkbox",
                    new XElement(W14 + "checked", new XAttribute(W14 + "val", "0")),
                    State("checkedState", Checked),
                    State("uncheckedState", Unchecked)
                )
            ),
            El(
                "sdtContent",
                El(
                    "r",
                    El(
                        "rPr",
                        El(
                            "rFonts",
                            At("ascii", BoxFont),
                            At("hAnsi", BoxFont),
                            At("eastAsia", BoxFont),
                            At("hint", "eastAsia")
                        )
                    ),
                    El("t", Unchecked)
                )
            )
        );

    private static XElement State(string name, string character) =>
        new(
            W14 + name,
            new XAttribute(W14 + "val", ((int)character[0]).ToString("X4", null)),
            new XAttribute(W14 + "font", BoxFont)
        );

    private XElement Properties(string label, string name, params object?[] kind) =>
        El("sdtPr", Val("alias", Short(label)), Val("tag", Short(name)), Val("id", ++_count), kind);

    private static XElement Placeholder(string words) =>
        El(
            "r",
            El("rPr", Val("rStyle", WordStyles.Placeholder)),
            El("t", new XAttribute(XNamespace.Xml + "space", "preserve"), Clean(words))
        );

    private static string Short(string text)
    {
        string clean = Clean(text);
        if (clean.Length <= LongestName)
            return clean;
        int length = LongestName - 1;
        return clean[..(char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)] + "…";
    }
}

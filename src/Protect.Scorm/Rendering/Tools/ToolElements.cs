using System.Globalization;
using AngleSharp.Dom;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Elements that take the place of fields and boxes until a page or a document is written.</summary>
internal static class ToolElements
{
    /// <summary>A field or blank: alone, with its label above it, or in a sentence or cell.</summary>
    public const string Field = "tool-field";

    /// <summary>A box to tick, around its label.</summary>
    public const string Box = "tool-box";

    private const string Name = "data-name",
        Label = "data-label",
        Lines = "data-lines",
        Alone = "data-alone",
        Example = "data-example",
        Ticked = "data-ticked";

    public static IElement NewField(IDocument document, Blank blank, bool isAlone, bool isExample)
    {
        IElement element = document.CreateElement(Field);
        element.SetAttribute(Name, blank.Name);
        element.SetAttribute(Label, blank.Label);
        element.SetAttribute(Lines, blank.Lines.ToString(CultureInfo.InvariantCulture));
        if (isAlone)
            element.SetAttribute(Alone, "");
        if (isExample)
            element.SetAttribute(Example, blank.Example);
        return element;
    }

    public static IElement NewBox(IDocument document, string name, string label, bool isExample, bool isTicked)
    {
        IElement element = document.CreateElement(Box);
        element.SetAttribute(Name, name);
        element.SetAttribute(Label, label);
        if (isExample)
            element.SetAttribute(Example, "");
        if (isTicked)
            element.SetAttribute(Ticked, "");
        return element;
    }

    public static bool IsField(INode node) => node is IElement { LocalName: Field };

    public static bool IsBox(INode node) => node is IElement { LocalName: Box };

    public static string NameOf(IElement element) => element.GetAttribute(Name) ?? "";

    public static string LabelOf(IElement element) => element.GetAttribute(Label) ?? "";

    public static int LinesOf(IElement element) =>
        int.Parse(element.GetAttribute(Lines) ?? "1", CultureInfo.InvariantCulture);

    /// <summary>Returns true for a field with its label above it.</summary>
    public static bool IsAlone(IElement element) => element.HasAttribute(Alone);

    /// <summary>Returns the content in the filled example; null in a sheet to fill in.</summary>
    public static string? ExampleOf(IElement element) => element.GetAttribute(Example);

    public static bool IsTicked(IElement element) => element.HasAttribute(Ticked);
}

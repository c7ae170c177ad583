using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Writes the text of a tool as HTML, with a control for each field and box.</summary>
internal static class ToolForm
{
    public static Html Write(IElement body)
    {
        var copy = (IElement)body.Clone(deep: true);
        foreach (IElement table in copy.QuerySelectorAll("table").ToList())
        {
            // Wide tables scroll on narrow screens.
            IElement frame = copy.Owner!.CreateElement("div");
            frame.ClassName = table.QuerySelector(ToolElements.Field) is null ? "wide" : "wide writing";
            table.Before(frame);
            frame.Append(table);
        }
        // A box is the mark of its item.
        foreach (IElement item in copy.QuerySelectorAll("ul > li").ToList())
            if (item.ChildNodes.FirstOrDefault(node => node.TextContent.Trim().Length > 0) is { } first)
                if (ToolElements.IsBox(first))
                    item.ClassName = "tick";
        foreach (IElement field in copy.QuerySelectorAll(ToolElements.Field).ToList())
            field.Replace(ToolElements.ExampleOf(field) is { } example ? Filled(field, example) : Control(field));
        foreach (IElement box in copy.QuerySelectorAll(ToolElements.Box).ToList())
            box.Replace(Box(box));
        foreach (IElement blank in copy.QuerySelectorAll("p > .blank:last-child, li > .blank:last-child").ToList())
            Stretch(blank);
        return new Html(copy.InnerHtml.Trim());
    }

    /// <summary>Lets a blank at the end of a paragraph or list item reach the margin.</summary>
    private static void Stretch(IElement blank)
    {
        IElement line = blank.ParentElement!;
        if (blank.NextSibling is { } after && after.TextContent.Trim().Length > 0)
            return;
        IElement words = New(blank, "span"),
            row = New(blank, "span", "row");
        words.Append([.. line.ChildNodes.TakeWhile(node => node != blank)]);
        row.Append(words, blank);
        line.InsertBefore(row, line.FirstChild);
    }

    private static IElement Control(IElement field)
    {
        string name = ToolElements.NameOf(field),
            id = "f-" + name;
        int lines = ToolElements.LinesOf(field);
        IElement control = New(field, lines > 1 ? "textarea" : "input");
        control.Id = id;
        control.SetAttribute("name", name);
        control.SetAttribute("autocomplete", "off");
        if (lines > 1)
            control.SetAttribute("rows", lines.ToString(System.Globalization.CultureInfo.InvariantCulture));
        else
            control.SetAttribute("type", "text");
        if (!ToolElements.IsAlone(field))
        {
            control.ClassName = "blank";
            control.SetAttribute("aria-label", ToolElements.LabelOf(field));
            return control;
        }
        IElement label = New(field, "label");
        label.SetAttribute("for", id);
        label.TextContent = ToolElements.LabelOf(field);
        IElement group = New(field, "div", "field");
        group.Append(label, lines > 1 ? Ruled(control, lines) : control);
        return group;
    }

    /// <summary>Puts lines to write on behind a control: browsers print borders, but often no backgrounds.</summary>
    private static IElement Ruled(IElement control, int lines)
    {
        IElement ruled = New(control, "div", "ruled"),
            rules = New(control, "div", "rules");
        rules.SetAttribute("aria-hidden", "true");
        for (int line = 0; line < lines; line++)
            rules.Append(New(control, "span"));
        ruled.Append(rules, control);
        return ruled;
    }

    private static IElement Filled(IElement field, string example)
    {
        if (!ToolElements.IsAlone(field))
            return Words(New(field, "span", example.Length > 0 ? "filled" : "unfilled"), example);
        IElement group = New(field, "div", "field"),
            label = New(field, "p", "label");
        label.TextContent = ToolElements.LabelOf(field);
        group.Append(label, Words(New(field, "p", example.Length > 0 ? "filled" : "unfilled"), example));
        return group;
    }

    private static IElement Words(IElement element, string text)
    {
        string[] lines = text.Length > 0 ? text.Split('\n') : [];
        for (int index = 0; index < lines.Length; index++)
        {
            if (index > 0)
                element.Append(New(element, "br"));
            element.Append(element.Owner!.CreateTextNode(lines[index]));
        }
        return element;
    }

    private static IElement Box(IElement box)
    {
        INode[] label = [.. box.ChildNodes];
        if (ToolElements.ExampleOf(box) is not null)
        {
            IElement shown = New(box, "span", "box");
            shown.Append(box.Owner!.CreateTextNode(ToolElements.IsTicked(box) ? "☑ " : "☐ "));
            shown.Append(label);
            return shown;
        }
        var control = (IHtmlInputElement)New(box, "input");
        control.Type = "checkbox";
        control.Name = ToolElements.NameOf(box);
        if (string.IsNullOrWhiteSpace(box.TextContent))
        {
            control.ClassName = "box";
            control.SetAttribute("aria-label", ToolElements.LabelOf(box));
            return control;
        }
        IElement around = New(box, "label", "box");
        around.Append(control);
        around.Append(label);
        return around;
    }

    private static IElement New(IElement at, string name, string? className = null)
    {
        IElement element = at.Owner!.CreateElement(name);
        if (className is not null)
            element.ClassName = className;
        return element;
    }
}

using AngleSharp.Dom;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>A tool with its texts as trees.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="FileName">The name of its files without an ending.</param>
/// <param name="Sheets">Its sheets, those of the filled example last.</param>
internal sealed record RenderedTool(Tool Tool, string FileName, IReadOnlyList<RenderedSheet> Sheets);

/// <summary>A sheet to fill in, or of the filled example.</summary>
internal sealed record RenderedSheet(ToolSheet Sheet, bool IsExample, IReadOnlyList<RenderedPart> Parts);

/// <summary>A section, card or slide.</summary>
internal sealed record RenderedPart(string? Title, IElement Body);

/// <summary>Renders the texts of tools, and warns of sheets that are too long for their paper.</summary>
internal sealed class ToolRenderer(RenderTools tools)
{
    private readonly Course _course = tools.Input.Course;

    // Pages of the course are not where a tool is used.
    private readonly Markdown _markdown = new(
        new HashSet<string>(),
        Script.Direction(tools.Input.Course.Language.Value),
        tools.Bag
    )
    {
        IsInTool = true,
    };

    /// <summary>Renders a tool. Faults in its texts are reported.</summary>
    public RenderedTool Render(Tool tool)
    {
        var blank = new ToolBodies(tools, _markdown, new ToolBlanks(tool, LabelOf), isExample: false);
        var filled = new ToolBodies(tools, _markdown, new ToolBlanks(tool, LabelOf), isExample: true);
        var sheets = new List<RenderedSheet>();
        foreach (ToolSheet sheet in tool.Sheets)
            sheets.Add(Render(sheet, blank, isExample: false));
        HashSet<string> examples = [.. tool.Fields.Where(field => field.Example is not null).Select(f => f.Id.Value)];
        foreach (ToolSheet sheet in tool.Sheets.Where(sheet => HasAny(sheet, examples)))
            sheets.Add(Render(sheet, filled, isExample: true));
        if (!_course.IsTranslated)
            foreach (RenderedSheet sheet in sheets.Where(sheet => !sheet.IsExample))
                Measure(tool, sheet);
        return new RenderedTool(tool, ToolNames.Of(_course, tool), sheets);
    }

    private static bool HasAny(ToolSheet sheet, HashSet<string> fields) =>
        sheet.Parts.Any(part => ToolText.Places(part.Body.Markdown).Any(place => fields.Contains(place.Id)));

    private static RenderedSheet Render(ToolSheet sheet, ToolBodies bodies, bool isExample) =>
        new(
            sheet,
            isExample,
            [.. sheet.Parts.Select(part => new RenderedPart(part.Title?.Value, bodies.Render(part.Body)))]
        );

    private void Measure(Tool tool, RenderedSheet rendered)
    {
        ToolSheet sheet = rendered.Sheet;
        bool isFirst = ReferenceEquals(sheet, tool.Sheets[0]);
        if (!sheet.IsSet)
        {
            if (ToolPaper.Percent(sheet.Format.Value, isFirst ? tool : null, rendered.Parts) is > 100 and var percent)
                tools.Bag.Add(ToolRules.ToolTooLong, sheet.Span, $"“{(sheet.Title ?? tool.Title).Value}”", percent);
            return;
        }
        for (int index = 0; index < sheet.Parts.Count; index++)
            if (
                ToolPaper.Percent(sheet.Format.Value, null, [rendered.Parts[index]]) is > 100 and var percent
            )
                tools.Bag.Add(
                    ToolRules.ToolTooLong,
                    sheet.Parts[index].Span,
                    $"“{rendered.Parts[index].Title ?? tool.Title.Value}”",
                    percent
                );
    }

    /// <summary>Returns the label of a blank that takes the place of a slot.</summary>
    private string LabelOf(string slot)
    {
        if (slot.StartsWith(ToolSlots.Country, StringComparison.Ordinal))
            return _course.CountryNeeds?.Find(slot[ToolSlots.Country.Length..])?.Title.Value ?? "";
        return tools.Input.Strings.Page["tool_" + slot.Replace('.', '_')];
    }
}

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
/// <param name="Percent">The estimated part of its paper that it takes: that of the fullest card or slide.</param>
internal sealed record RenderedSheet(ToolSheet Sheet, bool IsExample, IReadOnlyList<RenderedPart> Parts, int Percent);

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
            sheets.Add(Render(tool, sheet, blank, isExample: false));
        HashSet<string> examples = [.. tool.Fields.Where(field => field.Example is not null).Select(f => f.Id.Value)];
        foreach (ToolSheet sheet in tool.Sheets.Where(sheet => HasAny(sheet, examples)))
            sheets.Add(Render(tool, sheet, filled, isExample: true));
        return new RenderedTool(tool, ToolNames.Of(_course, tool), sheets);
    }

    private static bool HasAny(ToolSheet sheet, HashSet<string> fields) =>
        sheet.Parts.Any(part => ToolText.Places(part.Body.Markdown).Any(place => fields.Contains(place.Id)));

    private RenderedSheet Render(Tool tool, ToolSheet sheet, ToolBodies bodies, bool isExample)
    {
        RenderedPart[] parts =
        [
            .. sheet.Parts.Select(part => new RenderedPart(part.Title?.Value, bodies.Render(part.Body))),
        ];
        SheetFormat format = sheet.Format.Value;
        bool isIntroduced = !isExample && ReferenceEquals(sheet, tool.Sheets[0]) && sheet.CanIntroduce;
        (RenderedPart[] Parts, Tool? About, SourceSpan Span, string Title)[] papers = sheet.IsSet
            ?
            [
                .. parts.Select(
                    (part, index) =>
                        ((RenderedPart[])[part], (Tool?)null, sheet.Parts[index].Span, part.Title ?? tool.Title.Value)
                ),
            ]
            : [(parts, isIntroduced ? tool : null, sheet.Span, (sheet.Title ?? tool.Title).Value)];
        int most = 0;
        foreach ((RenderedPart[] own, Tool? about, SourceSpan span, string title) in papers)
        {
            int percent = ToolPaper.Percent(format, about, own);
            most = Math.Max(most, percent);
            // The words of an example and of a translation have other lengths; their paper is that of the sheet.
            if (percent > 100 && !isExample && !_course.IsTranslated)
                tools.Bag.Add(ToolRules.ToolTooLong, span, $"“{title}”", percent);
        }
        return new RenderedSheet(sheet, isExample, parts, most);
    }

    /// <summary>Returns the label of a blank that takes the place of a slot.</summary>
    private string LabelOf(string slot)
    {
        if (slot.StartsWith(ToolSlots.Country, StringComparison.Ordinal))
            return _course.CountryNeeds?.Find(slot[ToolSlots.Country.Length..])?.Title.Value ?? "";
        return tools.Input.Strings.Page["tool_" + slot.Replace('.', '_')];
    }
}

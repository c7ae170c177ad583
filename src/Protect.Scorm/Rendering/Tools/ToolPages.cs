using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>Renders tools as pages to print, and the start page of a toolbox.</summary>
internal sealed class ToolPages(RenderTools tools)
{
    private const int CardsOnASide = 4;

    /// <summary>A sheet that takes less of its paper, in percent, has larger letters.</summary>
    private const int Roomy = 60;

    /// <summary>A sheet that takes as much of its paper, in percent, has smaller letters.</summary>
    private const int Dense = 90;

    private readonly OrganisationView? _organisation = tools.Input.Course.Organisation is { } own
        ? new OrganisationView(own, tools.Render(own.Contact), tools.Render(own.Lead))
        : null;

    /// <summary>Renders the page of a tool.</summary>
    public Html Page(RenderedTool tool, PageFrame frame, ToolLinks links) =>
        tools.Document(
            TemplateFiles.Tool,
            new ToolPageView(
                frame,
                tool.Tool,
                links,
                _organisation,
                [.. tool.Sheets.SelectMany((sheet, index) => Sides(tool, sheet, isFirst: index == 0))]
            ),
            []
        );

    /// <summary>Renders the start page of a toolbox.</summary>
    public Html Start(IReadOnlyList<ToolEntryView> entries, PageFrame frame, string? logo) =>
        tools.Document(
            TemplateFiles.Toolbox,
            new ToolboxView(
                frame,
                new ToolLinks(null, null, logo),
                _organisation,
                tools.Input.Course.Country?.Name.Value,
                entries
            ),
            []
        );

    private static IEnumerable<ToolSideView> Sides(RenderedTool tool, RenderedSheet sheet, bool isFirst)
    {
        bool isHeaded = tool.Tool.Sheets.Count > 1 || sheet.IsExample,
            isIntroduced = isFirst && sheet.Sheet.CanIntroduce;
        string? title = sheet.Sheet.Title?.Value;
        int level = isHeaded || (isFirst && !isIntroduced && !sheet.Sheet.IsSet) ? 3 : 2;
        (string? Title, Html Body)[] parts = [.. sheet.Parts.Select(part => (part.Title, ToolForm.Write(part.Body)))];
        string format = sheet.Sheet.Format.Value.ToString().ToLowerInvariant();
        bool isRoomy = sheet.Percent <= Roomy;
        if (!sheet.Sheet.IsSet)
        {
            // A sheet without the title of the tool has a title of its own.
            string? heading = isHeaded || (isFirst && !isIntroduced) ? title : null;
            if (isFirst && !isIntroduced)
                heading ??= tool.Tool.Title.Value;
            yield return new ToolSideView(
                format,
                null,
                sheet.IsExample,
                isRoomy,
                sheet.Percent >= Dense,
                sheet.Sheet.IsDiscreet,
                [new ToolLeafView(isIntroduced, heading, sheet.IsExample, parts, level)]
            );
            yield break;
        }
        ToolLeafView[] leaves =
        [
            .. parts.Select(part => new ToolLeafView(IsAbout: false, null, sheet.IsExample, [part], level)),
        ];
        int size = sheet.Sheet.Format.Value == SheetFormat.Cards ? CardsOnASide : 1;
        int side = 0;
        foreach (ToolLeafView[] chunk in leaves.Chunk(size))
            yield return new ToolSideView(
                format,
                side++ == 0 && isHeaded ? title ?? "" : null,
                sheet.IsExample,
                isRoomy,
                sheet.Percent >= Dense,
                sheet.Sheet.IsDiscreet,
                chunk
            );
    }
}

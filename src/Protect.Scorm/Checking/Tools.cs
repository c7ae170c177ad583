using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Checks tools: their fields, their sheets, and whether a page of the course offers them.</summary>
internal sealed class Tools : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (Tool tool in course.Tools)
            Check(tool, bag);
        string[] ids = [.. course.Tools.Select(tool => tool.Id.Value)];
        foreach (Block block in BlockParts.Blocks(course))
            if (block is ToolBlock { Tool: var named } && !ids.Contains(named.Value))
                bag.Add(
                    ToolRules.UnknownTool,
                    named.Span,
                    named.Value,
                    Nearest.Hint(named.Value, ids),
                    ids.Length == 0 ? "none" : string.Join(", ", ids)
                );
            else if (block is ToolsBlock && ids.Length == 0)
                bag.Add(ToolRules.NoTools, block.Span);
        // A shorter edition need not offer all of them.
        if (course.IsTranslated || course.Id.Value != course.Family.FirstOrDefault())
            return;
        foreach (Tool tool in course.Tools.Except(ToolBlock.Offered(course)))
            bag.Add(ToolRules.ToolNotOffered, tool.Id.Span, tool.Id.Value);
    }

    private static void Check(Tool tool, DiagnosticBag bag)
    {
        var declared = new Dictionary<string, ToolField>(StringComparer.Ordinal);
        foreach (ToolField field in tool.Fields)
            if (!declared.TryAdd(field.Id.Value, field))
                bag.Add(
                    ToolRules.RepeatedToolField,
                    field.Id.Span,
                    field.Id.Value,
                    declared[field.Id.Value].Id.Span.Line
                );
        string[] ids = [.. declared.Keys];
        var placed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ToolPart part in tool.Parts)
        foreach (ToolPlace place in ToolText.Places(part.Body.Markdown))
        {
            SourceSpan here = part.Body.Locate(place.At, place.Length);
            if (place.Slot is not null)
                continue;
            if (place.Id.Length == 0)
            {
                if (!ToolText.IsInTable(part.Body.Markdown, place.At))
                    bag.Add(ToolRules.BlankOutsideTable, here);
            }
            else if (!declared.ContainsKey(place.Id))
                bag.Add(
                    ToolRules.UnknownToolField,
                    here,
                    place.Id,
                    Nearest.Hint(place.Id, ids),
                    ids.Length == 0 ? "none" : string.Join(", ", ids)
                );
            else if (!placed.TryAdd(place.Id, here.Line))
                bag.Add(ToolRules.ToolFieldTwice, here, place.Id, placed[place.Id]);
        }
        foreach (ToolField field in declared.Values.Where(field => !placed.ContainsKey(field.Id.Value)))
            bag.Add(ToolRules.UnusedToolField, field.Id.Span, field.Id.Value);
        foreach (ToolSheet sheet in tool.Sheets)
        {
            if (tool.Sheets.Count > 1 && sheet.Title is null)
                bag.Add(ToolRules.SheetWithoutTitle, sheet.Span);
            foreach (ToolPart part in sheet.Parts.Where(part => sheet.IsSet && part.Title is null))
                bag.Add(
                    ToolRules.PartWithoutTitle,
                    part.Span,
                    sheet.Format.Value == SheetFormat.Cards ? "card" : "slide"
                );
        }
    }
}

using System.Globalization;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>A place to fill in, as pages and documents show it.</summary>
/// <param name="Name">Unique in the tool.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Lines">Lines to write on.</param>
/// <param name="Example">Its content in the filled example; empty for none.</param>
internal sealed record Blank(string Name, string Label, int Lines, string Example);

/// <summary>Names the blanks and boxes of one tool.</summary>
/// <param name="tool">The tool.</param>
/// <param name="slots">The label of each slot.</param>
internal sealed class ToolBlanks(Tool tool, Func<string, string> slots)
{
    private readonly Dictionary<string, ToolField> _fields = tool
        .Fields.DistinctBy(field => field.Id.Value)
        .ToDictionary(field => field.Id.Value, StringComparer.Ordinal);

    private int _count;

    /// <summary>Returns a field or the blank of a slot; null for an empty cell and for an unknown field.</summary>
    public Blank? Of(ToolPlace place)
    {
        if (place.Slot is { } slot)
            return new Blank(NextName(), slots(slot), 1, "");
        return _fields.TryGetValue(place.Id, out ToolField? field)
            ? new Blank(field.Id.Value, field.Label.Value, field.Lines?.Value ?? 1, field.Example?.Value ?? "")
            : null;
    }

    /// <summary>Returns a name that no field has: fields have no underscore.</summary>
    public string NextName() => string.Create(CultureInfo.InvariantCulture, $"blank_{++_count}");
}

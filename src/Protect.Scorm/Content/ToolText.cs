using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>A place in the text of a tool that is filled in.</summary>
/// <param name="Id">The id of a field, a slot after <see cref="Tool.SlotMark"/>, or empty for an empty cell.</param>
/// <param name="At">Its position in the text.</param>
/// <param name="Length">Its length there.</param>
internal sealed record ToolPlace(string Id, int At, int Length)
{
    /// <summary>The slot that the blank takes the place of; null for a field or an empty cell.</summary>
    public string? Slot => Id.StartsWith(Tool.SlotMark) ? Id[1..] : null;
}

/// <summary>Finds what is filled in and ticked in the texts of tools.</summary>
internal static partial class ToolText
{
    /// <summary>Lists the fields and blanks of a text in order.</summary>
    public static IEnumerable<ToolPlace> Places(string markdown) =>
        Place().Matches(markdown).Select(match => new ToolPlace(match.Groups[1].Value, match.Index, match.Length));

    /// <summary>Lists the boxes to tick of a text in order; true for one that is ticked in the example.</summary>
    public static IEnumerable<(int At, int Length, bool IsTicked)> Boxes(string markdown) =>
        Box()
            .Matches(markdown)
            .Select(match =>
                (match.Index, match.Length, match.Value.Contains('x', StringComparison.OrdinalIgnoreCase))
            );

    /// <summary>Returns true for a place in a row of a table.</summary>
    public static bool IsInTable(string markdown, int at)
    {
        int start = markdown.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        return markdown.AsSpan(start).TrimStart(' ').StartsWith("|");
    }

    [GeneratedRegex(@"(?<![\\\[])\[\[([^\[\]\n]*)\]\]")]
    private static partial Regex Place();

    // Neither a link nor a part of [[…]].
    [GeneratedRegex(@"(?<![\\\[\]!\w])\[[ xX]\](?![\[\](\w])")]
    private static partial Regex Box();
}

using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>
/// A text in Markdown whose gaps are marked by characters that no text has. Rendering cuts its HTML at these marks, so
/// that a gap can be in a list, in a table or in emphasis.
/// </summary>
/// <param name="Text">The text; each mark is as long as the gap, so that places in the source stay the same.</param>
/// <param name="Gaps">The gaps in the order of the text.</param>
internal sealed record GappedText(RichText Text, IReadOnlyList<PlacedGap> Gaps)
{
    /// <summary>Fills the rest of a mark.</summary>
    public const char Filler = '\uE000';

    private const int FirstMark = 0xE001,
        MostMarks = 0x1000;

    /// <summary>Returns the first character of the mark of a gap.</summary>
    public static char Mark(int gap) => (char)(FirstMark + (gap % MostMarks));

    /// <summary>Returns the gap of a character; null if it is no mark.</summary>
    public int? GapOf(char character) =>
        character - FirstMark is >= 0 and var gap && gap < Gaps.Count && gap < MostMarks ? gap : null;
}

/// <summary>A gap in a text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">Its place in the text.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Names">Its values for templates; null for a gap that does not exist.</param>
internal sealed record PlacedGap(string Name, int At, int Length, IReadOnlyDictionary<string, object?>? Names);

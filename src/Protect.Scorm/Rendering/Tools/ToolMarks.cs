using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering.Tools;

/// <summary>
/// The text of a tool whose fields and boxes are marked by characters that no text has, as in <see cref="GappedText"/>.
/// Rendering finds the marks in its HTML.
/// </summary>
internal sealed class ToolMarks
{
    // A text of 20,000 characters has at most 5,000 places: each takes four characters.
    private const char First = '\uE100',
        Last = '\uF8FF',
        Filler = '\uE0FF',
        Private = '\uE000';

    private const char Unknown = '\uFFFD';

    private readonly List<(ToolPlace? Field, bool IsTicked, int At, int Length)> _places;

    public ToolMarks(RichText text)
    {
        string markdown = text.Markdown;
        _places =
        [
            .. ToolText
                .Places(markdown)
                .Select(place => ((ToolPlace?)place, false, place.At, place.Length))
                .Concat(ToolText.Boxes(markdown).Select(box => ((ToolPlace?)null, box.IsTicked, box.At, box.Length)))
                .OrderBy(place => place.Item3)
                .Take(Last - First + 1),
        ];
        char[] marked = markdown.ToCharArray();
        foreach (ref char letter in marked.AsSpan())
            if (letter is >= Private and <= Last)
                letter = Unknown;
        for (int index = 0; index < _places.Count; index++)
        {
            marked.AsSpan(_places[index].At, _places[index].Length).Fill(Filler);
            marked[_places[index].At] = (char)(First + index);
        }
        Marked = text with { Markdown = new string(marked) };
    }

    /// <summary>The text with marks, as long as the text itself.</summary>
    public RichText Marked { get; }

    /// <summary>The number of fields and boxes.</summary>
    public int Count => _places.Count;

    /// <summary>Removes the fillers from rendered HTML.</summary>
    public static string Clean(string html) => html.Replace(Filler.ToString(), "", StringComparison.Ordinal);

    /// <summary>Returns the number of a mark; null for any other character.</summary>
    public int? Find(char letter) =>
        letter is >= First and <= Last && letter - First < _places.Count ? letter - First : null;

    /// <summary>Returns true for a box to tick.</summary>
    public bool IsBox(int mark) => _places[mark].Field is null;

    /// <summary>Returns true for a box that is ticked in the example.</summary>
    public bool IsTicked(int mark) => _places[mark].IsTicked;

    /// <summary>Returns the field or blank of a mark.</summary>
    public ToolPlace FieldOf(int mark) => _places[mark].Field!;

    /// <summary>Returns the position and length of a mark in the text.</summary>
    public (int At, int Length) PlaceOf(int mark) => (_places[mark].At, _places[mark].Length);
}

using Protect.Scorm.Model;

namespace Protect.Scorm.Exporting;

/// <summary>A part of the reading copy of a course, which a document without a player can show.</summary>
internal abstract record CopyPart;

/// <summary>A heading.</summary>
/// <param name="Level">1 for the course, 2 for a module, 3 for a page, 4 for a block.</param>
/// <param name="Text">Its text.</param>
/// <param name="Id">The id of the module or page; null for none.</param>
internal sealed record CopyHeading(int Level, string Text, string? Id) : CopyPart;

/// <summary>A text in Markdown, after a label in bold; null for none.</summary>
internal sealed record CopyText(RichText Text, string? Label = null) : CopyPart;

/// <summary>A line of words.</summary>
internal sealed record CopyLine(string Text, bool IsBold = false) : CopyPart;

/// <summary>A list.</summary>
internal sealed record CopyList(bool IsNumbered, IReadOnlyList<CopyItem> Items) : CopyPart;

/// <summary>An item of a list.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Mark">Words in front of it, such as an arrow; null for none.</param>
/// <param name="Note">A text below it, such as feedback; null for none.</param>
internal sealed record CopyItem(RichText Text, string? Mark = null, RichText? Note = null)
{
    /// <summary>True for a right option, false for a wrong one; null for an item that is no option.</summary>
    public bool? IsRight { get; init; }
}

/// <summary>A picture.</summary>
internal sealed record CopyPicture(AssetRef Src, string Alt, RichText? Caption, string? Credit) : CopyPart;

/// <summary>A table with a row of headings.</summary>
internal sealed record CopyTable(IReadOnlyList<RichText> Columns, IReadOnlyList<IReadOnlyList<RichText>> Rows)
    : CopyPart;

/// <summary>Finished Markdown.</summary>
internal sealed record CopyMarkdown(string Markdown) : CopyPart;

/// <summary>A question; each format writes it in its own way.</summary>
internal sealed record CopyQuestion(PlacedQuestion Question) : CopyPart;

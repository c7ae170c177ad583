using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Importing.Html;

/// <summary>Part of a text of others, in the order of the source.</summary>
/// <param name="Span">The place in the source.</param>
internal abstract record HtmlPart(SourceSpan Span);

/// <summary>Paragraphs, lists, tables and code in Markdown.</summary>
internal sealed record TextPart(string Markdown, SourceSpan Span) : HtmlPart(Span);

/// <summary>A heading.</summary>
/// <param name="Level">1 for the highest.</param>
/// <param name="Title">The text without marks.</param>
/// <param name="Anchor">The name that links lead to; null for none.</param>
/// <param name="Span">The place in the source.</param>
internal sealed record HeadingPart(int Level, string Title, string? Anchor, SourceSpan Span) : HtmlPart(Span);

/// <summary>A block of its own, such as a picture.</summary>
internal sealed record BlockPart(DraftNode Node, SourceSpan Span) : HtmlPart(Span);

/// <summary>Where a text of others is from, and how its references are resolved.</summary>
/// <param name="Item">The name of the item, for the loss report.</param>
/// <param name="Span">The place in the source.</param>
internal sealed record HtmlPlace(string Item, SourceSpan Span)
{
    /// <summary>Returns the bytes of a picture by its address; null when there are none.</summary>
    public Func<string, byte[]?> Picture { get; init; } = _ => null;

    /// <summary>Returns the address of a link in our course; null for one that leads nowhere there.</summary>
    public Func<string, string?> Link { get; init; } = _ => null;

    /// <summary>
    /// The text file that <see cref="LineAttribute"/> counts lines of; null when the text has no such attributes.
    /// </summary>
    public SourceFile? File { get; init; }

    /// <summary>True for a text without blocks of its own, such as a prompt: these become text.</summary>
    public bool IsText { get; init; }

    /// <summary>Attribute with a line of the source, in HTML made by a reader.</summary>
    public const string LineAttribute = "data-line";

    /// <summary>Attribute with the tone of a note, in HTML made by a reader; its title is in “title”.</summary>
    public const string NoteAttribute = "data-note";
}

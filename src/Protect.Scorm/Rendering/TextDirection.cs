using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Marks the blocks of a text that are written in the other direction than the text around them, so that their full
/// stop and their numbers are at the right end. The direction of a block is that of most of its letters: an Arabic
/// sentence that begins with a Latin name is Arabic.
/// </summary>
internal static class TextDirection
{
    // A forced direction, as in the mirrored pseudo-language: letters say nothing there.
    private const char Override = '\u202E';

    /// <summary>Marks the blocks of a document.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="around">The direction around it: “ltr” or “rtl”.</param>
    /// <returns>The other direction, when all of the text has it; else null.</returns>
    public static string? Mark(MarkdownDocument document, string around)
    {
        string? all = Other(document, around);
        foreach (Block block in document)
            Mark(block, around);
        return all;
    }

    private static void Mark(Block block, string around)
    {
        if (block is CodeBlock or HtmlBlock)
            return;
        if (Other(block, around) is { } own)
            block.GetAttributes().AddPropertyIfNotExist("dir", own);
        else if (block is ContainerBlock container)
            foreach (Block inner in container)
                Mark(inner, around);
    }

    /// <summary>Returns the direction of most letters when it is not the one around them; else null.</summary>
    private static string? Other(MarkdownObject part, string around)
    {
        int fromLeft = 0,
            fromRight = 0;
        MarkdownObject words = (part as LeafBlock)?.Inline ?? part;
        foreach (LiteralInline text in words.Descendants<LiteralInline>())
        foreach (char c in text.Content.AsSpan())
            if (c == Override)
                return null;
            else if (IsFromRight(c))
                fromRight++;
            else if (char.IsLetter(c))
                fromLeft++;
        return around == "ltr" && fromRight > fromLeft ? "rtl"
            : around == "rtl" && fromLeft > fromRight ? "ltr"
            : null;
    }

    /// <summary>Returns true for a letter of a script that is written from right to left.</summary>
    private static bool IsFromRight(char c) =>
        c is >= '\u05D0' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFE'
        && char.IsLetter(c);
}

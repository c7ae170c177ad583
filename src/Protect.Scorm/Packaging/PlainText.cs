using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;

namespace Protect.Scorm.Packaging;

/// <summary>Text for places without markup.</summary>
internal static class PlainText
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().Use<FormulaMarkdown>().Build();

    /// <summary>
    /// Returns one trimmed line of at most <paramref name="most"/> UTF-16 units, never cut inside a character. Runs of
    /// white space become one space;
    /// characters that XML does not allow (controls, half surrogate pairs) are removed.
    /// </summary>
    public static string Line(string text, int most = int.MaxValue)
    {
        var line = new StringBuilder(text.Length);
        bool gap = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || rune.Value is 0xFFFE or 0xFFFF)
                continue;
            if (IsGap(rune))
            {
                gap = line.Length > 0;
                continue;
            }
            if (line.Length + (gap ? 1 : 0) + rune.Utf16SequenceLength > most)
                break;
            if (gap)
                line.Append(' ');
            line.Append(rune);
            gap = false;
        }
        return line.ToString();
    }

    // A no-break space is typography (« … ») and stays.
    private static bool IsGap(Rune rune) => Rune.IsControl(rune) || rune.Value is ' ' or 0x2028 or 0x2029;

    /// <summary>
    /// Returns the words of a Markdown text. Addresses of links follow in brackets, so that they can be copied.
    /// </summary>
    public static string Of(RichText text)
    {
        try
        {
            MarkdownDocument document = Markdown.Parse(text.Markdown, s_pipeline);
            return string.Join(' ', document.Descendants<LeafBlock>().Select(Words).Where(words => words.Length > 0));
        }
        catch (ArgumentException)
        {
            // Thrown for nesting beyond the parser's limit; the Markdown source is readable too.
            return Line(text.Markdown);
        }
    }

    private static string Words(LeafBlock block)
    {
        if (block is FormulaBlock formula)
            return Line(formula.Source.Words());
        if (block.Inline is null)
            return Line(block.Lines.ToString());
        var words = new StringBuilder();
        Write(block.Inline, words);
        return Line(words.ToString());
    }

    private static void Write(Inline inline, StringBuilder words)
    {
        switch (inline)
        {
            case LiteralInline literal:
                words.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                words.Append(code.Content);
                break;
            case FormulaInline formula:
                words.Append(formula.Source.Words());
                break;
            case HtmlEntityInline entity:
                words.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline address:
                words.Append(address.Url);
                break;
            case LineBreakInline:
                words.Append(' ');
                break;
            case HtmlInline { Tag: var tag } when tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                words.Append(' ');
                break;
            case ContainerInline container:
                foreach (Inline child in container)
                    Write(child, words);
                if (container is LinkInline { Url: { } url } && url.StartsWith("https:", StringComparison.Ordinal))
                    words.Append(" (").Append(url).Append(')');
                break;
        }
    }
}

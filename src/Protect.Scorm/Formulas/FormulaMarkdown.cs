using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Protect.Scorm.Formulas;

/// <summary>TeX of a formula with its places in the text around it.</summary>
/// <param name="Tex">The TeX between the dollar signs.</param>
/// <param name="Lines">Where each line of it starts: in the TeX, and in the text.</param>
internal sealed record FormulaSource(string Tex, IReadOnlyList<(int InTex, int InText)> Lines)
{
    /// <summary>Returns the place in the text of a place in the TeX.</summary>
    public int InText(int at)
    {
        (int inTex, int inText) = Lines.Last(line => line.InTex <= at);
        return inText + at - inTex;
    }

    /// <summary>Returns the formula in one line of plain text; a formula with a mistake as typed.</summary>
    public string Words()
    {
        try
        {
            return FormulaWords.Of(FormulaParser.Parse(Tex));
        }
        catch (FormulaException)
        {
            return Tex.Trim();
        }
    }
}

/// <summary>Formula in a line of text.</summary>
internal sealed class FormulaInline(FormulaSource source, bool isDisplay) : LeafInline
{
    public FormulaSource Source { get; } = source;

    /// <summary>True for a formula between <c>$$</c>.</summary>
    public bool IsDisplay { get; } = isDisplay;

    /// <summary>The MathML to print.</summary>
    public string Html { get; set; } = "";
}

/// <summary>Formula of several lines between <c>$$</c>.</summary>
internal sealed class FormulaBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>True once the second <c>$$</c> was read.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Text after the second <c>$$</c>, which would be lost.</summary>
    public string Rest { get; set; } = "";

    /// <summary>The MathML to print.</summary>
    public string Html { get; set; } = "";

    public FormulaSource Source
    {
        get
        {
            var lines = new List<(int InTex, int InText)>();
            int at = 0;
            foreach (StringLine line in Lines.Lines.AsSpan(0, Lines.Count))
            {
                lines.Add((at, line.Slice.Start));
                at += line.Slice.Length + 1;
            }
            return new FormulaSource(Lines.ToString(), lines is [] ? [(0, Span.Start)] : lines);
        }
    }
}

/// <summary>Reads and prints formulas in Markdown.</summary>
internal sealed class FormulaMarkdown : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new Blocks());
        pipeline.InlineParsers.Insert(0, new Inlines());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Insert(0, new InlineWriter());
        html.ObjectRenderers.Insert(0, new BlockWriter());
    }

    private sealed class Inlines : InlineParser
    {
        public Inlines() => OpeningCharacters = ['$'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            int length = FormulaSyntax.LengthAt(slice.Text, slice.Start, slice.End + 1);
            if (length == 0)
                return false;
            int sign = slice.PeekChar() == '$' ? 2 : 1,
                start = slice.Start + sign;
            string tex = slice.Text.Substring(start, length - (2 * sign));
            var lines = new List<(int, int)> { (0, processor.GetSourcePosition(start)) };
            for (int at = tex.IndexOf('\n'); at >= 0 && at + 1 < tex.Length; at = tex.IndexOf('\n', at + 1))
                lines.Add((at + 1, processor.GetSourcePosition(start + at + 1)));
            int from = processor.GetSourcePosition(slice.Start, out int line, out int column),
                to = processor.GetSourcePosition(slice.Start + length - 1);
            processor.Inline = new FormulaInline(new FormulaSource(tex, lines), sign == 2)
            {
                Span = new SourceSpan(from, to),
                Line = line,
                Column = column,
            };
            slice.Start += length;
            return true;
        }
    }

    private sealed class Blocks : BlockParser
    {
        public Blocks() => OpeningCharacters = ['$'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || !FormulaSyntax.IsOpening(processor.Line.AsSpan()))
                return BlockState.None;
            processor.NewBlocks.Push(
                new FormulaBlock(this)
                {
                    Column = processor.Column,
                    Span = new SourceSpan(processor.Start, processor.Line.End),
                }
            );
            processor.Line.Start += 2;
            return processor.Line.IsEmptyOrWhitespace() ? BlockState.ContinueDiscard : BlockState.Continue;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var formula = (FormulaBlock)block;
            block.UpdateSpanEnd(processor.Line.End);
            ReadOnlySpan<char> line = processor.Line.AsSpan();
            int end = line.IndexOf("$$");
            if (end < 0)
                return BlockState.Continue;
            formula.IsClosed = true;
            formula.Rest = line[(end + 2)..].Trim().ToString();
            processor.Line.End = processor.Line.Start + end - 1;
            return processor.Line.IsEmptyOrWhitespace() ? BlockState.BreakDiscard : BlockState.Break;
        }
    }

    private sealed class InlineWriter : HtmlObjectRenderer<FormulaInline>
    {
        protected override void Write(HtmlRenderer renderer, FormulaInline formula) => renderer.Write(formula.Html);
    }

    private sealed class BlockWriter : HtmlObjectRenderer<FormulaBlock>
    {
        protected override void Write(HtmlRenderer renderer, FormulaBlock formula)
        {
            renderer.EnsureLine();
            renderer.Write("<p").WriteAttributes(formula).Write('>').Write(formula.Html).WriteLine("</p>");
        }
    }
}

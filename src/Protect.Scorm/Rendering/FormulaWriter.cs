using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Typesets the formulas of a text, and reports their mistakes at the author's line and column.</summary>
internal static partial class FormulaWriter
{
    /// <summary>Class of a paragraph that is a formula.</summary>
    public const string Alone = "formula";

    // Longer formulas may be wider than a phone: their paragraph scrolls, also with the keyboard.
    private const int MayScroll = 16;

    public static void Write(MarkdownDocument document, RichText text, DiagnosticBag bag)
    {
        if (!text.Markdown.Contains('$'))
            return;
        foreach (FormulaInline formula in document.Descendants<FormulaInline>().ToList())
        {
            formula.Html = MathMlOf(formula.Source, formula.IsDisplay, text, bag);
            if (IsInLink(formula))
                formula.Html = Named(new Html(formula.Html)).Text;
            if (
                formula is { IsDisplay: true, PreviousSibling: null, NextSibling: null }
                && formula.Parent is { ParentBlock: ParagraphBlock paragraph }
            )
                SetAlone(paragraph, formula.Source);
        }
        foreach (FormulaBlock formula in document.Descendants<FormulaBlock>().ToList())
        {
            if (!formula.IsClosed)
                Report(
                    text,
                    formula.Span.Start,
                    2,
                    "it has no end",
                    "Write $$ after it; to show dollar signs, write \\$\\$.",
                    bag
                );
            else if (formula.Rest.Length > 0)
                Report(
                    text,
                    formula.Span.End - formula.Rest.Length + 1,
                    formula.Rest.Length,
                    "there is text after its last $$",
                    "Write that text on the next line.",
                    bag
                );
            else
                formula.Html = MathMlOf(formula.Source, isDisplay: true, text, bag);
            SetAlone(formula, formula.Source);
        }
    }

    /// <summary>Leaves formulas as TeX, in the marks that MathJax and Moodle look for.</summary>
    public static void Keep(MarkdownDocument document)
    {
        foreach (FormulaInline formula in document.Descendants<FormulaInline>())
            formula.Html = Html.Encode(formula.IsDisplay ? $@"\[{formula.Source.Tex}\]" : $@"\({formula.Source.Tex}\)");
        foreach (FormulaBlock formula in document.Descendants<FormulaBlock>())
            formula.Html = Html.Encode($@"\[{formula.Source.Tex}\]");
    }

    /// <summary>Returns HTML with each formula in one line of text.</summary>
    public static Html InWords(Html html) =>
        new(Typeset().Replace(html.Text, formula => formula.Groups[1].Value.Replace("<", "&lt;")));

    /// <summary>
    /// Returns a text that names a control, with the words of each formula as its label: browsers leave MathML out of
    /// names otherwise.
    /// </summary>
    public static Html Named(Html html) =>
        html.Text.Contains("<math", StringComparison.Ordinal)
            ? new Html(Start().Replace(html.Text, "$0 aria-label=$1"))
            : html;

    [GeneratedRegex("<math[^>]* alttext=(\"[^\"]*\")(?! aria-label)")]
    private static partial Regex Start();

    [GeneratedRegex("<math[^>]* alttext=\"([^\"]*)\"[^>]*>.*?</math>", RegexOptions.Singleline)]
    private static partial Regex Typeset();

    private static bool IsInLink(Inline formula)
    {
        for (ContainerInline? around = formula.Parent; around is not null; around = around.Parent)
            if (around is LinkInline)
                return true;
        return false;
    }

    private static void SetAlone(Markdig.Syntax.Block block, FormulaSource formula)
    {
        HtmlAttributes attributes = block.GetAttributes();
        attributes.AddClass(Alone);
        if (formula.Words().Length > MayScroll)
            attributes.AddProperty("tabindex", "0");
    }

    private static string MathMlOf(FormulaSource source, bool isDisplay, RichText text, DiagnosticBag bag)
    {
        try
        {
            return MathMl.Write(FormulaParser.Parse(source.Tex), isDisplay);
        }
        catch (FormulaException mistake)
        {
            FormulaFault fault = mistake.Fault;
            Report(text, source.InText(fault.At), fault.Length, fault.What, fault.Cure, bag);
            return "";
        }
    }

    private static void Report(RichText text, int at, int length, string what, string cure, DiagnosticBag bag) =>
        bag.Add(RenderingRules.Formula, text.Locate(at, length), what, cure);
}

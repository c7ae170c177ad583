using System.Text;
using AngleSharp.Dom;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Exporting;

/// <summary>Converts the texts of a course for other programs.</summary>
/// <param name="course">The course.</param>
/// <param name="bag">Receives the faults of texts.</param>
/// <param name="keepsTex">True to leave formulas as TeX between <c>\(</c> and <c>\)</c>; false for MathML.</param>
internal sealed class ExportText(Course course, DiagnosticBag bag, bool keepsTex = true)
{
    private readonly Markdown _markdown = new(
        course.Pages.Select(page => page.Id.Value).ToHashSet(StringComparer.Ordinal),
        Script.Direction(course.Language.Value),
        bag
    )
    {
        KeepsTex = keepsTex,
    };

    /// <summary>
    /// Returns a text as HTML that needs nothing of our pages: links to pages are their words. A line has no paragraph
    /// around it.
    /// </summary>
    public string Html(RichText text) =>
        Tree(text).InnerHtml.Replace("&nbsp;", "\u00A0", StringComparison.Ordinal).Trim();

    /// <summary>Reports the faults of a text.</summary>
    public void Check(RichText text) => _markdown.Render(text);

    /// <summary>Returns the tree of that HTML.</summary>
    public IElement Tree(RichText text)
    {
        IElement body = ParsedHtml.OfPart(_markdown.Render(text).Text).Document!.Body!;
        foreach (IElement link in body.QuerySelectorAll("a").ToList())
        {
            if (link.HasAttribute("data-page-link"))
                link.Replace([.. link.ChildNodes]);
            link.RemoveAttribute("target");
            link.RemoveAttribute("rel");
        }
        foreach (IElement figure in body.QuerySelectorAll("figure.code").ToList())
            figure.Replace(figure.QuerySelector("pre")!);
        foreach (IElement element in body.QuerySelectorAll("[class], [tabindex], [data-untranslated]"))
        {
            if (element.LocalName == "code")
                continue;
            if (element.ClassList.Contains("align-end"))
                element.SetAttribute("style", "text-align: right");
            else if (element.ClassList.Contains("align-center"))
                element.SetAttribute("style", "text-align: center");
            element.RemoveAttribute("class");
            element.RemoveAttribute("tabindex");
            element.RemoveAttribute(Markdown.Untranslated);
        }
        return body;
    }

    /// <summary>Returns a text as HTML blocks; a line gets a paragraph.</summary>
    public string Block(RichText text) => text.IsLine ? $"<p>{Html(text)}</p>" : Html(text);

    /// <summary>Returns texts as HTML blocks, one after the other; empty for none.</summary>
    public string Blocks(params RichText?[] texts) => string.Join("\n", texts.OfType<RichText>().Select(Block));

    /// <summary>Returns HTML without the paragraph around it when it has only this one.</summary>
    public static string Unwrapped(string html) =>
        html.StartsWith("<p>", StringComparison.Ordinal)
        && html.EndsWith("</p>", StringComparison.Ordinal)
        && html.LastIndexOf("<p", StringComparison.Ordinal) == 0
            ? html[3..^4]
            : html;

    /// <summary>Returns the words of a text in one line.</summary>
    public static string Plain(RichText text) =>
        Braces.Show(PlainText.Of(text)).Replace("&#123;", "{").Replace("&#125;", "}");

    /// <summary>Encodes words for HTML.</summary>
    public static string Encode(string words)
    {
        var encoded = new StringBuilder(words.Length);
        foreach (char character in words)
            encoded.Append(
                character switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    _ => character.ToString(),
                }
            );
        return encoded.ToString();
    }
}

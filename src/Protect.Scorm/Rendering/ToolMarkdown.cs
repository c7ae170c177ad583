using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Refuses what the text of a tool cannot have: headings, pictures, links to pages of the course, and HTML that does
/// not mark a word of another language.
/// </summary>
internal static partial class ToolMarkdown
{
    private const string PageLink = "page:";

    /// <summary>Reports and removes a part of a text that tools do not have; true for any other part.</summary>
    public static bool Allows(MarkdownObject node, RichText text, DiagnosticBag bag)
    {
        (DiagnosticRule Rule, string Word)? fault = node switch
        {
            HtmlBlock html when html.Type != HtmlBlockType.Comment => (
                ToolRules.HtmlInTool,
                html.Lines.ToString().Trim().Split('\n')[0]
            ),
            HtmlInline html when !html.Tag.StartsWith("<!--", StringComparison.Ordinal) && !IsForeign(html.Tag) => (
                ToolRules.HtmlInTool,
                html.Tag
            ),
            LinkInline { IsImage: true } => (ToolRules.PictureInTool, ""),
            HeadingBlock => (ToolRules.HeadingInTool, ""),
            LinkInline { Url: { } url } when url.StartsWith(PageLink, StringComparison.Ordinal) => (
                ToolRules.PageLinkInTool,
                url
            ),
            _ => null,
        };
        if (fault is not { } found)
            return true;
        // The end tag of an element is the same fault.
        if (!found.Word.StartsWith("</", StringComparison.Ordinal))
            bag.Add(found.Rule, text.Locate(node.Span.Start, node.Span.Length), found.Word);
        if (node is HtmlBlock block)
            block.Lines = default;
        else if (node is Inline inline)
            inline.Remove();
        return false;
    }

    private static bool IsForeign(string tag) => Foreign().IsMatch(tag);

    [GeneratedRegex("^(<span lang=[\"'][A-Za-z0-9-]+[\"']>|</span>)$")]
    private static partial Regex Foreign();
}

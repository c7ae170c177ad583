using Markdig;

namespace Protect.Scorm.Importing.Html;

/// <summary>Turns Markdown of others into HTML, which is then read like any HTML of others.</summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseMathematics()
        .Build();

    /// <summary>Returns the HTML of a text; the text itself when it is nested too deeply.</summary>
    public static string Of(string markdown)
    {
        try
        {
            return Markdig.Markdown.ToHtml(markdown, s_pipeline);
        }
        catch (ArgumentException)
        {
            // Thrown for nesting beyond the parser's limit.
            return System.Net.WebUtility.HtmlEncode(markdown);
        }
    }
}

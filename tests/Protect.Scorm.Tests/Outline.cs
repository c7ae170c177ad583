using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>
/// Content of a page without its markup: headings, controls, links, pictures and data attributes, one per line.
/// </summary>
internal static class Outline
{
    public static string Of(Package package)
    {
        var text = new StringBuilder();
        foreach (
            string name in package
                .Files.Select(file => file.Name)
                .Where(name => name == "index.html" || name.StartsWith("module-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            text.Append(name).Append('\n');
            IElement root = new HtmlParser()
                .ParseDocument(
                    name == "index.html" ? Specs.TextOf(package, name) : ModuleHtml(Specs.TextOf(package, name))
                )
                .Body!;
            foreach (IElement article in root.QuerySelectorAll("article"))
                Write(article, 1, text);
        }
        return text.ToString();
    }

    /// <summary>Returns the headings, paragraphs and list items of an HTML file, one per line.</summary>
    public static string Of(string html) =>
        string.Concat(
            new HtmlParser()
                .ParseDocument(html)
                .QuerySelectorAll("main :is(h1,h2,p,li,legend,label,.lines)")
                .Select(element =>
                {
                    string kind = element.ClassName is { } name ? "." + name : "";
                    return $"{element.LocalName}{kind} {OneLine(element.TextContent)}".TrimEnd() + "\n";
                })
        );

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string ModuleHtml(string script) =>
        JsonDocument
            .Parse(script[(script.IndexOf('(') + 1)..script.LastIndexOf(')')])
            .RootElement.GetProperty("html")
            .GetString()!;

    private static void Write(IElement element, int depth, StringBuilder text)
    {
        string? line = Describe(element);
        if (line is not null)
            text.Append(' ', depth * 2).Append(line).Append('\n');
        IParentNode inside = element is AngleSharp.Html.Dom.IHtmlTemplateElement template ? template.Content : element;
        foreach (IElement child in inside.Children)
            Write(child, line is null ? depth : depth + 1, text);
    }

    private static string? Describe(IElement element)
    {
        string words = string.Join(
            " ",
            element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (words.Length > 70)
            words = words[..70] + "…";
        return element.LocalName switch
        {
            "article" => $"page {element.GetAttribute("data-page")}",
            "h1"
            or "h2"
            or "h3"
            or "h4"
            or "summary"
            or "legend"
            or "label"
            or "button"
            or "th"
            or "figcaption"
            or "blockquote" => $"{element.LocalName} {words}",
            "a" => $"a {element.GetAttribute("href")} {words}",
            "img" => $"img {element.GetAttribute("src")} “{element.GetAttribute("alt")}”",
            "input" => $"input {element.GetAttribute("type")} {element.GetAttribute("value")}",
            "video" or "audio" => $"{element.LocalName} {element.GetAttribute("src")}",
            "form" => $"question {element.GetAttribute("data-question")} {element.GetAttribute("data-kind")}",
            "template" =>
                $"template {element.GetAttribute("data-feedback") ?? element.GetAttribute("data-feedback-option")} "
                    + $"{Text((AngleSharp.Html.Dom.IHtmlTemplateElement)element)}",
            _ => null,
        };
    }

    private static string Text(AngleSharp.Html.Dom.IHtmlTemplateElement template) =>
        string.Join(" ", template.Content.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

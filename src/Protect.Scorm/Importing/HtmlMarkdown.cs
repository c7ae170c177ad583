using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Importing;

/// <summary>
/// Turns HTML of others into Markdown: a list names the elements that stay. Scripts and embedded pages are removed and
/// reported; other elements leave their text. The parser is bounded (<see cref="ParsedHtml"/>).
/// </summary>
/// <param name="item">The name of the item in the loss report.</param>
/// <param name="place">The place of the item in the source.</param>
/// <param name="losses">Receives what is removed.</param>
internal sealed partial class HtmlMarkdown(string item, SourceSpan place, LossReport losses)
{
    private const int MostCharacters = 200_000;

    private static readonly HashSet<string> s_unsafe =
    [
        "script",
        "style",
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "svg",
        "math",
        "template",
        "link",
        "meta",
        "base",
    ];

    private static readonly HashSet<string> s_media = ["img", "video", "audio", "picture", "canvas"];

    private static readonly HashSet<string> s_blocks =
    [
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tr",
        "section",
        "article",
        "hr",
        "dl",
        "dt",
        "dd",
    ];

    /// <summary>Returns true for text with a tag or a character reference.</summary>
    public static bool IsHtml(string text) => Tag().IsMatch(text);

    /// <summary>Returns the Markdown of a text.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="isLine">True where only one paragraph is allowed.</param>
    public string Of(string html, bool isLine)
    {
        html = DraftMarkdown.Clean(html);
        if (html.Length > MostCharacters || ParsedHtml.OfPart(html).Document?.Body is not { } body)
        {
            losses.Add(
                ImportingRules.PartLost,
                place,
                item,
                "the layout of a text",
                "its HTML is too large or too deep"
            );
            return isLine ? DraftMarkdown.OneLine(html) : DraftMarkdown.Plain(html);
        }
        var markdown = new StringBuilder();
        Blocks(body, markdown, "");
        string text = BlankLines().Replace(markdown.ToString(), "\n\n").Trim('\n', ' ');
        if (isLine)
            text = Lines().Replace(text, " ").Trim();
        if (DraftMarkdown.IsSound(text, isLine))
            return text;
        losses.Add(ImportingRules.PartLost, place, item, "the layout of a text", "it does not fit into Markdown");
        return isLine ? DraftMarkdown.OneLine(body.TextContent) : DraftMarkdown.Plain(body.TextContent);
    }

    /// <summary>Writes the children of an element as paragraphs, lists and headings.</summary>
    private void Blocks(INode parent, StringBuilder markdown, string indent)
    {
        var inline = new StringBuilder();
        void Flush()
        {
            string text = SpaceRuns().Replace(inline.ToString(), " ").Trim();
            inline.Clear();
            if (text.Length == 0)
                return;
            string[] lines = text.Split('\r');
            string joined = string.Join(
                "\\\n" + indent,
                lines.Select(line => StartOf(line.Trim())).Where(l => l != "")
            );
            markdown.Append("\n\n").Append(indent).Append(joined);
        }

        foreach (INode child in parent.ChildNodes)
        {
            if (child is not IElement element || !s_blocks.Contains(element.LocalName))
            {
                inline.Append(Inline(child));
                continue;
            }
            Flush();
            switch (element.LocalName)
            {
                case "ul" or "ol":
                    int number = 1;
                    markdown.Append('\n');
                    foreach (IElement entry in element.Children.Where(entry => entry.LocalName == "li"))
                    {
                        string mark = element.LocalName == "ul" ? "- " : $"{number++}. ";
                        var content = new StringBuilder();
                        Blocks(entry, content, "");
                        string text = content.ToString().Trim('\n');
                        string inner = indent + new string(' ', mark.Length);
                        markdown.Append('\n').Append(indent).Append(mark);
                        markdown.Append(text.Replace("\n", "\n" + inner).Replace("\n" + inner + "\n", "\n\n"));
                    }
                    markdown.Append('\n');
                    break;
                case "blockquote":
                    var quoted = new StringBuilder();
                    Blocks(element, quoted, "");
                    string quote = BlankLines().Replace(quoted.ToString(), "\n\n").Trim('\n');
                    markdown.Append("\n\n").Append(indent).Append("> ");
                    markdown.Append(quote.Replace("\n", "\n" + indent + "> "));
                    break;
                case "pre":
                    markdown.Append("\n\n").Append(indent).Append("```\n").Append(indent);
                    markdown.Append(element.TextContent.Replace("```", "'''").Trim('\n').Replace("\n", "\n" + indent));
                    markdown.Append('\n').Append(indent).Append("```");
                    break;
                case ['h', >= '1' and <= '6']:
                    string heading = SpaceRuns().Replace(InlineOf(element), " ").Replace('\r', ' ').Trim();
                    if (heading.Length > 0)
                        markdown.Append("\n\n").Append(indent).Append($"**{heading.Replace("**", "")}**");
                    break;
                default:
                    Blocks(element, markdown, indent);
                    break;
            }
        }
        Flush();
    }

    private string InlineOf(INode parent) => string.Concat(parent.ChildNodes.Select(Inline));

    private string Inline(INode node)
    {
        if (node is IText { Data: var data })
            return DraftMarkdown.Words(data.Replace('\n', ' '));
        if (node is not IElement element)
            return "";
        string name = element.LocalName;
        if (s_unsafe.Contains(name))
        {
            losses.Add(ImportingRules.Unsafe, place, item, $"“<{name}>”");
            return "";
        }
        if (s_media.Contains(name))
        {
            string source = LossReport.Short(element.GetAttribute("src") ?? name);
            losses.Add(ImportingRules.Picture, place, item, source, "the format does not carry files");
            return element.GetAttribute("alt") is { Length: > 0 } alt ? $" ({DraftMarkdown.Words(alt)}) " : "";
        }
        if (element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)))
            losses.Add(ImportingRules.Unsafe, place, item, $"a script in “<{name}>”");
        if (name == "br")
            return "\r";
        string inner = InlineOf(element);
        return name switch
        {
            _ when inner.Trim().Length == 0 => inner,
            "b" or "strong" => Around(inner, "**"),
            "i" or "em" => Around(inner, "*"),
            "s" or "del" or "strike" => Around(inner, "~~"),
            "sub" => inner.Contains(' ') ? inner : Around(inner, "~"),
            "sup" => inner.Contains(' ') ? inner : Around(inner, "^"),
            "code" or "kbd" or "tt" when !element.TextContent.Contains('`') => $"`{element.TextContent.Trim()}`",
            "a" when Address(element) is { } address => $"[{inner.Trim()}]({address})",
            _ => inner,
        };
    }

    private string? Address(IElement link)
    {
        string address = link.GetAttribute("href")?.Trim() ?? "";
        if (Https().IsMatch(address))
            return address.Replace(")", "%29").Replace("(", "%28");
        if (address.Length > 0)
            losses.Add(
                ImportingRules.PartLost,
                place,
                item,
                $"a link to “{LossReport.Short(address)}”",
                "links lead to https addresses"
            );
        return null;
    }

    /// <summary>Puts marks around words; spaces stay outside, because Markdown knows no mark next to a space.</summary>
    private static string Around(string words, string mark)
    {
        string trimmed = words.Trim(' ', '\r');
        if (trimmed.Contains(mark, StringComparison.Ordinal) || trimmed.Contains('\r'))
            return words;
        int at = words.IndexOf(trimmed, StringComparison.Ordinal);
        return $"{words[..at]}{mark}{trimmed}{mark}{words[(at + trimmed.Length)..]}";
    }

    private static string StartOf(string line) =>
        LineStart().Match(line) is { Success: true } mark ? line.Insert(mark.Groups["mark"].Index, "\\") : line;

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{2,});")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\n\s*\n\s*\n+|\n{3,}")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"[\s\\]*\n\s*")]
    private static partial Regex Lines();

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex SpaceRuns();

    [GeneratedRegex(@"\A(?:https://|mailto:)[^\s<>""\\]{1,1000}\z")]
    private static partial Regex Https();

    [GeneratedRegex(@"\A(?:(?<mark>[#>+=-])|\d{1,9}(?<mark>[.)])(?:\s|\z)|(?<mark>_)_+\s*\z)")]
    private static partial Regex LineStart();
}

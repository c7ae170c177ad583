using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.Documents;

/// <summary>
/// Writes the Markdown of one file as HTML with the lines of its blocks. The syntax that only
/// Docusaurus, mdBook or Obsidian has becomes HTML first: notes, wiki links, embedded pictures, highlights, comments.
/// </summary>
/// <param name="page">The file.</param>
/// <param name="links">Finds what wiki links name.</param>
/// <param name="losses">Receives what is lost.</param>
internal sealed partial class MarkdownSource(MarkdownPage page, MarkdownLinks links, LossReport losses)
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseEmphasisExtras()
        .UseDefinitionLists()
        .UseFootnotes()
        .UseMathematics()
        .UseAutoLinks()
        .UsePreciseSourceLocation()
        .Build();

    /// <summary>Returns the HTML.</summary>
    public string Html()
    {
        var html = new StringBuilder();
        var lines = new List<string>();
        int first = page.First;
        string? fence = null;
        int notes = 0;
        bool isComment = false;
        for (int at = page.First; at < page.Lines.Length; at++)
        {
            string line = page.Lines[at];
            // A comment of Obsidian between two lines of “%%”.
            bool isMark = fence is null && line.Trim() == "%%";
            if (isMark || isComment)
            {
                isComment ^= isMark;
                lines.Add("");
                continue;
            }
            if (fence is null && NoteStart().Match(line) is { Success: true } note && notes < 10)
            {
                Flush(html, lines, first);
                html.Append(Note(note.Groups["kind"].Value, Title(note), at + 1)).Append('\n');
                notes++;
                first = at + 1;
                continue;
            }
            if (fence is null && notes > 0 && NoteEnd().IsMatch(line))
            {
                Flush(html, lines, first);
                html.Append("</div>\n");
                notes--;
                first = at + 1;
                continue;
            }
            if (fence is null && Callout().Match(line) is { Success: true } callout)
            {
                Flush(html, lines, first);
                at = WriteCallout(html, callout, at);
                first = at + 1;
                continue;
            }
            if (Fence().Match(line) is { Success: true } mark)
                fence =
                    fence is null ? mark.Groups[1].Value
                    : line.Trim().StartsWith(fence, StringComparison.Ordinal) && line.Trim().Trim(fence[0]).Length == 0
                        ? null
                    : fence;
            lines.Add(fence is null ? Line(line, at + 1) : line);
        }
        Flush(html, lines, first);
        for (; notes > 0; notes--)
            html.Append("</div>\n");
        return html.ToString();
    }

    private int WriteCallout(StringBuilder html, Match callout, int at)
    {
        var inner = new List<string>();
        int start = at;
        while (++at < page.Lines.Length && page.Lines[at].TrimStart().StartsWith('>'))
        {
            string line = page.Lines[at].TrimStart()[1..];
            inner.Add(Line(line.StartsWith(' ') ? line[1..] : line, at + 1));
        }
        html.Append(Note(callout.Groups["kind"].Value, callout.Groups["title"].Value, start + 1)).Append('\n');
        Flush(html, inner, start + 1);
        html.Append("</div>\n");
        return at - 1;
    }

    private static string Title(Match note) =>
        note.Groups["title"].Success ? note.Groups["title"].Value : note.Groups["words"].Value;

    private static string Note(string kind, string title, int line)
    {
        string tone = kind.ToLowerInvariant() switch
        {
            "tip" or "hint" or "success" or "check" or "done" or "example" => "tip",
            "warning" or "caution" or "danger" or "important" or "attention" or "error" or "bug" or "failure" =>
                "important",
            _ => "note",
        };
        string words = HtmlReader.Plain(MarkdownHtml.Of(title.Trim()));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<div {HtmlPlace.NoteAttribute}=\"{tone}\" title=\"{WebUtility.HtmlEncode(words)}\" "
                + $"{HtmlPlace.LineAttribute}=\"{line}\">"
        );
    }

    private static void Flush(StringBuilder html, List<string> lines, int first)
    {
        if (lines.Count == 0)
            return;
        string text = string.Join('\n', lines);
        lines.Clear();
        try
        {
            MarkdownDocument document = Markdown.Parse(text, s_pipeline);
            foreach (Block block in document.Descendants<Block>())
                block
                    .GetAttributes()
                    .AddProperty(
                        HtmlPlace.LineAttribute,
                        (first + block.Line + 1).ToString(CultureInfo.InvariantCulture)
                    );
            html.Append(document.ToHtml(s_pipeline)).Append('\n');
        }
        catch (ArgumentException)
        {
            // Thrown for nesting beyond the parser's limit.
            html.Append("<p>").Append(WebUtility.HtmlEncode(text)).Append("</p>\n");
        }
    }

    /// <summary>Rewrites what is special in one line outside code.</summary>
    private string Line(string line, int number)
    {
        if (MdxImport().IsMatch(line))
        {
            Lost(number, "a line of JavaScript", "an imported page runs none");
            return "";
        }
        if (BookDirective().Match(line) is { Success: true } directive)
        {
            Lost(number, $"“{LossReport.Short(directive.Value)}”", "an import does not run the instructions of mdBook");
            line = BookDirective().Replace(line, "");
        }
        if (Component().Match(line) is { Success: true } component)
        {
            Lost(number, $"the component <{component.Groups[1].Value}>", "an imported page runs no scripts");
            line = Component().Replace(line, "");
        }
        line = HeadingId().Replace(line, "");
        line = ObsidianComment().Replace(line, "");
        if (line.Contains("[[", StringComparison.Ordinal) && !GapLine().IsMatch(line))
            line = WikiLink().Replace(line, link => Wiki(link, number));
        return line;
    }

    private string Wiki(Match link, int number)
    {
        string target = link.Groups["target"].Value.Trim(),
            label = link.Groups["label"].Value.Trim();
        string file = target.Split('#', '^')[0];
        bool isEmbedded = link.Groups["embed"].Success;
        string? path = file.Length == 0 ? page.Path : links.Named(file);
        bool isPage = path is not null && Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown" or ".mdx";
        string words = label.Length > 0 ? label : target.Replace("#", " › ");
        if (isEmbedded && !isPage)
        {
            // A label of digits is the width in pixels.
            string alt = label.Length > 0 && !Width().IsMatch(label) ? $" alt=\"{WebUtility.HtmlEncode(label)}\"" : "";
            return $"<img src=\"/{WebUtility.HtmlEncode(Escaped(path ?? file))}\"{alt}>";
        }
        if (isEmbedded)
            Lost(
                number,
                $"the embedded note “{LossReport.Short(target)}”",
                "a page contains no other; a link takes its place"
            );
        if (path is null || !isPage)
        {
            Lost(number, $"the link “{LossReport.Short(target)}”", "the folder has no such file");
            return words;
        }
        return $"[{words.Replace("]", "\\]").Replace("[", "\\[")}](</{Escaped(path)}>)";
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private void Lost(int line, string what, string why) =>
        losses.Add(ImportingRules.PartLost, new Diagnostics.SourceSpan(page.File, line, 1, 1), page.Title, what, why);

    [GeneratedRegex(
        @"^\s{0,3}:::+\s*(?<kind>note|tip|info|warning|caution|danger|important|success|details)"
            + @"(?:\[(?<title>[^\]]*)\]|\s+(?<words>[^{]*))?(?:\{[^}]*\})?\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NoteStart();

    [GeneratedRegex(@"^\s{0,3}:::+\s*$")]
    private static partial Regex NoteEnd();

    [GeneratedRegex(@"^\s{0,3}>\s*\[!(?<kind>[A-Za-z-]{1,30})(?:\|[^\]]*)?\][+-]?\s*(?<title>.*)$")]
    private static partial Regex Callout();

    [GeneratedRegex(@"^\s{0,3}(`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"^(?:import\s+(?:.{1,300}\s+from\s+)?['""].{1,300}['""];?|export\s+(?:const|default|function)\b.*)\s*$"
    )]
    private static partial Regex MdxImport();

    [GeneratedRegex(@"\{\{\s*#\w[^}]{0,300}\}\}")]
    private static partial Regex BookDirective();

    [GeneratedRegex(@"</?([A-Z][A-Za-z0-9.]{0,60})(?:\s[^<>]{0,500})?/?>")]
    private static partial Regex Component();

    [GeneratedRegex(@"(?<=^#{1,6} .{1,300}?)\s*\{\s*#[^}]{1,100}\}\s*$")]
    private static partial Regex HeadingId();

    [GeneratedRegex(@"%%[^%]{1,1000}%%")]
    private static partial Regex ObsidianComment();

    [GeneratedRegex(@"(?<embed>!)?\[\[(?<target>[^\[\]|\n]{1,300})(?:\|(?<label>[^\[\]\n]{1,300}))?\]\]")]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"^\W*(?:Complete|Fill in)\W*:", RegexOptions.IgnoreCase)]
    private static partial Regex GapLine();

    [GeneratedRegex(@"^\d{1,5}(?:x\d{1,5})?$")]
    private static partial Regex Width();
}

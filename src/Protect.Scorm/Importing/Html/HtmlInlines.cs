using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Protect.Scorm.Formulas;

namespace Protect.Scorm.Importing.Html;

/// <summary>Writes the content of a paragraph of others as Markdown. Elements outside the list leave their text.</summary>
/// <param name="place">Resolves links.</param>
/// <param name="report">Reports a lost or changed part: a row of <see cref="ImportingRules"/> and its words.</param>
/// <param name="onBlock">Takes an element that is no text, such as a picture.</param>
internal sealed partial class HtmlInlines(
    HtmlPlace place,
    Action<Diagnostics.DiagnosticRule, string[]> report,
    Action<IElement> onBlock
)
{
    /// <summary>Stand-in for a line break.</summary>
    private const char Break = '\uE014';

    private const int LongestAddress = 2000;

    /// <summary>Elements that contain lines of their own.</summary>
    public static readonly HashSet<string> Blocks = new(
        (
            "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
            + "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody "
            + "td tfoot th thead tr ul"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Elements that could run or load something, with the words for the report.</summary>
    public static readonly Dictionary<string, string> Unsafe = new(StringComparer.Ordinal)
    {
        ["script"] = "a script",
        ["iframe"] = "an embedded page",
        ["frame"] = "an embedded page",
        ["frameset"] = "an embedded page",
        ["object"] = "an embedded object",
        ["embed"] = "an embedded object",
        ["applet"] = "an embedded object",
    };

    private static readonly HashSet<string> s_silent = new(
        "base head link meta noscript noframes style template title source track param wbr".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, string> s_lost = new(StringComparer.Ordinal)
    {
        ["audio"] = "a recording",
        ["video"] = "a video",
        ["canvas"] = "a drawing",
        ["input"] = "a form field",
        ["select"] = "a form field",
        ["textarea"] = "a form field",
        ["button"] = "a button",
        ["map"] = "the links in a picture",
    };

    /// <summary>Returns true for an element that is left out; reports it where learners lose something.</summary>
    public bool LeavesOut(IElement element)
    {
        string name = element.LocalName;
        if (Unsafe.TryGetValue(name, out string? what))
        {
            string? source = element.GetAttribute("src") ?? element.GetAttribute("data");
            report(
                ImportingRules.Unsafe,
                [string.IsNullOrEmpty(source) ? what : $"{what} ({LossReport.Short(source)})"]
            );
            return true;
        }
        if (s_lost.TryGetValue(name, out string? lost))
        {
            report(ImportingRules.PartLost, [lost, "an imported text has none"]);
            return true;
        }
        return s_silent.Contains(name);
    }

    /// <summary>Returns nodes as a paragraph; line breaks stay. Empty when there is no text.</summary>
    public string Paragraph(IEnumerable<INode> nodes) => Finish(Write(nodes), "\\\n");

    /// <summary>Returns nodes as one line; line breaks become spaces.</summary>
    public string Line(IEnumerable<INode> nodes) => Finish(Write(nodes), " ");

    /// <summary>Returns nodes as a cell of a table; line breaks become &lt;br&gt;.</summary>
    public string Cell(IEnumerable<INode> nodes) => Finish(Write(nodes), "<br>");

    private string Write(IEnumerable<INode> nodes)
    {
        var text = new StringBuilder();
        foreach (INode node in nodes)
            if (node is IText { Data: var data })
                WriteText(text, data);
            else if (node is IElement element)
                WriteElement(text, element);
        return text.ToString();
    }

    private static string Finish(string text, string lineBreak)
    {
        IEnumerable<string> lines = MarkdownText
            .Resolve(text)
            .Split(Break)
            .Select(line => MarkdownText.EscapeStart(Spaces().Replace(line, " ").Trim(' ')));
        string[] kept = [.. lines.SkipWhile(line => line.Length == 0)];
        int end = Array.FindLastIndex(kept, line => line.Length > 0) + 1;
        // An empty line would end the paragraph.
        return string.Join(lineBreak, kept.Take(end).Where(line => line.Length > 0));
    }

    private void WriteElement(StringBuilder text, IElement element)
    {
        string name = element.LocalName;
        if (element.NamespaceUri == NamespaceNames.MathMlUri)
        {
            WriteMath(text, element);
            return;
        }
        if (element.NamespaceUri == NamespaceNames.SvgUri)
        {
            report(ImportingRules.PartLost, ["a drawing inside the text", "a drawing has to be a file"]);
            return;
        }
        if (LeavesOut(element))
            return;
        string Inner() => Write(element.ChildNodes);
        switch (name)
        {
            case "br":
                text.Append(Break);
                break;
            case "img":
                onBlock(element);
                break;
            case "b" or "strong":
                text.Append(MarkdownText.Around(Inner(), MarkdownText.StrongOpen, MarkdownText.StrongClose));
                break;
            case "i" or "em" or "var" or "dfn":
                text.Append(MarkdownText.Around(Inner(), MarkdownText.EmOpen, MarkdownText.EmClose));
                break;
            case "s" or "strike" or "del":
                text.Append(Marked(Inner(), "~~"));
                break;
            case "sub":
                text.Append(Script(Inner(), '~', "sub"));
                break;
            case "sup":
                text.Append(Script(Inner(), '^', "sup"));
                break;
            case "code" or "tt" or "samp":
                text.Append(MarkdownText.Code(element.TextContent));
                break;
            case "kbd" or "mark" or "q" or "cite":
                string tagged = Inner();
                text.Append(tagged.Trim().Length > 0 && !tagged.Contains(Break) ? $"<{name}>{tagged}</{name}>" : tagged);
                break;
            case "a":
                WriteLink(text, element, Inner());
                break;
            default:
                bool isBlock = Blocks.Contains(name);
                if (isBlock && text.Length > 0)
                    text.Append(Break);
                text.Append(Inner());
                if (isBlock)
                    text.Append(Break);
                break;
        }
    }

    private static string Marked(string inner, string mark)
    {
        string words = inner.Trim();
        return words.Length == 0 || words.Contains(Break) || words.Contains("\\~") || words.Contains('~')
            ? inner
            : inner.Replace(words, mark + words + mark);
    }

    private static string Script(string inner, char mark, string element)
    {
        string words = inner.Trim();
        return words.Length == 0 || words.Contains(Break) ? inner
            : Simple().IsMatch(words) ? $"{mark}{words}{mark}"
            : $"<{element}>{words}</{element}>";
    }

    private void WriteLink(StringBuilder text, IElement element, string inner)
    {
        string href = (element.GetAttribute("href") ?? "").Trim();
        string words = inner.Trim();
        if (href.Length == 0 || words.Replace($"{Break}", "").Trim().Length == 0)
        {
            text.Append(inner);
            return;
        }
        string? address = place.Link(href) ?? Address(href);
        if (address is null)
        {
            bool runs = href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
            if (runs)
                report(ImportingRules.Unsafe, ["a script in a link"]);
            else
                report(
                    ImportingRules.PartLost,
                    [$"the link “{LossReport.Short(href)}”", "it leads to no page of the course and to no website"]
                );
            text.Append(inner);
            return;
        }
        string label = words.Replace(Break, ' ');
        text.Append(inner.StartsWith(' ') ? " " : "").Append($"[{WithoutLinks(label)}]({address})");
        text.Append(inner.EndsWith(' ') ? " " : "");
    }

    // An address in the text of a link would be a second link.
    private static string WithoutLinks(string label) => label.Replace("://", "\\://");

    /// <summary>Returns a web, mail or phone address as Markdown takes it; null for another one.</summary>
    private static string? Address(string href)
    {
        if (href.Length > LongestAddress || !Uri.TryCreate(href, UriKind.Absolute, out Uri? uri))
            return null;
        bool isGood =
            uri.Scheme is "http" or "https" && uri.Host.Length > 0
            || uri.Scheme is "mailto" && href.Contains('@')
            || uri.Scheme is "tel";
        if (!isGood || href.Any(char.IsControl))
            return null;
        string safe = string.Concat(
            href.Select(letter =>
                letter switch
                {
                    ' ' => "%20",
                    '(' => "%28",
                    ')' => "%29",
                    '<' => "%3C",
                    '>' => "%3E",
                    '\\' => "%5C",
                    '`' => "%60",
                    '{' => "%7B",
                    '}' => "%7D",
                    '|' => "%7C",
                    '$' => "%24",
                    '*' => "%2A",
                    '[' => "%5B",
                    ']' => "%5D",
                    _ => letter.ToString(),
                }
            )
        );
        return Rendering.RawHtml.IsAddress(safe) ? safe : null;
    }

    private void WriteText(StringBuilder text, string data)
    {
        int at = 0;
        foreach (Match formula in Formulas().Matches(data))
        {
            string tex = formula.Groups.Values.Skip(1).First(group => group.Success).Value;
            string written = Written(tex, formula.Value.StartsWith("$$", StringComparison.Ordinal));
            bool isAlone =
                (formula.Index == 0 || !char.IsLetterOrDigit(data[formula.Index - 1]))
                && (formula.Index + formula.Length == data.Length
                    || !char.IsLetterOrDigit(data[formula.Index + formula.Length]));
            if (written.Length == 0 || !isAlone)
                continue;
            text.Append(MarkdownText.Escape(data[at..formula.Index])).Append(written);
            at = formula.Index + formula.Length;
        }
        string rest = MarkdownText.Escape(data[at..]);
        text.Append(rest);
    }

    /// <summary>Returns a formula between dollar signs; empty when ours cannot read it, which is reported.</summary>
    private string Written(string tex, bool isDollar)
    {
        string one = MarkdownText.Plain(tex, FormulaParser.MostCharacters).Replace("{ {", "{ {");
        string written = $"${one}$";
        try
        {
            if (one.Contains('$') || one.Contains('|'))
                throw new FormatException();
            FormulaParser.Parse(one);
        }
        catch (Exception fault) when (fault is FormulaException or FormatException)
        {
            if (!isDollar)
                report(
                    ImportingRules.Changed,
                    [$"the formula “{LossReport.Short(tex)}”", "plain text, as it is not in the TeX that a course reads"]
                );
            return "";
        }
        return FormulaSyntax.LengthAt(written, 0, written.Length) == written.Length ? written : "";
    }

    private void WriteMath(StringBuilder text, IElement math)
    {
        string? tex = math.QuerySelector("annotation[encoding='application/x-tex']")?.TextContent;
        if (tex is not null && Written(tex, isDollar: true) is { Length: > 0 } written)
        {
            text.Append(written);
            return;
        }
        report(ImportingRules.Changed, ["a formula in MathML", "its letters and signs in a line"]);
        text.Append(MarkdownText.Escape(math.TextContent));
    }

    [GeneratedRegex(@"\\\((.{1,2000}?)\\\)|\\\[(.{1,2000}?)\\\]|\$\$([^$]{1,2000})\$\$", RegexOptions.Singleline)]
    private static partial Regex Formulas();

    [GeneratedRegex("[ \t\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[A-Za-z0-9+\-−]{1,20}$")]
    private static partial Regex Simple();
}

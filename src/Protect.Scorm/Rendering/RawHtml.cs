using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Formulas;

namespace Protect.Scorm.Rendering;

/// <summary>One HTML tag of a text.</summary>
/// <param name="Refused">The part that is not allowed, for a message; null when all is.</param>
internal sealed record RawTag(string Name, bool IsEnd, string? Refused)
{
    public bool IsVoid => Name == "br";
}

/// <summary>
/// Table of the HTML that a text may contain. HTML of an author is never printed as written: a text that has some is
/// parsed and rebuilt from the elements, attributes and values that are listed here.
/// </summary>
internal static partial class RawHtml
{
    /// <summary>Most characters of all tags of a text together.</summary>
    public const int MostCharacters = 20_000;

    /// <summary>Most levels of an author's elements inside each other.</summary>
    public const int MostNested = 30;

    /// <summary>Elements that an author may write, with their attributes.</summary>
    private static readonly Dictionary<string, string[]> Authors = Table(
        "abbr title",
        $"span lang dir {CountryText.Unchecked}",
        "kbd",
        "sub",
        "sup",
        "br",
        "cite",
        "q",
        "mark",
        "small"
    );

    /// <summary>Elements that Markdown and the glossary make, with their attributes.</summary>
    private static readonly Dictionary<string, string[]> Made = Table(
        "a href title target rel data-page-link",
        "button type class popovertarget",
        "span class id popover",
        "code class",
        "th class dir",
        "td class dir",
        "ol start dir",
        "ul dir",
        "li dir",
        "p dir class tabindex",
        "figure class dir translate",
        "figcaption",
        "hr",
        "em",
        "strong",
        "del",
        "pre tabindex",
        "blockquote dir",
        "h2 dir",
        "h3 dir",
        "h4 dir",
        "h5 dir",
        "h6 dir",
        "table dir",
        "thead",
        "tbody",
        "tr"
    );

    /// <summary>Elements that formulas are made of, with their attributes.</summary>
    private static readonly Dictionary<string, string[]> Formulas = Table(
        "math display alttext aria-label",
        "mi mathvariant",
        "mn",
        "mo form fence stretchy lspace rspace minsize maxsize movablelimits",
        "mtext",
        "mspace width",
        "mrow class displaystyle",
        "mfrac linethickness displaystyle",
        "msqrt",
        "mroot",
        "msub",
        "msup",
        "msubsup",
        "munder accentunder class",
        "mover accent class",
        "munderover",
        "mphantom",
        "mtable class displaystyle scriptlevel",
        "mtr",
        "mtd class"
    );

    public static string Allowed => string.Join(", ", Authors.Keys.Order(StringComparer.Ordinal));

    /// <summary>Reads one tag and looks for parts of it that are not allowed.</summary>
    public static RawTag Read(string text)
    {
        bool isTag = text.Length is > 1 and <= MostCharacters && text[1] is not ('!' or '?');
        if (
            !isTag || new HtmlTokenizer(new TextSource(text), HtmlEntityProvider.Resolver).Get() is not HtmlTagToken tag
        )
            return new RawTag("", false, "A piece of HTML");
        bool isEnd = tag.Type == HtmlTokenType.EndTag;
        if (!Authors.TryGetValue(tag.Name, out string[]? names))
            return new RawTag(tag.Name, isEnd, $"<{tag.Name}>");
        if (isEnd && tag.Name == "br")
            return new RawTag(tag.Name, isEnd, "</br>");
        string? refused = null;
        foreach (HtmlAttributeToken attribute in tag.Attributes)
            if (!names.Contains(attribute.Name))
                refused ??= $"“{attribute.Name}” on <{tag.Name}>";
            else if (!IsAllowed(attribute.Name, attribute.Value))
                refused ??= $"“{attribute.Name}=\"{attribute.Value}\"” on <{tag.Name}>";
        return new RawTag(tag.Name, isEnd, refused);
    }

    /// <summary>
    /// Parses the HTML of a text and returns what the parser writes for a copy that has only the elements, attributes
    /// and values of the tables. Everything else is left out with its content.
    /// </summary>
    public static string Rebuild(string html)
    {
        if (ParsedHtml.OfPart(html).Document is not { Body: { } body } document)
            return "";
        IElement copy = document.CreateElement("div");
        Copy(body, copy, document);
        // A no-break space stays a character, as in all other texts.
        return copy.InnerHtml.Replace("&nbsp;", "\u00A0");
    }

    private static void Copy(INode from, IElement to, IDocument document)
    {
        foreach (INode node in from.ChildNodes)
            if (node is IText text)
                to.AppendChild(document.CreateTextNode(text.Data));
            else if (node is IElement formula && formula.NamespaceUri == NamespaceNames.MathMlUri)
                CopyFormula(formula, to, document);
            else if (node is IElement element && element.NamespaceUri == NamespaceNames.HtmlUri)
            {
                string[]? written = Authors.GetValueOrDefault(element.LocalName),
                    made = Made.GetValueOrDefault(element.LocalName);
                if (written is null && made is null)
                    continue;
                IElement child = document.CreateElement(element.LocalName);
                foreach (IAttr attribute in element.Attributes)
                    if (
                        (written?.Contains(attribute.Name) == true || made?.Contains(attribute.Name) == true)
                        && IsAllowed(attribute.Name, attribute.Value)
                    )
                        child.SetAttribute(attribute.Name, attribute.Value);
                to.AppendChild(child);
                Copy(element, child, document);
            }
    }

    private static void CopyFormula(IElement from, IElement to, IDocument document)
    {
        if (!Formulas.TryGetValue(from.LocalName, out string[]? names))
            return;
        IElement copy = document.CreateElement(NamespaceNames.MathMlUri, from.LocalName);
        foreach (IAttr attribute in from.Attributes)
            if (names.Contains(attribute.Name) && IsAllowedInFormula(attribute.Name, attribute.Value))
                copy.SetAttribute(attribute.Name, attribute.Value);
        to.AppendChild(copy);
        foreach (INode node in from.ChildNodes)
            if (node is IText text)
                copy.AppendChild(document.CreateTextNode(text.Data));
            else if (node is IElement part && part.NamespaceUri == NamespaceNames.MathMlUri)
                CopyFormula(part, copy, document);
    }

    private static bool IsAllowedInFormula(string attribute, string value) =>
        attribute switch
        {
            "alttext" or "aria-label" => true,
            "class" => value
                is MathMl.Equations
                    or MathMl.Frame
                    or MathMl.Above
                    or MathMl.Below
                    or MathMl.Start
                    or MathMl.End,
            _ => FormulaValue().IsMatch(value),
        };

    /// <summary>Returns true for a value that an attribute may have.</summary>
    private static bool IsAllowed(string attribute, string value) =>
        attribute switch
        {
            "lang" => LanguageTag().IsMatch(value),
            "dir" => value is "ltr" or "rtl" or "auto",
            "href" => IsAddress(value),
            "target" => value == "_blank",
            "rel" => value == "noopener noreferrer",
            "class" => value
                is "align-end"
                    or "align-center"
                    or "term"
                    or "together"
                    or "meaning"
                    or FormulaWriter.Alone
                    or "code"
                || value.StartsWith("language-", StringComparison.Ordinal),
            "id" or "popovertarget" => value.StartsWith("t-", StringComparison.Ordinal),
            "popover" => value.Length == 0,
            "type" => value == "button",
            "tabindex" => value == "0",
            "translate" => value == "no",
            "start" => value.All(char.IsAsciiDigit),
            CountryText.Unchecked => value == "true",
            "title" or "data-page-link" => true,
            _ => false,
        };

    /// <summary>Returns true for an address that a link may have: page of the course, web, mail or phone.</summary>
    public static bool IsAddress(string url) =>
        url.StartsWith("#p-", StringComparison.Ordinal)
        || url.StartsWith("mailto:", StringComparison.Ordinal)
        || url.StartsWith("tel:", StringComparison.Ordinal)
        || IsWeb(url);

    /// <summary>Returns true for a complete http or https address.</summary>
    public static bool IsWeb(string url) =>
        url.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && address.Scheme is "https" or "http";

    private static Dictionary<string, string[]> Table(params string[] rows) =>
        rows.Select(row => row.Split(' ')).ToDictionary(row => row[0], row => row[1..], StringComparer.Ordinal);

    [GeneratedRegex("^-?[a-z0-9.]{1,12}$")]
    private static partial Regex FormulaValue();

    [GeneratedRegex("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageTag();
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Protect.Scorm.Importing.Html;

/// <summary>
/// Parses HTML of others within bounds. The parser overflows the stack on a long run of “--!-” in a comment, does not
/// finish a very deep tree, and repeats open formatting elements in each paragraph; so these are counted as it reads.
/// </summary>
internal sealed class BoundedHtml
{
    private const int MostCommentMarks = 1000,
        MostTags = 300_000,
        MostRepeats = 500_000;

    private const string Before = "<!doctype html><title>.</title><body>";

    private static readonly HashSet<string> s_uncounted = Names(
        "area base br col embed hr img input link meta source track wbr html head body p li dt dd option optgroup tr td "
            + "th thead tbody tfoot caption colgroup rt rp"
    );

    private static readonly HashSet<string> s_formatting = Names(
        "a b big code em font i nobr s small strike strong tt u"
    );

    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _formatting = new(StringComparer.Ordinal);
    private int _formattingDepth,
        _repeats,
        _tags;

    private BoundedHtml() { }

    /// <summary>Parses a part of a body; null when it exceeds the bounds.</summary>
    /// <param name="html">The HTML, at most <see cref="ImportLimits.MostTextBytes"/> characters.</param>
    public static IElement? Parse(string html)
    {
        if (html.Length > ImportLimits.MostTextBytes || Count(html, "--!-") > MostCommentMarks)
            return null;
        var bounds = new BoundedHtml();
        var parser = new HtmlParser(new HtmlParserOptions { OnToken = bounds.Read });
        try
        {
            return parser
                .ParseDocument(new TextSource(new ReadOnlyMemoryTextSource((Before + html).AsMemory())))
                .Body;
        }
        catch (OutOfBoundsException)
        {
            return null;
        }
    }

    /// <summary>Returns the text of HTML that exceeds the bounds, without its tags.</summary>
    public static string WithoutTags(string html)
    {
        var text = new System.Text.StringBuilder();
        for (int at = 0; at < html.Length; )
        {
            int tag = html.IndexOf('<', at);
            text.Append(html, at, (tag < 0 ? html.Length : tag) - at);
            int end = tag < 0 ? -1 : html.IndexOf('>', tag);
            at = end < 0 ? html.Length : end + 1;
            text.Append(' ');
        }
        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }

    private void Read(HtmlToken token, TextRange range)
    {
        if (token.Type == HtmlTokenType.EndTag)
            Close(token.Name);
        if (token.Type != HtmlTokenType.StartTag)
            return;
        _repeats += _formattingDepth;
        if (++_tags > MostTags || _repeats > MostRepeats)
            throw new OutOfBoundsException();
        if (s_formatting.Contains(token.Name))
        {
            _formatting[token.Name] = _formatting.GetValueOrDefault(token.Name) + 1;
            _formattingDepth++;
        }
        else if (!s_uncounted.Contains(token.Name) && token is not HtmlTagToken { IsSelfClosing: true })
            _open.Add(token.Name);
        if (_open.Count + _formattingDepth > ImportLimits.MostLevels)
            throw new OutOfBoundsException();
    }

    private void Close(string name)
    {
        if (_formatting.GetValueOrDefault(name) > 0)
        {
            _formatting[name]--;
            _formattingDepth--;
        }
        else if (_open.LastIndexOf(name) is >= 0 and int at)
            _open.RemoveRange(at, _open.Count - at);
    }

    private static int Count(string text, string words)
    {
        int count = 0;
        for (int at = -1; (at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) >= 0; )
            count++;
        return count;
    }

    private static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.Ordinal);

    private sealed class OutOfBoundsException : Exception;
}

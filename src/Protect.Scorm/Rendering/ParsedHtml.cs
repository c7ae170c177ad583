using AngleSharp.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Protect.Scorm.Rendering;

/// <summary>Mistake in HTML that browsers silently repair.</summary>
/// <param name="Words">Description for a message.</param>
/// <param name="Offset">Position of the tag in the HTML.</param>
internal sealed record HtmlFault(string Words, int Offset);

/// <summary>
/// Tree of HTML that this program rendered, with its first mistake. Input is bounded before and during parsing:
/// the parser overflows the stack on a long run of “--!-” in a comment, and never finishes 100,000 nested elements.
/// </summary>
internal sealed class ParsedHtml
{
    private const int MostNested = 400,
        MostCommentMarks = 1000,
        MostTags = 400_000;

    private const string Before = "<!doctype html><title>.</title><body>";

    private static readonly HashSet<string> Void = Names(
        "area base br col embed hr img input link meta source track wbr"
    );

    /// <summary>Elements whose end tag HTML lets authors omit.</summary>
    private static readonly HashSet<string> Closable = Names(
        "html head body p li dt dd option optgroup tr td th thead tbody tfoot caption colgroup rt rp"
    );

    private readonly Stack<(string Name, int Offset)> _open = new();
    private readonly int _shift;
    private int _nested;
    private HtmlFault? _unbalanced,
        _misplaced;

    private ParsedHtml(string html, int shift)
    {
        _shift = shift;
        if (Count(html, "--!-") > MostCommentMarks)
        {
            Fault = new HtmlFault("it has a comment with many “--!-”", 0);
            return;
        }
        if (Count(html, "<") > MostTags)
        {
            Fault = new HtmlFault("it has more than 400,000 tags", 0);
            return;
        }
        var parser = new HtmlParser(new HtmlParserOptions { OnToken = Read, IsKeepingSourceReferences = true });
        parser.Error += (_, fault) => Note((HtmlErrorEvent)fault, html);
        try
        {
            Document = parser.ParseDocument(new TextSource(new ReadOnlyMemoryTextSource(html.AsMemory())));
            while (_open.TryPop(out (string Name, int Offset) open))
                if (!Closable.Contains(open.Name))
                    Unbalanced($"“<{open.Name}>” is never closed", open.Offset);
        }
        catch (TooDeepException)
        {
            Unbalanced($"elements are nested more than {MostNested} levels deep", _open.Peek().Offset);
        }
        if (!html.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            _misplaced = new HtmlFault("it does not begin with “<!doctype html>”", 0);
        Fault = _unbalanced ?? _misplaced;
    }

    /// <summary>The tree; null when the HTML exceeds the bounds (reported as <see cref="Fault"/>).</summary>
    public IDocument? Document { get; }

    /// <summary>The first mistake; later ones are often its consequences.</summary>
    public HtmlFault? Fault { get; }

    /// <summary>Parses a complete document.</summary>
    public static ParsedHtml OfDocument(string html) => new(html, 0);

    /// <summary>Parses a part of a body.</summary>
    public static ParsedHtml OfPart(string html) => new(Before + html, Before.Length);

    /// <summary>Returns the position of an element in the HTML that was parsed.</summary>
    public int OffsetOf(IElement element) => Math.Max(0, (element.SourceReference?.Position.Index ?? 0) - _shift);

    /// <summary>Compares start and end tags: the parser accepts an unclosed inline element without an error.</summary>
    private void Read(HtmlToken token, TextRange range)
    {
        int offset = range.Start.Index;
        if (token.Type == HtmlTokenType.EndTag)
            Close(token.Name, offset);
        if (
            token.Type != HtmlTokenType.StartTag
            || Void.Contains(token.Name)
            || token is HtmlTagToken { IsSelfClosing: true }
        )
            return;
        if (Closable.Contains(token.Name) && _open.TryPeek(out (string Name, int) top) && top.Name == token.Name)
            _open.Pop(); // <li> ends the <li> before it
        _open.Push((token.Name, offset));
        if (!Closable.Contains(token.Name) && ++_nested > MostNested)
            throw new TooDeepException();
    }

    private void Close(string name, int offset)
    {
        if (_open.All(open => open.Name != name))
        {
            if (name is not ("p" or "br")) // the parser reports these
                Unbalanced($"“</{name}>” closes nothing", offset);
            return;
        }
        while (_open.Pop() is var open && open.Name != name)
            if (!Closable.Contains(open.Name))
            {
                _nested--;
                Unbalanced($"“<{open.Name}>” is not closed before “</{name}>”", open.Offset);
            }
        if (!Closable.Contains(name))
            _nested--;
    }

    private void Unbalanced(string words, int offset) =>
        _unbalanced ??= new HtmlFault(words, Math.Max(0, offset - _shift));

    private void Note(HtmlErrorEvent fault, string html)
    {
        int offset = Math.Clamp(fault.Position.Index, 0, Math.Max(0, html.Length - 1)); // a template may print nothing
        string tag = html[offset..(html.IndexOfAny([' ', '>', '\n'], offset) is >= 0 and int end ? end : html.Length)];
        string? words = (HtmlParseError)fault.Code switch
        {
            // An ampersand of a text: browsers print it as it is.
            >= HtmlParseError.CharacterReferenceWrongNumber
            and <= HtmlParseError.CharacterReferenceAttributeEqualsFound => null,
            // Comments change nothing, and the document in a frame is not ours to judge.
            HtmlParseError.CommentEndedWithEM or HtmlParseError.CommentEndedUnexpected => null,
            HtmlParseError.CommentEndedWithDash or HtmlParseError.DoctypeMissing => null,
            HtmlParseError.ParagraphNotInScope => "“</p>” closes nothing, because another element has ended its “<p>”",
            HtmlParseError.AttributeDuplicateOmitted => $"“{tag}>” has an attribute twice",
            HtmlParseError.TagCannotBeSelfClosed => $"“{tag}>” cannot close itself with “/>”",
            _ when tag.StartsWith('<') => $"“{tag}>” is not allowed at this place",
            _ => $"the text “{tag}” is not allowed at this place",
        };
        if (words is not null)
            _misplaced ??= new HtmlFault(words, Math.Max(0, offset - _shift));
    }

    private static int Count(string text, string words)
    {
        int count = 0;
        for (int at = -1; (at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) >= 0; )
            count++;
        return count;
    }

    private static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.Ordinal);

    private sealed class TooDeepException : Exception;
}

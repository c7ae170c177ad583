using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Turns the first occurrence of a term on each page into a button that shows its definition.</summary>
internal sealed partial class GlossaryLinks(IReadOnlyList<GlossaryEntry> entries)
{
    private readonly (GlossaryEntry Entry, string[] Words)[] _terms =
    [
        .. entries.Select(entry => (entry, WordsOf(entry))),
    ];
    private readonly WholeWords _any = new(entries.SelectMany(WordsOf));
    private readonly HashSet<GlossaryEntry> _onThisPage = new(ReferenceEqualityComparer.Instance),
        _ever = new(ReferenceEqualityComparer.Instance);
    private string _page = "";

    /// <summary>Number of terms turned into buttons so far.</summary>
    public int Links { get; private set; }

    /// <summary>Terms found in the texts so far.</summary>
    public IReadOnlyCollection<GlossaryEntry> Used => _ever;

    /// <summary>Returns true when terms in this text may become buttons.</summary>
    public bool IsLinking(RichText text) => IsOn && _terms.Length > 0 && !text.IsLine;

    /// <summary>True while terms may become buttons; false in questions, headings of blocks and the like.</summary>
    public bool IsOn { get; set; }

    public void BeginPage(string id)
    {
        _page = id;
        _onThisPage.Clear();
    }

    /// <summary>Links terms in the paragraphs of a document; titles, links and code are not changed.</summary>
    public void Link(MarkdownDocument document, Func<RichText, Html> render)
    {
        foreach (
            LiteralInline literal in document.Descendants<LiteralInline>().Where(literal => !IsInside(literal)).ToList()
        )
        {
            for (LiteralInline? rest = literal; rest is not null; )
                rest = LinkFirst(rest, render);
        }
    }

    private LiteralInline? LinkFirst(LiteralInline literal, Func<RichText, Html> render)
    {
        if (!_any.MayBeIn(literal.Content.AsSpan()))
            return null;
        string text = literal.Content.ToString();
        if (First(text) is not { } found)
            return null;
        _onThisPage.Add(found.Entry);
        _ever.Add(found.Entry);
        Links++;
        var after = new LiteralInline(text[(found.At + found.Length)..]);
        string id = $"t-{_page}-{_onThisPage.Count}";
        IsOn = false;
        string meaning = render(found.Entry.Definition).Text;
        IsOn = true;
        // “l’autorité” stays on one line.
        string before = text[..found.At],
            elided = Elided().Match(before).Value;
        string word =
            $"<button type=\"button\" class=\"term\" popovertarget=\"{id}\">"
            + $"{Html.Encode(text.Substring(found.At, found.Length))}</button>";
        if (elided.Length > 0)
            word = $"<span class=\"together\">{Html.Encode(elided)}{word}</span>";
        var button = new HtmlInline(
            $"{word}<span class=\"meaning\" popover id=\"{id}\">"
                + $"<strong>{Html.Encode(found.Entry.Term.Value)}</strong> {meaning}</span>"
        );
        literal.Content = new Markdig.Helpers.StringSlice(before[..^elided.Length]);
        literal.InsertAfter(button);
        button.InsertAfter(after);
        return after;
    }

    /// <summary>Finds the first term not yet linked on this page. Of two at the same place, the longer one.</summary>
    private (GlossaryEntry Entry, int At, int Length)? First(string text)
    {
        (GlossaryEntry, int At, int Length)? first = null;
        foreach ((GlossaryEntry entry, string[] words) in _terms)
        {
            if (_onThisPage.Contains(entry))
                continue;
            foreach (string word in words)
            {
                int at = WholeWords.IndexOf(text, word);
                if (at >= 0 && (first is not { } best || at < best.At || (at == best.At && word.Length > best.Length)))
                    first = (entry, at, word.Length);
            }
        }
        return first;
    }

    private static bool IsInside(LiteralInline literal)
    {
        for (ContainerInline? parent = literal.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
                return true;
        }
        return literal.Parent?.ParentBlock is HeadingBlock;
    }

    [GeneratedRegex(@"\p{L}+['’]$")]
    private static partial Regex Elided();

    private static string[] WordsOf(GlossaryEntry entry) =>
        [.. entry.Also.Prepend(entry.Term).Select(word => word.Value)];
}

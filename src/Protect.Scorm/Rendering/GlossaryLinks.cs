using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Glossary terms with the forms in which texts use them.</summary>
internal sealed class GlossaryTerms(IReadOnlyList<GlossaryEntry> entries)
{
    private readonly WholeWords _any = new(entries.SelectMany(WordsOf));

    public IReadOnlyList<(GlossaryEntry Entry, string[] Words)> All { get; } =
    [.. entries.Select(entry => (entry, WordsOf(entry)))];

    /// <summary>Returns false when a text contains no term.</summary>
    public bool MayBeIn(ReadOnlySpan<char> text) => _any.MayBeIn(text);

    private static string[] WordsOf(GlossaryEntry entry) =>
        [.. entry.Also.Prepend(entry.Term).Select(word => word.Value)];
}

/// <summary>Turns the first occurrence of each term on one page into a button that shows its definition.</summary>
internal sealed partial class PageTerms(GlossaryTerms terms, string page)
{
    private readonly List<GlossaryEntry> _linked = [];

    /// <summary>Terms turned into buttons so far.</summary>
    public IReadOnlyCollection<GlossaryEntry> Linked => _linked;

    /// <summary>Returns true when terms in this text may become buttons.</summary>
    public bool MayLink(RichText text) => terms.All.Count > 0 && !text.IsLine;

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
        if (!terms.MayBeIn(literal.Content.AsSpan()))
            return null;
        string text = literal.Content.ToString();
        if (First(text) is not { } found)
            return null;
        _linked.Add(found.Entry);
        var after = new LiteralInline(text[(found.At + found.Length)..]);
        string id = $"t-{page}-{_linked.Count}";
        string meaning = render(found.Entry.Definition).Text;
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
        foreach ((GlossaryEntry entry, string[] words) in terms.All)
        {
            if (_linked.Exists(linked => ReferenceEquals(linked, entry)))
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
}

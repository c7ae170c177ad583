using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Glossary terms with the forms in which texts use them.</summary>
/// <param name="entries">The glossary.</param>
/// <param name="language">The language of the course, BCP 47.</param>
internal sealed class GlossaryTerms(IReadOnlyList<GlossaryEntry> entries, string language)
{
    private readonly WholeWords _any = new(entries.SelectMany(entry => WordsOf(entry, language)));

    public IReadOnlyList<(GlossaryEntry Entry, string[] Words)> All { get; } =
    [.. entries.Select(entry => (entry, WordsOf(entry, language)))];

    /// <summary>Returns false when a text contains no term.</summary>
    public bool MayBeIn(ReadOnlySpan<char> text) => _any.MayBeIn(text);

    /// <summary>Returns a text of the same length in which capitals match the terms.</summary>
    public string Fold(string text) => WholeWords.Fold(text, language);

    private static string[] WordsOf(GlossaryEntry entry, string language) =>
        [.. entry.Also.Prepend(entry.Term).Select(word => WholeWords.Fold(word.Value, language))];
}

/// <summary>Turns the first occurrence of each term on one page into a button that shows its definition.</summary>
internal sealed partial class PageTerms(GlossaryTerms terms, string page)
{
    private readonly List<GlossaryEntry> _linked = [];
    private readonly HashSet<GlossaryEntry> _isLinked = new(ReferenceEqualityComparer.Instance);

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
            string text = literal.Content.ToString(),
                folded = terms.Fold(text);
            if (!terms.MayBeIn(folded))
                continue;
            List<Place> places = PlacesIn(folded);
            int from = 0;
            for (LiteralInline rest = literal; First(folded, from, places) is { } found; from = found.At + found.Length)
                rest = Link(rest, text, from, found, render);
        }
    }

    private LiteralInline Link(
        LiteralInline literal,
        string text,
        int from,
        (GlossaryEntry Entry, int At, int Length) found,
        Func<RichText, Html> render
    )
    {
        _linked.Add(found.Entry);
        _isLinked.Add(found.Entry);
        var after = new LiteralInline(text[(found.At + found.Length)..]);
        string id = $"t-{page}-{_linked.Count}";
        string meaning = render(found.Entry.Definition).Text;
        // “l’autorité” stays on one line.
        string before = text[from..found.At],
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

    /// <summary>Finds the words of the terms that are not linked yet, each once.</summary>
    private List<Place> PlacesIn(string text)
    {
        var places = new List<Place>();
        foreach ((GlossaryEntry entry, string[] words) in terms.All)
        {
            if (_isLinked.Contains(entry))
                continue;
            places.AddRange(
                words
                    .Select(word => new Place(entry, word) { At = WholeWords.IndexOf(text, word) })
                    .Where(place => place.At >= 0)
            );
        }
        return places;
    }

    /// <summary>
    /// Finds the first term at or after an offset that is not yet linked on this page. Of two at the same place, the
    /// longer one.
    /// </summary>
    private (GlossaryEntry Entry, int At, int Length)? First(string text, int from, List<Place> places)
    {
        places.RemoveAll(place => _isLinked.Contains(place.Entry));
        Place? first = null;
        foreach (Place place in places)
        {
            if (place.At >= 0 && place.At < from)
                place.At = WholeWords.IndexOf(text, place.Word, from);
            if (
                place.At >= 0
                && (
                    first is null
                    || place.At < first.At
                    || (place.At == first.At && place.Word.Length > first.Word.Length)
                )
            )
                first = place;
        }
        return first is null ? null : (first.Entry, first.At, first.Word.Length);
    }

    /// <summary>A word of a term, and its next place in a text; -1 for none.</summary>
    private sealed record Place(GlossaryEntry Entry, string Word)
    {
        public int At { get; set; }
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

using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Turns the first use of a term on a page into a button that opens its meaning, in the place where it is read.</summary>
internal sealed class GlossaryLinks(IReadOnlyList<GlossaryEntry> entries)
{
    private readonly (GlossaryEntry Entry, Regex Words)[] _terms = [.. entries.Select(entry => (entry, WordsOf(entry)))];
    private readonly HashSet<GlossaryEntry> _onThisPage = [], _ever = [];
    private string _page = "";

    /// <summary>Terms that stand in no text of the course.</summary>
    public IEnumerable<GlossaryEntry> Unused => entries.Except(_ever);

    /// <summary>False while questions, headings of blocks and the like are rendered.</summary>
    public bool IsOn { get; set; }

    public void BeginPage(string id)
    {
        _page = id;
        _onThisPage.Clear();
    }

    /// <summary>Links terms in the running text of a document; titles, links and code are left alone.</summary>
    public void Link(MarkdownDocument document, Func<RichText, Html> render)
    {
        if (!IsOn || _terms.Length == 0) return;
        foreach (LiteralInline literal in document.Descendants<LiteralInline>().Where(literal => !IsInside(literal)).ToList())
        {
            for (LiteralInline? rest = literal; rest is not null;) rest = LinkFirst(rest, render);
        }
    }

    private LiteralInline? LinkFirst(LiteralInline literal, Func<RichText, Html> render)
    {
        string text = literal.Content.ToString();
        var found = _terms.Where(term => !_onThisPage.Contains(term.Entry)).Select(term => (term.Entry, Match: term.Words.Match(text)))
            .Where(term => term.Match.Success).OrderBy(term => term.Match.Index).ThenByDescending(term => term.Match.Length).FirstOrDefault();
        if (found.Match is not { Success: true } match) return null;
        _onThisPage.Add(found.Entry);
        _ever.Add(found.Entry);
        var after = new LiteralInline(text[(match.Index + match.Length)..]);
        string id = $"t-{_page}-{_onThisPage.Count}";
        IsOn = false;
        string meaning = render(found.Entry.Definition).Text;
        IsOn = true;
        // “l’autorité” stays on one line.
        string before = text[..match.Index], elided = Elided.Match(before).Value;
        string word = $"<button type=\"button\" class=\"term\" popovertarget=\"{id}\">{Html.Encode(match.Value)}</button>";
        var button = new HtmlInline($"{(elided.Length == 0 ? word : $"<span class=\"together\">{Html.Encode(elided)}{word}</span>")}<span class=\"meaning\" popover id=\"{id}\"><strong>{Html.Encode(found.Entry.Term.Value)}</strong> {meaning}</span>");
        literal.Content = new Markdig.Helpers.StringSlice(before[..^elided.Length]);
        literal.InsertAfter(button);
        button.InsertAfter(after);
        return after;
    }

    private static bool IsInside(LiteralInline literal)
    {
        for (ContainerInline? parent = literal.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline) return true;
        }
        return literal.Parent?.ParentBlock is HeadingBlock;
    }

    private static readonly Regex Elided = new(@"\p{L}+['’]$", RegexOptions.CultureInvariant);

    private static Regex WordsOf(GlossaryEntry entry) => new(
        $@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', entry.Also.Prepend(entry.Term).Select(word => Regex.Escape(word.Value)).OrderByDescending(word => word.Length))})(?![\p{{L}}\p{{N}}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

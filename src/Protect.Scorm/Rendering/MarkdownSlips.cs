using System.Buffers;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Finds marks that are Markdown elsewhere, or almost Markdown, and that learners would read as typed. Code is not
/// searched; a backslash before a mark says that it is meant.
/// </summary>
internal static partial class MarkdownSlips
{
    // Takes the place of what is Markdown, or meant: neither a letter nor a space, and in no pattern.
    private const char Done = '\uFFFC';

    /// <param name="Pattern">Finds the slip.</param>
    /// <param name="In">The part of the text that is searched.</param>
    /// <param name="Why">Completes “… appears on the page as typed: ”.</param>
    /// <param name="Cure">The sentence that says what to do.</param>
    private sealed record Slip(Regex Pattern, Searched In, string Why, string Cure);

    private enum Searched
    {
        /// <summary>All but code.</summary>
        Formulas,

        /// <summary>All but code, links, HTML and what a backslash precedes.</summary>
        Links,

        /// <summary>As links, also without emphasis and addresses.</summary>
        Marks,
    }

    private const string Address = @"(?:https?:|www\.|page:|mailto:|tel:|media/|#)";

    private static readonly Slip[] Slips =
    [
        new(
            Footnote(),
            Searched.Links,
            "there are no footnotes",
            "Put the note into the sentence, or cite a source of course.yaml as {{ source.<id> }}."
        ),
        new(
            Task(),
            Searched.Links,
            "lists have no boxes to tick",
            "Use a block “type: checklist”, or remove the brackets."
        ),
        new(
            Alert(),
            Searched.Links,
            "quotations have no kinds",
            "Use a block “type: callout” with “tone: tip”, “important” or “care”."
        ),
        new(
            Definition(),
            Searched.Links,
            "there are no definition lists",
            "Write a list, as in “- **word**: its meaning”, or add the word to the glossary."
        ),
        new(Heading(), Searched.Links, "a space must follow the last #", "Write “## Heading”."),
        new(
            new Regex($@"\[[^\[\]\n]+\][ \t]+\({Address}[^()\n]*\)"),
            Searched.Links,
            "a space separates the text of the link from its address",
            "Write [text](address), without the space."
        ),
        new(
            new Regex($@"\([^()\n]+\)\[{Address}[^\[\]\n]*\]"),
            Searched.Links,
            "the brackets of the link are swapped",
            "Write [text](address)."
        ),
        new(
            new Regex(
                $@"\[[^\[\]\n]+\]\([ \t]*(?:{Address}[^()\n]*?\S[ \t]+[^()\n]*"
                    + @"|[^()\s]+[ \t][^()\n]*\.\w{2,4}[ \t]*)\)"
            ),
            Searched.Links,
            "the address of the link has a space",
            "Write page:<id> with the id of the page; in an address of the web, write %20 for a space."
        ),
        new(
            Unpaired(),
            Searched.Marks,
            "the mark has no partner, or a space on its inner side",
            "Write **words** or ~~words~~, in one paragraph; to show the mark, put a backslash before it."
        ),
        new(
            Formula(),
            Searched.Formulas,
            "this is not the form of a formula",
            "Write it between dollar signs, as in $x^2$: no space inside, no letter outside, words as \\text{words}."
        ),
    ];

    private static readonly SearchValues<char> s_marks = SearchValues.Create("[*_~#$\\");

    /// <summary>Reports the slips of a text that was parsed and not changed.</summary>
    public static void Check(MarkdownDocument document, RichText text, DiagnosticBag bag)
    {
        bool hasMarks = text.Markdown.AsSpan().IndexOfAny(s_marks) >= 0;
        if (!hasMarks && !(text.Markdown.Contains('\n') && text.Markdown.Contains(": ", StringComparison.Ordinal)))
            return;
        char[] formulas = text.Markdown.ToCharArray();
        foreach (
            MarkdownObject node in document
                .Descendants()
                .Where(node => node is CodeBlock or CodeInline or FormulaInline or FormulaBlock)
        )
            Hide(formulas, node.Span.Start, node.Span.Length);
        char[] links = [.. formulas];
        foreach (MarkdownObject node in document.Descendants())
            if (node is HtmlBlock or HtmlInline or AutolinkInline or LinkInline { IsAutoLink: false })
                Hide(links, node.Span.Start, node.Span.Length);
        for (int at = 0; at + 1 < links.Length; at++)
            if (links[at] == '\\' && char.IsAsciiLetterOrDigit(links[at + 1]) is false && links[at + 1] > ' ')
                Hide(links, at++, 2);
        char[] marks = [.. links];
        foreach (Inline node in document.Descendants<Inline>())
            if (node is LinkInline)
                Hide(marks, node.Span.Start, node.Span.Length);
            else if (node is EmphasisInline emphasis)
            {
                Hide(marks, node.Span.Start, emphasis.DelimiterCount);
                Hide(marks, node.Span.End + 1 - emphasis.DelimiterCount, emphasis.DelimiterCount);
            }
        string[] searched = [new(formulas), new(links), new(marks)];
        foreach (Slip slip in Slips)
        foreach (Match match in slip.Pattern.Matches(searched[(int)slip.In]))
            bag.Add(
                RenderingRules.MarkdownSlip,
                text.Locate(match.Index, match.Length),
                Shown(text.Markdown.Substring(match.Index, match.Length)),
                slip.Why,
                slip.Cure
            );
    }

    private static string Shown(string slip) =>
        slip.Trim() is { Length: > 60 } trimmed ? trimmed[..60] + "…" : slip.Trim();

    private static void Hide(char[] text, int from, int length)
    {
        for (int at = Math.Max(0, from); at < Math.Min(text.Length, from + length); at++)
            if (text[at] != '\n')
                text[at] = Done;
    }

    [GeneratedRegex(@"\[\^[\w-]+\]:?")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"(?<=^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX]?\](?=[ \t])", RegexOptions.Multiline)]
    private static partial Regex Task();

    [GeneratedRegex(@"(?<=^[ \t]*>[ \t]*)\[!\w+\]", RegexOptions.Multiline)]
    private static partial Regex Alert();

    [GeneratedRegex(@"(?<=^[^\s|][^\n]*\n[ ]{0,3}):[ \t]+[^\s|][^\n]*", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"(?<=^[ ]{0,3})#{2,6}[^\s#][^\n]*", RegexOptions.Multiline)]
    private static partial Regex Heading();

    // Two marks, next to a letter on one side only: “2**3” and “f**k” are meant.
    [GeneratedRegex(
        """
            (?<![*\w])\*\*(?![*\s]) | (?<=[^\s*])\*\*(?![*\w])
            | (?<!\*)\*\*(?=[ \t]+[^*\s])(?>[^*\n]+)(?<=[ \t])\*\*(?!\*)
            | (?<![_\w])__(?=[^\W_]) | (?<=[^\W_])__(?![_\w])
            | (?<![~\w])~~(?![~\s]) | (?<=[^\s~])~~(?![~\w])
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Unpaired();

    // Not “from $5 to $10”: a formula has a sign of its own, and no digit follows its last dollar.
    [GeneratedRegex(
        """
            \$\$[^$]+\$\$
            | (?<![\w\\$])\$(?=[^$\n]*(?:\\[a-zA-Z]|[\^_=])|[a-zA-Z]\$)[^$\n]*\$(?![\d$])
            | \\\((?=(?:(?!\\\)).)*?(?:\\[a-zA-Z]|[\^_=])|\w\\)[^\n]*?\\\)
            | \\\[(?=(?:(?!\\\]).)*?(?:\\[a-zA-Z]|[\^=]))[^\n]*?\\\]
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Formula();
}

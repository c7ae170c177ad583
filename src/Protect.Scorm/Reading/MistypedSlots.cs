using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Formulas;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>
/// Finds braces that look like a slot or a citation but are neither, such as <c>{{ Country.child_helpline }}</c>:
/// learners would read them as typed.
/// </summary>
internal static partial class MistypedSlots
{
    private const int LongestShown = 60;

    /// <summary>Returns true when a file may contain slots, or something that was meant to be one.</summary>
    public static bool MayBeIn(string text) =>
        text.Contains("{{", StringComparison.Ordinal)
        || text.Contains("}}", StringComparison.Ordinal)
        || SingleBraces().IsMatch(text);

    /// <summary>Checks one text. Names after the right prefix are checked where they are replaced.</summary>
    /// <param name="place">The position of the text in the source.</param>
    /// <param name="text">The text in the language of the edition.</param>
    /// <param name="sources">The sources that the course declares.</param>
    /// <param name="needs">The slots that the course declares; null for none.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public static void Check(
        TextPlace place,
        YamlScalar text,
        IReadOnlyList<Source> sources,
        CountryNeeds? needs,
        DiagnosticBag bag
    )
    {
        if (!text.Value.Contains('{'))
            return;
        var written = new RichText(text.Value, text.Span, text.IsBlock);
        var known = new Lazy<Dictionary<string, string>>(() => Known(sources, needs));
        foreach (Match match in Braced().Matches(text.Value))
        {
            string typed = match.Value;
            if (WellFormed().IsMatch(typed) || (place.IsMarkdown && Braces.IsLiteral(typed)))
                continue;
            if (place.IsMarkdown && FormulaSyntax.IsInside(text.Value, match.Index))
                continue;
            string name = Separator().Replace(Name().Match(typed).Groups[1].Value, ".");
            bool isDouble = typed.StartsWith("{{", StringComparison.Ordinal);
            // “{ x }}” is a slot only when x is one: code and formulas have braces too.
            if (!isDouble && !SingleBraces().IsMatch(typed) && !known.Value.ContainsKey(name))
                continue;
            string shown = typed.Trim().Length > LongestShown ? $"{typed.Trim()[..LongestShown]}…" : typed.Trim();
            bag.Add(
                place.IsMarkdown ? CountryRules.MistypedSlot : CountryRules.BracesInPlainText,
                written.Locate(match.Index, match.Length),
                shown,
                Nearest.Name(name, known.Value.Keys) is { } near ? $" Did you mean “{known.Value[near]}”?" : ""
            );
        }
    }

    /// <summary>Returns the slots and citations of the course, by their names with and without prefix.</summary>
    private static Dictionary<string, string> Known(IReadOnlyList<Source> sources, CountryNeeds? needs)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            (string prefix, string id) in (needs?.Slots ?? [])
                .Select(slot => ("country", slot.Id.Value))
                .Concat(sources.Select(source => ("source", source.Id.Value)))
        )
        {
            known.TryAdd($"{prefix}.{id}", $"{{{{ {prefix}.{id} }}}}");
            known.TryAdd(id, $"{{{{ {prefix}.{id} }}}}");
        }
        return known;
    }

    [GeneratedRegex(
        """
            \{{4}[^{}]*\}{4}(?!\})                                      # braces to show
            | (?<!\{)\{\{\s*(?:country|source)\.[^\s{}]*\s*\}\}(?!\})    # the right form
            | \{{2,}[^{}\n]*\}* | \{[^{}\n]{1,60}\}{1,2}
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Braced();

    [GeneratedRegex(@"^\{\{\s*(?:country|source)\.[A-Za-z0-9_.-]*\s*\}\}$")]
    private static partial Regex WellFormed();

    [GeneratedRegex(@"^\{+\s*([\w-]+(?:\s*[.:/,]\s*[\w-]+|\s+[\w-]+(?=\s*\}))*)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\s*[.:/,]\s*|\s+")]
    private static partial Regex Separator();

    // Both prefixes as they are mistyped: Country, countries, sources.
    [GeneratedRegex(@"(?<!\{)\{\s*(?:countr\w*|sources?)\s*\.\s*[\w-]+\s*\}", RegexOptions.IgnoreCase)]
    private static partial Regex SingleBraces();
}

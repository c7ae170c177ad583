using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>
/// Replaces <c>{{ country.child_helpline }}</c> in texts by the entry of the country, or by the slot's phrase for none.
/// </summary>
internal static partial class CountrySlots
{
    /// <summary>Fills the slots of one text.</summary>
    /// <param name="place">The position of the text in the source.</param>
    /// <param name="text">The text in the language of the edition.</param>
    /// <param name="needs">The slots that the course declares, in the language of the edition; null for none.</param>
    /// <param name="entries">The entries of the package.</param>
    /// <param name="language">The language of the edition, BCP 47.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    /// <param name="asBlank">True in a tool, where a slot without a checked entry becomes a blank.</param>
    public static YamlScalar Fill(
        TextPlace place,
        YamlScalar text,
        CountryNeeds? needs,
        SlotEntries entries,
        string language,
        DiagnosticBag bag,
        bool asBlank = false
    )
    {
        if (!text.Value.Contains("{{", StringComparison.Ordinal))
            return text;
        bool isChanged = false;
        var written = new RichText(text.Value, text.Span, text.IsBlock);
        string filled = Reference()
            .Replace(
                text.Value,
                match =>
                {
                    isChanged = true;
                    SourceSpan here = written.Locate(match.Index, match.Length);
                    if (!place.IsMarkdown)
                    {
                        bag.Add(CountryRules.SlotInPlainText, here, place.Address);
                        return "";
                    }
                    string id = match.Groups[1].Value;
                    if (needs?.Find(id) is { } slot)
                    {
                        Check(text, match.Index, slot, text.Language ?? language, here, bag);
                        return asBlank ? InTool(slot, entries) : Phrase(slot, needs, entries);
                    }
                    string[] slots = [.. needs?.Slots.Select(known => known.Id.Value) ?? []];
                    bag.Add(
                        CountryRules.UnknownSlot,
                        here,
                        id,
                        Nearest.Hint(id, slots),
                        slots.Length == 0 ? "none" : string.Join(", ", slots)
                    );
                    return "";
                }
            );
        return isChanged ? text with { Value = filled } : text;
    }

    /// <summary>Reports a slot at a place where a name cannot take the form that the sentence needs.</summary>
    private static void Check(
        YamlScalar text,
        int at,
        CountrySlot slot,
        string language,
        SourceSpan here,
        DiagnosticBag bag
    )
    {
        if (SlotGrammar.NeedsCase(text.Value, at, language))
            bag.Add(CountryRules.SlotInSentence, here, slot.Id.Value, language);
        else if (SlotGrammar.Unjoined(text.Value, at, slot.Empty.Markdown.Trim(), language) is { } words)
            bag.Add(CountryRules.SlotUnjoined, here, words);
    }

    private static string Phrase(CountrySlot slot, CountryNeeds needs, SlotEntries entries)
    {
        string empty = slot.Empty.Markdown.Trim();
        CountryEntry[] all = [.. entries.Of(slot)],
            named = [.. all.Where(entry => entry.None is null)];
        if (named.FirstOrDefault(entry => entry.Checked is not null) is { } good)
            return Named(good, empty);
        bool hasNone = named.Length == 0 && all.Length > 0,
            isGeneral = named.Length == 0 && entries.Country is null;
        if (slot.IsCertain || hasNone || isGeneral)
            return empty;
        string phrase =
            needs.Unchecked == UncheckedEntries.LeaveOut ? empty : $"{empty} ({needs.ToConfirm.Markdown.Trim()})";
        return $"<span {CountryText.Unchecked}=\"true\">{phrase}</span>";
    }

    private static string InTool(CountrySlot slot, SlotEntries entries)
    {
        string empty = slot.Empty.Markdown.Trim();
        CountryEntry? good = entries.Of(slot).FirstOrDefault(entry => entry is { None: null, Checked: not null });
        return good is not null ? Named(good, empty)
            : slot.IsCertain ? empty
            : ToolSlots.Blank($"{ToolSlots.Country}{slot.Id.Value}");
    }

    /// <summary>Returns a plain text as Markdown that shows it as it is.</summary>
    public static string Escape(string text) => Special().Replace(text, @"\$0");

    private static string Named(CountryEntry entry, string empty)
    {
        string name = entry.Name is { } own ? Escape(own.Value) : empty;
        if (entry is { Name: not null, NameLanguage: { } language })
            name = $"<span lang=\"{language.Value}\">{name}</span>";
        if (entry.Number is { } number)
            // The general phrase may already have the number, such as 112.
            return entry.Name is null && empty.Contains(number.Value, StringComparison.Ordinal)
                ? empty
                : $"{name}, [{number.Value}](tel:{Dialled().Replace(number.Value, "")})";
        return entry is { Name: not null, Url: { } url } ? $"[{name}]({url.Value})" : name;
    }

    [GeneratedRegex(@"(?<!\{)\{\{\s*country\.([A-Za-z0-9_.-]*)\s*\}\}(?!\})")]
    private static partial Regex Reference();

    [GeneratedRegex(@"[\\`*_\[\]<>&#]")]
    private static partial Regex Special();

    [GeneratedRegex(@"[^0-9+]")]
    private static partial Regex Dialled();
}

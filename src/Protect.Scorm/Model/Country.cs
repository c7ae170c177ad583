using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>The data that a course needs about a country, and how it treats unchecked entries.</summary>
internal sealed record CountryNeeds
{
    public required IReadOnlyList<CountrySlot> Slots { get; init; }

    public UncheckedEntries Unchecked { get; init; } = UncheckedEntries.ToConfirm;

    /// <summary>Text that replaces an unchecked number, such as “to be confirmed by your organisation”.</summary>
    public required RichText ToConfirm { get; init; }

    /// <summary>Maximum age of a check for a release, in months.</summary>
    public int OldestCheck { get; init; } = 6;

    /// <summary>Maximum age of a check of a helpline for a release, in months.</summary>
    public int OldestHelplineCheck { get; init; } = 3;

    /// <summary>Address of a directory of help in any country, shown wherever an entry is missing.</summary>
    public Located<string>? Directory { get; init; }

    public CountrySlot? Find(string id) => Slots.FirstOrDefault(slot => slot.Id.Value == id);
}

/// <summary>A placeholder in a course that each country fills.</summary>
/// <param name="Id">Lower-case letters and underscores: <c>child_helpline</c>.</param>
/// <param name="Title">The heading of its entries.</param>
/// <param name="Empty">Phrase used when a country has no checked entry, such as “the child helpline of your
/// country”.</param>
/// <param name="IsHelpline">True for phone numbers, which have to be checked more often.</param>
/// <param name="IsRequired">True when a release needs an entry, or the reason why there is none.</param>
/// <param name="IsCertain">True when “empty” is right in every country, such as 112 in Europe; shown unmarked.</param>
/// <param name="Part">The part of the printable sheet that lists it.</param>
internal sealed record CountrySlot(
    Located<string> Id,
    Located<string> Title,
    RichText Empty,
    bool IsHelpline,
    bool IsRequired,
    bool IsCertain,
    SlotPart Part
);

/// <summary>Part of the printable sheet of a country.</summary>
internal enum SlotPart
{
    /// <summary>Contacts to call.</summary>
    Call,

    /// <summary>The authority that decides.</summary>
    Decides,

    /// <summary>Legal duties.</summary>
    Law,
}

/// <summary>Treatment of unchecked entries: shown with a phrase that they must be confirmed, or left out.</summary>
internal enum UncheckedEntries
{
    ToConfirm,
    LeaveOut,
}

/// <summary>Overlay of a course for one country: <c>countries/FR.yaml</c>.</summary>
internal sealed record Country
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required Located<string> Code { get; init; }

    /// <summary>The name in the language of the file, or in that of the package.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>The name in more languages.</summary>
    public IReadOnlyList<CountryName> Names { get; init; } = [];

    /// <summary>Returns the name in a language; the name of the file where it has none.</summary>
    public Located<string> NameIn(string language) =>
        Names.FirstOrDefault(name => name.Language.Value == language)?.Name ?? Name;

    /// <summary>The language of its texts, BCP 47.</summary>
    public required Located<string> Language { get; init; }

    public required IReadOnlyList<CountryEntry> Entries { get; init; }

    public IReadOnlyList<CountryPage> Pages { get; init; } = [];

    public IEnumerable<CountryEntry> Of(CountrySlot slot) => Entries.Where(entry => entry.Slot.Value == slot.Id.Value);
}

/// <summary>Name of a country in one more language.</summary>
internal sealed record CountryName(Located<string> Language, Located<string> Name);

/// <summary>Texts of an entry in one more language.</summary>
internal sealed record EntryTexts
{
    /// <summary>BCP 47.</summary>
    public required Located<string> Language { get; init; }

    public Located<string>? Gloss { get; init; }

    public RichText? About { get; init; }

    public RichText? Worker { get; init; }

    public RichText? Volunteer { get; init; }

    public Located<string>? Hours { get; init; }

    public Located<string>? Languages { get; init; }

    public RichText? None { get; init; }
}

/// <summary>An entry of a slot: a number, a link, a legal duty, or the reason why there is none.</summary>
internal sealed record CountryEntry
{
    public required Located<string> Slot { get; init; }

    public Located<string>? Name { get; init; }

    /// <summary>The language of the name, BCP 47; null for the language of the texts.</summary>
    public Located<string>? NameLanguage { get; init; }

    /// <summary>The meaning of the name, for readers who do not know its language.</summary>
    public Located<string>? Gloss { get; init; }

    /// <summary>The phone number as dialled.</summary>
    public Located<string>? Number { get; init; }

    public Located<string>? Url { get; init; }

    public RichText? About { get; init; }

    /// <summary>The duty of a person who works with children.</summary>
    public RichText? Worker { get; init; }

    /// <summary>The duty of a volunteer.</summary>
    public RichText? Volunteer { get; init; }

    public Located<string>? Hours { get; init; }

    public Located<string>? Languages { get; init; }

    public RichText? None { get; init; }

    /// <summary>Note for reviewers, which no package contains.</summary>
    public Located<string>? Note { get; init; }

    /// <summary>Its texts in more languages.</summary>
    public IReadOnlyList<EntryTexts> Translations { get; init; } = [];

    /// <summary>The language of its texts where it differs from that of the package, BCP 47; else null.</summary>
    public string? TextLanguage { get; init; }

    public required EntrySource Source { get; init; }

    public Located<string>? CheckedOn { get; init; }

    public Located<string>? CheckedBy { get; init; }

    public required Located<Confidence> Confidence { get; init; }

    public required SourceSpan Span { get; init; }

    /// <summary>True when the entry has nothing to show.</summary>
    public bool IsEmpty => (Name ?? Number ?? Url) is null && (About ?? Worker ?? Volunteer ?? None) is null;

    /// <summary>Returns the entry with its texts in a language, as far as it has them.</summary>
    /// <param name="language">The language of the package, BCP 47.</param>
    /// <param name="written">The language of the file.</param>
    public CountryEntry In(string language, string written)
    {
        CountryEntry named = this with
        {
            NameLanguage =
                (NameLanguage?.Value ?? written) == language ? null : NameLanguage ?? Slot with { Value = written },
        };
        if (written == language)
            return named;
        if (Translations.FirstOrDefault(texts => texts.Language.Value == language) is not { } own)
            return named with { TextLanguage = written };
        return named with
        {
            Gloss = own.Gloss ?? Gloss,
            About = Plain(own.About) ?? About,
            Worker = Plain(own.Worker) ?? Worker,
            Volunteer = Plain(own.Volunteer) ?? Volunteer,
            Hours = own.Hours ?? Hours,
            Languages = own.Languages ?? Languages,
            None = Plain(own.None) ?? None,
        };
    }

    // The reader marks all texts of the file with its language.
    private static RichText? Plain(RichText? text) => text is null ? null : text with { Language = null };

    /// <summary>The date of the check; null for an unchecked entry.</summary>
    public DateOnly? Checked =>
        CheckedBy is not null && DateOnly.TryParseExact(CheckedOn?.Value, "yyyy-MM-dd", out DateOnly day) ? day : null;
}

/// <summary>The source of an entry.</summary>
internal sealed record EntrySource(
    Located<string> Title,
    Located<string>? Publisher,
    Located<string>? Year,
    Located<string>? Url
);

/// <summary>Confidence in an entry: read on a public page, common knowledge, or neither.</summary>
internal enum Confidence
{
    Verified,
    Known,
    Uncertain,
}

/// <summary>A page that a country adds: instead of a page of the course, or after it.</summary>
internal sealed record CountryPage(Located<string>? Replaces, Located<string>? After, Page Page);

/// <summary>The organisation that offers the course, described in one file outside the course.</summary>
internal sealed record Organisation
{
    public required Located<string> Name { get; init; }

    public AssetRef? Logo { get; init; }

    public RichText? Contact { get; init; }

    public RichText? Lead { get; init; }

    public Located<string>? Policy { get; init; }

    /// <summary>Entries for slots, which come before those of the country.</summary>
    public IReadOnlyList<CountryEntry> Entries { get; init; } = [];

    /// <summary>The main colour, such as <c>#1b5955</c>; null for the theme's colour.</summary>
    public Located<string>? Colour { get; init; }
}

/// <summary>Entries that fill the slots of a package: those of the organisation, then those of the country.</summary>
/// <param name="Country">Null for none.</param>
/// <param name="Organisation">Null for none.</param>
internal sealed record SlotEntries(Country? Country, Organisation? Organisation)
{
    public IEnumerable<CountryEntry> Of(CountrySlot slot) =>
        (Organisation?.Entries.Where(entry => entry.Slot.Value == slot.Id.Value) ?? []).Concat(Country?.Of(slot) ?? []);
}

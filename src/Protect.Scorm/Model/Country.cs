using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>What a course needs to know of a country, and how it treats what nobody has checked.</summary>
internal sealed record CountryNeeds
{
    public required IReadOnlyList<CountrySlot> Slots { get; init; }

    public UncheckedEntries Unchecked { get; init; } = UncheckedEntries.ToConfirm;

    /// <summary>What stands for a number that nobody has checked, such as “to be confirmed by your organisation”.</summary>
    public required RichText ToConfirm { get; init; }

    /// <summary>Months after which a check is too old for a release.</summary>
    public int OldestCheck { get; init; } = 6;

    /// <summary>The same for slots that are helplines.</summary>
    public int OldestHelplineCheck { get; init; } = 3;

    /// <summary>Where to find help in any country; shown wherever something is missing.</summary>
    public Located<string>? Directory { get; init; }

    public CountrySlot? Find(string id) => Slots.FirstOrDefault(slot => slot.Id.Value == id);
}

/// <summary>A place in a course that each country fills.</summary>
/// <param name="Id">Small letters and underscores: <c>child_helpline</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Empty">What stands in a sentence where a country has nothing checked, such as “the child helpline of your country”.</param>
/// <param name="IsHelpline">Numbers that change: checked more often.</param>
/// <param name="IsRequired">A release needs it, filled or with a reason why there is none.</param>
/// <param name="IsCertain">“Empty” is right in every country, such as 112 in Europe: no “to confirm” while unchecked.</param>
internal sealed record CountrySlot(
    Located<string> Id,
    Located<string> Title,
    RichText Empty,
    bool IsHelpline,
    bool IsRequired,
    bool IsCertain
);

/// <summary>What becomes of a number that nobody has checked: a phrase says that it must be confirmed, or it is left out.</summary>
internal enum UncheckedEntries
{
    ToConfirm,
    LeaveOut,
}

/// <summary>One country's overlay: <c>countries/FR.yaml</c>.</summary>
internal sealed record Country
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required Located<string> Code { get; init; }

    public required Located<string> Name { get; init; }

    /// <summary>The language of its texts, BCP 47.</summary>
    public required Located<string> Language { get; init; }

    public required IReadOnlyList<CountryEntry> Entries { get; init; }

    public IReadOnlyList<CountryPage> Pages { get; init; } = [];

    public IEnumerable<CountryEntry> Of(CountrySlot slot) => Entries.Where(entry => entry.Slot.Value == slot.Id.Value);
}

/// <summary>A number, a link, a duty, or the reason why there is none.</summary>
internal sealed record CountryEntry
{
    public required Located<string> Slot { get; init; }

    public Located<string>? Name { get; init; }

    /// <summary>As it is dialled.</summary>
    public Located<string>? Number { get; init; }

    public Located<string>? Url { get; init; }

    public RichText? About { get; init; }

    public Located<string>? Hours { get; init; }

    public Located<string>? Languages { get; init; }

    public RichText? None { get; init; }

    public required EntrySource Source { get; init; }

    public Located<string>? CheckedOn { get; init; }

    public Located<string>? CheckedBy { get; init; }

    public required Located<Confidence> Confidence { get; init; }

    public required SourceSpan Span { get; init; }

    /// <summary>The day somebody checked it; null when nobody has.</summary>
    public DateOnly? Checked =>
        CheckedBy is not null && DateOnly.TryParseExact(CheckedOn?.Value, "yyyy-MM-dd", out DateOnly day) ? day : null;
}

/// <summary>Where an entry was read.</summary>
internal sealed record EntrySource(
    Located<string> Title,
    Located<string>? Publisher,
    Located<string>? Year,
    Located<string>? Url
);

/// <summary>How sure the source is: read on a public page, common knowledge, or neither.</summary>
internal enum Confidence
{
    Verified,
    Known,
    Uncertain,
}

/// <summary>A page of a country's own: instead of one of the course, or after it.</summary>
internal sealed record CountryPage(Located<string>? Replaces, Located<string>? After, Page Page);

/// <summary>The organisation that gives the course: one file outside of it.</summary>
internal sealed record Organisation
{
    public required Located<string> Name { get; init; }

    public AssetRef? Logo { get; init; }

    public RichText? Contact { get; init; }

    public RichText? Lead { get; init; }

    public Located<string>? Policy { get; init; }

    /// <summary>The main colour, <c>#1b5955</c>; null for the theme's.</summary>
    public Located<string>? Colour { get; init; }
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The shapes of a file in <c>countries/</c>.</summary>
internal static class CountryFile
{
    private static readonly Field<EntrySource, Located<string>> SourceTitle = new(
        "title",
        Values.Prose(400),
        s => s.Title,
        "The title of the source."
    )
    {
        Required = true,
    };

    private static readonly Field<EntrySource, Located<string>> Publisher = new(
        "publisher",
        Values.Prose(200),
        s => s.Publisher,
        "The publisher of the source."
    );

    private static readonly Field<EntrySource, Located<string>> Year = new(
        "year",
        Values.Verbatim(40),
        s => s.Year,
        "The year of the source."
    );

    private static readonly Field<EntrySource, Located<string>> SourceUrl = new(
        "url",
        Values.Verbatim(1000),
        s => s.Url,
        "The web address of the source."
    );

    private static readonly Shape<EntrySource> SourceShape = new(
        "entry-source",
        "The source of an entry.",
        [SourceTitle, Publisher, Year, SourceUrl],
        v => new EntrySource(v.Need(SourceTitle), v.Get(Publisher), v.Get(Year), v.Get(SourceUrl))
    );

    private static readonly Field<CountryEntry, Located<string>> Slot = new(
        "slot",
        Values.Verbatim(40),
        e => e.Slot,
        "The slot that the entry fills."
    )
    {
        Required = true,
    };

    private static readonly Field<CountryEntry, Located<string>> Name = new(
        "name",
        Values.Text(300),
        e => e.Name,
        "The name of the service or authority, in its own language."
    );

    private static readonly Field<CountryEntry, Located<string>> NameLanguage = new(
        "name_language",
        Values.Verbatim(35),
        e => e.NameLanguage,
        "The language of the name. Left out: the language of the file."
    );

    private static readonly Field<CountryEntry, Located<string>> Number = new(
        "number",
        Values.Verbatim(40),
        e => e.Number,
        "The number as it is dialled."
    );

    private static readonly Field<CountryEntry, Located<string>> Url = new(
        "url",
        Values.Verbatim(1000),
        e => e.Url,
        "The web address, which starts with https://."
    );

    private static readonly Texts<CountryEntry> Own = new(e => new EntryTexts
    {
        Language = e.Slot,
        Gloss = e.Gloss,
        About = e.About,
        Worker = e.Worker,
        Volunteer = e.Volunteer,
        Hours = e.Hours,
        Languages = e.Languages,
        None = e.None,
    });

    private static readonly Texts<EntryTexts> Other = new(texts => texts);

    private static readonly Field<EntryTexts, Located<string>> TextsLanguage = new(
        "language",
        Values.Verbatim(35),
        texts => texts.Language,
        "The language of these texts, such as fr."
    )
    {
        Required = true,
    };

    private static readonly Field<CountryEntry, IReadOnlyList<EntryTexts>> Translations = new(
        "translations",
        Values.ListOf(
            Values.Nested(
                new Shape<EntryTexts>(
                    "entry-texts",
                    "The texts of an entry in one more language.",
                    [TextsLanguage, .. Other.All],
                    v => Other.Read(v, v.Need(TextsLanguage))
                )
            )
        ),
        e => e.Translations,
        "The texts in more languages, for packages in these languages. A text left out is taken from the entry."
    );

    private static readonly Field<CountryEntry, Located<string>> Note = new(
        "note",
        Values.Prose(2000),
        e => e.Note,
        "A note for reviewers, such as what to check. Learners never see it."
    );

    private static readonly Field<CountryEntry, EntrySource> Source = new(
        "source",
        Values.Nested(SourceShape),
        e => e.Source,
        "The source of the entry."
    )
    {
        Required = true,
    };

    private static readonly Field<CountryEntry, Located<string>> CheckedOn = new(
        "checked_on",
        Values.Verbatim(10),
        e => e.CheckedOn,
        "The date when a person dialled the number or opened the address, such as 2026-11-24. Empty until then."
    )
    {
        MayBeEmpty = true,
    };

    private static readonly Field<CountryEntry, Located<string>> CheckedBy = new(
        "checked_by",
        Values.Verbatim(200),
        e => e.CheckedBy,
        "The person who checked the entry. Empty until then."
    )
    {
        MayBeEmpty = true,
    };

    private static readonly Field<CountryEntry, Located<Confidence>> ConfidenceField = new(
        "confidence",
        Values.OneOf(
            ("verified", Confidence.Verified),
            ("known", Confidence.Known),
            ("uncertain", Confidence.Uncertain)
        ),
        e => e.Confidence,
        "verified: read on a public page; known: common knowledge; uncertain: neither."
    )
    {
        Required = true,
    };

    public static Shape<CountryEntry> Entry { get; } =
        new(
            "country-entry",
            "A number, a link, a duty, or the reason why there is none.",
            [
                Slot,
                Name,
                NameLanguage,
                Number,
                Url,
                .. Own.All,
                Translations,
                Note,
                Source,
                CheckedOn,
                CheckedBy,
                ConfidenceField,
            ],
            v =>
            {
                EntryTexts texts = Own.Read(v, v.Need(Slot));
                return new CountryEntry
                {
                    Slot = v.Need(Slot),
                    Name = v.Get(Name),
                    NameLanguage = v.Get(NameLanguage),
                    Number = v.Get(Number),
                    Url = v.Get(Url),
                    Gloss = texts.Gloss,
                    About = texts.About,
                    Worker = texts.Worker,
                    Volunteer = texts.Volunteer,
                    Hours = texts.Hours,
                    Languages = texts.Languages,
                    None = texts.None,
                    Translations = v.Get(Translations) ?? [],
                    Note = v.Get(Note),
                    Source = v.Need(Source),
                    CheckedOn = v.Get(CheckedOn),
                    CheckedBy = v.Get(CheckedBy),
                    Confidence = v.Need(ConfidenceField),
                    Span = v.Span,
                };
            }
        );

    private static readonly Field<CountryPage, Located<string>> Replaces = new(
        "replaces",
        CourseValues.Id,
        p => p.Replaces,
        "The id of the page to replace. A new page with the same id keeps learners' progress."
    );

    private static readonly Field<CountryPage, Located<string>> After = new(
        "after",
        CourseValues.Id,
        p => p.After,
        "The id of the page after which the new page appears."
    );

    private static readonly Field<CountryPage, Page> PageField = new(
        "page",
        Values.Nested(PageFile.Fields),
        p => p.Page,
        "The page."
    )
    {
        Required = true,
    };

    private static readonly Shape<CountryPage> PageShape = new(
        "country-page",
        "A page for this country.",
        [Replaces, After, PageField],
        v => new CountryPage(v.Get(Replaces), v.Get(After), v.Need(PageField))
    );

    private static readonly Field<Country, Located<string>> Code = new(
        "country",
        Values.Verbatim(2),
        c => c.Code,
        "The ISO 3166-1 code of the country, such as FR: the same as the name of the file."
    )
    {
        Required = true,
    };

    private static readonly Field<Country, Located<string>> CountryName = new(
        "name",
        Values.Text(100),
        c => c.Name,
        "The name of the country."
    )
    {
        Required = true,
    };

    private static readonly Field<CountryName, Located<string>> NamedLanguage = new(
        "language",
        Values.Verbatim(35),
        n => n.Language,
        "The language of this name, such as fr."
    )
    {
        Required = true,
    };

    private static readonly Field<CountryName, Located<string>> NameOfCountry = new(
        "name",
        Values.Text(100),
        n => n.Name,
        "The name of the country in this language."
    )
    {
        Required = true,
    };

    private static readonly Field<Country, IReadOnlyList<CountryName>> Names = new(
        "names",
        Values.ListOf(
            Values.Nested(
                new Shape<CountryName>(
                    "country-name",
                    "The name of a country in one more language.",
                    [NamedLanguage, NameOfCountry],
                    v => new CountryName(v.Need(NamedLanguage), v.Need(NameOfCountry))
                )
            )
        ),
        c => c.Names,
        "The name in more languages, for packages in these languages."
    );

    private static readonly Field<Country, Located<string>> Language = new(
        "language",
        Values.Verbatim(35),
        c => c.Language,
        "The language of the texts in this file."
    )
    {
        Required = true,
    };

    private static readonly Field<Country, IReadOnlyList<CountryEntry>> Entries = new(
        "entries",
        Values.ListOf(Values.Nested(Entry)),
        c => c.Entries,
        "The entries that fill the slots, in order of display."
    )
    {
        Required = true,
    };

    private static readonly Field<Country, IReadOnlyList<CountryPage>> Pages = new(
        "pages",
        Values.ListOf(Values.Nested(PageShape)),
        c => c.Pages,
        "Pages to add or replace."
    );

    public static Shape<Country> Fields { get; } =
        new(
            "country-file",
            "The data of one country: one file in countries/.",
            [Code, CountryName, Names, Language, Entries, Pages],
            v => new Country
            {
                Code = v.Need(Code),
                Name = v.Need(CountryName),
                Names = v.Get(Names) ?? [],
                Language = v.Need(Language),
                Entries = v.Need(Entries),
                Pages = v.Get(Pages) ?? [],
            }
        )
        {
            HasOwnEntry = true,
        };
}

using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Reads and checks the overlay of a country and the file of an organisation.</summary>
internal static class CountryReader
{
    private const string Folder = "countries/",
        Ending = ".yaml";

    /// <summary>Lists the countries with a file in the course, in ordinal order.</summary>
    public static IReadOnlyList<string> Countries(SourceFolder folder) =>
        [
            .. folder
                .Files.Where(file =>
                    file.StartsWith(Folder, StringComparison.Ordinal)
                    && file.EndsWith(Ending, StringComparison.Ordinal)
                    && !file[Folder.Length..].Contains('/')
                )
                .Select(file => file[Folder.Length..^Ending.Length]),
        ];

    /// <summary>
    /// Reads the file of a country, with slots filled in on its pages; null when it is missing or has errors
    /// (reported).
    /// </summary>
    /// <param name="written">The files of the course as written.</param>
    /// <param name="course">The declarations of the course in the language of the package.</param>
    /// <param name="citations">Fills the citations on pages of the country.</param>
    /// <param name="organisation">The organisation of the package; null for none.</param>
    /// <param name="language">The language of the package, BCP 47.</param>
    /// <param name="code">ISO 3166-1 alpha-2.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public static Country? Read(
        CourseText written,
        CourseDeclarations course,
        Citations citations,
        Organisation? organisation,
        string language,
        string code,
        DiagnosticBag bag
    )
    {
        var own = new DiagnosticBag();
        Country? country = ReadOwn(written, course, citations, organisation, language, code, own);
        bag.AddAll(own.Sorted);
        return own.HasErrors ? null : country;
    }

    private static Country? ReadOwn(
        CourseText written,
        CourseDeclarations course,
        Citations citations,
        Organisation? organisation,
        string language,
        string code,
        DiagnosticBag bag
    )
    {
        string path = Folder + code + Ending;
        SourceSpan place = course.CountryNeeds?.Slots[0].Id.Span ?? course.Id.Span;
        if (!CountryCodes.Knows(code))
            bag.Add(CountryRules.UnknownCountry, place, code, CountryCodes.Hint(code));
        else if (course.CountryNeeds is null)
            bag.Add(CountryRules.CountryNotNeeded, course.Id.Span);
        else if (!written.Folder.Exists(path))
            bag.Add(CountryRules.NoCountryFile, place, path, Nearest.Hint(code, Countries(written.Folder)));
        if (bag.HasErrors || written.Read(path, CountryFile.Fields, bag) is not { } country)
            return null;
        if (country.Code.Value != code)
            bag.Add(CountryRules.WrongCountryFile, country.Code.Span, country.Code.Value, path);
        foreach (CountryEntry entry in country.Entries)
            Check(entry, course.CountryNeeds!, bag);
        if (bag.HasErrors)
            return null;
        // Texts in a different language than the course are marked with that language.
        Country? filled = CountryFile.Fields.Read(
            CountryFile.Fields.Rewrite(
                written.Map(path, CountryFile.Fields)!,
                "country." + code,
                text =>
                {
                    MistypedSlots.Check(text, text.Scalar, course.Sources, course.CountryNeeds, bag);
                    YamlScalar cited = citations.Fill(text, text.Scalar, bag);
                    return text.Scalar with
                    {
                        Value = CountrySlots
                            .Fill(
                                text,
                                cited,
                                course.CountryNeeds!,
                                new SlotEntries(country, organisation),
                                country.Language.Value,
                                bag
                            )
                            .Value,
                        Language = country.Language.Value == language ? null : country.Language.Value,
                    };
                }
            ),
            bag
        );
        return filled is null
            ? null
            : filled with
            {
                Name = filled.NameIn(language),
                Entries = [.. filled.Entries.Select(entry => entry.In(language, country.Language.Value))],
            };
    }

    private static void Check(CountryEntry entry, CountryNeeds? needs, DiagnosticBag bag)
    {
        string[] slots = [.. needs?.Slots.Select(slot => slot.Id.Value) ?? []];
        if (!slots.Contains(entry.Slot.Value))
            bag.Add(
                CountryRules.UnknownSlot,
                entry.Slot.Span,
                entry.Slot.Value,
                Nearest.Hint(entry.Slot.Value, slots),
                slots.Length == 0 ? "none" : string.Join(", ", slots)
            );
        if (entry.IsEmpty)
            bag.Add(CountryRules.EmptyEntry, entry.Span);
        if ((entry.CheckedOn is null) != (entry.CheckedBy is null))
            bag.Add(CountryRules.HalfChecked, (entry.CheckedOn ?? entry.CheckedBy)!.Span);
        if (entry.CheckedOn is { } day && !DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", out _))
            bag.Add(CountryRules.MalformedDate, day.Span, day.Value);
        if (
            entry.Number is { } number
            && !number.Value.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')')
        )
            bag.Add(ContentRules.MalformedPhone, number.Span, number.Value);
        AssetRules.CheckWebAddress(entry.Url, "url", bag);
    }

    /// <summary>
    /// Reports what blocks a release: required slots without an entry, unchecked entries, and checks that are too old.
    /// </summary>
    public static void CheckRelease(Course course, Country country, DateOnly today, SourceSpan start, DiagnosticBag bag)
    {
        CountryNeeds needs = course.CountryNeeds!;
        var all = new SlotEntries(country, course.Organisation);
        foreach (CountrySlot slot in needs.Slots)
        {
            CountryEntry[] entries = [.. all.Of(slot)];
            if (entries.Length == 0 && slot.IsRequired)
                bag.Add(CountryRules.MissingSlot, start, country.Code.Value, slot.Id.Value);
            int months = slot.IsHelpline ? needs.OldestHelplineCheck : needs.OldestCheck;
            foreach (CountryEntry entry in entries)
            {
                if (entry.Checked is not { } day)
                    bag.Add(CountryRules.UncheckedEntry, entry.Span, slot.Id.Value);
                else if (day > today)
                    bag.Add(CountryRules.MalformedDate, entry.CheckedOn!.Span, entry.CheckedOn.Value);
                else if (day.AddMonths(months) < today)
                    bag.Add(CountryRules.OldCheck, entry.CheckedOn!.Span, slot.Id.Value, entry.CheckedOn.Value, months);
            }
        }
    }

    /// <summary>Reports the state of a country that is not ready, in one note.</summary>
    public static void ReportDraft(Course course, Country country, SourceSpan start, DiagnosticBag bag)
    {
        var all = new SlotEntries(country, course.Organisation);
        CountrySlot[] required = [.. course.CountryNeeds!.Slots.Where(slot => slot.IsRequired)];
        CountryEntry[] entries = [.. course.CountryNeeds.Slots.SelectMany(all.Of)];
        int missing = required.Count(slot => !all.Of(slot).Any()),
            unchecked_ = entries.Count(entry => entry.Checked is null);
        if (missing + unchecked_ > 0)
            bag.Add(
                CountryRules.CountryDraft,
                start,
                country.Code.Value,
                missing,
                required.Length,
                unchecked_,
                entries.Length
            );
    }

    /// <summary>Returns the course with the pages of its country inserted.</summary>
    public static Course WithPages(Course course, Country country, DiagnosticBag bag)
    {
        foreach (CountryPage own in country.Pages)
        {
            Located<string>? at = own.Replaces ?? own.After;
            string[] ids = [.. course.Pages.Select(page => page.Id.Value)];
            if (at is null || (own.Replaces is not null && own.After is not null) || !ids.Contains(at.Value))
            {
                bag.Add(
                    CountryRules.PageWithoutPlace,
                    (at ?? own.Page.Id).Span,
                    at is null ? "" : Nearest.Hint(at.Value, ids)
                );
                continue;
            }
            course = course with
            {
                Modules =
                [
                    .. course.Modules.Select(module =>
                        module with
                        {
                            Pages =
                            [
                                .. module.Pages.SelectMany(page =>
                                    page.Id.Value != at.Value ? [page]
                                    : own.Replaces is not null ? [own.Page]
                                    : new[] { page, own.Page }
                                ),
                            ],
                        }
                    ),
                ],
            };
        }
        return course;
    }

    /// <summary>Reads the file of an organisation; null when it has errors (reported).</summary>
    /// <param name="yaml">The parsed files.</param>
    /// <param name="folder">The folder of the file.</param>
    /// <param name="file">The path of the file in its folder.</param>
    /// <param name="needs">The slots of the course; null for none.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public static Organisation? ReadOrganisation(
        YamlFiles yaml,
        SourceFolder folder,
        string file,
        CountryNeeds? needs,
        DiagnosticBag bag
    )
    {
        if (
            yaml.Read(folder, file, bag) is not YamlMap map
            || OrganisationFile.Fields.Read(map, bag) is not { } organisation
        )
            return null;
        AssetRules.CheckWebAddress(organisation.Policy, "policy", bag);
        if (organisation.Colour is { } colour && Contrast.OnWhite(colour.Value) is var contrast && contrast < 4.5)
            bag.Add(
                CountryRules.PaleColour,
                colour.Span,
                colour.Value,
                contrast == 0
                    ? "no colour"
                    : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{contrast:0.0} to 1")
            );
        foreach (CountryEntry entry in organisation.Entries)
            Check(entry, needs, bag);
        return bag.HasErrors ? null : organisation;
    }
}

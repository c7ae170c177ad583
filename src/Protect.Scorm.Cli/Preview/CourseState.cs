using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Targets;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Cli.Preview;

/// <summary>State of a language. The counts are null for the language of the source.</summary>
internal sealed record LanguageState(string Tag, TranslationCounts? Counts, bool IsSound);

/// <summary>State of a country. A draft has unchecked entries, or lacks required ones.</summary>
internal sealed record CountryState(string Code, string Name, int Missing, int Unchecked, bool IsSound)
{
    public bool IsDraft => !IsSound || Missing + Unchecked > 0;
}

/// <summary>Choices that a course offers, and how complete each is.</summary>
/// <param name="Tracking">How the course reports.</param>
/// <param name="HasAssessment">True when the course has an assessment.</param>
/// <param name="Notices">Notices for coordinators, in each language of the sheets.</param>
/// <param name="Languages">The languages of its packages.</param>
/// <param name="Countries">The countries with a file.</param>
/// <param name="Editions">The shorter courses.</param>
/// <param name="Organisations">The files of organisations.</param>
internal sealed record CourseState(
    Tracking Tracking,
    bool HasAssessment,
    IReadOnlyDictionary<string, string?> Notices,
    IReadOnlyList<LanguageState> Languages,
    IReadOnlyList<CountryState> Countries,
    IReadOnlyList<(string Id, string Title)> Editions,
    IReadOnlyList<string> Organisations
)
{
    /// <summary>
    /// Reads the choices; null if the course cannot be read. Its errors are reported by the compilation.
    /// </summary>
    public static CourseState? Of(CourseSource source)
    {
        var bag = new DiagnosticBag();
        if (source.Read(bag) is not { } course || bag.HasErrors)
            return null;
        return new CourseState(
            course.Tracking,
            course.AssessmentPage is not null,
            SheetText.Languages.ToDictionary(tag => tag, tag => CourseNotices.In(source, course, tag)),
            [
                new(course.Language.Value, null, true),
                .. CourseTranslation.Languages(source.Folder).Select(tag => Language(source, tag)),
            ],
            course.CountryNeeds is null
                ? []
                : [.. CountryReader.Countries(source.Folder).Select(code => CountryOf(source, course, code))],
            [.. course.Editions.Select(edition => (edition.Id.Value, edition.Title?.Value ?? edition.Id.Value))],
            [
                .. source.Folder.Files.Where(file =>
                    file is "organisation.yaml"
                    || (
                        file.StartsWith("organisations/", StringComparison.Ordinal)
                        && file.EndsWith(".yaml", StringComparison.Ordinal)
                    )
                ),
            ]
        );
    }

    private static LanguageState Language(CourseSource source, string tag) =>
        source.Translation(tag, new DiagnosticBag()) is { Counts: var counts }
            ? new(tag, counts, true)
            : new(tag, null, false);

    private static CountryState CountryOf(CourseSource source, Course course, string code)
    {
        if (source.Country(code, new DiagnosticBag()) is not { } country)
            return new(code, code, 0, 0, false);
        int missing = course.CountryNeeds!.Slots.Count(slot => slot.IsRequired && !country.Of(slot).Any());
        return new(code, country.Name.Value, missing, country.Entries.Count(entry => entry.Checked is null), true);
    }
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Targets;
using Protect.Scorm.Translating;

namespace Protect.Scorm;

/// <summary>
/// Selection of the packages to build. In each list, empty means the course's own default and null means all available.
/// </summary>
public sealed record VariantSelection
{
    /// <summary>The word for “without a country” in <see cref="Countries"/>.</summary>
    public const string NoCountry = "none";

    /// <summary>The word for the course with all modules in <see cref="Editions"/>.</summary>
    public const string WholeCourse = "whole";

    /// <summary>BCP 47 tags.</summary>
    public IReadOnlyList<string>? Languages { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes; <see cref="NoCountry"/> for a package without a country.</summary>
    public IReadOnlyList<string>? Countries { get; init; } = [];

    /// <summary>Ids of <see cref="Targets.LmsTarget"/>.</summary>
    public IReadOnlyList<string>? Lms { get; init; } = [];

    /// <summary>
    /// Ids of editions; <see cref="WholeCourse"/> for the course with all modules. Empty or null: that and
    /// every edition.
    /// </summary>
    public IReadOnlyList<string>? Editions { get; init; } = [];

    /// <summary>
    /// Sizes of packages. Empty: those of the course's <c>build:</c> group, else <see cref="PackageSize.Full"/>.
    /// </summary>
    public IReadOnlyList<PackageSize> Sizes { get; init; } = [];

    /// <summary>
    /// True to build one package with all languages that are ready instead of one package per language.
    /// </summary>
    public bool Multilingual { get; init; }

    /// <summary>
    /// True if the selection is for several courses. Then a course without a requested language or country is only
    /// listed, not an error.
    /// </summary>
    public bool IsForSeveralCourses { get; init; }

    /// <summary>Describes the selection in one line, the same for equal selections.</summary>
    public override string ToString()
    {
        return $"{Of(Languages)} {Of(Countries)} {Of(Lms)} {Of(Editions)} [{string.Join(',', Sizes)}] {Multilingual} "
            + IsForSeveralCourses;

        static string Of(IReadOnlyList<string>? words) => words is null ? "all" : $"[{string.Join(',', words)}]";
    }
}

/// <summary>One package of a course.</summary>
/// <param name="Language">BCP 47 tag of the language a package opens in.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null for a package without a country.</param>
/// <param name="Lms">The id of a target; null for the course's own <c>tracking.lms</c>.</param>
/// <param name="State">“ready”, or the reason why it is not.</param>
/// <param name="IsReady">False for a package that is only listed: it was not requested by name and is
/// incomplete.</param>
public sealed record Variant(string Language, string? Country, string? Lms, string State, bool IsReady)
{
    /// <summary>The id of the edition; null for the course with all modules.</summary>
    public string? Edition { get; init; }

    /// <summary>Whether media are included, replaced by smaller files, or replaced by text.</summary>
    public PackageSize Size { get; init; }

    /// <summary>Further languages in the same package, BCP 47.</summary>
    public IReadOnlyList<string> MoreLanguages { get; init; } = [];

    /// <summary>Returns the options that compile this package.</summary>
    /// <param name="options">The options that all packages share.</param>
    public CompileOptions Options(CompileOptions options) =>
        options with
        {
            Edition = Edition,
            Language = Language,
            MoreLanguages = MoreLanguages,
            Country = Country,
            Lms = Lms ?? options.Lms,
            Size = Size,
        };
}

/// <summary>
/// Lists the packages of a course: edition × language × country × LMS × size. The order depends on the arguments only.
/// </summary>
internal static class BuildPlan
{
    /// <summary>Combines the selection with the languages, countries and editions that the course has.</summary>
    /// <param name="source">The folder of the course.</param>
    /// <param name="wanted">The packages to list.</param>
    /// <param name="options">How they will be compiled; decides what counts as ready.</param>
    /// <param name="bag">Receives the diagnostics of a course that cannot be read.</param>
    /// <returns>The packages, or null when the course cannot be read.</returns>
    public static IReadOnlyList<Variant>? Create(
        CourseSource source,
        VariantSelection wanted,
        CompileOptions options,
        DiagnosticBag bag
    )
    {
        if (source.Read(bag) is not { } course || bag.HasErrors)
            return null;
        (string Tag, string State, bool Ready)[] languages =
        [
            .. LanguagesOf(course, source.Folder, wanted).Select(tag => StateOf(course, source, tag, options, wanted)),
        ];
        (string? Code, string State, bool Ready)[] countries =
        [
            .. CountriesOf(course, source.Folder, wanted)
                .Select(code => StateOfCountry(course, source, code, options, wanted)),
        ];
        string?[] targets =
            wanted.Lms is null ? [.. LmsTargets.All.Select(target => target.Id)]
            : wanted.Lms.Count > 0 ? [.. wanted.Lms]
            : [options.Lms];
        PackageSize[] sizes =
            wanted.Sizes.Count > 0 ? [.. wanted.Sizes]
            : course.Variants.Sizes.Count > 0 ? [.. course.Variants.Sizes]
            : [PackageSize.Full];
        string[] more = [];
        if (wanted.Multilingual && languages.Any(language => language.Ready))
        {
            more = [.. languages.Where(language => language.Ready).Skip(1).Select(language => language.Tag)];
            languages = [languages.First(language => language.Ready), .. languages.Where(language => !language.Ready)];
        }
        string[] editions = wanted.Editions is { Count: > 0 } some
            ? [.. some]
            : [VariantSelection.WholeCourse, .. course.Editions.Select(edition => edition.Id.Value)];
        return
        [
            .. from edition in editions
            from language in languages
            from country in countries
            from lms in targets
            from size in sizes
            let states = new[] { language.State, country.State }.Where(state => state.Length > 0).ToArray()
            select new Variant(
                language.Tag,
                country.Code,
                lms,
                states.Length == 0 ? "ready" : string.Join("; ", states),
                language.Ready && country.Ready
            )
            {
                Edition = edition == VariantSelection.WholeCourse ? null : edition,
                Size = size,
                MoreLanguages = language.Ready ? more : [],
            },
        ];
    }

    private static IReadOnlyList<string> LanguagesOf(Course course, SourceFolder folder, VariantSelection wanted) =>
        wanted.Languages switch
        {
            { Count: > 0 } some => some,
            not null when course.Variants.Languages.Count > 0 =>
            [
                .. course.Variants.Languages.Select(language => language.Value),
            ],
            _ => [course.Language.Value, .. CourseTranslation.Languages(folder)],
        };

    private static IReadOnlyList<string> CountriesOf(Course course, SourceFolder folder, VariantSelection wanted) =>
        wanted.Countries switch
        {
            { Count: > 0 } some => some,
            not null when course.Variants.Countries.Count > 0 =>
            [
                .. course.Variants.Countries.Select(country => country.Value),
            ],
            not null => [VariantSelection.NoCountry],
            _ => course.CountryNeeds is null
                ? [VariantSelection.NoCountry]
                : [VariantSelection.NoCountry, .. CountryReader.Countries(folder)],
        };

    private static (string, string, bool) StateOf(
        Course course,
        CourseSource source,
        string tag,
        CompileOptions options,
        VariantSelection wanted
    )
    {
        if (tag == course.Language.Value || PseudoLanguage.All.Contains(tag))
            return (tag, "", true);
        if (wanted.IsForSeveralCourses && !CourseTranslation.Languages(source.Folder).Contains(tag))
            return (tag, $"there is no translation into “{tag}”", false);
        bool named = wanted.Languages is { Count: > 0 };
        var bag = new DiagnosticBag();
        if (source.Translation(tag, bag) is not { Counts: var counts })
            return (tag, $"{tag}: the translation has errors", named);
        return counts.Below(options.Require) == 0
            ? (tag, "", true)
            : (
                tag,
                $"{tag}: {counts.Below(options.Require)} of {counts.Total} texts are not "
                    + options.Require.ToString().ToLowerInvariant(),
                named
            );
    }

    private static (string? Code, string State, bool Ready) StateOfCountry(
        Course course,
        CourseSource source,
        string code,
        CompileOptions options,
        VariantSelection wanted
    )
    {
        if (code == VariantSelection.NoCountry)
            return (null, "", true);
        if (wanted.IsForSeveralCourses && course.CountryNeeds is null)
            return (code, "the course says nothing about countries", false);
        if (wanted.IsForSeveralCourses && !CountryReader.Countries(source.Folder).Contains(code))
            return (code, $"there is no countries/{code}.yaml", false);
        bool named = wanted.Countries is { Count: > 0 };
        var bag = new DiagnosticBag();
        if (source.Country(code, bag) is not { } country)
            return (code, $"{code}: the country file has errors", true);
        if (options.ReleaseDate is { } today)
        {
            CountryReader.CheckRelease(course, country, today, country.Code.Span, bag);
            return bag.HasErrors ? (code, $"{code}: not ready for a release", named) : (code, "", true);
        }
        CountryReader.ReportDraft(course, country, country.Code.Span, bag);
        return (code, bag.Sorted.Count > 0 ? $"{code}: draft" : "", true);
    }
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Targets;
using Protect.Scorm.Translating;

namespace Protect.Scorm;

/// <summary>Which packages are wanted. An empty list means what the course says; null means all there are.</summary>
public sealed record WantedVariants
{
    /// <summary>BCP 47 tags.</summary>
    public IReadOnlyList<string>? Languages { get; init; } = [];

    /// <summary>“none” stands for a package for no country in particular.</summary>
    public IReadOnlyList<string>? Countries { get; init; } = [];

    /// <summary>Ids of <see cref="Targets.LmsTarget"/>.</summary>
    public IReadOnlyList<string>? Lms { get; init; } = [];

    /// <summary>Ids of editions; “whole” stands for the whole course. Nothing named: the whole and every edition.</summary>
    public IReadOnlyList<string>? Editions { get; init; } = [];

    /// <summary>Nothing named: what the course names; a course that names none is built in full.</summary>
    public IReadOnlyList<PackageSize> Sizes { get; init; } = [];

    /// <summary>One package with all languages that are far enough, instead of one for each.</summary>
    public bool Together { get; init; }
}

/// <summary>One package of a course.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null for no country in particular.</param>
/// <param name="Lms">The id of a target; null for the course's own choice.</param>
/// <param name="State">“ready”, or why it is not, in a few words.</param>
/// <param name="IsReady">False where it is listed only: nobody named it, and it is not good enough.</param>
public sealed record Variant(string Language, string? Country, string? Lms, string State, bool IsReady)
{
    /// <summary>The id of the edition; null for the whole course.</summary>
    public string? Edition { get; init; }

    /// <summary>How much goes in.</summary>
    public PackageSize Size { get; init; }

    /// <summary>More languages in the same package.</summary>
    public IReadOnlyList<string> MoreLanguages { get; init; } = [];
}

/// <summary>All packages of a course: language × country × LMS × size, in an order that does not change.</summary>
public static class BuildPlan
{
    /// <summary>“none”: no country in particular.</summary>
    public const string NoCountry = "none";

    /// <summary>Every module: no edition.</summary>
    public const string Whole = "whole";

    /// <summary>Null, reported, when the course cannot be read.</summary>
    public static IReadOnlyList<Variant>? Of(
        SourceFolder folder,
        WantedVariants wanted,
        CompileOptions options,
        DiagnosticBag bag
    )
    {
        if (CourseReader.Read(folder, bag) is not { } course || bag.HasErrors)
            return null;
        bool named = wanted.Languages is { Count: > 0 };
        (string Tag, string State, bool Ready)[] languages =
        [
            .. LanguagesOf(course, folder, wanted).Select(tag => StateOf(course, folder, tag, options, named)),
        ];
        (string? Code, string State, bool Ready)[] countries =
        [
            .. CountriesOf(course, folder, wanted)
                .Select(code => StateOfCountry(course, folder, code, options, wanted.Countries is { Count: > 0 })),
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
        if (wanted.Together && languages.Any(language => language.Ready))
        {
            more = [.. languages.Where(language => language.Ready).Skip(1).Select(language => language.Tag)];
            languages = [languages.First(language => language.Ready), .. languages.Where(language => !language.Ready)];
        }
        string[] editions = wanted.Editions is { Count: > 0 } some
            ? [.. some]
            : [Whole, .. course.Editions.Select(edition => edition.Id.Value)];
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
                Edition = edition == Whole ? null : edition,
                Size = size,
                MoreLanguages = language.Ready ? more : [],
            },
        ];
    }

    private static IReadOnlyList<string> LanguagesOf(Course course, SourceFolder folder, WantedVariants wanted) =>
        wanted.Languages switch
        {
            { Count: > 0 } some => some,
            not null when course.Variants.Languages.Count > 0 =>
            [
                .. course.Variants.Languages.Select(language => language.Value),
            ],
            _ => [course.Language.Value, .. CourseTranslation.Languages(folder)],
        };

    private static IReadOnlyList<string> CountriesOf(Course course, SourceFolder folder, WantedVariants wanted) =>
        wanted.Countries switch
        {
            { Count: > 0 } some => some,
            not null when course.Variants.Countries.Count > 0 =>
            [
                .. course.Variants.Countries.Select(country => country.Value),
            ],
            not null => [NoCountry],
            _ => course.CountryNeeds is null ? [NoCountry] : [NoCountry, .. CountryReader.Countries(folder)],
        };

    private static (string, string, bool) StateOf(
        Course course,
        SourceFolder folder,
        string tag,
        CompileOptions options,
        bool named
    )
    {
        if (tag == course.Language.Value || PseudoLanguage.All.Contains(tag))
            return (tag, "", true);
        var bag = new DiagnosticBag();
        if (CourseTranslation.Read(folder, tag, bag) is not { Counts: var counts })
            return (tag, $"{tag}: no sound translation", named);
        return counts.Below(options.Require) == 0
            ? (tag, "", true)
            : (
                tag,
                $"{tag}: {counts.Below(options.Require)} of {counts.Total} texts are not {options.Require.ToString().ToLowerInvariant()}",
                named
            );
    }

    private static (string? Code, string State, bool Ready) StateOfCountry(
        Course course,
        SourceFolder folder,
        string code,
        CompileOptions options,
        bool named
    )
    {
        if (code == NoCountry)
            return (null, "", true);
        var bag = new DiagnosticBag();
        if (CountryReader.Read(folder, course, code, bag) is not { } country)
            return (code, $"{code}: no sound file", true);
        if (options.ReleaseDay is { } today)
        {
            CountryReader.CheckRelease(course, country, today, country.Code.Span, bag);
            return bag.HasErrors ? (code, $"{code}: not ready for a release", named) : (code, "", true);
        }
        CountryReader.ReportDraft(course, country, country.Code.Span, bag);
        return (code, bag.Sorted.Count > 0 ? $"{code}: draft" : "", true);
    }
}

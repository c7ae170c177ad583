using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm;

/// <summary>Reads a course for the language, country, organisation and edition of one package.</summary>
internal static class EditionReader
{
    /// <summary>
    /// Reads the course; null when something cannot be read or the translation is incomplete (reported).
    /// </summary>
    public static Course? Read(SourceFolder folder, CompileOptions options, DiagnosticBag bag)
    {
        if (!TryTranslate(folder, options, bag, out TextRewriter? translate))
            return null;
        // Slots are filled with phrases from the course itself, so that files with slots have to be read twice.
        bool hasSlots = false;
        var first = new DiagnosticBag();
        Course? course = CourseReader.Read(
            folder,
            first,
            translate is null
                ? null
                : place =>
                {
                    YamlScalar text = translate(place);
                    hasSlots |= CourseReader.MayHaveSlots(text.Value);
                    return text;
                },
            options.Edition
        );
        if (translate is null && course is not null)
            hasSlots = course
                .Modules.Select(module => module.Id.Span.File)
                .Append(course.Title.Span.File)
                .Any(file => CourseReader.MayHaveSlots(file.Text));
        Country? country = null;
        if (
            course is not null
            && !first.HasErrors
            && options.Country is { } code
            && (country = CountryReader.Read(folder, In(options.Language, course), code, bag)) is null
        )
            return null;
        if (hasSlots && course is not null && !first.HasErrors)
        {
            CountryNeeds? needs = course.CountryNeeds;
            var citations = new Citations(course.Sources);
            course = CourseReader.Read(
                folder,
                bag,
                place =>
                    CountrySlots.Fill(
                        place,
                        citations.Fill(place, translate is null ? place.Scalar : translate(place), bag),
                        needs,
                        country,
                        bag
                    ),
                options.Edition,
                onlySlots: translate is null
            );
            if (course is not null)
                course = course with { Cited = citations.Cited };
        }
        else
        {
            foreach (Diagnostic finding in first.Sorted)
                bag.Add(finding);
        }
        if (course is not null && options.PassMark is { } mark)
            course = WithPassMark(course, mark, bag);
        return course is null || bag.HasErrors
            ? course
            : ForCountry(In(options.Language, course), country, folder, options, bag);
    }

    private static Course WithPassMark(Course course, int mark, DiagnosticBag bag)
    {
        if (course.Tracking.PassMarkRange is null || course.AssessmentPage is null)
            bag.Add(ReadingRules.FixedPassMark, course.Tracking.Span);
        return course with { Tracking = course.Tracking with { PassMark = mark } };
    }

    private static Course ForCountry(
        Course course,
        Country? country,
        SourceFolder folder,
        CompileOptions options,
        DiagnosticBag bag
    )
    {
        if (country is not null)
        {
            SourceSpan start = SourceFile.WithoutText(folder.Display($"countries/{country.Code.Value}.yaml")).Start;
            if (options.ReleaseDate is { } today)
                CountryReader.CheckRelease(course, country, today, start, bag);
            else
                CountryReader.ReportDraft(course, country, start, bag);
            course = CountryReader.WithPages(course, country, bag) with { Country = country };
        }
        if (
            options.Organisation is { } file
            && CountryReader.ReadOrganisation(file.Folder, file.File, bag) is { } organisation
        )
            course = course with { Organisation = organisation };
        if (options.Size == PackageSize.Text && course.Organisation is { } named)
            course = course with { Organisation = named with { Logo = null } };
        return course with { Size = options.Size };
    }

    /// <summary>Finds the rewriter that translates each text; null for the language of the source.</summary>
    /// <returns>False when the translation has errors or is incomplete (reported).</returns>
    private static bool TryTranslate(
        SourceFolder folder,
        CompileOptions options,
        DiagnosticBag bag,
        out TextRewriter? translate
    )
    {
        translate = null;
        if (options.Language is not { } language)
            return true;
        if (PseudoLanguage.All.Contains(language))
            translate = place => PseudoLanguage.Rewrite(place, language);
        if (
            translate is not null
            || CourseReader.Read(folder, new DiagnosticBag()) is not { } source
            || source.Language.Value == language
        )
            return true;
        if (CourseTranslation.Read(folder, language, bag) is not { } translation)
            return false;
        translation.Check(bag);
        ReportState(translation, options.Require, folder, bag);
        translate = translation.Rewrite;
        return !bag.HasErrors;
    }

    private static Course In(string? language, Course course) =>
        language is null ? course : course with { Language = course.Language with { Value = language } };

    private static void ReportState(
        Translation translation,
        TranslationState required,
        SourceFolder folder,
        DiagnosticBag bag
    )
    {
        TranslationCounts counts = translation.Counts;
        SourceSpan start = SourceFile.WithoutText(folder.Display(CourseTranslation.PathOf(translation.Target))).Start;
        if (counts.Below(required) > 0)
        {
            bag.Add(
                TranslatingRules.NotGoodEnough,
                start,
                translation.Target,
                counts.Below(required),
                counts.Total,
                required == TranslationState.Reviewed ? "not reviewed" : "not translated",
                counts.New,
                counts.Stale,
                counts.Translated,
                counts.Reviewed
            );
        }
        else if (counts.New + counts.Stale > 0)
        {
            bag.Add(
                TranslatingRules.Untranslated,
                start,
                counts.New + counts.Stale,
                counts.Total,
                translation.Source,
                counts.New,
                counts.Stale
            );
        }
    }
}

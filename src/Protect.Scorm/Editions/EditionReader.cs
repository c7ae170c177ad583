using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Targets;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Editions;

/// <summary>Reads a course for the language, country, organisation and edition of one package.</summary>
internal static class EditionReader
{
    /// <summary>
    /// Reads the course; null when it is unusable or the translation is incomplete. All faults are reported.
    /// </summary>
    public static Course? Read(CourseSource source, EditionRequest request, DiagnosticBag bag)
    {
        if (TextOf(source, request, bag) is not { } text)
            return null;
        SlotFiller? fill = null;
        Citations? citations = null;
        Country? country = null;
        Organisation? organisation = null;
        // Slots are filled with phrases that the course declares, in the language of the package.
        if (CourseReader.Declare(text) is { IsSound: true } declared)
        {
            citations = new Citations(declared.Sources);
            if (request.OrganisationFolder is { } folder)
                organisation = CountryReader.ReadOrganisation(
                    source.Yaml,
                    folder,
                    request.OrganisationFile,
                    declared.CountryNeeds,
                    bag
                );
            if (request.Country is { } code)
                country = CountryReader.Read(
                    source.Written,
                    declared,
                    citations,
                    organisation,
                    request.Language ?? declared.Language.Value,
                    code,
                    bag
                );
            fill = (place, own) =>
            {
                bool isInTool = ToolReader.IsInTool(place);
                YamlScalar words = isInTool
                    ? OrganisationSlots.Fill(place, place.Scalar, organisation, own)
                    : place.Scalar;
                MistypedSlots.Check(place, words, declared.Sources, declared.CountryNeeds, own);
                YamlScalar cited = citations.Fill(place, words, own);
                return CountrySlots.Fill(
                    place,
                    cited,
                    declared.CountryNeeds,
                    new SlotEntries(country, organisation),
                    request.Language ?? declared.Language.Value,
                    own,
                    asBlank: isInTool
                );
            };
        }
        Course? course = CourseReader.Read(text, bag, fill, request.Edition);
        if (course is null)
            return null;
        course = Durations.Estimate(course with { Cited = citations?.Cited ?? [] }, source.Folder);
        if (request.Lms is { } lms)
            course = course with { Tracking = course.Tracking with { Lms = lms } };
        course = course with { Tracking = LmsTargets.ById(course.Tracking.Lms).Adapt(course.Tracking) };
        if (request.PassMark is { } mark)
            course = WithPassMark(course, mark, bag);
        course = In(request.Language, course) with { IsUnreviewed = IsUnreviewed(source, course, request.Language) };
        return bag.HasErrors ? course : ForCountry(course, country, organisation, source, request, bag);
    }

    private static bool IsUnreviewed(CourseSource source, Course course, string? language) =>
        language is not null
        && language != course.SourceLanguage
        && !PseudoLanguage.All.Contains(language)
        && source.Translation(language, new DiagnosticBag()) is { Counts.IsReviewed: false };

    private static Course WithPassMark(Course course, int mark, DiagnosticBag bag)
    {
        if (course.Tracking.PassMarkRange is null || course.AssessmentPage is null)
            bag.Add(ReadingRules.FixedPassMark, course.Tracking.Span);
        return course with { Tracking = course.Tracking with { PassMark = mark } };
    }

    private static Course ForCountry(
        Course course,
        Country? country,
        Organisation? organisation,
        CourseSource source,
        EditionRequest request,
        DiagnosticBag bag
    )
    {
        if (country is not null)
        {
            SourceSpan start = SourceFile
                .WithoutText(source.Folder.Display($"countries/{country.Code.Value}.yaml"))
                .Start;
            if (request.ReleaseDate is { } today)
                CountryReader.CheckRelease(course, country, today, start, bag);
            else
                CountryReader.ReportDraft(course, country, start, bag);
            course = CountryReader.WithPages(course, country, bag) with { Country = country };
        }
        if (request.Size == PackageSize.Text && organisation is not null)
            organisation = organisation with { Logo = null };
        return course with { Organisation = organisation, Size = request.Size };
    }

    /// <summary>
    /// Returns the files of the course in the language of the request; null when the translation has errors or is
    /// incomplete (reported).
    /// </summary>
    private static CourseText? TextOf(CourseSource source, EditionRequest request, DiagnosticBag bag)
    {
        if (request.Language is not { } language)
            return source.Written;
        if (PseudoLanguage.All.Contains(language))
            return source.In(language, place => PseudoLanguage.Rewrite(place, language));
        // An unusable course.yaml is reported when the course is read.
        if (CourseReader.Declare(source.Written) is not { } declared || declared.Language.Value == language)
            return source.Written;
        if (source.Translation(language, bag) is not { } translation)
            return null;
        translation.Check(bag);
        ReportState(translation, request.Require, source.Folder, bag);
        return bag.HasErrors ? null : source.In(language, translation.Rewrite);
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

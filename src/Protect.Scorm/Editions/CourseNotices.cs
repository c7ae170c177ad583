using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Editions;

/// <summary>Notices of a course in its languages, for documents next to a package.</summary>
internal static class CourseNotices
{
    private const string Address = "course.notice";

    /// <summary>
    /// Returns the notice of the course in a language, and the notice that the translation is not reviewed; null for
    /// neither.
    /// </summary>
    /// <param name="source">The folder of the course.</param>
    /// <param name="course">The course in the language of the source.</param>
    /// <param name="language">BCP 47; a language without a translation has the notice of the source.</param>
    public static string? In(CourseSource source, Course course, string language)
    {
        string[] notices =
        [
            .. new[] { OfCourse(source, course, language), OfTranslation(source, course, language) }.OfType<string>(),
        ];
        return notices.Length == 0 ? null : string.Join(' ', notices);
    }

    /// <summary>Returns the notice of a translation that is not completely reviewed; null for others.</summary>
    public static string? OfTranslation(CourseSource source, Course course, string language)
    {
        if (Find(source, course, language) is not { Counts.IsReviewed: false })
            return null;
        var bag = new DiagnosticBag();
        return UiStrings
            .Read(new Theme([], source.Yaml, bag), course.Language with { Value = language }, bag)
            ?.Page["not_reviewed"];
    }

    private static string? OfCourse(CourseSource source, Course course, string language) =>
        Find(source, course, language)?.Find(Address) is (_, { State: >= TranslationState.Translated } unit)
            ? unit.Target
            : course.Notice?.Value;

    private static Translation? Find(CourseSource source, Course course, string language) =>
        language != course.Language.Value && CourseTranslation.Languages(source.Folder).Contains(language)
            ? source.Translation(language, new DiagnosticBag())
            : null;
}

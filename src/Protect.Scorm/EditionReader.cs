using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm;

/// <summary>Reads a course in the language a package is for.</summary>
internal static class EditionReader
{
    /// <summary>Null, reported, when the course or its translation cannot be read or is not far enough.</summary>
    public static Course? Read(SourceFolder folder, CompileOptions options, DiagnosticBag bag)
    {
        if (options.Language is not { } language) return CourseReader.Read(folder, bag);
        if (PseudoLanguage.All.Contains(language)) return In(language, CourseReader.Read(folder, bag, place => PseudoLanguage.Rewrite(place, language)));
        var head = new DiagnosticBag();
        if (CourseReader.Read(folder, head) is { } source && source.Language.Value == language) return CourseReader.Read(folder, bag);

        if (CourseTranslation.Read(folder, language, bag) is not { } translation) return null;
        translation.Check(bag);
        ReportState(translation, options.Require, folder, bag);
        return bag.HasErrors ? null : In(language, CourseReader.Read(folder, bag, translation.Rewrite));
    }

    private static Course? In(string language, Course? course) => course is null ? null : course with { Language = course.Language with { Value = language } };

    private static void ReportState(Translation translation, TranslationState required, SourceFolder folder, DiagnosticBag bag)
    {
        TranslationCounts counts = translation.Counts;
        SourceSpan start = SourceFile.WithoutText(folder.Display(CourseTranslation.PathOf(translation.Target))).Start;
        if (counts.Below(required) > 0)
        {
            bag.Add(TranslatingRules.NotGoodEnough, start, translation.Target, counts.Below(required), counts.Total,
                required == TranslationState.Reviewed ? "not reviewed" : "not translated", counts.New, counts.Stale, counts.Translated, counts.Reviewed);
        }
        else if (counts.New + counts.Stale > 0)
        {
            bag.Add(TranslatingRules.Untranslated, start, counts.New + counts.Stale, counts.Total, translation.Source, counts.New, counts.Stale);
        }
    }
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Editions;

/// <summary>Reads the translations of a course and imports files that translators have edited.</summary>
internal static class CourseTranslation
{
    private const string Folder = "languages/",
        Ending = ".xlf";

    public static string PathOf(string language) => Folder + language + Ending;

    /// <summary>
    /// Lists the languages with a translation file, in ordinal order, without the language of the source.
    /// </summary>
    public static IReadOnlyList<string> Languages(SourceFolder folder) =>
        [
            .. folder
                .Files.Where(file =>
                    file.StartsWith(Folder, StringComparison.Ordinal)
                    && file.EndsWith(Ending, StringComparison.Ordinal)
                    && !file[Folder.Length..].Contains('/')
                )
                .Select(file => file[Folder.Length..^Ending.Length]),
        ];

    /// <summary>Joins the texts of the course with the translation file of a language.</summary>
    /// <param name="course">The course.</param>
    /// <param name="language">BCP 47.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    /// <param name="mayBeNew">True to start a translation when there is no file yet.</param>
    /// <returns>The translation, or null when the course or the file cannot be read (reported).</returns>
    public static Translation? Read(CourseSource course, string language, DiagnosticBag bag, bool mayBeNew = false)
    {
        SourceFolder folder = course.Folder;
        if (course.Read(bag) is not { } written || bag.HasErrors)
            return null;
        string source = written.Language.Value,
            path = PathOf(language);
        if (!folder.Exists(path))
        {
            if (mayBeNew)
                return Translation.Join(course.Places, null, source, language);
            bag.Add(
                TranslatingRules.NoTranslation,
                written.Language.Span,
                path,
                language,
                Nearest.Hint(language, [.. Languages(folder), source])
            );
            return null;
        }
        if (folder.Text(path) is not { } text)
        {
            bag.Add(
                TranslatingRules.MalformedXliff,
                SourceFile.WithoutText(folder.Display(path)).Start,
                "it is not UTF-8 text."
            );
            return null;
        }
        if (XliffFile.Read(text, bag) is not { } file || bag.HasErrors)
            return null;
        if (file.Target != language || file.Source != source)
        {
            bag.Add(TranslatingRules.WrongTargetLanguage, text.Start, language, file.Source, file.Target);
            return null;
        }
        return Translation.Join(course.Places, file, source, language);
    }

    /// <summary>Imports the translations of an edited file, text by text.</summary>
    /// <param name="current">The translation of the course so far.</param>
    /// <param name="edited">The edited file.</param>
    /// <param name="review">Name of the reviewer and date, for texts that the file marks as final; null for
    /// none.</param>
    /// <param name="bag">Receives the reason for each text that is refused.</param>
    public static (Translation Result, int Accepted, int Unchanged, int Refused) Import(
        Translation current,
        TranslationFile edited,
        string? review,
        DiagnosticBag bag
    )
    {
        int accepted = 0,
            unchanged = 0,
            refused = 0;
        foreach (TranslationUnit unit in edited.Units)
        {
            if (string.IsNullOrWhiteSpace(unit.Target) || unit.State is TranslationState.New or TranslationState.Stale)
                unchanged++;
            else if (current.Find(unit.Id) is not { } here)
                Refuse(TranslatingRules.UnknownUnit, unit.Span, unit.Id.Length > 0 ? unit.Id : unit.Source);
            else if (here.Unit.Source != unit.Source.Trim())
                Refuse(TranslatingRules.SourceChanged, unit.Span, unit.Id);
            else
                Take(here.Place, here.Unit, unit);
        }
        return (current, accepted, unchanged, refused);

        void Take(TextPlace place, TranslationUnit old, TranslationUnit unit)
        {
            var faults = new DiagnosticBag();
            Translation.Check(place, unit, faults);
            if (faults.HasErrors)
            {
                foreach (Diagnostic fault in faults.Sorted)
                    bag.Add(fault);
                refused++;
                return;
            }
            bool isReviewed = unit.State == TranslationState.Reviewed && (review ?? unit.Review) is not null;
            TranslationUnit next = old with
            {
                Target = unit.Target.Trim(),
                State = isReviewed ? TranslationState.Reviewed : TranslationState.Translated,
                Review = isReviewed ? review ?? unit.Review : null,
                PreviousSource = null,
            };
            if (next == old)
                unchanged++;
            else
                accepted++;
            current = current.With(next);
        }

        void Refuse(DiagnosticRule rule, SourceSpan span, string id)
        {
            bag.Add(rule, span, id);
            refused++;
        }
    }
}

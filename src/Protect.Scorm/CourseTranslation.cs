using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm;

/// <summary>The translation desk: which texts a course has, how far each language is, and the way out and back for translators.</summary>
internal static class CourseTranslation
{
    private const string Folder = "languages/",
        Ending = ".xlf";

    public static string PathOf(string language) => Folder + language + Ending;

    /// <summary>The languages a course has a file for, in ordinal order; the source is not among them.</summary>
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

    /// <summary>The course's texts joined with its file for a language; null, reported, when course or file cannot be read.</summary>
    public static Translation? Read(SourceFolder folder, string language, DiagnosticBag bag, bool mayBeNew = false)
    {
        var texts = new List<TextPlace>();
        if (CourseReader.Read(folder, bag, place => Keep(texts, place)) is not { } course || bag.HasErrors)
            return null;
        // Modules that only an edition has; what is wrong with them is told where the edition is built.
        foreach (Edition edition in course.Editions)
            CourseReader.Read(folder, new DiagnosticBag(), place => Keep(texts, place), edition.Id.Value);
        string source = course.Language.Value,
            path = PathOf(language);
        if (!folder.Exists(path))
        {
            if (mayBeNew)
                return Translation.Join(texts, null, source, language);
            bag.Add(
                TranslatingRules.NoTranslation,
                course.Language.Span,
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
        return Translation.Join(texts, file, source, language);
    }

    /// <summary>Brings the translations of an edited file in, text by text.</summary>
    /// <param name="current">What the course has.</param>
    /// <param name="edited">What came back.</param>
    /// <param name="review">Who reviewed what the file calls final, and when; null when nobody did.</param>
    /// <param name="bag">Takes the reason of each text that is refused.</param>
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
                Refuse(TranslatingRules.UnknownUnit, unit.Span, unit.Id);
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

    private static YamlScalar Keep(List<TextPlace> texts, TextPlace place)
    {
        texts.Add(place);
        return place.Scalar;
    }
}

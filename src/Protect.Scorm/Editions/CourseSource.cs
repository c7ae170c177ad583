using System.Collections.Concurrent;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Editions;

/// <summary>
/// A course folder at one moment. Each file is read from the disk once, parsed once and translated once per language,
/// for all packages. Thread-safe.
/// </summary>
internal sealed class CourseSource
{
    private readonly ConcurrentDictionary<string, Lazy<TranslationReading>> _translations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CourseText> _texts = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<TextPlace>> _places;

    /// <param name="folder">The folder of the course.</param>
    /// <param name="before">The course before its folder changed; unchanged files are reused. Null for none.</param>
    public CourseSource(SourceFolder folder, CourseSource? before = null)
    {
        Folder = SourceFolder.Snapshot(folder);
        Yaml = before?.Yaml ?? new YamlFiles();
        Written = new CourseText(Folder, Yaml, null, before?.Written);
        _places = new(() => CourseReader.Texts(Written));
    }

    public SourceFolder Folder { get; }

    /// <summary>The parsed files of the course, its theme and its organisation.</summary>
    public YamlFiles Yaml { get; }

    /// <summary>The files of the course as written.</summary>
    public CourseText Written { get; }

    /// <summary>The texts to translate, in the order of the course.</summary>
    public IReadOnlyList<TextPlace> Places => _places.Value;

    /// <summary>Reads the course as written; null when it is unusable. All faults are reported.</summary>
    /// <param name="bag">Receives the diagnostics.</param>
    /// <param name="edition">The id of an edition; null for the course with all modules.</param>
    public Course? Read(DiagnosticBag bag, string? edition = null) => CourseReader.Read(Written, bag, edition: edition);

    /// <summary>Reads the file of a country for the course as written; null when it has errors (reported).</summary>
    public Country? Country(string code, DiagnosticBag bag) =>
        CourseReader.Declare(Written) is { } course
            ? CountryReader.Read(Written, course, new Citations(course.Sources), null, course.Language.Value, code, bag)
            : null;

    /// <summary>Joins the texts of the course with the translation file of a language.</summary>
    /// <returns>The translation, or null when the course or the file cannot be read (reported).</returns>
    public Translation? Translation(string language, DiagnosticBag bag)
    {
        TranslationReading reading = _translations
            .GetOrAdd(
                language,
                _ => new Lazy<TranslationReading>(() =>
                {
                    var own = new DiagnosticBag();
                    return new TranslationReading(CourseTranslation.Read(this, language, own), own.Sorted);
                })
            )
            .Value;
        bag.AddAll(reading.Findings);
        return reading.Translation;
    }

    /// <summary>Returns the files of the course with each text translated.</summary>
    /// <param name="language">BCP 47; the same language always has the same <paramref name="translate"/>.</param>
    /// <param name="translate">Translates one text.</param>
    public CourseText In(string language, TextRewriter translate) =>
        _texts.GetOrAdd(language, _ => new CourseText(Folder, Yaml, translate));

    private sealed record TranslationReading(Translation? Translation, IReadOnlyList<Diagnostic> Findings);
}

using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Translating;

/// <summary>Use of one glossary term in a translation.</summary>
/// <param name="Source">The forms of the term in the source.</param>
/// <param name="Target">Its forms in the translation; empty when the term is not translated.</param>
/// <param name="Used">The number of translated texts whose source uses the term.</param>
/// <param name="Without">Addresses of those that use none of its forms.</param>
internal sealed record TermUse(
    IReadOnlyList<string> Source,
    IReadOnlyList<string> Target,
    int Used,
    IReadOnlyList<string> Without
);

/// <summary>Compares the glossary of a course with its translated texts.</summary>
internal static partial class TermList
{
    /// <summary>Returns the use of each term, in the order of the glossary.</summary>
    public static IReadOnlyList<TermUse> Of(Translation translation)
    {
        TranslationUnit[] units = [.. translation.File.Units];
        TranslationUnit[] texts =
        [
            .. units.Where(unit =>
                unit.State >= TranslationState.Translated && !unit.Id.StartsWith(Glossary, StringComparison.Ordinal)
            ),
        ];
        return
        [
            .. units
                .Select(unit => (Unit: unit, Entry: Entry().Match(unit.Id)))
                .Where(item => item.Entry.Success)
                .GroupBy(item => item.Entry.Groups[1].Value)
                .Select(words => Use(translation, [.. words.Select(item => item.Unit)], texts)),
        ];
    }

    private const string Glossary = "course.glossary.";

    private static TermUse Use(Translation translation, TranslationUnit[] words, TranslationUnit[] texts)
    {
        string[] source = [.. words.SelectMany(unit => GlossaryEntry.FormsIn(unit.Source))],
            target =

            [
                .. words
                    .Where(unit => unit.State >= TranslationState.Translated)
                    .SelectMany(unit => GlossaryEntry.FormsIn(unit.Target))
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ];
        TranslationUnit[] used = [.. texts.Where(unit => HasAny(unit.Source, source, translation.Source))];
        return new TermUse(
            source,
            target,
            used.Length,
            [.. used.Where(unit => !HasAny(unit.Target, target, translation.Target)).Select(unit => unit.Id)]
        );
    }

    private static bool HasAny(string text, string[] words, string language)
    {
        string folded = WholeWords.Fold(text, language);
        return words.Any(word => WholeWords.IndexOf(folded, WholeWords.Fold(word, language)) >= 0);
    }

    [GeneratedRegex(@"\Acourse\.glossary\.([^.]+)\.(?:term|also\.[^.]+)\z")]
    private static partial Regex Entry();
}

using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reporting;

/// <summary>One value of a country to check.</summary>
/// <param name="Entry">The entry: its slot and its number there, or <c>new</c> for a slot without one.</param>
/// <param name="Field">The name of the field; <c>about.pl</c> for its text in one more language.</param>
/// <param name="Slot">The heading of the slot, in the language of the letter.</param>
/// <param name="Now">The value in the file; empty when there is none.</param>
/// <param name="From">The source of the entry, and the note for reviewers.</param>
internal sealed record CountryQuestion(string Entry, string Field, string Slot, string Now, string From)
{
    /// <summary>True when the slot has no entry.</summary>
    public bool IsNew => Entry.EndsWith(CountryQuestions.New, StringComparison.Ordinal);
}

/// <summary>Lists the values of a country that a person checks.</summary>
internal static class CountryQuestions
{
    /// <summary>Ending of the entry of a slot without one.</summary>
    public const string New = ".new";

    /// <summary>Fields with a value to check, in order; the last one only in new entries.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    ["name", "number", "url", "about", "worker", "volunteer", "hours", "languages", "none", "source"];

    private static readonly string[] Duties = ["worker", "volunteer"],
        OfNew = ["name", "number", "url", "hours", "none", "source"],
        OfSource = ["title", "publisher", "year", "url"],
        OfNewLaw = ["about", "worker", "volunteer", "none", "source"];

    /// <summary>Returns the path of a country's file.</summary>
    public static string PathOf(string code) => $"countries/{code}.yaml";

    /// <summary>Returns the questions about a country, in the order of the slots.</summary>
    /// <param name="source">The folder of the course.</param>
    /// <param name="course">The course in the language of the source.</param>
    /// <param name="file">The fields of the country's file.</param>
    /// <param name="language">The language of the letter, BCP 47.</param>
    public static IReadOnlyList<CountryQuestion> Of(CourseSource source, Course course, YamlMap file, string language)
    {
        var questions = new List<CountryQuestion>();
        foreach (CountrySlot slot in course.CountryNeeds!.Slots)
        {
            string title = TitleOf(source, course, slot, language);
            YamlMap[] entries = [.. EntriesOf(file, slot.Id.Value)];
            if (entries.Length == 0)
                questions.AddRange(
                    (slot.Part == SlotPart.Law ? OfNewLaw : OfNew).Select(field => new CountryQuestion(
                        slot.Id.Value + New,
                        field,
                        title,
                        "",
                        ""
                    ))
                );
            for (int at = 0; at < entries.Length; at++)
                questions.AddRange(Of(entries[at], $"{slot.Id.Value}.{at + 1}", title, slot.Part, language));
        }
        return questions;
    }

    private static IEnumerable<CountryQuestion> Of(
        YamlMap entry,
        string id,
        string title,
        SlotPart part,
        string language
    )
    {
        YamlMap? own = TextsOf(entry, language);
        foreach (string field in Fields.Where(field => field != "source"))
        {
            string now = TextOf(entry, field),
                translated = own is null ? "" : TextOf(own, field);
            if (now.Length > 0 || (part == SlotPart.Law && Duties.Contains(field)))
                yield return new CountryQuestion(id, field, title, now, FromOf(entry));
            if (translated.Length > 0)
                yield return new CountryQuestion(id, $"{field}.{language}", title, translated, FromOf(entry));
        }
    }

    /// <summary>Returns the texts of an entry in one more language; null when it has none.</summary>
    public static YamlMap? TextsOf(YamlMap entry, string language) =>
        ((entry.Find("translations")?.Value as YamlList)?.Items ?? [])
            .OfType<YamlMap>()
            .FirstOrDefault(texts => TextOf(texts, "language") == language);

    /// <summary>Returns the languages in which an entry has one more text for a field.</summary>
    public static IEnumerable<string> LanguagesOf(YamlMap entry, string field) =>
        ((entry.Find("translations")?.Value as YamlList)?.Items ?? [])
            .OfType<YamlMap>()
            .Where(texts => TextOf(texts, field).Length > 0)
            .Select(texts => TextOf(texts, "language"));

    /// <summary>Returns the label of a field, with the language of a further text.</summary>
    public static string LabelOf(string field, CountryLetterTexts texts) =>
        field.IndexOf('.') is >= 0 and var dot
            ? $"{texts.Fields[field[..dot]]} ({field[(dot + 1)..]})"
            : texts.Fields[field];

    /// <summary>Returns the entries of a slot in a country's file.</summary>
    public static IEnumerable<YamlMap> EntriesOf(YamlMap file, string slot) =>
        ((file.Find("entries")?.Value as YamlList)?.Items ?? [])
            .OfType<YamlMap>()
            .Where(entry => TextOf(entry, "slot") == slot);

    /// <summary>Returns the value of a field on one line; empty when there is none.</summary>
    public static string TextOf(YamlMap entry, string field) =>
        entry.Find(field)?.Value is YamlScalar { IsEmpty: false } text ? OneLine(text.Value) : "";

    /// <summary>Returns a text with single spaces.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string FromOf(YamlMap entry)
    {
        string[] source =
        [
            .. entry.Find("source")?.Value is YamlMap map ? OfSource.Select(field => TextOf(map, field)) : [],
        ];
        string from = string.Join(", ", source.Where(part => part.Length > 0)),
            note = TextOf(entry, "note");
        return note.Length == 0 ? from : $"{from}. {note}";
    }

    /// <summary>Returns the heading of a slot in a language of the course; else in English or as written.</summary>
    private static string TitleOf(CourseSource source, Course course, CountrySlot slot, string language)
    {
        if (language == course.Language.Value)
            return slot.Title.Value;
        foreach (string tag in (string[])[language, "en"])
        {
            if (
                CourseTranslation.Languages(source.Folder).Contains(tag)
                && source.Translation(tag, new())?.Find($"course.country.slots.{slot.Id.Value}.title")
                    is (_, { State: >= TranslationState.Translated } unit)
            )
                return unit.Target;
        }
        return slot.Title.Value;
    }
}

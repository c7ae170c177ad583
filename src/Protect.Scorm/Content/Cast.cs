using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A reference to a person of the cast. Rendering looks the person up in the course.</summary>
internal sealed record Speaker(Located<string> Id);

/// <summary>The field and the names for people of the cast, common to scenes, dialogues and scenarios.</summary>
internal static class Cast
{
    /// <summary>The names of a person for templates.</summary>
    public static View<CastMember> Person { get; } =
        new View<CastMember>()
            .Text("name", person => person.Name.Value, "The name.")
            .Text("role", person => person.Role?.Value, "The role; may be empty.")
            .Text("alt", person => person.Alt?.Value, "The text alternative of the portrait.")
            .Text("initial", person => Initial(person.Name.Value), "The first letter, for people without a portrait.")
            .Add(
                new("portrait", Shown.Text, "The file of the portrait; empty without one, and in text packages."),
                person => person.Portrait
            );

    public static Field<T, Located<string>> SpeakerField<T>(Func<T, Located<string>?> get) =>
        new("speaker", CourseValues.Id, get, "The id of a person under “cast” in course.yaml.") { IsSecret = true };

    public static View<T> Speaks<T>(this View<T> view, Func<T, Located<string>?> get) =>
        view.Add(
            new("speaker", Shown.Group, "The person of the cast who speaks; may be empty.") { Inner = Person.Names },
            record => get(record) is { } id ? new Speaker(id) : null
        );

    public static View<T> People<T>(this View<T> view, Func<T, IEnumerable<Located<string>?>> get) =>
        view.Add(
            new("cast", Shown.List, "The people of the cast who speak in it, each once.") { Inner = Person.Names },
            record => get(record).OfType<Located<string>>().DistinctBy(id => id.Value).Select(id => new Speaker(id))
        );

    /// <summary>Returns the references to people in a page, in order.</summary>
    public static IEnumerable<Located<string>> SpeakersOf(Page page) =>
        BlockParts.Blocks(page).SelectMany(BlockParts.Speakers).Select(speaker => speaker.Id);

    /// <summary>Returns the portraits of the people who speak in some pages.</summary>
    public static IEnumerable<AssetRef> Portraits(Course course)
    {
        var used = course.Pages.SelectMany(SpeakersOf).Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        return course.Cast.Where(person => used.Contains(person.Id.Value)).Select(p => p.Portrait).OfType<AssetRef>();
    }

    private static string Initial(string name) => StringInfo.GetNextTextElement(name).ToUpperInvariant();
}

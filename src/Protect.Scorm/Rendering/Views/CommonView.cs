using Protect.Scorm.Content;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Rendering;

/// <summary>Names that every template can use.</summary>
internal static class CommonView
{
    private static readonly View<Course> About = new View<Course>()
        .Text("id", course => course.Id.Value, "The id.")
        .Text("title", course => course.Title.Value, "The title.")
        .Text("language", course => course.Language.Value, "The language, such as `fr`.")
        .Text(
            "direction",
            course => Script.Direction(course.Language.Value),
            "The direction of its text: `ltr` or `rtl`."
        )
        .Text("version", course => course.Version.Value, "The version.")
        .Text("description", course => course.Description.Value, "The description.")
        .Text("audience", course => course.Audience?.Value, "The audience; may be empty.")
        .Text("notice", course => course.Notice?.Value, "A sentence that learners must know; may be empty.")
        .Flag("unreviewed", course => course.IsUnreviewed, "True for a translation that is not completely reviewed.")
        .Text("licence", course => course.Licence.Value, "The licence.")
        .Number("minutes", course => course.Duration, "The duration in minutes.")
        .Texts("authors", course => course.Authors.Select(author => author.Value), "The authors.");

    /// <param name="texts">Keys of the player's texts for templates.</param>
    public static IReadOnlyList<ViewName> Names(IEnumerable<string> texts) => View(texts, null).Names;

    public static IReadOnlyDictionary<string, object?> Show(Course course, UiStrings strings) =>
        View(strings.Page.Keys, strings).Show(course);

    private static View<Course> View(IEnumerable<string> texts, UiStrings? strings) =>
        new View<Course>()
            .Add(
                new(
                    "s",
                    Shown.Group,
                    "The texts of `page` in `strings/`, in the language of the course: `{{ s.next }}`."
                )
                {
                    Inner = [.. texts.Select(key => new ViewName(key, Shown.Text, ""))],
                },
                _ => strings?.Page.ToDictionary(text => text.Key, object? (text) => text.Value)
            )
            .Group("course", About, course => course, "The course.");
}

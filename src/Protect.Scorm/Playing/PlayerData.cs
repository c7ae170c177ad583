using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>
/// Collects and writes the data of the browser program. The answer keys of a module travel with it.
/// </summary>
internal static class PlayerData
{
    private const string Opening = "protectCourse = ";

    /// <summary>Returns the data as a statement of the program, which uses the name <c>protectCourse</c>.</summary>
    public static string Statement(CourseData data) => $"{Opening}{Json(data, PlayerJson.Unescaped.CourseData)};\n";

    /// <summary>Returns player texts as JSON.</summary>
    public static string Words(IEnumerable<KeyValuePair<string, string>> words) =>
        Json(words.ToDictionary(), PlayerJson.Unescaped.DictionaryStringString);

    /// <summary>Extracts the data from a script that contains the statement; null when it does not.</summary>
    public static string? InScript(string script)
    {
        int start = script.IndexOf(Opening, StringComparison.Ordinal);
        int end = start < 0 ? -1 : script.IndexOf(";\n", start, StringComparison.Ordinal);
        return end < 0 ? null : script[(start + Opening.Length)..end];
    }

    /// <summary>Returns the words of each page, in course order, as a script file.</summary>
    public static string SearchScript(IReadOnlyList<(Page Page, string Words)> pages) =>
        Script(
            "words",
            new SearchData([
                .. pages.Select(item => new SearchPage(item.Page.Id.Value, item.Page.Title.Value, item.Words)),
            ]),
            PlayerJson.Unescaped.SearchData
        );

    /// <summary>Returns another language of the same package as a script file: its shell and its data.</summary>
    public static string LanguageScript(Course course, string direction, string body, CourseData data) =>
        Script(
            "language",
            new LanguageData(course.Language.Value, direction, body, data),
            PlayerJson.Unescaped.LanguageData
        );

    /// <summary>Collects the data of a course.</summary>
    public static CourseData Of(
        Course course,
        IReadOnlyDictionary<string, string> strings,
        IReadOnlyList<StateMap> earlier,
        FileNames names,
        IReadOnlyList<(string Language, string? File)> languages
    ) =>
        new(
            course.Id.Value,
            course.Version.Value,
            course.Language.Value,
            course.Title.Value,
            StateHash.Of(course),
            names.Search,
            [.. languages.Select(language => new CourseLanguage(language.Language, language.File))],
            [
                .. course.Modules.Select(
                    (module, index) =>
                        new CourseModule(
                            module.Id.Value,
                            index == 0 ? null : names.Of(module),
                            [.. module.Pages.Select(page => page.Id.Value)],
                            module.Duration
                        )
                ),
            ],
            QuestionData.All(course),
            AssessmentData.Of(course),
            Gate.All(course),
            PretestData.All(course),
            TrackingData.Of(course.Tracking),
            CourseLimits.Of(course.Tracking),
            [.. earlier.Select(EarlierLayout.Of)],
            ProgramWords.Of(course, strings, migrates: earlier.Count > 0).ToDictionary(),
            Keys(course.Modules[0])
        );

    /// <summary>
    /// Returns a module's script file: one call that passes its pages to the program. <paramref name="menu"/> is null
    /// when the menu has them already.
    /// </summary>
    public static string ModuleScript(Module module, string pages, string? menu) =>
        Script("module", new ModuleData(module.Id.Value, pages, menu, Keys(module)), PlayerJson.Unescaped.ModuleData);

    private static Dictionary<string, QuestionKey> Keys(Module module) =>
        module
            .Pages.SelectMany(page => page.Questions)
            .ToDictionary(item => item.Question.Id.Value, item => BlockKinds.Of(item.Question).Key(item.Question));

    private static string Script<T>(string call, T data, JsonTypeInfo<T> type) =>
        $"protect.{call}({Json(data, type)});\n";

    // Inside a page the JSON must not end its script element or open a comment.
    private static string Json<T>(T data, JsonTypeInfo<T> type) =>
        JsonSerializer.Serialize(data, type).Replace("</", "<\\/").Replace("<!--", "\\u003c!--");
}

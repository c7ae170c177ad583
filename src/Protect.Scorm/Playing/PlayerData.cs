using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Protect.Scorm.Content;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Playing;

/// <summary>
/// Writes the data of the browser program as JSON; src/browser/player/core/course-data.ts reads them. The answer keys
/// of a module travel with it.
/// </summary>
internal static class PlayerData
{
    /// <summary>
    /// File that contains the data when they are too large for index.html: courses of many hundred pages.
    /// </summary>
    public const string FileName = "course.js";

    private const int MostInPage = 30_000;

    /// <summary>Returns true when the data need their own file, so that index.html stays small.</summary>
    public static bool NeedsFile(string data) => data.Length > MostInPage;

    /// <summary>Returns the data as a script file, which the program loads.</summary>
    public static string CourseScript(string data) => $"protectCourse = {data};\nprotect.course(protectCourse);\n";

    /// <summary>Extracts the data from a script file; null when it is not one of our files.</summary>
    public static string? FromScript(string script)
    {
        const string opening = "protectCourse = ";
        int start = script.IndexOf(opening, StringComparison.Ordinal);
        int end = start < 0 ? -1 : script.IndexOf(";\n", start, StringComparison.Ordinal);
        return end < 0 ? null : script[(start + opening.Length)..end];
    }

    /// <summary>Id of the data block in index.html.</summary>
    public const string BlockId = "course-data";

    /// <summary>Returns the words of each page, in course order, as a script file.</summary>
    public static string SearchScript(IReadOnlyList<(Page Page, string Words)> pages) =>
        "protect.words("
        + Json(json =>
        {
            json.WriteStartArray("pages");
            foreach ((Page page, string words) in pages)
            {
                json.WriteStartObject();
                json.WriteString("id", page.Id.Value);
                json.WriteString("title", page.Title.Value);
                json.WriteString("words", words);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        })
        + ");\n";

    /// <summary>Returns another language of the same package as a script file: its shell and its data.</summary>
    public static string LanguageScript(Course course, string direction, string body, string data) =>
        "protect.language("
        + Json(json =>
        {
            json.WriteString("language", course.Language.Value);
            json.WriteString("direction", direction);
            json.WriteString("body", body);
            json.WritePropertyName("data");
            json.WriteRawValue(data);
        })
        + ");\n";

    /// <summary>Returns the data block of index.html.</summary>
    public static string Course(
        Course course,
        IReadOnlyDictionary<string, string> strings,
        IReadOnlyList<StateMap> earlier,
        FileNames names,
        IReadOnlyList<(string Language, string? File)> languages
    ) =>
        Json(json =>
        {
            json.WriteString("id", course.Id.Value);
            json.WriteString("version", course.Version.Value);
            json.WriteString("language", course.Language.Value);
            json.WriteString("title", course.Title.Value);
            json.WriteString("hash", StateHash.Of(course));
            json.WriteString("search", names.Search);
            json.WriteStartArray("languages");
            foreach ((string language, string? file) in languages)
            {
                json.WriteStartObject();
                json.WriteString("language", language);
                json.WriteString("file", file);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            WriteModules(json, course, names);
            WriteQuestions(json, course);
            WriteAssessment(json, course);
            GateData.Write(json, course);
            WriteTracking(json, course.Tracking);
            json.WriteStartObject("limits");
            json.WriteNumber("suspendData", LmsTargets.ById(course.Tracking.Lms).SuspendData.Value);
            json.WriteNumber("location", Scorm12Limits.Location);
            json.WriteNumber("text", Scorm12Limits.ShortText);
            json.WriteEndObject();
            json.WriteStartArray("earlier");
            foreach (StateMap map in earlier)
                map.WriteForPlayer(json);
            json.WriteEndArray();
            json.WriteStartObject("strings");
            foreach ((string key, string text) in ProgramWords.Of(course, strings))
                json.WriteString(key, text);
            json.WriteEndObject();
            WriteKeys(json, course.Modules[0]);
        });

    /// <summary>
    /// Returns a module's script file: one call that passes its pages to the program. <paramref name="menu"/> is null
    /// when the menu has them already.
    /// </summary>
    public static string ModuleScript(Module module, string pages, string? menu) =>
        "protect.module("
        + Json(json =>
        {
            json.WriteString("id", module.Id.Value);
            json.WriteString("html", pages);
            json.WriteString("menu", menu);
            WriteKeys(json, module);
        })
        + ");\n";

    private static void WriteModules(Utf8JsonWriter json, Course course, FileNames names)
    {
        json.WriteStartArray("modules");
        foreach (Module module in course.Modules)
        {
            json.WriteStartObject();
            json.WriteString("id", module.Id.Value);
            json.WriteString("file", module == course.Modules[0] ? null : names.Of(module));
            json.WriteStartArray("pages");
            foreach (Page page in module.Pages)
                json.WriteStringValue(page.Id.Value);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteQuestions(Utf8JsonWriter json, Course course)
    {
        json.WriteStartArray("questions");
        foreach ((Page page, Question question, bool assessed) in course.Questions)
        {
            IQuestionKind kind = BlockKinds.Of(question);
            json.WriteStartObject();
            json.WriteString("id", question.Id.Value);
            json.WriteString("kind", question.Slug);
            json.WriteString("page", page.Id.Value);
            json.WriteNumber("options", kind.Options(question));
            json.WriteNumber("parts", kind.Parts(question));
            json.WriteNumber("bits", StateLayout.ResponseBits(question));
            json.WriteNumber("weight", kind.IsMarked ? question.Core.Weight?.Value ?? 1 : 0);
            json.WriteBoolean("assessed", assessed);
            json.WriteBoolean("private", page.IsPrivate);
            json.WriteBoolean("critical", question.Core.IsCritical);
            json.WriteBoolean("confidence", question.Core.AsksConfidence);
            json.WriteBoolean("shuffle", kind.Shuffles(question));
            json.WriteString("review", question.Core.Review?.Id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteAssessment(Utf8JsonWriter json, Course course)
    {
        if (course.AssessmentPage is not { Assessment: { } assessment } page)
        {
            json.WriteNull("assessment");
            return;
        }
        json.WriteStartObject("assessment");
        json.WriteString("page", page.Id.Value);
        if (assessment.Attempts is { } attempts)
            json.WriteNumber("attempts", attempts.Value);
        else
            json.WriteNull("attempts");
        json.WriteNumber("passMark", course.Tracking.PassMark);
        json.WriteBoolean("shuffleQuestions", assessment.ShuffleQuestions);
        json.WriteBoolean("shuffleOptions", assessment.ShuffleOptions);
        json.WriteString(
            "credit",
            assessment.Credit?.Value switch
            {
                CreditRule.Share => "share",
                CreditRule.ShareLessWrong => "share-less-wrong",
                _ => "whole",
            }
        );
        json.WriteString(
            "keep",
            assessment.ScoreOf?.Value switch
            {
                KeptResult.Last => "last",
                KeptResult.First => "first",
                _ => "best",
            }
        );
        json.WriteString(
            "feedback",
            assessment.Feedback?.Value switch
            {
                FeedbackTime.Now => "now",
                FeedbackTime.Never => "never",
                _ => "end",
            }
        );
        WriteDraws(json, assessment.Draws);
        json.WriteEndObject();
    }

    internal static void WriteDraws(Utf8JsonWriter json, IReadOnlyList<Draw> draws)
    {
        json.WriteStartArray("draw");
        foreach (Draw draw in draws)
        {
            json.WriteStartObject();
            json.WriteNumber("count", draw.Count);
            json.WriteStartArray("of");
            foreach (int index in draw.Of)
                json.WriteNumberValue(index);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteTracking(Utf8JsonWriter json, Tracking tracking)
    {
        json.WriteStartObject("tracking");
        json.WriteStartArray("completedBy");
        foreach (CompletionPart part in tracking.CompletedBy.Select(p => p.Value).Distinct())
            json.WriteStringValue(part.ToString().ToLowerInvariant());
        json.WriteEndArray();
        json.WriteString("score", tracking.Score.Value.ToString().ToLowerInvariant());
        json.WriteString(
            "report",
            tracking.Report switch
            {
                ReportStyle.PassedFailed => "passed-failed",
                ReportStyle.PassedIncomplete => "passed-incomplete",
                ReportStyle.CompletedIncomplete => "completed-incomplete",
                _ => "completed-failed",
            }
        );
        json.WriteString("decidedBy", tracking.DecidedBy.Value == VerdictBy.Lms ? "lms" : "course");
        json.WriteBoolean("interactions", tracking.Interactions);
        json.WriteEndObject();
    }

    private static void WriteKeys(Utf8JsonWriter json, Module module)
    {
        json.WriteStartObject("keys");
        foreach ((_, Question question, _) in module.Pages.SelectMany(page => page.Questions))
        {
            json.WriteStartObject(question.Id.Value);
            json.WriteStartArray("right");
            foreach (int index in BlockKinds.Of(question).Right(question))
                json.WriteNumberValue(index);
            json.WriteEndArray();
            BlockKinds.Of(question).WriteKey(question, json);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    internal static string Json(Action<Utf8JsonWriter> write, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions
                {
                    Indented = indented,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        // Inside a page the JSON must not end its script element or open a comment.
        return Encoding.UTF8.GetString(stream.ToArray()).Replace("</", "<\\/").Replace("<!--", "\\u003c!--");
    }
}

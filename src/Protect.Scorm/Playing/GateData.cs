using System.Text.Json;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>
/// Requirements of locked pages, by index of page and knowledge check; read by src/browser/player/core/gates.ts.
/// </summary>
internal static class GateData
{
    public static void Write(Utf8JsonWriter json, Course course)
    {
        string[] pages = [.. course.Pages.Select(page => page.Id.Value)];
        string[] checks =
        [
            .. course.KeptQuestions.Where(item => !item.Assessed).Select(item => item.Question.Id.Value),
        ];
        json.WriteStartArray("gates");
        Requirement[][] all =
        [
            .. course.Modules.SelectMany(module =>
                module.Pages.Select(page => (Requirement[])[.. module.Requires, .. page.Requires])
            ),
        ];
        foreach ((Requirement[] needs, int index) in all.Select((needs, index) => (needs, index)))
        {
            if (needs.Length == 0)
                continue;
            json.WriteStartObject();
            json.WriteNumber("page", index);
            json.WriteStartArray("needs");
            foreach (Requirement need in needs)
            {
                json.WriteStartObject();
                if (need.Page is { } seen)
                    json.WriteNumber("page", Array.IndexOf(pages, seen.Id));
                else if (need.Check is { } check)
                    json.WriteNumber("check", Array.IndexOf(checks, check.Value));
                else
                    json.WriteNumber("score", need.Score?.Value ?? 0);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WritePretests(json, course, checks);
    }

    private static void WritePretests(Utf8JsonWriter json, Course course, string[] checks)
    {
        json.WriteStartArray("pretests");
        foreach (Page page in course.Pages.Where(page => page.Pretest is not null))
        {
            json.WriteStartObject();
            json.WriteNumber("right", page.Pretest!.Right.Value);
            json.WriteStartArray("checks");
            foreach (Question question in page.Blocks.OfType<Question>())
                json.WriteNumberValue(Array.IndexOf(checks, question.Id.Value));
            json.WriteEndArray();
            json.WriteStartArray("pages");
            foreach ((Page opened, int index) in course.Pages.Select((opened, index) => (opened, index)))
            {
                if (
                    course.Modules.Any(module =>
                        module.Pages.Contains(opened) && page.Pretest.Opens.Any(id => id.Value == module.Id.Value)
                    )
                )
                    json.WriteNumberValue(index);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

using System.Text.Json;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Preview;

/// <summary>The workspace as the page reads it.</summary>
internal static class WorkspaceJson
{
    public static void Write(Utf8JsonWriter json, Workspace workspace, string playOrigin)
    {
        json.WriteString("play", playOrigin);
        json.WriteStartArray("lms");
        foreach (LmsTarget target in LmsTargets.All)
        {
            json.WriteStartObject();
            json.WriteString("id", target.Id);
            json.WriteString("name", target.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (WorkspaceItem item in workspace.Items)
            Write(json, item);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, WorkspaceItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("name", item.Name);
        json.WriteString("title", item.Now?.Title);
        // A course that is not compiled yet is compiled when its first page is requested.
        json.WriteString("href", item.Now?.Href ?? (item is CourseItem { IsCompiled: false } ? "index.html" : null));
        json.WriteNumber("version", item.Version);
        Replies.Findings(json, item.Findings);
        switch (item)
        {
            case CourseItem course:
                Write(json, course);
                break;
            case ZipItem zip:
                json.WriteString("kind", "package");
                json.WriteNumber("bytes", zip.Bytes);
                json.WriteString("maker", zip.Maker);
                break;
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CourseItem course)
    {
        json.WriteString("kind", "course");
        json.WriteString("folder", course.Folder);
        json.WriteBoolean("compiled", course.IsCompiled);
        if (course.Sound is { Summary: { } facts })
        {
            json.WriteStartObject("facts");
            if (course.ZipBytes is { } bytes)
                json.WriteNumber("bytes", bytes);
            json.WriteNumber("pages", facts.Pages);
            json.WriteNumber("questions", facts.Questions);
            json.WriteNumber("state", facts.State.Characters);
            json.WriteNumber("limit", facts.Target.SuspendData.Value);
            json.WriteEndObject();
        }
        if (course.State is { } state)
            Write(json, state);
    }

    private static void Write(Utf8JsonWriter json, CourseState state)
    {
        json.WriteStartObject("offers");
        json.WriteStartArray("languages");
        foreach (LanguageState language in state.Languages)
        {
            json.WriteStartObject();
            json.WriteString("tag", language.Tag);
            json.WriteBoolean("sound", language.IsSound);
            if (language.Counts is { } counts)
            {
                json.WriteNumber("total", counts.Total);
                json.WriteNumber("missing", counts.New);
                json.WriteNumber("stale", counts.Stale);
                json.WriteNumber("reviewed", counts.Reviewed);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("countries");
        foreach (CountryState country in state.Countries)
        {
            json.WriteStartObject();
            json.WriteString("code", country.Code);
            json.WriteString("name", country.Name);
            json.WriteBoolean("sound", country.IsSound);
            json.WriteBoolean("draft", country.IsDraft);
            json.WriteNumber("missing", country.Missing);
            json.WriteNumber("unchecked", country.Unchecked);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("editions");
        foreach ((string id, string title) in state.Editions)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("title", title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("organisations");
        foreach (string file in state.Organisations)
            json.WriteStringValue(file);
        json.WriteEndArray();
        json.WriteString("lms", state.Tracking.Lms);
        if (state.HasAssessment)
            json.WriteNumber("passMark", state.Tracking.PassMark);
        if (state.HasAssessment && state.Tracking.PassMarkRange is { Value: var (lowest, highest) })
        {
            json.WriteNumber("lowest", lowest);
            json.WriteNumber("highest", highest);
        }
        json.WriteEndObject();
    }
}

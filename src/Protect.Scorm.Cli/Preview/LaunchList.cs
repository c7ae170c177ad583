using System.Text.Json;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Launchable items of a package, as JSON for the page that plays it.</summary>
internal static class LaunchList
{
    /// <summary>Writes the array <c>launches</c>; empty if there is nothing to launch.</summary>
    public static void Write(Utf8JsonWriter json, Played? played)
    {
        json.WriteStartArray("launches");
        foreach (LaunchItem item in played?.Read("imsmanifest.xml") is { } manifest ? LaunchItem.All(manifest) : [])
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("title", item.Title);
            json.WriteString("group", item.Group);
            json.WriteString("href", item.Href);
            json.WriteString("launchData", item.LaunchData);
            json.WriteString("mastery", item.MasteryScore);
            json.WriteString("maxTime", item.MaxTimeAllowed);
            json.WriteString("timeLimitAction", item.TimeLimitAction);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

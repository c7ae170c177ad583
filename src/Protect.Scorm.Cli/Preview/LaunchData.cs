using System.Text.Json.Serialization;
using Protect.Scorm.Inspecting.Opening;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Launchable items of a package, for the page that plays it. Empty if there is nothing to launch.</summary>
internal sealed record LaunchesData(IReadOnlyList<LaunchData> Launches)
{
    public static LaunchesData Of(Played? played) =>
        new([
            .. (played?.Read("imsmanifest.xml") is { } manifest ? LaunchItem.All(manifest) : []).Select(LaunchData.Of),
        ]);
}

/// <summary>Launchable item of a package, with the texts of its manifest.</summary>
/// <param name="Group">Title of the parent item; null at the top.</param>
/// <param name="Href">Address from the root of the package.</param>
internal sealed record LaunchData(
    string Id,
    string Title,
    string? Group,
    string Href,
    [property: JsonPropertyName("launchData")] string? DataFromLms,
    string? Mastery,
    string? MaxTime,
    string? TimeLimitAction
)
{
    public static LaunchData Of(LaunchItem item) =>
        new(
            item.Id,
            item.Title,
            item.Group,
            item.Href,
            item.LaunchData,
            item.MasteryScore,
            item.MaxTimeAllowed,
            item.TimeLimitAction
        );
}

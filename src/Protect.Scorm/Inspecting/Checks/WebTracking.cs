using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Scanning;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Checks rules W19, W20 and A14: communication of launch pages with an LMS, judged by the words in their scripts.
/// </summary>
internal static class WebTracking
{
    private const int MostLaunches = 200;
    private const string Unknown = "it is unknown whether its scripts communicate with an LMS";

    /// <summary>Returns the launchable files that exist; capped for hostile manifests.</summary>
    public static IEnumerable<ManifestLaunch> Launches(InspectedPackage package) =>
        (package.Manifest?.Launches ?? [])
            .Where(launch => launch.Path is { Length: > 0 } path && package.Find(path).Kind == MatchKind.Exact)
            .DistinctBy(launch => launch.Path)
            .Take(MostLaunches);

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        foreach (ManifestLaunch launch in Launches(package).Where(launch => launch.Resource.IsSco))
        {
            Reach reach = package.Content.Reach(launch.Path!);
            Api(package, launch, reach, bag);
            Mastery(package, launch, reach.Uses, bag);
        }
    }

    private static void Api(InspectedPackage package, ManifestLaunch launch, Reach reach, FindingBag bag)
    {
        bool is2004 = package.Kind == PackageKind.Scorm2004;
        (ScriptUse own, ScriptUse other) = is2004
            ? (ScriptUse.Api2004, ScriptUse.Api12)
            : (ScriptUse.Api12, ScriptUse.Api2004);
        ScriptUse uses = reach.Uses;
        if ((uses & (ScriptUse.Api12 | ScriptUse.Api2004 | ScriptUse.Wrapper)) == 0)
            bag.In(WebRules.NoApi, launch.Path!, launch.Path, Why(reach));
        else if ((uses & other) != 0 && (uses & own) == 0 && reach.Unread is null)
            bag.In(
                WebRules.OtherApi,
                launch.Path!,
                is2004 ? "2004" : "1.2",
                launch.Path,
                is2004 ? "SCORM 1.2 (API)" : "SCORM 2004 (API_1484_11)"
            );
    }

    /// <summary>Explains the result; “not found” and “cannot tell” are different.</summary>
    private static string Why(Reach reach) =>
        reach.Unread is { } unread ? $"{Unknown}: “{unread}” was not read"
        : reach.Uses.HasFlag(ScriptUse.Unreadable) ? $"{Unknown}: one of them could not be read to its end"
        : reach.Uses.HasFlag(ScriptUse.WritesScripts)
            ? $"{Unknown}: they load other scripts by names created at run time"
        : reach.Uses.HasFlag(ScriptUse.Minified)
            ? $"{Unknown}: they are minified, and none of the known names was found"
        : $"none of the {reach.Files.Count} files that it loads names the API of an LMS";

    private static void Mastery(InspectedPackage package, ManifestLaunch launch, ScriptUse uses, FindingBag bag)
    {
        XElement? mastery = launch
            .Item.Element.Elements()
            .FirstOrDefault(element => element.Name.LocalName == "masteryscore");
        if (package.Kind != PackageKind.Scorm12 || mastery is null || string.IsNullOrWhiteSpace(mastery.Value))
            return;
        if (
            (uses & (ScriptUse.CannotTell | ScriptUse.Score | ScriptUse.Verdict)) == 0
            && uses.HasFlag(ScriptUse.Api12 | ScriptUse.Completed)
        )
            bag.At(AdlRules.MasteryUnused, package.Manifest!.At(mastery), mastery.Value.Trim(), launch.Path);
    }
}

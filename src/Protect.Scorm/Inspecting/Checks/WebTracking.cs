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
    private const string Unknown = "it is unknown whether its scripts call the LMS";
    private const ScriptUse AnyApi = ScriptUse.Api12 | ScriptUse.Api2004 | ScriptUse.Wrapper;

    /// <summary>Returns the launchable files that exist; capped for hostile manifests.</summary>
    public static IEnumerable<ManifestLaunch> Launches(InspectedPackage package) =>
        (package.Manifest?.Launches ?? [])
            .Where(launch => launch.Path is { Length: > 0 } path && package.Find(path).Kind == MatchKind.Exact)
            .DistinctBy(launch => launch.Path)
            .Take(MostLaunches);

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ManifestLaunch[] scos = [.. Launches(package).Where(launch => launch.Resource.IsSco)];
        bool isMute = scos.All(sco => Unfollowed(package, package.Content.Reach(sco.Path!)) is null);
        foreach (ManifestLaunch launch in scos)
        {
            Reach reach = package.Content.Reach(launch.Path!);
            Api(package, launch, reach, isMute ? Affects.Everything : Affects.OnePart, bag);
            Mastery(package, launch, reach.Uses, bag);
        }
    }

    /// <summary>
    /// Returns true when every page that an LMS opens calls it: the names of its functions are in the scripts that the
    /// page loads. A page that is marked as an asset need not. False also means that it is unknown.
    /// </summary>
    public static bool Calls(InspectedPackage package)
    {
        IEnumerable<(string? Type, string? Path)> opened =
            package.Manifest is not { } manifest ? []
            : manifest.Shown.Count > 0
                ? manifest.ShownLaunches.Select(launch => (launch.Resource.ScormType, launch.Path))
            : manifest
                .Resources.Where(resource => !string.IsNullOrWhiteSpace(resource.Href))
                .Select(resource => (resource.ScormType, HrefChecks.Path(resource, resource.Href)));
        string?[] pages =
        [
            .. opened
                .Where(page => !"asset".Equals(page.Type, StringComparison.OrdinalIgnoreCase))
                .Select(page => page.Path)
                .Distinct()
                .Take(MostLaunches),
        ];
        // Another rule reports a page that is not there.
        return pages.Length > 0
            && pages.All(page =>
                page is not null
                && (
                    package.Find(page).Kind != MatchKind.Exact
                    || package
                        .Content.Reach(page)
                        .Uses.HasFlag(package.Kind == PackageKind.Scorm2004 ? ScriptUse.Api2004 : ScriptUse.Api12)
                )
            );
    }

    private static void Api(
        InspectedPackage package,
        ManifestLaunch launch,
        Reach reach,
        Affects affects,
        FindingBag bag
    )
    {
        bool is2004 = package.Kind == PackageKind.Scorm2004;
        (ScriptUse own, ScriptUse other) = is2004
            ? (ScriptUse.Api2004, ScriptUse.Api12)
            : (ScriptUse.Api12, ScriptUse.Api2004);
        ScriptUse uses = reach.Uses;
        if ((uses & AnyApi) == 0)
        {
            string? unknown = Unfollowed(package, reach);
            string why =
                unknown is not null ? $"{Unknown}: {unknown}"
                : reach.Files.Count == 1 ? "it calls no LMS: nothing is recorded"
                : $"none of the {reach.Files.Count} files that it loads calls the LMS: nothing is recorded";
            bag.Add(
                FindingBag.Made(
                    unknown is null ? WebRules.NoApi : WebRules.NoApi with { Severity = Severity.Note },
                    launch.Path!,
                    0,
                    0,
                    launch.Path,
                    why
                ),
                unknown ?? $"“{launch.Path}”",
                affects
            );
        }
        else if ((uses & other) != 0 && (uses & own) == 0 && reach.Unread is null)
            bag.In(
                WebRules.OtherApi,
                launch.Path!,
                is2004 ? "2004" : "1.2",
                launch.Path,
                is2004 ? "SCORM 1.2 (API)" : "SCORM 2004 (API_1484_11)"
            );
    }

    /// <summary>
    /// Returns the reason why a page may call the LMS; null when none of the scripts it can load does.
    /// </summary>
    private static string? Unfollowed(InspectedPackage package, Reach reach) =>
        (reach.Uses & AnyApi) != 0 ? "it names an LMS"
        : reach.Unread is { } unread ? $"“{unread}” was not read"
        : reach.Uses.HasFlag(ScriptUse.Unreadable) ? "one of its scripts could not be read to its end"
        : reach.Uses.HasFlag(ScriptUse.WritesScripts) ? "its scripts load other scripts by names created at run time"
        : reach.Uses.HasFlag(ScriptUse.Minified) ? "its scripts are minified, and none of the known names was found"
        : reach.Files.Any(WebPlugins.Is) ? "a plug-in of the browser would run them"
        : Calling(package) is { } other ? $"“{other}” calls an LMS, and it is unknown whether the page loads it"
        : package.Content.Unread.FirstOrDefault() is { } skipped ? $"“{skipped}” was not read"
        : null;

    /// <summary>Returns a file that calls an LMS and that no page is known to load; null when there is none.</summary>
    private static string? Calling(InspectedPackage package) =>
        package
            .Content.Scans.FirstOrDefault(file =>
                (file.Value.Uses & AnyApi) != 0 && !package.Content.Loaded.Contains(file.Key)
            )
            .Key;

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

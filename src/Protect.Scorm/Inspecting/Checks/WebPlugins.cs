using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Scanning;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Checks rule W15: content for plug-ins. Authoring tools also add it to packages of HTML5, where no learner sees it.
/// </summary>
internal static class WebPlugins
{
    private static readonly HashSet<string> Extensions =
    [
        "swf",
        "xap",
        "class",
        "jar",
        "dcr",
        "dir",
        "dxr",
        "aam",
        "ocx",
        "cab",
    ];

    public static bool Is(string name) => Extensions.Contains(PackagePath.Extension(name));

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        string[] files = [.. package.Files.Select(file => file.Name).Where(Is)];
        bool hasHtml5 = package.Files.Any(file =>
            PackagePath.BaseName(file.Name).Contains("html5", StringComparison.OrdinalIgnoreCase)
        );
        bool isEmbedded = package.Content.Scans.Any(scan =>
            scan.Value.Traits.Any(trait => trait.Kind == TraitKind.Plugin)
            && !package.Content.Unnamed.Contains(scan.Key)
        );
        foreach ((string name, ContentScan scan) in package.Content.Scans)
        foreach (Trait trait in scan.Traits.Where(trait => trait.Kind == TraitKind.Plugin))
            Add(trait.Words, name, trait.Line, trait.Column, !package.Content.Unnamed.Contains(name));
        if (files.Length > 0)
            Add(
                $"{Plurals.Count(files.Length, "file")} ({string.Join(", ", files.Take(FindingBag.MostNames))})",
                "",
                0,
                0,
                isEmbedded || files.Any(package.Content.Loaded.Contains) || package.LaunchFiles.Count == 0
            );

        void Add(string what, string file, int line, int column, bool isShown) =>
            bag.Add(
                FindingBag.Made(
                    isShown && !hasHtml5 ? WebRules.Plugin : WebRules.Plugin with { Severity = Severity.Note },
                    file,
                    line,
                    column,
                    what,
                    !isShown ? "; no page shows it"
                        : hasHtml5 ? "; the course also has an HTML5 version, which browsers show"
                        : ""
                ),
                what,
                isShown && !hasHtml5 ? Affects.Unstated : Affects.Nothing
            );
    }
}

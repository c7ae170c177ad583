using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules W: references and behaviour of the pages, styles and scripts of a package.</summary>
internal static class WebChecks
{
    private const int LargePage = 1_500_000;

    private static readonly string[] Parts = ["doctype", "charset", "language (lang)", "title"];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        WebContent content = package.Content;
        WebReferences.Check(package, bag);
        foreach ((string name, ContentScan scan) in content.Scans)
        {
            Traits(name, scan, bag);
            Encoding(name, scan, bag);
        }
        Pages(content, bag);
        bag.Names(
            WebRules.Inline,
            "",
            content
                .Scans.Where(file =>
                    file.Value.Traits.Any(trait =>
                        trait.Kind is TraitKind.InlineScript or TraitKind.InlineHandler or TraitKind.ScriptLink
                    )
                )
                .Select(file => file.Key)
        );
        Sizes(package, bag);
        WebFiles.Check(package, bag);
        WebPlugins.Check(package, bag);
        OuterDocuments(package, bag);
        WebTracking.Check(package, bag);
    }

    private static void Traits(string name, ContentScan scan, FindingBag bag)
    {
        foreach (Trait trait in scan.Traits)
        {
            PackageRule? rule = trait.Kind switch
            {
                TraitKind.Eval => WebRules.RunsText,
                TraitKind.UnloadHandler or TraitKind.BlockedLeaving => WebRules.Leaving,
                TraitKind.TopWindow => WebRules.TopWindow,
                TraitKind.Cookie or TraitKind.DocumentDomain or TraitKind.ServiceWorker => WebRules.SharedOrigin,
                _ => null,
            };
            if (rule is not null)
                bag.Add(
                    At(rule, name, trait, trait.Kind == TraitKind.UnloadHandler ? "A handler of “unload”" : trait.Words)
                );
            if (trait.Kind == TraitKind.LargeData)
                bag.Add(
                    At(
                        WebRules.Heavy,
                        name,
                        trait,
                        $"More than {ContentNotes.LargeData / 1000} KB of data are inside the file."
                    )
                );
        }
    }

    /// <summary>
    /// Reports scripts that use the document of the LMS: the top one always, the parent of a page that the LMS opens.
    /// In a frame of the course, the parent is a page of the course.
    /// </summary>
    private static void OuterDocuments(InspectedPackage package, FindingBag bag)
    {
        var opened = new HashSet<string>(package.LaunchFiles, StringComparer.Ordinal);
        foreach (string launch in package.LaunchFiles)
            if (package.Content.Scans.TryGetValue(launch, out ContentScan? page))
                opened.UnionWith(
                    page.References.Where(reference => reference.Kind == ReferenceKind.Script)
                        .Select(reference => WebContent.Target(launch, page, reference))
                        .OfType<string>()
                );
        foreach ((string name, ContentScan scan) in package.Content.Scans)
        foreach (Trait trait in scan.Traits.Where(trait => trait.Kind == TraitKind.OuterDocument))
            if (trait.Words.StartsWith("top", StringComparison.Ordinal) || opened.Contains(name))
                bag.Add(At(WebRules.OuterDocument, name, trait, trait.Words));
    }

    private static Finding At(PackageRule rule, string file, Trait trait, params object?[] words) =>
        FindingBag.Made(rule, file, trait.Line, trait.Column, words);

    /// <summary>Reports one finding for all pages that lack the same, because tools generate pages alike.</summary>
    private static void Pages(WebContent content, FindingBag bag)
    {
        foreach (
            IGrouping<string, string> alike in content
                .Scans.Where(file => file.Value.Page is { IsPage: true })
                .GroupBy(file => Missing(file.Value.Page!), file => file.Key)
                .Where(alike => alike.Key.Length > 0)
        )
        {
            string[] names = [.. alike];
            if (names.Length == 1)
                bag.In(WebRules.BarePage, names[0], alike.Key);
            else
                bag.Names(WebRules.BarePage with { Message = "{0} pages have no " + alike.Key + ": {1}." }, "", names);
        }
    }

    private static string Missing(PageHead page)
    {
        bool[] has = [page.HasDoctype, page.Charset is not null, page.HasLanguage, page.HasTitle];
        return string.Join(", ", Parts.Where((_, index) => !has[index]));
    }

    private static void Encoding(string name, ContentScan scan, FindingBag bag)
    {
        string? what = scan.Form switch
        {
            TextForm.Other when scan.Page?.Charset is null or "utf-8" or "utf8" => scan.Page?.Charset is null
                ? "not UTF-8"
                : "not UTF-8, although declared as such",
            TextForm.BareUtf16 => "UTF-16 without a byte-order mark",
            _ => null,
        };
        if (scan.Form == TextForm.Binary)
            bag.In(
                WebRules.Encoding with
                {
                    Message = "The file is named like a page, a style or a script, but contains no text.",
                    Help = "Put the right file there, or leave it out.",
                },
                name
            );
        if (what == "not UTF-8, although declared as such")
            bag.In(
                WebRules.Encoding with
                {
                    Message = "The text is not UTF-8, although declared as such; letters with accents are wrong.",
                },
                name
            );
        else if (what is not null)
            bag.In(WebRules.Encoding, name, what);
    }

    private static void Sizes(InspectedPackage package, FindingBag bag)
    {
        foreach (ZipEntry file in package.Files)
        {
            if (file.Size > LargePage && ContentScans.KindOf(file.Name) == ContentKind.Page)
                bag.In(
                    WebRules.Heavy,
                    file.Name,
                    FormattableString.Invariant($"The page has {file.Size / 1e6:0.0} MB.")
                );
        }
        bag.Names(WebRules.Unread, "", package.Content.Unread);
    }
}

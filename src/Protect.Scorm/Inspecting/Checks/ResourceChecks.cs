using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Scanning;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Checks rules R: resources exist and are what the manifest declares. Addresses are in <see cref="HrefChecks"/>.
/// </summary>
internal static class ResourceChecks
{
    private static readonly HashSet<string> Pages = ["html", "htm", "xhtml"],
        WithoutScripts =

        [
            "pdf",
            "doc",
            "docx",
            "ppt",
            "pptx",
            "xls",
            "xlsx",
            "swf",
            "mp4",
            "m4v",
            "mov",
            "wmv",
            "mp3",
            "jpg",
            "jpeg",
            "png",
            "gif",
            "txt",
            "rtf",
            "zip",
            "exe",
        ];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ManifestModel manifest = package.Manifest!;
        var opened = new HashSet<ManifestResource>(
            manifest.Items.Select(item => manifest.ResourceOf(item.ResourceId)).OfType<ManifestResource>(),
            ReferenceEqualityComparer.Instance
        );
        foreach (
            ManifestItem item in manifest.Items.Where(item =>
                manifest.ResourceOf(item.ResourceId) is { } named && string.IsNullOrWhiteSpace(named.Href)
            )
        )
            bag.About(
                item.Name,
                package.Parts.Of(item),
                ResourceRules.NoHref,
                item.Place,
                item.Name,
                NameOf(manifest.ResourceOf(item.ResourceId)!)
            );
        foreach (ManifestResource resource in manifest.Resources)
            One(package, resource, opened.Contains(resource), bag);
        foreach (
            XElement element in manifest
                .Root.DescendantsAndSelf()
                .Where(element => !ManifestModel.Is(element, "resource") && ScormTypeOf(element) is not null)
        )
            bag.At(ResourceRules.ScormTypePlace, manifest.At(element), element.Name.LocalName);
        bool isUnclear = opened.Any(resource => resource.ScormType is null);
        if (manifest.Launches.Count > 0 && !isUnclear && !manifest.Resources.Any(resource => resource.IsSco))
            bag.At(ResourceRules.NoSco, manifest.Launches[0].Resource.Place);
        First(manifest, bag);
        ResourceGraph.Check(package, opened, bag);
        HrefChecks.Check(package, opened, bag);
    }

    public static string NameOf(ManifestResource resource) =>
        resource.Identifier is { Length: > 0 } id ? $"“{id}”" : "without an identifier";

    public static XAttribute? ScormTypeOf(XElement element) =>
        element
            .Attributes()
            .FirstOrDefault(attribute =>
                attribute.Name.LocalName.Equals("scormtype", StringComparison.OrdinalIgnoreCase)
            );

    private static void One(InspectedPackage package, ManifestResource resource, bool isOpened, FindingBag bag)
    {
        if (resource.Type is null || isOpened && resource.Type != "webcontent")
            bag.At(
                ResourceRules.Type,
                resource.Place,
                NameOf(resource),
                resource.Type is null ? "nothing" : $"“{resource.Type}”"
            );
        if (isOpened && resource.ScormType is null)
            Unmarked(package, resource, bag);
        if (ScormTypeOf(resource.Element) is { } type)
        {
            if (package.Kind == PackageKind.Scorm2004)
                Spelling(Scorm2004Rules.ScormType, "scormType", type, package.Manifest!, bag);
            else
                Spelling(ResourceRules.ScormType, "scormtype", type, package.Manifest!, bag);
        }
        if (isOpened && resource.Href is { Length: > 0 } href)
            Opened(package, resource, href, bag);
    }

    /// <summary>
    /// Reports a resource without scormtype. A page for reading may lack it; a page that communicates with the LMS
    /// loses its data.
    /// </summary>
    private static void Unmarked(InspectedPackage package, ManifestResource resource, FindingBag bag)
    {
        bool speaks =
            HrefChecks.Path(resource, resource.Href) is { } path
            && package.Content.Reach(path).Uses.HasFlag(ScriptUse.Api12 | ScriptUse.Wrapper);
        bag.At(
            speaks ? ResourceRules.NoScormType.Grave : ResourceRules.NoScormType,
            resource.Place,
            NameOf(resource),
            speaks ? ", although its scripts communicate with an LMS" : ""
        );
    }

    private static void Spelling(PackageRule rule, string name, XAttribute type, ManifestModel manifest, FindingBag bag)
    {
        string written = $"{type.Name.LocalName}=\"{type.Value}\"";
        if (type.Value.Trim().ToLowerInvariant() is not ("sco" or "asset"))
            bag.At(rule.Grave, manifest.At(type), name, written);
        else if (type.Value is not ("sco" or "asset") || type.Name.LocalName != name)
            bag.At(rule, manifest.At(type), name, written);
    }

    private static void Opened(InspectedPackage package, ManifestResource resource, string href, FindingBag bag)
    {
        SourceSpan place = package.Manifest!.At(resource.Element, "href");
        if (PackagePath.IsExternal(href))
        {
            bag.At(
                resource.IsSco ? ResourceRules.External.Grave : ResourceRules.External,
                place,
                NameOf(resource),
                href,
                resource.IsSco ? ", where it cannot find the LMS" : ""
            );
            return;
        }
        if (href.AsSpan().ContainsAny('?', '#'))
            bag.At(ResourceRules.Query, place, href);
        string extension = PackagePath.Extension(HrefChecks.Path(resource, href) ?? href);
        if (Pages.Contains(extension))
            return;
        bool isMute = resource.IsSco && WithoutScripts.Contains(extension);
        bag.At(
            isMute ? ResourceRules.NotHtml.Grave : ResourceRules.NotHtml,
            place,
            NameOf(resource),
            href,
            isMute
                ? ", which can report nothing although it is marked as a SCO"
                : ", which is not named like an HTML page"
        );
    }

    private static void First(ManifestModel manifest, FindingBag bag)
    {
        if (
            manifest.ShownLaunches.Count == 0
            || manifest.Resources.FirstOrDefault(resource => !string.IsNullOrWhiteSpace(resource.Href)) is not { } first
        )
            return;
        if (!ReferenceEquals(first, manifest.ShownLaunches[0].Resource))
            bag.At(ResourceRules.FirstResource, first.Place, first.Href, manifest.ShownLaunches[0].Resource.Href);
    }
}

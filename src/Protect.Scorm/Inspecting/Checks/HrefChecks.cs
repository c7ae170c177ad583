using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules R07, R08 and R14 to R27: the addresses of a manifest.</summary>
internal static class HrefChecks
{
    private const int MostHref = 2000;

    public static void Check(InspectedPackage package, IReadOnlySet<ManifestResource> opened, FindingBag bag)
    {
        ManifestModel manifest = package.Manifest!;
        var twice = new List<string>();
        foreach (ManifestResource resource in manifest.Resources)
        {
            Href(
                package,
                resource,
                resource.Element,
                resource.Href,
                opened.Contains(resource),
                ResourceRules.LaunchMissing,
                bag
            );
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (ManifestFile file in resource.Files)
            {
                if (file.Href is { Length: > 0 } href && !seen.Add(href))
                    twice.Add(href);
                else if (file.Href != resource.Href)
                    Href(package, resource, file.Element, file.Href, isOpened: false, ResourceRules.FileMissing, bag);
            }
        }
        bag.Names(ResourceRules.ListedTwice, manifest.File.Path, twice);
        Bases(manifest, bag);
        bag.Names(
            ResourceRules.SameBaseName,
            "",
            package
                .Files.GroupBy(file => PackagePath.BaseName(file.Name), StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Skip(1).Any())
                .Select(group => group.Key)
        );
    }

    /// <summary>Resolves an href with its base to a file name; null for an address outside the package.</summary>
    public static string? Path(ManifestResource resource, string? href) =>
        string.IsNullOrWhiteSpace(href) || PackagePath.IsExternal(href)
            ? null
            : PackagePath.Resolve(
                "",
                resource.Base.Length > 0 && !resource.Base.EndsWith('/')
                    ? $"{resource.Base}/{href}"
                    : resource.Base + href
            );

    private static void Href(
        InspectedPackage package,
        ManifestResource resource,
        XElement element,
        string? href,
        bool isOpened,
        PackageRule missing,
        FindingBag bag
    )
    {
        if (string.IsNullOrWhiteSpace(href) || PackagePath.IsExternal(href))
            return;
        SourceSpan place = package.Manifest!.At(element, "href");
        PackageRule Graded(PackageRule rule) =>
            isOpened ? rule.Grave
            : rule.IsFormal ? rule
            : rule.Light;
        Affects affects = isOpened ? package.Parts.Of(resource) : Affects.Unstated;
        if (href.Contains('\\'))
            bag.At(ResourceRules.Backslash, place, href);
        if (Illegal(href) is { } illegal)
            bag.At(ResourceRules.IllegalHref, place, href, illegal);
        if (resource.Base.Length + href.Length > MostHref)
            bag.At(ResourceRules.LongHref, place, resource.Base.Length + href.Length);
        if (href.StartsWith('/'))
        {
            bag.About($"“{href}”", affects, Graded(ResourceRules.FromRoot), place, href);
            return;
        }
        if (Path(resource, href) is not { } path)
        {
            bag.About($"“{href}”", affects, Graded(ResourceRules.ClimbsOut), place, href);
            return;
        }
        FileMatch match = package.Find(path) is { Kind: not MatchKind.Missing } found
            ? found
            : package.Find(resource.Base + href);
        if (match.Kind == MatchKind.Missing)
            bag.About(
                isOpened ? Named(package.Manifest!, resource, path) : FileWords.Of(path),
                isOpened || IsSeen(path) ? affects : Affects.Nothing,
                Graded(missing),
                place,
                ResourceChecks.NameOf(resource),
                path
            );
        else if (match.Kind == MatchKind.OtherCase)
            bag.About(
                $"“{path}” is called “{match.Entry!.Name}” in the package",
                affects,
                Graded(ResourceRules.OtherCase),
                place,
                path,
                match.Entry!.Name
            );
    }

    /// <summary>Names a page to open, with the part that opens it when there are several.</summary>
    private static string Named(ManifestModel manifest, ManifestResource resource, string path)
    {
        string? title = manifest.Shown.FirstOrDefault(item => item.ResourceId == resource.Identifier)?.Title?.Trim();
        return title is null or "" || manifest.ShownLaunches.Count < 2 ? $"“{path}”" : $"“{path}” of “{title}”";
    }

    /// <summary>Returns false for a listed file that no learner sees: schemas and leftovers.</summary>
    private static bool IsSeen(string path) =>
        PackagePath.Extension(path) is not ("xsd" or "dtd" or "xml") && !JunkFiles.Is(path);

    /// <summary>
    /// Finds illegal characters and invalid escapes in an address (RFC 3986, 2). Another rule covers letters beyond
    /// ASCII.
    /// </summary>
    private static string? Illegal(string href)
    {
        if (href != href.Trim())
            return "it has blanks at its start or end";
        foreach (char c in href)
            if (c is <= ' ' or '<' or '>' or '"' or '^' or '`' or '{' or '}' or '|' or '\x7F')
                return c == ' ' ? "it has a blank" : $"it has the character “{c}”";
        for (int at = href.IndexOf('%'); at >= 0; at = href.IndexOf('%', at + 1))
        {
            if (at + 2 >= href.Length || !char.IsAsciiHexDigit(href[at + 1]) || !char.IsAsciiHexDigit(href[at + 2]))
                return "“%” must be followed by two hexadecimal digits";
        }
        return null;
    }

    private static void Bases(ManifestModel manifest, FindingBag bag)
    {
        XAttribute[] bases = [.. manifest.Root.DescendantsAndSelf().Attributes(XNamespace.Xml + "base")];
        if (bases.Length > 0)
            bag.At(ResourceRules.XmlBase, manifest.At(bases[0]));
        foreach (XAttribute attribute in bases)
        {
            string value = attribute.Value;
            string? fault =
                value.Contains('\\') ? "with a backslash"
                : value.StartsWith('/') ? "with “/” in front"
                : value.Length > 0 && !value.EndsWith('/') ? "without “/” at its end"
                : null;
            if (fault is not null)
                bag.At(ResourceRules.BadBase, manifest.At(attribute), value, fault);
        }
    }
}

using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules R09 to R13: lists of files and dependencies between resources.</summary>
internal static class ResourceGraph
{
    private static readonly HashSet<string> ControlFiles = ["xsd", "dtd"];

    public static void Check(InspectedPackage package, IReadOnlySet<ManifestResource> opened, FindingBag bag)
    {
        ManifestModel manifest = package.Manifest!;
        foreach (ManifestResource resource in manifest.Resources)
            Dependencies(manifest, resource, bag);
        Cycles(manifest, bag);
        foreach (
            ManifestResource resource in opened.TakeWhile(_ =>
                bag.Counts.GetValueOrDefault(ResourceRules.LaunchNotListed.Slug) < FindingBag.MostOfARule
            )
        )
            LaunchListed(manifest, resource, bag);
        var named = new HashSet<string>(
            manifest
                .Resources.SelectMany(resource =>
                    resource.Dependencies.Where(dependency => dependency.ResourceId != resource.Identifier)
                )
                .Select(dependency => dependency.ResourceId ?? ""),
            StringComparer.Ordinal
        );
        if (manifest.Items.Count > 0)
        {
            foreach (
                ManifestResource resource in manifest.Resources.Where(resource =>
                    !opened.Contains(resource) && !named.Contains(resource.Identifier ?? "")
                )
            )
                bag.At(ResourceRules.Orphan, resource.Place, ResourceChecks.NameOf(resource));
        }
        NotListed(package, bag);
    }

    private static void Dependencies(ManifestModel manifest, ManifestResource resource, FindingBag bag)
    {
        foreach (ManifestDependency dependency in resource.Dependencies)
        {
            string? fault =
                dependency.ResourceId == resource.Identifier ? "which is itself"
                : manifest.ResourceOf(dependency.ResourceId) is null ? "which is not a resource"
                : null;
            if (fault is not null)
                bag.At(
                    ResourceRules.Dependency,
                    dependency.Place,
                    ResourceChecks.NameOf(resource),
                    dependency.ResourceId ?? "",
                    fault
                );
        }
    }

    /// <summary>
    /// Finds cycles of dependencies. Uses its own stack, because a hostile manifest may have endless chains.
    /// </summary>
    private static void Cycles(ManifestModel manifest, FindingBag bag)
    {
        var state = new Dictionary<string, bool>(StringComparer.Ordinal); // false: being visited, true: done
        foreach (ManifestResource start in manifest.Resources)
        {
            var path = new Stack<(ManifestResource Resource, int Next)>([(start, 0)]);
            if (!state.TryAdd(start.Identifier ?? "", false))
                continue;
            while (path.TryPop(out (ManifestResource Resource, int Next) at))
            {
                if (at.Next >= at.Resource.Dependencies.Count)
                {
                    state[at.Resource.Identifier ?? ""] = true;
                    continue;
                }
                path.Push((at.Resource, at.Next + 1));
                if (
                    manifest.ResourceOf(at.Resource.Dependencies[at.Next].ResourceId) is not { } next
                    || next.Identifier == at.Resource.Identifier
                )
                    continue;
                if (!state.TryGetValue(next.Identifier ?? "", out bool isDone))
                {
                    state[next.Identifier ?? ""] = false;
                    path.Push((next, 0));
                }
                else if (!isDone)
                    bag.At(ResourceRules.Cycle, next.Place, ResourceChecks.NameOf(next));
            }
        }
    }

    private static void LaunchListed(ManifestModel manifest, ManifestResource resource, FindingBag bag)
    {
        if (HrefChecks.Path(resource, resource.Href) is not { Length: > 0 } path || Lists(resource, path))
            return;
        bool isLater = Reached(manifest, resource).Any(other => Lists(other, path));
        bag.At(
            isLater ? ResourceRules.LaunchNotListed with { Severity = Severity.Note } : ResourceRules.LaunchNotListed,
            resource.Place,
            ResourceChecks.NameOf(resource),
            resource.Href,
            isLater ? "; a dependency does" : ""
        );
    }

    private static bool Lists(ManifestResource resource, string path) =>
        resource.Files.Any(file =>
            string.Equals(HrefChecks.Path(resource, file.Href), path, StringComparison.OrdinalIgnoreCase)
        );

    private static IEnumerable<ManifestResource> Reached(ManifestModel manifest, ManifestResource from)
    {
        var seen = new HashSet<ManifestResource>(ReferenceEqualityComparer.Instance) { from };
        var open = new Queue<ManifestResource>([from]);
        while (open.TryDequeue(out ManifestResource? resource))
        {
            foreach (ManifestDependency dependency in resource.Dependencies)
            {
                if (manifest.ResourceOf(dependency.ResourceId) is not { } next || !seen.Add(next))
                    continue;
                open.Enqueue(next);
                yield return next;
            }
        }
    }

    private static void NotListed(InspectedPackage package, FindingBag bag)
    {
        ManifestModel manifest = package.Manifest!;
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            InspectedPackage.ManifestName,
            InspectedPackage.Cmi5Name,
        };
        foreach (ManifestResource resource in manifest.Resources)
        {
            foreach (string? href in resource.Files.Select(file => file.Href).Append(resource.Href))
            {
                if (HrefChecks.Path(resource, href) is { } path)
                    listed.Add(path);
                if (href is not null)
                    listed.Add(href); // a name that only looks encoded
            }
        }
        foreach (XElement location in manifest.Elements("location"))
            if (PackagePath.Resolve("", location.Value) is { } path)
                listed.Add(path);
        bag.Names(
            ResourceRules.NotListed,
            "",
            package
                .Files.Select(file => file.Name)
                .Where(name => !listed.Contains(name) && !ControlFiles.Contains(PackagePath.Extension(name)))
        );
    }
}

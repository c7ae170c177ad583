using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Opening;

/// <summary>
/// Parts of a package that learners choose from: the items of the default organization that name a resource. Tells what
/// a broken one means for the package.
/// </summary>
internal sealed class LaunchParts
{
    private readonly ManifestItem[] _items;
    private readonly bool _anyOpens;

    public LaunchParts(InspectedPackage package)
    {
        ManifestModel? manifest = package.Manifest;
        _items = [.. (manifest?.Shown ?? []).Where(item => item.ResourceId is { Length: > 0 })];
        _anyOpens = _items.Any(item => Opens(package, manifest!.ResourceOf(item.ResourceId)));
    }

    /// <summary>Returns what stops working when this item does not open.</summary>
    public Affects Of(ManifestItem item) => Of(known => ReferenceEquals(known, item));

    /// <summary>Returns what stops working when this resource does not open.</summary>
    public Affects Of(ManifestResource resource) =>
        Of(known => resource.Identifier is { } id && known.ResourceId == id);

    private Affects Of(Predicate<ManifestItem> isBroken)
    {
        int place = Array.FindIndex(_items, isBroken);
        return place < 0 ? Affects.OnePart
            : !_anyOpens ? Affects.Everything
            : place == 0 ? Affects.FirstPart
            : Affects.OnePart;
    }

    private static bool Opens(InspectedPackage package, ManifestResource? resource) =>
        resource?.Href is { Length: > 0 } href
        && (
            PackagePath.IsExternal(href)
            || PackagePath.Resolve("", resource.Base + href) is { } path && package.Find(path).Kind == MatchKind.Exact
            || package.Find(resource.Base + href).Kind == MatchKind.Exact
        );
}

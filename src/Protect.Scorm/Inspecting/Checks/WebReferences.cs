using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Scanning;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules W01 to W07: the targets of addresses in web content.</summary>
internal sealed partial class WebReferences
{
    private readonly InspectedPackage _package;
    private readonly FindingBag _bag;
    private readonly HashSet<string> _launches,
        _scos,
        _modules = new(StringComparer.Ordinal);

    private WebReferences(InspectedPackage package, FindingBag bag)
    {
        (_package, _bag) = (package, bag);
        ManifestLaunch[] launches = [.. WebTracking.Launches(package)];
        _launches = [.. launches.Select(launch => launch.Path!)];
        _scos = [.. launches.Where(launch => launch.Resource.IsSco).Select(launch => launch.Path!)];
    }

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        var check = new WebReferences(package, bag);
        check.FollowModules();
        foreach ((string name, ContentScan scan) in package.Content.Scans)
            check.File(name, scan);
    }

    /// <summary>Collects the scripts that the launch pages certainly load, by following imports only.</summary>
    private void FollowModules()
    {
        var open = new Queue<string>(_launches);
        while (open.TryDequeue(out string? name))
        {
            if (!_package.Content.Scans.TryGetValue(name, out ContentScan? scan))
                continue;
            foreach (
                Reference reference in scan.References.Where(reference =>
                    reference.Kind is ReferenceKind.Import
                    || reference.Kind is ReferenceKind.Script && _launches.Contains(name)
                )
            )
            {
                if (WebContent.Target(name, scan, reference) is { } target && _modules.Add(target))
                    open.Enqueue(target);
            }
        }
    }

    private void File(string name, ContentScan scan)
    {
        if (scan.Page?.Base is { Length: > 0 } origin && PackagePath.IsExternal(origin))
        {
            Away(name, new Reference(ReferenceKind.Loads, origin, 1, 1, "base"));
            return;
        }
        bool isEmptyFrame = _launches.Contains(name) && HasNoFrame(name, scan);
        foreach (Reference reference in scan.References)
        {
            if (IsPattern(reference.Address))
                continue;
            if (IsOnDisk(reference.Address))
                Add(WebRules.OnDisk, name, reference, "", reference.Address);
            else if (PackagePath.IsExternal(reference.Address))
                Away(name, reference);
            else if (reference.Address[0] is '/' or '\\')
                Add(WebRules.FromRoot, name, reference, "", reference.Address);
            else if (
                reference.Kind is not (ReferenceKind.Sends or ReferenceKind.Connects)
                && reference.Address[0] is not ('?' or '#')
            )
                Inside(name, scan, reference, isEmptyFrame);
        }
    }

    private void Away(string name, Reference reference)
    {
        if (reference.Kind is ReferenceKind.Link or ReferenceKind.Connects)
            return;
        string address = reference.Address;
        bool Has(string scheme) => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
        if (Has("//"))
            Add(WebRules.NoScheme, name, reference, "", address);
        else if (Has("http:") || Has("ws:"))
            Add(WebRules.Insecure, name, reference, "", address);
        else if (Has("https:") || Has("wss:"))
            Add(WebRules.Outside, name, reference, "", address);
    }

    private void Inside(string name, ContentScan scan, Reference reference, bool isEmptyFrame)
    {
        if (WebContent.Target(name, scan, reference) is not { } path)
        {
            if (reference.Kind != ReferenceKind.Link)
                Add(
                    WebRules.Missing,
                    name,
                    reference,
                    FileWords.Of(reference.Address),
                    reference.Address,
                    ": it leads out of the package"
                );
            return;
        }
        FileMatch match = Find(path);
        // A fragment is inserted into another page, so its addresses are relative to that page.
        if (match.Kind == MatchKind.Missing && scan.Page is { IsPage: false })
            match = Elsewhere(reference.Address);
        if (match.Kind == MatchKind.OtherCase)
            Add(WebRules.OtherCase, name, reference, FileWords.Of(path), path, match.Entry!.Name);
        if (match.Kind != MatchKind.Missing)
            return;
        string? grave =
            reference.Kind == ReferenceKind.Import && _modules.Contains(name)
                ? "; the script that imports it does not run without it"
            : reference.Kind == ReferenceKind.Frame && isEmptyFrame ? "; the first page shows nothing without it"
            : reference.Kind == ReferenceKind.Script && IsMuteSco(name) ? "; without it the page cannot call the LMS"
            : null;
        Add(
            grave is null ? WebRules.Missing : WebRules.Missing.Grave,
            name,
            reference,
            FileWords.Of(path),
            path,
            grave ?? ""
        );
    }

    private FileMatch Find(string path) =>
        path.Length == 0 ? new FileMatch(MatchKind.Exact, null) : _package.Find(path);

    private FileMatch Elsewhere(string address) =>
        _launches
            .Select(PackagePath.Folder)
            .Append("")
            .Distinct()
            .Take(20)
            .Select(folder => PackagePath.Resolve(folder, address) is { } path ? Find(path) : default)
            .FirstOrDefault(match => match.Kind != MatchKind.Missing);

    /// <summary>Returns true for a page with frames, none of which is in the package.</summary>
    private bool HasNoFrame(string name, ContentScan scan)
    {
        Reference[] frames =
        [
            .. scan.References.Where(reference =>
                reference.Kind == ReferenceKind.Frame
                && !PackagePath.IsExternal(reference.Address)
                && !IsPattern(reference.Address)
            ),
        ];
        return frames.Length > 0
            && frames.All(frame =>
                WebContent.Target(name, scan, frame) is { } path && Find(path).Kind == MatchKind.Missing
            );
    }

    private bool IsMuteSco(string name) =>
        _scos.Contains(name)
        && _package.Content.Reach(name) is { Unread: null } reach
        && (reach.Uses & (ScriptUse.Api12 | ScriptUse.Api2004 | ScriptUse.Wrapper | ScriptUse.CannotTell)) == 0;

    /// <param name="subject">The missing file in words; empty for other faults.</param>
    private void Add(PackageRule rule, string name, Reference reference, string subject, params object?[] words) =>
        _bag.Add(
            FindingBag.Made(rule, name, reference.Line, reference.Column, words),
            subject,
            _package.Content.Unnamed.Contains(name) ? Affects.Nothing : Affects.Unstated
        );

    private static bool IsOnDisk(string address) =>
        address.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith(@"\\", StringComparison.Ordinal)
        || Disk().IsMatch(address);

    /// <summary>Returns true for a placeholder in templates of some tools, whose final value is unknown.</summary>
    private static bool IsPattern(string address) =>
        address.Contains("{{", StringComparison.Ordinal)
        || address.Contains("${", StringComparison.Ordinal)
        || address.Contains("<%", StringComparison.Ordinal)
        || address.Contains("{%", StringComparison.Ordinal)
        || address.Contains("#{", StringComparison.Ordinal)
        || address[0] is '{' or '[' or '@'
        || (address[0] == '%' && address[^1] == '%');

    [GeneratedRegex(
        @"^([A-Za-z]:[\\/]|(https?|wss?):/{2}(localhost|127\.0\.0\.1|\[::1\])([:/]|$))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Disk();
}

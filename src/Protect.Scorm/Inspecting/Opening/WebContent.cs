using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Opening;

/// <summary>Files reachable from one page without running scripts.</summary>
/// <param name="Uses">Combined uses of all reachable scripts.</param>
/// <param name="Unread">First reachable file that could not be read; null for none.</param>
internal sealed record Reach(IReadOnlySet<string> Files, ScriptUse Uses, string? Unread);

/// <summary>Web content of a package. Each file is read once.</summary>
internal sealed class WebContent
{
    private const int MostWeight = 300_000,
        MostReached = 3000,
        MostSteps = 300_000;

    private readonly InspectedPackage _package;
    private readonly Dictionary<string, ContentScan> _scans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reach> _reaches = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private int _steps;
    private HashSet<string>? _unnamed,
        _loaded;

    private WebContent(InspectedPackage package) => _package = package;

    /// <summary>Scans by file name, in the order of the zip.</summary>
    public IReadOnlyDictionary<string, ContentScan> Scans => _scans;

    /// <summary>Web files that are too large or damaged.</summary>
    public IReadOnlyCollection<string> Unread => _unread;

    public static WebContent Read(InspectedPackage package)
    {
        var content = new WebContent(package);
        int weight = 0;
        foreach (ZipEntry file in package.Files)
        {
            ContentKind kind = ContentScans.KindOf(file.Name);
            if (kind == ContentKind.None || JunkFiles.Is(file.Name))
                continue;
            // Only the scan of a file is kept, and for a hostile package not all scans.
            if (weight > MostWeight || package.Bytes(file.Name) is not { } bytes)
                content._unread.Add(file.Name);
            else
                weight += (content._scans[file.Name] = package.Scans.Of(kind, bytes)).Weight;
        }
        return content;
    }

    /// <summary>
    /// Returns the files that no page or script of the package names, except for those an LMS opens.
    /// </summary>
    public IReadOnlySet<string> Unnamed => _unnamed ??= FindUnnamed();

    /// <summary>Files that the pages which an LMS opens load, and these pages.</summary>
    public IReadOnlySet<string> Loaded =>
        _loaded ??= _package.LaunchFiles.SelectMany(launch => Reach(launch).Files).ToHashSet(StringComparer.Ordinal);

    private HashSet<string> FindUnnamed()
    {
        var unnamed = new HashSet<string>(_scans.Keys, StringComparer.Ordinal);
        unnamed.ExceptWith(_package.LaunchFiles);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, ContentScan scan) in _scans)
        {
            foreach (Reference reference in scan.References)
            {
                string last = PackagePath.BaseName(reference.Address.Split('?', '#')[0]);
                if (Target(name, scan, reference) != name)
                    names.Add(last);
            }
            foreach (string mention in scan.Mentions)
                if (PackagePath.BaseName(mention) is var last && last != PackagePath.BaseName(name))
                    names.Add(last);
        }
        unnamed.RemoveWhere(name => names.Contains(PackagePath.BaseName(name)));
        return unnamed;
    }

    /// <summary>Resolves an address to a file name; null when it is outside the package or unknown.</summary>
    public static string? Target(string from, ContentScan scan, Reference reference)
    {
        string address = reference.Address;
        string folder = PackagePath.Folder(from);
        // The base of a page does not apply inside its style sheets, nor to imports of its scripts.
        if (scan.Page?.Base is { Length: > 0 } origin)
        {
            if (PackagePath.IsExternal(origin) || PackagePath.Resolve(folder, origin) is not { } based)
                return null;
            folder = origin.TrimEnd().EndsWith('/') ? based : PackagePath.Folder(based);
        }
        return PackagePath.Resolve(folder, address);
    }

    /// <summary>Follows scripts, frames, and names of pages and scripts in strings, from a start page.</summary>
    public Reach Reach(string start)
    {
        if (_reaches.TryGetValue(start, out Reach? known))
            return known;
        var files = new HashSet<string>(StringComparer.Ordinal) { start };
        var open = new Queue<string>([start]);
        ScriptUse uses = ScriptUse.None;
        string? unread = null;
        while (open.TryDequeue(out string? name) && files.Count < MostReached && _steps <= MostSteps)
        {
            if (!_scans.TryGetValue(name, out ContentScan? scan))
            {
                if (_unread.Contains(name))
                    unread ??= name;
                continue;
            }
            uses |= scan.Uses;
            foreach (string next in Next(start, name, scan))
                if (files.Add(next))
                    open.Enqueue(next);
        }
        // Beyond the limits the result is “cannot tell”.
        if (open.Count > 0 || _steps > MostSteps)
            uses |= ScriptUse.WritesScripts;
        return _reaches[start] = new Reach(files, uses, unread);
    }

    private IEnumerable<string> Next(string start, string name, ContentScan scan)
    {
        foreach (
            Reference reference in scan.References.Where(reference =>
                reference.Kind is ReferenceKind.Script or ReferenceKind.Import or ReferenceKind.Frame
            )
        )
        {
            _steps++;
            if (Target(name, scan, reference) is { } target && _package.Find(target).Entry is { } entry)
                yield return entry.Name;
        }
        // A name in a script is relative to the page, to the script's folder or to the root: the first that exists.
        foreach (string mention in scan.Mentions)
        {
            _steps++;
            foreach (string folder in (string[])[PackagePath.Folder(start), PackagePath.Folder(name), ""])
            {
                if (
                    PackagePath.Resolve(folder, mention.Replace("\\/", "/")) is not { Length: > 0 } path
                    || _package.Find(path).Entry is not { } entry
                )
                    continue;
                yield return entry.Name;
                break;
            }
        }
    }
}

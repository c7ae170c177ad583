using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Model;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Something that can be played: files by name, and the one that opens first.</summary>
internal sealed record Played(string Title, string Href, Func<string, byte[]?> Read);

/// <summary>A course folder or a zip somebody named.</summary>
internal abstract class ShelfItem(string id, string name)
{
    public string Id => id;

    /// <summary>As it was typed.</summary>
    public string Name => name;

    /// <summary>What there is to play now; null when it was never sound.</summary>
    public abstract Played? Now { get; }

    /// <summary>Of the last look, in order.</summary>
    public abstract IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>Looks again; true when something changed.</summary>
    public abstract bool Refresh();
}

/// <summary>A course, compiled again when one of its files changes. A broken save keeps the last good package.</summary>
internal sealed class CourseItem : ShelfItem
{
    private readonly string _path;
    private readonly CompileOptions _options;
    private Dictionary<string, (DateTime, long)> _seen = [];

    public CourseItem(string id, string path, CompileOptions options) : base(id, CourseArguments.Shown(path))
    {
        (_path, _options) = (Path.GetFullPath(path), options);
        Refresh();
    }

    private volatile Played? _now;
    private volatile IReadOnlyList<Diagnostic> _findings = [];

    public override Played? Now => _now;

    public override IReadOnlyList<Diagnostic> Findings => _findings;

    public string Folder => _path;

    public override bool Refresh()
    {
        Dictionary<string, (DateTime, long)> seen = Look();
        if (seen.Count == _seen.Count && seen.All(file => _seen.TryGetValue(file.Key, out (DateTime, long) before) && before == file.Value)) return false;
        _seen = seen;
        CompileResult result = CourseCompiler.Compile(SourceFolder.OnDisk(_path, Name), _options);
        _findings = result.Diagnostics;
        if (result.Package is not { } package) return true;
        Dictionary<string, byte[]> files = package.Files.ToDictionary(file => file.Name, file => file.Bytes.ToArray(), StringComparer.Ordinal);
        _now = new Played(result.Facts!.Title, "index.html", name => files.GetValueOrDefault(name));
        return true;
    }

    private Dictionary<string, (DateTime, long)> Look()
    {
        var files = new Dictionary<string, (DateTime, long)>(StringComparer.Ordinal);
        foreach (FileInfo file in new DirectoryInfo(_path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            files[file.FullName] = (file.LastWriteTimeUtc, file.Length);
        return files;
    }
}

/// <summary>A package, whoever made it, as it is.</summary>
internal sealed class ZipItem : ShelfItem
{
    public ZipItem(string id, string name, Stream bytes) : base(id, name)
    {
        var bag = new DiagnosticBag();
        if (PackageZip.Open(bytes, name, bag) is { } zip && (zip.Read("imsmanifest.xml", bag) is not { } manifest || LaunchFile.Of(manifest) is not { } launch
            ? null : new Played(launch.Title.Length == 0 ? name : launch.Title, launch.Href, file => zip.Read(file, new DiagnosticBag()))) is { } played) Now = played;
        Findings = bag.Sorted;
    }

    public override Played? Now { get; }

    public override IReadOnlyList<Diagnostic> Findings { get; }

    public override bool Refresh() => false;
}

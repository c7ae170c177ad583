using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Course that is compiled when somebody views it or changes it. While its files have errors, the last good package
/// stays available.
/// </summary>
internal sealed class CourseItem(string id, string path, CompileOptions options, string? themeFolder)
    : WorkspaceItem(id, CourseArguments.Shown(path), Path.GetFullPath(path))
{
    private readonly Lock _turn = new();
    private readonly CourseSession _session = new(SourceFolder.Course(path, CourseArguments.Shown(path)));
    private volatile Dictionary<string, (DateTime, long)>? _snapshot;
    private volatile bool _stale = true,
        _compiled;
    private volatile Played? _now;
    private volatile CompileResult? _sound;
    private volatile IReadOnlyList<Diagnostic> _findings = [];
    private volatile CourseState? _state;
    private volatile int _version;

    public override Played? Now => _now;

    public override int Version => _version;

    public override IReadOnlyList<Diagnostic> Findings => _findings;

    public string Folder { get; } = Path.GetFullPath(path);

    /// <summary>Options with a fresh view of the theme folder, as a view caches its list of files.</summary>
    public CompileOptions Options =>
        themeFolder is null ? options : options with { Theme = CourseArguments.FolderOf(themeFolder) };

    /// <summary>Folders whose files affect the package: the course, its banks, and the theme.</summary>
    public IReadOnlyList<string> Watched =>
        [
            .. new[] { Folder, SourceFolder.BanksOf(Folder), themeFolder }
                .OfType<string>()
                .Select(Path.GetFullPath)
                .Where(Directory.Exists),
        ];

    /// <summary>Last package without errors; null before the first.</summary>
    public CompileResult? Sound => _sound;

    /// <summary>True after the first compilation, with or without errors.</summary>
    public bool IsCompiled => _compiled;

    /// <summary>True if a file changed since the last compilation.</summary>
    public bool IsStale => _stale;

    /// <summary>Languages, countries and other choices; null until they are read.</summary>
    public CourseState? State => _state;

    /// <summary>Size in bytes of the zip that would be built; null until it is known.</summary>
    public int? ZipBytes { get; private set; }

    /// <summary>Time since which <see cref="State"/> is out of date; null if it is current.</summary>
    public DateTime? StateStaleSince { get; private set; } = DateTime.MinValue;

    /// <summary>Time of the last request for the course. Courses viewed last are compiled first.</summary>
    public DateTime LookedAt { get; set; }

    public SourceFolder Source => SourceFolder.Course(Folder, Name);

    /// <summary>
    /// Compares modification times and sizes with the last snapshot; true if they differ. The first compilation takes
    /// the first snapshot.
    /// </summary>
    public bool HasChanged()
    {
        if (_snapshot is not { } before)
            return false; // it was never compiled
        Dictionary<string, (DateTime, long)> now = TakeSnapshot();
        if (
            now.Count == before.Count
            && now.All(file => before.TryGetValue(file.Key, out (DateTime, long) old) && old == file.Value)
        )
            return false;
        _snapshot = now;
        _stale = true;
        return true;
    }

    /// <summary>
    /// Compiles the course if it is stale. Calls wait for each other. False if there was nothing to do.
    /// </summary>
    public bool Compile()
    {
        lock (_turn)
        {
            if (!_stale)
                return false;
            _snapshot ??= TakeSnapshot();
            _stale = false; // before the files are read, so that a file saved meanwhile is found by the next snapshot
            _session.Refresh(Source);
            CompileResult result = _session.Compile(Options with { FilesOnly = true });
            _findings = result.Diagnostics;
            StateStaleSince = DateTime.UtcNow;
            if (result.Package is { } package)
            {
                Dictionary<string, ReadOnlyMemory<byte>> files = package.Files.ToDictionary(
                    file => file.Name,
                    file => file.Bytes,
                    StringComparer.Ordinal
                );
                _now = new Played(
                    result.Summary!.Title,
                    "index.html",
                    name => files.TryGetValue(name, out ReadOnlyMemory<byte> bytes) ? bytes.ToArray() : null
                );
                _sound = result;
                _version++;
            }
            _compiled = true;
            return true;
        }
    }

    /// <summary>
    /// Reads languages, countries and other choices again. It is slower than a compilation, and less urgent. Returns
    /// false if it cannot be read.
    /// </summary>
    public bool ReadState()
    {
        StateStaleSince = null;
        try
        {
            if (_sound?.Package is { } package)
                ZipBytes = (int)ZipWriter.Write(package, null).Length;
            if (CourseState.Of(_session.Source) is not { } state)
                return false;
            _state = state;
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            StateStaleSince = DateTime.UtcNow; // a file was just being moved or written
            return false;
        }
    }

    /// <summary>Marks the course as stale again, after its files could not be read.</summary>
    public void TryAgain() => _stale = true;

    private Dictionary<string, (DateTime, long)> TakeSnapshot()
    {
        var files = new Dictionary<string, (DateTime, long)>(StringComparer.Ordinal);
        var inside = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        foreach (
            DirectoryInfo folder in Watched.Select(folder => new DirectoryInfo(folder)).Where(folder => folder.Exists)
        )
        {
            foreach (FileInfo file in folder.EnumerateFiles("*", inside).Where(file => file.Exists))
                files[file.FullName] = (file.LastWriteTimeUtc, file.Length);
        }
        return files;
    }
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli.Preview;

/// <summary>A course, compiled when it is looked at or changed. A broken save keeps the last good package.</summary>
internal sealed class CourseItem(string id, string path, CompileOptions options, string? themeFolder)
    : ShelfItem(id, CourseArguments.Shown(path))
{
    private readonly Lock _turn = new();
    private readonly CompileCache _memory = new();
    private volatile Dictionary<string, (DateTime, long)>? _seen;
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

    /// <summary>With the theme as it is now: a folder that was listed once does not know of new files.</summary>
    public CompileOptions Options =>
        themeFolder is null
            ? options
            : options with
            {
                Theme = SourceFolder.OnDisk(themeFolder, CourseArguments.Shown(themeFolder)),
            };

    /// <summary>The folders whose files make the package: the course's, and the theme's that was named.</summary>
    public IReadOnlyList<string> Watched => themeFolder is null ? [Folder] : [Folder, Path.GetFullPath(themeFolder)];

    /// <summary>The last sound package; null before the first.</summary>
    public CompileResult? Sound => _sound;

    /// <summary>Whether it was compiled at least once, soundly or not.</summary>
    public bool IsCompiled => _compiled;

    /// <summary>Something changed since it was compiled.</summary>
    public bool IsStale => _stale;

    /// <summary>Languages, countries and choices; null until they were read.</summary>
    public CourseState? State => _state;

    /// <summary>Of the zip that would be built; null until it was tried.</summary>
    public int? ZipBytes { get; private set; }

    /// <summary>Since when the state no longer fits the files; null when it does.</summary>
    public DateTime? StateStaleSince { get; private set; } = DateTime.MinValue;

    /// <summary>When its pages or its files were last asked for: those come first.</summary>
    public DateTime LookedAt { get; set; }

    public SourceFolder Source => SourceFolder.OnDisk(Folder, Name);

    /// <summary>Looks at times and sizes; true when they are not those of the last look. The first look is that of the first compilation.</summary>
    public bool HasChanged()
    {
        if (_seen is not { } before)
            return false; // it was never compiled
        Dictionary<string, (DateTime, long)> seen = Look();
        if (
            seen.Count == before.Count
            && seen.All(file => before.TryGetValue(file.Key, out (DateTime, long) old) && old == file.Value)
        )
            return false;
        _seen = seen;
        _stale = true;
        return true;
    }

    /// <summary>Compiles what is stale; one at a time. False when there was nothing to do.</summary>
    public bool Compile()
    {
        lock (_turn)
        {
            if (!_stale)
                return false;
            _seen ??= Look();
            _stale = false; // before the files are read: what is saved meanwhile is seen at the next look
            CompileResult result = CourseCompiler.Compile(Source, Options with { FilesOnly = true, Cache = _memory });
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

    /// <summary>Reads languages, countries and choices anew. Slower than a compilation, and less urgent. False when there is nothing new to tell.</summary>
    public bool ReadState()
    {
        StateStaleSince = null;
        try
        {
            if (_sound?.Package is { } package)
                ZipBytes = (int)ZipWriter.Write(package).Length;
            if (CourseState.Of(Source) is not { } state)
                return false;
            _state = state;
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            StateStaleSince = DateTime.UtcNow; // a file was being moved or written
            return false;
        }
    }

    /// <summary>What was being compiled could not be read: it is stale still.</summary>
    public void TryAgain() => _stale = true;

    private Dictionary<string, (DateTime, long)> Look()
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

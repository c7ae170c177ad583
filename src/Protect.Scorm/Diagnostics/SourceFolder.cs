using System.Collections.Concurrent;

namespace Protect.Scorm.Diagnostics;

/// <summary>
/// A folder of inputs, on disk or in memory. Paths are relative with forward slashes. Nothing outside the folder can be reached:
/// absolute paths, <c>..</c> and links that lead out are treated as missing.
/// </summary>
public abstract class SourceFolder
{
    /// <summary>The name shown before file names in messages; empty for none.</summary>
    public abstract string DisplayPath { get; }

    /// <summary>All files below the folder, ordinal order. Names that start with a dot are left out.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>Size in bytes, or null when there is no such file inside the folder.</summary>
    public abstract long? Size(string path);

    /// <summary>The bytes of a file that exists.</summary>
    public abstract byte[] Read(string path);

    /// <summary>The folder this one is a view of; itself when it is none. What was read from it once is true for as long as it is used.</summary>
    public virtual SourceFolder Origin => this;

    /// <summary>What was parsed of its files hangs on this one, for all views of a folder alike.</summary>
    internal virtual object ParsedOn => this;

    /// <summary>The path that is really read: a folder seen in one language may have a file of its own for it.</summary>
    public virtual string Resolve(string path) => path;

    /// <summary>True for a file inside the folder.</summary>
    public bool Exists(string path) => Size(path) is not null;

    /// <summary>The text of a file that exists and is UTF-8; null when it is not.</summary>
    public SourceFile? Text(string path) =>
        SourceFile.Decode(Read(path), out _) is { } text ? new SourceFile(Display(path), text) : null;

    /// <summary>The path with the folder’s own before it.</summary>
    public string Display(string path) => DisplayPath.Length == 0 ? path : $"{DisplayPath}/{path}";

    /// <summary>True when a relative path stays inside the folder it starts from.</summary>
    public static bool StaysInside(string path) =>
        path.Length > 0
        && path[0] != '/'
        && !path.Contains('\\')
        && !path.Contains(':')
        && !path.Contains('\0')
        && path.Split('/').All(part => part is not (".." or "." or ""));

    /// <summary>A folder on disk. <paramref name="displayPath"/> stands before file names in messages; empty for none.</summary>
    public static SourceFolder OnDisk(string path, string displayPath) => new DiskFolder(path, displayPath);

    /// <summary>Files in memory, by path with forward slashes.</summary>
    public static SourceFolder InMemory(IReadOnlyDictionary<string, byte[]> files, string displayPath = "") =>
        new MemoryFolder(files, displayPath);

    /// <summary>A folder inside this one; empty when there is none.</summary>
    public SourceFolder Below(string path) => new SubFolder(this, path.Trim('/'));

    private sealed class SubFolder(SourceFolder parent, string path) : SourceFolder
    {
        public override string DisplayPath => parent.Display(path);

        public override IReadOnlyList<string> Files { get; } =
        [
            .. parent
                .Files.Where(file => file.StartsWith(path + "/", StringComparison.Ordinal))
                .Select(file => file[(path.Length + 1)..]),
        ];

        public override long? Size(string file) => StaysInside(file) ? parent.Size($"{path}/{file}") : null;

        public override byte[] Read(string file) => parent.Read($"{path}/{file}");
    }

    /// <summary>Files that travel inside this library, under a prefix: <c>theme</c> or <c>bundle</c>.</summary>
    internal static SourceFolder Embedded(string prefix) =>
        EmbeddedFolders.GetOrAdd(prefix, static name => new EmbeddedFolder(name));

    private static readonly ConcurrentDictionary<string, SourceFolder> EmbeddedFolders = new();

    private sealed class EmbeddedFolder(string prefix) : SourceFolder
    {
        public override string DisplayPath => $"<built-in {prefix}>";

        public override IReadOnlyList<string> Files { get; } =
        [
            .. typeof(SourceFolder)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix + "/", StringComparison.Ordinal))
                .Select(name => name[(prefix.Length + 1)..])
                .Order(StringComparer.Ordinal),
        ];

        public override long? Size(string path)
        {
            using Stream? stream = Open(path);
            return stream?.Length;
        }

        public override byte[] Read(string path)
        {
            using Stream stream =
                Open(path) ?? throw new FileNotFoundException($"The library was built without {prefix}/{path}.");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }

        private Stream? Open(string path) =>
            typeof(SourceFolder).Assembly.GetManifestResourceStream($"{prefix}/{path}");
    }

    private sealed class DiskFolder(string root, string displayPath) : SourceFolder
    {
        private readonly string _root = Path.GetFullPath(root);
        private readonly ConcurrentDictionary<string, long?> _sizes = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, WeakReference<byte[]>> _read = new(StringComparer.Ordinal);
        private IReadOnlyList<string>? _files;

        public override string DisplayPath => displayPath;

        public override IReadOnlyList<string> Files =>
            _files ??= Directory.Exists(_root)
                ?
                [
                    .. Directory
                        .EnumerateFiles(
                            _root,
                            "*",
                            new EnumerationOptions
                            {
                                RecurseSubdirectories = true,
                                MaxRecursionDepth = 20,
                                AttributesToSkip = FileAttributes.ReparsePoint,
                            }
                        )
                        .Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/'))
                        .Where(file => !file.Split('/').Any(part => part.StartsWith('.')))
                        .Order(StringComparer.Ordinal),
                ]
                : [];

        public override long? Size(string path)
        {
            if (!StaysInside(path))
                return null;
            return _sizes.GetOrAdd(
                path,
                _ =>
                {
                    var file = new FileInfo(Path.Combine(_root, path));
                    return file.Exists && HasExactCase(path) && !LeadsOut(path) ? file.Length : null;
                }
            );
        }

        // Checks, pages and the package all look at the same pictures: while one has them, nobody reads them again.
        public override byte[] Read(string path)
        {
            if (_read.TryGetValue(path, out WeakReference<byte[]>? known) && known.TryGetTarget(out byte[]? bytes))
                return bytes;
            bytes = File.ReadAllBytes(Path.Combine(_root, path));
            _read[path] = new WeakReference<byte[]>(bytes);
            return bytes;
        }

        // A course that builds on a disk that ignores case must not fail on one that does not.
        private bool HasExactCase(string path) =>
            OperatingSystem.IsLinux() || Files.Contains(path, StringComparer.Ordinal);

        private bool LeadsOut(string path)
        {
            string current = _root;
            foreach (string part in path.Split('/'))
            {
                current = Path.Combine(current, part);
                FileSystemInfo info = Directory.Exists(current) ? new DirectoryInfo(current) : new FileInfo(current);
                if (info.LinkTarget is not null)
                    return true;
            }
            return false;
        }
    }

    private sealed class MemoryFolder(IReadOnlyDictionary<string, byte[]> files, string displayPath) : SourceFolder
    {
        public override string DisplayPath => displayPath;

        public override IReadOnlyList<string> Files { get; } = [.. files.Keys.Order(StringComparer.Ordinal)];

        public override long? Size(string path) => files.TryGetValue(path, out byte[]? bytes) ? bytes.Length : null;

        public override byte[] Read(string path) => files[path];
    }
}

using System.Collections.Concurrent;

namespace Protect.Scorm.Diagnostics;

/// <summary>
/// Folder of input files, on disk or in memory. Paths are relative, with forward slashes. Nothing outside the folder
/// can be read: absolute paths, <c>..</c> and links that lead out are treated as missing.
/// </summary>
public abstract class SourceFolder
{
    /// <summary>The prefix of file names in messages; empty for none.</summary>
    public abstract string DisplayPath { get; }

    /// <summary>All files below the folder in ordinal order, without names that start with a dot.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>Returns the size of a file in bytes; null when the folder has no such file.</summary>
    public abstract long? Size(string path);

    /// <summary>Reads a file that exists.</summary>
    public abstract byte[] Read(string path);

    /// <summary>
    /// The folder that this one is a view of, or this folder itself. Its files are assumed not to change while it is
    /// used.
    /// </summary>
    public virtual SourceFolder Origin => this;

    /// <summary>Cache key of parsed files, shared by all views of one folder.</summary>
    internal virtual object ParseCacheKey => this;

    /// <summary>
    /// Returns the path that <see cref="Read"/> uses: a view for one language may replace a file by a localized one.
    /// </summary>
    public virtual string Resolve(string path) => path;

    /// <summary>Returns true when the folder has this file.</summary>
    public bool Exists(string path) => Size(path) is not null;

    /// <summary>Reads an existing file as text; null when it is not UTF-8.</summary>
    public SourceFile? Text(string path) =>
        SourceFile.Decode(Read(path), out _) is { } text ? new SourceFile(Display(path), text) : null;

    /// <summary>Returns the path to show in messages: the path of the file after <see cref="DisplayPath"/>.</summary>
    public string Display(string path) => DisplayPath.Length == 0 ? path : $"{DisplayPath}/{path}";

    /// <summary>Returns true when a relative path cannot lead out of the folder that it starts from.</summary>
    public static bool StaysInside(string path) =>
        path.Length > 0
        && path[0] != '/'
        && !path.Contains('\\')
        && !path.Contains(':')
        && !path.Contains('\0')
        && path.Split('/').All(part => part is not (".." or "." or ""));

    /// <summary>Opens a folder on disk.</summary>
    /// <param name="path">The folder, absolute or relative to the working directory.</param>
    /// <param name="displayPath">The prefix of file names in messages; empty for none.</param>
    /// <example>
    /// <code>
    /// SourceFolder course = SourceFolder.OnDisk("/home/ana/my-course", displayPath: "my-course");
    /// </code>
    /// </example>
    public static SourceFolder OnDisk(string path, string displayPath) => new DiskFolder(path, displayPath);

    /// <summary>Creates a folder in memory.</summary>
    /// <param name="files">The bytes of each file, by relative path with forward slashes.</param>
    /// <param name="displayPath">The prefix of file names in messages; empty for none.</param>
    public static SourceFolder InMemory(IReadOnlyDictionary<string, byte[]> files, string displayPath = "") =>
        new MemoryFolder(files, displayPath);

    /// <summary>Returns a folder inside this one; it has no files when it does not exist.</summary>
    public SourceFolder Subfolder(string path) => new SubFolder(this, path.Trim('/'));

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

    /// <summary>Returns the embedded resources of this library under a prefix: <c>theme</c> or <c>bundle</c>.</summary>
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

        // Checks, pages and the package read the same pictures: reuse the bytes while one of them still holds them.
        public override byte[] Read(string path)
        {
            if (_read.TryGetValue(path, out WeakReference<byte[]>? known) && known.TryGetTarget(out byte[]? bytes))
                return bytes;
            bytes = File.ReadAllBytes(Path.Combine(_root, path));
            _read[path] = new WeakReference<byte[]>(bytes);
            return bytes;
        }

        // A course that builds on a case-insensitive disk must also build on a case-sensitive one.
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

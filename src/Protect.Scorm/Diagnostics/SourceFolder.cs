using System.Collections.Concurrent;
using System.IO.Hashing;

namespace Protect.Scorm.Diagnostics;

/// <summary>
/// Folder of input files, on disk or in memory. Paths are relative, with forward slashes. Nothing outside the folder
/// can be read: absolute paths, <c>..</c> and links that lead out are treated as missing. Looking at a pipe, device or
/// socket throws an <see cref="IOException"/>.
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

    /// <summary>Returns the XxHash128 of a file that exists, as 32 lower-case hexadecimal digits.</summary>
    internal virtual string Digest(string path) => DigestOf(Read(path));

    /// <summary>Returns true for a pipe, device or socket, which cannot be read.</summary>
    internal virtual bool IsSpecial(string path) => false;

    /// <summary>True when a file changed between two readings, so that a result mixes two versions.</summary>
    internal virtual bool IsTorn => false;

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(XxHash128.Hash(bytes));

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
    public virtual string Display(string path) => DisplayPath.Length == 0 ? path : $"{DisplayPath}/{path}";

    /// <summary>Returns true when a relative path cannot lead out of the folder that it starts from.</summary>
    public static bool StaysInside(string path) =>
        path.Length > 0
        && path[0] != '/'
        && !path.Contains('\\')
        && !path.Contains(':')
        && !path.Contains('\0')
        && path.Split('/').All(part => part is not (".." or "." or ""));

    /// <summary>
    /// Opens a folder on disk. Its files are assumed not to change while it is used: open it again to see changes.
    /// </summary>
    /// <param name="path">The folder, absolute or relative to the working directory.</param>
    /// <param name="displayPath">The prefix of file names in messages; empty for none.</param>
    /// <example>
    /// <code>
    /// SourceFolder course = SourceFolder.OnDisk("/home/ana/my-course", displayPath: "my-course");
    /// </code>
    /// </example>
    public static SourceFolder OnDisk(string path, string displayPath) => Snapshot(new DiskFolder(path, displayPath));

    /// <summary>
    /// Opens the folder of a course on disk, with the banks: the folder <c>banks</c> next to the course. Its
    /// files are assumed not to change while it is used.
    /// </summary>
    /// <param name="path">The folder of the course, absolute or relative to the working directory.</param>
    /// <param name="displayPath">The prefix of file names in messages; empty for none.</param>
    public static SourceFolder Course(string path, string displayPath)
    {
        string banks = BanksOf(path);
        int last = displayPath.LastIndexOf('/');
        string shown =
            displayPath.Length == 0 ? $"../{CourseFolder.Banks}"
            : last < 0 ? CourseFolder.Banks
            : $"{displayPath[..last]}/{CourseFolder.Banks}";
        return Directory.Exists(banks)
            ? WithBanks(new DiskFolder(path, displayPath), new DiskFolder(banks, shown))
            : OnDisk(path, displayPath);
    }

    /// <summary>Returns the path of the banks of a course on disk, whether they exist or not.</summary>
    /// <param name="path">The folder of the course.</param>
    internal static string BanksOf(string path) =>
        Path.Combine(
            Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) ?? "",
            CourseFolder.Banks
        );

    /// <summary>Returns the folder of a course with the banks that it shares with others.</summary>
    /// <param name="course">The folder of the course.</param>
    /// <param name="banks">The banks (<c>*.yaml</c>), and their pictures in <c>media/</c>.</param>
    public static SourceFolder WithBanks(SourceFolder course, SourceFolder banks) =>
        Snapshot(new CourseFolder(course, banks));

    /// <summary>
    /// Returns the folder as it is now: each text is read once, and later changes are not seen.
    /// </summary>
    internal static SourceFolder Snapshot(SourceFolder folder) =>
        folder as SnapshotFolder ?? new SnapshotFolder(folder);

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

        public override string Display(string file) => parent.Display($"{path}/{file}");

        public override IReadOnlyList<string> Files { get; } =
        [
            .. parent
                .Files.Where(file => file.StartsWith(path + "/", StringComparison.Ordinal))
                .Select(file => file[(path.Length + 1)..]),
        ];

        public override long? Size(string file) => StaysInside(file) ? parent.Size($"{path}/{file}") : null;

        public override byte[] Read(string file) => parent.Read($"{path}/{file}");

        internal override string Digest(string file) => parent.Digest($"{path}/{file}");

        internal override bool IsSpecial(string file) => parent.IsSpecial($"{path}/{file}");
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

    private sealed class SnapshotFolder(SourceFolder inner) : SourceFolder
    {
        private readonly ConcurrentDictionary<string, long?> _sizes = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, Lazy<byte[]>> _texts = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, WeakReference<byte[]>> _media = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, string> _digests = new(StringComparer.Ordinal);
        private readonly Lazy<IReadOnlyList<string>> _files = new(() => inner.Files);
        private volatile bool _isTorn;

        public override string DisplayPath => inner.DisplayPath;

        public override IReadOnlyList<string> Files => _files.Value;

        public override string Display(string path) => inner.Display(path);

        public override long? Size(string path) => _sizes.GetOrAdd(path, inner.Size);

        // Media are large: they stay in memory while somebody uses them, and are read again later.
        public override byte[] Read(string path)
        {
            if (!path.StartsWith("media/", StringComparison.Ordinal) && !path.Contains("/media/"))
                return _texts.GetOrAdd(path, _ => new Lazy<byte[]>(() => inner.Read(path))).Value;
            if (_media.TryGetValue(path, out WeakReference<byte[]>? known) && known.TryGetTarget(out byte[]? bytes))
                return bytes;
            bytes = inner.Read(path);
            if (_digests.TryGetValue(path, out string? digest) && DigestOf(bytes) != digest)
                _isTorn = true;
            _media[path] = new WeakReference<byte[]>(bytes);
            return bytes;
        }

        internal override string Digest(string path) =>
            _digests.TryGetValue(path, out string? known) ? known : _digests[path] = DigestOf(Read(path));

        internal override bool IsSpecial(string path) => inner.IsSpecial(path);

        internal override bool IsTorn => _isTorn;
    }

    private sealed class DiskFolder(string root, string displayPath) : SourceFolder
    {
        private readonly string _root = Path.GetFullPath(root);
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
            var file = new FileInfo(Path.Combine(_root, path));
            if (!file.Exists || !HasExactCase(path) || LeadsOut(path))
                return null;
            InputFile.Refuse(file.FullName, Display(path));
            return file.Length;
        }

        internal override bool IsSpecial(string path) => !InputFile.Exists(Path.Combine(_root, path));

        public override byte[] Read(string path) => InputFile.Read(Path.Combine(_root, path), Display(path));

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

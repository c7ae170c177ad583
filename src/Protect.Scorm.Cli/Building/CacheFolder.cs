using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli.Building;

/// <summary>
/// Key-value store in the output folder, <c>dist/.cache</c>. Safe to delete at any time. A damaged entry counts as
/// missing; an entry that cannot be written is skipped. Parallel builds may share the folder, as each entry is written
/// to a temporary file and then moved.
/// </summary>
internal sealed class CacheFolder(string dist)
{
    private const int MostEntries = 4000,
        ChecksumLength = 16;
    private const long MostBytes = 64_000_000;

    private const string NameOfFolder = ".cache";

    private readonly string _folder = Path.Combine(dist, NameOfFolder);
    private bool _isUsed;

    /// <summary>Part of every key: a change of the tool or of the .NET runtime invalidates all entries.</summary>
    private static readonly string Tool = string.Join(
        '|',
        typeof(CourseCompiler).Module.ModuleVersionId,
        typeof(CacheFolder).Module.ModuleVersionId,
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.RuntimeIdentifier
    );

    /// <summary>Returns the entry for the key; null if there is none or it is damaged.</summary>
    public ReadOnlyMemory<byte>? Find(string key)
    {
        string path = PathOf(key);
        try
        {
            if (!InputFile.Exists(path))
                return null;
            byte[] all = InputFile.Read(path);
            if (
                all.Length < ChecksumLength
                || !all.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(key, [all.AsMemory(ChecksumLength)]))
            )
                return null;
            if (File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddDays(-1))
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow); // Tidy deletes the oldest first
            return all.AsMemory(ChecksumLength);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Stores an entry; does nothing if the folder cannot be written.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="parts">The bytes, to be written one part after the other.</param>
    public void Keep(string key, params IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        try
        {
            Create(dist);
            TemporaryFile.Write(PathOf(key), new FileImage([Checksum(key, parts), .. parts]));
            _isUsed = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without the cache the next build is slower, but correct.
        }
    }

    /// <summary>Creates the folder in an output folder and returns its path. Git ignores it.</summary>
    public static string Create(string dist)
    {
        string folder = Path.Combine(dist, NameOfFolder),
            ignored = Path.Combine(folder, ".gitignore");
        Directory.CreateDirectory(folder);
        try
        {
            if (!File.Exists(ignored))
                File.WriteAllText(ignored, "*\n");
        }
        catch (IOException) { } // another build is writing it
        return folder;
    }

    /// <summary>
    /// Deletes the oldest entries beyond 4,000 entries or 64 MB, and temporary files older than an hour.
    /// </summary>
    public void Tidy()
    {
        if (!_isUsed)
            return;
        try
        {
            long bytes = 0;
            int count = 0;
            foreach (
                FileInfo entry in new DirectoryInfo(_folder)
                    .EnumerateFiles()
                    .Where(file => file.Name is not (".gitignore" or FolderLock.FileName))
                    .OrderByDescending(file => file.LastWriteTimeUtc)
                    .ToArray()
            )
            {
                bool isLeftOver =
                    entry.Name.EndsWith(".new", StringComparison.Ordinal)
                    && entry.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1);
                if (isLeftOver || ++count > MostEntries || (bytes += entry.Length) > MostBytes)
                    entry.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    private string PathOf(string key) =>
        Path.Combine(_folder, Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes($"{Tool}\n{key}"))));

    private static byte[] Checksum(string key, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var hash = new XxHash128();
        hash.Append(Encoding.UTF8.GetBytes($"{Tool}\n{key}\n"));
        foreach (ReadOnlyMemory<byte> part in parts)
            hash.Append(part.Span);
        return hash.GetCurrentHash();
    }
}

using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Protect.Scorm.Cli.Cache;

/// <summary>
/// Entries beside the packages, <c>dist/.cache</c>: a key and bytes. Safe to delete at any time. An entry that is not whole is none; one that cannot be written is
/// left out. Several builds may share the folder: an entry is written aside and moved.
/// </summary>
internal sealed class CacheFolder(string dist)
{
    private const int MostEntries = 4000,
        ChecksumLength = 16;
    private const long MostBytes = 64_000_000;

    private readonly string _folder = Path.Combine(dist, ".cache");
    private bool _isUsed;

    /// <summary>Other bytes of the tool, or another runtime under it, make other keys.</summary>
    private static readonly string Tool = string.Join(
        '|',
        typeof(CourseCompiler).Module.ModuleVersionId,
        typeof(CacheFolder).Module.ModuleVersionId,
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.RuntimeIdentifier
    );

    /// <summary>Null when there is no whole entry for the key.</summary>
    public byte[]? Find(string key)
    {
        string path = PathOf(key);
        try
        {
            if (!File.Exists(path))
                return null;
            byte[] all = File.ReadAllBytes(path);
            if (
                all.Length < ChecksumLength
                || !all.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(key, all.AsSpan(ChecksumLength)))
            )
                return null;
            if (File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddDays(-1))
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow); // what is used stays
            return all[ChecksumLength..];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Keep(string key, byte[] bytes)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            string ignored = Path.Combine(_folder, ".gitignore"),
                path = PathOf(key),
                aside = $"{path}.{Guid.NewGuid():N}.new";
            if (!File.Exists(ignored))
                File.WriteAllText(ignored, "*\n");
            File.WriteAllBytes(aside, [.. Checksum(key, bytes), .. bytes]);
            File.Move(aside, path, overwrite: true);
            _isUsed = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A build without a cache is slower, nothing else.
        }
    }

    /// <summary>Lets the oldest entries go when there are too many.</summary>
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
                    .Where(file => file.Name != ".gitignore")
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

    private static byte[] Checksum(string key, ReadOnlySpan<byte> bytes)
    {
        var hash = new XxHash128();
        hash.Append(Encoding.UTF8.GetBytes($"{Tool}\n{key}\n"));
        hash.Append(bytes);
        return hash.GetCurrentHash();
    }
}

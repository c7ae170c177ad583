using System.IO.Compression;
using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting;

/// <summary>
/// A zip that somebody handed over, hostile until proven otherwise. Nothing is written to disk; names, kinds, counts and sizes are looked at before
/// anything is unpacked, and unpacking stops where an entry is not what the zip says of it.
/// </summary>
public sealed class PackageZip : IDisposable
{
    /// <summary>Most entries.</summary>
    public const int MostEntries = 20_000;

    /// <summary>Most bytes, unpacked, of all files together.</summary>
    public const long MostBytes = 2_000_000_000;

    /// <summary>Most bytes of one file that is read into memory.</summary>
    public const int MostFileBytes = 200_000_000;

    private const int MostRatio = 100, SmallFile = 10_000_000;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly SourceSpan _start;
    private readonly Lock _lock = new();

    private PackageZip(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries, SourceSpan start) => (_zip, _entries, _start) = (zip, entries, start);

    /// <summary>Null, reported, for what cannot be read or would harm. The stream must be seekable; it is closed with the result, or at once when there is none.</summary>
    public static PackageZip? Open(Stream stream, string displayName, DiagnosticBag bag)
    {
        SourceSpan start = SourceFile.WithoutText(displayName).Start;
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
            if (Entries(zip, start, bag) is { } entries) return new PackageZip(zip, entries, start);
            zip.Dispose();
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or ArgumentException or OverflowException or NotSupportedException)
        {
            stream.Dispose();
            bag.Add(ZipRules.Unreadable, start, fault.Message);
            return null;
        }
    }

    /// <summary>The names of all files, in ordinal order, with forward slashes.</summary>
    public IReadOnlyList<string> Files => [.. _entries.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Bytes unpacked, as the zip says; null when there is no such file.</summary>
    public long? Size(string name) => _entries.TryGetValue(name, out ZipArchiveEntry? entry) ? entry.Length : null;

    /// <summary>The bytes of a file; null when there is none, or, reported, when it is too large or not what the zip says of it. May be called by several threads.</summary>
    public byte[]? Read(string name, DiagnosticBag bag)
    {
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry)) return null;
        if (entry.Length > MostFileBytes)
        {
            bag.Add(ZipRules.TooLarge, _start, name, MostFileBytes / 1_000_000);
            return null;
        }
        try
        {
            lock (_lock)
            {
                using Stream stream = entry.Open();
                var bytes = new byte[entry.Length];
                int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                if (read == bytes.Length && stream.ReadByte() < 0 && System.IO.Hashing.Crc32.HashToUInt32(bytes) == entry.Crc32) return bytes;
            }
            bag.Add(ZipRules.Lying, _start, name, "its size or its checksum is another.");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            bag.Add(ZipRules.Lying, _start, name, fault.Message);
        }
        return null;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _zip.Dispose();

    /// <summary>The files by name; null, reported, when one entry is enough not to open the zip.</summary>
    private static Dictionary<string, ZipArchiveEntry>? Entries(ZipArchive zip, SourceSpan start, DiagnosticBag bag)
    {
        var files = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        var folded = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        bool sound = true;
        if (zip.Entries.Count > MostEntries) return Refuse(ZipRules.TooMany, zip.Entries.Count, MostEntries);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string name = entry.FullName;
            bool isFolder = name.EndsWith('/');
            total += entry.Length;
            if (name.Contains('\\')) Report(ZipRules.Backslash, name);
            else if (!SourceFolder.StaysInside(isFolder ? name[..^1] : name)) Report(ZipRules.OutsidePath, name);
            else if (IsSpecial(entry)) Report(ZipRules.SpecialEntry, name);
            else if (entry.IsEncrypted) Report(ZipRules.Encrypted, name);
            else if (entry.Length > SmallFile && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio) Report(ZipRules.Bomb, name, entry.Length / Math.Max(1, entry.CompressedLength));
            else if (total > MostBytes) return Refuse(ZipRules.TooLarge, name, MostBytes / 1_000_000);
            else if (!isFolder && !folded.TryAdd(name, name)) Report(ZipRules.SameName, folded[name], name);
            else if (!isFolder) files[name] = entry;
        }
        return sound ? files : null;

        void Report(DiagnosticRule rule, params object[] values)
        {
            bag.Add(rule, start, values);
            sound = false;
        }

        Dictionary<string, ZipArchiveEntry>? Refuse(DiagnosticRule rule, params object[] values)
        {
            bag.Add(rule, start, values);
            return null;
        }
    }

    /// <summary>By the Unix mode in the upper half of the external attributes: anything that is neither a file, nor a folder, nor nothing.</summary>
    private static bool IsSpecial(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xF000) is not (0 or 0x8000 or 0x4000);
}

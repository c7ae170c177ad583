using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Untrusted zip from a user. Nothing is written to disk. Names, kinds, counts and sizes are checked before
/// anything is unpacked, and unpacking stops at an entry that contradicts the zip's directory.
/// </summary>
internal sealed class PackageZip : IDisposable
{
    /// <summary>Most entries.</summary>
    public const int MostEntries = ZipDirectory.MostEntries;

    /// <summary>Most bytes, unpacked, of all files together.</summary>
    public const long MostBytes = ZipSafety.MostBytes;

    /// <summary>Most bytes of one file in memory.</summary>
    public const int MostFileBytes = 200_000_000;

    private readonly ZipDirectory _zip;
    private readonly Dictionary<string, ZipEntry> _entries;
    private readonly SourceSpan _start;

    private PackageZip(ZipDirectory zip, Dictionary<string, ZipEntry> entries, SourceSpan start) =>
        (_zip, _entries, _start) = (zip, entries, start);

    /// <summary>
    /// Opens a zip. Reports an unreadable or harmful one and returns null. The stream must be seekable; it is closed
    /// with the result, or at once if there is none.
    /// </summary>
    public static PackageZip? Open(Stream stream, string displayName, DiagnosticBag bag)
    {
        SourceSpan start = SourceFile.WithoutText(displayName).Start;
        ZipDirectory zip = ZipDirectory.Read(stream);
        if (zip.Fault is { } fault)
            bag.Add(ZipRules.Unreadable, start, fault);
        else if (Entries(zip, start, bag) is { } entries)
            return new PackageZip(zip, entries, start);
        zip.Dispose();
        return null;
    }

    /// <summary>Names of all files in ordinal order, with forward slashes.</summary>
    public IReadOnlyList<string> Files => [.. _entries.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Returns the unpacked size in bytes according to the zip; null when there is no such file.</summary>
    public long? Size(string name) => _entries.TryGetValue(name, out ZipEntry? entry) ? entry.Size : null;

    /// <summary>
    /// Returns the bytes of a file; null when there is none. Reports a file that is too large or contradicts the zip's
    /// directory, and returns null. Thread-safe.
    /// </summary>
    public byte[]? Read(string name, DiagnosticBag bag)
    {
        if (!_entries.TryGetValue(name, out ZipEntry? entry))
            return null;
        if (entry.Size > MostFileBytes)
        {
            bag.Add(ZipRules.TooLarge, _start, name, MostFileBytes / 1_000_000);
            return null;
        }
        try
        {
            return _zip.Read(entry, MostFileBytes);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            bag.Add(ZipRules.WrongSize, _start, name, fault.Message);
            return null;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _zip.Dispose();

    /// <summary>Returns the files by name. Reports an entry that makes the zip unacceptable and returns null.</summary>
    private static Dictionary<string, ZipEntry>? Entries(ZipDirectory zip, SourceSpan start, DiagnosticBag bag)
    {
        var files = new Dictionary<string, ZipEntry>(StringComparer.Ordinal);
        var folded = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        bool sound = true;
        if (zip.Count > MostEntries)
            Report(ZipRules.TooMany, zip.Count, MostEntries);
        foreach (ZipEntry entry in zip.Entries)
        {
            string name = entry.Name;
            total += entry.Size;
            if (name.Contains('\\'))
                Report(ZipRules.Backslash, name);
            else if (!ZipSafety.StaysInside(entry))
                Report(ZipRules.OutsidePath, name);
            else if (entry.IsSpecial)
                Report(ZipRules.SpecialEntry, name);
            else if (entry.IsEncrypted)
                Report(ZipRules.Encrypted, name);
            else if (ZipSafety.IsBomb(entry))
                Report(ZipRules.Bomb, name, entry.Ratio);
            else if (total > MostBytes)
            {
                Report(ZipRules.TooLarge, name, MostBytes / 1_000_000);
                break;
            }
            else if (!entry.IsFolder && !folded.TryAdd(name, name))
                Report(ZipRules.SameName, folded[name], name);
            else if (!entry.IsFolder)
                files[name] = entry;
        }
        return sound ? files : null;

        void Report(DiagnosticRule rule, params object[] values)
        {
            bag.Add(rule, start, values);
            sound = false;
        }
    }
}

using System.IO.Compression;
using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Writes the zip an LMS takes (CAM 1.2, package interchange file; PKZIP 2.04g): the manifest first, then the other files in ordinal order. The same
/// files give the same bytes in every culture, time zone and operating system. Text is deflated, media are stored as they are.
/// </summary>
internal static partial class ZipWriter
{
    /// <summary>More files would need zip64, which SCORM 1.2 importers do not know.</summary>
    public const int MostFiles = 65_534;

    /// <summary>A regular file that all may read and its owner write, as Unix extractors want it.</summary>
    private const int ReadableFile = unchecked((int)(0b1_000_000_110_100_100u << 16));

    // The format keeps a clock time without a zone, and the earliest it can say is the one nobody takes for real.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">Our own fault: a name that not every server can serve, one name twice, too many files, or no manifest.</exception>
    public static byte[] Write(Package package)
    {
        CheckNames(package.Files);
        // On a stream that can seek the sizes go into the headers; else they would follow the data, which old importers cannot read.
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (PackageFile file in InOrder(package.Files)) Add(zip, file);
        }
        byte[] written = bytes.ToArray();
        ZipPlatform.SetUnix(written);
        return written;
    }

    /// <summary>The order of the entries.</summary>
    internal static IEnumerable<PackageFile> InOrder(IEnumerable<PackageFile> files) =>
        files.OrderBy(file => file.Name != ManifestWriter.FileName).ThenBy(file => file.Name, StringComparer.Ordinal);

    private static void Add(ZipArchive zip, PackageFile file)
    {
        bool deflate = file.IsText && !file.Bytes.IsEmpty;
        ZipArchiveEntry entry = zip.CreateEntry(file.Name, deflate ? CompressionLevel.SmallestSize : CompressionLevel.NoCompression);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = ReadableFile;
        using Stream data = entry.Open();
        data.Write(file.Bytes.Span);
    }

    private static void CheckNames(IReadOnlyList<PackageFile> files)
    {
        if (files.Count > MostFiles) throw new ArgumentException($"{files.Count} files do not fit in a zip without zip64; {MostFiles} do.", nameof(files));
        if (files.FirstOrDefault(file => !SafeName().IsMatch(file.Name)) is { } unsafeFile)
            throw new ArgumentException($"“{unsafeFile.Name}” is not a name of a-z, 0-9, '-', '_', '.' that every server can serve.", nameof(files));
        if (files.GroupBy(file => file.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"“{twice.Key}” is in the package twice.", nameof(files));
        if (files.All(file => file.Name != ManifestWriter.FileName)) throw new ArgumentException($"A package needs {ManifestWriter.FileName}.", nameof(files));
    }

    // No segment starts with a dot: LMSs refuse hidden files, and ".." would leave the folder.
    [GeneratedRegex(@"\A[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*\z")]
    private static partial Regex SafeName();
}

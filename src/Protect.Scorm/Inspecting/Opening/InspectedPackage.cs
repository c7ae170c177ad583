using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Inspecting.Zips;
using Protect.Scorm.Model;

namespace Protect.Scorm.Inspecting.Opening;

/// <summary>How well a path matches a file of a package.</summary>
internal enum MatchKind
{
    Missing,

    /// <summary>The path matches only if upper and lower case are ignored.</summary>
    OtherCase,

    Exact,
}

/// <param name="Entry">The matching file; null for none.</param>
internal readonly record struct FileMatch(MatchKind Kind, ZipEntry? Entry);

/// <summary>
/// Package under inspection: its zip, its manifest, and its files on request. Nothing is unpacked to disk and no file
/// is kept, so that memory stays flat
/// for packages of any size.
/// </summary>
internal sealed class InspectedPackage : IDisposable
{
    public const string ManifestName = "imsmanifest.xml",
        Cmi5Name = "cmi5.xml",
        TinCanName = "tincan.xml";

    /// <summary>Most bytes of a text file; rules for texts skip larger files.</summary>
    public const int MostTextBytes = 5_000_000;

    private readonly Dictionary<string, ZipEntry> _exact = new(StringComparer.Ordinal),
        _folded = new(StringComparer.OrdinalIgnoreCase);
    private WebContent? _content;
    private LaunchParts? _parts;
    private IReadOnlyList<string>? _launchFiles;

    private InspectedPackage(ZipDirectory zip, string name)
    {
        (Zip, Name) = (zip, name);
        foreach (ZipEntry entry in zip.Entries.Where(entry => !entry.IsFolder))
        {
            _exact.TryAdd(entry.Name, entry);
            _folded.TryAdd(entry.Name, entry);
        }
        if (Bytes(ManifestName, ManifestText.MostBytes) is { } manifest)
            ManifestXml = ManifestText.Read(ManifestName, manifest);
        IsManifestTooLarge =
            ManifestXml is { IsTooLarge: true }
            || _exact.GetValueOrDefault(ManifestName) is { Size: > ManifestText.MostBytes };
        if (ManifestXml?.Document is { } document)
            Manifest = ManifestModel.Of(ManifestXml.File, document);
        (Kind, Edition) = KindOfPackage.Of(this);
    }

    /// <summary>Name as shown in messages.</summary>
    public string Name { get; }

    public ZipDirectory Zip { get; }

    public PackageKind Kind { get; }

    /// <summary>
    /// Version as the manifest declares it: <c>1.2</c>, <c>2004 4th Edition</c>, …; empty when it declares none.
    /// </summary>
    public string Edition { get; }

    /// <summary>Text of the manifest and its faults; null when there is no readable manifest.</summary>
    public ManifestText? ManifestXml { get; }

    /// <summary>True when there is a manifest, larger than this tool reads.</summary>
    public bool IsManifestTooLarge { get; }

    /// <summary>Manifest; null when there is none or it is not well-formed XML.</summary>
    public ManifestModel? Manifest { get; }

    /// <summary>Scans of web content, shared by the packages of a run.</summary>
    internal ContentScans Scans { get; init; } = new();

    /// <summary>Manifest of the package that this one replaces; null when not known.</summary>
    public ManifestModel? Previous { get; init; }

    /// <summary>Returns the SHA-256 of the zip, in lower-case hexadecimal.</summary>
    public string Digest() => KnownDigest is null ? Zip.Digest() : KnownDigest();

    private Func<string>? KnownDigest { get; init; }

    /// <summary>All files in the order of the zip, without folders and duplicates.</summary>
    public IEnumerable<ZipEntry> Files => _exact.Values;

    /// <summary>
    /// Opens a package. The stream must be seekable and is owned by the result. Content of the zip never causes an
    /// exception.
    /// </summary>
    public static InspectedPackage Open(
        Stream stream,
        string name,
        ManifestModel? previous = null,
        ContentScans? scans = null
    ) => new(ZipDirectory.Read(stream), name) { Previous = previous, Scans = scans ?? new() };

    /// <summary>
    /// Opens a package just written from these files. The checks are the same, but nothing needs to be unpacked.
    /// </summary>
    internal static InspectedPackage OfBuilt(Package package, Stream zip, Func<string> digest, ContentScans scans) =>
        new(
            ZipDirectory.Read(
                zip,
                package.Files.ToDictionary(file => file.Name, file => file.Bytes, StringComparer.Ordinal)
            ),
            package.FileName
        )
        {
            KnownDigest = digest,
            Scans = scans,
        };

    public FileMatch Find(string path) =>
        _exact.TryGetValue(path, out ZipEntry? entry) ? new(MatchKind.Exact, entry)
        : _folded.TryGetValue(path, out entry) ? new(MatchKind.OtherCase, entry)
        : default;

    /// <summary>
    /// Returns the bytes of a file by its exact name; null when it is missing, damaged or larger than <paramref
    /// name="most"/>.
    /// </summary>
    public byte[]? Bytes(string path, int most = MostTextBytes)
    {
        if (!_exact.TryGetValue(path, out ZipEntry? entry) || entry.Size > most || entry.IsEncrypted)
            return null;
        try
        {
            return Zip.Read(entry, most);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// Returns at most the first <paramref name="count"/> bytes of a file, to detect its real format. Empty when there
    /// are none.
    /// </summary>
    public byte[] Start(string path, int count)
    {
        if (!_exact.TryGetValue(path, out ZipEntry? entry) || entry.IsEncrypted)
            return [];
        try
        {
            using Stream stream = Zip.Open(entry);
            var bytes = new byte[count];
            return bytes[..stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false)];
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return [];
        }
    }

    /// <summary>
    /// Returns the text of a file: UTF-8, UTF-16 with a byte-order mark, else Latin-1, where letters beyond ASCII may
    /// be wrong. Null as for <see cref="Bytes"/>. The text is not cached.
    /// </summary>
    public SourceFile? Text(string path) =>
        Bytes(path) is { } bytes ? new SourceFile(path, TextBytes.Decode(bytes)) : null;

    /// <summary>
    /// Scans of its pages, styles and scripts. Each file is read once, at the first use of this property.
    /// </summary>
    internal WebContent Content => _content ??= WebContent.Read(this);

    /// <summary>Parts that learners can open.</summary>
    internal LaunchParts Parts => _parts ??= new LaunchParts(this);

    /// <summary>Files that an LMS opens, in any standard; those that are not in the package are left out.</summary>
    internal IReadOnlyList<string> LaunchFiles => _launchFiles ??= [.. Opening.LaunchFiles.Of(this)];

    public void Dispose() => Zip.Dispose();
}

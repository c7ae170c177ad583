using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Inspecting;

/// <summary>How well a path names a file of a package.</summary>
internal enum MatchKind
{
    Missing,

    /// <summary>Only when upper and lower case are taken as the same.</summary>
    OtherCase,

    Exact,
}

/// <param name="Entry">What was found; null when nothing was.</param>
internal readonly record struct FileMatch(MatchKind Kind, ZipEntry? Entry);

/// <summary>
/// One package that is looked into: its zip, its manifest, and its files when asked. Nothing is unpacked to disk and no file is kept, so that memory stays flat
/// however large the package is.
/// </summary>
internal sealed class InspectedPackage : IDisposable
{
    public const string ManifestName = "imsmanifest.xml",
        Cmi5Name = "cmi5.xml",
        TinCanName = "tincan.xml";

    /// <summary>Bytes of a text file that are read; the rules on texts leave out what is larger.</summary>
    public const int MostTextBytes = 5_000_000;

    private readonly Dictionary<string, ZipEntry> _exact = new(StringComparer.Ordinal),
        _folded = new(StringComparer.OrdinalIgnoreCase);
    private WebContent? _content;

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
        if (ManifestXml?.Document is { } document)
            Manifest = ManifestModel.Of(ManifestXml.File, document);
        (Kind, Edition) = KindOfPackage.Of(this);
    }

    /// <summary>As it is shown.</summary>
    public string Name { get; }

    public ZipDirectory Zip { get; }

    public PackageKind Kind { get; }

    /// <summary>What the package says of its version: <c>1.2</c>, <c>2004 4th Edition</c>, …; empty when it says nothing.</summary>
    public string Edition { get; }

    /// <summary>The manifest's text and what is odd about it; null when there is none that can be read.</summary>
    public ManifestText? ManifestXml { get; }

    /// <summary>Null when there is no manifest, or it is no sound XML.</summary>
    public ManifestModel? Manifest { get; }

    /// <summary>The manifest of the package that this one takes the place of; null when it is not known.</summary>
    public ManifestModel? Previous { get; init; }

    /// <summary>All files, in the order of the zip; folders are left out, a name that comes twice is there once.</summary>
    public IEnumerable<ZipEntry> Files => _exact.Values;

    /// <summary>Opens a package; the stream must be seekable and is owned by the result. Never throws for what the zip holds.</summary>
    public static InspectedPackage Open(Stream stream, string name, ManifestModel? previous = null) =>
        new(ZipDirectory.Read(stream), name) { Previous = previous };

    /// <summary>Opens a package that was written from these files just now: the same checks, and nothing is unpacked.</summary>
    internal static InspectedPackage OfBuilt(Package package, Stream zip) =>
        new(
            ZipDirectory.Read(
                zip,
                package.Files.ToDictionary(file => file.Name, file => file.Bytes, StringComparer.Ordinal)
            ),
            package.FileName
        );

    public FileMatch Find(string path) =>
        _exact.TryGetValue(path, out ZipEntry? entry) ? new(MatchKind.Exact, entry)
        : _folded.TryGetValue(path, out entry) ? new(MatchKind.OtherCase, entry)
        : default;

    /// <summary>The bytes of a file, by its exact name; null when there is none, it is larger than <paramref name="most"/>, or damaged.</summary>
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

    /// <summary>The first bytes of a file, at most <paramref name="count"/>: enough to see what it really is. Empty when there are none.</summary>
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

    /// <summary>The text of a file: UTF-8, UTF-16 with its mark, else Latin-1 (what is not ASCII may then be wrong). Null as for <see cref="Bytes"/>. It is not kept.</summary>
    public SourceFile? Text(string path) =>
        Bytes(path) is { } bytes ? new SourceFile(path, TextBytes.Decode(bytes)) : null;

    /// <summary>What its pages, styles and scripts ask for and do. Each file is read once, when this is asked for first.</summary>
    internal WebContent Content => _content ??= WebContent.Read(this);

    public void Dispose() => Zip.Dispose();
}

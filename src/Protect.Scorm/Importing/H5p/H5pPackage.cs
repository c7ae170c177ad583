using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;

namespace Protect.Scorm.Importing.H5p;

/// <summary>
/// Package of H5P: a zip with <c>h5p.json</c>, <c>content/content.json</c> and files. Its programs are never read.
/// </summary>
internal sealed class H5pPackage : IDisposable
{
    private const string Description = "h5p.json",
        Content = "content/content.json";

    private static readonly JsonDocumentOptions s_bounded = new() { MaxDepth = ImportLimits.MostLevels };

    private readonly PackageZip _zip;
    private readonly List<JsonDocument> _documents = [];

    private H5pPackage(PackageZip zip) => _zip = zip;

    /// <summary>The content of <c>h5p.json</c>.</summary>
    public H5pValue About { get; private set; }

    /// <summary>The content of <c>content/content.json</c>: the fields of the main library.</summary>
    public H5pValue Parameters { get; private set; }

    /// <summary>Returns true for a zip that names <c>h5p.json</c>, or has the extension of H5P.</summary>
    public static bool Knows(ImportSource source) =>
        source.IsZip && (source.Extension == ".h5p" || source.Bytes.AsSpan().IndexOf("h5p.json"u8) >= 0);

    /// <summary>Opens a package; null with the reason when that is impossible.</summary>
    public static H5pPackage? Open(ImportSource source, out string fault)
    {
        var bag = new DiagnosticBag();
        PackageZip? zip = PackageZip.Open(new MemoryStream(source.Bytes, writable: false), source.Path, bag);
        if (zip is null)
        {
            fault = bag.Sorted.Count > 0 ? bag.Sorted[0].Message.TrimEnd('.') : "it is no zip";
            return null;
        }
        var package = new H5pPackage(zip);
        (H5pValue about, string? first) = package.Json(Description);
        (H5pValue content, string? second) = package.Json(Content);
        (package.About, package.Parameters) = (about, content);
        fault = first ?? second ?? "";
        if (fault.Length == 0)
            return package;
        package.Dispose();
        return null;
    }

    /// <summary>Returns a file of the content by its path in <c>content/</c>; null when there is none.</summary>
    public byte[]? File(string path)
    {
        // Files of a draft of the editor end with “#tmp”.
        string name = $"content/{path.Split('#')[0]}";
        return _zip.Size(name) is <= ImportLimits.MostPictureBytes ? _zip.Read(name, new DiagnosticBag()) : null;
    }

    /// <summary>Closes the package.</summary>
    public void Dispose()
    {
        foreach (JsonDocument document in _documents)
            document.Dispose();
        _zip.Dispose();
    }

    private (H5pValue Value, string? Fault) Json(string name)
    {
        if (_zip.Size(name) is not { } size)
            return (default, $"it has no file {name}");
        if (size > ImportLimits.MostTextBytes)
            return (default, $"{name} has more than {ImportLimits.MostTextBytes / 1_000_000} MB");
        var bag = new DiagnosticBag();
        byte[]? bytes = _zip.Read(name, bag);
        if (bytes is null)
            return (default, bag.Sorted.Count > 0 ? bag.Sorted[0].Message.TrimEnd('.') : $"{name} is damaged");
        ReadOnlyMemory<byte> json = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
        try
        {
            JsonDocument document = JsonDocument.Parse(json, s_bounded);
            _documents.Add(document);
            var value = new H5pValue(document.RootElement);
            return value.IsGroup ? (value, null) : (default, $"{name} is no group of fields");
        }
        catch (JsonException)
        {
            return (default, $"{name} is no JSON, or has more than {ImportLimits.MostLevels} levels");
        }
    }
}

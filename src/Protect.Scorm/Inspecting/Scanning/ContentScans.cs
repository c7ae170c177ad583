using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>Kind of web content, judged by the file name.</summary>
internal enum ContentKind
{
    None,
    Page,
    Style,
    Script,
    Vector,
}

/// <summary>
/// Scans each file of web content once, because packages of one run share many files. The kept results are small and
/// their total is bounded. Thread-safe.
/// </summary>
/// <param name="artifacts">Results of earlier compilations of an own package; null for none.</param>
internal sealed class ContentScans(Artifacts? artifacts = null)
{
    private const int MostWeight = 300_000;

    private readonly ConcurrentDictionary<(UInt128 Digest, ContentKind Kind), ContentScan> _known = new();
    private int _weight;

    public static ContentKind KindOf(string name) =>
        name.LastIndexOf('.') is >= 0 and int dot
            ? name[(dot + 1)..].ToLowerInvariant() switch
            {
                "html" or "htm" or "xhtml" => ContentKind.Page,
                "css" => ContentKind.Style,
                "js" or "mjs" => ContentKind.Script,
                "svg" => ContentKind.Vector,
                _ => ContentKind.None,
            }
            : ContentKind.None;

    /// <summary>Scans a file.</summary>
    public ContentScan Of(ContentKind kind, ReadOnlyMemory<byte> bytes) =>
        Of(KeyOf(kind, bytes.Span), () => ReadBytes(kind, bytes.Span));

    /// <summary>Scans text that is not a separate file.</summary>
    public ContentScan Of(ContentKind kind, string text) =>
        Of(KeyOf(kind, MemoryMarshal.AsBytes(text.AsSpan())), () => Read(kind, text, TextForm.Utf8));

    private ContentScan Of((UInt128 Digest, ContentKind Kind) key, Func<ContentScan> read)
    {
        if (_known.TryGetValue(key, out ContentScan? known))
            return known;
        string kind = $"scan {key.Kind}";
        if (artifacts is null)
            return Keep(key, read());
        if (artifacts.TryFind(kind, key.Digest, out ReadOnlyMemory<byte>? json))
            return Keep(key, JsonSerializer.Deserialize(json.Value.Span, ScanJson.Default.ContentScan)!);
        ContentScan scan = read();
        artifacts.Keep(kind, key.Digest, JsonSerializer.SerializeToUtf8Bytes(scan, ScanJson.Default.ContentScan));
        return Keep(key, scan);
    }

    // SHA-256, so that no package can be made to look like another one.
    private static (UInt128, ContentKind) KeyOf(ContentKind kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return (BitConverter.ToUInt128(digest), kind);
    }

    private ContentScan Keep((UInt128, ContentKind) key, ContentScan scan)
    {
        // Memory must not grow in a run over thousands of packages. After clearing, shared files are soon kept again.
        if (Interlocked.Add(ref _weight, scan.Weight) > MostWeight)
        {
            Interlocked.Exchange(ref _weight, scan.Weight);
            _known.Clear();
        }
        _known[key] = scan;
        return scan;
    }

    private static ContentScan ReadBytes(ContentKind kind, ReadOnlySpan<byte> bytes)
    {
        (string text, TextForm form) = Decode(bytes);
        return Read(kind, text, form);
    }

    private static ContentScan Read(ContentKind kind, string text, TextForm form)
    {
        var file = new SourceFile("", text);
        var notes = new ContentNotes(file) { Form = form };
        if (form == TextForm.Binary)
            return notes.Done();
        switch (kind)
        {
            case ContentKind.Page:
                PageScanner.Read(text, 0, notes);
                break;
            case ContentKind.Style:
                StyleScanner.Read(text, 0, notes);
                break;
            case ContentKind.Script:
                ScriptScanner.Read(text, 0, notes);
                break;
            case ContentKind.Vector:
                VectorScanner.Read(file, notes);
                break;
        }
        return notes.Done();
    }

    private static (string Text, TextForm Form) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return (Encoding.Unicode.GetString(bytes[2..]), TextForm.Utf16);
        if (bytes is [0xFE, 0xFF, ..])
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), TextForm.Utf16);
        if (bytes is [(byte)'<', 0, _, 0, ..])
            return (Encoding.Unicode.GetString(bytes), TextForm.BareUtf16);
        if (bytes is [0, (byte)'<', 0, _, ..])
            return (Encoding.BigEndianUnicode.GetString(bytes), TextForm.BareUtf16);
        if (bytes[..Math.Min(bytes.Length, 2000)].Contains((byte)0))
            return ("", TextForm.Binary);
        bool hasMark = bytes is [0xEF, 0xBB, 0xBF, ..];
        return Utf8.IsValid(bytes)
            ? (Encoding.UTF8.GetString(hasMark ? bytes[3..] : bytes), hasMark ? TextForm.MarkedUtf8 : TextForm.Utf8)
            : (Encoding.Latin1.GetString(bytes), TextForm.Other);
    }
}

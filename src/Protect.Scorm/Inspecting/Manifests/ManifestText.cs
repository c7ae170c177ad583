using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Manifests;

/// <summary>
/// Untrusted XML file: its text, and its tree if it is well-formed. Document types, entities and addresses are ignored.
/// A file that is larger,
/// deeper or has more elements than any real manifest is not read.
/// </summary>
internal sealed partial class ManifestText
{
    public const int MostBytes = 20_000_000,
        MostNodes = 500_000,
        MostDepth = 100;

    private ManifestText(string path, byte[] bytes)
    {
        HasByteOrderMark = bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        Declared = EncodingName()
            .Match(Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 400))).Replace("\0", ""))
            is { Success: true } match
            ? match.Groups[1].Value
            : null;
        IsUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..];
        IsUtf8 = !IsUtf16 && SourceFile.Decode(bytes, out _) is not null;
        string text = Decode(bytes);
        File = new SourceFile(path, text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text);
    }

    public SourceFile File { get; }

    /// <summary>Tree with lines and columns; null when there is none.</summary>
    public XDocument? Document { get; private set; }

    /// <summary>Reason why there is no tree, with its place.</summary>
    public (SourceSpan Place, string Why)? Fault { get; private set; }

    /// <summary>True when the file is larger than this tool reads.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>True when the file declares a document type, which is not read.</summary>
    public bool HasDoctype { get; private set; }

    public bool HasByteOrderMark { get; }

    public bool IsUtf8 { get; }

    public bool IsUtf16 { get; }

    /// <summary>Encoding named by the XML declaration; null when it names none.</summary>
    public string? Declared { get; }

    public static ManifestText Read(string path, byte[] bytes)
    {
        var text = new ManifestText(path, bytes);
        try
        {
            text.IsTooLarge = text.File.Text.Length > ManifestSchemas.MostCharacters;
            if (text.IsTooLarge)
                return text;
            text.CheckSize();
            if (text.Fault is null)
                text.Document = Load(text.File.Text, LoadOptions.SetLineInfo);
        }
        catch (XmlException fault)
        {
            // The exception of .NET for a document type has no place.
            int start =
                fault.LineNumber > 0 ? -1 : text.File.Text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
            text.HasDoctype = start >= 0;
            text.Fault = (
                start >= 0
                    ? text.File.Span(start)
                    : text.File.At(Math.Max(1, fault.LineNumber), Math.Max(1, fault.LinePosition)),
                Sentence(fault)
            );
        }
        return text;
    }

    private static XDocument Load(string text, LoadOptions options)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings());
        return XDocument.Load(reader, options);
    }

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = ManifestSchemas.MostCharacters,
            MaxCharactersFromEntities = 1,
        };

    /// <summary>
    /// Checks depth and size before the tree is built; a tree of millions of elements would take all memory.
    /// </summary>
    private void CheckSize()
    {
        using var reader = XmlReader.Create(new StringReader(File.Text), Settings());
        for (int nodes = 0; reader.Read(); )
        {
            nodes += 1 + reader.AttributeCount;
            if (reader.Depth <= MostDepth && nodes <= MostNodes)
                continue;
            var place = (IXmlLineInfo)reader;
            Fault = (
                File.At(place.LineNumber, place.LinePosition),
                reader.Depth > MostDepth
                    ? $"it is nested more than {MostDepth} deep, which no LMS reads."
                    : "it has more than 500,000 elements and attributes, which no LMS reads."
            );
            return;
        }
    }

    /// <summary>Removes line and position from the end of a message; the place already has them.</summary>
    private static string Sentence(XmlException fault) => LineEnd().Replace(fault.Message, "");

    private string Decode(byte[] bytes) =>
        IsUtf16 ? (bytes[0] is 0xFE or 0 ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes)
        : IsUtf8 || Declared is null || Declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(bytes)
        : Encoding.Latin1.GetString(bytes);

    [GeneratedRegex("""<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex EncodingName();

    [GeneratedRegex(@"\s*Line \d+, position \d+\.$")]
    private static partial Regex LineEnd();
}

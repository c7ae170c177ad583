using System.Security.Cryptography;
using System.Text;

namespace Protect.Scorm.Model;

/// <summary>The files of a package before they are zipped: names with forward slashes, relative to the archive's root.</summary>
public sealed record Package
{
    /// <summary>Name of the zip in <c>dist</c>.</summary>
    public required string FileName { get; init; }

    /// <summary>In no particular order; each name once.</summary>
    public required IReadOnlyList<PackageFile> Files { get; init; }
}

/// <summary>One file. Media are stored as they are; text is deflated.</summary>
public sealed record PackageFile(string Name, ReadOnlyMemory<byte> Bytes, bool IsText)
{
    private Tuple<ReadOnlyMemory<byte>, string>? _known; // a class, so that threads see both halves or none

    /// <summary>SHA-256 in lower-case hexadecimal, computed when it is first asked for.</summary>
    internal string Digest
    {
        get
        {
            if (_known is { } known && known.Item1.Equals(Bytes))
                return known.Item2;
            string digest = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
            _known = Tuple.Create(Bytes, digest);
            return digest;
        }
    }

    /// <summary>Text in UTF-8 with line feeds, on every platform.</summary>
    public static PackageFile OfText(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        byte[] bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, bytes);
        return new PackageFile(name, bytes, IsText: true);
    }
}

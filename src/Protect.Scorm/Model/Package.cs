using System.Security.Cryptography;
using System.Text;

namespace Protect.Scorm.Model;

/// <summary>
/// The files of a package before zipping. Names are relative to the root of the zip, with forward slashes.
/// </summary>
public sealed record Package
{
    /// <summary>The file name of the zip, without a folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The files, in no particular order; names are unique.</summary>
    public required IReadOnlyList<PackageFile> Files { get; init; }
}

/// <summary>A file of a package. Text is compressed in the zip; media are stored uncompressed.</summary>
public sealed record PackageFile(string Name, ReadOnlyMemory<byte> Bytes, bool IsText)
{
    private Tuple<ReadOnlyMemory<byte>, string>? _known; // a class: reference assignment is atomic across threads

    /// <summary>SHA-256 of the bytes in lower-case hexadecimal, computed on first use.</summary>
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

    /// <summary>Creates a text file in UTF-8 with line feeds, the same on every platform.</summary>
    public static PackageFile OfText(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        byte[] bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, bytes);
        return new PackageFile(name, bytes, IsText: true);
    }
}

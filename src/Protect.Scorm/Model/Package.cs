using System.IO.Hashing;
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
    private Tuple<ReadOnlyMemory<byte>, UInt128>? _key; // a class: reference assignment is atomic across threads

    /// <summary>XxHash128 of the bytes, computed on first use.</summary>
    internal UInt128 Key
    {
        get
        {
            if (_key is { } known && known.Item1.Equals(Bytes))
                return known.Item2;
            UInt128 key = XxHash128.HashToUInt128(Bytes.Span);
            _key = Tuple.Create(Bytes, key);
            return key;
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

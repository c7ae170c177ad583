using System.Collections.ObjectModel;
using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Protect.Scorm.Inspecting.Zips;

/// <summary>
/// Reader of untrusted zips: the directory as written in the file, its contradictions, and the data of an entry on
/// request. Bytes come
/// from a seekable stream; the zip is never in memory as one piece. Methods throw only the documented
/// <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class ZipDirectory : IDisposable
{
    /// <summary>Most entries that are read; the rest are only counted.</summary>
    public const int MostEntries = 20_000;

    /// <summary>Best ratio of deflate (RFC 1951): 1032 bytes in one. A larger claimed size is wrong.</summary>
    private const int BestDeflate = 1032;

    private readonly Stream _stream;
    private readonly Lock _lock = new();

    private ZipDirectory(Stream stream) => (_stream, Length) = (stream, stream.Length);

    /// <summary>Reason why there is no readable directory, or null.</summary>
    public string? Fault { get; private init; }

    /// <summary>Entries in the order of the directory; at most <see cref="MostEntries"/>.</summary>
    public IReadOnlyList<ZipEntry> Entries { get; private init; } = [];

    /// <summary>Number of all entries in the directory.</summary>
    public int Count { get; private init; }

    /// <summary>End record of the directory.</summary>
    internal ZipEnd End { get; private init; } = new();

    /// <summary>Contradictions between the directory and its end record.</summary>
    public IReadOnlyList<string> Contradictions { get; private init; } = [];

    /// <summary>Length of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>Content of a zip just written, by name, so that nothing needs to be unpacked.</summary>
    private IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Unpacked { get; init; } =
        ReadOnlyDictionary<string, ReadOnlyMemory<byte>>.Empty;

    /// <summary>Reads the directory. The stream is owned by the result.</summary>
    public static ZipDirectory Read(Stream stream) =>
        Read(stream, ReadOnlyDictionary<string, ReadOnlyMemory<byte>>.Empty);

    /// <param name="stream">Seekable stream, owned by the result.</param>
    /// <param name="unpacked">Bytes of known entries by name; other entries are read from the stream.</param>
    internal static ZipDirectory Read(Stream stream, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> unpacked)
    {
        try
        {
            ZipEnd end = ZipEnd.Find(stream);
            (IReadOnlyList<ZipEntry> entries, int count, IReadOnlyList<string> odd) = ZipRecords.Read(stream, end);
            return new ZipDirectory(stream)
            {
                End = end,
                Entries = entries,
                Count = count,
                Contradictions = odd,
                Unpacked = unpacked,
            };
        }
        catch (Exception fault)
            when (fault is InvalidDataException or IOException or OverflowException or ArgumentException)
        {
            return new ZipDirectory(stream) { Fault = fault.Message };
        }
    }

    /// <summary>Opens the unpacked bytes of an entry, at most as many as it declares. Thread-safe.</summary>
    /// <exception cref="InvalidDataException">There is no such data, or its compression method is not
    /// supported.</exception>
    public Stream Open(ZipEntry entry)
    {
        if (Known(entry) is { } known)
            return new MemoryStream(known.Array!, known.Offset, known.Count, writable: false);
        ZipLocalHeader local =
            Local(entry) ?? throw new InvalidDataException("there is no header where the directory says.");
        var packed = new ZipSlice(_stream, _lock, local.Data, Math.Min(entry.Packed, Length - local.Data));
        return entry.Method switch
        {
            0 => packed,
            8 => new DeflateStream(packed, CompressionMode.Decompress),
            _ => throw new InvalidDataException($"it is packed with method {entry.Method}."),
        };
    }

    /// <summary>Reads all bytes of an entry of at most <paramref name="most"/> bytes.</summary>
    /// <exception cref="InvalidDataException">The entry is larger, or contradicts the directory.</exception>
    public byte[] Read(ZipEntry entry, long most)
    {
        if (entry.Size > most)
            throw new InvalidDataException($"it is larger than {most} bytes.");
        if (Known(entry) is { } known)
            return known.Count == known.Array!.Length ? known.Array : [.. known];
        if (entry.Size > (entry.Packed * BestDeflate) + BestDeflate)
            throw new InvalidDataException("its size or its checksum is another.");
        var bytes = new byte[entry.Size];
        using Stream stream = Open(entry);
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length || stream.ReadByte() >= 0 || Crc32.HashToUInt32(bytes) != entry.Crc)
            throw new InvalidDataException("its size or its checksum is another.");
        return bytes;
    }

    /// <summary>
    /// Unpacks an entry without keeping it. Returns its fault, or null. Stops when it is longer than declared.
    /// </summary>
    public string? Verify(ZipEntry entry, byte[] buffer)
    {
        if (Known(entry) is { } known)
            return known.Count == entry.Size ? null : "its size is another.";
        try
        {
            using Stream stream = Open(entry);
            var sum = new Crc32();
            long size = 0;
            for (int read; size <= entry.Size && (read = stream.Read(buffer)) > 0; size += read)
                sum.Append(buffer.AsSpan(0, read));
            if (size > entry.Size)
                return "there is more of it than the directory says.";
            if (size < entry.Size)
                return "there is less of it than the directory says.";
            return sum.GetCurrentHashAsUInt32() == entry.Crc ? null : "its checksum is another.";
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return fault is InvalidDataException && entry.Method is not (0 or 8)
                ? fault.Message
                : "its data are damaged.";
        }
    }

    /// <summary>Computes the SHA-256 of the file, in lower-case hexadecimal.</summary>
    public string Digest()
    {
        lock (_lock)
        {
            _stream.Position = 0;
            return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(_stream));
        }
    }

    private ArraySegment<byte>? Known(ZipEntry entry) =>
        Unpacked.TryGetValue(entry.Name, out ReadOnlyMemory<byte> bytes)
        && MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
            ? array
            : (ArraySegment<byte>?)null;

    /// <summary>Reads the header in front of an entry's data; null when there is none.</summary>
    internal ZipLocalHeader? Local(ZipEntry entry)
    {
        if (entry.Offset < 0 || entry.Offset > Length - ZipLocalHeader.FixedLength)
            return null;
        lock (_lock)
            return ZipLocalHeader.Read(_stream, entry.Offset);
    }

    public void Dispose() => _stream.Dispose();
}

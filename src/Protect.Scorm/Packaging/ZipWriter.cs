using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Writes the zip for an LMS (CAM 1.2, package interchange file; PKZIP 2.04g): the manifest first, then the other files
/// in ordinal order. The same
/// files give the same bytes in every culture, time zone and operating system. Text is deflated, media are stored as
/// they are.
/// Offsets are those of PKWARE's APPNOTE 4.3.7, 4.3.12 and 4.3.16.
/// </summary>
internal static partial class ZipWriter
{
    /// <summary>Most files without zip64, which SCORM 1.2 importers do not support.</summary>
    public const int MostFiles = 65_534;

    /// <summary>Unix mode 0644 of a regular file.</summary>
    private const uint ReadableFile = 0b1_000_000_110_100_100u << 16;

    /// <summary>Version 2.0, made on Unix, so that readers apply the permissions.</summary>
    private const ushort Needed = 20,
        MadeBy = (3 << 8) | Needed;

    // The earliest date of the format, 1980-01-01: clearly not a real one, and the same in every time zone.
    private const ushort NoTime = 0,
        NoDay = 0x21;

    /// <summary>Length of the parts of a large file that are compressed in parallel.</summary>
    private const int PartLength = 256 * 1024;

    // A final block with fixed codes and only its end-of-block code (RFC 1951, 3.2.6).
    private static ReadOnlySpan<byte> EmptyLastBlock => [0x03, 0x00];

    private const int LocalLength = 30,
        CentralLength = 46,
        EndLength = 22;

    /// <param name="package">The files.</param>
    /// <param name="artifacts">Results of earlier compilations; null for none.</param>
    /// <exception cref="ArgumentException">Internal error: a name that not every server can serve, a duplicate name,
    /// too many files, or no manifest.</exception>
    public static FileImage Write(Package package, Artifacts? artifacts = null)
    {
        CheckNames(package.Files);
        PackageFile[] files = [.. InOrder(package.Files)];
        Entry[] entries = ParallelWork.Select(files, (file, _) => Entry.Of(file, artifacts));
        long length =
            EndLength
            + entries.Sum(entry => LocalLength + CentralLength + (2L * entry.Name.Length) + entry.Data.Length);
        if (length > Array.MaxLength)
            throw new ArgumentException($"{length} bytes do not fit in a zip without zip64.", nameof(package));
        return Join(entries);
    }

    /// <summary>Writes a zip that is no package: files in ordinal order.</summary>
    public static FileImage WriteFiles(IReadOnlyList<PackageFile> files)
    {
        CheckFiles(files);
        return WriteParts([.. files.OrderBy(file => file.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Writes the parts of a document that is a zip (ECMA-376, part 2), in this order.</summary>
    public static FileImage WriteParts(IReadOnlyList<PackageFile> parts) =>
        Join([.. parts.Select(part => Entry.Of(part, null))]);

    /// <summary>Returns the files in the order of the entries.</summary>
    internal static IEnumerable<PackageFile> InOrder(IEnumerable<PackageFile> files) =>
        files.OrderBy(file => file.Name != ManifestWriter.FileName).ThenBy(file => file.Name, StringComparer.Ordinal);

    private static FileImage Join(Entry[] entries)
    {
        var parts = new List<ReadOnlyMemory<byte>>((2 * entries.Length) + 1);
        var directory = new byte[EndLength + entries.Sum(entry => CentralLength + entry.Name.Length)];
        int at = 0,
            start = 0;
        foreach (Entry entry in entries)
        {
            parts.Add(entry.LocalHeader());
            parts.Add(entry.Data);
            at += entry.WriteCentral(directory.AsSpan(at), start);
            start += LocalLength + entry.Name.Length + entry.Data.Length;
        }
        Span<byte> end = directory.AsSpan(at);
        "PK\x05\x06"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Length);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], at);
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], start);
        parts.Add(directory);
        return new FileImage(parts);
    }

    /// <summary>Entry of the zip, with its data compressed or stored.</summary>
    private sealed record Entry(byte[] Name, ReadOnlyMemory<byte> Data, bool IsDeflated, int Size, uint Checksum)
    {
        private const int ChecksumLength = 4;

        public static Entry Of(PackageFile file, Artifacts? artifacts)
        {
            bool deflate = file.IsText && !file.Bytes.IsEmpty;
            ReadOnlyMemory<byte> data = artifacts is null
                ? DataOf(file.Bytes, deflate)
                : artifacts.Get(deflate ? "deflated" : "stored", file.Key, () => DataOf(file.Bytes, deflate));
            return new Entry(
                Encoding.ASCII.GetBytes(file.Name),
                deflate ? data[ChecksumLength..] : file.Bytes,
                deflate,
                file.Bytes.Length,
                BinaryPrimitives.ReadUInt32LittleEndian(data.Span)
            );
        }

        /// <summary>Returns the CRC-32 of a file, followed by its compressed bytes if it is to be deflated.</summary>
        private static ReadOnlyMemory<byte> DataOf(ReadOnlyMemory<byte> bytes, bool deflate)
        {
            var checksum = new byte[ChecksumLength];
            BinaryPrimitives.WriteUInt32LittleEndian(checksum, Crc32.HashToUInt32(bytes.Span));
            return deflate ? Deflated(checksum, bytes) : checksum;
        }

        public byte[] LocalHeader()
        {
            var header = new byte[LocalLength + Name.Length];
            "PK\x03\x04"u8.CopyTo(header);
            WriteFacts(header.AsSpan(4));
            Name.CopyTo(header, LocalLength);
            return header;
        }

        public int WriteCentral(Span<byte> to, int start)
        {
            "PK\x01\x02"u8.CopyTo(to);
            BinaryPrimitives.WriteUInt16LittleEndian(to[4..], MadeBy);
            WriteFacts(to[6..]);
            BinaryPrimitives.WriteUInt32LittleEndian(to[38..], ReadableFile);
            BinaryPrimitives.WriteInt32LittleEndian(to[42..], start);
            Name.CopyTo(to[CentralLength..]);
            return CentralLength + Name.Length;
        }

        /// <summary>Writes the fields that both headers share.</summary>
        private void WriteFacts(Span<byte> to)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(to, Needed);
            // Bit 1: compressed at the maximum level.
            BinaryPrimitives.WriteUInt16LittleEndian(to[2..], (ushort)(IsDeflated ? 0b10 : 0));
            BinaryPrimitives.WriteUInt16LittleEndian(to[4..], (ushort)(IsDeflated ? 8 : 0));
            BinaryPrimitives.WriteUInt16LittleEndian(to[6..], NoTime);
            BinaryPrimitives.WriteUInt16LittleEndian(to[8..], NoDay);
            BinaryPrimitives.WriteUInt32LittleEndian(to[10..], Checksum);
            BinaryPrimitives.WriteInt32LittleEndian(to[14..], Data.Length);
            BinaryPrimitives.WriteInt32LittleEndian(to[18..], Size);
            BinaryPrimitives.WriteUInt16LittleEndian(to[22..], (ushort)Name.Length);
        }

        /// <summary>
        /// Compresses a file, a large one in parallel parts. Each part ends with a sync flush, at a byte boundary
        /// (RFC 1951, 3.2.4), and an empty last block ends them all.
        /// </summary>
        private static ReadOnlyMemory<byte> Deflated(byte[] start, ReadOnlyMemory<byte> bytes)
        {
            var packed = new MemoryStream((bytes.Length / 3) + start.Length);
            packed.Write(start);
            if (bytes.Length < 2 * PartLength)
            {
                using var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
                deflate.Write(bytes.Span);
            }
            else
            {
                ReadOnlyMemory<byte>[] parts =
                [
                    .. Enumerable
                        .Range(0, bytes.Length / PartLength)
                        .Select(part => bytes[(part * PartLength)..])
                        .Select((rest, part) => (part + 2) * PartLength > bytes.Length ? rest : rest[..PartLength]),
                ];
                foreach (byte[] part in ParallelWork.Select(parts, (part, _) => Flushed(part.Span)))
                    packed.Write(part);
                packed.Write(EmptyLastBlock);
            }
            return packed.GetBuffer().AsMemory(0, (int)packed.Length);
        }

        private static byte[] Flushed(ReadOnlySpan<byte> part)
        {
            var packed = new MemoryStream(part.Length / 3);
            using var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
            deflate.Write(part);
            deflate.Flush();
            return packed.ToArray();
        }
    }

    private static void CheckNames(IReadOnlyList<PackageFile> files)
    {
        CheckFiles(files);
        if (files.All(file => file.Name != ManifestWriter.FileName))
            throw new ArgumentException($"A package needs {ManifestWriter.FileName}.", nameof(files));
    }

    private static void CheckFiles(IReadOnlyList<PackageFile> files)
    {
        if (files.Count > MostFiles)
            throw new ArgumentException(
                $"{files.Count} files do not fit in a zip without zip64; {MostFiles} do.",
                nameof(files)
            );
        if (files.FirstOrDefault(file => !SafeName().IsMatch(file.Name)) is { } unsafeFile)
            throw new ArgumentException(
                $"“{unsafeFile.Name}” is not a name of a-z, 0-9, '-', '_', '.' that every server can serve.",
                nameof(files)
            );
        if (
            files.GroupBy(file => file.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is
            { } twice
        )
            throw new ArgumentException($"“{twice.Key}” is in the package twice.", nameof(files));
    }

    // No segment starts with a dot: LMSs refuse hidden files, and ".." would leave the folder.
    [GeneratedRegex(@"\A[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*\z")]
    private static partial Regex SafeName();
}

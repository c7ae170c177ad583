using System.Globalization;
using System.Text;
using System.Text.Unicode;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Protect.Scorm.Inspecting.Zips;

/// <summary>Reads the records of a central directory (APPNOTE 4.3.12, 4.5.3).</summary>
internal static class ZipRecords
{
    public const uint Signature = 0x02014b50;
    private const int FixedLength = 46;
    private const int MostBytes = 32_000_000;

    /// <returns>The first <see cref="ZipDirectory.MostEntries"/> entries, the number of all, and contradictions to the
    /// end record.</returns>
    /// <exception cref="InvalidDataException">The directory is missing, or larger than this reader accepts.</exception>
    public static (IReadOnlyList<ZipEntry> Entries, int Count, IReadOnlyList<string> Odd) Read(
        Stream stream,
        ZipEnd end
    )
    {
        if (end.DirectorySize > MostBytes)
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"its directory takes {end.DirectorySize / 1_000_000} MB, more than 20,000 files need."
                )
            );
        if (end.DirectoryOffset > stream.Length - end.DirectorySize)
            throw new InvalidDataException("its directory is not where its end says.");
        var bytes = new byte[end.DirectorySize];
        stream.Position = end.DirectoryOffset;
        stream.ReadExactly(bytes);
        var entries = new List<ZipEntry>();
        var odd = new List<string>();
        int count = 0;
        for (ReadOnlySpan<byte> rest = bytes; rest.Length > 0; count++)
        {
            int length =
                rest.Length < FixedLength || ReadUInt32LittleEndian(rest) != Signature
                    ? 0
                    : FixedLength
                        + ReadUInt16LittleEndian(rest[28..])
                        + ReadUInt16LittleEndian(rest[30..])
                        + ReadUInt16LittleEndian(rest[32..]);
            if (length == 0 || length > rest.Length)
            {
                odd.Add(string.Create(CultureInfo.InvariantCulture, $"after {count} entries its directory breaks off"));
                break;
            }
            if (count < ZipDirectory.MostEntries)
                entries.Add(Entry(rest[..length], end.Leading));
            rest = rest[length..];
        }
        if (count == 0 && odd.Count > 0)
            throw new InvalidDataException("there is no directory where its end says.");
        if (odd.Count == 0 && (end.HasZip64 ? count != end.Entries : (count & 0xFFFF) != end.Entries))
            odd.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"its end says {end.Entries} entries, its directory has {count}"
                )
            );
        return (entries, count, odd);
    }

    private static ZipEntry Entry(ReadOnlySpan<byte> record, long leading)
    {
        int name = ReadUInt16LittleEndian(record[28..]),
            extra = ReadUInt16LittleEndian(record[30..]);
        ReadOnlySpan<byte> letters = record.Slice(FixedLength, name);
        bool isUtf8 = Utf8.IsValid(letters);
        var entry = new ZipEntry
        {
            Name = isUtf8 ? Encoding.UTF8.GetString(letters) : Encoding.Latin1.GetString(letters),
            IsNameUtf8 = isUtf8,
            MadeBy = ReadUInt16LittleEndian(record[4..]),
            Flags = ReadUInt16LittleEndian(record[8..]),
            Method = ReadUInt16LittleEndian(record[10..]),
            Time = ReadUInt32LittleEndian(record[12..]),
            Crc = ReadUInt32LittleEndian(record[16..]),
            Packed = ReadUInt32LittleEndian(record[20..]),
            Size = ReadUInt32LittleEndian(record[24..]),
            Disk = ReadUInt16LittleEndian(record[34..]),
            Attributes = ReadUInt32LittleEndian(record[38..]),
            Offset = ReadUInt32LittleEndian(record[42..]) + leading,
        };
        return With64(entry, record.Slice(FixedLength + name, extra), leading);
    }

    /// <summary>
    /// Applies the 64-bit field. It contains, in this order, only the values that are all ones in the record.
    /// </summary>
    private static ZipEntry With64(ZipEntry entry, ReadOnlySpan<byte> extra, long leading)
    {
        while (extra.Length >= 4)
        {
            int length = Math.Min(ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            ReadOnlySpan<byte> field = extra.Slice(4, length);
            if (ReadUInt16LittleEndian(extra) == 1)
            {
                return entry with
                {
                    HasZip64 = true,
                    Size = entry.Size == uint.MaxValue ? Next(ref field, entry.Size) : entry.Size,
                    Packed = entry.Packed == uint.MaxValue ? Next(ref field, entry.Packed) : entry.Packed,
                    Offset =
                        entry.Offset == uint.MaxValue + leading
                            ? Next(ref field, entry.Offset - leading) + leading
                            : entry.Offset,
                };
            }
            extra = extra[(4 + length)..];
        }
        return entry;
    }

    /// <summary>Reads a 64-bit value. Impossible sizes become the largest number, which every check refuses.</summary>
    private static long Next(ref ReadOnlySpan<byte> field, long otherwise)
    {
        if (field.Length < 8)
            return otherwise;
        ulong value = ReadUInt64LittleEndian(field);
        field = field[8..];
        return (long)Math.Min(value, long.MaxValue / 4096);
    }
}

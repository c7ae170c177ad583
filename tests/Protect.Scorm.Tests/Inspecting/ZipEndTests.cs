using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Protect.Scorm.Inspecting.Zips;
using static Protect.Scorm.Tests.Inspecting.ZipDirectoryTests;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>The reader of untrusted zips: where the directory is, and what lies between the parts.</summary>
public sealed class ZipEndTests
{
    private static readonly byte[] Plain = Make(new Parts());

    private static int EndOf(byte[] zip) => zip.AsSpan().LastIndexOf("PK\x05\x06"u8);

    private static int DirectoryOf(byte[] zip) => zip.AsSpan().IndexOf("PK\x01\x02"u8);

    /// <summary>A zip whose end record has 64 bits (APPNOTE 4.3.14), in front of the one of 32 bits.</summary>
    private static byte[] Make64(
        byte[] zip,
        ulong? entries = null,
        ulong? size = null,
        ulong? offset = null,
        long? at = null,
        uint disks = 1,
        uint disk = 0,
        bool isThere = true,
        int leading = 0,
        int gap = 0
    )
    {
        int end = EndOf(zip),
            directory = DirectoryOf(zip);
        var record = new byte[isThere ? 56 : 0];
        if (isThere)
        {
            "PK\x06\x06"u8.CopyTo(record);
            BitConverter.TryWriteBytes(record.AsSpan(16), disk);
            BitConverter.TryWriteBytes(record.AsSpan(32), entries ?? 1);
            BitConverter.TryWriteBytes(record.AsSpan(40), size ?? (ulong)(end - directory));
            BitConverter.TryWriteBytes(record.AsSpan(48), offset ?? (ulong)directory);
        }
        var locator = new byte[20];
        "PK\x06\x07"u8.CopyTo(locator);
        BitConverter.TryWriteBytes(locator.AsSpan(8), at ?? end);
        BitConverter.TryWriteBytes(locator.AsSpan(16), disks);
        byte[] last = zip[end..];
        if (isThere)
            last.AsSpan(8, 12).Fill(0xFF);
        return [.. new byte[leading], .. zip[..end], .. record, .. new byte[gap], .. locator, .. last];
    }

    private static ZipDirectory Read(byte[] zip) => ZipDirectory.Read(new MemoryStream(zip));

    private static void AssertReads(byte[] zip, long leading = 0)
    {
        using ZipDirectory read = Read(zip);
        Assert.Null(read.Fault);
        Assert.Empty(read.Contradictions);
        Assert.Equal(leading, read.End.Leading);
        Assert.Null(read.Verify(Assert.Single(read.Entries), new byte[99]));
    }

    [Fact(DisplayName = "A zip with an end record of 64 bits is read, also when that is not where its locator says")]
    public void End64()
    {
        AssertReads(Make64(Plain));
        AssertReads(Make64(Plain, gap: 12)); // the record may be longer than its known fields
        AssertReads(Make64(Plain, at: 7));
        AssertReads(Make64(Plain, at: -1));
        AssertReads(Make64(Plain, at: 1_000_000));
        AssertReads(Make64(Plain, leading: 100), leading: 100);
        AssertReads(Make64(Plain, isThere: false));
        AssertReads(Make64(Plain, isThere: false, leading: 100), leading: 100);
        using ZipDirectory read = Read(Make64(Plain));
        Assert.True(read.End.HasZip64);
        Assert.False(read.End.IsSplit);
        Assert.Equal(0, read.End.Trailing);
        using ZipDirectory missing = Read(Make64(Plain, isThere: false));
        Assert.True(missing.End.HasZip64);
        using ZipDirectory none = Read(Plain);
        Assert.False(none.End.HasZip64);
    }

    [Theory(DisplayName = "A zip of 64 bits that is one of several disks is called split")]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, false)]
    [InlineData(2, 0, true)]
    [InlineData(1, 1, true)]
    public void Split64(uint disks, uint disk, bool isSplit)
    {
        using ZipDirectory read = Read(Make64(Plain, disks: disks, disk: disk));
        Assert.Equal(isSplit, read.End.IsSplit);
    }

    [Fact(DisplayName = "A number of entries of 64 bits is compared exactly, one of 16 bits by its 16 bits")]
    public void Counts()
    {
        using ZipDirectory read = Read(Make64(Plain, entries: 65_537));
        Assert.Equal(["its end says 65537 entries, its directory has 1"], read.Contradictions);
        using ZipDirectory many = Read(Repeated(65_537));
        Assert.Empty(many.Contradictions);
        Assert.Equal((65_537, ZipDirectory.MostEntries), (many.Count, many.Entries.Count));
        using ZipDirectory full = Read(Repeated(ZipDirectory.MostEntries));
        Assert.Equal((ZipDirectory.MostEntries, ZipDirectory.MostEntries), (full.Count, full.Entries.Count));
    }

    [Theory(DisplayName = "A directory whose place or size is impossible is a fault that says so")]
    [InlineData(ulong.MaxValue, null, "arithmetic")]
    [InlineData(1UL << 62, null, "its directory would be larger than the file.")]
    [InlineData(5_000UL, null, "its directory would be larger than the file.")]
    [InlineData(null, ulong.MaxValue, "arithmetic")]
    [InlineData(null, 450UL, "its directory is not where its end says.")]
    [InlineData(null, 1_000_000UL, "its directory is not where its end says.")]
    public void Impossible(ulong? size, ulong? offset, string fault)
    {
        using ZipDirectory read = Read(Make64(Plain, size: size, offset: offset));
        Assert.Contains(fault, read.Fault, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(read.Entries);
    }

    [Fact(DisplayName = "A directory larger than any package needs is refused before memory is taken for it")]
    public void Large()
    {
        using ZipDirectory exact = Read(Wide(32_000_000));
        Assert.Contains("no directory", exact.Fault);
        using ZipDirectory larger = Read(Wide(32_000_001));
        Assert.Equal("its directory takes 32 MB, more than 20,000 files need.", larger.Fault);
    }

    [Fact(DisplayName = "Bytes between the directory and its end, and before the zip, do not hide the directory")]
    public void Between()
    {
        int end = EndOf(Plain);
        AssertReads([.. Plain[..end], .. new byte[33], .. Plain[end..]]);
        AssertReads([.. new byte[33], .. Plain], leading: 33);
        AssertReads([.. Plain, .. new byte[33]]);
    }

    [Fact(DisplayName = "A zip without files is read as empty, wherever it lies in the file")]
    public void Empty()
    {
        byte[] empty = [.. "PK\x05\x06"u8, .. new byte[18]];
        foreach (byte[] zip in (byte[][])[empty, [.. new byte[40], .. empty]])
        {
            using ZipDirectory read = Read(zip);
            Assert.Equal((null, 0, 0L), (read.Fault, read.Count, read.End.Leading));
        }
    }

    [Fact(DisplayName = "A file of four bytes that begin a zip is one that was cut short")]
    public void Four()
    {
        using ZipDirectory read = Read("PK\x03\x04"u8.ToArray());
        Assert.Equal("its end is missing: it was cut short.", read.Fault);
    }

    [Fact(DisplayName = "An entry without a name at the end of the directory is an entry")]
    public void NoName()
    {
        using ZipDirectory read = Read(Make(new Parts { Name = [], Extra = [] }));
        Assert.Equal("", Assert.Single(read.Entries).Name);
        Assert.Empty(read.Contradictions);
    }

    [Fact(DisplayName = "An entry is refused when its data go on, or end early, even if the checksum of the rest fits")]
    public void Fitting()
    {
        byte[] words = Encoding.UTF8.GetBytes(new string('a', 300) + "the end");
        using ZipDirectory zip = Read(Plain);
        ZipEntry entry = zip.Entries[0];
        ZipEntry shorter = entry with { Size = 300, Crc = Crc32.HashToUInt32(words.AsSpan(0, 300)) },
            longer = entry with { Size = words.Length + 1, Crc = Crc32.HashToUInt32([.. words, 0]) };
        Assert.Throws<InvalidDataException>(() => zip.Read(shorter, 1000));
        Assert.Throws<InvalidDataException>(() => zip.Read(longer, 1000));
        // The next byte is a zero of the directory.
        byte[] more = Plain[39..(39 + words.Length + 8)];
        ZipEntry zero = entry with
        {
            Packed = more.Length,
            Size = more.Length - 1,
            Crc = Crc32.HashToUInt32(more.AsSpan(0, more.Length - 1)),
        };
        Assert.Equal(0, more[^1]);
        Assert.Throws<InvalidDataException>(() => zip.Read(zero, 1000));
        Assert.NotNull(zip.Verify(shorter, new byte[100]));
        Assert.NotNull(zip.Verify(longer, new byte[100]));
    }

    [Fact(DisplayName = "Entries of no byte and of one byte are read")]
    public void Smallest()
    {
        using ZipDirectory zip = Read(Plain);
        foreach (int size in (int[])[0, 1])
        {
            ZipEntry entry = zip.Entries[0] with
            {
                Size = size,
                Packed = size,
                Crc = Crc32.HashToUInt32("a"u8[..size]),
            };
            Assert.Equal("a"[..size], Encoding.ASCII.GetString(zip.Read(entry, 10)));
            Assert.Null(zip.Verify(entry, new byte[9]));
        }
    }

    [Fact(DisplayName = "The comment of an entry is skipped")]
    public void EntryComment()
    {
        byte[] zip = Make(new Parts { Junk = 9 });
        BitConverter.TryWriteBytes(zip.AsSpan(DirectoryOf(zip) + 32), (ushort)9);
        AssertReads(zip);
    }

    [Fact(DisplayName = "An offset of 64 bits that is missing stays that of 32 bits, after the bytes before the zip")]
    public void ShortOffset()
    {
        using ZipDirectory zip = Read(
            Make(
                new Parts
                {
                    Offset = true,
                    Leading = 64,
                    Extra = [1, 0, 2, 0, 7, 7],
                }
            )
        );
        Assert.Equal(uint.MaxValue + 64L, Assert.Single(zip.Entries).Offset);
    }

    [Fact(DisplayName = "The content of a zip that was just written is not unpacked, and cannot be changed")]
    public void JustWritten()
    {
        byte[] longer = [.. "(before)"u8, .. "known"u8, .. "(after)"u8];
        var unpacked = new Dictionary<string, ReadOnlyMemory<byte>> { ["a.txt"] = longer.AsMemory(8, 5) };
        using ZipDirectory zip = ZipDirectory.Read(new MemoryStream(Plain), unpacked);
        ZipEntry entry = zip.Entries[0] with { Size = 5 };
        Assert.Equal("known"u8.ToArray(), zip.Read(entry, 5));
        Assert.Throws<InvalidDataException>(() => zip.Read(entry, 4));
        Assert.Null(zip.Verify(entry, []));
        Assert.Equal("its size is another.", zip.Verify(entry with { Size = 6 }, []));
        using Stream stream = zip.Open(entry);
        Assert.False(stream.CanWrite);
        Assert.Equal("known", new StreamReader(stream).ReadToEnd());
        unpacked["a.txt"] = longer;
        Assert.Same(longer, zip.Read(entry, 5));
    }

    [Fact(DisplayName = "A header whose name or extra field goes beyond the file is no header")]
    public void Headers()
    {
        foreach (
            (string mark, int name, int extra, bool isThere) in new[]
            {
                ("PK\x03\x04", 9, 0, true),
                ("PK\x03\x04", 5, 4, true),
                ("PK\x03\x04", 0, 0, true),
                ("PK\x03\x04", 0, 9, true),
                ("PK\x03\x04", 9, 1, false),
                ("PK\x03\x04", 10, 0, false),
                ("PK\x03\x05", 9, 0, false),
            }
        )
        {
            var header = new byte[30 + (name + extra == 0 ? 0 : 9)];
            Encoding.Latin1.GetBytes(mark).CopyTo(header, 0);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(26), (ushort)name);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), (ushort)extra);
            if (extra == 4)
                header[35] = 1; // an empty field of 64 bits, if the extra field has four bytes
            byte[] zip = [.. Make(new Parts { Comment = header.Length }), .. header];
            using ZipDirectory read = Read(zip);
            ZipLocalHeader? local = read.Local(read.Entries[0] with { Offset = zip.Length - header.Length });
            Assert.Equal(isThere, local is not null);
            Assert.Equal(extra == 4, local?.HasZip64 == true);
            if (name + extra == 0)
                Assert.Equal(zip.Length, local!.Data);
        }
    }

    [Fact(DisplayName = "Several entries are read at the same time, each from its own place")]
    public void Slices()
    {
        byte[][] texts = [.. "abc".Select(letter => Encoding.ASCII.GetBytes(new string(letter, 500)))];
        using var bytes = new MemoryStream();
        using (var writer = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (byte[] text in texts)
            {
                using Stream entry = writer.CreateEntry($"{(char)text[0]}.txt", CompressionLevel.NoCompression).Open();
                entry.Write(text);
            }
        using ZipDirectory zip = Read(bytes.ToArray());
        // Stored blocks of deflate hide the place of a read; these are the bytes of the file.
        Stream[] streams = [.. zip.Entries.Select(entry => zip.Open(entry with { Method = 0 }))];
        byte[][] read = [.. streams.Select(_ => Array.Empty<byte>())];
        var some = new byte[7];
        for (int round = 0; round < 100; round++)
        for (int n = 0; n < streams.Length; n++)
            read[n] = [.. read[n], .. some[..streams[n].Read(some, 0, 7)]];
        for (int n = 0; n < streams.Length; n++)
        {
            Assert.Equal(zip.Entries[n].Packed, read[n].Length);
            Assert.True(read[n].AsSpan().IndexOf(texts[n]) >= 0);
            Assert.Equal(0, streams[n].Read(some));
            Assert.Equal((zip.Entries[n].Packed, zip.Entries[n].Packed), (streams[n].Position, streams[n].Length));
        }
    }

    [Fact(DisplayName = "The data of an entry can only be read forward, and never beyond the end of the file")]
    public void Forward()
    {
        using ZipDirectory zip = Read(Plain);
        using Stream data = zip.Open(zip.Entries[0] with { Packed = 1_000_000, Size = 1_000_000 });
        Assert.Equal((true, false, false), (data.CanRead, data.CanSeek, data.CanWrite));
        using var all = new MemoryStream();
        data.CopyTo(all);
        Assert.Equal(Plain.Length - 30 - 5 - 4, all.Length);
        Assert.Equal(all.Length, data.Length);
        Assert.Throws<NotSupportedException>(() => data.Position = 0);
        Assert.Throws<NotSupportedException>(() => data.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => data.SetLength(0));
        Assert.Throws<NotSupportedException>(() => data.Write([1], 0, 1));
        using Stream none = zip.Open(zip.Entries[0] with { Packed = -5 });
        Assert.Equal(0, none.Read(new byte[9]));
    }

    [Theory(DisplayName = "Folders, encrypted entries, links and names in UTF-8 are known by their fields")]
    [InlineData("a/", 0, 0u, "folder")]
    [InlineData("a\\", 0, 0u, "folder")]
    [InlineData("/a", 0, 0u, "")]
    [InlineData("\\a", 0, 0u, "")]
    [InlineData("a", 0x1, 0u, "encrypted")]
    [InlineData("a", 0x40, 0u, "encrypted")]
    [InlineData("a", 0x2000, 0u, "encrypted")]
    [InlineData("a", 0x800, 0u, "utf8")]
    [InlineData("a", 0x8, 0u, "")]
    [InlineData("a", 0, 0x81A40000u, "")]
    [InlineData("a", 0, 0x41ED0000u, "")]
    [InlineData("a", 0, 0xA1FF0000u, "special")]
    [InlineData("a", 0, 0x11FF0000u, "special")]
    public void Fields(string name, ushort flags, uint attributes, string expected)
    {
        var entry = new ZipEntry
        {
            Name = name,
            Flags = flags,
            Attributes = attributes,
        };
        (string, bool)[] facts =
        [
            ("folder", entry.IsFolder),
            ("encrypted", entry.IsEncrypted),
            ("utf8", entry.SaysUtf8),
            ("special", entry.IsSpecial),
        ];
        Assert.Equal(expected, string.Join(' ', facts.Where(fact => fact.Item2).Select(fact => fact.Item1)));
    }

    [Fact(DisplayName = "The ratio of an entry counts an empty one as one byte")]
    public void Ratio()
    {
        Assert.Equal(
            50,
            new ZipEntry
            {
                Name = "a",
                Size = 100,
                Packed = 2,
            }.Ratio
        );
        Assert.Equal(100, new ZipEntry { Name = "a", Size = 100 }.Ratio);
    }

    /// <summary>A zip whose directory has the same record again and again.</summary>
    private static byte[] Repeated(int count)
    {
        byte[] zip = Make(new Parts { Extra = [] });
        int end = EndOf(zip),
            at = DirectoryOf(zip);
        byte[] record = zip[at..end],
            last = zip[end..];
        BitConverter.TryWriteBytes(last.AsSpan(8), (ushort)count);
        BitConverter.TryWriteBytes(last.AsSpan(10), (ushort)count);
        BitConverter.TryWriteBytes(last.AsSpan(12), count * record.Length);
        var all = new MemoryStream();
        all.Write(zip.AsSpan(0, at));
        for (int n = 0; n < count; n++)
            all.Write(record);
        all.Write(last);
        return all.ToArray();
    }

    /// <summary>A file that says that its directory is so many zeros.</summary>
    private static byte[] Wide(int size)
    {
        var zip = new byte[size + 22];
        "PK\x05\x06"u8.CopyTo(zip.AsSpan(size));
        BitConverter.TryWriteBytes(zip.AsSpan(size + 12), size);
        return zip;
    }
}

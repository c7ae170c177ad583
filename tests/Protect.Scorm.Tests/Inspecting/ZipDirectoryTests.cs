using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>The reader of untrusted zips: fields, their limits, and what contradicts them.</summary>
public sealed class ZipDirectoryTests
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes(new string('a', 300) + "the end");

    private static readonly byte[] Time = [0x55, 0x54, 1, 0, 7]; // another extra field, before that of 64 bits

    [Theory(DisplayName = "An entry is verified against its declared size, checksum and method")]
    [InlineData(0, 0, 0, null)]
    [InlineData(1, 0, 0, "there is less of it than the directory says.")]
    [InlineData(-1, 0, 0, "there is more of it than the directory says.")]
    [InlineData(0, 1, 0, "its checksum is another.")]
    [InlineData(0, 0, 8, "its data are damaged.")]
    [InlineData(0, 0, 12, "it is packed with method 12.")]
    public void Verify(int longer, uint sum, ushort method, string? fault)
    {
        using ZipDirectory zip = Read(new Parts());
        ZipEntry entry = zip.Entries[0] with
        {
            Size = Words.Length + longer,
            Crc = zip.Entries[0].Crc + sum,
            Method = method,
        };
        Assert.Equal(fault, zip.Verify(entry, new byte[100]));
        if (fault is null)
            Assert.Equal(Words, zip.Read(entry, Words.Length));
        else
            Assert.Throws<InvalidDataException>(() => zip.Read(entry, 1000));
        Assert.Throws<InvalidDataException>(() => zip.Read(entry, Words.Length + longer - 1));
    }

    [Fact(DisplayName = "A size that no compression can reach is refused before memory is taken for it")]
    public void Ratio()
    {
        using ZipDirectory zip = Read(new Parts());
        ZipEntry entry = zip.Entries[0] with { Size = 2_000_000_000, Packed = 1_000_000 };
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => zip.Read(entry, long.MaxValue));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory(DisplayName = "Sizes and offsets of 64 bits are read where the fields of 32 bits are full, in their order")]
    [InlineData(true, true, true, false)]
    [InlineData(true, false, false, false)]
    [InlineData(false, true, false, false)]
    [InlineData(false, false, true, false)]
    [InlineData(true, false, true, true)]
    [InlineData(false, false, false, true)]
    public void Sizes64(bool size, bool packed, bool offset, bool hasOther)
    {
        foreach (int leading in (int[])[0, 64])
        {
            using ZipDirectory zip = Read(
                new Parts
                {
                    Size = size,
                    Packed = packed,
                    Offset = offset,
                    Before = hasOther ? Time : [],
                    Leading = leading,
                }
            );
            ZipEntry entry = Assert.Single(zip.Entries);
            Assert.Equal(
                (Words.Length, Words.Length, leading, true),
                (entry.Size, entry.Packed, entry.Offset, entry.HasZip64)
            );
            Assert.Equal(Words, zip.Read(entry, 1000));
            ZipLocalHeader local = zip.Local(entry)!;
            Assert.Equal((Words.Length, Words.Length), (local.Size, local.Packed));
            Assert.Equal(leading, zip.End.Leading);
        }
    }

    [Theory(DisplayName = "A field of 64 bits that is too short, or absurd, never becomes a small number")]
    [InlineData(new byte[] { 1, 0, 4, 0, 1, 0, 0, 0 }, uint.MaxValue)]
    [InlineData(new byte[] { 1, 0, 8, 0, 1, 0, 0, 0 }, uint.MaxValue)]
    [InlineData(new byte[] { 1, 0 }, uint.MaxValue)]
    [InlineData(new byte[] { 2, 0, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0 }, uint.MaxValue)]
    [InlineData(new byte[] { 1, 0, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0 }, 1L)]
    [InlineData(new byte[] { 1, 0, 8, 0, 255, 255, 255, 255, 255, 255, 255, 255 }, long.MaxValue / 4096)]
    public void Short64(byte[] extra, long size)
    {
        using ZipDirectory zip = Read(new Parts { Size = true, Extra = extra });
        Assert.Equal(size, Assert.Single(zip.Entries).Size);
    }

    [Theory(DisplayName = "A directory that contradicts its end says so, and never more entries than it has")]
    [InlineData(8, 2, "its end says 1 entries", false)]
    [InlineData(10, 2, "its end says 2 entries, its directory has 1", true)]
    [InlineData(4, 1, null, true)]
    [InlineData(6, 1, null, true)]
    [InlineData(4, 0xFFFF, null, false)]
    [InlineData(6, 0xFFFF, null, false)]
    public void End(int at, ushort value, string? contradiction, bool isSplit)
    {
        byte[] zip = Make(new Parts());
        int end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(end + at), value);
        using ZipDirectory read = ZipDirectory.Read(new MemoryStream(zip));
        Assert.Single(read.Entries);
        Assert.Equal(isSplit || at == 8, read.End.IsSplit);
        if (at == 10)
            Assert.Equal([contradiction!], read.Contradictions);
        else
            Assert.Empty(read.Contradictions);
    }

    [Theory(DisplayName = "A file without a readable directory has one fault that says why")]
    [InlineData("", "it is empty.")]
    [InlineData("<html>", "it is not a zip.")]
    [InlineData("PK", "it is not a zip.")]
    [InlineData("PK\u0003\u0004 and no end", "its end is missing: it was cut short.")]
    public void Faults(string bytes, string fault)
    {
        using ZipDirectory zip = ZipDirectory.Read(new MemoryStream(Encoding.Latin1.GetBytes(bytes)));
        Assert.Equal((fault, 0, 0), (zip.Fault, zip.Count, zip.Entries.Count));
    }

    [Fact(DisplayName = "A broken record ends the list of entries: the first is a fault, a later one a contradiction")]
    public void Broken()
    {
        byte[] zip = Make(new Parts());
        int record = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        zip[record] = 0;
        using ZipDirectory first = ZipDirectory.Read(new MemoryStream(zip));
        Assert.NotNull(first.Fault);
        byte[] longer = Make(new Parts { Junk = 50 });
        using ZipDirectory second = ZipDirectory.Read(new MemoryStream(longer));
        Assert.Equal(["after 1 entries its directory breaks off"], second.Contradictions);
        Assert.Equal((1, 1), (second.Count, second.Entries.Count));
    }

    [Fact(DisplayName = "The end of a zip is the record whose comment reaches the end of the file")]
    public void Comment()
    {
        byte[] comment = [.. "PK\x05\x06"u8, .. new byte[30]];
        byte[] zip = [.. Make(new Parts { Comment = comment.Length }), .. comment];
        using ZipDirectory read = ZipDirectory.Read(new MemoryStream(zip));
        Assert.Null(read.Fault);
        Assert.Equal((1, 0L), (read.Count, read.End.Trailing));
        using ZipDirectory tailed = ZipDirectory.Read(new MemoryStream([.. Make(new Parts()), .. new byte[80_000]]));
        Assert.Equal((1, 80_000L), (tailed.Count, tailed.End.Trailing));
        using ZipDirectory cut = ZipDirectory.Read(new MemoryStream(Make(new Parts { Comment = 9 })));
        Assert.Equal("its end is cut short.", cut.Fault);
    }

    [Theory(DisplayName = "A name is read as UTF-8 if it is valid, else as Latin-1")]
    [InlineData(new byte[] { 0xC3, 0xA9 }, "é", true)]
    [InlineData(new byte[] { 0xE9 }, "é", false)]
    public void Names(byte[] name, string read, bool isUtf8)
    {
        using ZipDirectory zip = Read(new Parts { Name = name });
        Assert.Equal((read, isUtf8), (zip.Entries[0].Name, zip.Entries[0].IsNameUtf8));
    }

    [Fact(DisplayName = "The digest of a zip is the SHA-256 of the file")]
    public void Digest()
    {
        byte[] zip = Make(new Parts());
        using ZipDirectory read = ZipDirectory.Read(new MemoryStream(zip));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(zip)), read.Digest());
    }

    [Theory(DisplayName = "An offset outside the file has no header, and no data")]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    [InlineData(long.MaxValue / 4096)]
    public void Offsets(long offset)
    {
        using ZipDirectory zip = Read(new Parts());
        ZipEntry entry = zip.Entries[0] with { Offset = offset };
        Assert.Null(zip.Local(entry));
        Assert.Throws<InvalidDataException>(() => zip.Open(entry));
    }

    [Theory(DisplayName = "Files that systems and version control leave in a zip are known, in any case")]
    [InlineData("Thumbs.db", true)]
    [InlineData("media/ehthumbs.db", true)]
    [InlineData("desktop.ini", true)]
    [InlineData(".DS_Store", true)]
    [InlineData(".gitignore", true)]
    [InlineData(".gitattributes", true)]
    [InlineData("a/.gitkeep", true)]
    [InlineData(".gitmodules", true)]
    [InlineData("__MACOSX/a.png", true)]
    [InlineData(".git/config", true)]
    [InlineData("a/.svn/entries", true)]
    [InlineData(".hg/store", true)]
    [InlineData("a/._b.png", true)]
    [InlineData("~$script.docx", true)]
    [InlineData("index.html~", true)]
    [InlineData("index.html.BAK", true)]
    [InlineData(".index.html.swp", true)]
    [InlineData("a.tmp", true)]
    [InlineData("a.TMP", true)]
    [InlineData("a.SWP", true)]
    [InlineData("bak/a.html", false)]
    [InlineData("a.tmp/index.html", false)]
    [InlineData("git/a~b.html", false)]
    [InlineData("a.backup", false)]
    [InlineData("_.png", false)]
    public void Junk(string name, bool isJunk) => Assert.Equal(isJunk, JunkFiles.Is(name));

    private static ZipDirectory Read(Parts parts) => ZipDirectory.Read(new MemoryStream(Make(parts)));

    /// <summary>A zip of one stored entry.</summary>
    /// <remarks><c>Size</c>, <c>Packed</c> and <c>Offset</c> say which fields have 64 bits.</remarks>
    internal sealed record Parts
    {
        public bool Size { get; init; }
        public bool Packed { get; init; }
        public bool Offset { get; init; }
        public byte[] Before { get; init; } = [];
        public byte[]? Extra { get; init; }
        public byte[] Name { get; init; } = "a.txt"u8.ToArray();
        public int Leading { get; init; }
        public int Junk { get; init; }
        public int Comment { get; init; }
    }

    internal static byte[] Make(Parts parts)
    {
        byte[] Long(bool isThere, long value) => isThere ? BitConverter.GetBytes(value) : [];
        byte[] Int(bool isFull, int value) => BitConverter.GetBytes(isFull ? uint.MaxValue : (uint)value);
        byte[] Word(int value) => BitConverter.GetBytes((ushort)value);
        byte[] sizes = [.. Long(parts.Size, Words.Length), .. Long(parts.Packed, Words.Length)];
        byte[] all = [.. sizes, .. Long(parts.Offset, 0)];
        byte[] extra = parts.Extra ?? [.. parts.Before, .. Word(1), .. Word(all.Length), .. all];
        byte[] ownExtra = [.. parts.Before, .. Word(1), .. Word(sizes.Length), .. sizes];
        byte[] shared =
        [
            .. Word(0),
            .. Word(0),
            .. BitConverter.GetBytes(0),
            .. BitConverter.GetBytes(Crc32.HashToUInt32(Words)),
            .. Int(parts.Packed, Words.Length),
            .. Int(parts.Size, Words.Length),
            .. Word(parts.Name.Length),
        ];
        byte[] local =
        [
            .. "PK\x03\x04"u8,
            .. Word(20),
            .. shared,
            .. Word(ownExtra.Length),
            .. parts.Name,
            .. ownExtra,
            .. Words,
        ];
        byte[] directory =
        [
            .. "PK\x01\x02"u8,
            .. Word(0x314),
            .. Word(20),
            .. shared,
            .. Word(extra.Length),
            .. new byte[10],
            .. Int(parts.Offset, 0),
            .. parts.Name,
            .. extra,
            .. new byte[parts.Junk],
        ];
        return
        [
            .. new byte[parts.Leading],
            .. local,
            .. directory,
            .. "PK\x05\x06"u8,
            .. new byte[4],
            .. Word(1),
            .. Word(1),
            .. BitConverter.GetBytes(directory.Length),
            .. BitConverter.GetBytes(local.Length),
            .. Word(parts.Comment),
        ];
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Xunit;
using static Protect.Scorm.Tests.Packaging.Sample;

namespace Protect.Scorm.Tests.Packaging;

public sealed class ZipTests
{
    private static readonly Package Whole = Package(Text("empty.txt", ""));

    [Fact(DisplayName = "Two zips of the same files have the same bytes, whatever the order of the files")]
    public void SameBytes() =>
        Assert.Equal(
            ZipWriter.Write(Whole).ToArray(),
            ZipWriter.Write(Whole with { Files = [.. Whole.Files.Reverse()] }).ToArray()
        );

    // Cultures need no test: the product runs without any (InvariantGlobalization).
    [Theory(DisplayName = "The time zone has no effect on the zip")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    public void NoTrace(string zone)
    {
        byte[] here = ZipWriter.Write(Whole).ToArray();
        Assert.Equal(here, In(zone, () => ZipWriter.Write(Package(Text("empty.txt", ""))).ToArray()));
    }

    [Fact(DisplayName = "Zip headers suit old importers: sizes, no zip64, Unix permissions, a fixed time")]
    public void Headers()
    {
        byte[] zip = ZipWriter.Write(Whole).ToArray();
        foreach (
            (PackageFile file, int at) in Whole
                .Files.OrderBy(f => f.Name != "imsmanifest.xml")
                .ThenBy(f => f.Name, StringComparer.Ordinal)
                .Zip(EntriesOf(zip))
        )
        {
            Assert.Equal(file.Name, Encoding.ASCII.GetString(zip, at + 46, Short(zip, at + 28)));
            Assert.Equal(0x0314, Short(zip, at + 4)); // version made by: Unix, 2.0
            Assert.Equal(20, Short(zip, at + 6)); // version needed: 2.0
            Assert.Equal(0, Short(zip, at + 8) & ~0b110); // no encryption, no data descriptor, no UTF-8 flag
            Assert.Equal(file.IsText && file.Bytes.Length > 0 ? 8 : 0, Short(zip, at + 10));
            Assert.Equal((0, 0x21), (Short(zip, at + 12), Short(zip, at + 14))); // 1980-01-01 00:00:00
            Assert.Equal(0, Short(zip, at + 30)); // no extra field
            Assert.Equal(0x81A40000, BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at + 38)));
            int local = BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(at + 42));
            // Local and central header agree, including sizes and checksum.
            Assert.Equal(zip[(at + 6)..(at + 28)], zip[(local + 4)..(local + 26)]);
        }
        Assert.Equal(Whole.Files.Count, EntriesOf(zip).Count);
    }

    [Fact(
        DisplayName = "A zip kept in parts gives the same bytes in memory, on disk and by range, and the same digest"
    )]
    public void InParts()
    {
        FileImage image = ZipWriter.Write(Whole);
        byte[] all = image.ToArray();
        Assert.Equal((long)all.Length, image.Length);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(all)), image.Digest());
        string path = Path.GetTempFileName();
        using (var file = new FileStream(path, FileMode.Create))
            image.WriteTo(file);
        Assert.Equal(all, File.ReadAllBytes(path));
        File.Delete(path);
        using Stream stream = image.Open();
        var random = new Random(5);
        for (int round = 0; round < 200; round++)
        {
            int at = random.Next(all.Length + 1),
                count = random.Next(2000);
            var some = new byte[count];
            stream.Position = at;
            int read = stream.ReadAtLeast(some, count, throwOnEndOfStream: false);
            Assert.Equal(all[at..Math.Min(all.Length, at + count)], some[..read]);
        }
    }

    [Fact(DisplayName = "Files read from the zip equal the files written to it")]
    public void RoundTrip()
    {
        using var zip = new ZipArchive(ZipWriter.Write(Whole).Open());
        Assert.Equal("imsmanifest.xml", zip.Entries[0].FullName);
        foreach (PackageFile file in Whole.Files)
        {
            using var bytes = new MemoryStream();
            using Stream entry = zip.GetEntry(file.Name)!.Open();
            entry.CopyTo(bytes);
            Assert.Equal(file.Bytes.ToArray(), bytes.ToArray());
        }
    }

    [Theory(DisplayName = "A large text is compressed in parts, and is whole after unpacking")]
    [InlineData(524_287)]
    [InlineData(524_288)]
    [InlineData(524_289)]
    [InlineData(786_431)]
    [InlineData(1_300_000)]
    public void LargeText(int length)
    {
        var random = new Random(length);
        var bytes = new byte[length];
        for (int at = 0; at < length; at++)
            bytes[at] = (byte)" etaoin"[random.Next(7)];
        using var zip = new ZipArchive(ZipWriter.Write(Package(new PackageFile("large.html", bytes, true))).Open());
        ZipArchiveEntry large = zip.GetEntry("large.html")!;
        Assert.InRange(large.CompressedLength, 1, length / 2);
        using var unpacked = new MemoryStream();
        using Stream entry = large.Open();
        entry.CopyTo(unpacked);
        Assert.Equal(bytes, unpacked.ToArray());
    }

    [Fact(DisplayName = "The results of an earlier compilation do not change a byte of the zip")]
    public void WithArtifacts()
    {
        byte[] anew = ZipWriter.Write(Whole).ToArray();
        var artifacts = new Artifacts();
        Assert.Equal(anew, ZipWriter.Write(Whole, artifacts).ToArray());
        Assert.Equal(anew, ZipWriter.Write(Whole, artifacts).ToArray());
        Assert.Equal(
            anew,
            ZipWriter.Write(Whole, Artifacts.Read(new FileImage(artifacts.Write()).ToArray())).ToArray()
        );
    }

    [Theory(DisplayName = "A file name that some server cannot serve is an internal error")]
    [InlineData("Index2.html")]
    [InlineData("média.txt")]
    [InlineData("a b.txt")]
    [InlineData("../up.txt")]
    [InlineData("/root.txt")]
    [InlineData("a\\b.txt")]
    [InlineData("a//b.txt")]
    [InlineData("media/")]
    [InlineData(".htaccess")]
    [InlineData("a.txt\n")]
    [InlineData("")]
    [InlineData("index.html")]
    public void BadNames(string name) =>
        Assert.Throws<ArgumentException>(() => ZipWriter.Write(Package(Text(name, "x"))));

    [Fact(DisplayName = "A zip without a manifest is an internal error")]
    public void NoManifest() => Assert.Throws<ArgumentException>(() => ZipWriter.Write(Whole with { Files = Files }));

    private static int Short(byte[] zip, int at) => BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at));

    /// <summary>Returns the offsets of the entries in the central directory.</summary>
    private static List<int> EntriesOf(byte[] zip)
    {
        var found = new List<int>();
        for (
            int at = zip.AsSpan().IndexOf("PK\x01\x02"u8);
            at >= 0 && zip.AsSpan(at).StartsWith("PK\x01\x02"u8);
            at += 46 + Short(zip, at + 28)
        )
            found.Add(at);
        return found;
    }

    private static byte[] In(string zone, Func<byte[]> write)
    {
        string? home = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            if (!OperatingSystem.IsWindows())
                Assert.Equal(zone, TimeZoneInfo.Local.Id);
            return write();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", home);
            TimeZoneInfo.ClearCachedData();
        }
    }
}

using System.IO.Compression;
using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;

namespace Protect.Scorm.Tests.Inspecting;

public sealed class PackageZipTests
{
    [Fact(DisplayName = "Our own package opens, and each of its files is read as written")]
    public void OurOwn()
    {
        CompileResult result = TestCourse.Compile(TestCourse.Files());
        (PackageZip? zip, DiagnosticBag bag) = Open(result.Zip!);
        Assert.Equal(result.Package!.Files.Select(file => file.Name).Order(StringComparer.Ordinal), zip!.Files);
        Assert.All(result.Package.Files, file => Assert.Equal(file.Bytes.ToArray(), zip.Read(file.Name, bag)));
        Assert.Null(zip.Read("not-there.html", bag));
        Assert.Empty(bag.Sorted);
    }

    public static TheoryData<string, string> HostileNames =>
        new()
        {
            { "../evil.html", "zip-outside-path" },
            { "a/../../evil.html", "zip-outside-path" },
            { "/etc/passwd", "zip-outside-path" },
            { "C:/evil.html", "zip-outside-path" },
            { "a//b.html", "zip-outside-path" },
            { "./a.html", "zip-outside-path" },
            { "..\\evil.html", "zip-backslash" },
            { "INDEX.html", "zip-same-name" },
            { "index.html", "zip-same-name" },
        };

    [Theory(DisplayName = "A name that leads outside or matches two files is refused before anything is unpacked")]
    [MemberData(nameof(HostileNames))]
    public void Names(string name, string slug) =>
        Assert.Equal(
            [slug],
            Slugs(
                Made(zip =>
                {
                    Add(zip, "index.html", "x");
                    Add(zip, name, "y");
                })
            )
        );

    [Fact(DisplayName = "A link is refused; a file with Unix permissions is not")]
    public void Links()
    {
        Assert.Equal(
            ["zip-special-entry"],
            Slugs(Made(zip => Add(zip, "link", "/etc/passwd").ExternalAttributes = 0xA1FF << 16))
        );
        Assert.Empty(Slugs(Made(zip => Add(zip, "file", "x").ExternalAttributes = 0x81A4 << 16)));
    }

    [Fact(DisplayName = "A zip bomb is refused by its declared sizes; a small file that compresses well is not")]
    public void Bombs()
    {
        Assert.Equal(["zip-bomb"], Slugs(Made(zip => Add(zip, "zeros.txt", new string('0', 11_000_000)))));
        Assert.Empty(Slugs(Made(zip => Add(zip, "zeros.txt", new string('0', 900_000)))));
    }

    [Fact(DisplayName = "Too many entries are refused")]
    public void Many() =>
        Assert.Equal(
            ["zip-too-many-entries"],
            Slugs(
                Made(zip =>
                {
                    for (int n = 0; n <= PackageZip.MostEntries; n++)
                        zip.CreateEntry($"{n}.txt", CompressionLevel.NoCompression);
                })
            )
        );

    [Fact(DisplayName = "Unpacking stops at the declared size of an entry, and beyond two gigabytes in total")]
    public void Sizes()
    {
        byte[] honest = Made(zip => Add(zip, "a.txt", new string('a', 5000) + "the end"));
        byte[] small = Patched(honest, "a.txt", size: 10),
            large = Patched(honest, "a.txt", size: 9_000_000);
        foreach (byte[] lie in new[] { small, large })
        {
            (PackageZip? zip, DiagnosticBag bag) = Open(lie);
            Assert.Null(zip!.Read("a.txt", bag));
            Assert.Equal(["zip-wrong-size"], bag.Sorted.Select(finding => finding.Rule.Slug));
        }
        Assert.Equal(["zip-too-large"], Slugs(Patched(honest, "a.txt", size: 2_000_000_001, packed: 1_000_000_000)));
        (PackageZip? heavy, DiagnosticBag found) = Open(
            Patched(honest, "a.txt", size: 300_000_000, packed: 200_000_000)
        );
        Assert.Null(heavy!.Read("a.txt", found));
        Assert.Equal(["zip-too-large"], found.Sorted.Select(finding => finding.Rule.Slug));
    }

    [Fact(DisplayName = "A wrong checksum and an encrypted entry are reported")]
    public void ChecksumAndPassword()
    {
        byte[] honest = Made(zip => Add(zip, "a.txt", "hello"));
        (PackageZip? zip, DiagnosticBag bag) = Open(Patched(honest, "a.txt", crc: 7));
        Assert.Null(zip!.Read("a.txt", bag));
        Assert.Equal(["zip-wrong-size"], bag.Sorted.Select(finding => finding.Rule.Slug));
        Assert.Equal(["zip-encrypted"], Slugs(Patched(honest, "a.txt", flags: 1)));
    }

    [Fact(DisplayName = "Truncated, changed or random bytes are refused or read, without a crash")]
    public void Mutations()
    {
        byte[] honest = Made(zip =>
        {
            Add(zip, "imsmanifest.xml", "<manifest/>");
            Add(zip, "a/b.html", new string('b', 3000));
        });
        Assert.Equal(["zip-unreadable"], Slugs([]));
        Assert.Equal(["zip-unreadable"], Slugs(Encoding.ASCII.GetBytes("<html>not a zip</html>")));
        var random = new Random(20261124);
        for (int run = 0; run < 3000; run++)
        {
            byte[] changed = [.. honest];
            for (int n = random.Next(1, 6); n > 0; n--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            if (run % 3 == 0)
                changed = changed[..random.Next(changed.Length)];
            (PackageZip? zip, DiagnosticBag bag) = Open(changed);
            using (zip)
            {
                foreach (string name in zip?.Files ?? [])
                    zip!.Read(name, bag);
            }
        }
    }

    private static (PackageZip?, DiagnosticBag) Open(byte[] bytes)
    {
        var bag = new DiagnosticBag();
        return (PackageZip.Open(new MemoryStream(bytes), "course.zip", bag), bag);
    }

    private static IEnumerable<string> Slugs(byte[] bytes)
    {
        (PackageZip? zip, DiagnosticBag bag) = Open(bytes);
        Assert.Equal(zip is null, bag.HasErrors);
        return bag.Sorted.Select(finding => finding.Rule.Slug);
    }

    private static byte[] Made(Action<ZipArchive> fill)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            fill(zip);
        return bytes.ToArray();
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name, string text)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name);
        using Stream stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
        return entry;
    }

    /// <summary>Changes fields of an entry in the central directory (APPNOTE 4.3.12).</summary>
    private static byte[] Patched(
        byte[] zip,
        string name,
        uint? size = null,
        uint? packed = null,
        uint? crc = null,
        ushort? flags = null
    )
    {
        byte[] changed = [.. zip];
        int record = changed.AsSpan().LastIndexOf("PK\x01\x02"u8);
        Assert.Equal(name, Encoding.ASCII.GetString(changed, record + 46, name.Length));
        if (flags is { } bits)
            BitConverter.TryWriteBytes(changed.AsSpan(record + 8), bits);
        if (crc is { } sum)
            BitConverter.TryWriteBytes(changed.AsSpan(record + 16), sum);
        if (packed is { } inside)
            BitConverter.TryWriteBytes(changed.AsSpan(record + 20), inside);
        if (size is { } outside)
            BitConverter.TryWriteBytes(changed.AsSpan(record + 24), outside);
        return changed;
    }
}

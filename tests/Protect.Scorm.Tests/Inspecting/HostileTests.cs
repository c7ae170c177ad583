using System.IO.Compression;
using System.Text;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Tests.Inspecting.Cases;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>Packages that harm by their size, or need a zip of another shape than the sample's.</summary>
public sealed class HostileTests
{
    private const long MostMemory = 256_000_000;

    [Fact(DisplayName = "A zip of 100,000 entries gives one finding, and nothing is unpacked")]
    public void Entries()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int n = 0; n < 100_000; n++)
                zip.CreateEntry($"{n}.txt", CompressionLevel.NoCompression);
        }
        Finding found = Assert.Single(Inspect(bytes).Sorted, finding => finding.Rule.Slug == "Z12");
        Assert.Contains("100,000 entries", found.Message);
    }

    [Fact(DisplayName = "A file of a gigabyte, manifest or page, is reported within 256 MB of memory")]
    public void Gigabyte()
    {
        foreach (string name in new[] { "video.mp4", "imsmanifest.xml", "index.html" })
        {
            var sparse = new SparseZip(name, 1_000_000_000);
            long before = GC.GetTotalAllocatedBytes();
            FindingBag bag = Inspect(sparse);
            Assert.NotEmpty(bag.Sorted);
            Assert.True(
                GC.GetTotalAllocatedBytes() - before < MostMemory,
                $"{name}: {GC.GetTotalAllocatedBytes() - before} bytes"
            );
        }
    }

    [Fact(DisplayName = "Sizes of 64 bits are read, and a directory larger than the file is refused")]
    public void Zip64()
    {
        byte[] zip = new SamplePackage().Zip();
        int end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        byte[] huge = ZipBytes.Changed(zip, end + 12, [0xFF, 0xFF, 0xFF, 0x7F]);
        Assert.Equal(["Z01"], Inspect(new MemoryStream(huge)).Sorted.Select(finding => finding.Rule.Slug));
        byte[] record =
        [
            .. "PK\x06\x06"u8,
            44,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            45,
            0,
            45,
            0,
            .. new byte[8],
            .. BitConverter.GetBytes(8L),
            .. BitConverter.GetBytes(8L),
            .. BitConverter.GetBytes((long)BitConverter.ToInt32(zip, end + 12)),
            .. BitConverter.GetBytes((long)BitConverter.ToInt32(zip, end + 16)),
        ];
        byte[] locator = [.. "PK\x06\x07"u8, 0, 0, 0, 0, .. BitConverter.GetBytes((long)end), 1, 0, 0, 0];
        byte[] with64 =
        [
            .. zip[..end],
            .. record,
            .. locator,
            .. ZipBytes.Changed(zip[end..], 16, [0xFF, 0xFF, 0xFF, 0xFF]),
        ];
        Assert.Equal(["Z06"], Inspect(new MemoryStream(with64)).Sorted.Select(finding => finding.Rule.Slug));
    }

    [Fact(DisplayName = "An archive inside a package is named and not opened")]
    public void Nested()
    {
        var package = new SamplePackage();
        package.AddListed("inside.zip", "this is no zip at all");
        Assert.Equal(["Z22"], package.Inspect().Sorted.Select(finding => finding.Rule.Slug));
    }

    [Fact(DisplayName = "A safety error is reported alone: nothing else in such a zip is read")]
    public void SafetyFirst()
    {
        var package = new SamplePackage { Manifest = "<broken" };
        package.Add("../../evil.sh", "x");
        Assert.Equal(["Z10"], package.Inspect().Sorted.Select(finding => finding.Rule.Slug));
    }

    [Fact(DisplayName = "A manifest that is not valid XML suppresses every rule about its content")]
    public void OneCause()
    {
        var package = new SamplePackage();
        package.Edit("</manifest>", "");
        package.Edit("isvisible=\"true\"", "isvisible=\"yes\"");
        Assert.Equal(
            ["X01"],
            package
                .Inspect()
                .Sorted.Select(finding => finding.Rule.Slug)
                .Where(slug => slug[0] is 'X' or 'M' or 'R' or 'A' or 'D')
        );
    }

    [Fact(DisplayName = "Thousands of faults of one kind are counted, and the first twenty are listed")]
    public void Many()
    {
        var package = new SamplePackage();
        package.Edit(
            "</organization>",
            string.Concat(Enumerable.Range(0, 5000).Select(n => $"<item identifier=\"{n}\"/>")) + "</organization>"
        );
        FindingBag bag = package.Inspect();
        Assert.Equal((20, 5000), (bag.Sorted.Count(finding => finding.Rule.Slug == "M13"), bag.Counts["M13"]));
    }

    [Fact(DisplayName = "Control characters in a package's names never reach a terminal")]
    public void Terminal()
    {
        var package = new SamplePackage();
        package.Add("a\u001b[2Jb\u202Egnp.php", "x");
        Assert.All(
            package.Inspect().Sorted,
            finding => Assert.DoesNotContain(finding.Message + finding.File, c => char.IsControl(c) || c == '\u202E')
        );
    }

    private static FindingBag Inspect(Stream zip)
    {
        using InspectedPackage package = InspectedPackage.Open(zip, "hostile.zip");
        return PackageInspector.Inspect(package);
    }
}

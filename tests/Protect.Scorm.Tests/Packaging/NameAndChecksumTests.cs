using System.Security.Cryptography;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Xunit;
using static Protect.Scorm.Tests.Packaging.Sample;

namespace Protect.Scorm.Tests.Packaging;

public sealed class NameAndChecksumTests
{
    private static readonly string OldHash = new('0', 64);

    [Fact(DisplayName = "The name of a zip contains course, language, version and standard")]
    public void Name() => Assert.Equal("night-walk-fr-1.2.0-scorm12.zip", PackageName.For(Plain));

    [Fact(DisplayName = "The name of a variant's zip contains its options")]
    public void Variants() =>
        Assert.Equal(
            "night-walk-short-pt-br-lu-moodle-4-club-d-ete-1.2.0-scorm12.zip",
            PackageName.For(
                Plain with
                {
                    Language = At("pt-BR"),
                },
                new PackageVariant("short", "LU", "Moodle 4", "Club d'ete")
            )
        );

    [Theory(DisplayName = "The name of a zip cannot lead out of its folder")]
    [InlineData("../../1.0", "night-walk-fr-1.0-scorm12.zip")]
    [InlineData("1.0+Build 7", "night-walk-fr-1.0-build-7-scorm12.zip")]
    public void SafeName(string version, string name) =>
        Assert.Equal(name, PackageName.For(Plain with { Version = At(version) }));

    [Fact(DisplayName = "The checksum file lists the zip and, under a folder of its name, every file inside")]
    public void Lines()
    {
        Package package = Package();
        FileImage zip = ZipWriter.Write(package);
        string[] lines = Checksums.Write("", [package.FileName], [Checksums.Of(package, zip, null)]).Split('\n');
        Assert.Equal(
            $"{Convert.ToHexStringLower(SHA256.HashData(zip.ToArray()))}  night-walk-fr-1.2.0-scorm12.zip",
            lines[0]
        );
        Assert.Contains(
            "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa  night-walk-fr-1.2.0-scorm12/x.txt",
            Checksums.Write("", [], [Checksums.Of(Package(Text("x.txt", "y")), zip, null)])
        );
        Assert.Equal(package.Files.Count + 2, lines.Length);
        Assert.Equal("", lines[^1]);
    }

    [Fact(DisplayName = "Checksums of packages not rebuilt stay as long as their zip exists")]
    public void KeptLines()
    {
        Package package = Package();
        string existing =
            $"{OldHash}  zebra.zip\r\n{OldHash}  zebra/index.html\r\n{OldHash}  gone.zip\n{OldHash}  gone/a.txt\n"
            + "nonsense\n"
            + $"{OldHash}  {package.FileName}\n{OldHash}  night-walk-fr-1.2.0-scorm12/removed.txt\n";
        string text = Checksums.Write(
            existing,
            [package.FileName, "zebra.zip"],
            [Checksums.Of(package, new FileImage(new byte[] { 1 }), null)]
        );
        Assert.EndsWith($"{OldHash}  zebra.zip\n{OldHash}  zebra/index.html\n", text);
        Assert.Equal(2, text.Split(OldHash).Length - 1);
        Assert.DoesNotContain("gone", text);
        Assert.DoesNotContain("removed", text);
        Assert.DoesNotContain("nonsense", text);
        Assert.Equal(
            text,
            Checksums.Write(
                text,
                [package.FileName, "zebra.zip"],
                [Checksums.Of(package, new FileImage(new byte[] { 1 }), null)]
            )
        );
    }

    [Theory(
        DisplayName = "The lines of a package are found in a checksum file: that of its zip, and those of its files"
    )]
    [InlineData("b.zip", "2 3 4")]
    [InlineData("a.zip", "0 1")]
    [InlineData("c.zip", "5")]
    [InlineData("d.zip", "")]
    public void LinesOfPackage(string name, string lines)
    {
        string[] names = ["a.zip", "a/x.txt", "b.zip", "b/x.txt", "b/y/b.zip", "c.zip"];
        byte[] text = System.Text.Encoding.UTF8.GetBytes(string.Concat(names.Select(file => $"{OldHash}  {file}\n")));
        int[] starts = [.. names.Select((_, line) => names[..line].Sum(file => 64 + 2 + file.Length + 1))];
        Assert.Equal(lines, string.Join(' ', Checksums.LinesOf(text, name).Select(at => Array.IndexOf(starts, at))));
        Assert.Empty(Checksums.LinesOf([], name));
    }
}

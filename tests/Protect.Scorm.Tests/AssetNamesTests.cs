using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Tests;

/// <summary>Names of media in the package.</summary>
public sealed partial class AssetNamesTests
{
    /// <summary>A part of a digest follows a name in another alphabet: two of them may be spelled alike.</summary>
    [Theory(DisplayName = "A media name in any alphabet is spelled in ASCII, and two names never clash")]
    [InlineData("Übersicht größer.pdf", "ubersicht-grosser.pdf")]
    [InlineData("Réunion d’été.pdf", "reunion-d-ete.pdf")]
    [InlineData("R\u0065\u0301union.pdf", "reunion.pdf")] // with combining accents, as some systems store names
    [InlineData("Łódź plan.pdf", "lodz-plan.pdf")]
    [InlineData("кіт.pdf", "kit-??????.pdf")]
    [InlineData("кит.pdf", "kit-??????.pdf")]
    [InlineData("дім.pdf", "dim-??????.pdf")]
    [InlineData("Σχέδιο.pdf", "schedio-??????.pdf")]
    [InlineData("خطة.pdf", "----??????.pdf")]
    [InlineData("计划.pdf", "---??????.pdf")]
    [InlineData("my tree (1)%20.pdf", "my-tree--1--20.pdf")]
    public void Spelled(string name, string inPackage)
    {
        string[] found = [.. Names(name)];
        string pattern = "^media/" + Regex.Escape(inPackage).Replace("\\?", "[0-9a-f]") + "$";
        Assert.Matches(pattern, Assert.Single(found));
    }

    [Fact(DisplayName = "Names that are spelled alike in ASCII are different files in the package")]
    public void NoClash()
    {
        string[] found = [.. Names("кіт.pdf", "кит.pdf", "καφές.pdf", "خطة.pdf", "صورة.pdf")];
        Assert.Equal(5, found.Distinct().Count());
        Assert.All(found, name => Assert.Matches("^media/[a-z0-9._-]+$", name));
    }

    [Fact(DisplayName = "A file to keep is saved under the name that it has in the course")]
    public void OwnName()
    {
        CompileResult result = Compile("Звіт & план.pdf");
        string page = Read(result, "index.html");
        Assert.Contains("download=\"Звіт &amp; план.pdf\"", page);
    }

    private static IEnumerable<string> Names(params string[] files)
    {
        using var zip = new ZipArchive(new MemoryStream(Compile(files).Image!.ToArray()));
        return [.. zip.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("media/"))];
    }

    private static CompileResult Compile(params string[] files)
    {
        Dictionary<string, byte[]> course = TestCourse.Files();
        string blocks = string.Concat(
            files.Select(file => $"      - type: download\n        src: \"media/{file}\"\n        label: A plan\n")
        );
        course["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("      - type: text\n        body: Hello.\n", blocks)
        );
        foreach (string file in files)
            course[$"media/{file}"] = "%PDF-1.4\n%%EOF\n"u8.ToArray();
        CompileResult result = TestCourse.Compile(course);
        Assert.True(result.Image is not null, string.Join('\n', result.Diagnostics.Select(d => d.ToString())));
        return result;
    }

    private static string Read(CompileResult result, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(result.Image!.ToArray()));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Bench;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>Bytes that a learner's device must load before the first page can appear.</summary>
public sealed partial class FirstPageTests
{
    private const int Kilobyte = 1024;

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Common = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("common-course").FullName;
        try
        {
            new CommonCourse(1).Write(folder);
            return Compiled(SourceFolder.OnDisk(folder, ""));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Showcase = new(() =>
        Compiled(SourceFolder.OnDisk(Repository.At("courses", "showcase"), "showcase"))
    );

    [Fact(
        DisplayName = "Script and style of the first page: at most 46 KB (17.5 KB gzipped); with every kind, 90 and 30"
    )]
    public void Diet()
    {
        string common = ProgramAndStyle(Common.Value["index.html"]),
            every = ProgramAndStyle(Showcase.Value["index.html"]);
        Assert.InRange(Encoding.UTF8.GetByteCount(common), 20_000, 46 * Kilobyte);
        Assert.InRange(Gzipped(common), 5_000, 35 * Kilobyte / 2);
        Assert.InRange(Encoding.UTF8.GetByteCount(every), 20_000, 90 * Kilobyte);
        Assert.InRange(Gzipped(every), 5_000, 30 * Kilobyte);
    }

    [Fact(DisplayName = "The files that follow the first page, with every kind in use, take at most 40 KB gzipped")]
    public void WithTheRest()
    {
        string all =
            ProgramAndStyle(Showcase.Value["index.html"]) + Showcase.Value["later.css"] + Showcase.Value["later.js"];
        Assert.InRange(Gzipped(all), 20_000, 40_000);
    }

    [Fact(DisplayName = "An unused kind costs no byte, and a first page without questions carries none")]
    public void Unused()
    {
        string[] used = ["single_choice", "multiple_choice", "true_false", "matching", "gap_fill"];
        Assert.Equal(used.Order(), KindsIn(Common.Value["later.js"]));
        Assert.Empty(KindsIn(ProgramAndStyle(Common.Value["index.html"])));
        Assert.Equal(BlockKinds.All.Count(kind => kind is IQuestionKind), KindsIn(Showcase.Value["later.js"]).Length);
        foreach (string unused in (string[])[".support-note", "x_languages", ".meaning", "hotspot"])
            Assert.DoesNotContain(unused, ProgramAndStyle(Common.Value["index.html"]));
    }

    [Fact(DisplayName = "A first page with a question has the complete program in one request")]
    public void AtOnce()
    {
        IReadOnlyDictionary<string, string> hello = Compiled(
            SourceFolder.OnDisk(Repository.At("courses", "hello"), "hello")
        );
        Assert.DoesNotContain("later.js", hello.Keys);
        Assert.DoesNotContain("later.css", hello.Keys);
        Assert.Equal(["true_false"], KindsIn(hello["index.html"]));
    }

    private static IReadOnlyDictionary<string, string> Compiled(SourceFolder folder)
    {
        CompileResult result = CourseCompiler.Compile(folder, new CompileOptions());
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        return result
            .Package!.Files.Where(file => file.IsText)
            .ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Bytes.Span));
    }

    private static string[] KindsIn(string program) =>
        [.. KindName().Matches(program).Select(match => match.Groups[1].Value).Distinct().Order()];

    private static string ProgramAndStyle(string page) =>
        Between(page, "<style>", "</style>") + Between(page, "<script>", "</script>");

    private static string Between(string text, string opening, string ending)
    {
        int start = text.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        return text[start..text.IndexOf(ending, start, StringComparison.Ordinal)];
    }

    private static int Gzipped(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return (int)packed.Length;
    }

    [GeneratedRegex(@"globalThis\.q_(\w+)=")]
    private static partial Regex KindName();
}

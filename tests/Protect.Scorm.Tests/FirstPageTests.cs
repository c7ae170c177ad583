using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Protect.Scorm.Bench;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Tests;

/// <summary>Bytes that a learner's device must load before the first page, and after it.</summary>
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
        Compiled(SourceFolder.Course(Repository.At("courses", "showcase"), "showcase"))
    );

    [Theory(
        DisplayName = "index.html has at most 10 KB gzipped in addition to its pages; program.js at most 20 in "
            + "addition to the data of the course, which has at most 10; every other program file at most 20, 24 "
            + "with the kinds of Protect, or 28 with every kind of block and question"
    )]
    [InlineData("common", 20)]
    [InlineData("showcase", 28)]
    [InlineData("hello", 20)]
    [InlineData("protect", 24)]
    [InlineData("protect core", 24)]
    public void Diet(string course, int most)
    {
        IReadOnlyDictionary<string, string> files = course switch
        {
            "common" => Common.Value,
            "showcase" => Showcase.Value,
            "protect core" => Compiled(
                SourceFolder.Course(Repository.At("courses", "protect"), "protect"),
                new CompileOptions { Edition = "core" }
            ),
            _ => Compiled(SourceFolder.Course(Repository.At("courses", course), course)),
        };
        string index = files["index.html"];
        int pages = Gzipped(Between(index, "data-pages-here>", "<nav class=\"turn\""));
        Assert.InRange(Gzipped(index) - pages, 5_000, 10 * Kilobyte);
        string program = files["program.js"],
            data = PlayerData.InScript(program)!;
        Assert.InRange(Gzipped(program.Replace(data, "")), 10_000, 20 * Kilobyte);
        Assert.InRange(Gzipped(data), 300, 10 * Kilobyte);
        Assert.InRange(Gzipped(files["later.js"]), 3_000, most * Kilobyte);
        Assert.InRange(Gzipped(files["later.css"]), 1_000, 11 * Kilobyte);
    }

    [Fact(DisplayName = "An unused kind costs no byte, and neither first page nor program carries one")]
    public void Unused()
    {
        string[] used = ["single_choice", "multiple_choice", "true_false", "matching", "gap_fill"];
        Assert.Equal(used.Order(), KindsIn(Common.Value["later.js"]));
        Assert.Empty(KindsIn(Common.Value["index.html"] + Common.Value["program.js"]));
        Assert.Equal(BlockKinds.All.Count(kind => kind is IQuestionKind), KindsIn(Showcase.Value["later.js"]).Length);
        foreach (string unused in (string[])[".support-note", "x_languages", ".meaning", "hotspot"])
            Assert.DoesNotContain(unused, Common.Value["index.html"] + Common.Value["program.js"]);
    }

    private static IReadOnlyDictionary<string, string> Compiled(SourceFolder folder, CompileOptions? options = null)
    {
        CompileResult result = CourseCompiler.Compile(folder, options ?? new CompileOptions());
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        return result
            .Package!.Files.Where(file => file.IsText)
            .ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Bytes.Span));
    }

    private static string[] KindsIn(string program) =>
        [.. KindName().Matches(program).Select(match => match.Groups[1].Value).Distinct().Order()];

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

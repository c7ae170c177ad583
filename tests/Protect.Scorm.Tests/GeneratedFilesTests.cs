using System.Text.Json;
using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Reading;

namespace Protect.Scorm.Tests;

public sealed partial class GeneratedFilesTests
{
    [Fact(DisplayName = "courses/course.schema.json matches the fields the compiler reads")]
    public void SchemaIsGenerated() =>
        Repository.Same(Repository.At("courses", "course.schema.json"), CourseSchema.Write());

    [Fact(DisplayName = "The author reference matches the fields the compiler reads")]
    public void ReferenceIsGenerated() =>
        Repository.Same(Repository.At("courses", "README.md"), CourseReference.Write());

    [Fact(DisplayName = "courses/protect/REVIEW.md matches the review states of the course")]
    public void ReviewIsGenerated()
    {
        ReviewResult review = new CourseSession(
            SourceFolder.Course(Repository.At("courses", "protect"), "courses/protect")
        ).Review();
        Repository.Same(Repository.At("courses", "protect", "REVIEW.md"), review.Markdown!);
    }

    [Fact(DisplayName = "Every reference inside the schema resolves")]
    public void SchemaIsWhole()
    {
        string schema = CourseSchema.Write();
        JsonElement definitions = JsonDocument.Parse(schema).RootElement.GetProperty("$defs");
        foreach (string name in References().Matches(schema).Select(match => match.Groups[1].Value))
            Assert.True(definitions.TryGetProperty(name, out _), name);
    }

    public static TheoryData<string> Kinds => [.. BlockKinds.All.Select(kind => kind.Slug)];

    [Theory(DisplayName = "The example of every kind in the author reference compiles")]
    [MemberData(nameof(Kinds))]
    public void ExamplesCompile(string slug)
    {
        BlockKind kind = BlockKinds.All.Single(k => k.Slug == slug);
        string[] lines = kind.Example.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Dictionary<string, byte[]> files = TestCourse.Files();
        bool hasTool = kind is ToolKind or ToolsKind;
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course + TestCourse.Countries + (hasTool ? "tools: [record-of-concern]\n" : "")
        );
        if (hasTool)
            files["tools/record-of-concern.yaml"] = TestCourse.Utf8(TestTool.Tool);
        files["modules/one.yaml"] = TestCourse.Utf8(
            "id: one\ntitle: One\npages:\n  - id: law\n    title: Law\n    blocks:\n      - "
                + string.Join("\n        ", lines)
                + "\n      - type: text\n        body: The end.\n"
                + (kind is CardKind ? "        keep: {id: end, title: The end}\n" : "")
                + (kind is BeforeAfterKind ? Compared("first-thoughts") + Compared("last-thoughts") : "")
        );
        foreach (Match file in MediaFiles().Matches(kind.Example))
            files[file.Value] = TestMedia.Of(file.Value);
        Assert.Empty(TestCourse.Compile(files).Diagnostics.Select(DiagnosticText.Format));
    }

    /// <summary>A page with one knowledge check, which the example of a comparison names.</summary>
    private static string Compared(string id) =>
        $"  - id: {id}\n    title: Thoughts\n    blocks:\n      - {{type: true-false, id: {id}-check, "
        + "prompt: Do two stay?, answer: true, feedback: {right: Two adults do., wrong: Two adults stay.}}\n";

    [Fact(DisplayName = "French interface texts use no-break spaces before punctuation, and typographic apostrophes")]
    public void FrenchTypography()
    {
        string[] lines = File.ReadAllLines(Repository.At("templates", "default", "strings", "fr.yaml"));
        string[] plain = [.. lines.Where(line => !line.StartsWith('#') && Regex.IsMatch(line, @"\S [:;?!%»]|« "))];
        string[] shortened = [.. lines.Where(line => Regex.IsMatch(line, @"\p{L}'\p{L}|\p{L}\(e\)|·"))];
        Assert.Equal([], plain.Concat(shortened));
    }

    [Fact(DisplayName = "A course carries no program, style or text of a kind it does not use")]
    public void UnusedAddsNothing()
    {
        CompileResult result = TestCourse.Compile(TestCourse.Files());
        string index = System.Text.Encoding.UTF8.GetString(
            result.Package!.Files.Single(file => file.Name == "index.html").Bytes.Span
        );
        foreach (
            string trace in new[]
            {
                "q_ordering",
                "b_tabs",
                "x_search",
                "\"move_up_item\":",
                "\"locked_by\":",
                ".timeline",
                "data-search",
            }
        )
            Assert.DoesNotContain(trace, index);
    }

    [Fact(DisplayName = "Every kind has a template, a place in the showcase, and a program if the table lists one")]
    public void KindsAreComplete()
    {
        string showcase = string.Concat(
            Directory.EnumerateFiles(Repository.At("courses", "showcase", "modules")).Select(File.ReadAllText)
        );
        var lacking = new List<string>();
        foreach (BlockKind kind in BlockKinds.All)
        {
            string folder = kind is IQuestionKind ? "questions" : "blocks";
            if (!File.Exists(Repository.At("templates", "default", folder, kind.Slug + ".html")))
                lacking.Add($"{kind.Slug}: templates/default/{folder}/{kind.Slug}.html");
            if (!Regex.IsMatch(showcase, $@"type: {kind.Slug}\b"))
                lacking.Add($"{kind.Slug}: a block in courses/showcase");
            if (
                kind is IQuestionKind
                && !File.Exists(Repository.At("src", "browser", "player", "kinds", kind.Slug + ".ts"))
            )
                lacking.Add($"{kind.Slug}: src/browser/player/kinds/{kind.Slug}.ts");
        }
        Assert.Empty(lacking);
    }

    [GeneratedRegex("\"#/\\$defs/([^\"]+)\"")]
    private static partial Regex References();

    [GeneratedRegex(@"media/[a-z]+\.[a-z0-9]+")]
    private static partial Regex MediaFiles();
}

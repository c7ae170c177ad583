using System.Text.Json;
using System.Text.RegularExpressions;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Tests;

/// <summary>The accessibility statement that a build writes next to a package.</summary>
public sealed partial class AccessibilityStatementTests
{
    /// <summary>Success criteria of levels A and AA as WCAG 2.2 lists them, and 4.1.1 of WCAG 2.1.</summary>
    private const string Wcag = """
        1.1.1 A Non-text Content
        1.2.1 A Audio-only and Video-only (Prerecorded)
        1.2.2 A Captions (Prerecorded)
        1.2.3 A Audio Description or Media Alternative (Prerecorded)
        1.2.4 AA Captions (Live)
        1.2.5 AA Audio Description (Prerecorded)
        1.3.1 A Info and Relationships
        1.3.2 A Meaningful Sequence
        1.3.3 A Sensory Characteristics
        1.3.4 AA Orientation
        1.3.5 AA Identify Input Purpose
        1.4.1 A Use of Color
        1.4.2 A Audio Control
        1.4.3 AA Contrast (Minimum)
        1.4.4 AA Resize Text
        1.4.5 AA Images of Text
        1.4.10 AA Reflow
        1.4.11 AA Non-text Contrast
        1.4.12 AA Text Spacing
        1.4.13 AA Content on Hover or Focus
        2.1.1 A Keyboard
        2.1.2 A No Keyboard Trap
        2.1.4 A Character Key Shortcuts
        2.2.1 A Timing Adjustable
        2.2.2 A Pause, Stop, Hide
        2.3.1 A Three Flashes or Below Threshold
        2.4.1 A Bypass Blocks
        2.4.2 A Page Titled
        2.4.3 A Focus Order
        2.4.4 A Link Purpose (In Context)
        2.4.5 AA Multiple Ways
        2.4.6 AA Headings and Labels
        2.4.7 AA Focus Visible
        2.4.11 AA Focus Not Obscured (Minimum)
        2.5.1 A Pointer Gestures
        2.5.2 A Pointer Cancellation
        2.5.3 A Label in Name
        2.5.4 A Motion Actuation
        2.5.7 AA Dragging Movements
        2.5.8 AA Target Size (Minimum)
        3.1.1 A Language of Page
        3.1.2 AA Language of Parts
        3.2.1 A On Focus
        3.2.2 A On Input
        3.2.3 AA Consistent Navigation
        3.2.4 AA Consistent Identification
        3.2.6 A Consistent Help
        3.3.1 A Error Identification
        3.3.2 A Labels or Instructions
        3.3.3 AA Error Suggestion
        3.3.4 AA Error Prevention (Legal, Financial, Data)
        3.3.7 A Redundant Entry
        3.3.8 AA Accessible Authentication (Minimum)
        4.1.1 A Parsing
        4.1.2 A Name, Role, Value
        4.1.3 AA Status Messages
        """;

    private static readonly string[] NewIn22 = ["2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"];

    [Fact(DisplayName = "An accessibility statement lists every criterion of WCAG 2.2 A and AA once, with its clause")]
    public void EveryCriterion()
    {
        AccessibilityStatement statement = StatementOf(Showcase());
        Assert.Equal(
            Wcag.ReplaceLineEndings("\n").Split('\n'),
            statement.Criteria.Select(row => $"{row.Number} {row.Level} {row.Name}")
        );
        Assert.All(
            statement.Criteria,
            row => Assert.Equal(NewIn22.Contains(row.Number) ? null : $"9.{row.Number}", row.Clause)
        );
        Assert.Equal(
            statement.Clauses.Select(row => row.Number).Distinct(),
            statement.Clauses.Select(row => row.Number)
        );
        Assert.All(statement.Criteria.Concat(statement.Clauses), row => Assert.NotEmpty(row.Reason));
    }

    [Fact(DisplayName = "An accessibility statement names only tests that this repository has")]
    public void TestsExist()
    {
        HashSet<string> names =
        [
            .. Directory
                .EnumerateFiles(Repository.At("tests"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
                .SelectMany(file => Names().Matches(Joints().Replace(File.ReadAllText(file), "")))
                .Select(match => match.Groups[1].Value),
        ];
        Assert.Equal([], ReleaseTest.All.Select(test => test.Name).Where(name => !names.Contains(name)));
        var fields = typeof(ReleaseTest)
            .GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Select(field => (ReleaseTest)field.GetValue(null)!);
        Assert.Equal(fields, ReleaseTest.All);
    }

    [Fact(DisplayName = "“Met” in a statement always names an automatic test or a check of the build")]
    public void MetHasEvidence()
    {
        // 3.3.2, 3.1.1 and 4.1.1 are met by axe rules or checks of the build; the others name tests.
        foreach (AccessibilityStatement statement in new[] { StatementOf(Showcase()), StatementOf(Small("")) })
        foreach (StatementRow row in statement.Criteria.Concat(statement.Clauses))
        {
            if (row.Result == StatementResult.Met)
                Assert.True(row.Tests.Count + row.Checks.Count > 0, row.Number);
            Assert.NotEmpty(row.Reason);
            if (row.Result is StatementResult.NotMet)
                Assert.Empty(row.Tests);
            if (row.Result is StatementResult.NotApplicable)
                Assert.Empty(row.Checks);
        }
    }

    [Fact(DisplayName = "A statement says first that no person has tested the package, and names it with its release")]
    public void SaysWhatNobodyDid()
    {
        CompileResult result = Small("");
        string introduction = StatementOf(result).Introduction,
            page = AccessibilityPage.Write(result);
        Assert.Contains(result.Package!.FileName, introduction);
        Assert.Contains("version 1.0.0", introduction);
        Assert.Contains("No person with a disability and no accessibility expert has tested", introduction);
        Assert.Contains("only a part of all barriers", introduction);
        int first = page.IndexOf("<p>", StringComparison.Ordinal);
        Assert.Equal(first, page.IndexOf("<p>This statement is about the package", StringComparison.Ordinal));
        Assert.Contains("add here whom learners write to", page);
        Assert.DoesNotContain("http://", page);
    }

    [Fact(DisplayName = "A statement has no video clause for a course without video, and is honest about each video")]
    public void Media()
    {
        AccessibilityStatement with = StatementOf(Showcase()),
            without = StatementOf(Small(""));
        Assert.All(Rows(without, "1.2.", "7."), row => Assert.Equal(StatementResult.NotApplicable, row.Result));
        Assert.Equal(StatementResult.NotTested, Row(with, "1.2.5").Result);
        Assert.Equal(StatementResult.NotMet, Row(with, "7.2.1").Result);
        Assert.Equal(StatementResult.NotMet, Row(with, "7.1.5").Result);
        Assert.DoesNotContain(Rows(with, "1.2."), row => row.Result == StatementResult.Met);
        MediaFact video = with.Course.Media.Single(media => media.Kind == "Video");
        Assert.True(video is { Captions: > 0, TranscriptWords: > 5, IsReplaced: false }, video.ToString());
        AccessibilityStatement light = StatementOf(
            Sound(
                SourceFolder.Course(Repository.At("courses", "showcase"), "showcase"),
                new() { Size = PackageSize.Light }
            )
        );
        Assert.All(light.Course.Media, media => Assert.True(media.IsReplaced));
        Assert.All(Rows(light, "1.2.", "7."), row => Assert.Equal(StatementResult.NotApplicable, row.Result));
    }

    [Theory(DisplayName = "Animated pictures are recognized")]
    [InlineData("a.gif", "GIF89a", true)]
    [InlineData("a.webp", "RIFF....WEBPVP8X....ANIM", true)]
    [InlineData("a.webp", "RIFF....WEBPVP8 ", false)]
    [InlineData("a.png", "PNG acTL", true)]
    [InlineData("a.svg", "<svg><animateTransform/></svg>", true)]
    [InlineData("a.svg", "<svg><style>@keyframes a{}</style></svg>", true)]
    [InlineData("a.svg", "<svg><path/></svg>", false)]
    [InlineData("a.html", "<animate", false)]
    public void Animated(string name, string text, bool isMoving) =>
        Assert.Equal(isMoving, AccessibilityFacts.IsMoving(name, Bytes(text)));

    [Fact(DisplayName = "A finding of the build makes its criterion partly met, also when the author allowed it")]
    public void Findings()
    {
        const string text = "      - type: text\n        body: |\n          ## One\n\n          #### Three\n";
        BuildCheck found = Assert.Single(Row(StatementOf(Small(text)), "1.3.1").Checks),
            allowed = Assert.Single(
                Row(StatementOf(Small(text, "allow: [{rule: skipped-heading, because: A test.}]\n")), "1.3.1").Checks
            );
        Assert.Equal((1, 0), (found.Findings, found.Allowed));
        Assert.Equal((1, 1), (allowed.Findings, allowed.Allowed));
        Assert.Equal(StatementResult.PartlyMet, Row(StatementOf(Small(text)), "1.3.1").Result);
        Assert.NotEqual(StatementResult.PartlyMet, Row(StatementOf(Small("")), "1.3.1").Result);
        Assert.Equal(StatementResult.NotMet, Row(StatementOf(Small(text)), "9.6").Result);
        Assert.Contains("1.3.1", Row(StatementOf(Small(text)), "9.6").Reason);
        Assert.DoesNotContain("1.3.1", Row(StatementOf(Small("")), "9.6").Reason);
    }

    [Fact(DisplayName = "Tests with the default theme prove nothing about a package with a theme of its own")]
    public void OwnTheme()
    {
        CompileResult result = Sound(
            Course(""),
            new() { Theme = SourceFolder.InMemory(new Dictionary<string, byte[]> { ["terms.css"] = " "u8.ToArray() }) }
        );
        AccessibilityStatement statement = StatementOf(result);
        Assert.Equal(StatementResult.NotTested, Row(statement, "1.4.10").Result);
        Assert.Contains("default theme only", Row(statement, "1.4.10").Reason);
        Assert.DoesNotContain(
            statement.Criteria.Concat(statement.Clauses),
            row => row.Result == StatementResult.Met && row.Tests.Count > 0
        );
    }

    [Fact(DisplayName = "“build --report” writes the accessibility statement as a page and in the JSON report")]
    public void Written()
    {
        using var place = new CommandLine();
        place.Run("new", "my-course");
        Assert.Equal(
            0,
            place.RunIn("", new() { ["PROTECT_CHROMIUM"] = "/nowhere" }, "build", "my-course", "--report").Code
        );
        string stem = Path.ChangeExtension(
            Directory.GetFiles(Path.Combine(place.Folder, "dist"), "*.zip").Single(),
            null
        );
        Assert.Contains("2.4.11 Focus Not Obscured (Minimum)", File.ReadAllText(stem + ".accessibility.html"));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(stem + ".report.json"));
        JsonElement statement = json.RootElement.GetProperty("accessibilityStatement");
        Assert.Equal(56, statement.GetProperty("criteria").GetArrayLength());
        JsonElement live = statement.GetProperty("criteria").EnumerateArray().Single(Numbered("1.2.4"));
        Assert.Equal("not-applicable", live.GetProperty("result").GetString());
        Assert.Equal("9.1.2.4", live.GetProperty("clause").GetString());
    }

    private static Func<JsonElement, bool> Numbered(string number) =>
        row => row.GetProperty("number").GetString() == number;

    private static StatementRow Row(AccessibilityStatement statement, string number) =>
        statement.Criteria.Concat(statement.Clauses).Single(row => row.Number == number);

    private static IEnumerable<StatementRow> Rows(AccessibilityStatement statement, params string[] starts) =>
        statement
            .Criteria.Concat(statement.Clauses)
            .Where(row => starts.Any(start => row.Number.StartsWith(start, StringComparison.Ordinal)));

    private static AccessibilityStatement StatementOf(CompileResult result) =>
        AccessibilityStatement.Of(result.Package!.FileName, result.Conformance!.Accessibility);

    private static CompileResult Showcase() =>
        Sound(SourceFolder.Course(Repository.At("courses", "showcase"), "showcase"), new());

    private static CompileResult Small(string blocks, string more = "") => Sound(Course(blocks, more), new());

    private static SourceFolder Course(string blocks, string more = "") =>
        SourceFolder.InMemory(
            new Dictionary<string, byte[]>
            {
                ["course.yaml"] = Bytes(
                    "id: small\nversion: 1.0.0\nlanguage: en\ntitle: Small\ndescription: A course.\nduration: 1\n"
                        + "licence: CC0-1.0\nauthors: [Me]\nmodules: [one]\n"
                        + more
                ),
                ["modules/one.yaml"] = Bytes(
                    "id: one\ntitle: One\npages:\n  - id: start\n    title: Start\n    blocks:\n"
                        + "      - type: text\n        body: Hello.\n"
                        + blocks
                ),
            }
        );

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static CompileResult Sound(SourceFolder folder, CompileOptions options)
    {
        CompileResult result = CourseCompiler.Compile(folder, options);
        Assert.True(result.Package is not null, string.Join("\n", result.Diagnostics.Select(DiagnosticText.Format)));
        return result;
    }

    [GeneratedRegex("DisplayName\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Names();

    [GeneratedRegex("\"\\s*\\+\\s*\"")]
    private static partial Regex Joints();
}

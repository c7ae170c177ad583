using System.Text;
using Protect.Scorm.Checking;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Playing;
using Protect.Scorm.Reading;
using Protect.Scorm.Rendering;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Tests;

public sealed class DiagnosticsTests
{
    // Too large for a spec folder: made here, with their exact place.
    private static readonly string[] MadeHere =
    [
        "file-too-large",
        "state-too-large",
        "first-page-too-large",
        "markdown-too-deep",
        "text-too-long",
        "too-much-html",
        "malformed-po",
        "unknown-unit",
        "source-changed",
        "missing-layout", // needs an output folder: LayoutsTests
        .. ZipRules.All.Select(rule => rule.Slug),
    ];

    private static IEnumerable<DiagnosticRule> Rules => Reporting.Suppression.Rules;

    [Fact(DisplayName = "Every diagnostic has a spec that shows it and its place")]
    public void EveryRuleHasASpec()
    {
        string shown = string.Concat(
            Directory
                .EnumerateFiles(Repository.At("tests", "specs"), "diagnostics.txt", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        );
        Assert.All(Rules.Select(rule => rule.Slug).Except(MadeHere), slug => Assert.Contains($" {slug}: ", shown));
    }

    [Fact(DisplayName = "Slugs are unique and lower-case, and every diagnostic gives advice")]
    public void RulesAreWellMade()
    {
        Assert.Equal(Rules.Count(), Rules.Select(rule => rule.Slug).Distinct().Count());
        Assert.All(Rules, rule => Assert.Matches(@"^[a-z0-9-]+$", rule.Slug));
        Assert.All(Rules, rule => Assert.Matches(@"[.}]$", rule.Help));
    }

    [Fact(DisplayName = "A YAML file of 50 MB is refused before it is read")]
    public void LargeYaml()
    {
        var files = TestCourse.Files();
        files["modules/one.yaml"] = new byte[50 * 1024 * 1024];
        Diagnostic found = Assert.Single(TestCourse.Compile(files).Diagnostics);
        Assert.Equal(("file-too-large", "modules/one.yaml(1,1)"), (found.Rule.Slug, found.Span.ToString()));
    }

    [Fact(DisplayName = "A course whose progress does not fit is reported with its size and its largest parts")]
    public void LargeState()
    {
        var files = TestCourse.Files();
        files["modules/one.yaml"] = LargeModule("one");
        Diagnostic found = Assert.Single(TestCourse.Compile(files).Diagnostics);
        Assert.Equal(("state-too-large", "modules/one.yaml(1,5)"), (found.Rule.Slug, found.Span.ToString()));
        Assert.Contains("of it: module “one”", found.Message);
    }

    [Fact(DisplayName = "If progress does not fit, it is reported at the largest module, with the largest question")]
    public void AtTheLargest()
    {
        var files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course.Replace("modules: [one]", "modules: [one, two]"));
        files["modules/two.yaml"] = LargeModule("two");
        Diagnostic found = Assert.Single(TestCourse.Compile(files).Diagnostics);
        Assert.Equal(("state-too-large", "modules/two.yaml(1,5)"), (found.Rule.Slug, found.Span.ToString()));
        // 60 pages, and 900 questions of 30 bits; a character holds six bits.
        Assert.Contains("of it: module “two” 4510, module “one” 1; question “q0-0” 5.", found.Message);
    }

    [Fact(DisplayName = "A first module too large for a slow line is refused, with its size")]
    public void LargeIndex()
    {
        var files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module
                + string.Concat(Enumerable.Repeat($"      - type: text\n        body: {new string('x', 15_000)}\n", 10))
        );
        Diagnostic found = Assert.Single(TestCourse.Compile(files).Diagnostics);
        Assert.Equal(("first-page-too-large", "modules/one.yaml(1,5)"), (found.Rule.Slug, found.Span.ToString()));
    }

    [Fact(DisplayName = "Markdown nested too deep is refused without a crash")]
    public void DeepMarkdown()
    {
        var files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("Hello.", $"\"{new string('>', 5000)} x\"")
        );
        Diagnostic found = Assert.Single(TestCourse.Compile(files).Diagnostics);
        Assert.Equal(("markdown-too-deep", "modules/one.yaml(8,15)"), (found.Rule.Slug, found.Span.ToString()));
    }

    [Theory(DisplayName = "A text with thousands of open brackets is refused without a crash")]
    [InlineData("[")]
    [InlineData("*a **b ")]
    [InlineData("![a](")]
    public void OpenBrackets(string part)
    {
        var files = TestCourse.Files();
        string text = string.Concat(Enumerable.Repeat(part, 19_000 / part.Length));
        files["modules/one.yaml"] = TestCourse.Utf8(TestCourse.Module.Replace("Hello.", $"'{text}'"));
        IEnumerable<Diagnostic> findings = TestCourse
            .Compile(files)
            .Diagnostics.Where(finding => finding.Rule.Slug != "duration-off");
        Assert.All(findings, finding => Assert.Equal(8, finding.Span.Line));
    }

    [Fact(DisplayName = "A text that is too long for one block is refused with its length")]
    public void LongText()
    {
        var files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(TestCourse.Module.Replace("Hello.", new string('a', 20_001)));
        Diagnostic found = Assert.Single(TestCourse.Compile(files).Diagnostics, finding => finding.IsError);
        Assert.Equal(("text-too-long", "modules/one.yaml(8,15)"), (found.Rule.Slug, found.Span.ToString()));
        Assert.Contains("20001", found.Message);
    }

    /// <summary>Module with 60 pages of 15 questions, whose state fits into no suspend data.</summary>
    private static byte[] LargeModule(string id) =>
        TestCourse.Utf8(
            $"id: {id}\ntitle: Large\npages:\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 60)
                        .Select(page =>
                            $"  - id: p{page}\n    title: P\n    blocks:\n"
                            + string.Concat(Enumerable.Range(0, 15).Select(q => Question($"q{page}-{q}", 26)))
                        )
                )
        );

    private static string Question(string id, int options) =>
        $"      - type: multiple-choice\n        id: {id}\n        prompt: Which?\n        options:\n"
        + string.Concat(
            Enumerable
                .Range(0, options)
                .Select(o => $"          - text: Option {o}\n{(o == 0 ? "            correct: true\n" : "")}")
        );
}

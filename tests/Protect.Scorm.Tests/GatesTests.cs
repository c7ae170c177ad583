using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Tests;

/// <summary>Locked pages and pre-tests: data of the player, and mistakes of authors.</summary>
public sealed class GatesTests
{
    private const string Check = "{type: true-false, id: ID, prompt: A concern is enough., answer: true}";

    /// <summary>A course of three modules: two pages with knowledge checks, two pages, one page of each kind.</summary>
    private static CompileResult Compile(
        string module = "",
        string first = "",
        string second = "",
        string third = "",
        string tracking = "",
        string assessment = ""
    )
    {
        string Page(string id, string more, string? check) =>
            $"  - id: {id}\n    title: {id}\n{(more == "" ? "" : $"    {more}\n")}    blocks:\n"
            + "      - {type: text, body: Hello.}\n"
            + (check is null ? "" : $"      - {Check.Replace("ID", check)}\n");
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["course.yaml"] = TestCourse.Utf8(
            TestCourse.Course.Replace("modules: [one]", "modules: [one, two, three]") + tracking
        );
        files["modules/one.yaml"] = TestCourse.Utf8(
            "id: one\ntitle: One\npages:\n" + Page("start", first, "a") + Page("next", second, "b")
        );
        files["modules/two.yaml"] = TestCourse.Utf8(
            $"id: two\ntitle: Two\n{(module == "" ? "" : module + "\n")}pages:\n"
                + Page("deep", "", "c")
                + Page("deeper", third, null)
        );
        files["modules/three.yaml"] = TestCourse.Utf8(
            "id: three\ntitle: Three\npages:\n"
                + (
                    assessment == ""
                        ? Page("end", "", null)
                        : $"  - id: end\n    title: end\n    assessment:\n      {assessment}\n      questions:\n"
                            + $"        - {Check.Replace("ID", "q")}\n"
                )
        );
        return TestCourse.Compile(files);
    }

    private static string Data(CompileResult result, string name)
    {
        Assert.Empty(result.Diagnostics.Where(found => found.IsError).Select(DiagnosticText.Format));
        string data = PlayerData.InScript(Specs.TextOf(result.Package!, PlayerBundle.ProgramFile))!;
        return JsonDocument.Parse(data).RootElement.GetProperty(name).GetRawText();
    }

    private static string[] Errors(CompileResult result) =>
        [.. result.Diagnostics.Where(found => found.IsError).Select(found => $"{found.Rule.Slug}: {found.Message}")];

    [Fact(DisplayName = "The player gets the needs of each locked page, those of its module first, by page and check")]
    public void Needs() =>
        Assert.Equal(
            """[{"page":2,"needs":[{"page":1}]},{"page":3,"needs":[{"page":1},{"check":1},{"score":50}]}]""",
            Data(
                Compile(
                    module: "requires: [{page: next}]",
                    third: "requires: [{check: b}, {score: 50}]",
                    tracking: "tracking: {completed_by: [assessment]}\n",
                    assessment: "attempts: 2"
                ),
                "gates"
            )
        );

    [Fact(DisplayName = "The player gets the pages that a pre-test opens: those of the named modules, and no others")]
    public void Pretests()
    {
        Assert.Equal(
            """[{"right":1,"checks":[1],"pages":[2,3]}]""",
            Data(Compile(second: "pretest: {right: 1, opens: [two]}"), "pretests")
        );
        Assert.Equal(
            """[{"right":1,"checks":[0],"pages":[2,3,4]}]""",
            Data(Compile(first: "pretest: {right: 1, opens: [three, two]}"), "pretests")
        );
        Assert.Equal(
            """[{"right":1,"checks":[0],"pages":[0,1,4]}]""",
            Data(Compile(first: "pretest: {right: 1, opens: [one, three]}"), "pretests")
        );
        Assert.Equal("[]", Data(Compile(), "pretests"));
    }

    [Theory(DisplayName = "A requirement that names nothing of the course is an error that suggests what is meant")]
    [InlineData("requires: [{page: strat}]", "unknown-page: ", "“start”")]
    [InlineData("requires: [{check: aa}]", "unknown-check: ", "“a”")]
    [InlineData("requires: [{score: 50}]", "score-without-assessment: ", "")]
    [InlineData("requires: [{}]", "unclear-requirement: ", "")]
    [InlineData("requires: [{page: start, check: a}]", "unclear-requirement: ", "")]
    [InlineData("requires: [{check: a, score: 50}]", "unclear-requirement: ", "")]
    [InlineData("pretest: {right: 1, opens: [tow]}", "unknown-module-id: ", "“two”")]
    public void Mistakes(string more, string error, string hint)
    {
        string found = Errors(Compile(second: more))[0];
        Assert.StartsWith(error, found);
        Assert.Contains(hint, found);
    }

    [Fact(DisplayName = "A question of the assessment is no knowledge check that a page could require")]
    public void Assessed()
    {
        Assert.StartsWith(
            "unknown-check",
            Errors(Compile(second: "requires: [{check: q}]", assessment: "attempts: 2"))[0]
        );
        // Nor does it have a place among them.
        Dictionary<string, byte[]> files = TestCourse.Files();
        string[] modules =
        [
            $"  - id: start\n    title: Start\n    assessment:\n      questions: [{Check.Replace("ID", "q")}]\n",
            $"  - id: next\n    title: Next\n    blocks: [{Check.Replace("ID", "a")}]\n",
            "  - id: end\n    title: End\n    requires: [{check: a}]\n    blocks: [{type: text, body: Hello.}]\n",
        ];
        files["modules/one.yaml"] = TestCourse.Utf8("id: one\ntitle: One\npages:\n" + string.Concat(modules));
        files["course.yaml"] = TestCourse.Utf8(TestCourse.Course + "tracking: {completed_by: [assessment]}\n");
        Assert.Equal("""[{"page":2,"needs":[{"check":0}]}]""", Data(TestCourse.Compile(files), "gates"));
    }

    [Fact(DisplayName = "A module that requires its own page is an error")]
    public void OwnPage()
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("pages:", "requires: [{page: start}]\npages:")
        );
        Assert.Equal(
            ["dead-end: The page “start” can never open: it waits for itself, which waits for it."],
            Errors(TestCourse.Compile(files))
        );
    }

    [Theory(DisplayName = "A pre-test asks for no more right answers than its page can give")]
    [InlineData("pretest: {right: 1, opens: [two]}", true)]
    [InlineData("pretest: {right: 2, opens: [two]}", false)]
    public void OutOfReach(string pretest, bool isSound)
    {
        string[] errors = Errors(Compile(second: pretest));
        Assert.Equal(isSound, errors.Length == 0);
        Assert.All(errors, error => Assert.StartsWith("pretest-out-of-reach", error));
    }

    [Fact(DisplayName = "A question without right answers does not count for a pre-test")]
    public void Unmarked()
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(
            "id: one\ntitle: One\npages:\n  - id: start\n    title: Start\n    pretest: {right: 1, opens: [one]}\n"
                + "    blocks:\n      - {type: reflection, id: r, title: T, prompt: Think., answer: Nothing.}\n"
        );
        Assert.StartsWith("pretest-out-of-reach", Errors(TestCourse.Compile(files))[0]);
    }

    [Fact(DisplayName = "A circle of locked pages is an error at each of its pages, however long it is")]
    public void Circles()
    {
        Assert.Equal(
            [
                "dead-end: The page “start” can never open: it waits for “deeper”, which waits for it.",
                "dead-end: The page “next” can never open: it waits for “start”, which waits for it.",
                "dead-end: The page “deeper” can never open: it waits for “next”, which waits for it.",
            ],
            Errors(
                Compile(
                    first: "requires: [{page: next}]",
                    second: "requires: [{page: deeper}]",
                    third: "requires: [{page: start}]"
                )
            )
        );
        Assert.Equal(
            ["dead-end: The page “next” can never open: it waits for itself, which waits for it."],
            Errors(Compile(second: "requires: [{check: b}]"))
        );
        Assert.Equal(
            [
                "dead-end: The page “deep” can never open: it waits for itself, which waits for it.",
                "dead-end: The page “deeper” can never open: it waits for itself, which waits for it.",
            ],
            Errors(Compile(module: "requires: [{check: c}, {page: deeper}]"))
        );
        Assert.Empty(
            Errors(
                Compile(
                    second: "requires: [{page: start}, {check: a}]",
                    third: "requires: [{page: next}, {page: start}]"
                )
            )
        );
    }

    [Theory(
        DisplayName = "A page that needs a score is an error if learners can use all attempts and must see all pages"
    )]
    [InlineData("attempts: 2", "[pages, assessment]", "score: 50", false)]
    [InlineData("attempts: 2", "[assessment]", "score: 50", true)]
    [InlineData("pass_mark: 70", "[pages, assessment]", "score: 50", true)]
    [InlineData("attempts: 2", "[pages, assessment]", "page: start", true)]
    public void Shut(string assessment, string completedBy, string need, bool isSound)
    {
        string[] errors = Errors(
            Compile(
                third: $"requires: [{{{need}}}]",
                assessment: assessment,
                tracking: $"tracking: {{completed_by: {completedBy}}}\n"
            )
        );
        if (isSound)
            Assert.Empty(errors);
        else
            Assert.Equal(
                [
                    "dead-end: The page “deeper” can never open: all pages must be seen, "
                        + "and after 2 attempts the score may still be too low.",
                ],
                errors
            );
    }
}

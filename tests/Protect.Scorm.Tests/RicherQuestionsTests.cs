using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Tests;

/// <summary>Pictures and blocks in questions, and answers that are not only right or wrong.</summary>
public sealed class RicherQuestionsTests
{
    private const string Svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"32\" viewBox=\"0 0 64 32\">"
        + "<path d=\"M0 0h64v32z\"/></svg>";

    private const string Plain = """
              - type: single-choice
                id: single
                prompt: Which?
                options:
                  - {text: First, correct: true}
                  - {text: Second}
                  - {text: Third}
                feedback: {right: The first is lighter., wrong: Look again.}
              - type: categorise
                id: groups
                prompt: What is it?
                categories:
                  - {title: Animal, items: [Cat]}
                  - {title: Tool, items: [Hammer, Bat]}
                feedback: {right: Well sorted indeed., wrong: Look again.}
              - type: matching
                id: pairs
                prompt: What belongs together?
                pairs:
                  - {item: Cup, match: Kitchen}
                  - {item: Lamp, match: Corner}
                feedback: {right: Well matched indeed., wrong: Look again.}
              - type: gap-fill
                id: gaps
                prompt: Complete it.
                text: It is [[how]] now.
                gaps:
                  - {name: how, accept: [warm]}
                feedback: {right: It is summer., wrong: Think of the summer.}

        """;

    private const string Picture = "picture: {src: media/a.svg, alt: A wedge.}";

    /// <summary>The same questions with everything that this release can do.</summary>
    private static readonly string Rich = Plain
        .Replace(
            "id: single\n",
            "id: single\n        accept_any: true\n        shuffle: true\n        " + Picture + "\n"
        )
        .Replace("prompt: Which?", "blocks:\n          - {type: text, body: Look at this.}\n        prompt: Which?")
        .Replace("{text: First, correct: true}", "{text: First, correct: true, " + Picture + "}")
        .Replace("{text: Second}", "{text: Second, credit: 0.5, feedback_" + Picture + "}")
        .Replace("{text: Third}", "{text: Third, correct: true, pin: last}")
        .Replace("wrong: Look again.}", "wrong: Look again., wrong_" + Picture + "}")
        .Replace(
            "items: [Hammer, Bat]}",
            "items: [Hammer]}\n        shared:\n          - {item: Bat, categories: [2, 1]}"
        )
        .Replace("{item: Cup, match: Kitchen}", "{item: Cup, match: Kitchen, " + Picture + ", match_" + Picture + "}")
        .Replace("text: It is [[how]] now.", "text: |\n          It is\n\n          - **[[how]]** now.");

    private static Dictionary<string, byte[]> Files(string blocks)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(
            TestCourse.Module.Replace("      - type: text\n        body: Hello.\n", blocks)
        );
        if (blocks.Contains("media/", StringComparison.Ordinal))
            files["media/a.svg"] = TestCourse.Utf8(Svg);
        return files;
    }

    private static CompileResult Compile(string blocks, PackageSize size = PackageSize.Full)
    {
        CompileResult result = TestCourse.Compile(Files(blocks), new CompileOptions { Size = size });
        Assert.Empty(result.Diagnostics.Select(DiagnosticText.Format));
        return result;
    }

    private static string Page(CompileResult result) => Specs.TextOf(result.Package!, "index.html");

    private static string Program(CompileResult result) =>
        Specs.TextOf(result.Package!, PlayerBundle.ProgramFile)
        + Specs.TextOf(result.Package!, PlayerBundle.LaterProgramFile);

    [Fact(DisplayName = "Pictures, blocks, pins, credits and accepted answers do not change how progress is stored")]
    public void SameLayout()
    {
        static StateMap Map(string blocks) =>
            StateMap.Of(new CourseSource(SourceFolder.InMemory(Files(blocks))).Read(new DiagnosticBag())!, []);
        Assert.NotEqual(Plain, Rich);
        Assert.Equal(Map(Plain).Write(), Map(Rich).Write());
    }

    [Fact(DisplayName = "The script and the style of richer questions are only in packages that use them")]
    public void NothingUnused()
    {
        (CompileResult plain, CompileResult rich) = (Compile(Plain), Compile(Rich));
        Assert.DoesNotContain("x_special", Program(plain));
        Assert.Contains("x_special.special(q_single_choice.kind)", Program(rich));
        Assert.Contains("x_special.special(q_categorise.kind)", Program(rich));
        Assert.DoesNotContain("x_special.special(q_matching", Program(rich));
        Assert.DoesNotContain(".material", Page(plain));
        Assert.Contains(".material", Page(rich));
    }

    [Fact(DisplayName = "A picture of a question is sized and has its text alternative, on the screen and in print")]
    public void Sized()
    {
        CompileResult rich = Compile(Rich);
        const string picture = "class=\"picture\" src=\"media/a.svg\" alt=\"A wedge.\" width=\"64\" height=\"32\"";
        // In the prompt, an option, the feedback of an option, three feedbacks, an item, and a match.
        Assert.Equal(8, Page(rich).Split(picture + " loading=\"lazy\"").Length - 1);
        string print = Specs.TextOf(rich.Package!, "print.html");
        // In print there is no feedback. The match is in the list of matches.
        Assert.Equal(4, print.Split(picture + " decoding").Length - 1);
    }

    [Fact(DisplayName = "In a text package the text alternatives replace the pictures of questions")]
    public void InWords()
    {
        CompileResult text = Compile(Rich, PackageSize.Text);
        Assert.DoesNotContain(text.Package!.Files, file => file.Name.StartsWith("media/", StringComparison.Ordinal));
        Assert.DoesNotContain("<img class=\"picture", Page(text));
        Assert.Equal(8, Page(text).Split("<span class=\"described\">A wedge.</span>").Length - 1);
    }

    [Theory(DisplayName = "In an assessment “shuffle” of a question decides, and otherwise “shuffle_options”")]
    [InlineData("", "", true)]
    [InlineData("shuffle_options: false", "", false)]
    [InlineData("shuffle_options: false", "shuffle: true", true)]
    [InlineData("", "shuffle: false", false)]
    public void Shuffled(string assessment, string question, bool expected)
    {
        Dictionary<string, byte[]> files = TestCourse.Files();
        files["modules/one.yaml"] = TestCourse.Utf8(
            "id: one\ntitle: One\npages:\n  - id: start\n    title: Start\n    assessment:\n"
                + (assessment.Length > 0 ? $"      {assessment}\n" : "")
                + "      questions:\n        - type: multiple-choice\n          id: q\n          prompt: Which?\n"
                + (question.Length > 0 ? $"          {question}\n" : "")
                + "          options:\n            - {text: One, correct: true}\n            - {text: Two}\n"
                + "        - type: ordering\n          id: steps\n          prompt: In what order?\n"
                + "          items: [One, Two]\n"
        );
        Course course = new CourseSource(SourceFolder.InMemory(files)).Read(new DiagnosticBag())!;
        QuestionData[] data =
        [
            .. course.Questions.Select(item => QuestionData.Of(item.Page, item.Question, item.Assessed)),
        ];
        // Steps to put in order always are: the author wrote the right order.
        Assert.Equal([expected, true], data.Select(item => item.Shuffle));
    }

    [Fact(DisplayName = "A gap can be in emphasis, in a list and in a table, and the text around it keeps its form")]
    public void GapsAnywhere()
    {
        string page = Page(
            Compile(
                """
                      - type: gap-fill
                        id: gaps
                        prompt: Complete it.
                        text: |
                          It is **very [[how]] today**, and [[when]]!

                          - In [[place]]
                          - at home

                          | When | What |
                          |---|---|
                          | noon | [[what]] |
                        gaps:
                          - {name: what, accept: [soup]}
                          - {name: how, accept: [warm]}
                          - {name: when, accept: [later], wrong: [never]}
                          - {name: place, accept: [school]}
                        feedback: {right: It is summer., wrong: Think of the summer.}

                """
            )
        );
        Assert.Contains("<p>It is <strong>very <span class=\"gap\" data-part=\"1\"><input", page);
        Assert.Contains("</span> today</strong>, and <span class=\"gap\" data-part=\"2\"><select", page);
        Assert.Contains("<li>In <span class=\"gap\" data-part=\"3\">", page);
        Assert.Contains("<td><span class=\"gap\" data-part=\"0\">", page);
        Assert.DoesNotContain("[[", page);
        Assert.DoesNotContain(page, character => character is >= '\uE000' and < '\uF900');
    }
}

using Microsoft.Playwright;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Browser.Tests;

/// <summary>A course with the subjects of a public collection of exercises: formulas, tables and pictures.</summary>
public sealed class PortedCourseTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Name = "maths-and-statistics";

    private static string Folder => Repository.At("tests", "fixtures", "ports", Name);

    private static readonly Lazy<CompileResult> Built = new(() =>
        CourseCompiler.Compile(SourceFolder.Course(Folder, Name), new CompileOptions())
    );

    [Fact(DisplayName = "A ported course with formulas and pictures builds without a finding")]
    public void Builds()
    {
        Assert.Empty(Built.Value.Diagnostics.Select(DiagnosticText.Format));
        AnswerKey keys = AnswerKey.In(Folder);
        Assert.Equal(15, keys.All.Count);
        Assert.Equal(
            "gap-fill matching multiple-choice numeric ordering single-choice true-false",
            string.Join(' ', keys.All.Select(answers => answers.Question.Slug).Distinct().Order(StringComparer.Ordinal))
        );
    }

    [Fact(DisplayName = "A ported course with formulas and pictures is passed without a single LMS error code")]
    public async Task Passes()
    {
        AnswerKey keys = AnswerKey.In(Folder);
        await using Launch launch = await Launch.Start(run.Browser, Built.Value);
        CoursePage course = launch.Course;
        foreach (Answers check in keys.All.Where(answers => answers.Page != keys.AssessmentPage))
        {
            await course.GoTo(check.Page);
            await course.Answer(check.Question, right: false);
            await course.Check(check.Id);
            await Assertions.Expect(course.Verdict(check.Id)).ToHaveAttributeAsync("data-verdict", NotRight());
            await course.Question(check.Id).Locator("[data-again]").ClickAsync();
            await course.Answer(check.Question, right: true);
            await course.Check(check.Id);
            await Assertions.Expect(course.Verdict(check.Id)).ToHaveAttributeAsync("data-verdict", "right");
        }
        await course.GoTo(keys.AssessmentPage);
        foreach (Answers item in await course.Asked(keys))
            await course.Answer(item.Question, right: true);
        await course.HandIn();
        await Assertions.Expect(course.Results).ToHaveAttributeAsync("data-passed", "true");
        Assert.Equal("passed", await launch.Stored("cmi.core.lesson_status"));
        Assert.Equal("100", await launch.Stored("cmi.core.score.raw"));
        await launch.NoErrorCodes();
    }

    private static System.Text.RegularExpressions.Regex NotRight() => new("^(wrong|partly)$");

    [Theory(DisplayName = "A ported course with formulas and pictures fits every window, and axe finds no fault")]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1100, ColorScheme.Dark)]
    public async Task Fits(int width, ColorScheme scheme)
    {
        var options = new LaunchOptions
        {
            Lms = "none",
            Width = width,
            Height = 800,
            Scheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        };
        await using Launch launch = await Launch.Start(run.Browser, Built.Value, options);
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            await Axe.Clean(launch.Page, page);
            Assert.Empty(await launch.Course.TooWide());
        }
    }

    [Fact(DisplayName = "A ported course prints every question with its formulas and pictures, on paper of two sizes")]
    public async Task Prints()
    {
        AnswerKey keys = AnswerKey.In(Folder);
        await using Launch launch = await Launch.Start(run.Browser, Built.Value, new() { Width = 700, Height = 900 });
        await launch.Page.GotoAsync("http://lms.test/course/print.html");
        await launch.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (Answers answers in keys.All)
            await Assertions.Expect(launch.Page.Locator($"#q-{answers.Id}")).ToBeVisibleAsync();
        string[] faults = await launch.Page.EvaluateAsync<string[]>(
            """
            () => {
              const faults = [];
              const formulas = [...document.querySelectorAll("math")];
              const pictures = [...document.images];
              if (formulas.length < 60) faults.push(`${formulas.length} formulas`);
              if (pictures.length < 9) faults.push(`${pictures.length} pictures`);
              const right = document.documentElement.clientWidth + 0.5;
              for (const one of [...formulas, ...pictures]) {
                const box = one.getBoundingClientRect();
                if (box.width < 2 || box.height < 2 || box.left < -0.5 || box.right > right)
                  faults.push(one.outerHTML.slice(0, 200));
              }
              for (const one of pictures) if (one.naturalWidth === 0) faults.push(one.src);
              return faults;
            }
            """
        );
        Assert.Empty(faults);
        foreach (string format in (string[])["A4", "Letter"])
        {
            byte[] paper = await launch.Page.PdfAsync(new() { Format = format });
            Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(paper, 0, 4));
        }
    }
}

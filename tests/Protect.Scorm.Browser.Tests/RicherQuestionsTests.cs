using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Pictures and blocks in questions, and answers that are not only right or wrong.</summary>
public sealed class RicherQuestionsTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static readonly Lazy<CompileResult> Made = new(() =>
        Courses.Made(
            new()
            {
                ["course.yaml"] =
                    "id: richer\nversion: 1.0.0\nlanguage: en\ntitle: Made\ndescription: D.\nduration: 5\n"
                    + "licence: MIT\nauthors: [A]\nmodules: [one]\n",
                ["media/a.svg"] =
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height=\"160\" viewBox=\"0 0 32 16\">"
                    + "<path d=\"M0 0h32v16z\"/></svg>",
                ["modules/one.yaml"] = """
                id: one
                title: One
                pages:
                  - id: start
                    title: Start
                    blocks:
                      - {type: text, body: Read this.}
                  - id: last
                    title: Last
                    assessment:
                      pass_mark: 50
                      credit: share
                      shuffle_questions: false
                      shuffle_options: false
                      questions:
                        - type: single-choice
                          id: half
                          blocks:
                            - {type: image, src: media/a.svg, alt: A slope.}
                            - type: tabs
                              items:
                                - {title: First, body: One side.}
                                - {title: Second, body: The other side.}
                          prompt: Which way is down?
                          weight: 3
                          options:
                            - {text: To the left, correct: true, picture: {src: media/a.svg, alt: An arrow.}}
                            - {text: Nearly left, credit: 0.5}
                            - {text: To the right}
                        - type: single-choice
                          id: mixed
                          prompt: Which?
                          shuffle: true
                          accept_any: true
                          options:
                            - {text: A, correct: true}
                            - {text: B, pin: last}
                            - {text: C, correct: true}
                            - {text: D}
                            - {text: E}
                        - type: categorise
                          id: both
                          prompt: What is it?
                          categories:
                            - {title: Animal, items: [Cat]}
                            - {title: Tool, items: [Hammer]}
                          shared:
                            - {item: Bat, categories: [1, 2]}

                """,
            }
        )
    );

    private async Task<Launch> Start(LaunchOptions? options = null)
    {
        Launch launch = await Launch.Start(run.Browser, Made.Value, options);
        await launch.Course.GoTo("last");
        return launch;
    }

    private static Task Select(CoursePage course, int part, string text) =>
        course
            .Question("both")
            .Locator($"[data-part='{part}'] select")
            .SelectOptionAsync(new SelectOptionValue { Label = text });

    [Fact(DisplayName = "An assessment shows what a question is about, and the focus goes there before the question")]
    public async Task MaterialFirst()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        await course.Choose("half", 0);
        await course.Frame.Locator("[data-step-next]").ClickAsync();
        await course.Frame.Locator("[data-step-back]").ClickAsync();
        ILocator about = course.Question("half").GetByRole(AriaRole.Group, new() { Name = "For this question" });
        await Assertions.Expect(about).ToBeFocusedAsync();
        await Assertions.Expect(about.GetByRole(AriaRole.Img, new() { Name = "A slope." })).ToBeVisibleAsync();
        await Assertions
            .Expect(course.Question("half").GetByRole(AriaRole.Radio, new() { Name = "An arrow. To the left" }))
            .ToBeCheckedAsync();
        await Axe.Clean(launch.Page, "material");
        Assert.Empty(await course.TooWide());
        // After the answers were sent the question is closed, and what it is about can still be read.
        await course.HandIn();
        await course.Frame.Locator("[data-submit-anyway]").ClickAsync();
        await Assertions.Expect(course.Question("half").Locator("[data-answer] input").First).ToBeDisabledAsync();
        ILocator second = about.GetByRole(AriaRole.Tab, new() { Name = "Second" });
        await second.ClickAsync();
        await Assertions.Expect(about.GetByText("The other side.")).ToBeVisibleAsync();
        await launch.NoErrorCodes();
    }

    [Fact(
        DisplayName = "Credit, accepted options and shared items count in the score, in words and in the LMS, "
            + "and are kept"
    )]
    public async Task Counted()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        await course.Choose("half", 1);
        await course.Choose("mixed", 2);
        await course.Reach("both");
        await Select(course, 0, "Animal");
        await Select(course, 1, "Tool");
        await Select(course, 2, "Tool");
        await launch.Again();
        course = launch.Course;
        await course.HandIn();
        await Assertions.Expect(course.Results).ToContainTextAsync("\u20663\u00a01/2\u2069 of 5");
        await Assertions.Expect(course.Verdict("half")).ToHaveAttributeAsync("data-verdict", "partly");
        await Assertions.Expect(course.Verdict("half")).ToContainTextAsync("\u20661\u00a01/2\u2069 of 3 points.");
        await Assertions.Expect(course.Question("half").Locator("[data-mark]")).ToHaveCountAsync(0);
        await Assertions.Expect(course.Verdict("mixed")).ToHaveAttributeAsync("data-verdict", "right");
        await Assertions.Expect(course.Verdict("both")).ToHaveAttributeAsync("data-verdict", "right");
        Assert.Equal("70", await launch.Stored("cmi.core.score.raw"));
        Call[] sets = [.. (await launch.Calls()).Where(call => call.Name == "LMSSetValue")];
        Assert.Equal("b wrong a", Reported("half"));
        Assert.Equal("c correct c", Reported("mixed"));
        Assert.Equal("1.a,2.b,3.b correct 1.a,2.b,3.b", Reported("both"));
        await launch.NoErrorCodes();

        string Reported(string id)
        {
            string entry = sets.Last(call => call.Args[1].StartsWith($"{id}_", StringComparison.Ordinal)).Args[0][..^3];
            string Value(string name) => sets.Last(call => call.Args[0] == $"{entry}.{name}").Args[1];
            return $"{Value("student_response")} {Value("result")} {Value("correct_responses.0.pattern")}";
        }
    }

    [Fact(DisplayName = "A pinned option stays last while the others change places, whatever the assessment says")]
    public async Task Pinned()
    {
        var orders = new HashSet<string>();
        for (int launched = 0; launched < 6; launched++)
        {
            await using Launch launch = await Start();
            orders.Add(await Order(launch, "mixed"));
            Assert.Equal("0 1 2", await Order(launch, "half"));
        }
        Assert.True(orders.Count > 1, "The options are always in the same order.");
        Assert.All(orders, order => Assert.EndsWith(" 1", order));

        static Task<string> Order(Launch launch, string question) =>
            launch.Course.Frame.EvaluateAsync<string>(
                $"[...document.querySelectorAll(\"form[data-question='{question}'] [data-option]\")]"
                    + ".map((option) => option.dataset.option).join(\" \")"
            );
    }
}

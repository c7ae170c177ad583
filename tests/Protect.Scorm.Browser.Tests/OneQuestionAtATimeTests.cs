using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>An assessment shows one question at a time, and an overview before the answers are sent.</summary>
public sealed class OneQuestionAtATimeTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static CompileResult Made(string settings) =>
        MadeCourse.Of(
            "steps",
            "  - id: start\n    title: Start\n    blocks:\n      - {type: text, body: Read this.}\n"
                + "  - id: last\n    title: Last\n    assessment:\n      pass_mark: 50\n"
                + "      shuffle_questions: false\n"
                + $"      shuffle_options: false\n{settings}      questions:\n"
                + "        - {type: true-false, id: a, prompt: A?, answer: true}\n"
                + "        - {type: true-false, id: b, prompt: B?, answer: true}\n"
                + "        - type: categorise\n          id: c\n          prompt: C?\n          categories:\n"
                + "            - {title: Warm, items: [Tea, Soup]}\n            - {title: Cold, items: [Ice]}\n"
        );

    private async Task<Launch> Start(string settings = "", LaunchOptions? options = null)
    {
        Launch launch = await Launch.Start(run.Browser, Made(settings), options);
        if (options?.JavaScript != false)
            await launch.Course.GoTo("last");
        return launch;
    }

    private static Task<string[]> Visible(CoursePage course) =>
        course.Frame.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('[data-questions] form')]"
                + ".filter((form) => form.getClientRects().length > 0).map((form) => form.dataset.question)"
        );

    private static ILocator Step(CoursePage course, string name) => course.Frame.Locator($"[data-{name}]:visible");

    [Fact(
        DisplayName = "One question shows at a time; the overview names the open and the marked ones and leads to each"
    )]
    public async Task Steps()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        Assert.Equal(["a"], await Visible(course));
        await Assertions.Expect(course.Submit).ToHaveCountAsync(0);
        await course.Choose("a", 0);
        await Step(course, "step-next").ClickAsync();
        Assert.Equal(["b"], await Visible(course));
        await Assertions.Expect(course.Question("b").Locator("fieldset").First).ToBeFocusedAsync();
        await Assertions
            .Expect(course.Question("b").GetByRole(AriaRole.Group, new() { NameRegex = new("Question 2 of 3.*B\\?") }))
            .ToBeVisibleAsync();
        await Step(course, "mark-review").ClickAsync();
        await Assertions.Expect(Step(course, "mark-review")).ToHaveAttributeAsync("aria-pressed", "true");
        await Step(course, "step-overview").ClickAsync();
        Assert.Empty(await Visible(course));
        await Assertions
            .Expect(course.Frame.Locator("[data-overview]"))
            .ToMatchAriaSnapshotAsync(
                """
                - navigation "Overview of my answers":
                  - heading "Overview of my answers" [level=3]
                  - list:
                    - listitem:
                      - button "Question 1 of 3 answered"
                    - listitem:
                      - button "Question 2 of 3 not answered yet, marked for review"
                    - listitem:
                      - button "Question 3 of 3 not answered yet"
                """
            );
        await Axe.Clean(launch.Page, "overview");
        await course.Frame.Locator("[data-go-to=b]").ClickAsync();
        Assert.Equal(["b"], await Visible(course));
        await Step(course, "step-back").ClickAsync();
        Assert.Equal(["a"], await Visible(course));
        await launch.Again();
        Assert.Equal(["b"], await Visible(launch.Course)); // the first without an answer
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "The overview asks once before it sends open questions, and the results show all questions")]
    public async Task HandIn()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        await course.Choose("a", 0);
        await course.HandIn();
        await Assertions.Expect(course.Frame.Locator("[data-unanswered]")).ToContainTextAsync("2 questions");
        await Assertions.Expect(course.Results).ToHaveCountAsync(0);
        await course.Frame.Locator("[data-submit-anyway]").ClickAsync();
        await Assertions.Expect(course.Results).ToHaveAttributeAsync("data-passed", "false");
        Assert.Equal(["a", "b", "c"], await Visible(course));
        await Assertions.Expect(course.Frame.Locator("[data-steps]")).ToBeHiddenAsync();
        await course.Retry.ClickAsync();
        Assert.Equal(["a"], await Visible(course));
        await launch.NoErrorCodes();
    }

    [Fact(
        DisplayName = "By keyboard a question takes three keys: to the answer, the choice, Enter for the next question"
    )]
    public async Task Keys()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        await course.Question("a").Locator("input").First.FocusAsync();
        await Press("Space", "Enter");
        Assert.Equal(["b"], await Visible(course));
        await Press("Tab", "Space", "Enter");
        Assert.Equal(["c"], await Visible(course));
        Assert.Equal(
            "0",
            await launch.Course.Frame.EvaluateAsync<string>(
                "document.querySelector('form[data-question=b] input:checked').value"
            )
        );

        async Task Press(params string[] keys)
        {
            foreach (string key in keys)
                await launch.Page.Keyboard.PressAsync(key);
        }
    }

    [Fact(DisplayName = "With layout: page all questions show together, and open ones are linked before sending")]
    public async Task LongPage()
    {
        await using Launch launch = await Start("      layout: page\n");
        CoursePage course = launch.Course;
        Assert.Equal(["a", "b", "c"], await Visible(course));
        await Assertions.Expect(course.Frame.Locator("[data-steps], [data-overview]")).ToHaveCountAsync(0);
        await course.Choose("a", 0);
        await course.Submit.ClickAsync();
        await Assertions.Expect(course.Frame.Locator("[data-unanswered] a")).ToHaveCountAsync(2);
    }

    [Theory(DisplayName = "Feedback at once works in both layouts: the verdict is in place and the focus goes on")]
    [InlineData("", "[data-step-next]")]
    [InlineData("      layout: page\n", "form[data-question=b] fieldset")]
    public async Task AtOnce(string layout, string focused)
    {
        await using Launch launch = await Start($"      feedback: now\n{layout}");
        CoursePage course = launch.Course;
        await course.Question("a").Locator("input").First.FocusAsync();
        await launch.Page.Keyboard.PressAsync("Space");
        await launch.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(course.Verdict("a")).ToHaveAttributeAsync("data-verdict", "right");
        await Assertions.Expect(course.Question("a").Locator("[data-mark=right] + [data-result]")).ToHaveCountAsync(1);
        await Assertions.Expect(course.Frame.Locator(focused).First).ToBeFocusedAsync();
        await Assertions.Expect(course.Question("a").Locator("input").First).ToBeDisabledAsync();
        await Axe.Clean(launch.Page, "feedback at once");
    }

    [Fact(DisplayName = "Print, and a browser without JavaScript, show all questions of an assessment")]
    public async Task Print()
    {
        await using (Launch launch = await Start())
        {
            await launch.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            Assert.Equal(["a", "b", "c"], await Visible(launch.Course));
        }
        await using Launch without = await Start(options: new LaunchOptions { Lms = "none", JavaScript = false });
        Assert.Equal(3, await without.Page.Locator("[data-questions] form").CountAsync());
        foreach (ILocator form in await without.Page.Locator("[data-questions] form").AllAsync())
            await Assertions.Expect(form).ToBeVisibleAsync();
    }

    [Theory(
        DisplayName = "Results are whole percent, and points, right answers and credit in words agree with the score"
    )]
    [InlineData("share", "88%", "2 of 3", "\u20662\u00a02/3\u2069 of 3", "2 of 3 right: 2/3 of 1 point.", "88.88")]
    [InlineData("whole", "66%", "2 of 3", null, "2 of 3 right. Points are given only", "66.66")]
    public async Task Results(string credit, string shown, string rights, string? points, string words, string sent)
    {
        await using Launch launch = await Start($"      credit: {credit}\n");
        CoursePage course = launch.Course;
        await course.Choose("a", 0);
        await course.Choose("b", 0);
        await course.Reach("c");
        foreach ((int part, string value) in new[] { (0, "0"), (1, "1"), (2, "1") })
            await course.Question("c").Locator($"[data-part='{part}'] select").SelectOptionAsync(value);
        await course.HandIn();
        ILocator facts = course.Results.Locator("dl");
        await Assertions.Expect(facts).ToContainTextAsync(shown);
        await Assertions.Expect(facts).ToContainTextAsync($"Right answers{rights}");
        if (points is null)
            await Assertions.Expect(facts).Not.ToContainTextAsync("Points");
        else
            await Assertions.Expect(facts).ToContainTextAsync($"Points{points}");
        Assert.DoesNotMatch(@"\d[.,]\d", await course.Results.InnerTextAsync());
        await Assertions.Expect(course.Verdict("c")).ToContainTextAsync(words);
        Assert.Equal(sent, await launch.Stored("cmi.core.score.raw"));
        await launch.NoErrorCodes();
    }
}

using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The verdict appears where the learner answered, with one main button for the next step.</summary>
public sealed class AnswerInPlaceTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    /// <summary>The filled buttons of the page and of the bar below it, by their labels.</summary>
    private const string MainButtons = """
        () => [...document.querySelectorAll("article:not([hidden]) button.main, [data-turn] button.main")]
          .filter((button) => button.getClientRects().length > 0)
          .map((button) => button.textContent.trim())
        """;

    private const string Questions = """
          - id: start
            title: Start
            blocks:
              - {type: text, body: Read this.}
          - id: single
            title: Single
            blocks:
              - type: single-choice
                id: one
                prompt: Which?
                options:
                  - {text: This one, correct: true, feedback: You saw it.}
                  - {text: That one, feedback: Look again.}
                  - {text: Another one}
                feedback: {right: Well seen., wrong: Not this.}
                source: A book, page 7.
          - id: several
            title: Several
            blocks:
              - type: multiple-choice
                id: many
                prompt: Which of these?
                options:
                  - {text: First, correct: true, feedback: The first belongs.}
                  - {text: Second, correct: true}
                  - {text: Third, feedback: The third does not.}
          - id: truth
            title: Truth
            blocks:
              - {type: true-false, id: truth-q, prompt: Is it?, answer: true}
          - id: scale
            title: Scale
            blocks:
              - {type: likert, id: scale-q, prompt: I am ready., scale: [Not yet, A little, Yes]}
          - id: number
            title: Number
            blocks:
              - {type: numeric, id: number-q, prompt: How many?, answer: 2, most: 9}
          - id: two
            title: Two
            blocks:
              - {type: true-false, id: first-q, prompt: First?, answer: true}
              - {type: true-false, id: second-q, prompt: Second?, answer: true}
          - id: between
            title: Between
            blocks:
              - {type: true-false, id: above-q, prompt: Above?, answer: true}
              - {type: text, body: Text that follows the question.}
              - {type: true-false, id: below-q, prompt: Below?, answer: true}
          - id: last
            title: Last
            blocks:
              - {type: text, body: The end.}

        """;

    private static readonly Lazy<CompileResult> Made = new(() => MadeCourse.Of("in-place", Questions));

    private Task<Launch> Start(int width = 867, int height = 666) =>
        Launch.Start(
            run.Browser,
            Made.Value,
            new LaunchOptions
            {
                Lms = "none",
                Width = width,
                Height = height,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

    [Fact(
        DisplayName = "After a check the chosen option has its mark in words, and the verdict is directly beneath it"
    )]
    public async Task BeneathTheOption()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        await course.GoTo("single");
        await course.Choose("one", 1);
        await course.Check("one");
        ILocator chosen = course.Question("one").Locator("[data-option='1']");
        await Assertions.Expect(chosen).ToHaveAttributeAsync("data-mark", "wrong");
        await Assertions.Expect(chosen.Locator("label")).ToContainTextAsync("Not quite");
        await Assertions.Expect(chosen.Locator("label svg")).ToBeVisibleAsync();
        await Assertions.Expect(course.Question("one").Locator("[data-mark]")).ToHaveCountAsync(1);
        await Assertions.Expect(course.Verdict("one")).ToContainTextAsync("Look again.");
        LocatorBoundingBoxResult option = (await chosen.BoundingBoxAsync())!;
        LocatorBoundingBoxResult verdict = (await course.Verdict("one").BoundingBoxAsync())!;
        Assert.InRange(verdict.Y - (option.Y + option.Height), 0, 20);
        LocatorBoundingBoxResult after = (
            await course.Question("one").Locator("[data-option='2']").BoundingBoxAsync()
        )!;
        LocatorBoundingBoxResult other = (
            await course.Question("one").Locator("[data-option='0']").BoundingBoxAsync()
        )!;
        Assert.Contains(new[] { after, other }, box => box.Y < option.Y || box.Y >= verdict.Y + verdict.Height);
        await Assertions
            .Expect(course.Question("one").GetByRole(AriaRole.Radio, new() { Name = "That one Not quite" }))
            .ToBeCheckedAsync();
    }

    [Fact(DisplayName = "The source is folded in below the verdict and opens by keyboard")]
    public async Task FoldedSource()
    {
        await using Launch launch = await Start();
        await launch.Course.GoTo("single");
        await launch.Course.Choose("one", 0);
        await launch.Course.Check("one");
        ILocator source = launch.Course.Verdict("one").Locator("details");
        await Assertions.Expect(source.GetByText("A book")).ToBeHiddenAsync();
        await source.Locator("summary").FocusAsync();
        await launch.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(source.GetByText("A book")).ToBeVisibleAsync();
    }

    [Fact(DisplayName = "With several choices each one has its mark and its feedback, which describes the box to tick")]
    public async Task EachChoice()
    {
        await using Launch launch = await Start();
        await launch.Course.GoTo("several");
        await launch.Course.Choose("many", 0, 2);
        await launch.Course.Check("many");
        ILocator form = launch.Course.Question("many");
        await Assertions.Expect(form.Locator("[data-option='0']")).ToHaveAttributeAsync("data-mark", "right");
        await Assertions.Expect(form.Locator("[data-option='2']")).ToHaveAttributeAsync("data-mark", "wrong");
        await Assertions.Expect(form.Locator("[data-option='1'][data-mark]")).ToHaveCountAsync(0);
        await Assertions.Expect(form.Locator("[data-option='0']")).ToContainTextAsync("The first belongs.");
        await Assertions
            .Expect(form.Locator("[data-option='2'] input"))
            .ToHaveAccessibleDescriptionAsync("The third does not.");
        await form.Locator("[data-again]").ClickAsync();
        await Assertions.Expect(form.Locator("[data-mark], .about-choice, [aria-describedby^=q-]")).ToHaveCountAsync(0);
    }

    [Theory(DisplayName = "A screen reader hears a verdict once: one live region, in its place before the check")]
    [InlineData("single", "one", 1)]
    [InlineData("several", "many", 2)]
    [InlineData("truth", "truth-q", 1)]
    [InlineData("scale", "scale-q", 1)]
    public async Task HeardOnce(string page, string id, int option)
    {
        await using Launch launch = await Start();
        await launch.Course.GoTo(page);
        await launch.Course.Choose(id, option);
        await launch.Course.Frame.EvaluateAsync(
            """
            (id) => {
              window.heard = [];
              window.moved = 0;
              const form = document.querySelector(`form[data-question="${id}"]`);
              new MutationObserver((changes) => {
                for (const { target, addedNodes } of changes) {
                  if ([...addedNodes].some((node) => node.matches?.("[role=status], [aria-live]"))) window.moved++;
                  const region = (target.closest ? target : target.parentElement).closest("[role=status], [aria-live]");
                  if (region && addedNodes.length > 0) window.heard.push(region.textContent.trim());
                }
              }).observe(document.body, { childList: true, subtree: true, characterData: true });
            }
            """,
            id
        );
        await launch.Course.Check(id);
        await Assertions.Expect(launch.Course.Verdict(id)).ToBeVisibleAsync();
        string verdict = (await launch.Course.Verdict(id).TextContentAsync())!.Trim();
        Assert.Equal(0, await launch.Course.Frame.EvaluateAsync<int>("window.moved"));
        Assert.Equal([verdict], await launch.Course.Frame.EvaluateAsync<string[]>("window.heard"));
    }

    [Theory(
        DisplayName = "After a check the verdict is in view, also in low frames and on phones, below the sticky bar"
    )]
    [InlineData(900, 500)]
    [InlineData(667, 375)]
    [InlineData(390, 844)]
    public async Task InView(int width, int height)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions
            {
                Lms = "none",
                Width = width,
                Height = height,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        CoursePage course = launch.Course;
        int seen = 0;
        foreach (Answers item in AnswerKey.Of("showcase").Checks)
        {
            await course.GoTo(item.Page);
            ILocator covered = course.Article.Locator("[data-note-whole]:visible");
            if (await covered.CountAsync() > 0)
                await covered.ClickAsync();
            await course.Choose(item.Id, item.Wrong);
            await course.Check(item.Id);
            await Assertions.Expect(course.Verdict(item.Id)).ToBeVisibleAsync();
            string place = await course.Frame.EvaluateAsync<string>(
                """
                (id) => {
                  const box = document.querySelector(`form[data-question="${id}"] [data-verdict] .headline`)
                    .getBoundingClientRect();
                  const x = box.left + box.width / 2;
                  const isOn = (y) => !!document.elementFromPoint(x, y)?.closest(".headline");
                  const isIn = isOn(box.top + 2) && isOn(box.bottom - 2);
                  return isIn ? "" : `${box.top} to ${box.bottom} of ${innerHeight}`;
                }
                """,
                item.Id
            );
            Assert.True(place.Length == 0, $"{item.Id} at {width}×{height}: {place}");
            seen++;
        }
        Assert.True(seen >= 3, $"{seen} questions");
    }

    [Fact(DisplayName = "A page has one main button: Check, then Try again or Next; the page's own Next comes last")]
    public async Task OneMainButton()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        await Main("Next");
        await course.GoTo("single");
        await Main("Check my answer");
        await course.Choose("one", 1);
        await course.Check("one");
        await Main("Try again");
        await course.Question("one").Locator("[data-again]").ClickAsync();
        await Main("Check my answer");
        await course.Choose("one", 0);
        await course.Check("one");
        await Main("Next");
        await course.Question("one").Locator("[data-onward]").ClickAsync();
        Assert.Equal("several", await course.PageId());
        await course.GoTo("single");
        await Main("Next");
        await Assertions.Expect(course.Question("one").Locator("button:visible")).ToHaveCountAsync(0);

        await course.GoTo("two");
        await course.Choose("first-q", 0);
        await course.Check("first-q");
        await Main("Next question", "Check my answer");
        await course.Question("first-q").Locator("[data-onward]").ClickAsync();
        await Main("Check my answer");
        await Assertions.Expect(course.Question("second-q").Locator("fieldset").First).ToBeFocusedAsync();
        await course.Choose("second-q", 0);
        await course.Check("second-q");
        await course.Question("second-q").Locator("[data-onward]").ClickAsync();
        Assert.Equal("between", await course.PageId());

        async Task Main(params string[] labels) =>
            Assert.Equal(labels, await course.Frame.EvaluateAsync<string[]>(MainButtons));
    }

    [Fact(DisplayName = "Text that follows a question is not skipped: its button goes on to the text")]
    public async Task NothingSkipped()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        await course.GoTo("between");
        await course.Choose("below-q", 0);
        await course.Check("below-q");
        ILocator onward = course.Question("below-q").Locator("[data-onward]");
        await Assertions.Expect(onward).ToHaveTextAsync("Next question"); // the one above is still open
        await course.Choose("above-q", 0);
        await course.Check("above-q");
        await Assertions.Expect(onward).ToBeHiddenAsync();
        ILocator goOn = course.Question("above-q").Locator("[data-onward]");
        await Assertions.Expect(goOn).ToHaveTextAsync("Go on");
        await goOn.ClickAsync();
        Assert.Equal("between", await course.PageId());
        Assert.Contains(
            "Text that follows",
            await course.Frame.EvaluateAsync<string>("document.activeElement.textContent"),
            StringComparison.Ordinal
        );
    }

    [Fact(DisplayName = "An opinion is saved, not checked, and nothing about it is right or wrong")]
    public async Task Opinions()
    {
        await using Launch launch = await Start();
        ILocator form = launch.Course.Question("scale-q");
        await launch.Course.GoTo("scale");
        await Assertions.Expect(form.Locator("[data-check]")).ToHaveTextAsync("Save my answer");
        await launch.Course.Choose("scale-q", 1);
        await launch.Course.Check("scale-q");
        await Assertions.Expect(launch.Course.Verdict("scale-q")).ToHaveTextAsync("Saved. Thank you.");
        await Assertions.Expect(form.Locator("[data-mark]")).ToHaveCountAsync(0);
        await Assertions.Expect(form.Locator("[data-again]")).ToBeHiddenAsync();
        await Assertions.Expect(form.Locator("[data-onward]")).ToBeFocusedAsync();
    }

    [Fact(DisplayName = "A whole module by keyboard: four keys from a question to the next page, and one per option")]
    public async Task KeysCounted()
    {
        await using Launch launch = await Start();
        CoursePage course = launch.Course;
        IKeyboard keyboard = launch.Page.Keyboard;
        await course.Next.FocusAsync();
        await keyboard.PressAsync("Enter");
        // From the heading of the page: a key to the first field, the answer, the check, the next page.
        (string Page, string[] Keys)[] path =
        [
            ("single", ["Tab", "", "Enter", "Enter"]),
            ("several", ["Tab", "", "Enter", "Enter"]),
            ("truth", ["Tab", "Space", "Enter", "Enter"]),
            ("scale", ["Tab", "Space", "Enter", "Enter"]),
            ("number", ["Tab", "2", "Enter", "Enter"]),
        ];
        foreach ((string page, string[] keys) in path)
        {
            Assert.Equal(page, await course.PageId());
            await Assertions.Expect(course.Heading).ToBeFocusedAsync();
            int pressed = 0;
            int onTheWay = 0;
            foreach (string key in keys)
            {
                // The order of options is different at each launch: the answer may need more than one key.
                string[] all = key.Length > 0 ? [key] : await AnswerKeys();
                onTheWay += all.Length - 1;
                foreach (string one in all)
                    await Press(one);
                pressed += all.Length;
            }
            Assert.InRange(onTheWay, 0, keys.Contains("") ? 4 : 0);
            Assert.Equal(4, pressed - onTheWay);
        }
        Assert.Equal("two", await course.PageId());
        int count = 0;
        foreach (string key in new[] { "Tab", "Space", "Enter", "Enter", "Tab", "Space", "Enter", "Enter" })
        {
            await Press(key);
            count++;
        }
        Assert.Equal("between", await course.PageId());
        Assert.Equal(8, count); // two questions: four keys each

        Task Press(string key) => keyboard.PressAsync(key);

        // Tab or arrow keys and Space that choose the right options, from the first option on.
        async Task<string[]> AnswerKeys() =>
            await course.Frame.EvaluateAsync<string[]>(
                """
                () => {
                  const inputs = [...document.querySelectorAll("article:not([hidden]) [data-option] input")];
                  const right = inputs.map((input) => /This one|First|Second/.test(input.closest("label").textContent));
                  const last = right.lastIndexOf(true);
                  if (inputs[0].type === "radio") return last === 0 ? ["Space"] : Array(last).fill("ArrowDown");
                  return right.slice(0, last + 1)
                    .flatMap((is, at) => [...(is ? ["Space"] : []), ...(at < last ? ["Tab"] : [])]);
                }
                """
            );
    }

    [Fact(DisplayName = "A key that is held down checks the answer and does not turn the page")]
    public async Task HeldKey()
    {
        await using Launch launch = await Start();
        await launch.Course.GoTo("truth");
        await launch.Course.Question("truth-q").Locator("input").First.FocusAsync();
        await launch.Page.Keyboard.PressAsync("Space");
        for (int repeat = 0; repeat < 5; repeat++)
            await launch.Page.Keyboard.DownAsync("Enter"); // all but the first are repeats
        await launch.Page.Keyboard.UpAsync("Enter");
        Assert.Equal("truth", await launch.Course.PageId());
        await Assertions.Expect(launch.Course.Verdict("truth-q")).ToBeVisibleAsync();
    }

    [Fact(DisplayName = "Gaps are announced with their place and their sentence")]
    public async Task Gaps()
    {
        CompileResult course = MadeCourse.Of(
            "gaps",
            """
              - id: gaps
                title: Gaps
                blocks:
                  - type: gap-fill
                    id: gap-q
                    prompt: Complete.
                    text: Nobody waits. She says [[what]] to him. Then [[who]] goes, and [[when]].
                    gaps:
                      - {name: what, accept: [yes please]}
                      - {name: who, accept: [she], wrong: [nobody]}
                      - {name: when, accept: [soon]}

            """
        );
        await using Launch launch = await Launch.Start(run.Browser, course, new LaunchOptions { Lms = "none" });
        ILocator form = launch.Course.Question("gap-q");
        await Assertions
            .Expect(form.Locator("[data-part='0'] input"))
            .ToHaveAccessibleNameAsync("Gap 1 of 3 in: She says … to him.");
        await Assertions
            .Expect(form.Locator("[data-part='1'] select"))
            .ToHaveAccessibleNameAsync("Gap 2 of 3 in: Then … goes, and ….");
        await Assertions
            .Expect(form.Locator("[data-part='2'] input"))
            .ToHaveAccessibleNameAsync("Gap 3 of 3 in: Then … goes, and ….");
        await Axe.Clean(launch.Page, "gaps");
    }

    [Fact(DisplayName = "The tree of a checked question has the marks in the names, one status and the next step")]
    public async Task Tree()
    {
        await using Launch launch = await Start();
        await launch.Course.GoTo("truth");
        await launch.Course.Choose("truth-q", 1);
        await launch.Course.Check("truth-q");
        await Assertions
            .Expect(launch.Course.Article)
            .ToMatchAriaSnapshotAsync(
                """
                - group /Is it\?/:
                  - radio "True"
                  - radio "False Not quite" [checked]
                  - status:
                    - paragraph: Not quite
                - button "Try again"
                """
            );
        await Axe.Clean(launch.Page, "truth");
    }
}

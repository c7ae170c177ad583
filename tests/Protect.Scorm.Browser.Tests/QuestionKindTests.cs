using Microsoft.Playwright;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Every kind of question, answered by keyboard alone: right, wrong, partly right, retried, and reported to the LMS.
/// </summary>
public sealed class QuestionKindTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    /// <summary>Key presses that answer a question, from the first control of the answer on.</summary>
    private sealed record Attempt(string Verdict, Func<IPage, Task> Press);

    public static TheoryData<string, string, string, string> Kinds =>
        new()
        {
            { "one-answer", "check-greeting", "choice", "a" },
            { "several-answers", "check-calm", "choice", "a,c,d" },
            { "true-or-false", "check-adults", "true-false", "f" },
            { "match", "check-match", "matching", "1.a,2.b,3.c" },
            { "sort", "check-sort", "matching", "1.a,2.a,3.b,4.b" },
            { "order", "check-order", "sequencing", "a,b,c,d" },
            { "gaps", "check-gaps", "fill-in", "seven adults" },
            { "numbers", "check-number", "numeric", "2" },
            { "spot", "check-spot", "choice", "a" },
            { "opinions", "check-likert", "likert", "b" },
            { "scenario", "check-door", "performance", "waited" },
            { "dialogue", "check-talk", "performance", "end" },
        };

    [Theory(DisplayName = "Each kind of question is answered and retried by keyboard, and reported in its own type")]
    [MemberData(nameof(Kinds))]
    public async Task ByKeys(string page, string id, string type, string response)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { ReducedMotion = ReducedMotion.Reduce }
        );
        await launch.Course.GoTo(page);
        ILocator form = launch.Course.Question(id);
        int tries = 0;
        foreach (Attempt attempt in Attempts(id))
        {
            if (tries++ > 0 && await form.Locator("[data-again]").IsVisibleAsync())
            {
                await form.Locator("[data-again]").FocusAsync();
                await launch.Page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(form.Locator("[data-verdict]")).ToHaveCountAsync(0);
            }
            await form.Locator("[data-answer] input, [data-answer] select, [data-answer] button").First.FocusAsync();
            await attempt.Press(launch.Page);
            if (await form.Locator("[data-check]").IsVisibleAsync())
            {
                await form.Locator("[data-check]").FocusAsync();
                await launch.Page.Keyboard.PressAsync("Enter");
                if ((await form.Locator("[data-missing]").TextContentAsync())!.StartsWith("Still empty"))
                {
                    await form.Locator("[data-check]").FocusAsync();
                    await launch.Page.Keyboard.PressAsync("Enter");
                }
            }
            await Assertions.Expect(launch.Course.Verdict(id)).ToHaveAttributeAsync("data-verdict", attempt.Verdict);
        }
        Call[] sets = [.. (await launch.Calls()).Where(call => call.Name == "LMSSetValue")];
        string[] entries =
        [
            .. sets.Where(call =>
                    call.Args[0].EndsWith(".id", StringComparison.Ordinal)
                    && call.Args[1].StartsWith(id + "_", StringComparison.Ordinal)
                    && !call.Args[1].Contains("sure", StringComparison.Ordinal)
                )
                .Select(call => call.Args[0][..^3]),
        ];
        Assert.Equal(Attempts(id).Count, entries.Length);
        Assert.Equal(type, sets.Last(call => call.Args[0] == entries[^1] + ".type").Args[1]);
        Assert.Equal(response, sets.Last(call => call.Args[0] == entries[^1] + ".student_response").Args[1]);
        Assert.Equal(
            type == "likert" ? "neutral" : "correct",
            sets.Last(call => call.Args[0] == entries[^1] + ".result").Args[1]
        );
        await launch.NoErrorCodes();

        // The answer is restored after the tab was closed.
        await launch.Again();
        await Assertions
            .Expect(launch.Course.Verdict(id))
            .ToHaveAttributeAsync("data-verdict", Attempts(id)[^1].Verdict);
        await launch.NoErrorCodes();
    }

    private static IReadOnlyList<Attempt> Attempts(string id)
    {
        static Func<IPage, Task> Choose(string id, params string[] words) =>
            async page =>
            {
                foreach ((string word, int part) in words.Select((word, part) => (word, part)))
                {
                    await page.Frames[^1]
                        .Locator($"form[data-question='{id}'] [data-part='{part}'] select")
                        .FocusAsync();
                    await page.Keyboard.TypeAsync(word);
                    await page.Keyboard.PressAsync("Enter");
                }
            };
        return id switch
        {
            "check-greeting" => [new("wrong", Mark(id, 1)), new("right", Mark(id, 0))],
            "check-calm" => [new("wrong", Mark(id, 1)), new("partly", Mark(id, 0)), new("right", Mark(id, 0, 2, 3))],
            "check-adults" => [new("wrong", Mark(id, 0)), new("right", Mark(id, 1))],
            "check-match" =>
            [
                new("wrong", Choose(id, "The k", "The c")),
                new("partly", Choose(id, "The d", "The c", "The a")),
                new("right", Choose(id, "The d", "The k", "The c")),
            ],
            "check-sort" =>
            [
                new("wrong", Choose(id, "W", "W")),
                new("partly", Choose(id, "S", "W", "W", "S")),
                new("right", Choose(id, "S", "S", "W", "W")),
            ],
            "check-order" =>
            [
                new("partly", Sort(id, 3, 1, 2, 0)),
                new("wrong", Sort(id, 3, 2, 1, 0).Then(Sort(id, 1, 0, 3, 2))),
                new("right", Sort(id, 0, 1, 2, 3)),
            ],
            "check-gaps" =>
            [
                new("wrong", Fill(id, "six", "children")),
                new("partly", Fill(id, "seven", "people")),
                new("right", Fill(id, "seven", "ADULTS")),
            ],
            "check-number" => [new("wrong", Type(id, "3")), new("right", Type(id, "2"))],
            "check-spot" => [new("wrong", Mark(id, 1)), new("partly", Mark(id, 0, 1)), new("right", Mark(id, 0))],
            "check-door" => [new("wrong", Go(id, 1, 1)), new("partly", Go(id, 0, 0)), new("right", Go(id, 0, 2))],
            "check-talk" => [new("wrong", Go(id, 1)), new("partly", Go(id, 0, 1)), new("right", Go(id, 0, 0))],
            _ => [new("noted", Mark(id, 1))],
        };

        static Func<IPage, Task> Mark(string id, params int[] options) =>
            async page =>
            {
                foreach (
                    ILocator input in await page.Frames[^1]
                        .Locator($"form[data-question='{id}'] [data-answer] input")
                        .AllAsync()
                )
                {
                    int option = int.Parse(await input.GetAttributeAsync("value") ?? "-1");
                    bool wanted = Array.IndexOf(options, option) >= 0;
                    if (await input.IsCheckedAsync() == wanted)
                        continue;
                    if (!wanted && await input.GetAttributeAsync("type") == "radio")
                        continue;
                    await input.FocusAsync();
                    await page.Keyboard.PressAsync("Space");
                }
            };
        static Func<IPage, Task> Go(string id, params int[] choices) =>
            async page =>
            {
                foreach (int choice in choices)
                {
                    await page.Frames[^1]
                        .Locator($"form[data-question='{id}'] [data-node]:not([hidden]) [data-choice='{choice}']")
                        .FocusAsync();
                    await page.Keyboard.PressAsync("Enter");
                }
            };
        static Func<IPage, Task> Sort(string id, params int[] wanted) =>
            async page =>
            {
                IFrame frame = page.Frames[^1];

                // The lines may be dealt in the order wanted here, and an order nobody touched is not an answer.
                await frame.Locator($"form[data-question='{id}'] [data-down]").First.FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                for (int place = 0; place < wanted.Length; place++)
                {
                    ILocator line = frame.Locator($"form[data-question='{id}'] [data-part='{wanted[place]}']");
                    while (
                        await line.EvaluateAsync<int>("line => [...line.parentElement.children].indexOf(line)") > place
                    )
                    {
                        await line.Locator("[data-up]").FocusAsync();
                        await page.Keyboard.PressAsync("Enter");
                    }
                }
            };
        static Func<IPage, Task> Fill(string id, string chosen, string typed) =>
            async page =>
            {
                IFrame frame = page.Frames[^1];
                await frame.Locator($"form[data-question='{id}'] select").FocusAsync();
                await page.Keyboard.TypeAsync(chosen);
                await frame.Locator($"form[data-question='{id}'] input[type=text]").FocusAsync();
                await page.Keyboard.PressAsync("Control+A");
                await page.Keyboard.TypeAsync(typed);
            };
        static Func<IPage, Task> Type(string id, string typed) =>
            async page =>
            {
                await page.Frames[^1].Locator($"form[data-question='{id}'] input[type=text]").FocusAsync();
                await page.Keyboard.PressAsync("Control+A");
                await page.Keyboard.TypeAsync(typed);
            };
    }

    [Fact(DisplayName = "Empty fields are named before they count as wrong, and right parts stay for the next try")]
    public async Task PartByPart()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.GoTo("match");
        ILocator form = launch.Course.Question("check-match");
        ILocator lists = form.Locator("select");
        await lists.Nth(0).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.Locator("[data-check]").ClickAsync();
        await Assertions
            .Expect(form.Locator("[data-missing]"))
            .ToHaveTextAsync("Still empty: 2 of 3. To check anyway, press again.");
        await Assertions.Expect(lists.Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(launch.Course.Verdict("check-match")).ToHaveCountAsync(0);
        await form.Locator("[data-check]").ClickAsync();
        await Assertions.Expect(launch.Course.Verdict("check-match")).ToHaveCountAsync(1);
        string mark = (await form.Locator("[data-part]").Nth(0).GetAttributeAsync("data-mark"))!;
        string chosen = await lists.Nth(0).InputValueAsync();
        string about = (await lists.Nth(0).GetAttributeAsync("aria-describedby"))!;
        await Assertions.Expect(form.Locator($"#{about}")).ToContainTextAsync(mark == "right" ? "Right" : "Not quite");
        await form.Locator("[data-again]").ClickAsync();
        Assert.Equal(mark == "right" ? chosen : "", await lists.Nth(0).InputValueAsync());
        await Assertions.Expect(lists.Nth(mark == "right" ? 1 : 0)).ToBeFocusedAsync();
    }

    [Fact(DisplayName = "An unfinished scenario resumes at its node, reports nothing, and hides choices not offered")]
    public async Task ScenarioInTheMiddle()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.GoTo("scenario");
        ILocator form = launch.Course.Question("check-door");
        await form.GetByRole(AriaRole.Button, new() { Name = "Say that the club is closing." }).ClickAsync();
        await Assertions.Expect(form.Locator("[data-node='1'] [data-node-text]")).ToBeFocusedAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Button, new() { Name = "Wait together" })).ToHaveCountAsync(0);
        await launch.Again();
        await Assertions.Expect(launch.Course.Question("check-door").Locator("[data-node='1']")).ToBeVisibleAsync();
        await Assertions.Expect(launch.Course.Verdict("check-door")).ToHaveCountAsync(0);
        Assert.DoesNotContain(
            await launch.Calls(),
            call => call.Name == "LMSSetValue" && call.Args[0].StartsWith("cmi.interactions.", StringComparison.Ordinal)
        );
        await launch.NoErrorCodes();
    }

    public static TheoryData<string, string> Trees =>
        new()
        {
            {
                "match",
                """
                    - group "Who looks after what on the evening? Choose an answer for each.":
                      - combobox "Ana"
                      - combobox "Bilal"
                      - combobox "Chris"
                      - group "How sure are you?":
                        - radio "Not sure"
                        - radio "Fairly sure"
                        - radio "Very sure"
                      - status
                    - status
                    - button "Check my answer"
                    """
            },
            {
                "sort",
                """
                    - group "What slows a room down, and what wakes it up? Choose an answer for each.":
                      - combobox
                    """
            },
            {
                "order",
                """
                    - group "The last half hour, step by step Put these in order with the buttons.":
                      - list:
                        - listitem:
                          - button /Move down/
                        - listitem:
                          - button /Move up/
                          - button /Move down/
                      - status
                    """
            },
            {
                "gaps",
                """
                    - combobox /Gap 1 of 2 in/
                    - text: ", and two"
                    - textbox /Gap 2 of 2 in/
                    """
            },
            {
                "numbers",
                """
                    - textbox "Your number (adults)"
                    """
            },
            {
                "spot",
                """
                    - img /A round table/
                    - checkbox "The two chairs at a corner of the table"
                    - checkbox "The window"
                    - checkbox "The lamp"
                    """
            },
            {
                "opinions",
                """
                    - group "And the parts of it? There is no right or wrong here.":
                      - group "I know the order of the evening.":
                        - radio "Not yet"
                      - group "I know whom to call.":
                        - radio "Partly"
                    """
            },
            {
                "scenario",
                """
                    - group /It is nine.* Choose what to do./:
                      - list:
                        - listitem:
                          - button "Sit down next to Kim."
                    """
            },
            {
                "dialogue",
                """
                    - group /Robin is here.* choose what you say./:
                      - list
                    """
            },
            {
                "tabs",
                """
                    - tablist "Three rooms":
                      - tab "The hall" [selected]
                      - tab "The kitchen"
                    - tabpanel "The hall"
                    """
            },
            {
                "tables",
                """
                    - region "What the cupboard holds":
                      - table "What the cupboard holds":
                        - rowgroup:
                          - row:
                            - columnheader "Shelf"
                        - rowgroup:
                          - row:
                            - rowheader "Top"
                    """
            },
            {
                "my-plan",
                """
                    - group "Step 1":
                      - textbox "What"
                      - textbox "By when"
                      - textbox "With whom"
                    """
            },
        };

    [Theory(DisplayName = "Screen readers get each part of a question with its role and name")]
    [MemberData(nameof(Trees))]
    public async Task RolesAndNames(string page, string tree)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        await launch.Course.GoTo(page);
        await Assertions.Expect(launch.Course.Article).ToMatchAriaSnapshotAsync(tree);
    }

    [Fact(DisplayName = "Right to left and at 320 pixels every kind fits and has no fault, answered or not")]
    public async Task RightToLeft()
    {
        CompileResult course = Courses.In("showcase", PseudoLanguage.Mirrored);
        await using Launch launch = await Launch.Start(
            run.Browser,
            course,
            new LaunchOptions
            {
                Lms = "none",
                Width = 320,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            await launch.Course.AnswerAll();
            string[] wide = await launch.Course.TooWide();
            Assert.True(wide.Length == 0, $"{page}: {string.Join("; ", wide)}");
            await Axe.Clean(launch.Page, page);
        }
    }

    [Fact(DisplayName = "In forced colours the focus is visible on every control of every kind")]
    public async Task ForcedColours()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none", ForcedColors = ForcedColors.Active }
        );
        await launch.Page.Keyboard.PressAsync("Tab"); // a key press makes the focus visible from now on
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            string[] unseen = await launch.Course.Frame.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll(
                  "article:not([hidden]) :is(button, input, select, textarea, summary, a[href])")]
                  .filter((control) => control.checkVisibility() && !control.matches(":disabled"))
                  .filter((control) => {
                    control.focus();
                    const around = control.closest("label") ?? control;
                    return document.activeElement === control
                      && [control, around].every((one) => getComputedStyle(one).outlineStyle === "none");
                  }).map((control) => control.outerHTML.slice(0, 80))
                """
            );
            Assert.Empty(unseen.Select(control => $"{page}: {control}"));
        }
    }

    [Fact(DisplayName = "Moving a line keeps the focus on it and announces its new position")]
    public async Task MovingIsTold()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        await launch.Course.GoTo("order");
        ILocator second = launch.Course.Question("check-order").Locator("[data-order] > li").Nth(1);
        string text = (await second.Locator("[data-text]").TextContentAsync())!.Trim();
        await second.GetByRole(AriaRole.Button, new() { Name = $"Move up: {text}" }).FocusAsync();
        await launch.Page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(launch.Course.Question("check-order").Locator("[role=status][data-moved]"))
            .ToHaveTextAsync($"{text}: now 1 of 4");
        Assert.StartsWith(
            "Move down",
            await launch.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')")
        );
    }

    [Fact(DisplayName = "In a picture question, areas and list do the same, and the list works without the picture")]
    public async Task PictureAndList()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        await launch.Course.GoTo("spot");
        ILocator form = launch.Course.Question("check-spot");
        await form.Locator("[data-area='1']").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Checkbox, new() { Name = "The window" })).ToBeCheckedAsync();
        await form.GetByRole(AriaRole.Checkbox, new() { Name = "The window" }).UncheckAsync();
        await Assertions.Expect(form.Locator("[data-area='1']")).ToHaveAttributeAsync("data-chosen", "false");
    }

    [Fact(DisplayName = "A locked page says how to open it, then opens; a pre-test lets pages count as seen")]
    public async Task Gates()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.Frame.EvaluateAsync(
            "document.querySelector('[data-menu] [data-page-link=opened]').click()"
        );
        await Assertions
            .Expect(launch.Course.Frame.Locator("[data-locked] a"))
            .ToHaveTextAsync("What belongs together");
        await launch.Course.Frame.Locator("[data-locked] a").ClickAsync();
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("What belongs together");
        await launch.Course.GoTo("opened");
        await launch.Course.GoTo("warm-up");
        string before = await launch.Course.Frame.Locator("[data-standing]").TextContentAsync() ?? "";
        await launch.Course.Choose("check-warm-up", 0);
        await launch.Course.Check("check-warm-up");
        await Assertions.Expect(launch.Course.Frame.Locator("[data-standing]")).Not.ToHaveTextAsync(before);
        await Assertions
            .Expect(launch.Course.Frame.Locator("[data-menu] [data-page-link=take-away]"))
            .ToHaveAttributeAsync("data-seen", "yes");
    }

    [Fact(DisplayName = "A wrong critical question fails an attempt at any score, and the results say so")]
    public async Task Critical()
    {
        CompileResult course = Courses.Made(
            new()
            {
                ["course.yaml"] =
                    "id: critical\nversion: 1.0.0\nlanguage: en\ntitle: Critical\ndescription: D.\nduration: 5\n"
                    + "licence: MIT\nauthors: [A]\nmodules: [one]\n",
                ["modules/one.yaml"] =
                    "id: one\ntitle: One\npages:\n  - id: last\n    title: Last\n    assessment:\n      pass_mark: 50\n"
                    + "      shuffle_questions: false\n"
                    + "      bands: [{from: 0, text: Low.}, {from: 50, text: High.}]\n"
                    + "      before_retry: Rest first.\n      questions:\n"
                    + "        - {type: true-false, id: a, prompt: A?, answer: true, critical: true}\n"
                    + "        - {type: true-false, id: b, prompt: B?, answer: true}\n"
                    + "        - {type: true-false, id: c, prompt: C?, answer: true}\n",
            }
        );
        await using Launch launch = await Launch.Start(run.Browser, course);
        foreach ((string id, int answer) in new[] { ("a", 1), ("b", 0), ("c", 0) })
            await launch.Course.Choose(id, answer);
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "false");
        await Assertions.Expect(launch.Course.Results.Locator("[data-critical]")).ToBeVisibleAsync();
        await Assertions.Expect(launch.Course.Results.Locator("[data-band-text]")).ToHaveTextAsync("High.");
        await Assertions
            .Expect(launch.Course.Results.Locator("[data-before-retry-text]"))
            .ToHaveTextAsync("Rest first.");
        Assert.Equal("incomplete", await launch.Stored("cmi.core.lesson_status"));
        await launch.Again();
        await launch.Course.Retry.ClickAsync();
        await launch.Course.Choose("a", 0);
        await launch.Course.Choose("b", 0);
        await launch.Course.HandIn();
        await launch.Course.Frame.Locator("[data-submit-anyway]").ClickAsync();
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
        Assert.Equal("passed", await launch.Stored("cmi.core.lesson_status"));
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "Immediate feedback explains an answer and locks it; feedback “never” explains nothing")]
    public async Task FeedbackTimes()
    {
        static CompileResult Course(string when) =>
            Courses.Made(
                new()
                {
                    ["course.yaml"] =
                        "id: times\nversion: 1.0.0\nlanguage: en\ntitle: Times\ndescription: D.\nduration: 5\n"
                        + "licence: MIT\nauthors: [A]\nmodules: [one]\n",
                    ["modules/one.yaml"] =
                        "id: one\ntitle: One\npages:\n  - id: last\n    title: Last\n    assessment:\n"
                        + $"      feedback: {when}\n      questions:\n"
                        + "        - {type: true-false, id: a, prompt: A?, answer: true, "
                        + "feedback: {right: So it is., wrong: It is so.}}\n"
                        + "        - {type: true-false, id: b, prompt: B?, answer: true}\n",
                }
            );
        await using (Launch now = await Launch.Start(run.Browser, Course("now")))
        {
            await now.Course.Choose("a", 0);
            await now.Course.Check("a");
            await Assertions.Expect(now.Course.Verdict("a")).ToHaveAttributeAsync("data-verdict", "right");
            await Assertions.Expect(now.Course.Question("a").Locator("input").First).ToBeDisabledAsync();
            await now.Again();
            await Assertions.Expect(now.Course.Question("a").Locator("input").First).ToBeDisabledAsync();
            await Assertions.Expect(now.Course.Question("b").Locator("input").First).ToBeEnabledAsync();
            await now.NoErrorCodes();
        }
        await using Launch never = await Launch.Start(run.Browser, Course("never"));
        await never.Course.Choose("a", 0);
        await never.Course.Choose("b", 1);
        await never.Course.HandIn();
        await Assertions.Expect(never.Course.Results).ToBeVisibleAsync();
        await Assertions.Expect(never.Course.Verdict("a")).ToHaveCountAsync(0);
    }
}

internal static class KeyPresses
{
    public static Func<IPage, Task> Then(this Func<IPage, Task> first, Func<IPage, Task> second) =>
        async page =>
        {
            await first(page);
            await second(page);
        };
}

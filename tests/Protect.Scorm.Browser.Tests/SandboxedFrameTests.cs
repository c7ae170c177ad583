using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// A frame that allows scripts and its own origin only, as in Kolibri: no forms, windows, dialogs of the browser,
/// downloads or other pages in the window.
/// </summary>
public sealed class SandboxedFrameTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static readonly LaunchOptions Sandboxed = new()
    {
        Lms = "sandboxed",
        Width = 1100,
        Height = 900,
    };

    /// <summary>Everything that a press may change and a learner can notice.</summary>
    private const string Shown = """
        () => [
          location.href,
          document.body.innerHTML,
          ...[...document.querySelectorAll("input, select, textarea")].map((one) => `${one.value} ${one.checked}`),
          ...[...document.querySelectorAll("[popover]")].map((box) => box.matches(":popover-open")),
          document.activeElement?.matches("input[type=search]"), // the search has nothing to find yet
        ].join("\n")
        """;

    /// <summary>The questions of this page whose answer was checked, and which say nothing about it.</summary>
    private const string Unchecked = """
        () => [...document.querySelectorAll("article:not([hidden]) form[data-question]")]
          .filter((form) => form.querySelector("[data-check]:not([hidden])"))
          .filter((form) => !form.querySelector("[data-verdict], .missing"))
          .map((form) => `${form.dataset.question}: checked, without a word`)
        """;

    [Fact(DisplayName = "In a sandboxed frame an answer is checked by a click and by Enter, without a form")]
    public async Task Checks()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sandboxed);
        AnswerKey keys = AnswerKey.Of("showcase");
        Answers choice = keys.Checks[0];
        await launch.Course.GoTo(choice.Page);
        await launch.Course.Choose(choice.Id, choice.Right);
        await launch.Course.Check(choice.Id);
        await Assertions.Expect(launch.Course.Verdict(choice.Id)).ToHaveAttributeAsync("data-verdict", "right");
        await launch.Course.Choose(choice.Id, choice.Wrong);
        await Assertions.Expect(launch.Course.Verdict(choice.Id)).ToHaveCountAsync(0);
        await launch.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(launch.Course.Verdict(choice.Id)).ToHaveAttributeAsync("data-verdict", "wrong");

        ILocator number = launch.Course.Frame.Locator("form[data-question]:has(input[inputmode])").First;
        string id = (await number.GetAttributeAsync("data-question"))!;
        await launch.Course.GoTo((await number.EvaluateAsync<string>("form => form.closest('article').dataset.page"))!);
        await number.Locator("input").First.FillAsync("1");
        await launch.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(launch.Course.Verdict(id)).ToHaveCountAsync(1);
    }

    [Fact(DisplayName = "In a sandboxed frame no button or link of any kind is dead: each changes or says something")]
    public async Task NothingIsDead()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sandboxed);
        launch.Tolerant = true; // browsers report what they block
        CoursePage course = launch.Course;
        await course.Next.ClickAsync();
        await course.Frame.Locator("[data-notes-button]:visible").WaitForAsync();
        var dead = new List<string>();
        int pressed = 0;

        const string controls =
            "button, a[href], summary, label:has(input[type=radio]), label:has(input[type=checkbox])";
        foreach (string page in await course.PageIds())
        {
            await course.GoTo(page);
            if (await course.Article.Locator("[data-note-whole]").CountAsync() > 0)
                await course.Article.Locator("[data-note-whole]").ClickAsync();
            await PressEach(page, Within("article[data-page]:not([hidden])", controls));
            await course.AnswerAll();
            dead.AddRange(await course.Frame.EvaluateAsync<string[]>(Unchecked));
            await PressEach(
                $"{page} with answers",
                // The answers were checked: pressed again, that button has nothing to add.
                Within(
                    "article[data-page]:not([hidden])",
                    "form button:not([data-check]), [data-submit], [data-unanswered] button"
                )
            );
            await PressEach(
                $"results of {page}",
                Within("article[data-page]:not([hidden])", "[data-results] button, [data-results] a")
            );
        }
        await course.GoTo((await course.PageIds())[1]);
        string first = (await course.PageId())!;
        await PressEach(first, ".turn button, [data-module-end] a, .bar button:not([data-leave])");
        await PressEach(first, Within("[data-menu]", controls));
        foreach (string opener in new[] { "[data-notes-button]", "[data-privacy-button]" })
        {
            await course.Frame.Locator(opener).ClickAsync();
            await PressEach(first, "dialog[open] button:not([data-close])");
            await PressEach(first, "dialog[open] [data-close]");
        }
        await course.Frame.Locator(".bar [popovertarget]").ClickAsync();
        await PressEach(first, "#support a, #support button");
        string last = (await course.PageIds())[^1];
        await course.GoTo(last);
        await PressEach(last, "[data-left] button:not([data-leave-here]), [data-left] a");
        Assert.True(dead.Count == 0, string.Join('\n', dead));
        Assert.InRange(pressed, 150, 2000);

        static string Within(string root, string list) =>
            string.Join(", ", list.Split(", ").Select(one => $"{root} {one}"));

        static async Task<bool> CannotBePressed(IElementHandle control) =>
            !await control.IsVisibleAsync()
            || await control.EvaluateAsync<bool>(
                "one => !!one.closest(':disabled, [inert]') || one.matches('[role=tab][aria-selected=true]') "
                    // A link to the page that is shown moves the focus to its top.
                    + "|| one.dataset.pageLink === document.querySelector('article:not([hidden])')?.dataset.page "
                    + "|| (one.tagName === 'LABEL' && one.control?.matches(':checked[type=radio], :disabled'))"
            );

        // The effect of the press before may hide a control at any moment: then it is not pressed.
        static async Task<bool> Press(IElementHandle control)
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    await control.ClickAsync(new ElementHandleClickOptions { Timeout = 5_000 });
                    return true;
                }
                catch (TimeoutException) when (attempt < 4)
                {
                    if (await CannotBePressed(control))
                        return false;
                }
            }
        }

        async Task PressEach(string page, string selector)
        {
            foreach (IElementHandle control in await course.Frame.QuerySelectorAllAsync(selector))
            {
                if (await CannotBePressed(control))
                    continue;
                string name = await control.EvaluateAsync<string>("one => one.outerHTML.slice(0, 160)");
                string before = await course.Frame.EvaluateAsync<string>(Shown);
                if (!await Press(control))
                    continue;
                pressed++;
                bool changed = false;
                for (int wait = 0; wait < 100 && !changed; wait++)
                {
                    if (wait > 0)
                        await Task.Delay(50);
                    changed = await course.Frame.EvaluateAsync<string>(Shown) != before;
                }
                if (!changed)
                    dead.Add($"{page}: {name}");
                ILocator close = course.Frame.Locator("dialog[open] [data-close]");
                if (!selector.StartsWith("dialog", StringComparison.Ordinal) && await close.CountAsync() > 0)
                    await close.ClickAsync();
                ILocator back = course.Frame.Locator("section.page > button"); // a document of the course, shown here
                if (await back.CountAsync() > 0)
                {
                    await back.ClickAsync();
                    await Assertions.Expect(course.Article).ToBeVisibleAsync();
                }
                if (await course.PageId() != page.Split(' ')[^1] && await course.PageId() != page.Split(' ')[0])
                    await course.GoTo(
                        page.StartsWith("results of", StringComparison.Ordinal) ? page[11..] : page.Split(' ')[0]
                    );
            }
        }
    }

    [Fact(
        DisplayName = "In a sandboxed frame “Leave quickly” empties the screen, saves, and says how to close the window"
    )]
    public async Task LeaveQuickly()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("protect"), Sandboxed);
        launch.Tolerant = true; // browsers report what they block
        await launch.Course.Leave.ClickAsync();
        ILocator closing = launch.Course.Frame.Locator("[data-closing]");
        await Assertions.Expect(closing).ToBeVisibleAsync();
        await Assertions.Expect(launch.Course.Article).ToBeHiddenAsync();
        await Assertions.Expect(closing.Locator("[data-stuck]")).ToBeVisibleAsync();
        Assert.Equal("LMSFinish", (await launch.Calls())[^1].Name);
        await closing.Locator("[data-elsewhere]").ClickAsync();
        await launch.Course.Frame.WaitForURLAsync(Launch.Away);
        Assert.StartsWith("http://lms.test/lms", launch.Page.Url, StringComparison.Ordinal);
    }
}

using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>A learner's work when the browser, the network or the LMS fails.</summary>
public sealed class SavingTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    internal static readonly CompileResult Small = Courses.Made(
        new()
        {
            ["course.yaml"] =
                "id: small\nversion: 1.0.0\nlanguage: en\ntitle: Small\ndescription: D.\nduration: 5\nlicence: MIT\n"
                + "authors: [A]\nmodules: [one]\ntracking:\n  completed_by: [pages, assessment]\n",
            ["modules/one.yaml"] = """
            id: one
            title: One
            pages:
              - id: first
                title: First
                blocks:
                  - {type: true-false, id: check, prompt: Is it so?, answer: true}
              - id: last
                title: Last
                assessment:
                  attempts: 3
                  draw: 2
                  shuffle_options: false
                  questions:
                    - {type: true-false, id: a, prompt: A?, answer: true}
                    - {type: true-false, id: b, prompt: B?, answer: true}
                    - {type: true-false, id: c, prompt: C?, answer: true}

            """,
        }
    );

    /// <summary>All steps of a learner in one script; each is logged when it is done.</summary>
    internal const string Journey = """
        () => {
          const done = [], note = (step) => {
            done.push(step);
            try { localStorage.setItem("steps", JSON.stringify(done)); } catch { /* no storage in this place */ }
          };
          const find = (selector) => document.querySelector(selector);
          const shown = () => [...document.querySelectorAll("[data-questions] form:not([hidden])")];
          find("form[data-question=check] input[value='0']").click();
          find("form[data-question=check] [data-check]").click();
          note("check");
          find("[data-next]").click();
          note("turn");
          const attempt = (value, word) => {
            shown().forEach((form, index) => {
              form.querySelector(`input[value='${value}']`).click();
              note(word + form.dataset.question);
            });
            find("[data-submit]").click();
            note(word + "sent");
          };
          attempt("1", "wrong ");
          note("again");
          find("[data-retry]").click();
          attempt("0", "right ");
          return done;
        }
        """;

    internal static async Task<string?> Eventually(Func<Task<string?>> read)
    {
        string? value = await read();
        for (int wait = 0; wait < 40 && value != "passed"; wait++)
        {
            await Task.Delay(50);
            value = await read();
        }
        return value;
    }

    [Fact(DisplayName = "Navigating to another page and back resumes at the same place")]
    public async Task BackAndForward()
    {
        await using Launch launch = await Launch.Start(run.Browser, Small);
        await launch.Course.Frame.EvaluateAsync(Journey);
        await launch.Page.GotoAsync("http://lms.test/blank");
        await launch.Page.GoBackAsync();
        CoursePage course = await launch.Reopened();
        await Assertions.Expect(course.Results).ToHaveAttributeAsync("data-passed", "true");
        await course.GoTo("first");
        await course.Choose("check", 1);
        await course.Check("check");
        await launch.Page.GotoAsync("http://lms.test/blank");
        Assert.Equal("passed", await launch.Stored("cmi.core.lesson_status"));
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "While the network is down the learner is warned; once it is back, all data is saved")]
    public async Task OfflineAndBack()
    {
        await using Launch launch = await Launch.Start(run.Browser, Small, new LaunchOptions { Clock = true });
        CoursePage course = launch.Course;
        launch.Offline = true;
        await launch.Page.EvaluateAsync("window.cut = true");
        await course.Choose("check", 0);
        await course.Check("check");
        for (int second = 0; second < 40 && !await course.Banner.IsVisibleAsync(); second++)
            await launch.Page.Clock.RunForAsync(1000);
        await Assertions.Expect(course.Banner).ToContainTextAsync("Not saved yet");
        launch.Offline = false;
        await launch.Page.EvaluateAsync("window.cut = false");
        for (
            int second = 0;
            second < 60 && !(await course.Banner.TextContentAsync())!.Contains("Saved", StringComparison.Ordinal);
            second++
        )
            await launch.Page.Clock.RunForAsync(1000);
        await Assertions.Expect(course.Banner).ToContainTextAsync("Saved");
        await launch.Again();
        await Assertions.Expect(launch.Course.Verdict("check")).ToHaveAttributeAsync("data-verdict", "right");
    }

    [Fact(DisplayName = "If saving fails completely, the learner can keep a record of the work")]
    public async Task Record()
    {
        await using Launch launch = await Launch.Start(run.Browser, Small, new LaunchOptions { Clock = true });
        CoursePage course = launch.Course;
        await launch.Page.EvaluateAsync("window.cut = true");
        await course.Frame.EvaluateAsync(Journey);
        for (int second = 0; second < 60 && await course.Banner.GetByRole(AriaRole.Button).CountAsync() == 0; second++)
            await launch.Page.Clock.RunForAsync(1000);
        await Axe.Clean(launch.Page, "banner");
        IDownload saved = await launch.Page.RunAndWaitForDownloadAsync(() =>
            course.Banner.GetByRole(AriaRole.Button).ClickAsync()
        );
        string text = await File.ReadAllTextAsync(await saved.PathAsync());
        Assert.Contains("100", text);
        Assert.Contains("passed", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact(DisplayName = "Of two windows the newer one writes, and the older one says so")]
    public async Task TwoWindows()
    {
        await using Launch launch = await Launch.Start(run.Browser, Small);
        IPage second = await launch.Page.Context.NewPageAsync();
        await second.GotoAsync("http://lms.test/lms?mode=normal&as=frame");
        await Assertions.Expect(second.FrameLocator("iframe").Locator("html.ready")).ToBeAttachedAsync();
        string[] texts =
        [
            await launch.Course.Banner.TextContentAsync() ?? "",
            await second.FrameLocator("iframe").Locator("[data-saving]").TextContentAsync() ?? "",
        ];
        Assert.Single(texts, text => text.Contains("another window", StringComparison.Ordinal));
        await Axe.Clean(launch.Page, "two windows");
    }

    [Fact(DisplayName = "Finished work that an LMS lost is offered back, and nothing is written before the answer")]
    public async Task Offered()
    {
        await using Launch launch = await Launch.Start(run.Browser, Small);
        await launch.Course.Frame.EvaluateAsync(Journey);
        await launch.Course.Frame.WaitForFunctionAsync(
            "() => Object.values(localStorage).some(text => text.includes('\"confirmed\":true'))"
        );
        await launch.Again(sameDevice: true, lost: "lms-record");
        ILocator offer = launch.Course.Frame.Locator("[data-offer]");
        await Assertions.Expect(offer).ToBeFocusedAsync();
        await Axe.Clean(launch.Page, "offer");
        Assert.DoesNotContain(
            (await launch.Calls()).Reverse().TakeWhile(call => call.Name != "LMSInitialize"),
            call => call.Name == "LMSSetValue"
        );
        await offer.Locator("[data-bring-back]").ClickAsync();
        await launch.Course.GoTo("last");
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
        Assert.Equal("passed", await Eventually(() => launch.Stored("cmi.core.lesson_status")));
    }

    [Fact(DisplayName = "A login that clears the site's localStorage takes nothing that only this device has")]
    public async Task ClearedAtLogin()
    {
        await using Launch launch = await Launch.Start(run.Browser, Small);
        launch.Offline = true;
        await launch.Course.Frame.EvaluateAsync(Journey);
        await launch.Again(sameDevice: true, login: true, lost: "lms-record");
        launch.TakeFaults(); // requests of the offline page
        await launch.Course.GoTo("last");
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
        Assert.Equal("passed", await Eventually(() => launch.Stored("cmi.core.lesson_status")));
    }

    [Fact(DisplayName = "If the LMS is on another origin, the course works alone and says why nothing is recorded")]
    public async Task Walled()
    {
        await using Launch launch = await Launch.Start(run.Browser, Small, new LaunchOptions { Lms = "elsewhere" });
        await Assertions.Expect(launch.Course.Notices).ToContainTextAsync("not its own");
        await launch.Course.Frame.EvaluateAsync(Journey);
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
    }

    [Fact(DisplayName = "An LMS gets the same data from two learners, one of whom skips every hard part")]
    public async Task NobodyIsToldApart()
    {
        async Task<string[]> Heard(Func<CoursePage, Task> onTheWay)
        {
            await using Launch launch = await Launch.Start(
                run.Browser,
                Courses.Of("showcase"),
                new LaunchOptions { SameRandoms = true, Clock = true }
            );
            // Page turns are batched for a while. The clock runs only between the steps, so that both learners batch
            // the same ones. It runs slowly enough for the request that proves a commit.
            await launch.StopClock();
            async Task Rest()
            {
                for (int part = 0; part < 20; part++)
                {
                    await launch.Page.Clock.RunForAsync(250);
                    await Task.Delay(20);
                }
            }
            await launch.Course.GoTo("with-care");
            await Rest();
            await onTheWay(launch.Course);
            await Rest();
            await launch.Course.GoTo("final-questions");
            await Rest();
            await launch.Course.Leave.ClickAsync();
            await Rest();
            await launch.Course.Frame.WaitForFunctionAsync(
                "() => document.querySelector('[data-closing-saved]').textContent !== ''"
            );
            return
            [
                .. (await launch.Calls())
                    .Where(call => call.Args.FirstOrDefault() != "cmi.core.session_time")
                    .Select(call => $"{call.Name}({string.Join(", ", call.Args)}) {call.Result}"),
            ];
        }

        string[] reader = await Heard(async course =>
        {
            ILocator note = course.Frame.Locator(".content-note");
            await note.Locator("[data-note-whole]").ClickAsync();
            await course.Choose("private-worry", 1);
            await course.Check("private-worry");
            await Assertions.Expect(course.Verdict("private-worry")).ToBeVisibleAsync();
            await course.Next.ClickAsync();
        });
        string[] skipper = await Heard(async course => await course.Frame.Locator("[data-note-skip]").ClickAsync());
        string[] shorter = await Heard(async course =>
        {
            await course.Frame.Locator("[data-note-short]").ClickAsync();
            await Assertions.Expect(course.Frame.Locator("[data-short]")).ToBeVisibleAsync();
            await Assertions.Expect(course.Question("private-worry")).ToBeHiddenAsync();
            await course.Next.ClickAsync();
        });
        Assert.Equal(reader, skipper);
        Assert.Equal(reader, shorter);
        Assert.DoesNotContain(reader, call => call.Contains("worry", StringComparison.Ordinal));
    }
}

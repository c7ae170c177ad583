using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The page of the LMS around the course's frame stays where the learner has scrolled it.</summary>
public sealed class LowFrameTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    /// <summary>Clicks as a script, because a test's own click scrolls the page of the LMS to the button.</summary>
    private const string PressAll = """
        async (selector) => {
          for (const button of document.querySelectorAll(selector)) {
            if (button.closest("[hidden]") || button.disabled || button.getClientRects().length === 0) continue;
            button.click();
            await new Promise((done) => setTimeout(done, 20));
          }
        }
        """;

    [Theory(DisplayName = "The LMS's page never scrolls: launch, page turns, answers, results, menu, dialogs, leaving")]
    [InlineData("showcase", 0)]
    [InlineData("showcase", 900)]
    [InlineData("protect", 0)]
    [InlineData("protect", 900)]
    public async Task StaysInPlace(string id, int scrolled)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of(id),
            new LaunchOptions
            {
                Lms = "low",
                Width = 1100,
                Height = 800,
            }
        );
        CoursePage course = launch.Course;
        await course.Frame.EvaluateAsync("window.print = () => {}");
        await Stays("launch", 0);
        await launch.Page.EvaluateAsync("to => scrollTo(0, to)", scrolled);
        await Task.Delay(100);
        await launch.Page.EvaluateAsync("window.scrolls = 0");

        await Press("[data-menu-button]", "the menu");
        await Press("[data-privacy-button]", "the privacy dialog");
        await Press("dialog[open] [data-close]", "closing the privacy dialog");
        await Press("[data-notes-button]", "the notes");
        await Press("dialog[open] [data-close]", "closing the notes");
        await Press(".bar [popovertarget]", "the support note");
        await Press(".skip", "the skip link");
        // A large course: every sixth page, and the assessment.
        AnswerKey keys = AnswerKey.Of(id);
        int step = keys.Pages.Count() > 60 ? 6 : 1;
        foreach (string page in keys.Pages.Where((page, at) => at % step == 0 || page == keys.AssessmentPage))
        {
            await course.GoTo(page);
            await Stays($"going to {page}", scrolled);
            await Press("article [data-note-whole]", $"the content note of {page}");
            await Press(
                "article button:not([data-submit], [data-check], [data-paper-save], [data-note-short], "
                    + "[data-note-skip])",
                $"the buttons of {page}"
            );
            await Press("article [data-check]", $"checking without an answer on {page}");
            await course.AnswerAll();
            await Stays($"answering on {page}", scrolled);
            await Press("article [data-again]", $"trying again on {page}");
            await Press("article :is([data-step-overview], [data-step-next])", $"the overview of {page}");
            await Press("article [data-submit]", $"sending the assessment of {page}");
            await Press("[data-submit-anyway]", $"sending an incomplete assessment of {page}");
            await Press("[data-retry]", $"another attempt on {page}");
        }
        await Press("[data-previous]", "the page before");
        await course.Frame.EvaluateAsync("history.back()");
        await Stays("going back in the history", scrolled);
        await Press("[data-next]", "the next page");
        await launch.Again(sameDevice: true);
        await Stays("resuming", 0);
        // “Leave quickly” of this course would replace the LMS's page.
        await launch.Course.Frame.EvaluateAsync("document.querySelector('[data-elsewhere]')?.removeAttribute('href')");
        await launch.Page.EvaluateAsync("to => scrollTo(0, to)", scrolled);
        await launch.Course.Frame.EvaluateAsync("document.querySelector('[data-leave]').click()");
        await launch.Course.Frame.Locator("[data-closing]").WaitForAsync();
        await Stays("leaving", scrolled);

        async Task Press(string selector, string what)
        {
            await course.Frame.EvaluateAsync(PressAll, selector);
            await Stays(what, scrolled);
        }

        async Task Stays(string what, int at)
        {
            await Task.Delay(60); // browsers scroll in the next frame
            Assert.True(
                await launch.Page.EvaluateAsync<int>("Math.round(scrollY)") is var now && now == at,
                $"{what}: the page of the LMS is at {now}, not at {at}"
            );
        }
    }
}

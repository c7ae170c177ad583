using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Time that “Leave quickly” takes.</summary>
[Collection(Alone.Name)]
public sealed class LeaveQuicklyTests(BrowserRun run)
{
    [Fact(
        DisplayName = "“Leave quickly” hides the course within 100 ms, saves and leaves, even if the LMS blocks "
            + "for 5 seconds"
    )]
    public async Task LeaveQuickly()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("protect"));
        CoursePage course = launch.Course;
        await course.Next.ClickAsync();
        await course.Frame.EvaluateAsync(
            """
            () => {
              const page = document.querySelector("article:not([hidden])");
              document.querySelector("[data-leave]").addEventListener("click", (event) => {
                requestAnimationFrame(() => setTimeout(() => {
                  const time = Math.round(performance.now() - event.timeStamp);
                  console.log(`log: ${time} ${page.checkVisibility()} ${document.title}`);
                }));
              }, { capture: true });
            }
            """
        );
        await launch.Page.EvaluateAsync("window.armed = true");
        await course.Leave.ClickAsync();
        await launch.Page.WaitForURLAsync(Launch.Away);
        string[] logged = Assert.Single(launch.Logged).Split(' ', 3);
        Assert.InRange(int.Parse(logged[0]), 0, 100);
        Assert.Equal("false", logged[1]);
        Assert.DoesNotContain("exploitation", logged[2]);
        Assert.Equal("LMSFinish", (await launch.Calls())[^1].Name);
        await launch.Again();
        Assert.Equal(AnswerKey.Of("protect").Pages.ElementAt(1), await launch.Course.PageId());
        await launch.NoErrorCodes();
    }
}

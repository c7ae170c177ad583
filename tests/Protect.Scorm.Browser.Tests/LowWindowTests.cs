using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>A low window: the frame of many LMSs, a phone held sideways, large text.</summary>
public sealed class LowWindowTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Faults = """
        () => {
          const faults = [];
          const turn = document.querySelector("[data-turn]").getBoundingClientRect();
          const buttons = [...document.querySelectorAll("[data-turn] button:not([hidden])")];
          for (const button of buttons) {
            const { top, bottom, left, right } = button.getBoundingClientRect();
            if (top < 0 || bottom > innerHeight + 0.5 || left < 0 || right > innerWidth + 0.5)
              faults.push(`${button.textContent} is out of the window`);
          }
          if (turn.height > innerHeight / 3.5) faults.push(`the bar at the foot is ${turn.height} high`);
          for (const picture of document.querySelectorAll("article:not([hidden]) figure:not(.hotspots) img"))
            if (picture.getBoundingClientRect().height > innerHeight / 3 + 1) faults.push(`${picture.src} is too high`);
          if (document.documentElement.scrollWidth > innerWidth) faults.push("wider than the window");
          return faults;
        }
        """;

    private const string Covered = """
        () => {
          const one = document.activeElement;
          const turn = document.querySelector("[data-turn]");
          const bar = document.querySelector("[data-bar]");
          if (!one || one === document.body || turn.contains(one) || bar.contains(one)) return "";
          if (one.closest("[data-menu], .skip")) return "";
          const { top, bottom } = one.getBoundingClientRect();
          const foot = turn.getBoundingClientRect().top, head = Math.max(0, bar.getBoundingClientRect().bottom);
          return bottom > foot + 1 && top > head
            ? `${one.outerHTML.slice(0, 90)} ends at ${bottom}, the bar begins at ${foot}`
            : "";
        }
        """;

    [Theory(DisplayName = "In a low window the page turn is in view on every page, and pictures take at most a third")]
    [InlineData(900, 500)]
    [InlineData(667, 375)]
    [InlineData(320, 256)]
    [InlineData(1280, 500)]
    public async Task TurnInView(int width, int height)
    {
        await using Launch launch = await Start(width, height);
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            string[] faults = await launch.Course.Frame.EvaluateAsync<string[]>(Faults);
            Assert.True(faults.Length == 0, $"{page}: {string.Join(", ", faults)}");
        }
    }

    [Theory(DisplayName = "The bar at the foot covers neither the focus nor the end of a page")]
    [InlineData(900, 500, 100)]
    [InlineData(667, 375, 100)]
    [InlineData(667, 375, 200)]
    public async Task NothingCovered(int width, int height, int text)
    {
        await using Launch launch = await Start(width, height);
        CoursePage course = launch.Course;
        await course.Frame.EvaluateAsync("text => (document.documentElement.style.fontSize = `${text}%`)", text);
        foreach (string page in (await course.PageIds()).Take(8))
        {
            await course.GoTo(page);
            for (int key = 0; key < 25; key++)
            {
                await launch.Page.Keyboard.PressAsync("Tab");
                Assert.Equal("", await course.Frame.EvaluateAsync<string>(Covered));
            }
            Assert.True(
                await course.Frame.EvaluateAsync<bool>(
                    """
                    () => {
                      scrollTo(0, document.documentElement.scrollHeight);
                      const end = document.querySelector("article:not([hidden])").getBoundingClientRect().bottom;
                      return end <= document.querySelector("[data-turn]").getBoundingClientRect().top + 1;
                    }
                    """
                ),
                $"{page}: the bar covers its end"
            );
        }
    }

    private Task<Launch> Start(int width, int height) =>
        Launch.Start(
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
}

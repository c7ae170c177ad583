using Microsoft.Playwright;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Text spacing, focus and captions: criteria of WCAG that neither engine decides.</summary>
public sealed class ReadableTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Theory(DisplayName = "With the text spacing of WCAG 1.4.12 no page scrolls sideways and no text is cut off")]
    [InlineData(390)]
    [InlineData(1100)]
    public async Task Spacing(int width)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions
            {
                Lms = "none",
                Width = width,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        await launch.Page.EvaluateAsync(
            """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
              document.adoptedStyleSheets = [sheet];
            }
            """
        );
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            await launch.Course.AnswerAll();
            string[] faults = await launch.Course.Frame.EvaluateAsync<string[]>(
                """
                () => {
                  const root = document.documentElement;
                  const cut = [...document.querySelectorAll("body *")].filter((element) => {
                    if (!element.checkVisibility()) return false;
                    if (element.closest(".aside, .skip, [aria-hidden=true]")) return false;
                    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
                    if (clipPath !== "none") return false; // texts for screen readers only
                    const hides = (value) => value === "hidden" || value === "clip";
                    return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
                      || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
                  });
                  return [
                    ...(root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} wide`] : []),
                    ...cut.map((element) => element.outerHTML.slice(0, 120)),
                  ];
                }
                """
            );
            Assert.Empty(faults.Select(fault => $"{page}: {fault}"));
        }
    }

    [Theory(DisplayName = "Every control of every page shows the focus, and nothing covers it completely")]
    [InlineData(ColorScheme.Light, 1100, 700)]
    [InlineData(ColorScheme.Dark, 390, 640)]
    public async Task Focus(ColorScheme scheme, int width, int height)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions
            {
                Lms = "none",
                Scheme = scheme,
                Width = width,
                Height = height,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        await launch.Page.Keyboard.PressAsync("Tab"); // a key press makes the focus visible from now on
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            string[] faults = await launch.Course.Frame.EvaluateAsync<string[]>(
                """
                () => {
                  const parts = ":is(article:not([hidden]), nav.turn, header)";
                  const kinds = ":is(button, input, select, textarea, summary, a[href])";
                  const controls = [...document.querySelectorAll(`${parts} ${kinds}`)]
                    .filter((control) => control.checkVisibility() && !control.matches(":disabled"));
                  return controls.flatMap((control) => {
                    control.focus();
                    if (document.activeElement !== control) return [];
                    const around = control.closest("label") ?? control;
                    const shown = [control, around].some((one) => getComputedStyle(one).outlineStyle !== "none");
                    const box = control.getBoundingClientRect();
                    const seen = [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
                      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
                      return top && (control.contains(top) || around.contains(top) || top.contains(control));
                    }));
                    return [...(shown ? [] : ["no focus: "]), ...(seen ? [] : ["covered: "])]
                      .map((fault) => fault + control.outerHTML.slice(0, 100));
                  });
                }
                """
            );
            Assert.Empty(faults.Select(fault => $"{page}: {fault}"));
        }
    }

    [Fact(DisplayName = "Captions of a video are shown from the start")]
    public async Task Captions()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            ILocator video = launch.Course.Article.Locator("video");
            if (await video.CountAsync() == 0)
                continue;
            string[] tracks = await video.First.EvaluateAsync<string[]>(
                "video => [...video.textTracks].map(t => `${t.kind} ${t.mode} ${t.cues.length > 0} ${t.language}`)"
            );
            Assert.Equal(["captions showing true en"], tracks);
            return;
        }
        Assert.Fail("The showcase has no video.");
    }

    [Fact(DisplayName = "Each axe rule that an accessibility statement names runs for the criterion that names it")]
    public async Task AxeRules()
    {
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.SetContentAsync("<html lang='en'><title>A</title><main><h1>A</h1></main>");
        Dictionary<string, string[]> rules = await Axe.Rules(page);
        Assert.Equal(
            [],
            SuccessCriterion.All.SelectMany(criterion =>
                criterion
                    .Axe.Where(rule =>
                        !rules.TryGetValue(rule, out string[]? tags)
                        || !tags.Contains("wcag" + criterion.Number.Replace(".", ""))
                        || tags.Any(tag => tag is "experimental" or "deprecated")
                        || !tags.Intersect(Axe.Tags).Any()
                    )
                    .Select(rule => $"{criterion.Number}: {rule}")
            )
        );
    }
}

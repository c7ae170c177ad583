using Microsoft.Playwright;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Formulas and code on the page.</summary>
public sealed class FormulaPagesTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static LaunchOptions Sized(int width) =>
        new()
        {
            Lms = "none",
            Width = width,
            Height = 800,
            ReducedMotion = ReducedMotion.Reduce,
        };

    [Theory(DisplayName = "Formulas and code fit every window, also with large text; wide ones scroll to both ends")]
    [InlineData(320, "100%", false)]
    [InlineData(320, "100%", true)]
    [InlineData(390, "200%", false)]
    [InlineData(390, "200%", true)]
    [InlineData(1100, "200%", false)]
    public async Task Fits(int width, string size, bool mirrored)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            mirrored ? Courses.In("showcase", PseudoLanguage.Mirrored) : Courses.Of("showcase"),
            Sized(width)
        );
        foreach (string page in (string[])["formulas", "code"])
        {
            await launch.Course.GoTo(page);
            await launch.Course.Frame.EvaluateAsync("size => (document.documentElement.style.fontSize = size)", size);
            Assert.True(
                await launch.Course.Frame.EvaluateAsync<bool>(
                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                ),
                $"{page} at {size}"
            );
            await Axe.Clean(launch.Page, $"{page} at {size}");
            string[] cut = await launch.Course.Frame.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll("article:not([hidden]) .formula")].filter((one) => {
                  const sides = (side) =>
                    [...one.querySelectorAll("math *")].map((part) => part.getBoundingClientRect()[side]);
                  const box = one.getBoundingClientRect();
                  one.scrollLeft = -9999;
                  const left = Math.min(...sides("left"));
                  one.scrollLeft = 9999;
                  const right = Math.max(...sides("right"));
                  const isWide = one.scrollWidth > one.clientWidth;
                  return left < box.left - 1 || right > box.right + 1 || (isWide && one.tabIndex !== 0);
                }).map((one) => one.textContent)
                """
            );
            Assert.Empty(cut);
        }
    }

    [Fact(DisplayName = "Formulas are drawn in two dimensions, from left to right in every language")]
    public async Task Drawn()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.In("showcase", PseudoLanguage.Mirrored),
            Sized(900)
        );
        await launch.Course.GoTo("formulas");
        string[] faults = await launch.Course.Frame.EvaluateAsync<string[]>(
            """
            () => {
              const page = document.querySelector("article:not([hidden])");
              const faults = [];
              for (const fraction of page.querySelectorAll("mfrac")) {
                const [over, under] = [...fraction.children].map((part) => part.getBoundingClientRect());
                if (over.width > 0 && over.bottom > under.top + 2) faults.push(fraction.outerHTML);
              }
              if (page.querySelectorAll("mfrac").length < 8) faults.push("too few fractions");
              for (const formula of page.querySelectorAll("math"))
                if (getComputedStyle(formula).direction !== "ltr") faults.push("from right to left");
              if (page.querySelector("math [style], math script, math a")) faults.push("style, script or link");
              return faults;
            }
            """
        );
        Assert.Empty(faults);
    }

    [Fact(DisplayName = "Long code scrolls with the keyboard inside its box, and is copied as it was typed")]
    public async Task Code()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(320));
        await launch.Course.GoTo("code");
        ILocator code = launch.Course.Frame.Locator("article:not([hidden]) pre").First;
        await code.FocusAsync();
        for (int press = 0; press < 5; press++)
            await launch.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(code).Not.ToHaveJSPropertyAsync("scrollLeft", 0);
        Assert.Equal(
            "Python",
            await launch.Course.Frame.Locator("article:not([hidden]) .code figcaption").InnerTextAsync()
        );
        string copied = await code.EvaluateAsync<string>(
            """
            code => {
              const range = document.createRange();
              range.selectNodeContents(code);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              return getSelection().toString();
            }
            """
        );
        Assert.Equal(
            "def pairs(players: int) -> int:\n    \"\"\"How many games there are if everybody plays everybody once, "
                + "as in a table of a league.\"\"\"\n    return players * (players - 1) // 2",
            copied.TrimEnd()
        );
    }

    [Fact(DisplayName = "A list to choose from, the buttons of an order and a gap say a formula in one line of text")]
    public async Task InWords()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            MadeCourse.Of(
                "formulas",
                """
                  - id: start
                    title: Start
                    blocks:
                      - type: matching
                        id: match
                        prompt: Match.
                        pairs:
                          - {item: $a$, match: "$\\frac{1}{2}$"}
                          - {item: $b$, match: "$x_1^2$"}
                        feedback: {right: Yes., wrong: No.}
                      - type: ordering
                        id: order
                        prompt: Order.
                        items: ["$\\sqrt{2}$", $2^3$, $2^4$]
                        feedback: {right: Yes., wrong: No.}
                      - type: gap-fill
                        id: gap
                        prompt: Fill in.
                        text: Half is $\frac{1}{2}$ or [[a]].
                        gaps: [{name: a, accept: [half]}]
                        feedback: {right: Yes., wrong: No.}

                """
            ),
            Sized(900)
        );
        string[] options = await launch.Course.Frame.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('select')]"
                + ".map((one) => [...one.options].slice(1).map((o) => o.text).sort().join())"
        );
        Assert.Equal(["1/2,x₁²", "1/2,x₁²"], options);
        string[] names = await launch.Course.Frame.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('[data-up], .gap input, [data-part] input')]"
                + ".map((one) => one.getAttribute('aria-label') ?? '')"
        );
        Assert.Contains(names, name => name.Contains("√2", StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains("Half is 1/2 or", StringComparison.Ordinal));
    }

    [Theory(DisplayName = "axe finds no fault in a theme that ships, in light and dark")]
    [InlineData("calm", ColorScheme.Light)]
    [InlineData("calm", ColorScheme.Dark)]
    [InlineData("plain", ColorScheme.Light)]
    [InlineData("plain", ColorScheme.Dark)]
    [InlineData("high-contrast", ColorScheme.Light)]
    [InlineData("high-contrast", ColorScheme.Dark)]
    public async Task Themes(string theme, ColorScheme scheme)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.InTheme("showcase", theme),
            Sized(867) with
            {
                Scheme = scheme,
            }
        );
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            await Axe.Clean(launch.Page, $"{page} in {theme}");
        }
    }
}

using Microsoft.Playwright;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Flow charts: a drawing in wide windows, a list elsewhere.</summary>
public sealed class FlowTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static LaunchOptions Sized(int width, int height) =>
        new()
        {
            Lms = "none",
            Width = width,
            Height = height,
        };

    /// <summary>Faults of the drawing: an end of a line that is not in the middle of a part of the chart.</summary>
    private const string LooseEnds = """
        () => {
          const chart = document.querySelector(".page:not([hidden]) .chart");
          const middle = (part) => { const { left, width } = part.getBoundingClientRect(); return left + width / 2 };
          const parts = [...chart.querySelectorAll(":scope > .box, :scope > .label, :scope > .pass")].map(middle);
          const loose = [];
          for (const path of chart.querySelectorAll(".joints path")) {
            const matrix = path.getScreenCTM(), length = path.getTotalLength();
            for (const at of [0, length]) {
              const point = path.getPointAtLength(at).matrixTransform(matrix);
              if (!parts.some((part) => Math.abs(part - point.x) < 1.5)) loose.push(`${path.getAttribute("d")} ${at}`);
            }
          }
          return loose;
        }
        """;

    [Theory(DisplayName = "In wide windows a flow chart is a drawing whose lines end at boxes, in both directions")]
    [InlineData(false, 867)]
    [InlineData(false, 1440)]
    [InlineData(true, 1440)]
    [InlineData(false, 1920)]
    public async Task Drawing(bool mirrored, int width)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            mirrored ? Courses.In("showcase", PseudoLanguage.Mirrored) : Courses.Of("showcase"),
            Sized(width, 900)
        );
        await launch.Course.GoTo("flow");
        ILocator chart = launch.Course.Article.Locator(".chart");
        await Assertions.Expect(chart.Locator(".joints").First).ToBeVisibleAsync();
        await Assertions.Expect(chart.Locator(".box")).ToHaveCountAsync(6);
        Assert.Empty(await launch.Course.Frame.EvaluateAsync<string[]>(LooseEnds));
        await Axe.Clean(launch.Page, $"flow at {width}");
    }

    [Fact(DisplayName = "Screen readers get a flow chart as a list with its decisions, not as a drawing")]
    public async Task Tree()
    {
        foreach (int width in (int[])[390, 1440])
        {
            await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(width, 900));
            await launch.Course.GoTo("flow");
            await Assertions
                .Expect(launch.Course.Article)
                .ToMatchAriaSnapshotAsync(
                    """
                    - region "Somebody arrives":
                      - heading "Somebody arrives" [level=2]
                      - list "Somebody arrives":
                        - listitem:
                          - paragraph: 1 Say hello, and your own name.
                          - list:
                            - listitem: continue with 2
                        - listitem:
                          - paragraph: /2 Is it their/
                          - list:
                            - listitem:
                              - strong: "Yes:"
                              - text: continue with 3
                            - listitem:
                              - strong: "No:"
                              - text: continue with 4
                        - listitem
                        - listitem
                        - listitem:
                          - paragraph: 5 Have they found a place?
                          - list:
                            - listitem:
                              - strong: "Yes:"
                              - text: continue with 6
                            - listitem:
                              - strong: "Not yet:"
                              - text: back to 4
                        - listitem:
                          - paragraph: 6 Leave them in peace, and come by later.
                          - paragraph: End
                    """
                );
        }
    }

    [Theory(
        DisplayName = "Narrow windows show a flow chart as a list, without sideways scrolling, also with large text"
    )]
    [InlineData(320, "100%")]
    [InlineData(390, "200%")]
    [InlineData(867, "200%")]
    public async Task Narrow(int width, string text)
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(width, 700));
        await launch.Course.GoTo("flow");
        await launch.Course.Frame.EvaluateAsync("size => document.documentElement.style.fontSize = size", text);
        if (width < 700)
        {
            await Assertions.Expect(launch.Course.Article.Locator(".joints").First).ToBeHiddenAsync();
            await Assertions.Expect(launch.Course.Article.GetByText("No: continue with 4")).ToBeVisibleAsync();
        }
        Assert.True(
            await launch.Course.Frame.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        );
        await Axe.Clean(launch.Page, $"flow at {width} with {text}");
    }

    [Fact(DisplayName = "A flow chart keeps its lines and arrowheads in forced colours, and needs no script")]
    public async Task ForcedColoursAndNoScript()
    {
        await using Launch forced = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            Sized(1440, 900) with
            {
                ForcedColors = ForcedColors.Active,
            }
        );
        await forced.Course.GoTo("flow");
        Assert.Equal(
            "same",
            await forced.Course.Frame.EvaluateAsync<string>(
                """
                () => {
                  const of = (selector, name) =>
                    getComputedStyle(document.querySelector(".page:not([hidden]) " + selector))[name];
                  const text = of(".box p", "color");
                  const colours = [of(".joints path", "stroke"), of(".head path", "fill")];
                  return colours.every((colour) => colour === text) ? "same" : `${text}, not ${colours}`;
                }
                """
            )
        );
        await using Launch plain = await Launch.Start(
            run.Browser,
            Courses.Made(
                new()
                {
                    ["course.yaml"] = """
                    id: made
                    version: 1.0.0
                    language: en
                    title: Made
                    description: A course for a test.
                    duration: 5
                    licence: CC-BY-SA-4.0
                    authors: [Somebody]
                    modules: [one]
                    """,
                    ["modules/one.yaml"] = """
                    id: one
                    title: One
                    pages:
                      - id: start
                        title: Start
                        blocks:
                          - type: flow
                            boxes:
                              - {id: a, text: Knock., to: b}
                              - {id: b, text: Go in., end: true}
                    """,
                }
            ),
            Sized(1440, 900) with
            {
                JavaScript = false,
            }
        );
        await Assertions.Expect(plain.Page.Locator(".chart .joints")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }
}

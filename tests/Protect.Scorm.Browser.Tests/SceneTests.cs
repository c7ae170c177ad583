using Microsoft.Playwright;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Scenes in turns, and who speaks in dialogues and scenarios.</summary>
public sealed class SceneTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string VisibleTurns = """
        () => [...document.querySelectorAll(".page:not([hidden]) [data-turns] > li")]
          .filter((turn) => turn.getBoundingClientRect().height > 5).length
        """;

    private static LaunchOptions Sized(int width, int height) =>
        new()
        {
            Lms = "none",
            Width = width,
            Height = height,
        };

    [Fact(DisplayName = "A scene opens turn by turn by keyboard, and screen readers get all of it at once")]
    public async Task TurnByTurn()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(867, 666));
        await launch.Course.GoTo("scene");
        IFrame frame = launch.Course.Frame;
        ILocator scene = launch.Course.Article.Locator("[data-block=scene]");
        Assert.Equal(1, await frame.EvaluateAsync<int>(VisibleTurns));
        await Assertions
            .Expect(scene)
            .ToMatchAriaSnapshotAsync(
                """
                - region "Five to seven":
                  - heading "Five to seven" [level=2]
                  - list:
                    - listitem:
                      - img "A woman with long dark hair and a green jumper."
                      - strong: Ana
                      - text: leads the club evening
                    - listitem
                    - listitem:
                      - strong: Kim
                  - list:
                    - listitem:
                      - paragraph: Somebody walks past the door for the third time.
                    - listitem:
                      - paragraph: Ana
                      - paragraph: /Hello, I am Ana/
                    - listitem
                    - listitem
                    - listitem
                    - listitem
                    - listitem:
                      - paragraph: Kim
                      - paragraph: Sure. I sit there most evenings.
                  - button "Continue"
                  - button "Show everything"
                """
            );
        ILocator next = scene.Locator("[data-continue]");
        await next.FocusAsync();
        for (int turn = 2; turn <= 7; turn++)
        {
            await launch.Page.Keyboard.PressAsync("Enter");
            Assert.Equal(turn, await frame.EvaluateAsync<int>(VisibleTurns));
            if (turn < 7)
                await Assertions.Expect(next).ToBeInViewportAsync();
        }
        await Assertions.Expect(next).ToBeHiddenAsync();
        await Assertions.Expect(scene.Locator("[data-turns] > li").Last).ToBeFocusedAsync();
        await Axe.Clean(launch.Page, "scene");
    }

    [Fact(DisplayName = "One press shows a scene completely")]
    public async Task Everything()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(390, 844));
        await launch.Course.GoTo("scene");
        await launch.Course.Article.GetByRole(AriaRole.Button, new() { Name = "Show everything" }).ClickAsync();
        Assert.Equal(7, await launch.Course.Frame.EvaluateAsync<int>(VisibleTurns));
    }

    [Fact(DisplayName = "Under reduced motion, in print and in print.html a scene is complete, without buttons")]
    public async Task Complete()
    {
        await using Launch calm = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            Sized(867, 666) with
            {
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        await calm.Course.GoTo("scene");
        Assert.Equal(7, await calm.Course.Frame.EvaluateAsync<int>(VisibleTurns));
        await Assertions.Expect(calm.Course.Article.Locator("[data-continue]")).ToBeHiddenAsync();
        await using Launch print = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(867, 666));
        await print.Course.GoTo("scene");
        await print.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(7, await print.Course.Frame.EvaluateAsync<int>(VisibleTurns));
        await Assertions.Expect(print.Course.Article.Locator("[data-continue]")).ToBeHiddenAsync();
        await print.Page.GotoAsync("http://lms.test/course/print.html");
        await Assertions.Expect(print.Page.Locator(".scene button")).ToHaveCountAsync(0);
        await Assertions.Expect(print.Page.GetByText("I sit there most evenings")).ToBeVisibleAsync();
    }

    [Theory(DisplayName = "Scenes and dialogues fit narrow windows, large text and both directions")]
    [InlineData(320, "100%", false)]
    [InlineData(390, "200%", false)]
    [InlineData(390, "100%", true)]
    public async Task Fits(int width, string text, bool mirrored)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            mirrored ? Courses.In("showcase", PseudoLanguage.Mirrored) : Courses.Of("showcase"),
            Sized(width, 700) with
            {
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        foreach (string page in (string[])["scene", "dialogue"])
        {
            await launch.Course.GoTo(page);
            await launch.Course.Frame.EvaluateAsync("size => document.documentElement.style.fontSize = size", text);
            Assert.True(
                await launch.Course.Frame.EvaluateAsync<bool>(
                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                ),
                page
            );
            await Axe.Clean(launch.Page, $"{page} at {width} with {text}");
        }
    }

    [Fact(DisplayName = "Choices of a dialogue are shuffled, and keep their order during a launch")]
    public async Task Shuffled()
    {
        const string Order = """
            () => [...document.querySelectorAll("form[data-question='check-talk'] [data-way], " +
              "form[data-question='check-door'] [data-way]")].map((way) => way.dataset.way).join("")
            """;
        var orders = new HashSet<string>();
        for (int learner = 0; learner < 12 && orders.Count < 2; learner++)
        {
            await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
            await launch.Course.GoTo("dialogue");
            string order = await launch.Course.Frame.EvaluateAsync<string>(Order);
            orders.Add(order);
            await launch.Course.GoTo("calm");
            await launch.Course.GoTo("dialogue");
            Assert.Equal(order, await launch.Course.Frame.EvaluateAsync<string>(Order));
        }
        Assert.True(orders.Count > 1, "Each learner had the same order.");
    }

    [Theory(
        DisplayName = "At the end of a scenario or dialogue the choices made are listed; another try clears the list"
    )]
    [InlineData("dialogue", "check-talk", "I am Ana. And you are Robin, right?", "Whatever you want.")]
    [InlineData("scenario", "check-door", "Say that the club is closing.", "Call the number on the list together.")]
    public async Task YourWay(string page, string id, string first, string second)
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(867, 666));
        await launch.Course.GoTo(page);
        ILocator form = launch.Course.Question(id),
            way = form.Locator("[data-your-way]");
        await form.GetByRole(AriaRole.Button, new() { Name = first }).ClickAsync();
        await Assertions.Expect(way).ToBeHiddenAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = second }).ClickAsync();
        await Assertions.Expect(way).ToBeVisibleAsync();
        Assert.Equal([first, second], await way.Locator("li").AllTextContentsAsync());
        await Axe.Clean(launch.Page, $"end of {id}");
        if (await form.Locator("[data-check]").IsVisibleAsync())
            await form.Locator("[data-check]").ClickAsync();
        await Assertions.Expect(way).ToBeVisibleAsync();
        await form.Locator("[data-again]").ClickAsync();
        await Assertions.Expect(way).ToBeHiddenAsync();
        await Assertions.Expect(way.Locator("li")).ToHaveCountAsync(0);
    }
}

using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Dragging with a mouse and with a finger, in addition to lists and buttons.</summary>
public sealed class DragTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Pages = """
          - id: order
            title: Order
            blocks:
              - type: ordering
                id: steps
                prompt: In order?
                items: [First, Second, Third, Fourth]
                feedback: {right: "Yes.", wrong: "No."}
              - type: text
                body: |
                  A long text.

                  So that the page scrolls.

                  And some more of it.

                  Until it is longer than a phone.

                  Now it is.
          - id: sort
            title: Sort
            blocks:
              - type: categorise
                id: kinds
                prompt: Which is which?
                categories:
                  - {title: Animals, items: [A cat, A dog]}
                  - {title: Plants, items: [A tree]}
                feedback: {right: "Yes.", wrong: "No."}
              - type: matching
                id: pairs
                prompt: Who does what?
                pairs:
                  - {item: Ana, match: The door}
                  - {item: Bilal, match: The kitchen}
                feedback: {right: "Yes.", wrong: "No."}
          - id: tall
            title: Tall
            blocks:
              - type: text
                body: The end.

        """;

    private static CompileResult Course { get; } = MadeCourse.Of("drag", Pages);

    private static readonly LaunchOptions Tall = new() { Width = 900, Height = 1200 };

    /// <summary>The course from right to left: only its direction matters here.</summary>
    private static Task TurnAround(Launch launch) =>
        launch.Course.Frame.EvaluateAsync("document.documentElement.dir = 'rtl'");

    private static async Task<(float X, float Y)> MiddleOf(ILocator thing)
    {
        await thing.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await thing.BoundingBoxAsync())!;
        return (box.X + box.Width / 2, box.Y + box.Height / 2);
    }

    private static async Task Drag(Launch launch, ILocator thing, ILocator target, bool drop = true)
    {
        (float x, float y) = await MiddleOf(thing);
        await launch.Page.Mouse.MoveAsync(x, y);
        await launch.Page.Mouse.DownAsync();
        await launch.Page.Mouse.MoveAsync(x + 8, y + 8);
        LocatorBoundingBoxResult to = (await target.BoundingBoxAsync())!;
        await launch.Page.Mouse.MoveAsync(
            to.X + to.Width / 2,
            to.Y + to.Height / 2,
            new MouseMoveOptions { Steps = 5 }
        );
        if (drop)
            await launch.Page.Mouse.UpAsync();
    }

    private static Task<string[]> Order(Launch launch) =>
        launch.Course.Frame.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[data-order] > li [data-text]')].map(line => line.textContent)"
        );

    private static ILocator Line(Launch launch, string text) =>
        launch.Course.Question("steps").Locator("[data-order] > li", new() { HasText = text });

    /// <summary>Drops a line at the end of a list, wherever the launch has put it.</summary>
    private static async Task SortByMouse(Launch launch, params string[] wanted)
    {
        foreach (string text in wanted)
        {
            ILocator last = launch.Course.Question("steps").Locator("[data-order] > li").Last;
            if (await last.Locator("[data-text]").TextContentAsync() != text)
                await Drag(launch, Line(launch, text).Locator("[data-text]"), last);
        }
    }

    [Theory(DisplayName = "Lines are put in order with a mouse, also from right to left, and the answer is reported")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lines(bool isFromRight)
    {
        await using Launch launch = await Launch.Start(run.Browser, Course, Tall);
        if (isFromRight)
            await TurnAround(launch);
        string[] before = await Order(launch);
        // Escape puts the line back, and so does dragging it back: neither is an answer.
        await Drag(launch, Line(launch, before[0]).Locator("[data-text]"), Line(launch, before[3]), drop: false);
        await launch.Page.Keyboard.PressAsync("Escape");
        await launch.Page.Mouse.UpAsync();
        Assert.Equal(before, await Order(launch));
        await Drag(launch, Line(launch, before[0]).Locator("[data-text]"), Line(launch, before[3]), drop: false);
        LocatorBoundingBoxResult home = (await Line(launch, before[1]).BoundingBoxAsync())!;
        await launch.Page.Mouse.MoveAsync(home.X + home.Width / 2, home.Y - home.Height);
        await launch.Page.Mouse.UpAsync();
        Assert.Equal(before, await Order(launch));
        await launch.Course.Check("steps");
        await Assertions.Expect(launch.Course.Question("steps").Locator("[data-missing]")).Not.ToBeEmptyAsync();

        await SortByMouse(launch, "First", "Second", "Third", "Fourth");
        Assert.Equal(["First", "Second", "Third", "Fourth"], await Order(launch));
        await Assertions.Expect(launch.Course.Question("steps").Locator("[data-moved]")).Not.ToBeEmptyAsync();
        await launch.Course.Check("steps");
        await Assertions.Expect(launch.Course.Verdict("steps")).ToHaveAttributeAsync("data-verdict", "right");
        Assert.Contains(
            await launch.Calls(),
            call => call.Name == "LMSSetValue" && call.Args[0].EndsWith("student_response") && call.Args[1] == "a,b,c,d"
        );
        await launch.NoErrorCodes();
    }

    [Theory(DisplayName = "Items are dragged into boxes, from box to box and out again; lists and boxes always agree")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Boxes(bool isFromRight)
    {
        await using Launch launch = await Launch.Start(run.Browser, Course, Tall);
        await launch.Course.GoTo("sort");
        if (isFromRight)
            await TurnAround(launch);
        ILocator form = launch.Course.Question("kinds");
        ILocator Bin(int target) => form.Locator($"[data-bin='{target}']");
        ILocator Chip(int part) => form.Locator($"[data-chip='{part}']:not([data-ghost])");
        ILocator List(int part) => form.Locator($"[data-part='{part}'] select");

        await Drag(launch, form.Locator("[data-part='0'] label"), Bin(1));
        await Assertions.Expect(List(0)).ToHaveValueAsync("1");
        await Assertions.Expect(Bin(1).Locator("[data-chip='0']")).ToHaveTextAsync("A cat");
        await Drag(launch, Chip(0), Bin(0));
        await Assertions.Expect(List(0)).ToHaveValueAsync("0");
        await Assertions.Expect(Bin(1).Locator("[data-chip]")).ToHaveCountAsync(0);
        // Dragged out of its box, an item has no choice again.
        await Drag(launch, Chip(0), form.Locator("[data-part='2'] label"));
        await Assertions.Expect(List(0)).ToHaveValueAsync("");
        await Assertions.Expect(form.Locator("[data-bins] [data-chip]")).ToHaveCountAsync(0);
        // A row dropped outside the boxes keeps its choice, and the lists fill the boxes.
        await List(1).SelectOptionAsync("0");
        await Assertions.Expect(Bin(0).Locator("[data-chip='1']")).ToHaveTextAsync("A dog");
        await Drag(launch, form.Locator("[data-part='1'] label"), form.Locator(".prompt"));
        await Assertions.Expect(List(1)).ToHaveValueAsync("0");
        await Drag(launch, form.Locator("[data-part='0'] label"), Bin(0));
        await Drag(launch, form.Locator("[data-part='2'] label"), Bin(1));
        await launch.Course.Check("kinds");
        await Assertions.Expect(launch.Course.Verdict("kinds")).ToHaveAttributeAsync("data-verdict", "right");
        await Assertions.Expect(form.Locator("[data-chip][data-chip-mark='right']")).ToHaveCountAsync(3);

        ILocator pairs = launch.Course.Question("pairs");
        await Drag(launch, pairs.Locator("[data-part='0'] label"), pairs.Locator("[data-bin='0']"));
        await Drag(launch, pairs.Locator("[data-part='1'] label"), pairs.Locator("[data-bin='1']"));
        await launch.Course.Check("pairs");
        await Assertions.Expect(launch.Course.Verdict("pairs")).ToHaveAttributeAsync("data-verdict", "right");
        await launch.NoErrorCodes();

        // The dragged items come back like any other answer.
        await launch.Again();
        await Assertions
            .Expect(launch.Course.Question("kinds").Locator("[data-bin='0'] [data-chip]"))
            .ToHaveCountAsync(2);
    }

    [Fact(DisplayName = "A finger drags at the handle only: elsewhere it scrolls the page and changes no answer")]
    public async Task Fingers()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Course,
            new LaunchOptions
            {
                Width = 390,
                Height = 600,
                Touch = true,
                Lms = "none",
            }
        );
        ICDPSession touch = await launch.Page.Context.NewCDPSessionAsync(launch.Page);
        async Task Swipe(ILocator from, float by)
        {
            (float x, float y) = await MiddleOf(from);
            async Task Send(string type, float at) =>
                await touch.SendAsync(
                    "Input.dispatchTouchEvent",
                    new Dictionary<string, object>
                    {
                        ["type"] = type,
                        ["touchPoints"] = type == "touchEnd" ? [] : new object[] { new { x, y = at } },
                    }
                );
            await Send("touchStart", y);
            for (int step = 1; step <= 10; step++)
            {
                await Send("touchMove", y + by * step / 10);
                await Task.Delay(20);
            }
            await Send("touchEnd", 0);
        }
        string[] before = await Order(launch);
        int start = await launch.Course.Frame.EvaluateAsync<int>("scrollY");
        await Swipe(Line(launch, before[0]).Locator("[data-text]"), -60);
        Assert.Equal(before, await Order(launch));
        await launch.Course.Frame.WaitForFunctionAsync("start => scrollY > start + 20", start);
        await Swipe(Line(launch, before[0]).Locator("[data-grip]"), 90);
        Assert.NotEqual(before, await Order(launch));
        Assert.NotEqual(before[0], (await Order(launch))[0]);
    }

    [Fact(DisplayName = "Boxes and handles are not there for screen readers and the keyboard, and fit into 320 pixels")]
    public async Task BesideTheLists()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Course,
            new LaunchOptions
            {
                Width = 320,
                Height = 600,
                Lms = "none",
            }
        );
        Assert.Empty(await launch.Course.TooWide());
        await launch.Course.GoTo("sort");
        Assert.Empty(await launch.Course.TooWide());
        Assert.Equal(
            0,
            await launch.Course.Frame.EvaluateAsync<int>(
                """
                [...document.querySelectorAll("[data-bin-area], [data-grip]")].filter((part) =>
                  part.closest("[aria-hidden]") === null || part.querySelector("button, select, input, a, [tabindex]")
                ).length
                """
            )
        );
        await Assertions
            .Expect(launch.Course.Question("kinds"))
            .ToMatchAriaSnapshotAsync(
                """
                - group "Which is which? Choose an answer for each.":
                  - combobox "A cat"
                """
            );
    }
}

using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The oldest supported browsers, imitated by <see cref="OldBrowser"/>.</summary>
public sealed class OldBrowserTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static readonly LaunchOptions Old = new() { Old = true, Width = 1100 };

    [Fact(DisplayName = "In an old browser the support note is closed, opens with its button and closes with Escape")]
    public async Task SupportNote()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Old);
        await launch.Course.Next.ClickAsync();
        ILocator note = launch.Course.Frame.Locator("#support"),
            button = launch.Course.Frame.Locator(".bar [popovertarget]");
        await Assertions.Expect(note).ToBeHiddenAsync();
        await button.ClickAsync();
        await Assertions.Expect(note).ToBeVisibleAsync();
        await Assertions.Expect(note).ToBeInViewportAsync();
        await launch.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(note).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
        await button.ClickAsync();
        await note.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(note).ToBeHiddenAsync();
        await button.ClickAsync();
        await launch.Course.Frame.Locator(".course-name").ClickAsync();
        await Assertions.Expect(note).ToBeHiddenAsync();
    }

    [Fact(DisplayName = "In an old browser a definition covers no text, opens with its term and closes with Escape")]
    public async Task Terms()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Old);
        await launch.Course.GoTo("tabs");
        await launch.Course.Article.Locator("summary").First.ClickAsync();
        ILocator term = launch.Course.Article.GetByRole(AriaRole.Button, new() { Name = "calm half hour" });
        ILocator meaning = launch.Course.Article.Locator(".meaning", new() { HasText = "low light" });
        await Assertions.Expect(meaning).ToBeHiddenAsync();
        await term.FocusAsync();
        await launch.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(meaning).ToBeVisibleAsync();
        await Assertions.Expect(meaning).ToBeInViewportAsync();
        await launch.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(meaning).ToBeHiddenAsync();
        await Assertions.Expect(term).ToBeFocusedAsync();
    }

    [Theory(DisplayName = "In an old browser notes and privacy are closed, open with their buttons, and close")]
    [InlineData("notes")]
    [InlineData("privacy")]
    public async Task Dialogs(string name)
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Old);
        await launch.Course.Next.ClickAsync();
        ILocator dialog = launch.Course.Frame.Locator($"[data-{name}]"),
            button = launch.Course.Frame.Locator($"[data-{name}-button]");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await button.ClickAsync();
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await Assertions.Expect(dialog).ToBeInViewportAsync();
        await launch.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
        await button.ClickAsync();
        await dialog.Locator("[data-close]").ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    [Fact(DisplayName = "In an old browser the course can be passed, and every option shows the focus")]
    public async Task Passed()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Old);
        foreach (string page in await launch.Course.PageIds())
        {
            await launch.Course.GoTo(page);
            if (page != keys.AssessmentPage)
                await launch.Course.AnswerAll();
        }
        await launch.Course.GoTo(keys.AssessmentPage);
        foreach (Answers item in await launch.Course.Asked(keys))
            await launch.Course.Choose(item.Id, item.Right);
        ILocator option = launch.Course.Article.Locator(".option input").First;
        await option.FocusAsync();
        await launch.Page.Keyboard.PressAsync("Shift+Tab");
        await launch.Page.Keyboard.PressAsync("Tab");
        Assert.NotEqual(
            "none",
            await launch
                .Course.Article.Locator(".option input:focus")
                .EvaluateAsync<string>("option => getComputedStyle(option).outlineStyle")
        );
        foreach (Answers item in await launch.Course.Asked(keys))
            await launch.Course.Choose(item.Id, item.Right);
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
        await launch.NoErrorCodes();
    }
}

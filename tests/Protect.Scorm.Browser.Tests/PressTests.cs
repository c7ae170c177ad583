using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Clicks and taps whose button would move while it is pressed.</summary>
public sealed class PressTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Theory(DisplayName = "A click or tap on a button is never lost because a message above it disappears")]
    [InlineData("numeric", false)]
    [InlineData("numeric", true)]
    [InlineData("gap-fill", false)]
    [InlineData("gap-fill", true)]
    public async Task NeverLost(string kind, bool touch)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Touch = touch, Height = 900 }
        );
        CoursePage course = launch.Course;
        await course.Next.ClickAsync();
        ILocator form = course.Frame.Locator($"form[data-kind='{kind}']").First;
        foreach (string page in await course.PageIds())
        {
            if (await form.CountAsync() > 0 && await form.IsVisibleAsync())
                break;
            await course.GoTo(page);
        }
        string id = (await form.GetAttributeAsync("data-question"))!;
        ILocator check = form.Locator("[data-check]");
        foreach (float height in new[] { 0.25f, 0.5f, 0.85f })
        {
            await check.ClickAsync();
            await Assertions.Expect(form.Locator("[data-missing]")).Not.ToBeEmptyAsync();
            foreach (ILocator list in await form.Locator("select").AllAsync())
                await list.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            foreach (ILocator field in await form.Locator("input[type=text]").AllAsync())
                await field.FillAsync("1");
            await form.Locator("input[type=text]").Last.FocusAsync();
            await launch.Page.Keyboard.PressAsync("End");
            await launch.Page.Keyboard.TypeAsync("7");
            await check.ScrollIntoViewIfNeededAsync();
            LocatorBoundingBoxResult box = (await check.BoundingBoxAsync())!;
            (float x, float y) = (box.X + (box.Width / 2), box.Y + (box.Height * height));
            if (touch)
                await launch.Page.Touchscreen.TapAsync(x, y);
            else
                await launch.Page.Mouse.ClickAsync(x, y, new MouseClickOptions { Delay = 60 });
            await Assertions.Expect(course.Verdict(id)).ToHaveCountAsync(1);
            await Assertions.Expect(form.Locator("[data-missing]")).ToBeEmptyAsync();
            await form.Locator("[data-again]").ClickAsync();
            await Assertions.Expect(course.Verdict(id)).ToHaveCountAsync(0);
        }
    }
}

using Microsoft.Playwright;
using Protect.Scorm.Tests;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The preview as an author uses it: play, inspect, save, reload.</summary>
public sealed class PreviewTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Fact(DisplayName = "The preview plays a course in a small LMS, shows each call and the LMS record, and resumes")]
    public async Task PlayAndLook()
    {
        using var preview = PreviewProcess.Start(Repository.At("courses"), "showcase");
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add(message.Text);
        };
        await page.GotoAsync(preview.Address.ToString());
        IFrameLocator course = page.FrameLocator("[data-frame] iframe:not(.coming)").FrameLocator("iframe");
        string? first = await course.Locator("html.ready article:not([hidden])").GetAttributeAsync("data-page");
        await course.Locator("[data-next]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-shows]")).ToContainTextAsync("Incomplete");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Calls" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-calls] tr").First).ToContainTextAsync("LMSInitialize()");
        await page.GetByLabel("Find").FillAsync("suspend_data");
        await Assertions.Expect(page.Locator("[data-calls] tr").Last).ToContainTextAsync("cmi.suspend_data");
        string? second = await course.Locator("html.ready article:not([hidden])").GetAttributeAsync("data-page");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave and come back" }).ClickAsync();
        await Assertions.Expect(course.Locator($"article[data-page='{second}']")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New learner" }).ClickAsync();
        await Assertions.Expect(course.Locator($"article[data-page='{first}']")).ToBeVisibleAsync();
        await page.Locator("[data-as]").SelectOptionAsync("moodle");
        await Assertions.Expect(course.Locator("html.ready article:not([hidden])")).ToBeVisibleAsync();
        Assert.Empty(faults);
    }
}

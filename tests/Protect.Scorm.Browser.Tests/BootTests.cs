using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The first page before the program of the course is loaded.</summary>
public sealed class BootTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static readonly LaunchOptions WithoutProgram = new() { Lost = "program.js" };

    [Fact(DisplayName = "The first page needs one request, and a press before the program is loaded is not lost")]
    public async Task FirstPage()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), WithoutProgram);
        launch.Tolerant = true;
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("Text");
        await Assertions.Expect(launch.Course.Next).ToBeVisibleAsync();
        await Assertions.Expect(launch.Course.Banner).ToContainTextAsync("your progress is not saved");
        Assert.Equal(["index.html", "program.js"], launch.Requests.Where(file => !file.StartsWith("media/")).Take(2));
        await launch.Course.Next.ClickAsync();
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("Text");
        launch.Found = true;
        await launch.Course.Ready();
        await Assertions.Expect(launch.Course.Heading).Not.ToHaveTextAsync("Text");
        await Assertions.Expect(launch.Course.Banner).ToBeEmptyAsync();
        Assert.Single(await launch.Calls(), call => call.Name == "LMSInitialize");
        await launch.NoErrorCodes();
    }

    [Theory(
        DisplayName = "A learner who may have earlier progress waits for the program, and gets no page to start with"
    )]
    [InlineData("lms-record", "{\"cmi.suspend_data\":\"2.1.x\"}")]
    [InlineData("protect-scorm:showcase:1", "{}")]
    public async Task Earlier(string key, string text)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            WithoutProgram with
            {
                Storage = new Dictionary<string, string> { [key] = text },
            }
        );
        launch.Tolerant = true;
        await Assertions.Expect(launch.Course.Banner).ToContainTextAsync("your progress is not saved");
        await Assertions.Expect(launch.Course.Frame.Locator("h1").First).ToBeVisibleAsync();
        await Assertions.Expect(launch.Course.Next).ToBeHiddenAsync();
    }

    [Fact(DisplayName = "“Leave quickly” empties the screen and ends the session before the program is loaded")]
    public async Task Leave()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("protect"), WithoutProgram);
        launch.Tolerant = true;
        await launch.Course.Leave.ClickAsync();
        await launch.Page.WaitForURLAsync(Launch.Away);
        Assert.Equal("LMSFinish", (await launch.Calls())[^1].Name);
    }

    [Fact(DisplayName = "Leaving the page before the program is loaded ends the session with the LMS")]
    public async Task Close()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), WithoutProgram);
        launch.Tolerant = true;
        await Assertions.Expect(launch.Course.Next).ToBeVisibleAsync();
        await launch.Course.Frame.EvaluateAsync("location.href = 'about:blank'");
        await Assertions.Expect(launch.Course.Frame.Locator("body")).ToBeEmptyAsync();
        Assert.Equal("LMSFinish", (await launch.Calls())[^1].Name);
    }
}

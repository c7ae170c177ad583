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

    /// <summary>The copies on the device do not answer for a moment, so that the program takes long to start.</summary>
    private static readonly LaunchOptions SlowStart = new()
    {
        Script = """
            const open = IDBFactory.prototype.open;
            IDBFactory.prototype.open = function (...all) {
              const opening = {};
              setTimeout(() => {
                const real = open.apply(this, all);
                for (const name of ["onsuccess", "onerror", "onupgradeneeded"])
                  real[name] = (event) => {
                    opening.result = real.result;
                    opening[name]?.(event);
                  };
              }, 1500);
              return opening;
            };
            """,
    };

    [Fact(DisplayName = "A press while the program starts is not lost")]
    public async Task Starting()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), SlowStart);
        await launch.Course.Next.ClickAsync();
        await launch.Course.Ready();
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("Pictures");
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "“Leave quickly” empties the screen at once and ends the session while the program starts")]
    public async Task LeaveWhileStarting()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("protect"), SlowStart);
        await launch.Course.Leave.ClickAsync();
        await launch.Page.WaitForURLAsync(Launch.Away);
        IReadOnlyList<Call> calls = await launch.Calls();
        Assert.Equal("LMSFinish", calls[^1].Name);
        Assert.Single(calls, call => call.Name == "LMSFinish");
        Assert.Single(calls, call => call.Name == "LMSInitialize");
    }

    [Fact(DisplayName = "Leaving the page while the program starts ends the session with the LMS")]
    public async Task CloseWhileStarting()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), SlowStart);
        await Assertions.Expect(launch.Course.Next).ToBeVisibleAsync();
        await launch.Course.Frame.EvaluateAsync("location.href = 'about:blank'");
        await Assertions.Expect(launch.Course.Frame.Locator("body")).ToBeEmptyAsync();
        Assert.Single(await launch.Calls(), call => call.Name == "LMSFinish");
    }
}

using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>LMSs and environments that misbehave.</summary>
public sealed class RobustnessTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Theory(DisplayName = "The LMS is found in any parent frame, in the opener, and when it arrives late")]
    [InlineData("frame")]
    [InlineData("nested")]
    [InlineData("popup")]
    [InlineData("late")]
    public async Task FindsTheLms(string place)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("hello"),
            new LaunchOptions { Lms = place }
        );
        // A course of one page is completed as soon as it is saved a second time.
        Assert.Contains(
            await Eventually(() => launch.Stored("cmi.core.lesson_status"), status => status is not null),
            (string[])["incomplete", "completed"]
        );
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "Without an LMS the course says that progress stays in this browser, and resumes from it")]
    public async Task WithoutLms()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        await Assertions.Expect(launch.Course.Notices).ToContainTextAsync("this browser");
        string last = (await launch.Course.PageIds())[^1];
        await launch.Course.GoTo(last);
        await launch.Again(sameDevice: true);
        Assert.Equal(last, await launch.Course.PageId());
    }

    [Fact(DisplayName = "With an LMS that throws at every call the learner can work on")]
    public async Task ThrowingLms()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "throwing" }
        );
        await launch.Course.GoTo(keys.AssessmentPage);
        foreach (var item in await launch.Course.Asked(keys))
            await launch.Course.Choose(item.Id, item.Right);
        await launch.Course.HandIn();
        await Assertions.Expect(launch.Course.Results).ToHaveAttributeAsync("data-passed", "true");
    }

    [Fact(DisplayName = "Opened from disk, every module loads")]
    public async Task FromDisk()
    {
        string folder = Courses.OnDisk(Courses.Of("showcase"));
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add(message.Text);
        };
        await page.GotoAsync(new Uri(Path.Combine(folder, "index.html")).AbsoluteUri);
        var course = new CoursePage(page, page.MainFrame);
        await course.Ready();
        foreach (string id in await course.PageIds())
            await course.GoTo(id);
        Assert.Empty(faults);
        Directory.Delete(folder, recursive: true);
    }

    [Fact(
        DisplayName = "Without JavaScript the first module and the full text can be read, without answers or feedback"
    )]
    public async Task WithoutJavaScript()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none", JavaScript = false }
        );
        await Assertions.Expect(launch.Course.Frame.Locator("article").First).ToBeVisibleAsync();
        await launch.Page.GotoAsync("http://lms.test/course/print.html");
        AnswerKey keys = AnswerKey.Of("showcase");
        Assert.Equal(keys.Pages.Count(), await launch.Page.Locator("article:visible").CountAsync());
        Assert.DoesNotContain("<script", await launch.Page.ContentAsync());
        string html = await launch.Page.Locator("main").InnerHTMLAsync();
        Assert.DoesNotContain("data-feedback", html);
        Assert.DoesNotContain("checked", html);
        await Assertions.Expect(launch.Page.Locator("form").First).ToBeVisibleAsync();
    }

    [Fact(DisplayName = "A knowledge check can be retried until right, and a page link opens a module not yet loaded")]
    public async Task ChecksAndLinks()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        var check = keys.Checks[0];
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.GoTo(check.Page);
        foreach (int[] answer in new[] { check.Wrong, check.Wrong, check.Right })
        {
            await launch.Course.Choose(check.Id, answer);
            await launch.Course.Check(check.Id);
            await Assertions
                .Expect(launch.Course.Verdict(check.Id))
                .ToHaveAttributeAsync("data-verdict", answer == check.Right ? "right" : "wrong");
            if (answer != check.Right)
                await launch.Course.Question(check.Id).Locator("[data-again]").ClickAsync();
        }
        Assert.Equal(
            "status",
            await launch.Course.Question(check.Id).Locator("[data-result]").GetAttributeAsync("role")
        );
    }

    [Fact(DisplayName = "The first page is one request, small enough for a slow line, and contacts no other server")]
    public async Task OneRequest()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("protect"));
        Assert.Equal("index.html", launch.Requests[0]);
        Assert.InRange(Courses.FilesOf(Courses.Of("protect"))["index.html"].Length, 10_000, 150_000);
        await launch.Course.Frame.WaitForFunctionAsync(
            "() => document.querySelector('article:not([hidden]) h1') !== null"
        );
    }

    [Fact(DisplayName = "Pictures of later pages load only after the first page is shown")]
    public async Task PicturesLater()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await Assertions.Expect(launch.Course.Next).ToBeVisibleAsync();
        Assert.DoesNotContain("media/room.svg", launch.Requests);
        Assert.DoesNotContain("media/ribbon.svg", launch.Requests);
    }

    [Theory(DisplayName = "If later.js fails to load, the first page stays usable and the learner can retry")]
    [InlineData("later.js")]
    [InlineData("later.css")]
    public async Task RestLost(string file)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lost = file }
        );
        launch.Tolerant = true;
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("Text");
        await launch.Course.Next.ClickAsync();
        ILocator again = launch.Course.Frame.Locator("[data-load-again]");
        await Assertions.Expect(again).ToBeInViewportAsync();
        // The page that was open stays, with the explanation below it.
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("Text");
        await again.ClickAsync();
        await Assertions.Expect(again).ToBeInViewportAsync();
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("Text");
        launch.Found = true;
        await again.ClickAsync();
        await Assertions
            .Expect(launch.Course.Article)
            .ToHaveAttributeAsync("data-page", (await launch.Course.PageIds())[1]);
        await Assertions.Expect(launch.Course.Frame.Locator("[data-notes-button]")).ToBeAttachedAsync();
        Answers check = AnswerKey.Of("showcase").Checks[0];
        await launch.Course.GoTo(check.Page);
        await launch.Course.Choose(check.Id, check.Right);
        await launch.Course.Check(check.Id);
        await Assertions.Expect(launch.Course.Verdict(check.Id)).ToHaveAttributeAsync("data-verdict", "right");
    }

    [Fact(DisplayName = "Every page and picture loads although the LMS's address has a path after the start page")]
    public async Task PathAfterStart()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "path" }
        );
        launch.Tolerant = true; // pictures of the first page were requested before
        foreach (string page in await launch.Course.PageIds())
            await launch.Course.GoTo(page);
        await launch.Again(sameDevice: true);
        await Assertions
            .Expect(launch.Course.Article)
            .ToHaveAttributeAsync("data-page", (await launch.Course.PageIds())[^1]);
        Assert.Contains("probe.txt", launch.Requests);
        Assert.DoesNotContain(launch.Requests, name => name.StartsWith("index.html/l", StringComparison.Ordinal));
        string[] broken = await launch.Course.Frame.EvaluateAsync<string[]>(
            "() => [...document.images].filter((one) => one.complete && !one.naturalWidth).map((one) => one.src)"
        );
        Assert.Empty(broken);
    }

    [Fact(DisplayName = "A tool clicked before the rest of the program has loaded opens once it has")]
    public async Task Hurried()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Width = 1200 }
        );
        await launch.Course.Frame.Locator("[data-privacy-button]").ClickAsync();
        await Assertions.Expect(launch.Course.Frame.Locator("dialog[data-privacy]")).ToBeVisibleAsync();
    }

    [Fact(DisplayName = "Script and style sheet work as separate files, too")]
    public async Task FilesApart()
    {
        CompileResult result = Courses.Made(
            new()
            {
                ["course.yaml"] =
                    "id: apart\nversion: 1.0.0\nlanguage: en\ntitle: Apart\ndescription: D.\nduration: 5\n"
                    + "licence: MIT\nauthors: [A]\nmodules: [one]\npackage:\n  inline: false\n",
                ["modules/one.yaml"] =
                    "id: one\ntitle: One\npages:\n  - id: start\n    title: Start\n    blocks:\n      - type: text\n"
                    + "        body: Hello.\n",
            }
        );
        await using Launch launch = await Launch.Start(run.Browser, result);
        Assert.Equal(
            "completed",
            await Eventually(() => launch.Stored("cmi.core.lesson_status"), status => status == "completed")
        );
    }

    private static async Task<T> Eventually<T>(Func<Task<T>> read, Func<T, bool> good)
    {
        T value = await read();
        for (int wait = 0; wait < 60 && !good(value); wait++)
        {
            await Task.Delay(100);
            value = await read();
        }
        return value;
    }
}

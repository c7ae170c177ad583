using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Private notes, bookmarks and search: all of it stays with the learner.</summary>
public sealed class OwnWorkTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Marker = "zq7marker";

    [Fact(DisplayName = "Nothing a learner types or ticks reaches an LMS, up to the pass and after a return")]
    public async Task NothingTypedIsSent()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        CoursePage course = launch.Course;
        foreach (string page in keys.Pages)
        {
            await course.GoTo(page);
            foreach (ILocator box in await course.Article.Locator("[data-paper-keep]").AllAsync())
                await box.CheckAsync();
            foreach (ILocator add in await course.Article.Locator("[data-add]:visible").AllAsync())
                await add.ClickAsync();
            foreach (
                ILocator field in await course.Article.Locator("textarea:visible, input[type=text]:visible").AllAsync()
            )
                await field.FillAsync(Marker);
            foreach (ILocator check in await course.Article.Locator("form [data-check]:visible").AllAsync())
                await check.ClickAsync();
        }
        await course.Frame.EvaluateAsync("document.querySelector('[data-notes-button]').click()");
        await course.Frame.Locator("[data-notes] textarea").FillAsync(Marker);
        await course.Frame.Locator("[data-notes] [data-paper-keep]").CheckAsync();
        await course.Frame.Locator("[data-notes] [data-close]").ClickAsync();
        await course.GoTo(keys.AssessmentPage);
        foreach (var item in await course.Asked(keys))
            await course.Choose(item.Id, item.Right);
        await course.HandIn();
        await Assertions.Expect(course.Results).ToHaveAttributeAsync("data-passed", "true");
        await course.Leave.ClickAsync();
        await course.Frame.WaitForFunctionAsync(
            "() => document.querySelector('[data-closing-saved]').textContent !== ''"
        );
        await launch.Again(sameDevice: true);
        await launch.Course.GoTo("thinking");
        Assert.Equal(Marker, await launch.Course.Article.Locator("textarea").InputValueAsync());
        Assert.DoesNotContain(
            await launch.Calls(),
            call => call.Args.Any(argument => argument.Contains(Marker, StringComparison.OrdinalIgnoreCase))
        );
        await launch.NoErrorCodes();
    }

    [Fact(
        DisplayName = "Private notes are lost on closing unless kept; they can be deleted, and private pages keep none"
    )]
    public async Task KeptOnlyByChoice()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.GoTo("my-plan");
        await launch.Course.Article.Locator("[data-tick='1']").CheckAsync();
        await launch.Again(sameDevice: true);
        await launch.Course.GoTo("my-plan");
        await Assertions.Expect(launch.Course.Article.Locator("[data-tick='1']")).Not.ToBeCheckedAsync();
        ILocator list = launch.Course.Article.Locator("[data-paper='ready']");
        await list.Locator("[data-tick='1']").CheckAsync();
        await list.Locator("[data-paper-keep]").CheckAsync();
        ILocator plan = launch.Course.Article.Locator("[data-paper='plan']");
        await plan.Locator("[data-add]").ClickAsync();
        await plan.Locator("[data-row]").Nth(1).Locator("textarea").FillAsync("Call Ana");
        await plan.Locator("[data-paper-keep]").CheckAsync();
        await launch.Again(sameDevice: true);
        await launch.Course.GoTo("my-plan");
        await Assertions.Expect(launch.Course.Article.Locator("[data-tick='1']")).ToBeCheckedAsync();
        await Assertions.Expect(launch.Course.Article.Locator("[data-row]")).ToHaveCountAsync(2);
        await launch.Course.Article.Locator("[data-paper='ready'] [data-paper-delete]").ClickAsync();
        await Assertions
            .Expect(launch.Course.Article.Locator("[data-paper='ready'] [data-paper-keep]"))
            .ToBeFocusedAsync();
        await launch.Course.GoTo("only-mine");
        await Assertions.Expect(launch.Course.Article.Locator("[data-paper-keep]")).ToHaveCountAsync(0);
        await launch.Course.Frame.EvaluateAsync("document.querySelector('[data-privacy-button]').click()");
        await Forget(launch.Course.Frame);
        Assert.Equal(0, await launch.Course.Frame.EvaluateAsync<int>(KeptNotes));
    }

    [Fact(DisplayName = "Data on the device are deleted at the second press only, and a double click is one press")]
    public async Task DeletedAtTheSecondPress()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        IFrame frame = launch.Course.Frame;
        await launch.Course.GoTo("thinking");
        await launch.Course.Article.Locator("[data-paper-keep]").CheckAsync();
        ILocator said = frame.Locator("[data-forgotten]");
        ILocator dialog = frame.Locator("[data-privacy]");
        for (int opened = 0; opened < 2; opened++)
        {
            await frame.EvaluateAsync("document.querySelector('[data-privacy-button]').click()");
            await frame.Locator("[data-forget]").DblClickAsync();
            await Assertions.Expect(said).ToHaveTextAsync("Press again to delete. This cannot be undone.");
            Assert.Equal(1, await frame.EvaluateAsync<int>(KeptNotes));
            await dialog.Locator("[data-close]").ClickAsync();
        }
        await frame.EvaluateAsync("document.querySelector('[data-privacy-button]').click()");
        await Assertions.Expect(said).ToHaveTextAsync("");
        await Forget(frame);
        Assert.Equal(0, await frame.EvaluateAsync<int>(KeptNotes));
    }

    private const string KeptNotes = "Object.keys(localStorage).filter(key => key.includes(':paper:')).length";

    private static async Task Forget(IFrame frame)
    {
        ILocator forget = frame.Locator("[data-forget]");
        for (int presses = 0; presses < 2; presses++)
        {
            await forget.FocusAsync();
            await frame.Page.Keyboard.PressAsync("Enter");
        }
        await Assertions.Expect(frame.Locator("[data-forgotten]")).ToHaveTextAsync("Deleted from this device.");
    }

    [Fact(DisplayName = "Damaged notes open as an empty page, deleted rows stay deleted, and a refusal stores nothing")]
    public async Task KeptTextThatFails()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"));
        await launch.Course.GoTo("my-plan");
        ILocator plan = launch.Course.Article.Locator("[data-paper='plan']");
        await plan.Locator("[data-row] textarea").First.FillAsync("Call Ana");
        await plan.Locator("[data-paper-keep]").CheckAsync();
        ILocator list = launch.Course.Article.Locator("[data-paper='ready']");
        await list.Locator("[data-tick='1']").CheckAsync();
        await list.Locator("[data-paper-keep]").CheckAsync();
        await launch.Course.Frame.EvaluateAsync(
            """
            () => { for (const key of Object.keys(localStorage)) {
                const kept = key.includes(':paper:') && JSON.parse(localStorage[key]);
                if (key.endsWith(':plan')) localStorage[key] = JSON.stringify({ ...kept, text: '[["one' });
                if (key.endsWith(':ready')) localStorage[key] = JSON.stringify({ ...kept, text: '-x' + kept.text });
            } }
            """
        );
        await launch.Again(sameDevice: true);
        await launch.Course.GoTo("my-plan");
        plan = launch.Course.Article.Locator("[data-paper='plan']");
        list = launch.Course.Article.Locator("[data-paper='ready']");
        await Assertions.Expect(plan.Locator("[data-row] textarea").First).ToHaveValueAsync("");
        await Assertions.Expect(list.Locator(":checked[data-tick]")).ToHaveCountAsync(0);

        await plan.Locator("[data-row] textarea").First.FillAsync("Call Ben");
        await launch.Course.Frame.EvaluateAsync(
            "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
        );
        await plan.Locator("[data-row] textarea").First.FillAsync("Call Cem");
        await Assertions.Expect(plan.Locator("[data-paper-keep]")).Not.ToBeCheckedAsync();
        Assert.Equal(
            0,
            await launch.Course.Frame.EvaluateAsync<int>(
                "Object.keys(localStorage).filter(key => key.endsWith(':plan')).length"
            )
        );

        await Assertions.Expect(list.Locator("[data-paper-keep]")).ToBeCheckedAsync();
        await launch.Course.Frame.EvaluateAsync("document.querySelector('[data-privacy-button]').click()");
        await Forget(launch.Course.Frame);
        await Assertions.Expect(list.Locator("[data-paper-keep]")).Not.ToBeCheckedAsync();
        await Assertions.Expect(list.Locator("[data-paper-delete]")).ToBeHiddenAsync();
    }

    [Fact(DisplayName = "Private notes can be saved as a file with their title")]
    public async Task SavedAsFile()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        await launch.Course.GoTo("thinking");
        await launch.Course.Article.Locator("textarea").FillAsync("The one with the soup.");
        IDownload saved = await launch.Page.RunAndWaitForDownloadAsync(() =>
            launch.Course.Article.Locator("[data-paper-save]").ClickAsync()
        );
        string text = await File.ReadAllTextAsync(await saved.PathAsync());
        Assert.Equal("An evening I remember\r\n\r\nThe one with the soup.\r\n", text);
    }

    [Fact(
        DisplayName = "Search finds a page by the start of a word, ignoring accents and capitals, and loads on demand"
    )]
    public async Task Search()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Width = 1100 }
        );
        Assert.DoesNotContain("search.js", launch.Requests);
        ILocator search = launch.Course.Frame.GetByRole(AriaRole.Search);
        await search.GetByRole(AriaRole.Searchbox).FillAsync("AMBUL");
        await Assertions.Expect(search.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 page found");
        await search.GetByRole(AriaRole.Link, new() { Name = "With care" }).ClickAsync();
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("With care");
        Assert.Contains("search.js", launch.Requests);
        await search.GetByRole(AriaRole.Searchbox).FillAsync("ines");
        await Assertions.Expect(search.GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    }

    [Fact(DisplayName = "Search holds no feedback and no right answer")]
    public void SearchHoldsNoAnswers()
    {
        string words = System.Text.Encoding.UTF8.GetString(Courses.FilesOf(Courses.Of("showcase"))["search.js"]);
        Assert.DoesNotContain("remembered", words);
        Assert.DoesNotContain("correct", words);
    }

    [Fact(DisplayName = "A term opens its meaning by keyboard and closes with Escape, once per page")]
    public async Task Terms()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        await launch.Course.GoTo("tabs");
        await launch.Course.Article.Locator("summary").First.ClickAsync();
        ILocator term = launch.Course.Article.GetByRole(AriaRole.Button, new() { Name = "calm half hour" });
        await Assertions.Expect(term).ToHaveCountAsync(1);
        await term.FocusAsync();
        await launch.Page.Keyboard.PressAsync("Enter");
        ILocator meaning = launch.Course.Article.Locator(".meaning:popover-open");
        await Assertions.Expect(meaning).ToContainTextAsync("low light");
        await launch.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(meaning).ToHaveCountAsync(0);
        await Assertions.Expect(term).ToBeFocusedAsync();
    }

    [Fact(DisplayName = "Arrow keys move between tabs, and the tabs are one stop for the Tab key")]
    public async Task TabsByArrows()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        await launch.Course.GoTo("tabs");
        await launch.Course.Article.GetByRole(AriaRole.Tab, new() { Name = "The hall" }).FocusAsync();
        await launch.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions
            .Expect(launch.Course.Article.GetByRole(AriaRole.Tab, new() { Name = "The kitchen" }))
            .ToBeFocusedAsync();
        await Assertions.Expect(launch.Course.Article.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Cups, tea");
        await launch.Page.Keyboard.PressAsync("End");
        await launch.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(launch.Course.Article.GetByRole(AriaRole.Tabpanel)).ToBeFocusedAsync();
    }

    [Fact(DisplayName = "A bookmarked page is marked in the menu, also after a return, and never stored in the state")]
    public async Task MarkedPages()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Width = 1100 }
        );
        await launch.Course.GoTo("tables");
        string? before = await launch.Stored("cmi.suspend_data");
        await launch.Course.Article.GetByRole(AriaRole.Button, new() { Name = "Mark this page" }).ClickAsync();
        await Assertions
            .Expect(launch.Course.Frame.Locator("[data-marked-list] a"))
            .ToHaveTextAsync("Tables and sides");
        await launch.Again(sameDevice: true);
        await Assertions.Expect(launch.Course.Frame.Locator("[data-marked-list] a")).ToHaveCountAsync(1);
        Assert.Equal(before?.Split('.')[2].Length, (await launch.Stored("cmi.suspend_data"))?.Split('.')[2].Length);
    }

    [Fact(DisplayName = "Documents of a case open one after the other, with the focus on the new one")]
    public async Task Documents()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions { Lms = "none" }
        );
        await launch.Course.GoTo("thinking");
        ILocator more = launch.Course.Article.Locator("[data-more]");
        await Assertions.Expect(launch.Course.Article.Locator("[data-document]:visible")).ToHaveCountAsync(1);
        await more.ClickAsync();
        await Assertions
            .Expect(launch.Course.Article.GetByRole(AriaRole.Heading, new() { Name = "The second Friday" }))
            .ToBeFocusedAsync();
        await more.ClickAsync();
        await Assertions.Expect(more).ToBeHiddenAsync();
    }

    [Fact(DisplayName = "At the end the learner can print a summary that says it is no certificate")]
    public async Task Confirmation()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("hello"),
            new LaunchOptions { Lms = "none" }
        );
        await launch.Course.Frame.EvaluateAsync("window.print = () => {}");
        await launch.Course.Frame.Locator("[data-confirm]").ClickAsync();
        await Assertions
            .Expect(launch.Course.Frame.Locator("[data-confirmation]"))
            .ToContainTextAsync("not a certificate");
        await launch.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(launch.Course.Frame.Locator("[data-confirmation]")).ToBeVisibleAsync();
        await Assertions.Expect(launch.Course.Article).ToBeHiddenAsync();
    }
}

using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The learner's card: it stays on the device, and never says that it is kept when it is not.</summary>
public sealed class CardTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Marker = "zq8<b>marker</b>";

    private const string Pages = """
          - id: rules
            title: Rules
            blocks:
              - type: callout
                tone: important
                body: "Call [112](tel:112), and read [the plan](page:plan)."
                keep: {id: two, title: Two adults}
              - type: quote
                body: I am glad you told me.
                source: A sentence
                keep: {id: sentence, title: A sentence}
          - id: plan
            title: Plan
            blocks:
              - type: reflection
                id: thought
                title: A thought
                prompt: What will you do?
                keep: {id: my-thought, title: My thought}
              - type: checklist
                id: list
                title: A list
                items: [One thing, Another thing]
                keep: {id: my-list, title: My list}
          - id: card
            title: Card
            blocks:
              - type: card
                title: My card
          - id: end
            title: End
            blocks:
              - type: text
                body: The end.

        """;

    /// <summary>A browser whose storage refuses everything that the course writes.</summary>
    private const string Refusing = """
        if (location.pathname.startsWith("/course/"))
          Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };
        """;

    private static CompileResult Course { get; } = MadeCourse.Of("card", Pages);

    private static ILocator Keep(Launch launch, string id) =>
        launch.Course.Article.Locator($"[data-keep='{id}'] [data-keep-button]");

    private static ILocator Item(Launch launch, string id) => launch.Course.Article.Locator($"[data-card-item='{id}']");

    private static ILocator Status(Launch launch) => launch.Course.Article.Locator("[data-card-status]");

    [Fact(DisplayName = "Only what the learner keeps is on the card; it is there after a return, and no LMS gets it")]
    public async Task Keeps()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course);
        await launch.Course.GoTo("card");
        await Assertions.Expect(launch.Course.Article.Locator("[data-card-empty]")).ToBeVisibleAsync();
        await Assertions.Expect(launch.Course.Article.Locator("[data-card-item]:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(launch.Course.Article.Locator("[data-card-actions]")).ToBeHiddenAsync();
        await launch.Course.GoTo("rules");
        await Keep(launch, "two").ClickAsync();
        await Keep(launch, "sentence").ClickAsync();
        await Keep(launch, "sentence").ClickAsync();
        await launch.Course.GoTo("plan");
        await launch.Course.Article.Locator("textarea").FillAsync("before");
        await Keep(launch, "my-thought").ClickAsync();
        await launch.Course.Article.Locator("textarea").FillAsync(Marker);
        await Keep(launch, "my-list").ClickAsync();
        await launch.Course.Article.Locator("[data-tick='1']").CheckAsync();
        await launch.Course.Article.Locator("[data-paper='list'] [data-paper-keep]").CheckAsync();
        await launch.Course.GoTo("card");
        await Assertions.Expect(Item(launch, "two")).ToBeVisibleAsync();
        await Assertions.Expect(Item(launch, "sentence")).ToBeHiddenAsync();
        await Assertions.Expect(Item(launch, "my-thought").Locator("[data-card-text]")).ToHaveTextAsync(Marker);
        await Assertions.Expect(Item(launch, "my-thought").Locator("[data-card-now]")).ToBeVisibleAsync();
        await Assertions.Expect(Item(launch, "my-list").Locator("[data-card-text]")).ToContainTextAsync("☑ Another");
        await Assertions.Expect(Item(launch, "my-list").Locator("[data-card-now]")).ToBeHiddenAsync();
        await Assertions.Expect(Status(launch)).ToContainTextAsync("on this device only");

        // A text that the learner did not keep on the device is not stored, also not with the card.
        Assert.DoesNotContain(
            "marker",
            await launch.Course.Frame.EvaluateAsync<string>("JSON.stringify({ ...localStorage })")
        );
        await launch.Again(sameDevice: true);
        await launch.Course.GoTo("card");
        await Assertions.Expect(Item(launch, "two")).ToBeVisibleAsync();
        await Assertions.Expect(Item(launch, "my-thought").Locator("[data-card-text]")).ToHaveTextAsync("");
        await Assertions.Expect(Item(launch, "my-list").Locator("[data-card-text]")).ToContainTextAsync("☑ Another");
        await launch.Again();
        await launch.Course.GoTo("card");
        await Assertions.Expect(launch.Course.Article.Locator("[data-card-item]:visible")).ToHaveCountAsync(0);
        Assert.DoesNotContain(
            await launch.Calls(),
            call => call.Args.Any(argument => argument.Contains("marker") || argument.Contains("my-thought"))
        );
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "The card is deleted only after a question; deleting what the device keeps deletes it too")]
    public async Task AsksFirst()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course);
        await Keep(launch, "two").ClickAsync();
        await launch.Course.GoTo("card");
        ILocator card = launch.Course.Article;
        await card.Locator("[data-card-delete]").ClickAsync();
        await Assertions.Expect(card.Locator("[data-card-sure] p")).ToBeFocusedAsync();
        await card.Locator("[data-card-stay]").ClickAsync();
        await Assertions.Expect(card.Locator("[data-card-delete]")).ToBeFocusedAsync();
        await Assertions.Expect(Item(launch, "two")).ToBeVisibleAsync();
        await card.Locator("[data-card-delete]").ClickAsync();
        await card.Locator("[data-card-delete-now]").ClickAsync();
        await Assertions.Expect(Item(launch, "two")).ToBeHiddenAsync();
        await Assertions.Expect(card.Locator("[data-card-title]")).ToBeFocusedAsync();
        Assert.Equal(0, await Stored(launch));

        await launch.Course.GoTo("rules");
        await Keep(launch, "two").ClickAsync();
        Assert.Equal(1, await Stored(launch));
        await launch.Course.Frame.EvaluateAsync("document.querySelector('[data-privacy-button]').click()");
        // The first press asks, the second deletes.
        foreach (string said in (string[])["Press again", "Deleted"])
        {
            await launch.Course.Frame.Locator("[data-forget]").ClickAsync();
            await Assertions.Expect(launch.Course.Frame.Locator("[data-forgotten]")).ToContainTextAsync(said);
        }
        Assert.Equal(0, await Stored(launch));
        await launch.Course.Frame.Locator("[data-privacy] [data-close]").ClickAsync();
        await launch.Course.GoTo("card");
        await Assertions.Expect(Item(launch, "two")).ToBeHiddenAsync();
    }

    private static Task<int> Stored(Launch launch) =>
        launch.Course.Frame.EvaluateAsync<int>(
            "Object.keys(localStorage).filter(key => key.endsWith(':paper:card')).length"
        );

    [Fact(DisplayName = "On a device that keeps nothing the learner reads that the card is gone at the end")]
    public async Task Refused()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course, new LaunchOptions { Script = Refusing });
        await Keep(launch, "two").ClickAsync();
        await Assertions
            .Expect(launch.Course.Article.Locator("[data-keep='two'] [data-keep-status]"))
            .ToContainTextAsync("This device does not keep it");
        await launch.Course.GoTo("card");
        await Assertions.Expect(Item(launch, "two")).ToBeVisibleAsync();
        await Assertions.Expect(Status(launch)).ToContainTextAsync("does not keep your card");
    }

    [Fact(DisplayName = "The card is saved as one HTML file without scripts, and the learner's text in it stays text")]
    public async Task Saves()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course);
        await Keep(launch, "two").ClickAsync();
        await launch.Course.GoTo("plan");
        await launch.Course.Article.Locator("textarea").FillAsync(Marker);
        await Keep(launch, "my-thought").ClickAsync();
        await launch.Course.GoTo("card");
        IDownload download = await launch.Page.RunAndWaitForDownloadAsync(() =>
            launch.Course.Article.Locator("[data-card-save]").ClickAsync()
        );
        Assert.Equal("card-card.html", download.SuggestedFilename);
        string html = await File.ReadAllTextAsync((await download.PathAsync())!);
        Assert.Contains("<h3>Two adults</h3>", html);
        Assert.Contains("<a href=\"tel:112\">112</a>", html);
        Assert.Contains("the plan", html); // a link to a page of the course is plain text
        Assert.DoesNotContain("page:plan", html);
        Assert.DoesNotContain("#p-plan", html);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("A sentence", html);
        Assert.Contains("zq8&lt;b&gt;marker&lt;/b&gt;", html);
        await Assertions.Expect(launch.Course.Article.Locator("[data-card-copy]")).ToContainTextAsync("Two adults");
    }

    [Fact(DisplayName = "In a frame that may not save files or print, the learner can copy the card and reads why")]
    public async Task Sandboxed()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course, new LaunchOptions { Lms = "sandboxed" });
        launch.Tolerant = true; // browsers report what they block
        await Keep(launch, "two").ClickAsync();
        await launch.Course.GoTo("card");
        await launch.Course.Article.Locator("[data-card-save]").ClickAsync();
        await Assertions
            .Expect(launch.Course.Article.Locator("[data-card-file]"))
            .ToContainTextAsync("If no file was saved");
        await Assertions.Expect(launch.Course.Article.Locator("[data-card-copy]")).ToContainTextAsync("112");
        await launch.Course.Article.Locator("[data-card-print]").ClickAsync();
        await Assertions.Expect(launch.Course.Article.Locator(".missing")).ToBeVisibleAsync();
    }

    [Fact(DisplayName = "The end of the course leads to the card once something is on it; print shows it alone")]
    public async Task HandsOver()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Course,
            new LaunchOptions { Script = "window.print = () => dispatchEvent(new Event('beforeprint'))" }
        );
        await launch.Course.GoTo("end");
        await Assertions.Expect(launch.Course.Frame.Locator("[data-left]")).ToBeVisibleAsync();
        await Assertions.Expect(launch.Course.Frame.Locator("[data-card-over]")).ToHaveCountAsync(0);
        await launch.Course.GoTo("rules");
        await Keep(launch, "sentence").ClickAsync();
        await launch.Course.GoTo("end");
        await launch.Course.Frame.Locator("[data-left] .onward").ClickAsync();
        Assert.Equal("card", await launch.Course.PageId());
        await launch.Course.Article.Locator("[data-card-print]").ClickAsync();
        await launch.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(Item(launch, "sentence")).ToBeVisibleAsync();
        await Assertions.Expect(Item(launch, "two")).ToBeHiddenAsync();
        await Assertions.Expect(launch.Course.Article.Locator("[data-card-actions]")).ToBeHiddenAsync();
        await Assertions.Expect(launch.Course.Frame.Locator("[data-turn]")).ToBeHiddenAsync();
    }

    [Fact(DisplayName = "The printed course has everything that can be on the card in full, to be ticked")]
    public void PrintedInFull()
    {
        string print = System.Text.Encoding.UTF8.GetString(Courses.FilesOf(Course)["print.html"]);
        string card = print[print.IndexOf("<section class=\"my-card\">", StringComparison.Ordinal)..];
        card = card[..card.IndexOf("The end.", StringComparison.Ordinal)];
        foreach (string title in (string[])["Two adults", "A sentence", "My thought", "My list"])
            Assert.Contains($"<h3 class=\"to-tick\">{title}</h3>", card);
        Assert.Contains("<a href=\"tel:112\">112</a>", card);
        Assert.Contains("I am glad you told me.", card);
        // Where the learner writes: the page has the lines for it.
        Assert.Contains("<p class=\"small\">Plan</p>", card);
    }

    [Fact(DisplayName = "A formula is a line of text in the text of the card, and a list to tick in its file")]
    public async Task Formulas()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            MadeCourse.Of(
                "card-formulas",
                """
                  - id: rules
                    title: Rules
                    blocks:
                      - type: callout
                        tone: important
                        body: The area is $\frac{g h}{2}$.
                        keep: {id: area, title: Area}
                      - type: checklist
                        id: list
                        title: A list
                        items: [I know $x^2$, I know nothing]
                        keep: {id: my-list, title: My list}
                  - id: card
                    title: Card
                    blocks:
                      - type: card
                        title: My card

                """
            )
        );
        await launch.Course.Article.Locator("[data-tick]").First.CheckAsync();
        await Keep(launch, "area").ClickAsync();
        await Keep(launch, "my-list").ClickAsync();
        await launch.Course.GoTo("card");
        await Assertions.Expect(Item(launch, "my-list").Locator("[data-card-text]")).ToContainTextAsync("☑ I know x²");
        await Assertions.Expect(Item(launch, "area").Locator("math")).ToBeVisibleAsync();
        await launch.Course.Article.Locator("[data-card-save]").ClickAsync();
        await Assertions
            .Expect(launch.Course.Article.Locator("[data-card-copy]"))
            .ToContainTextAsync("The area is (gh)/2.");
    }
}

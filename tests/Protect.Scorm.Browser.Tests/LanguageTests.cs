using Microsoft.Playwright;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Several languages in one package.</summary>
public sealed class LanguageTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static CompileResult Package =>
        Courses.WithLanguages("showcase", PseudoLanguage.Longer, PseudoLanguage.Mirrored);

    [Fact(DisplayName = "Changing the language in the middle of a quiz keeps every answer and the LMS session")]
    public async Task InTheMiddle()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(run.Browser, Package);
        CoursePage course = launch.Course;
        await course.GoTo(keys.AssessmentPage);
        IReadOnlyList<Answers> asked = await course.Asked(keys);
        string[] order = await course.QuestionOrder();
        foreach (Answers item in asked.Take(asked.Count / 2))
            await course.Choose(item.Id, item.Right);
        await Change(course, PseudoLanguage.Mirrored);
        Assert.Equal("rtl", await course.Frame.EvaluateAsync<string>("document.documentElement.dir"));
        Assert.Equal(order, await course.QuestionOrder());
        foreach (Answers item in asked.Take(asked.Count / 2))
        {
            foreach (int option in item.Right)
                await Assertions
                    .Expect(course.Question(item.Id).Locator($"input[value='{option}']"))
                    .ToBeCheckedAsync();
        }
        foreach (Answers item in asked.Skip(asked.Count / 2))
            await course.Choose(item.Id, item.Right);
        await Change(course, "en");
        await course.HandIn();
        await Assertions.Expect(course.Results).ToHaveAttributeAsync("data-passed", "true");
        await Change(course, PseudoLanguage.Longer);
        await Assertions.Expect(course.Results).ToHaveAttributeAsync("data-passed", "true");
        Assert.Equal("passed", await launch.Stored("cmi.core.lesson_status"));
        Assert.Single(await launch.Calls(), call => call.Name == "LMSInitialize");
        Assert.DoesNotContain(await launch.Calls(), call => call.Name == "LMSFinish");
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "Unchecked choices, written text and bookmarks are kept when the language changes")]
    public async Task NothingIsLost()
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        await using Launch launch = await Launch.Start(run.Browser, Package);
        CoursePage course = launch.Course;
        Answers check = keys.Checks[0];
        await course.GoTo("thinking");
        await course.Article.Locator("textarea").First.FillAsync("Soup and songs");
        await course.Article.Locator("[data-bookmark]").ClickAsync();
        await course.GoTo(check.Page);
        await course.Choose(check.Id, check.Wrong);
        await Change(course, PseudoLanguage.Longer);
        Assert.Equal(check.Page, await course.PageId());
        foreach (int option in check.Wrong)
            await Assertions.Expect(course.Question(check.Id).Locator($"input[value='{option}']")).ToBeCheckedAsync();
        await Assertions.Expect(course.Verdict(check.Id)).ToHaveCountAsync(0);
        await course.GoTo("thinking");
        await Assertions.Expect(course.Article.Locator("textarea").First).ToHaveValueAsync("Soup and songs");
        await Assertions.Expect(course.Article.Locator("[data-bookmark]")).ToHaveAttributeAsync("aria-pressed", "true");
        // Only one program listens: one click turns one page.
        string[] pages = await course.PageIds();
        await course.Frame.Locator("[data-next]").ClickAsync();
        Assert.Equal(pages[Array.IndexOf(pages, "thinking") + 1], await course.PageId());
    }

    [Fact(
        DisplayName = "Each language is listed by its own name; the focus stays, and this device remembers the choice"
    )]
    public async Task Remembered()
    {
        await using Launch launch = await Launch.Start(run.Browser, Package);
        await Change(launch.Course, PseudoLanguage.Longer);
        await Assertions.Expect(List(launch.Course)).ToBeFocusedAsync();
        await Axe.Clean(launch.Page, "another language");
        await Assertions.Expect(launch.Course.Notices).Not.ToBeEmptyAsync();
        await launch.Again(sameDevice: true);
        Assert.Equal(
            PseudoLanguage.Longer,
            await launch.Course.Frame.EvaluateAsync<string>("document.documentElement.lang")
        );
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "If a language cannot be loaded, the course stays as it was and says so")]
    public async Task DoesNotArrive()
    {
        await using Launch launch = await Launch.Start(run.Browser, Package);
        launch.Tolerant = true;
        launch.Offline = true;
        await List(launch.Course).SelectOptionAsync(PseudoLanguage.Mirrored);
        await Assertions.Expect(launch.Course.Notices).ToContainTextAsync("did not load");
        await Assertions.Expect(List(launch.Course)).ToHaveValueAsync("en");
        Assert.Equal("en", await launch.Course.Frame.EvaluateAsync<string>("document.documentElement.lang"));
    }

    private static ILocator List(CoursePage course) => course.Frame.Locator("[data-languages] select");

    private static async Task Change(CoursePage course, string language)
    {
        await List(course).SelectOptionAsync(language);
        await course.Frame.Locator($"html[lang='{language}']").WaitForAsync();
        await Assertions.Expect(course.Article).ToHaveCountAsync(1);
        await course.Article.WaitForAsync();
    }
}

using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Accessibility trees of the important parts, as files in <c>tests/specs/accessibility</c>. A change of a tree is a
/// change of what a screen reader reads: look at it, then accept it with <c>PROTECT_ACCEPT=1</c>.
/// </summary>
public sealed class AccessibilityTreeTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Theory(DisplayName = "Screen readers meet the parts of a page as the expected files show")]
    [InlineData("header")]
    [InlineData("menu")]
    [InlineData("question")]
    [InlineData("assessment")]
    [InlineData("tabs")]
    [InlineData("dialog")]
    public async Task Trees(string part)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions
            {
                Lms = "none",
                Width = 1100,
                SameRandoms = true,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        ILocator shown = await Show(launch.Course, part);
        string tree = (await shown.AriaSnapshotAsync()).ReplaceLineEndings("\n") + "\n";
        string path = Repository.At("tests", "specs", "accessibility", part + ".yaml");
        string expected = File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : "";
        if (expected == tree)
            return;
        if (Environment.GetEnvironmentVariable("PROTECT_ACCEPT") == "1")
            await File.WriteAllTextAsync(path, tree);
        Assert.Fail($"{path} differs (PROTECT_ACCEPT=1 accepts).\n--- expected\n{expected}\n--- actual\n{tree}");
    }

    private static async Task<ILocator> Show(CoursePage course, string part)
    {
        AnswerKey keys = AnswerKey.Of("showcase");
        IFrame frame = course.Frame;
        switch (part)
        {
            case "header":
                return frame.GetByRole(AriaRole.Banner);
            case "menu":
                await frame.Locator("[data-search] button").WaitForAsync(); // the rest of the program is loaded
                return frame.Locator("[data-menu]");
            case "question":
                var check = keys.Checks[0];
                await course.GoTo(check.Page);
                await course.Choose(check.Id, check.Wrong);
                await course.Check(check.Id);
                await course.Verdict(check.Id).WaitForAsync();
                return course.Question(check.Id);
            case "assessment":
                await course.GoTo(keys.AssessmentPage);
                await course.HandIn();
                return frame.Locator("[data-submit-area]");
            case "tabs":
                string page = await frame.EvaluateAsync<string>(
                    "document.querySelector('[data-block=tabs]')?.closest('article').dataset.page ?? 'tabs'"
                );
                await course.GoTo(page);
                return course.Article.Locator("[data-block=tabs]");
            default:
                await frame.Locator("[data-privacy-button]").ClickAsync();
                ILocator dialog = frame.GetByRole(AriaRole.Dialog);
                await dialog.WaitForAsync();
                return dialog;
        }
    }
}

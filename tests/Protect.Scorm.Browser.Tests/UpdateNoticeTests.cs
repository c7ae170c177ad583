using System.Text.Json;
using Microsoft.Playwright;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Notice at the first launch after an update of the course, from the record of the LMS.</summary>
public sealed class UpdateNoticeTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Record = "lms-record";

    [Fact(DisplayName = "After an update without the old layout, the learner reads what came back and what did not")]
    public async Task UnknownLayout()
    {
        string record = await Learned();
        await using Launch launch = await After(record, Release("1.1.0", "One, Two, Three"));
        string notice = await launch.Course.Notices.InnerTextAsync();
        Assert.Contains("The course has changed since your last visit.", notice);
        Assert.Contains("You are on the page where you left off.", notice);
        Assert.Contains("your earlier answers could not be brought back.", notice);
        Assert.DoesNotContain("You are where you left off.", notice);
        Assert.Equal("second", await launch.Course.PageId());
        await launch.NoErrorCodes();
    }

    [Fact(DisplayName = "After an update with the old layout, the learner reads on which pages answers are missing")]
    public async Task KnownLayout()
    {
        string record = await Learned();
        string layout = Release("1.0.0", "One, Two").StateMap!.Write();
        await using Launch changed = await After(record, Release("1.1.0", "One, Two, Three", layout));
        string notice = await changed.Course.Notices.InnerTextAsync();
        Assert.Contains("could not be brought back: The first page", notice);
        Assert.DoesNotContain("The second page", notice);

        await using Launch same = await After(record, Release("1.1.0", "One, Two", layout, "\n  - id: third\n"));
        Assert.Contains("You are where you left off.", await same.Course.Notices.InnerTextAsync());
    }

    private async Task<string> Learned()
    {
        await using Launch launch = await Launch.Start(run.Browser, Release("1.0.0", "One, Two"));
        await launch.Course.Choose("check", 0);
        await launch.Course.Question("check").GetByRole(AriaRole.Button).First.ClickAsync();
        await launch.Course.Next.ClickAsync();
        await Assertions.Expect(launch.Course.Heading).ToHaveTextAsync("The second page");
        await launch.Course.Leave.First.ClickAsync();
        for (int wait = 0; wait < 100 && await launch.Stored("cmi.core.lesson_location") != "second"; wait++)
            await Task.Delay(50);
        var record = new Dictionary<string, string>();
        foreach (string element in new[] { "cmi.suspend_data", "cmi.core.lesson_location", "cmi.core.lesson_status" })
            record[element] = (await launch.Stored(element))!;
        return JsonSerializer.Serialize(record);
    }

    private Task<Launch> After(string record, CompileResult release) =>
        Launch.Start(
            run.Browser,
            release,
            new LaunchOptions { Storage = new Dictionary<string, string> { [Record] = record } }
        );

    private static CompileResult Release(string version, string options, string? layout = null, string more = "")
    {
        var files = new Dictionary<string, string>
        {
            ["course.yaml"] =
                $"id: updated\nversion: {version}\nlanguage: en\ntitle: Updated\ndescription: D.\nduration: 5\n"
                + "licence: MIT\nauthors: [A]\nmodules: [one]\n",
            ["modules/one.yaml"] =
                "id: one\ntitle: One\npages:\n  - id: first\n    title: The first page\n    blocks:\n"
                + "      - type: single-choice\n        id: check\n        prompt: Which?\n        options:\n"
                + string.Concat(
                    options
                        .Split(", ")
                        .Select(
                            (text, index) =>
                                $"          - text: {text}\n" + (index == 0 ? "            correct: true\n" : "")
                        )
                )
                + "  - id: second\n    title: The second page\n    blocks:\n      - type: text\n        body: Hello.\n"
                + (
                    more.Length == 0
                        ? ""
                        : $"{more.Trim('\n')}\n    title: Third\n    blocks:\n      - type: text\n        body: New.\n"
                ),
        };
        if (layout is not null)
            files[$"{StateMap.Folder}updated-1.0.0{StateMap.Suffix}"] = layout;
        return Courses.Made(files);
    }
}

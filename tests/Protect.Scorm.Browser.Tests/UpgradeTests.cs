using System.Text.Json;
using Microsoft.Playwright;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Learners of earlier releases (<c>tests/fixtures</c>) in today's packages. Unchanged questions keep their answers,
/// changed questions restore none, and results stay.
/// </summary>
public sealed class UpgradeTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Record = "lms-record";

    /// <summary>
    /// Visits the pages of all questions and returns the answers that their forms show, by authored index.
    /// </summary>
    private const string ReadScreen = """
        async (ids) => {
          const find = (what) => document.querySelector(what);
          const until = async (look) => {
            for (let wait = 0; wait < 1000 && !look(); wait++) await new Promise((done) => setTimeout(done, 15));
            return look();
          };
          const shows = (form) => {
            const answer = form.querySelector("[data-answer]");
            const of = (field) => {
              const part = field.closest("[data-part]")?.dataset.part;
              return part === undefined ? field.value : `${part}=${field.value}`;
            };
            const chosen = [...answer.querySelectorAll("input:checked")].map(of).sort();
            const fields = [...answer.querySelectorAll("select, input[type=text]")];
            const filled = fields.filter((field) => field.value !== "").map(of).sort();
            const lines = answer.dataset.touched ? [...answer.querySelectorAll("[data-order] > [data-part]")] : [];
            const order = lines.map((line) => line.dataset.part).join(">");
            const place = answer.dataset.at ? `at ${answer.dataset.at}` : "";
            const confidence = form.querySelector("[data-confidence] input:checked")?.value;
            const sure = confidence === undefined ? "" : `sure ${confidence}`;
            return [...chosen, ...filled, order, place, sure].filter((text) => text !== "");
          };
          const course = window.protectCourse ?? JSON.parse(find("#course-data").textContent);
          const page = (await until(() => find("article[data-page]:not([hidden])"))).dataset.page;
          const progress = find("[data-progress]").value;
          const questions = {};
          const wanted = course.questions.filter((question) => ids.includes(question.id));
          for (const id of new Set(wanted.map((question) => question.page))) {
            const link = find(`[data-menu] [data-page-link='${id}']`);
            if (link) link.click();
            else location.hash = `p-${id}`;
            const isOpen = await until(() => find(`article[data-page='${id}']:not([hidden])`));
            if (!isOpen) throw new Error(`The page ${id} does not open.`);
            for (const form of document.querySelectorAll("article:not([hidden]) form[data-question]:not([hidden])")) {
              const explained = form.querySelector("[data-result] [data-verdict]") !== null;
              questions[form.dataset.question] = { shows: shows(form), explained };
            }
          }
          return JSON.stringify({ page, progress, questions, sent: find("[data-results]:not([hidden])") !== null });
        }
        """;

    private static readonly string Fixtures = Repository.At("tests", "fixtures");

    /// <summary>Paths of the fixtures of releases, relative to their folder.</summary>
    public static TheoryData<string> Learners =>
        [
            .. Directory
                .EnumerateDirectories(Fixtures)
                .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
                .Select(file => Path.GetRelativePath(Fixtures, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory(DisplayName = "A learner of an earlier release resumes in today's package from the LMS record")]
    [MemberData(nameof(Learners))]
    public async Task FromTheLms(string file)
    {
        Fixture learner = Read(file);
        await using Launch launch = await Start(learner, new() { [Record] = JsonSerializer.Serialize(learner.Lms) });
        await ComesBack(learner, launch);
    }

    [Theory(DisplayName = "A learner of an earlier release whose LMS lost everything resumes from the device copy")]
    [MemberData(nameof(Learners))]
    public async Task FromTheDevice(string file)
    {
        Fixture learner = Read(file);
        await using Launch launch = await Start(learner, learner.Device);
        // Finished work may belong to an attempt the LMS has closed: the learner decides.
        if (learner.Restored.Status != "incomplete")
        {
            await launch.Course.Frame.Locator("[data-bring-back]").ClickAsync();
            await Assertions.Expect(launch.Course.Frame.Locator("html.ready")).ToBeAttachedAsync();
        }
        await ComesBack(learner, launch);
    }

    private Task<Launch> Start(Fixture learner, Dictionary<string, string> storage) =>
        // The clock of the fixtures: device copies end after 30 days.
        Launch.Start(run.Browser, Today(learner), new LaunchOptions { Clock = true, Storage = storage });

    private static CompileResult Today(Fixture learner) =>
        Courses.Of(learner.Course, learner.Edition, learner.Language);

    private static async Task ComesBack(Fixture learner, Launch launch)
    {
        (StateMap then, StateMap now) = (LayoutOf(learner), Today(learner).StateMap!);
        Restored restored = learner.Restored;
        string[] asked = restored.Attempt?.Asked ?? [],
            answered = [.. restored.Checks.Keys, .. asked];
        if (now.Pages.Contains(restored.Page))
            await Assertions
                .Expect(launch.Course.Frame.Locator($"article[data-page='{restored.Page}']:not([hidden])"))
                .ToBeVisibleAsync();
        await launch.Course.Frame.WaitForFunctionAsync("() => document.querySelector('[data-progress]').value > 0");
        string read = await launch.Course.Frame.EvaluateAsync<string>(ReadScreen, answered);
        Screen screen = JsonSerializer.Deserialize<Screen>(read, JsonSerializerOptions.Web)!;

        if (now.Pages.Contains(restored.Page))
            Assert.Equal(restored.Page, screen.Page);
        int seen = now.Pages.Intersect([.. restored.Seen, screen.Page]).Count();
        Assert.Equal(Math.Round(100.0 * seen / now.Pages.Count, MidpointRounding.AwayFromZero), screen.Progress);

        foreach ((string id, Check check) in restored.Checks)
        {
            MappedQuestion old = Assert.Single(then.Questions, question => question.Id == id);
            bool isSame = now.Questions.Contains(old);
            Assert.True(!isSame || screen.Questions.ContainsKey(id), $"{id} is in the course, and on no page");
            if (!screen.Questions.TryGetValue(id, out Shown? shown))
                continue;
            AssertShows(isSame ? check.Shows : [], id, shown);
            Assert.True(!isSame || check.Tries == 0 || shown.Explained, $"{id} lost its feedback");
        }

        bool keepsAttempt = restored.Attempt is not null && SameAssessment(then, now);
        Assert.Equal(keepsAttempt && restored.Attempt!.Sent, screen.Sent);
        foreach (string id in asked)
        {
            Check? answer = keepsAttempt ? restored.Attempt!.Answers.GetValueOrDefault(id) : null;
            Assert.True(!keepsAttempt || screen.Questions.ContainsKey(id), $"The attempt no longer asks {id}");
            if (screen.Questions.TryGetValue(id, out Shown? shown))
                AssertShows(answer?.Shows ?? [], id, shown);
        }

        await Holds(learner, launch, "cmi.core.lesson_status");
        // Without an assessment the score is the share of correct checks, and there may be more checks now.
        if (now.HasAssessment || now.Hash == then.Hash)
            await Holds(learner, launch, "cmi.core.score.raw");
        await launch.NoErrorCodes();
    }

    private static void AssertShows(string[] expected, string id, Shown shown) =>
        Assert.Equal($"{id}: {string.Join(' ', expected)}", $"{id}: {string.Join(' ', shown.Shows)}");

    /// <summary>Waits until the LMS holds the same data as for the earlier release.</summary>
    private static async Task Holds(Fixture learner, Launch launch, string element)
    {
        string? wanted = learner.Lms.GetValueOrDefault(element);
        string? stored = await launch.Stored(element);
        for (int wait = 0; wait < 100 && stored != wanted; wait++)
        {
            await Task.Delay(50);
            stored = await launch.Stored(element);
        }
        Assert.Equal((element, wanted), (element, stored));
    }

    private static bool SameAssessment(StateMap then, StateMap now) =>
        then.Questions.Where(Assessed).SequenceEqual(now.Questions.Where(Assessed))
        && then.Draws.Select(Text).SequenceEqual(now.Draws.Select(Text));

    private static bool Assessed(MappedQuestion question) => question.Assessed;

    private static string Text(Model.Draw draw) => $"{draw.Count} of {string.Join(',', draw.Of)}";

    /// <summary>Returns the state layout of the release, which the course must keep.</summary>
    private static StateMap LayoutOf(Fixture learner)
    {
        string hash = learner.Lms["cmi.suspend_data"].Split('.')[1];
        string[] kept = Directory.GetFiles(Repository.At("courses", learner.Course, "layouts"));
        IEnumerable<StateMap> layouts = kept.Select(file => StateMap.Read(File.ReadAllText(file))!);
        return Assert.Single(layouts, layout => layout.Hash == hash);
    }

    private static Fixture Read(string file)
    {
        string json = File.ReadAllText(Path.Combine(Fixtures, file));
        return JsonSerializer.Deserialize<Fixture>(json, JsonSerializerOptions.Web)!;
    }

    private sealed record Fixture(
        string Course,
        string? Edition,
        string Language,
        Dictionary<string, string> Lms,
        Dictionary<string, string> Device,
        Restored Restored
    );

    private sealed record Restored(
        string Status,
        string Page,
        string[] Seen,
        Dictionary<string, Check> Checks,
        Attempt? Attempt
    );

    private sealed record Check(string[] Shows, int Tries);

    private sealed record Attempt(bool Sent, string[] Asked, Dictionary<string, Check> Answers);

    private sealed record Screen(string Page, double Progress, Dictionary<string, Shown> Questions, bool Sent);

    private sealed record Shown(string[] Shows, bool Explained);
}

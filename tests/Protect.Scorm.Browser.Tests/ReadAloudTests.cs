using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Reading aloud, with a voice that only records its texts.</summary>
public sealed class ReadAloudTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private const string Voices = """
        {
          const said = [];
          let current = null;
          const voice = (name, lang, localService) => ({ name, lang, localService, default: false });
          globalThis.voices = [
            voice("Far away", "en-US", false), voice("Here", "en-GB", true), voice("Ici", "fr_FR", true),
            voice("Lejos", "es-ES", false),
          ];
          globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
          Object.defineProperty(globalThis, "speechSynthesis", {
            value: {
              getVoices: () => globalThis.voices,
              speak(one) { current = one; said.push(`${one.voice.name}: ${one.text}`); },
              cancel() { current = null; said.push("stopped"); },
            },
          });
          globalThis.said = said;
          globalThis.fail = () => current?.onerror();
          globalThis.finish = () => { const one = current; current = null; one?.onend(); return one !== null; };
        }
        """;

    private const string Pages = """
          - id: one
            title: The first page
            blocks:
              - type: text
                body: |
                  In French it is <span lang="fr">bonjour</span>, in Spanish <span lang="es">hola</span>.

                  - An item
              - type: accordion
                items:
                  - {title: A question, body: A closed answer.}
              - type: single-choice
                id: check
                prompt: Which one?
                options:
                  - {text: This one, correct: true}
                  - {text: That one}
                feedback: {right: "Because it is.", wrong: "Because it is not."}
          - id: two
            title: The second page
            blocks:
              - type: text
                body: More text.

        """;

    private static CompileResult Course { get; } =
        Courses.Made(
            new()
            {
                ["course.yaml"] =
                    "id: aloud\nversion: 1.0.0\nlanguage: en\ntitle: Made\ndescription: D.\nduration: 5\n"
                    + "licence: MIT\nauthors: [A]\nmodules: [one]\npackage: {read_aloud: true}\n",
                ["modules/one.yaml"] = "id: one\ntitle: One\npages:\n" + Pages,
            }
        );

    private static LaunchOptions With(string script = "") => new() { Script = Voices + script };

    private static Task<string[]> Said(Launch launch) => launch.Course.Frame.EvaluateAsync<string[]>("said");

    private static ILocator PageButton(Launch launch) => launch.Course.Article.Locator("[data-speak='page']");

    private static async Task<string[]> ToTheEnd(Launch launch)
    {
        for (int piece = 0; piece < 50 && await launch.Course.Frame.EvaluateAsync<bool>("finish()"); piece++) { }
        return await Said(launch);
    }

    [Fact(DisplayName = "A page is read in order by local voices, each part in its language, without closed answers")]
    public async Task Reads()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course, With());
        await PageButton(launch).ClickAsync();
        await Assertions.Expect(PageButton(launch)).ToHaveTextAsync("Stop reading");
        string[] requests = [.. launch.Requests];
        await Assertions.Expect(launch.Course.Article.Locator("h1[data-spoken]")).ToHaveCountAsync(1);
        Assert.Equal(
            [
                "Here: The first page",
                "Here: In French it is",
                "Ici: bonjour",
                "Here: , in Spanish",
                "Here: hola",
                "Here: An item",
                "Here: A question",
                "Here: Which one?",
                "Here: One answer.",
                "Here: This one",
                "Here: That one",
                "stopped",
            ],
            await ToTheEnd(launch)
        );
        await Assertions.Expect(PageButton(launch)).ToHaveTextAsync("Read aloud");
        await Assertions.Expect(launch.Course.Article.Locator("[data-spoken]")).ToHaveCountAsync(0);
        // The probe asks whether the network is there, whatever is read.
        Assert.Empty(launch.Requests.Except([.. requests, "probe.txt"]));

        // An answer is read once it is open.
        await launch.Course.Article.Locator("summary").ClickAsync();
        await launch.Course.Article.Locator("[data-speak='block']").Nth(1).ClickAsync();
        Assert.Equal(["Here: A question", "Here: A closed answer.", "stopped"], (await ToTheEnd(launch))[^3..]);
    }

    [Fact(DisplayName = "Reading stops at once: with its button, Escape, another page, and leaving by keyboard")]
    public async Task Stops()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course, With());
        async Task Silent()
        {
            Assert.Equal("stopped", (await Said(launch))[^1]);
            Assert.False(await launch.Course.Frame.EvaluateAsync<bool>("finish()"));
            await Assertions.Expect(launch.Course.Frame.Locator("[data-spoken]")).ToHaveCountAsync(0);
        }
        await PageButton(launch).ClickAsync();
        await PageButton(launch).ClickAsync();
        await Silent();
        await PageButton(launch).ClickAsync();
        await launch.Page.Keyboard.PressAsync("Escape");
        await Silent();
        await PageButton(launch).ClickAsync();
        await launch.Course.Next.ClickAsync();
        await launch.Course.Article.Locator("h1:text('The second page')").WaitForAsync();
        await Silent();
        await PageButton(launch).ClickAsync();
        for (int press = 0; press < 3; press++)
            await launch.Page.Keyboard.PressAsync("Shift");
        await launch.Course.Frame.Locator("[data-closing]").WaitForAsync();
        await Silent();
    }

    [Fact(DisplayName = "Without a local voice of the language there is no button; it appears when the voice does")]
    public async Task NoVoice()
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Course,
            With("globalThis.voices = globalThis.voices.filter(({ name }) => name !== 'Here');")
        );
        await Assertions.Expect(PageButton(launch)).ToBeHiddenAsync();
        await Assertions.Expect(launch.Course.Article.Locator("[data-speak]:visible")).ToHaveCountAsync(0);
        await launch.Course.Frame.EvaluateAsync(
            """
            () => {
              voices.push({ name: "Later", lang: "en", localService: true, default: true });
              speechSynthesis.onvoiceschanged();
            }
            """
        );
        await PageButton(launch).ClickAsync();
        Assert.Equal("Later: The first page", (await Said(launch))[^1]);
    }

    [Fact(DisplayName = "A voice that fails ends the reading, and so does a recording that starts")]
    public async Task Fails()
    {
        await using Launch launch = await Launch.Start(run.Browser, Course, With());
        await PageButton(launch).ClickAsync();
        await launch.Course.Frame.EvaluateAsync(
            "document.querySelector('article').append(Object.assign(document.createElement('audio'), { id: 'late' }))"
        );
        await launch.Course.Frame.EvaluateAsync("document.querySelector('#late').dispatchEvent(new Event('play'))");
        await Assertions.Expect(PageButton(launch)).ToHaveTextAsync("Read aloud");
        Assert.Equal("stopped", (await Said(launch))[^1]);
        await PageButton(launch).ClickAsync();
        await Assertions.Expect(PageButton(launch)).ToHaveTextAsync("Stop reading");
        await launch.Course.Frame.EvaluateAsync("fail()");
        await Assertions.Expect(PageButton(launch)).ToHaveTextAsync("Read aloud");
        await Assertions.Expect(launch.Course.Frame.Locator("[data-spoken]")).ToHaveCountAsync(0);
    }
}

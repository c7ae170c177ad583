using System.Globalization;
using Microsoft.Playwright;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Browser.Tests;

/// <summary>The course as a learner uses it: controls are found by their text, in French or English.</summary>
internal sealed class CoursePage(IPage page, IFrame frame)
{
    public IPage Page => page;

    public IFrame Frame => frame;

    public ILocator Article => frame.Locator("article[data-page]:not([hidden])");

    public ILocator Heading => Article.GetByRole(AriaRole.Heading, new LocatorGetByRoleOptions { Level = 1 });

    /// <summary>The page's own button; a question has another one.</summary>
    public ILocator Next => frame.Locator("[data-next]:visible");

    public ILocator Previous => frame.Locator("[data-previous]:visible");

    public ILocator Leave =>
        frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Quitter( vite)?|Leave( quickly)?)$") });

    public ILocator Submit => frame.Locator("[data-submit]:visible");

    public ILocator Retry => frame.Locator("[data-retry]:visible");

    public ILocator Results => frame.Locator("[data-results]:visible");

    public ILocator Banner => frame.Locator("[data-saving]");

    public ILocator Notices => frame.Locator("[data-notices]");

    /// <summary>Returns the elements that end outside the window, if the page scrolls sideways.</summary>
    public Task<string[]> TooWide() =>
        frame.EvaluateAsync<string[]>(
            """
            () => {
              const { scrollWidth, clientWidth } = document.documentElement;
              if (scrollWidth <= clientWidth) return [];
              const outside = [...document.querySelectorAll("body *")].filter((one) => {
                const { left, right, width } = one.getBoundingClientRect();
                return width > 0 && (left < -0.5 || right > clientWidth + 0.5);
              });
              const names = outside.map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`);
              return [`${scrollWidth - clientWidth} pixels too wide`, ...names.slice(-6)];
            }
            """
        );

    public async Task Ready() => await frame.Locator("html.ready").WaitForAsync();

    public Task<string?> PageId() => Article.GetAttributeAsync("data-page");

    public ILocator Question(string id) => frame.Locator($"form[data-question='{id}']");

    /// <summary>Goes to a question of an assessment that shows one at a time.</summary>
    public Task Reach(string question) =>
        frame.EvaluateAsync(
            """
            (id) => {
              if (document.querySelector(`form[data-question="${id}"][data-waiting]`))
                document.querySelector(`[data-go-to="${id}"]`).click();
            }
            """,
            question
        );

    /// <summary>Opens the overview of an assessment that shows one question at a time.</summary>
    public async Task ToOverview()
    {
        ILocator steps = frame.Locator("[data-steps]:visible");
        if (await steps.CountAsync() > 0)
            await steps.Locator("[data-step-overview]:visible, [data-step-next]").Last.ClickAsync();
        await Submit.WaitForAsync();
    }

    /// <summary>Submits the answers to the assessment, from the overview if there is one.</summary>
    public async Task HandIn()
    {
        await ToOverview();
        await Submit.ClickAsync();
    }

    /// <summary>Chooses options by their authored index.</summary>
    public async Task Choose(string question, params int[] options)
    {
        await Reach(question);
        foreach (ILocator box in await Question(question).Locator("input[type=checkbox]:checked").AllAsync())
        {
            string value = (await box.GetAttributeAsync("value"))!;
            if (!options.Any(option => option.ToString() == value))
                await box.UncheckAsync();
        }
        foreach (int option in options)
            await Question(question).Locator($"[data-answer] input[value='{option}']").CheckAsync();
    }

    /// <summary>Answers a question of any kind, completely right or completely wrong.</summary>
    public async Task Answer(Question question, bool right)
    {
        await Reach(question.Id.Value);
        IQuestionKind kind = BlockKinds.Of(question);
        int[] key = [.. kind.Right(question)];
        string id = question.Id.Value;
        switch (question)
        {
            case Branching way:
                foreach (int choice in AnswerKey.PathTo(way, right ? Ending.Right : Ending.Wrong))
                    await Question(id).Locator($"[data-node]:not([hidden]) [data-choice='{choice}']").ClickAsync();
                break;
            case Ordering:
                int[] wanted = right ? key : [.. key.Reverse()];
                for (int place = 0; place < wanted.Length; place++)
                {
                    ILocator line = Question(id).Locator($"[data-part='{wanted[place]}']");
                    while (
                        await line.EvaluateAsync<int>("line => [...line.parentElement.children].indexOf(line)") > place
                    )
                        await line.Locator("[data-up]").ClickAsync();
                }
                break;
            case Matching or Categorise:
                for (int part = 0; part < key.Length; part++)
                {
                    int value = right ? key[part] : (key[part] + 1) % kind.Options(question);
                    await Question(id).Locator($"[data-part='{part}'] select").SelectOptionAsync(value.ToString());
                }
                break;
            case Numeric number:
                await Question(id)
                    .Locator("[data-answer] input")
                    .FillAsync((right ? number.Answer.Value : number.Lowest).ToString(CultureInfo.InvariantCulture));
                break;
            case GapFill text:
                for (int gap = 0; gap < text.Gaps.Count; gap++)
                {
                    Gap one = text.Gaps[gap];
                    ILocator part = Question(id).Locator($"[data-part='{gap}']");
                    if (one.Wrong.Count == 0)
                        await part.Locator("input").FillAsync(right ? one.Accept[0].Value : "-");
                    else
                        await part.Locator("select")
                            .SelectOptionAsync(
                                new SelectOptionValue { Label = (right ? one.Accept : one.Wrong)[0].Value }
                            );
                }
                break;
            default:
                await Choose(
                    id,
                    right
                        ? key
                        :
                        [
                            .. Enumerable
                                .Range(0, kind.Options(question))
                                .Where(option => !key.Contains(option))
                                .Take(1),
                        ]
                );
                break;
        }
    }

    public Task Check(string question) => Question(question).Locator("[data-check]").ClickAsync();

    public ILocator Verdict(string question) => Question(question).Locator("[data-result] [data-verdict]");

    /// <summary>Goes to a page by its link in the menu.</summary>
    public async Task GoTo(string id)
    {
        // In a large course the menu lists the pages of a module only once the module is loaded.
        await frame.EvaluateAsync(
            "id => { const link = document.querySelector(`[data-menu] [data-page-link='${id}']`); "
                + "if (link) link.click(); else location.hash = `p-${id}`; }",
            id
        );
        await frame.Locator($"article[data-page='{id}']:not([hidden])").WaitForAsync();
    }

    /// <summary>
    /// Returns the ids of all pages, in the order of the menu. Not for large courses, whose menu grows with the modules
    /// that are loaded: <see cref="AnswerKey.Pages"/> has its pages.
    /// </summary>
    public async Task<string[]> PageIds()
    {
        Assert.Equal(0, await frame.Locator("[data-menu] [data-module]:not(:has([data-page-link]))").CountAsync());
        return await frame.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[data-menu] [data-page-link]')].map(a => a.dataset.pageLink)"
        );
    }

    /// <summary>
    /// Returns the assessed questions of this attempt, all or those drawn from a pool, with their answers.
    /// </summary>
    public async Task<IReadOnlyList<Answers>> Asked(AnswerKey keys)
    {
        string[] shown = await frame.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[data-questions] form[data-question]:not([hidden])')]"
                + ".map(f => f.dataset.question)"
        );
        return [.. keys.Items.Where(item => shown.Contains(item.Id))];
    }

    /// <summary>Gives some answer to every visible knowledge check, whatever its kind.</summary>
    public Task AnswerAll() =>
        frame.EvaluateAsync(
            """
            () => {
              const tell = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));
              for (const form of document.querySelectorAll("article:not([hidden]) form[data-question]:not([hidden])")) {
                for (const select of form.querySelectorAll("select")) { select.selectedIndex = 1; tell(select); }
                for (const field of form.querySelectorAll("input[type=text]")) { field.value = "2"; tell(field); }
                const names = new Set();
                for (const input of form.querySelectorAll("input[type=radio], input[type=checkbox]")) {
                  if (names.has(input.name)) continue;
                  names.add(input.name);
                  input.click();
                }
                form.querySelector("[data-down]")?.click();
                for (let step = 0; step < 40; step++)
                  form.querySelector("[data-node]:not([hidden]) [data-way]:not([hidden]) [data-choice]")?.click();
                const check = form.querySelector("[data-check]");
                if (check && !check.hidden) check.click();
              }
            }
            """
        );

    /// <summary>Returns the ids of the questions in the order on the screen.</summary>
    public Task<string[]> QuestionOrder() =>
        frame.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('article:not([hidden]) form[data-question]:not([hidden])')]"
                + ".map(f => f.dataset.question)"
        );
}

using System.Globalization;
using Microsoft.Playwright;
using Protect.Scorm.Tests;
using Xunit.Abstractions;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// A save, as an author sees it. <c>PROTECT_BENCH=1</c> also measures the time from the save to the page on Protect;
/// the path of a published tool instead of 1 measures that tool.
/// </summary>
public sealed class PreviewLiveTests(BrowserRun run, ITestOutputHelper output) : IDisposable, IClassFixture<BrowserRun>
{
    private static readonly string? Bench = Environment.GetEnvironmentVariable("PROTECT_BENCH");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("protect-scorm-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(DisplayName = "A save updates the page, which is never blank (PROTECT_BENCH=1 prints the time on Protect)")]
    public async Task SaveToPage()
    {
        (string id, string file, int saves) = Bench is not null
            ? ("protect", "modules/accueil.yaml", 20)
            : ("hello", "modules/hello.yaml", 3);
        Copy(id);
        string path = Path.Combine(_folder.FullName, id, file);
        string before = await File.ReadAllTextAsync(path);
        using var preview = Bench is null or "1"
            ? PreviewProcess.Start(_folder.FullName, id)
            : PreviewProcess.StartPublished(Bench, _folder.FullName, id);
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(preview.Address.ToString());
        ILocator Article() =>
            page.FrameLocator("[data-frame] iframe:not(.coming)")
                .FrameLocator("iframe")
                .Locator("html.ready article:not([hidden])");
        await Assertions.Expect(Article()).ToBeVisibleAsync();
        // Times of each frame replacement, and the number of frames visible at any time.
        await page.EvaluateAsync(
            """
            () => {
              window.shown = [];
              window.fewest = 9;
              const box = document.querySelector("[data-frame]");
              const inSight = () =>
                [...box.querySelectorAll("iframe")].filter((frame) => !frame.classList.contains("coming"));
              let last = inSight()[0];
              new MutationObserver(() => {
                const seen = inSight();
                window.fewest = Math.min(window.fewest, seen.length);
                if (seen.length !== 1 || seen[0] === last) return;
                last = seen[0];
                requestAnimationFrame(() => window.shown.push(Date.now()));
              }).observe(box, { childList: true, subtree: true, attributes: true });
            }
            """
        );
        string title = before
            .Split('\n')
            .First(line =>
                line.TrimStart().StartsWith("title: ", StringComparison.Ordinal)
                && line.StartsWith("    ", StringComparison.Ordinal)
            );
        var times = new List<double>();
        for (int save = 1; save <= saves; save++)
        {
            // Nobody saves again before the page has settled.
            await page.WaitForFunctionAsync("() => document.querySelector('[data-frame] iframe[hidden][data-ready]')");
            int had = await page.EvaluateAsync<int>("window.shown.length");
            long saved = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            await File.WriteAllTextAsync(path, before.Replace(title, $"{title} {save}."));
            await page.WaitForFunctionAsync("had => window.shown.length > had", had);
            times.Add(await page.EvaluateAsync<long>("window.shown.at(-1)") - saved);
            await Assertions.Expect(Article()).ToContainTextAsync($"{title.Split(": ", 2)[1].Trim('"')} {save}.");
        }
        Assert.Equal(1, await page.EvaluateAsync<int>("window.fewest"));
        times.Sort();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{id}: {saves} saves, median {times[times.Count / 2]} ms from save to page"
                    + $" (fastest {times[0]}, slowest {times[^1]})"
            )
        );
    }

    [Fact(
        DisplayName = "A save keeps page, scroll and choices; errors appear over the last good page, with editor links"
    )]
    public async Task KeepsThePlace()
    {
        Copy("showcase");
        Copy("banks");
        string path = Path.Combine(_folder.FullName, "showcase", "course.yaml"),
            before = await File.ReadAllTextAsync(path);
        using var preview = PreviewProcess.Start(_folder.FullName, "showcase");
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        // The same order of options at each launch: in another one the place may be out of reach of scrolling.
        await context.AddInitScriptAsync("crypto.getRandomValues = (numbers) => numbers.fill(7)");
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(preview.Address.ToString());
        IFrameLocator Course() => page.FrameLocator("[data-frame] iframe:not(.coming)").FrameLocator("iframe");
        ILocator article = Course().Locator("html.ready article:not([hidden])");
        await Assertions.Expect(article).ToBeVisibleAsync();
        for (int pages = 0; pages < 40 && await article.Locator("input[type=radio]:visible").CountAsync() == 0; pages++)
            await Course().Locator("[data-next]").ClickAsync();
        string? at = await article.GetAttributeAsync("data-page");
        // Options are shuffled at each launch, so the chosen one is identified by its value.
        string? value = await article.Locator("input[type=radio]").Nth(1).GetAttributeAsync("value");
        ILocator chosen = article.Locator($"input[type=radio][value='{value}']").First;
        await chosen.CheckAsync();
        await chosen.EvaluateAsync(
            "box => { box.ownerDocument.defaultView.scrollTo(0, 90); box.focus({ preventScroll: true }); }"
        );
        // Where the reader sees it: text above may have another height in the next version.
        const string top = "box => Math.round(box.getBoundingClientRect().top)";
        int was = await chosen.EvaluateAsync<int>(top);
        await File.WriteAllTextAsync(
            path,
            before.Replace("title: A good club evening", "title: A better club evening")
        );
        await Assertions.Expect(Course().Locator("body")).ToContainTextAsync("A better club evening");
        await Assertions.Expect(Course().Locator($"article[data-page='{at}']")).ToBeVisibleAsync();
        await Assertions.Expect(chosen).ToBeCheckedAsync();
        await Assertions.Expect(chosen).ToBeFocusedAsync();
        Assert.InRange(await chosen.EvaluateAsync<int>(top), was - 1, was + 1);
        await File.WriteAllTextAsync(path, before + "\nnonsense: [");
        ILocator findings = page.Locator("[data-findings]");
        await Assertions
            .Expect(findings.GetByRole(AriaRole.Link))
            .ToHaveAttributeAsync(
                "href",
                new System.Text.RegularExpressions.Regex(@"^vscode://file/.*/showcase/course\.yaml:\d+:\d+$")
            );
        await Assertions.Expect(Course().Locator("body")).ToContainTextAsync("A better club evening");
        await File.WriteAllTextAsync(path, before);
        await Assertions.Expect(findings).ToBeHiddenAsync();
        await Assertions.Expect(Course().Locator("body")).Not.ToContainTextAsync("A better club evening");
    }

    private void Copy(string id)
    {
        string from = Repository.At("courses", id);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_folder.FullName, id, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

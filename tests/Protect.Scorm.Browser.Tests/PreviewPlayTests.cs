using System.Text.Json;
using Microsoft.Playwright;
using Protect.Scorm.Tests;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Playing and inspecting packages of any authoring tool in the preview.</summary>
public sealed class PreviewPlayTests(BrowserRun run) : IDisposable, IClassFixture<BrowserRun>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("protect-scorm-");

    public void Dispose() => _folder.Delete(recursive: true);

    private static ILocator Tab(IPage page, string name) =>
        page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    private static ILocator Shows(IPage page) => page.Locator("[data-shows]");

    private static IFrameLocator Content(IPage page) =>
        page.FrameLocator("[data-frame] iframe:not(.coming)").FrameLocator("iframe");

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task<(PreviewProcess Preview, IPage Page)> Open(params string[] named)
    {
        PreviewProcess preview = PreviewProcess.Start(_folder.FullName, named);
        IPage page = await (await run.Browser.NewContextAsync()).NewPageAsync();
        await page.GotoAsync($"{preview.Address}#/play/i1");
        return (preview, page);
    }

    [Fact(
        DisplayName = "Packages of other authoring tools play in the preview, and the report shows the data they sent"
    )]
    public async Task ForeignOnes()
    {
        (PreviewProcess preview, IPage page) = await Open([
            .. ForeignPackage.All.Select(one => one.WriteTo(_folder.FullName)),
        ]);
        using PreviewProcess _ = preview;
        foreach ((int at, ForeignPackage one) in ForeignPackage.All.Index())
        {
            bool opened = one.Name.StartsWith("Content that asks", StringComparison.Ordinal),
                opens = one.Name.StartsWith("A launcher", StringComparison.Ordinal);
            await page.EvaluateAsync($"location.hash = '#/play/i{at + 1}'");
            await Assertions.Expect(page.Locator("#title")).ToHaveTextAsync(one.Name);
            if (opened)
                await page.Locator("[data-way]").SelectOptionAsync("window");
            if (opened)
                await page.FrameLocator("[data-frame] iframe:not(.coming)").GetByRole(AriaRole.Button).ClickAsync();
            if (opens)
                await Content(page).GetByRole(AriaRole.Button).ClickAsync();
            await Assertions.Expect(Shows(page)).ToContainTextAsync($"Status{one.Shows}");
            if (opened)
                await page.Locator("[data-way]").SelectOptionAsync("frame");
        }
        // The slides reported score, time and an answer. After a second visit the times are added up.
        await page.EvaluateAsync("location.hash = '#/play/i5'");
        await Assertions.Expect(Shows(page)).ToContainTextAsync("Score66.67 of 100Time2 min 10 s");
        await Assertions.Expect(page.Locator("[data-answers]")).ToContainTextAsync("Slide_3_Q1 (choice)baWrong");
        // Each item keeps its own data.
        await page.EvaluateAsync("location.hash = '#/play/i8'");
        await Assertions
            .Expect(page.Locator("[data-launches]"))
            .ToHaveTextAsync("PlayingPlaying the gamePlayingParEtiquetteCare for the course");
        await Assertions.Expect(Shows(page)).ToContainTextAsync("Placeplaying");
        await Press(page, "Care for the course");
        await Assertions.Expect(Shows(page)).ToContainTextAsync("Placecare");
        await Assertions.Expect(page.Locator("[data-launches] [aria-current]")).ToHaveTextAsync("Care for the course");
        await page.Context.CloseAsync();
    }

    [Fact(DisplayName = "Faults can be toggled while content runs; a killed tab sends no last call, a closed one does")]
    public async Task Faults()
    {
        (PreviewProcess preview, IPage page) = await Open(ForeignPackage.Probe.WriteTo(_folder.FullName));
        using PreviewProcess _ = preview;
        IFrameLocator content = Content(page);
        async Task Do(string button, string expected)
        {
            await content.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await Assertions.Expect(content.Locator("#out")).ToHaveTextAsync(expected);
        }
        await page.Locator("[data-faults-count]").ClickAsync();
        async Task With(string fault, Func<Task> doing)
        {
            await page.GetByLabel(fault).CheckAsync();
            await Assertions.Expect(page.Locator("[data-faults-count]")).ToHaveTextAsync($"Faults: {fault}");
            await doing();
            await page.GetByLabel(fault).UncheckAsync();
        }
        await Do("Short", "LMSSetValue true 0");
        await With("Long data refused", () => Do("Long", "LMSSetValue false 405"));
        await With("No network", () => Do("Commit", "LMSCommit false 101"));
        await With("Login expired", () => Do("Read", "LMSGetValue 301"));
        await With("The LMS vanishes", () => Do("Commit", "LMSCommit threw"));
        await With("Yes to everything", () => Do("Nonsense", "LMSSetValue true 0"));
        await With("Slow LMS", () => Do("Read", "LMSGetValue short 0"));
        await With("Commits are lost", () => Do("Commit", "LMSCommit true 0"));
        await Do("Commit", "LMSCommit true 0");
        await Tab(page, "Data").ClickAsync();
        await Assertions
            .Expect(page.Locator("[data-model] tr", new() { HasText = "cmi.suspend_data" }))
            .ToContainTextAsync("not saved");
        await Do("Short", "LMSSetValue true 0");
        await Do("Commit", "LMSCommit true 0");
        await Assertions
            .Expect(page.Locator("[data-model] tr", new() { HasText = "cmi.suspend_data" }))
            .ToContainTextAsync("the same");
        await Press(page, "Kill the tab now");
        await Assertions.Expect(page.Locator("[data-killed]")).ToContainTextAsync("The tab was killed.");
        await Press(page, "Come back");
        await Assertions.Expect(content.Locator("#kept")).ToHaveTextAsync("nothing kept");
        await Do("Read", "LMSGetValue short 0");
        await Press(page, "Leave and come back");
        await Assertions.Expect(content.Locator("#kept")).ToHaveTextAsync("last words");
        await Do("Read", "LMSGetValue last words 0");
        await Press(page, "New learner");
        await Assertions.Expect(content.Locator("#kept")).ToHaveTextAsync("nothing kept");
        await Do("Read", "LMSGetValue 0");
        // The page still answers during a flood of calls and malformed messages.
        await content.GetByRole(AriaRole.Button, new() { Name = "Flood" }).ClickAsync();
        await Tab(page, "Calls").ClickAsync();
        await Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync("are not listed");
        await page.GetByLabel("Find").FillAsync("LMSCommit");
        Assert.True(await page.Locator("[data-calls] tr").CountAsync() <= 100);
        await page.Context.CloseAsync();
    }

    [Fact(
        DisplayName = "Content opens in nested frames, on a phone and on a slow line, with live screen reader output"
    )]
    public async Task Ways()
    {
        (PreviewProcess preview, IPage page) = await Open(ForeignPackage.Probe.WriteTo(_folder.FullName));
        using PreviewProcess _ = preview;
        await page.Locator("[data-way]").SelectOptionAsync("nested");
        await Assertions
            .Expect(Content(page).FrameLocator("iframe").Locator("#out"))
            .ToHaveTextAsync("LMSInitialize true 0");
        await page.Locator("[data-way]").SelectOptionAsync("narrow");
        await Assertions.Expect(Content(page).Locator("#out")).ToHaveTextAsync("LMSInitialize true 0");
        Assert.Equal(320, await Content(page).Locator("html").EvaluateAsync<int>("() => innerWidth"));
        await page.Locator("[data-slow]").CheckAsync();
        await Assertions.Expect(Content(page).Locator("#out")).ToHaveTextAsync("LMSInitialize true 0");
        Assert.True(
            await Content(page)
                .Locator("html")
                .EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].responseStart") >= 390
        );
        await Tab(page, "Screen reader").ClickAsync();
        ILocator outline = page.Locator("[data-outline]");
        foreach (
            string line in (string[])
                [
                    "page Theirs, in en",
                    "main landmark",
                    "heading Probe, level 1",
                    "button Press",
                    "image A drawing",
                    "status, live, polite, says “LMSInitialize true 0”",
                ]
        )
            await Assertions.Expect(outline).ToContainTextAsync(line);
        await Content(page).GetByRole(AriaRole.Button, new() { Name = "Press" }).ClickAsync();
        await Assertions.Expect(outline).ToContainTextAsync("button Press, pressed");
        await Content(page).GetByRole(AriaRole.Button, new() { Name = "Commit" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-announced]")).ToContainTextAsync("LMSCommit true 0");
        await page.Context.CloseAsync();
    }

    [Fact(
        DisplayName = "The inspector decodes our suspend data, relaunches from any call, separates attempts and "
            + "exports calls"
    )]
    public async Task Inspect()
    {
        using var preview = PreviewProcess.Start(Repository.At("courses"), "showcase");
        IPage page = await (await run.Browser.NewContextAsync()).NewPageAsync();
        await page.GotoAsync(preview.Address.ToString());
        ILocator article = Content(page).Locator("html.ready article:not([hidden])");
        string? first = await article.GetAttributeAsync("data-page");
        await Content(page).Locator("[data-next]").ClickAsync();
        await Assertions.Expect(article).Not.ToHaveAttributeAsync("data-page", first!);
        string second = (await article.GetAttributeAsync("data-page"))!;
        await Tab(page, "Data").ClickAsync();
        await Assertions.Expect(page.Locator("[data-decoded]")).ToContainTextAsync($"Page{second}Visited2 of ");
        await Assertions.Expect(page.Locator("[data-model]")).ToContainTextAsync("changed");
        await Tab(page, "Calls").ClickAsync();
        await page.GetByLabel("Find").FillAsync("LMSInitialize");
        await Press(page, "State after call 1");
        await Assertions.Expect(page.Locator("[data-travel]")).ToContainTextAsync("the state after call 1.");
        await Press(page, "Relaunch from here");
        await Assertions.Expect(article).ToHaveAttributeAsync("data-page", first!);
        await Press(page, "New attempt");
        await Tab(page, "Report").ClickAsync();
        await Assertions.Expect(page.Locator("[data-attempts]")).ToContainTextAsync("2, open");
        await Assertions.Expect(page.Locator("[data-meter-text]")).ToContainTextAsync("of 4,096 characters");
        await Tab(page, "Calls").ClickAsync();
        IDownload download = await page.RunAndWaitForDownloadAsync(() => Press(page, "Export as JSON"));
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync((await download.PathAsync())!));
        JsonElement call = json.RootElement.GetProperty("calls")[0];
        Assert.Equal(
            ("LMSInitialize", "true", "0"),
            (
                call.GetProperty("name").GetString(),
                call.GetProperty("result").GetString(),
                call.GetProperty("error").GetString()
            )
        );
        await page.Context.CloseAsync();
    }

    [Fact(DisplayName = "Play and inspector work by keyboard, pass axe in light and dark, and fit 320 pixels")]
    public async Task Accessible()
    {
        (PreviewProcess preview, IPage page) = await Open(ForeignPackage.All[4].WriteTo(_folder.FullName));
        using PreviewProcess _ = preview;
        await Assertions.Expect(Shows(page)).ToContainTextAsync("StatusPassed");
        await Tab(page, "Report").FocusAsync();
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (string name in (string[])["Calls", "Data", "Screen reader", "Report"])
            {
                await page.Keyboard.PressAsync("ArrowRight");
                await Assertions.Expect(Tab(page, name)).ToBeFocusedAsync();
                await Assertions.Expect(Tab(page, name)).ToHaveAttributeAsync("aria-selected", "true");
                Assert.Empty(
                    (await Axe.Violations(page, pageOnly: true)).Select(violation =>
                        $"{scheme} {name} {violation.Id}: {violation.Nodes[0].Html}"
                    )
                );
            }
        }
        await page.SetViewportSizeAsync(320, 640);
        foreach (string name in (string[])["Calls", "Data", "Screen reader", "Report"])
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(Tab(page, name)).ToHaveAttributeAsync("aria-selected", "true");
            Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        }
        await page.Context.CloseAsync();
    }
}

using Microsoft.Playwright;
using Protect.Scorm.Cli.Chromium;

// Tests mostly wait for the browser.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Protect.Scorm.Browser.Tests;

/// <summary>Browser shared by all parallel tests: started for the first one, closed after the last one.</summary>
public sealed class BrowserRun : IAsyncLifetime
{
    private static readonly Lock Door = new();
    private static Task<(IPlaywright Playwright, IBrowser Browser)>? _one;
    private static int _users;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Task<(IPlaywright, IBrowser Browser)> one;
        lock (Door)
        {
            _users++;
            one = _one ??= Start();
        }
        Browser = (await one).Browser;
    }

    public async Task DisposeAsync()
    {
        Task<(IPlaywright, IBrowser)>? over = null;
        lock (Door)
        {
            if (--_users == 0)
                (over, _one) = (_one, null);
        }
        if (over is null)
            return;
        (IPlaywright playwright, IBrowser browser) = await over;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> Start()
    {
        string? path = Chromium.Find();
        IPlaywright playwright = await Playwright.CreateAsync();
        // The command looks for a browser too.
        if (path is null)
            Environment.SetEnvironmentVariable(ChromiumPath.Variable, playwright.Chromium.ExecutablePath);
        Assertions.SetDefaultExpectTimeout(20_000); // a busy machine is slow, not wrong
        return (playwright, await playwright.Chromium.LaunchAsync(Chromium.Options(path)));
    }
}

/// <summary>
/// Collection of tests that run alone: they hold a limit in milliseconds, or check what their own browsers leave
/// behind.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone : ICollectionFixture<BrowserRun>
{
    public const string Name = "Alone";
}

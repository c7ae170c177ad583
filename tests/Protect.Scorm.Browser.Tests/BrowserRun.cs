using Microsoft.Playwright;
using Protect.Scorm.Cli.Chromium;

namespace Protect.Scorm.Browser.Tests;

/// <summary>One browser for the whole run.</summary>
public sealed class BrowserRun : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        string? path = Chromium.Find();
        _playwright = await Playwright.CreateAsync();
        // The command looks for a browser too.
        if (path is null) Environment.SetEnvironmentVariable(ChromiumPath.Variable, _playwright.Chromium.ExecutablePath);
        Assertions.SetDefaultExpectTimeout(20_000); // a machine with much to do is slow, not wrong
        List<string> arguments = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
        if (Environment.UserName == "root") arguments.Add("--no-sandbox");
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = arguments });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<BrowserRun>
{
    public const string Name = "Browser";
}

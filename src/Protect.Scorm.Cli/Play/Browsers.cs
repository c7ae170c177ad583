using Protect.Scorm.Cli.Chromium;

namespace Protect.Scorm.Cli.Play;

/// <summary>Shared browser, which is restarted after it has ended or stopped responding.</summary>
internal sealed class Browsers(string chromium, string host) : IAsyncDisposable
{
    private static int _isNoted;

    private readonly SemaphoreSlim _turn = new(1);
    private Browser? _browser;

    /// <summary>
    /// Returns the running browser; starts one if there is none or it has ended. Prints once that a browser has no
    /// sandbox.
    /// </summary>
    /// <exception cref="BrowserStartException">No browser can be started.</exception>
    public async Task<Browser> Ready(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            if (_browser is { IsGone: false })
                return _browser;
            if (_browser is not null)
                await _browser.DisposeAsync();
            _browser = null;
            _browser = await Browser.Launch(chromium, host, stop);
            if (_browser.IsWithoutSandbox && Interlocked.Exchange(ref _isNoted, 1) == 0)
                Console.Error.WriteLine(BrowserSandboxes.OffNote);
            return _browser;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends a browser that does not respond, unless it was replaced already.</summary>
    public async Task Drop(Browser browser)
    {
        await _turn.WaitAsync();
        try
        {
            if (_browser != browser)
                return;
            _browser = null;
            await browser.DisposeAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _turn.Dispose();
    }
}

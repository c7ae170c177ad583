using Protect.Scorm.Cli.Chromium;

namespace Protect.Scorm.Cli.Play;

/// <summary>Shared browser, which is restarted after a crash.</summary>
internal sealed class Browsers(string chromium, string host) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private Browser? _browser;

    /// <summary>Returns the running browser; starts one if there is none or it has ended.</summary>
    public async Task<Browser> Ready(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            if (_browser is { IsGone: false })
                return _browser;
            if (_browser is not null)
                await _browser.DisposeAsync();
            return _browser = await Browser.Launch(chromium, host, stop);
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

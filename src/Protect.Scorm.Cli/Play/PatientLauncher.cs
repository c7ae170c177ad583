using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Cli.Play;

/// <summary>
/// Plays launches so that a slow machine is not taken for a fault of the package. A launch that was lost with its
/// browser is played again. When a page stops responding or crashes, a course of our own is played as a control: it is
/// the package only if the control plays, twice.
/// </summary>
/// <param name="play">Plays a launch once.</param>
/// <param name="controlPlays">Returns true if the control plays at this moment.</param>
internal sealed class PatientLauncher(
    Func<LaunchOrder, CancellationToken, Task<TraceLaunch>> play,
    Func<CancellationToken, Task<bool>> controlPlays
)
{
    private volatile bool _hasPlayed,
        _isKnownToHang;

    /// <summary>Plays a launch and returns its trace.</summary>
    /// <exception cref="BrowserStartException">No browser can be started, not even for the first launch.</exception>
    public async Task<TraceLaunch> Play(LaunchOrder order, CancellationToken stop)
    {
        TraceLaunch launch = await Once(order, stop);
        if (!launch.HasRun)
            launch = await Once(order, stop);
        for (bool isSecond = false; launch.Ending is LaunchEnding.Hung or LaunchEnding.Crashed; isSecond = true)
        {
            if (!await controlPlays(stop))
                return launch with { Ending = LaunchEnding.Slow };
            if (isSecond)
                _isKnownToHang = true;
            if (_isKnownToHang)
                return launch;
            launch = await Once(order, stop);
        }
        return launch;
    }

    private async Task<TraceLaunch> Once(LaunchOrder order, CancellationToken stop)
    {
        try
        {
            TraceLaunch launch = await play(order, stop);
            if (launch.HasRun)
                _hasPlayed = true; // “|=” could undo what another launch set
            return launch;
        }
        catch (BrowserStartException) when (_hasPlayed)
        {
            return new TraceLaunch { Kind = order.Kind, Ending = LaunchEnding.BrowserEnded };
        }
    }
}

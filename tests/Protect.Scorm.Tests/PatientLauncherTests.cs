using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Tests;

/// <summary>Launches that went wrong through the package or through the machine.</summary>
public sealed class PatientLauncherTests
{
    private static readonly LaunchOrder Order = new(LaunchKind.Plain, "standard", LearnerGoal.Pass, 1, 1);

    /// <summary>Plays launches with these endings, one after the other, and controls with these results.</summary>
    private static async Task<(LaunchEnding Ending, int Left)> Play(LaunchEnding[] endings, params bool[] controls)
    {
        Queue<LaunchEnding> next = new(endings);
        Queue<bool> control = new(controls);
        var launcher = new PatientLauncher(
            (order, _) => Task.FromResult(new TraceLaunch { Kind = order.Kind, Ending = next.Dequeue() }),
            _ => Task.FromResult(control.Dequeue())
        );
        TraceLaunch launch = await launcher.Play(Order, default);
        return (launch.Ending, next.Count + control.Count);
    }

    [Fact(DisplayName = "A page that stops responding is a fault only if a control plays, twice")]
    public async Task Control()
    {
        Assert.Equal((LaunchEnding.Closed, 0), await Play([LaunchEnding.Closed]));
        Assert.Equal((LaunchEnding.Slow, 0), await Play([LaunchEnding.Hung], false));
        Assert.Equal((LaunchEnding.Closed, 0), await Play([LaunchEnding.Hung, LaunchEnding.Closed], true));
        Assert.Equal((LaunchEnding.Slow, 0), await Play([LaunchEnding.Hung, LaunchEnding.Hung], true, false));
        Assert.Equal((LaunchEnding.Hung, 0), await Play([LaunchEnding.Hung, LaunchEnding.Hung], true, true));
        Assert.Equal((LaunchEnding.Crashed, 0), await Play([LaunchEnding.Crashed, LaunchEnding.Crashed], true, true));
    }

    [Fact(DisplayName = "A launch that was lost with its browser is played once more, and then given up")]
    public async Task Again()
    {
        Assert.Equal((LaunchEnding.Closed, 0), await Play([LaunchEnding.BrowserEnded, LaunchEnding.Closed]));
        Assert.Equal((LaunchEnding.Closed, 0), await Play([LaunchEnding.Slow, LaunchEnding.Closed]));
        Assert.Equal(
            (LaunchEnding.BrowserEnded, 0),
            await Play([LaunchEnding.BrowserEnded, LaunchEnding.BrowserEnded])
        );
    }

    [Fact(DisplayName = "A browser that does not start again costs one launch; one that never starts ends the run")]
    public async Task NoBrowser()
    {
        int starts = 0;
        var launcher = new PatientLauncher(
            (order, _) =>
                ++starts == 1
                    ? Task.FromResult(new TraceLaunch { Kind = order.Kind, Ending = LaunchEnding.Closed })
                    : throw new BrowserStartException("x"),
            _ => Task.FromResult(true)
        );
        Assert.Equal(LaunchEnding.Closed, (await launcher.Play(Order, default)).Ending);
        Assert.Equal(LaunchEnding.BrowserEnded, (await launcher.Play(Order, default)).Ending);
        var never = new PatientLauncher((_, _) => throw new BrowserStartException("x"), _ => Task.FromResult(true));
        await Assert.ThrowsAsync<BrowserStartException>(() => never.Play(Order, default));
    }
}

using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Cli.Play;

/// <summary>Plays a package in its own browser: one journey, or all launches that the rules of a run need.</summary>
internal sealed class Run(string chromium, PlayedPackage package)
{
    /// <summary>Simulated LMS for the rules: follows the standard literally.</summary>
    private const string Standard = "standard";

    private const int ParallelLaunches = 2,
        JourneySeconds = 120,
        PlainSeconds = 20,
        ShortSeconds = 6,
        ShortActs = 5,
        HalfActs = 6,
        MostActs = 2000;

    /// <summary>Longest time for all launches of a check; launches that do not fit are skipped and listed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Plays a journey in a simulated LMS.</summary>
    public Task<Trace> Journey(string name, string simulatedLms, CancellationToken stop) =>
        WithBrowser(
            async play =>
            {
                if (name != "resume")
                    return
                    [
                        await play(
                            new LaunchOrder(
                                LaunchKind.Plain,
                                simulatedLms,
                                name == "fail" ? LearnerGoal.Fail : LearnerGoal.Pass,
                                JourneySeconds,
                                MostActs
                            ),
                            stop
                        ),
                    ];
                TraceLaunch half = await play(
                    new LaunchOrder(LaunchKind.Interrupted, simulatedLms, LearnerGoal.Half, JourneySeconds, HalfActs),
                    stop
                );
                return
                [
                    half,
                    await play(
                        new LaunchOrder(LaunchKind.Resumed, simulatedLms, LearnerGoal.Pass, JourneySeconds, MostActs)
                        {
                            Before = half.Stored,
                        },
                        stop
                    ),
                ];
            },
            stop
        );

    /// <summary>Plays every launch that the rules need, at most two in parallel.</summary>
    public Task<Trace> Everything(CancellationToken stop) =>
        WithBrowser(
            async play =>
            {
                using var turn = new SemaphoreSlim(ParallelLaunches);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
                limit.CancelAfter(Limit);
                async Task<TraceLaunch> InTurn(LaunchOrder order)
                {
                    try
                    {
                        await turn.WaitAsync(limit.Token);
                    }
                    catch (OperationCanceledException)
                    {
                        return NotRun(order);
                    }
                    try
                    {
                        return await play(order, limit.Token);
                    }
                    catch (OperationCanceledException)
                    {
                        return NotRun(order);
                    }
                    finally
                    {
                        turn.Release();
                    }
                }
                async Task<TraceLaunch[]> Chain()
                {
                    TraceLaunch plain = await InTurn(
                        new LaunchOrder(LaunchKind.Plain, Standard, LearnerGoal.Pass, PlainSeconds, MostActs)
                    );
                    Task<TraceLaunch> review = InTurn(Short(LaunchKind.Review) with { Before = plain.Stored });
                    TraceLaunch half = await InTurn(
                        new LaunchOrder(
                            LaunchKind.Interrupted,
                            Standard,
                            LearnerGoal.Half,
                            PlainSeconds,
                            Math.Clamp(
                                plain.Acts.Count(act => !act.What.EndsWith("key", StringComparison.Ordinal)) / 2,
                                1,
                                MostActs
                            )
                        )
                    );
                    return
                    [
                        plain,
                        half,
                        await InTurn(Short(LaunchKind.Resumed) with { Before = half.Stored }),
                        await review,
                    ];
                }
                Task<TraceLaunch[]> chain = Chain();
                LaunchKind[] faults =
                [
                    LaunchKind.NoOptional,
                    LaunchKind.NoApi,
                    LaunchKind.Unread,
                    LaunchKind.LostCommits,
                    LaunchKind.AllFalse,
                    LaunchKind.InitializeFalse,
                    LaunchKind.Throwing,
                ];
                TraceLaunch[] others = await Task.WhenAll(faults.Select(kind => InTurn(Short(kind))));
                stop.ThrowIfCancellationRequested();
                return [.. await chain, .. others];
            },
            stop
        );

    private static LaunchOrder Short(LaunchKind kind) =>
        new(kind, Standard, LearnerGoal.Short, ShortSeconds, ShortActs);

    private static TraceLaunch NotRun(LaunchOrder order) => new() { Kind = order.Kind, Ending = LaunchEnding.NotRun };

    private async Task<Trace> WithBrowser(
        Func<Func<LaunchOrder, CancellationToken, Task<TraceLaunch>>, Task<IReadOnlyList<TraceLaunch>>> launches,
        CancellationToken stop
    )
    {
        await using PlayServer server = await PlayServer.Start(package.Read, stop);
        await using var browsers = new Browsers(chromium, server.Host);
        Task<TraceLaunch> Play(LaunchOrder order, CancellationToken until) =>
            new Launcher(browsers, server, package).Play(order, until);
        return new Trace(await launches(Play), package.IsAsset);
    }
}

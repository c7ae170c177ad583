using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Play;

/// <summary>Plays a package in a browser of its own: one journey, or all the launches that the rules of a run look at.</summary>
internal sealed class Run(string chromium, PlayedPackage package)
{
    /// <summary>The character for rules: the standard at its word.</summary>
    private const string Standard = "standard";

    private const int TwoAtATime = 2,
        JourneySeconds = 120,
        PlainSeconds = 20,
        ShortSeconds = 6,
        ShortActs = 5,
        HalfActs = 6,
        MostActs = 2000;

    /// <summary>The most time for all launches of a check; what is not launched by then is left out and named.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The launches of a journey in an LMS of this character.</summary>
    public Task<Trace> Journey(string name, string character, CancellationToken stop) =>
        WithBrowser(
            async play =>
            {
                if (name != "resume")
                    return
                    [
                        await play(
                            new LaunchOrder(
                                LaunchKind.Plain,
                                character,
                                name == "fail" ? Errand.Fail : Errand.Pass,
                                JourneySeconds,
                                MostActs
                            ),
                            stop
                        ),
                    ];
                TraceLaunch half = await play(
                    new LaunchOrder(LaunchKind.Interrupted, character, Errand.Half, JourneySeconds, HalfActs),
                    stop
                );
                return
                [
                    half,
                    await play(
                        new LaunchOrder(LaunchKind.Resumed, character, Errand.Pass, JourneySeconds, MostActs)
                        {
                            Before = half.Stored,
                        },
                        stop
                    ),
                ];
            },
            stop
        );

    /// <summary>Every launch the rules look at, two at a time.</summary>
    public Task<Trace> Everything(CancellationToken stop) =>
        WithBrowser(
            async play =>
            {
                using var turn = new SemaphoreSlim(TwoAtATime);
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
                        new LaunchOrder(LaunchKind.Plain, Standard, Errand.Pass, PlainSeconds, MostActs)
                    );
                    Task<TraceLaunch> review = InTurn(Short(LaunchKind.Review) with { Before = plain.Stored });
                    TraceLaunch half = await InTurn(
                        new LaunchOrder(
                            LaunchKind.Interrupted,
                            Standard,
                            Errand.Half,
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

    private static LaunchOrder Short(LaunchKind kind) => new(kind, Standard, Errand.Short, ShortSeconds, ShortActs);

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

using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Inspecting.Opening;
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
        SandboxSeconds = 10,
        ShortSeconds = 6,
        ShortActs = 5,
        SandboxActs = 12,
        HalfActs = 6,
        MostActs = 2000,
        MostParts = 10,
        MostPartsOfCheck = 4;

    /// <summary>Longest time for all launches of a check; launches that do not fit are skipped and listed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Time for which a control that played need not be played again.</summary>
    private static readonly TimeSpan ControlHolds = TimeSpan.FromSeconds(5);

    /// <summary>Plays a journey in a simulated LMS. All but “resume” play every part of the package.</summary>
    public Task<Trace> Journey(string name, string simulatedLms, CancellationToken stop) =>
        WithBrowser(
            async play =>
            {
                LaunchOrder Order(LaunchKind kind, LearnerGoal goal, int acts) =>
                    new(kind, simulatedLms, goal, JourneySeconds, acts);
                if (name == "resume")
                {
                    TraceLaunch half = await play(Order(LaunchKind.Interrupted, LearnerGoal.Half, HalfActs), stop);
                    LaunchOrder again = Order(LaunchKind.Resumed, LearnerGoal.Pass, MostActs);
                    return [half, await play(again with { Before = half.Stored }, stop)];
                }
                LearnerGoal goal = name == "fail" ? LearnerGoal.Fail : LearnerGoal.Pass;
                var launches = new List<TraceLaunch> { await play(Order(LaunchKind.Plain, goal, MostActs), stop) };
                foreach (LaunchItem part in OtherParts(MostParts))
                    launches.Add(await play(Order(LaunchKind.Part, goal, MostActs) with { Part = part }, stop));
                return launches;
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
                    LaunchKind.Sandboxed,
                    LaunchKind.NoApi,
                    LaunchKind.Unread,
                    LaunchKind.LostCommits,
                    LaunchKind.AllFalse,
                    LaunchKind.InitializeFalse,
                    LaunchKind.Throwing,
                ];
                TraceLaunch[] others = await Task.WhenAll([
                    .. faults.Select(kind => InTurn(Short(kind))),
                    .. OtherParts(MostPartsOfCheck).Select(part => InTurn(Short(LaunchKind.Part) with { Part = part })),
                ]);
                stop.ThrowIfCancellationRequested();
                return [.. await chain, .. others];
            },
            stop
        );

    /// <summary>Returns the parts after the first that report to an LMS.</summary>
    private IEnumerable<LaunchItem> OtherParts(int most) =>
        package.Parts.Where(part => part.Href != package.Href && !part.IsAsset).Take(most);

    private static LaunchOrder Short(LaunchKind kind) =>
        kind == LaunchKind.Sandboxed
            ? new(kind, Standard, LearnerGoal.Short, SandboxSeconds, SandboxActs)
            : new(kind, Standard, LearnerGoal.Short, ShortSeconds, ShortActs);

    private static TraceLaunch NotRun(LaunchOrder order) =>
        new()
        {
            Kind = order.Kind,
            Part = order.Part?.Title,
            Ending = LaunchEnding.NotRun,
        };

    private async Task<Trace> WithBrowser(
        Func<Func<LaunchOrder, CancellationToken, Task<TraceLaunch>>, Task<IReadOnlyList<TraceLaunch>>> launches,
        CancellationToken stop
    )
    {
        await using PlayServer server = await PlayServer.Start(package.Read, stop);
        await using var browsers = new Browsers(chromium, server.Host);
        using var turn = new SemaphoreSlim(1);
        DateTime played = DateTime.MinValue;
        async Task<bool> ControlPlays(CancellationToken until)
        {
            await turn.WaitAsync(until);
            try
            {
                if (DateTime.UtcNow - played > ControlHolds && await new Control(browsers, server).Plays(until))
                    played = DateTime.UtcNow;
                return DateTime.UtcNow - played <= ControlHolds;
            }
            catch (BrowserStartException)
            {
                return false;
            }
            finally
            {
                turn.Release();
            }
        }
        var launcher = new PatientLauncher(new Launcher(browsers, server, package).Play, ControlPlays);
        return new Trace(await launches(launcher.Play), package.IsAsset)
        {
            IsScorm2004 = package.IsScorm2004,
            Parts = package.Parts.Count(part => !part.IsAsset),
        };
    }
}

/// <summary>Play of the control course in the browser and from the server that a package uses.</summary>
internal sealed class Control(Browsers browsers, PlayServer server)
{
    private const int Seconds = 6,
        Acts = 5;

    /// <summary>Returns true if the control course plays at this moment.</summary>
    public async Task<bool> Plays(CancellationToken stop)
    {
        var launcher = new Launcher(browsers, server, ControlCourse.Package, PlayServer.Control);
        TraceLaunch launch = await launcher.Play(
            new LaunchOrder(LaunchKind.Plain, "standard", LearnerGoal.Short, Seconds, Acts),
            stop
        );
        return launch is { IsSound: true, IsOwn: true } && launch.Calls.Any(call => call.IsInitialize);
    }
}

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Checks rules T01 to T06: start, end and calls of a session.</summary>
internal static class SessionChecks
{
    private const double Late = 20_000;
    private static readonly HashSet<string> Functions =
    [
        "LMSInitialize",
        "LMSFinish",
        "LMSGetValue",
        "LMSSetValue",
        "LMSCommit",
        "LMSGetLastError",
        "LMSGetErrorString",
        "LMSGetDiagnostic",
    ];
    private static readonly HashSet<string> Bare = ["LMSInitialize", "LMSFinish", "LMSCommit"];

    public static RunCheck FindsApi(Trace trace)
    {
        TraceLaunch first = trace.Ordinary.First();
        if (first.Calls.Count == 0)
            return first.IsLoaded == false ? RunCheck.Unknown("The page was not loaded within 20 seconds.")
                : !first.IsSound && first.Milliseconds < Late
                    ? RunCheck.Unknown($"The launch ended too early: {first.Ending}.")
                : RunCheck.One(
                    RunRules.FindsApi,
                    $"{Seconds(first)}{(first.HasFoundApi ? ", although it found the API" : "")}"
                );
        TraceLaunch[] parts =
        [
            .. trace.Ordinary.Where(launch =>
                launch is { Kind: LaunchKind.Part, IsSound: true, IsLoaded: not false, Calls.Count: 0 }
            ),
        ];
        if (parts.Length > 0)
            return RunCheck.Each(
                RunRules.FindsApi,
                parts.Select(part => new object?[] { $" from the part “{part.Part}”" })
            );
        // In that launch the API is one frame further up. A launch that ended badly for other reasons does not count.
        return trace.Of(LaunchKind.NoOptional) is { IsSound: true, IsLoaded: not false, Calls.Count: 0 }
            ? RunCheck.One(RunRules.FindsApi, " when the API was two frames up")
            : RunCheck.Held;
    }

    /// <summary>Checks rule T29. Only launches that were confirmed by a control have this ending.</summary>
    public static RunCheck Responds(Trace trace)
    {
        if (trace.Ordinary.FirstOrDefault(launch => launch.Ending == LaunchEnding.Hung) is { } hung)
            return RunCheck.One(RunRules.Responds, $"The page stopped responding{Seconds(hung)}");
        if (trace.Ordinary.FirstOrDefault(launch => launch.Ending == LaunchEnding.Crashed) is { } crashed)
            return RunCheck.One(RunRules.Responds, $"The page crashed the browser's process{Seconds(crashed)}");
        return trace.Of(LaunchKind.Plain) is { IsSound: true }
            ? RunCheck.Held
            : RunCheck.Unknown("It was not played to an end.");
    }

    public static RunCheck Initializes(Trace trace)
    {
        TraceLaunch first = trace.Ordinary.First();
        if (first.Calls.Count == 0)
            return RunCheck.Unknown("It called nothing.");
        var found = new List<object?[]>();
        TraceCall? start = first.Calls.FirstOrDefault(call => call.IsInitialize);
        if (start is null)
            return RunCheck.One(
                RunRules.Initializes,
                $"{trace.Elements.Initialize} is never called, so the LMS refuses all other calls."
            );
        if (start.At > Late)
            found.Add([$"{start.Name} came after {start.At / 1000:0} seconds; LMSs and tests wait 20."]);
        if (first.Asked.First() is { IsInitialize: false } early)
            found.Add([$"{early.Name} was called before {start.Name}."]);
        if (trace.Ordinary.Select(launch => launch.Calls.Count(call => call.IsInitialize)).Max() is > 1 and int often)
            found.Add([$"{start.Name} was called {often} times in one launch."]);
        bool isGrave = start.At > Late;
        return RunCheck.Each(isGrave ? RunRules.Initializes : RunRules.Initializes with { IsFormal = true }, found);
    }

    public static RunCheck Finishes(Trace trace)
    {
        if (trace.Of(LaunchKind.Plain) is not { } plain || plain.Calls.Count == 0)
            return RunCheck.Unknown("It was not played to an end, or called nothing.");
        if (plain.Ending != LaunchEnding.Closed)
            return RunCheck.Unknown("The window could not be closed as a learner closes it.");
        string name = trace.Elements.Terminate;
        int count = plain.Calls.Count(call => call.IsTerminate);
        if (count == 0)
            return RunCheck.One(RunRules.Finishes, $"{name} was not called when the window was closed.");
        if (count > 1)
            return RunCheck.One(RunRules.Finishes, $"{name} was called {count} times.");
        return plain.Asked.Last() is { IsTerminate: false } later
            ? RunCheck.One(RunRules.Finishes, $"{later.Name} was called after {name}.")
            : RunCheck.Held;
    }

    public static RunCheck ArgumentForm(Trace trace) =>
        RunCheck.Each(
            RunRules.ArgumentForm,
            trace
                .Ordinary.SelectMany(launch => launch.Asked)
                .Where(call => Functions.Contains(Full(call)))
                .SelectMany(Wrong)
        );

    public static RunCheck InSession(Trace trace) =>
        RunCheck.Each(
            RunRules.InSession,
            trace.Ordinary.SelectMany(launch =>
            {
                bool isRunning = false,
                    wasFinished = false;
                var found = new List<object?[]>();
                foreach (TraceCall call in launch.Asked)
                {
                    if (call.IsInitialize)
                        isRunning = true;
                    else if (call.IsTerminate && isRunning)
                        (isRunning, wasFinished) = (false, true);
                    else if (!isRunning && Functions.Contains(Full(call)))
                        found.Add([
                            call.Name,
                            wasFinished ? $"after {trace.Elements.Terminate}" : $"before {trace.Elements.Initialize}",
                        ]);
                }
                return found;
            })
        );

    public static RunCheck OnlyEight(Trace trace) =>
        RunCheck.Each(
            RunRules.OnlyEight,
            trace
                .Ordinary.SelectMany(launch => launch.Calls)
                .Where(call => trace.IsScorm2004 ? !IsOf2004(call) : !Functions.Contains(call.Name))
                .Select(call => new object?[] { call.Name })
        );

    private static bool IsOf2004(TraceCall call) =>
        call.IsInitialize || call.IsTerminate || call.IsCommit || call.IsGet || call.IsSet || call.IsAboutErrors;

    /// <summary>Returns the name of a function in SCORM 1.2.</summary>
    private static string Full(TraceCall call) =>
        call.IsTerminate ? "LMSFinish"
        : IsOf2004(call) && !call.Name.StartsWith("LMS", StringComparison.Ordinal) ? "LMS" + call.Name
        : call.Name;

    private static IEnumerable<object?[]> Wrong(TraceCall call)
    {
        if (
            Bare.Contains(Full(call))
            && (call.Arguments.Count != 1 || !call.Arguments[0].IsText || call.Arguments[0].Length > 0)
        )
            yield return [call.Name, call.Arguments.Count == 0 ? "nothing" : $"“{call.Arguments[0].Text}”"];
        int wanted =
            call.IsSet ? 2
            : call.IsGet ? 1
            : 0;
        if (wanted > 0 && call.Arguments.Count != wanted)
            yield return [call.Name, $"{call.Arguments.Count} arguments"];
        foreach (TraceArgument argument in call.Arguments.Take(wanted).Where(argument => !argument.IsText))
            yield return [$"{call.Name}({call.Element})", $"{argument.Text}, which is not text"];
    }

    private static string Seconds(TraceLaunch launch) => $" in {launch.Milliseconds / 1000:0} seconds";
}

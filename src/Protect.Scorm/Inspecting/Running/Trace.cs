namespace Protect.Scorm.Inspecting;

/// <summary>What is special about one launch of a played package.</summary>
internal enum LaunchKind
{
    /// <summary>As in an LMS that keeps to the standard, played as far as the learner comes.</summary>
    Plain,

    /// <summary>Played into the middle, then the window was gone without a word.</summary>
    Interrupted,

    /// <summary>After <see cref="Interrupted"/>, with what the LMS had kept.</summary>
    Resumed,

    /// <summary>There is no API.</summary>
    NoApi,

    /// <summary>LMSInitialize says “false”.</summary>
    InitializeFalse,

    /// <summary>Every optional element is refused with 401; the API is two frames up.</summary>
    NoOptional,

    /// <summary>Every call throws.</summary>
    Throwing,

    /// <summary>Every call says “false”.</summary>
    AllFalse,

    /// <summary>Status and score read back as nothing.</summary>
    Unread,

    /// <summary>After <see cref="Plain"/>, with lesson_mode “review” and no credit.</summary>
    Review,

    /// <summary>The first three commits are lost and say so.</summary>
    LostCommits,
}

/// <summary>How a launch ended.</summary>
internal enum LaunchEnding
{
    /// <summary>The learner closed the window.</summary>
    Closed,

    /// <summary>The window was ended from outside, as planned.</summary>
    Killed,

    /// <summary>The page answered nothing any more: an endless loop, or one message after the other.</summary>
    Hung,

    /// <summary>Calls, messages or requests had no end.</summary>
    Flooded,

    /// <summary>The page's process ended by itself.</summary>
    Crashed,

    /// <summary>The page of the LMS was replaced by what it plays.</summary>
    Replaced,

    /// <summary>It was not launched: the time for the whole run was over.</summary>
    NotRun,
}

/// <summary>One argument of a call: a text, or how something else reads.</summary>
/// <param name="Text">The first 70,000 characters at most.</param>
/// <param name="IsText">False for numbers, booleans, null and everything else that is no string.</param>
/// <param name="Length">Characters (UTF-16 units) there were.</param>
internal readonly record struct TraceArgument(string Text, bool IsText, int Length)
{
    public TraceArgument(string text)
        : this(text, true, text.Length) { }
}

/// <summary>One call of the content to the API.</summary>
/// <param name="At">Milliseconds since the launch.</param>
/// <param name="Took">Milliseconds until it had its answer.</param>
/// <param name="Error">The code of the LMS; “0” for none.</param>
internal sealed record TraceCall(
    string Name,
    IReadOnlyList<TraceArgument> Arguments,
    string Result,
    string Error,
    double At,
    double Took
)
{
    /// <summary>The element of the data model it is about; empty for none.</summary>
    public string Element => Name is "LMSGetValue" or "LMSSetValue" && Arguments.Count > 0 ? Arguments[0].Text : "";

    /// <summary>What is to be set; empty for other calls.</summary>
    public string Value => IsSet && Arguments.Count > 1 ? Arguments[1].Text : "";

    public bool IsSet => Name == "LMSSetValue";

    /// <summary>Asks after errors change nothing and are always allowed (RTE 1.2, 3.3.5).</summary>
    public bool IsAboutErrors => Name is "LMSGetLastError" or "LMSGetErrorString" or "LMSGetDiagnostic";
}

/// <summary>Where a learner is: the files in the frames with their anchors, and the words in sight (1,500 characters).</summary>
internal sealed record TracePlace(string Address, string Text);

/// <summary>Something the scripted learner did.</summary>
/// <param name="At">Milliseconds since the launch.</param>
internal sealed record TraceAct(string What, double At);

/// <summary>What happened in one launch. Lists hold the first 200 things of their sort.</summary>
internal sealed record TraceLaunch
{
    public required LaunchKind Kind { get; init; }

    public LaunchEnding Ending { get; init; }

    /// <summary>What the learner says of the end.</summary>
    public string End { get; init; } = "";

    /// <summary>Milliseconds from the launch to its end.</summary>
    public double Milliseconds { get; init; }

    /// <summary>Whether the package is one of ours, whose answers are known.</summary>
    public bool IsOwn { get; init; }

    public IReadOnlyList<TraceCall> Calls { get; init; } = [];

    public IReadOnlyList<TraceAct> Acts { get; init; } = [];

    /// <summary>Errors nobody caught.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Messages that stop the page, as “alert: text”.</summary>
    public IReadOnlyList<string> Dialogs { get; init; } = [];

    /// <summary>Addresses outside the package that were asked for.</summary>
    public IReadOnlyList<string> Outside { get; init; } = [];

    /// <summary>Addresses of windows that were opened.</summary>
    public IReadOnlyList<string> Popups { get; init; } = [];

    /// <summary>Where the learner was before anything was done.</summary>
    public TracePlace? Start { get; init; }

    /// <summary>Where the learner was at the end.</summary>
    public TracePlace? Place { get; init; }

    /// <summary>Of our own courses: page, progress and answers in sight; when resumed, before anything was done.</summary>
    public string Standing { get; init; } = "";

    /// <summary>What the LMS holds afterwards, by element.</summary>
    public IReadOnlyDictionary<string, string> Stored { get; init; } = new Dictionary<string, string>();

    /// <summary>It ran, and the page could be used to the end.</summary>
    public bool IsSound => Ending is LaunchEnding.Closed or LaunchEnding.Killed;

    /// <summary>Calls but those about errors.</summary>
    public IEnumerable<TraceCall> Asked => Calls.Where(call => !call.IsAboutErrors);

    public IEnumerable<TraceCall> Sets => Calls.Where(call => call.IsSet);
}

/// <summary>What happened when a package was played, launch by launch.</summary>
/// <param name="IsAsset">The manifest says that it does not speak to an LMS (<c>adlcp:scormtype="asset"</c>).</param>
internal sealed record Trace(IReadOnlyList<TraceLaunch> Launches, bool IsAsset = false)
{
    /// <summary>The launch of this kind, when it was run.</summary>
    public TraceLaunch? Of(LaunchKind kind) =>
        Launches.FirstOrDefault(launch => launch.Kind == kind && launch.Ending != LaunchEnding.NotRun);

    /// <summary>Launches in an LMS that answers by the standard; the rules for calls look at these.</summary>
    public IEnumerable<TraceLaunch> Ordinary =>
        Launches.Where(launch =>
            launch.Kind is LaunchKind.Plain or LaunchKind.Interrupted or LaunchKind.Resumed
            && launch.Ending != LaunchEnding.NotRun
        );
}

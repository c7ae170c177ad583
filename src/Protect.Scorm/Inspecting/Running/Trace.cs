using System.Text.Json.Serialization;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Kind of launch of a played package.</summary>
internal enum LaunchKind
{
    /// <summary>An LMS that follows the standard; played as far as the learner gets.</summary>
    Plain,

    /// <summary>Played half-way, then the window was killed.</summary>
    Interrupted,

    /// <summary>After <see cref="Interrupted"/>, with the data that the LMS had kept.</summary>
    Resumed,

    /// <summary>There is no API.</summary>
    NoApi,

    /// <summary>LMSInitialize returns “false”.</summary>
    InitializeFalse,

    /// <summary>Every optional element is refused with 401; the API is two frames up.</summary>
    NoOptional,

    /// <summary>Every call throws.</summary>
    Throwing,

    /// <summary>Every call returns “false”.</summary>
    AllFalse,

    /// <summary>Status and score read back as empty.</summary>
    Unread,

    /// <summary>After <see cref="Plain"/>, with lesson_mode “review” and no credit.</summary>
    Review,

    /// <summary>The first three commits fail.</summary>
    LostCommits,

    /// <summary>The course is in a sandboxed frame without forms, windows and dialogs, as in Kolibri.</summary>
    Sandboxed,

    /// <summary>Another part of a package of several.</summary>
    Part,
}

/// <summary>End of a launch.</summary>
internal enum LaunchEnding
{
    /// <summary>The learner closed the window.</summary>
    Closed,

    /// <summary>The window was killed as planned.</summary>
    Killed,

    /// <summary>The page stopped responding: an endless loop, or endless dialogs.</summary>
    Hung,

    /// <summary>Too many calls, messages or requests.</summary>
    Flooded,

    /// <summary>The process of the page ended unexpectedly.</summary>
    Crashed,

    /// <summary>The package replaced the page of the LMS.</summary>
    Replaced,

    /// <summary>Not launched, because the time limit of the run was reached.</summary>
    NotRun,

    /// <summary>The machine was too slow, so that a course of our own did not play either.</summary>
    Slow,

    /// <summary>The browser ended, and the launch was lost with it.</summary>
    BrowserEnded,
}

/// <summary>Argument of a call: a text, or the text form of another value.</summary>
/// <param name="Text">Text, cut after 70,000 characters.</param>
/// <param name="IsText">True for a string; false for numbers, booleans, null and anything else.</param>
/// <param name="Length">Original length in UTF-16 units.</param>
[JsonConverter(typeof(TraceArgumentConverter))]
internal readonly record struct TraceArgument(string Text, bool IsText, int Length)
{
    public TraceArgument(string text)
        : this(text, true, text.Length) { }
}

/// <summary>Call of the content to the API. Times are rounded to tenths.</summary>
/// <param name="At">Milliseconds since the launch.</param>
/// <param name="Took">Milliseconds until it returned.</param>
/// <param name="Error">Error code of the LMS; “0” for none.</param>
internal sealed record TraceCall(
    string Name,
    [property: JsonPropertyName("args")] IReadOnlyList<TraceArgument> Arguments,
    string Result,
    string Error,
    double At,
    double Took
)
{
    /// <summary>Element of the data model that the call reads or sets; empty for other calls.</summary>
    public string Element => (IsGet || IsSet) && Arguments.Count > 0 ? Arguments[0].Text : "";

    /// <summary>Value to set; empty for other calls.</summary>
    public string Value => IsSet && Arguments.Count > 1 ? Arguments[1].Text : "";

    public bool IsGet => Name is "LMSGetValue" or "GetValue";

    public bool IsSet => Name is "LMSSetValue" or "SetValue";

    public bool IsInitialize => Name is "LMSInitialize" or "Initialize";

    public bool IsTerminate => Name is "LMSFinish" or "Terminate";

    public bool IsCommit => Name is "LMSCommit" or "Commit";

    /// <summary>True for a query of errors, which changes nothing and is always allowed (RTE 1.2, 3.3.5).</summary>
    public bool IsAboutErrors =>
        Name
            is "LMSGetLastError"
                or "LMSGetErrorString"
                or "LMSGetDiagnostic"
                or "GetLastError"
                or "GetErrorString"
                or "GetDiagnostic";
}

/// <summary>
/// Place of a learner: files in the frames with their anchors, and the visible words (1,500 characters).
/// </summary>
internal sealed record TracePlace(string Address, string Text);

/// <summary>Action of the scripted learner.</summary>
/// <param name="At">Milliseconds since the launch.</param>
internal sealed record TraceAct(string What, double At);

/// <summary>
/// Events of one launch. Each list contains at most 200 entries. A value that is missing in JSON is empty: the
/// generated reader passes null for it.
/// </summary>
internal sealed record TraceLaunch
{
    public required LaunchKind Kind { get; init; }

    public LaunchEnding Ending { get; init; }

    /// <summary>Title of the part, for a launch of <see cref="LaunchKind.Part"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Part { get; init; }

    /// <summary>False if the package was not loaded within 20 seconds; null in recordings of release 0.3.</summary>
    [JsonPropertyName("loaded")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsLoaded { get; init; }

    /// <summary>True if a script looked for the API and found it.</summary>
    [JsonPropertyName("foundApi")]
    public bool HasFoundApi { get; init; }

    /// <summary>Number of form submissions that the browser blocked in a sandboxed frame.</summary>
    public int BlockedForms { get; init; }

    /// <summary>Reason of the scripted learner for ending.</summary>
    public string End
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Milliseconds from the launch to its end.</summary>
    public double Milliseconds { get; init; }

    /// <summary>True for a package of this tool, whose answers are known.</summary>
    [JsonPropertyName("own")]
    public bool IsOwn { get; init; }

    public IReadOnlyList<TraceCall> Calls
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<TraceAct> Acts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Uncaught errors.</summary>
    public IReadOnlyList<string> Errors
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Dialogs that block the page, as “alert: text”.</summary>
    public IReadOnlyList<string> Dialogs
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Requested addresses outside the package.</summary>
    public IReadOnlyList<string> Outside
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Addresses of opened windows.</summary>
    public IReadOnlyList<string> Popups
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Place of the learner before the first action.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TracePlace? Start { get; init; }

    /// <summary>Place of the learner at the end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TracePlace? Place { get; init; }

    /// <summary>
    /// Page, progress and visible answers in courses of this tool; in a resumed launch, before the first action.
    /// </summary>
    public string Progress
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Values kept by the LMS after the launch, by element, in the order of their names.</summary>
    public IReadOnlyDictionary<string, string> Stored
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();

    /// <summary>True when the page could be used to the end.</summary>
    public bool IsSound => Ending is LaunchEnding.Closed or LaunchEnding.Killed;

    /// <summary>True if the launch shows something about the package, not only about the machine.</summary>
    public bool HasRun => Ending is not (LaunchEnding.NotRun or LaunchEnding.Slow or LaunchEnding.BrowserEnded);

    /// <summary>Calls without the queries of errors.</summary>
    [JsonIgnore]
    public IEnumerable<TraceCall> Asked => Calls.Where(call => !call.IsAboutErrors);

    [JsonIgnore]
    public IEnumerable<TraceCall> Sets => Calls.Where(call => call.IsSet);
}

/// <summary>Trace of a played package, launch by launch.</summary>
/// <param name="IsAsset">True when the manifest declares that it does not communicate with an LMS
/// (<c>adlcp:scormtype="asset"</c>).</param>
internal sealed record Trace(
    IReadOnlyList<TraceLaunch> Launches,
    [property: JsonPropertyName("asset")] bool IsAsset = false
)
{
    /// <summary>True for SCORM 2004, played without sequencing.</summary>
    [JsonPropertyName("scorm2004")]
    public bool IsScorm2004 { get; init; }

    /// <summary>Number of parts that report to an LMS; 0 in recordings of release 0.3.</summary>
    public int Parts { get; init; }

    /// <summary>Names of the elements in the standard of the package.</summary>
    [JsonIgnore]
    public TrackedElements Elements => IsScorm2004 ? TrackedElements.Scorm2004 : TrackedElements.Scorm12;

    /// <summary>Launches that show something about the package.</summary>
    [JsonIgnore]
    public IEnumerable<TraceLaunch> Ran => Launches.Where(launch => launch.HasRun);

    /// <summary>
    /// True if the package was played: the first ordinary launch came to its end, and so did most of the others.
    /// </summary>
    [JsonIgnore]
    public bool IsPlayed =>
        Ordinary.FirstOrDefault() is { IsSound: true, IsLoaded: not false }
        && Launches.Count(launch => launch.IsSound) * 2 > Launches.Count;

    /// <summary>Returns the launch of this kind; null when it was not run.</summary>
    public TraceLaunch? Of(LaunchKind kind) => Ran.FirstOrDefault(launch => launch.Kind == kind);

    /// <summary>Launches in an LMS that follows the standard; rules about calls use only these.</summary>
    [JsonIgnore]
    public IEnumerable<TraceLaunch> Ordinary =>
        Ran.Where(launch =>
            launch.Kind is LaunchKind.Plain or LaunchKind.Interrupted or LaunchKind.Resumed or LaunchKind.Part
        );
}

using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Table of rules T: behaviour of a package when it is played.</summary>
internal static class RunRules
{
    private const string Api = "RTE 1.2, 3.3", Model = "RTE 1.2, 3.4";

    public static readonly PackageRule
        FindsApi = new("T01", Error, Standard, "RTE 1.2, 3.3.6", "The package finds the API in the frames around it, or in the window that opened it.",
            "It never called the LMS{0}: nothing will be recorded.", "Publish it for SCORM 1.2 again. Its script must look for an object named API in every window around it, and in the window that opened it."),
        Initializes = new("T02", Error, Standard, Api + ".2; ADL's test suite waits 20 seconds", "LMSInitialize(\"\") is the first call, within 20 seconds, once.",
            "{0}", "Call LMSInitialize once, before everything else, as soon as the page is loaded."),
        Finishes = new("T03", Error, Standard, Api + ".2; ADL's label SCO-RTE1", "LMSFinish(\"\") is called, once, as the last call.",
            "{0}", "Call LMSFinish once, when the learner leaves, also when the window is just closed (the event pagehide).") { IsFormal = true },
        ArgumentForm = new("T04", Error, Standard, Api, "The argument of LMSInitialize, LMSFinish and LMSCommit is an empty text; the other functions take texts.",
            "{0} was called with {1}.", "Pass \"\" to LMSInitialize, LMSFinish and LMSCommit, and convert numbers to text before LMSSetValue.") { IsFormal = true },
        InSession = new("T05", Error, Standard, Api + ".5, error 301", "No value is read or set before LMSInitialize or after LMSFinish.",
            "{0} was called {1}; the LMS answers with error 301, and nothing is kept.", "Call it between LMSInitialize and LMSFinish.") { IsFormal = true },
        OnlyEight = new("T06", Error, Standard, Api, "Only the eight functions of the API are called.",
            "It calls {0}, which SCORM 1.2 does not have.", "Publish the package for SCORM 1.2; this function belongs to another standard."),
        KnownElements = new("T07", Error, Standard, Model + ", errors 201 and 401", "Every element has a name of the data model, in its case.",
            "It uses the element “{0}”, which the data model does not have{1}.", "Use the names of SCORM 1.2; an LMS keeps nothing else.") { IsFormal = true },
        ReadOnly = new("T08", Error, Standard, Model + ", error 403", "No read-only element is set.",
            "It sets “{0}”, which only the LMS may set.", "Remove the call; the LMS refuses it.") { IsFormal = true },
        WriteOnly = new("T09", Error, Standard, Model + ", error 404", "No write-only element is read.",
            "It reads “{0}”, which can only be set.", "Keep the value in the course (suspend_data); the LMS does not return it.") { IsFormal = true },
        Keywords = new("T10", Error, Standard, Model + ", error 402", "_children, _count and _version are not set.",
            "It sets “{0}”, which describes the data model.", "Remove the call; the LMS refuses it.") { IsFormal = true },
        Values = new("T11", Error, Standard, Model + ".2, error 405", "Every value has the type of its element.",
            "It sets “{0}” to “{1}”, but the element takes {2}. An LMS that checks values does not keep it.", "Send the value in that form."),
        Lengths = new("T12", Error, Standard, Model + ".2", "Texts have at most 255 or 4,096 characters, identifiers have no white space.",
            "It sets “{0}” to {1}, but the element takes {2}.", "Shorten it; some LMSs cut or refuse it, and the course cannot read the rest."),
        Indices = new("T13", Error, Standard, Model + ", error 201", "Indices of a list begin at 0 and have no gaps.",
            "It sets “{0}” when the list has {1}.", "Use the value of _count as the next index, or count on from it.") { IsFormal = true },
        ScoreRange = new("T14", Error, Standard, Model + ".4; code of Moodle 4.1.10", "Scores lie between 0 and 100.",
            "It sets “{0}” to “{1}”; an LMS that checks values takes only 0 to 100.", "Send the score in percent."),
        WithoutOptional = new("T15", Error, Standard, Model + ", optional elements, error 401", "It works in an LMS without the optional elements.",
            "In an LMS without the optional elements {0}.", "After error 401, continue without the element."),
        Survives = new("T16", Error, Standard, "RTE 1.2, 3.3; seen in practice", "It works without an LMS, and when an LMS fails.",
            "{0} {1}.", "Check what each call returns, catch its exceptions, and continue without the LMS.") { IsFormal = true },
        SetsStatus = new("T17", Warning, Practice, "RTE 1.2, 3.4.4; LMSs differ in what they assume", "The package sets lesson_status itself, and never to “not attempted”.",
            "{0}", "Set lesson_status to incomplete at the start, and to completed, passed or failed later."),
        StatusRises = new("T18", Warning, Practice, "LMSs take the last value", "The status never goes down, and after a final status the score never falls.",
            "{0}", "Keep the best result in the course, and send nothing lower after it."),
        SessionTime = new("T19", Warning, Practice, "RTE 1.2, 3.4.4", "session_time is set before LMSFinish, and is not longer than the launch.",
            "{0}", "Measure from the launch with a monotonic clock, and set session_time before each commit."),
        Commits = new("T20", Warning, Practice, "seen: LMSFinish is often lost", "Values are committed soon after they are set, and before LMSFinish.",
            "{0}", "Call LMSCommit after each change of status or score, and before LMSFinish; a closed window may never send LMSFinish."),
        Suspends = new("T21", Warning, Practice, "RTE 1.2, 3.4.4; strict LMSs drop the state", "exit is “suspend” until the course is completed, and never “logout”.",
            "{0}", "Set cmi.core.exit to suspend at the start; do not use “logout”, which logs learners out of some LMSs."),
        ScoreBounds = new("T22", Warning, Practice, "D2L's and LMS365's documentation", "score.raw is set together with score.min and score.max.",
            "{0}", "Set score.min to 0 and score.max to 100 together with score.raw."),
        InteractionOrder = new("T23", Warning, Practice, "code of SLK; RTE 1.2, 3.4.4", "An interaction begins with its id, then its type, and its response has the form of the type.",
            "{0}", "Set id, then type, then the rest; write choices as letters with commas, and pairs as 1.a,2.b."),
        SafeState = new("T24", Warning, Practice, "code of Chamilo 2.0; older OpenOlat", "suspend_data contains only letters, digits and _ . ~ ! * ( ) -.",
            "suspend_data contains {0}, which some LMSs corrupt; it had at most {1} of 4,096 characters.", "Write it in an alphabet that needs no escaping, such as base64url."),
        Pace = new("T25", Warning, Practice, "LMSs whose calls stop the page", "The rate of calls and commits is moderate.",
            "{0}", "Collect changes and commit them a second later; each commit may block the page for half a second."),
        ReadBack = new("T26", Warning, Practice, "code of openedx-scorm-xblock", "It behaves the same when the LMS returns status and score as empty.",
            "{0}", "Keep status and score in suspend_data, and decide by that."),
        Review = new("T27", Warning, Practice, "code of Moodle 4.1.10: it stores them", "In review, status and score are not set.",
            "Launched for review, it sets “{0}” to “{1}”.", "Read cmi.core.lesson_mode, and set nothing unless it is normal."),
        Resumes = new("T28", Warning, Practice, "seen in practice", "After an interruption it resumes at the same place and state.",
            "{0}", "Save the place and the answers (lesson_location, suspend_data), commit, and read them at the launch."),
        Responds = new("T29", Error, Practice, "seen in a run; a course of our own played at the same time", "The page responds for as long as a learner uses it.",
            "{0}; a course of our own plays on the same machine.", "Find the script that runs without an end or fills the memory, for example with the performance tools of a browser."),
        InSandbox = new("T30", Warning, Practice, "code of Kolibri, the frame around HTML5 apps", "It works in a sandboxed frame that allows no forms, windows and dialogs.",
            "In a sandboxed frame, as Kolibri has it, {0}.", "React to the click of a button instead of the submission of a form, and do not rely on windows or dialogs.");

    public static IReadOnlyList<PackageRule> All { get; } =
    [
        FindsApi, Initializes, Finishes, ArgumentForm, InSession, OnlyEight, KnownElements, ReadOnly, WriteOnly, Keywords, Values, Lengths, Indices, ScoreRange, WithoutOptional, Survives,
        SetsStatus, StatusRises, SessionTime, Commits, Suspends, ScoreBounds, InteractionOrder, SafeState, Pace, ReadBack, Review, Resumes, Responds, InSandbox,
    ];

    /// <summary>Rules that also apply to SCORM 2004; the others are about the data model of SCORM 1.2.</summary>
    private static readonly HashSet<PackageRule> OfBoth =
    [
        FindsApi, Initializes, Finishes, ArgumentForm, InSession, OnlyEight, Survives, SetsStatus, SessionTime, Commits, Suspends, ReadBack, Review, Resumes, Responds, InSandbox,
    ];

    public static bool IsOfScorm2004(PackageRule rule) => OfBoth.Contains(rule);

    /// <summary>Returns the rule with the names of SCORM 2004.</summary>
    public static PackageRule InScorm2004(PackageRule rule) =>
        rule with
        {
            Basis = rule.Basis.StartsWith("RTE 1.2", StringComparison.Ordinal) ? "RTE 2004 4th Edition, chapters 3 (API) and 4 (data model)" : $"{rule.Basis}; known from SCORM 1.2",
            Requirement = Renamed(rule.Requirement),
            Message = Renamed(rule.Message),
            Help = Renamed(rule.Help),
        };

    private static string Renamed(string text) =>
        text.Replace("LMSFinish", "Terminate", StringComparison.Ordinal)
            .Replace("LMSInitialize", "Initialize", StringComparison.Ordinal)
            .Replace("LMSCommit", "Commit", StringComparison.Ordinal)
            .Replace("LMSSetValue", "SetValue", StringComparison.Ordinal)
            .Replace("with error 301", "with an error", StringComparison.Ordinal)
            .Replace("SCORM 1.2", "SCORM 2004", StringComparison.Ordinal)
            .Replace("an object named API", "an object named API_1484_11", StringComparison.Ordinal)
            .Replace("cmi.core.lesson_mode", "cmi.mode", StringComparison.Ordinal)
            .Replace("cmi.core.exit", "cmi.exit", StringComparison.Ordinal)
            .Replace("lesson_status itself, and never to “not attempted”", "completion_status or success_status itself", StringComparison.Ordinal)
            .Replace("lesson_status to incomplete at the start, and to completed, passed or failed later", "completion_status to incomplete at the start and to completed later, and success_status to passed or failed", StringComparison.Ordinal)
            .Replace("lesson_location", "location", StringComparison.Ordinal);
}

using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.RuleSource;

namespace Protect.Scorm.Inspecting;

/// <summary>T: what a package does when it is played. A table.</summary>
internal static class RunRules
{
    private const string Api = "RTE 1.2, 3.3", Model = "RTE 1.2, 3.4";

    public static readonly PackageRule
        FindsApi = new("T01", Error, Standard, "RTE 1.2, 3.3.6", "The package finds the API in the frames around it, or in the window that opened it.",
            "It never spoke to the LMS{0}: nothing will be recorded.", "Publish it for SCORM 1.2 again. Its script must look for an object named API in every window around it, and in the window that opened it."),
        Initializes = new("T02", Error, Standard, Api + ".2; ADL's test suite waits 20 seconds", "LMSInitialize(\"\") is the first call, within 20 seconds, once.",
            "{0}", "Call LMSInitialize once, before everything else, as soon as the page is there."),
        Finishes = new("T03", Error, Standard, Api + ".2; ADL's label SCO-RTE1", "LMSFinish(\"\") is called, once, as the last call.",
            "{0}", "Call LMSFinish once, when the learner leaves, also when the window is just closed (the event pagehide).") { IsFormal = true },
        ArgumentForm = new("T04", Error, Standard, Api, "LMSInitialize, LMSFinish and LMSCommit get an empty text, the other functions get texts.",
            "{0} was called with {1}.", "Pass \"\" to LMSInitialize, LMSFinish and LMSCommit, and turn numbers into texts before LMSSetValue.") { IsFormal = true },
        InSession = new("T05", Error, Standard, Api + ".5, error 301", "No value is read or set before LMSInitialize or after LMSFinish.",
            "{0} was called {1}; the LMS answers with error 301, and nothing is kept.", "Call it between LMSInitialize and LMSFinish.") { IsFormal = true },
        OnlyEight = new("T06", Error, Standard, Api, "Only the eight functions of the API are called.",
            "It calls {0}, which SCORM 1.2 has not.", "Publish the package for SCORM 1.2; this is a function of something else."),
        KnownElements = new("T07", Error, Standard, Model + ", errors 201 and 401", "Every element has a name of the data model, in its case.",
            "It uses the element “{0}”, which the data model has not{1}.", "Use the names of SCORM 1.2; an LMS keeps nothing else.") { IsFormal = true },
        ReadOnly = new("T08", Error, Standard, Model + ", error 403", "Nothing is set that can only be read.",
            "It sets “{0}”, which only the LMS writes.", "Take the call out; the LMS refuses it.") { IsFormal = true },
        WriteOnly = new("T09", Error, Standard, Model + ", error 404", "Nothing is read that can only be set.",
            "It reads “{0}”, which can only be set.", "Keep the value in the course (suspend_data); the LMS does not give it back.") { IsFormal = true },
        Keywords = new("T10", Error, Standard, Model + ", error 402", "_children, _count and _version are not set.",
            "It sets “{0}”, which describes the data model.", "Take the call out; the LMS refuses it.") { IsFormal = true },
        Values = new("T11", Error, Standard, Model + ".2, error 405", "Every value has the type of its element.",
            "It sets “{0}” to “{1}”; there it takes {2}. An LMS that looks at values keeps nothing of it.", "Send the value in that form."),
        Lengths = new("T12", Error, Standard, Model + ".2", "Texts keep within 255 and 4,096 characters, identifiers have no white space.",
            "It sets “{0}” to {1}; there it takes {2}.", "Shorten it; some LMSs cut it or refuse it, and what they hold then cannot be read."),
        Indices = new("T13", Error, Standard, Model + ", error 201", "Indices of a list begin at 0 and leave nothing out.",
            "It sets “{0}” when the list has {1}.", "Use the value of _count as the next index, or count on from it.") { IsFormal = true },
        ScoreRange = new("T14", Error, Standard, Model + ".4; code of Moodle 4.1.10", "Scores lie between 0 and 100.",
            "It sets “{0}” to “{1}”; an LMS that looks at values takes 0 to 100 only.", "Send the score in percent."),
        WithoutOptional = new("T15", Error, Standard, Model + ", optional elements, error 401", "It works where an LMS has none of the optional elements.",
            "In an LMS without the optional elements {0}.", "Take error 401 as a no, and go on without the element."),
        Survives = new("T16", Error, Standard, "RTE 1.2, 3.3; seen in practice", "It works when there is no LMS, and when an LMS fails.",
            "{0} {1}.", "Look at what each call returns, catch what it throws, and go on without the LMS.") { IsFormal = true },
        SetsStatus = new("T17", Warning, Practice, "RTE 1.2, 3.4.4; LMSs differ in what they assume", "The package sets lesson_status itself, and never to “not attempted”.",
            "{0}", "Set lesson_status to incomplete at the start, and to completed, passed or failed when that is so."),
        StatusRises = new("T18", Warning, Practice, "LMSs take the last value", "The status never goes down, and nothing but a rise follows a final one.",
            "{0}", "Keep the best result in the course, and send nothing lower after it."),
        SessionTime = new("T19", Warning, Practice, "RTE 1.2, 3.4.4", "session_time is set before LMSFinish, and is no longer than the launch was.",
            "{0}", "Measure from the launch on, with a clock that does not jump, and set session_time before each commit."),
        Commits = new("T20", Warning, Practice, "seen: LMSFinish is often lost", "What was set is committed soon, and before LMSFinish.",
            "{0}", "Call LMSCommit after each change of status or score, and before LMSFinish; a closed window may never send LMSFinish."),
        Suspends = new("T21", Warning, Practice, "RTE 1.2, 3.4.4; strict LMSs drop the state", "exit is “suspend” while the course is not done, and never “logout”.",
            "{0}", "Set cmi.core.exit to suspend at the start; leave “logout” alone, which throws learners out of some LMSs."),
        ScoreBounds = new("T22", Warning, Practice, "D2L's and LMS365's documentation", "score.raw comes with min and max around it.",
            "{0}", "Set score.min to 0 and score.max to 100 together with score.raw."),
        InteractionOrder = new("T23", Warning, Practice, "code of SLK; RTE 1.2, 3.4.4", "An interaction begins with its id, then its type, and its response has the form of the type.",
            "{0}", "Set id, then type, then the rest; write choices as letters with commas, and pairs as 1.a,2.b."),
        SafeState = new("T24", Warning, Practice, "code of Chamilo 2.0; older OpenOlat", "suspend_data holds letters, digits and _ . ~ ! * ( ) - only.",
            "suspend_data holds {0}, which some LMSs spoil on the way; it was {1} characters at most, of 4,096.", "Write it in an alphabet that needs no escaping, such as base64url."),
        Pace = new("T25", Warning, Practice, "LMSs whose calls stop the page", "Calls and commits come at a bearable pace.",
            "{0}", "Gather what changes and commit it a second later; each commit may hold the page up for half a second."),
        ReadBack = new("T26", Warning, Practice, "code of openedx-scorm-xblock", "It behaves the same when the LMS reads status and score back as nothing.",
            "{0}", "Keep status and score in suspend_data, and decide by that."),
        Review = new("T27", Warning, Practice, "code of Moodle 4.1.10: it stores them", "In review nothing is written of status or score.",
            "Launched for review, it sets “{0}” to “{1}”.", "Look at cmi.core.lesson_mode, and write nothing unless it is normal."),
        Resumes = new("T28", Warning, Practice, "seen in practice", "After an interruption it comes back to the same place and state.",
            "{0}", "Save the place and the answers (lesson_location, suspend_data), commit, and read them at the launch.");

    public static IReadOnlyList<PackageRule> All { get; } =
    [
        FindsApi, Initializes, Finishes, ArgumentForm, InSession, OnlyEight, KnownElements, ReadOnly, WriteOnly, Keywords, Values, Lengths, Indices, ScoreRange, WithoutOptional, Survives,
        SetsStatus, StatusRises, SessionTime, Commits, Suspends, ScoreBounds, InteractionOrder, SafeState, Pace, ReadBack, Review, Resumes,
    ];
}

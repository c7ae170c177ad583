using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.RuleSource;

namespace Protect.Scorm.Inspecting;

/// <summary>
/// W: what pages, styles and scripts ask for and do. A table. Nothing is run: scripts are read for words, so a rule says what is found, and W19 where that cannot
/// be told. Courses of every maker break some of these and play all the same; an error is only what a learner or the LMS certainly notices.
/// </summary>
internal static class WebRules
{
    private const string Policy = "Content-Security-Policy of LMSs (code of OpenOlat)", Frame = "LMSs show courses in a frame";

    public static readonly PackageRule
        Missing = new("W01", Warning, Practice, "broken pages", // an error only where the message says why: many packages do well without files they name
            "What pages, styles and scripts ask for is in the package.",
            "“{0}” is not in the package{1}.", "Put the file into the package, or remove what asks for it."),
        OtherCase = new("W02", Warning, Practice, "servers on Linux tell upper and lower case apart", "Names are written as the files are, also in upper and lower case.",
            "“{0}” is called “{1}” in the package; most servers tell upper and lower case apart.", "Write the name as the file has it."),
        FromRoot = new("W03", Warning, Practice, "an LMS puts each package into a folder of its own", "No address begins with “/”.",
            "“{0}” begins at the root of the server, where the package is not.", "Write the address from the folder of the page."),
        OnDisk = new("W04", Warning, Practice, "leftovers of authoring tools", "No address points to the author's computer.",
            "“{0}” points to a computer, not into the package.", "Put the file into the package, and write its address from the folder of the page."),
        Insecure = new("W05", Warning, Practice, "Mixed Content, W3C", "Nothing is loaded over http:.",
            "“{0}” is loaded over http:, which browsers refuse inside an LMS with https:.", "Put the file into the package, or load it over https:."),
        Outside = new("W06", Warning, Practice, Policy + "; privacy; offline use", "Nothing is loaded from elsewhere.",
            "“{0}” is loaded from elsewhere: some LMSs refuse it, and somebody else learns of every visit.", "Put the file into the package."),
        NoScheme = new("W07", Warning, Practice, Policy, "No address leaves out http: or https:.",
            "“{0}” is loaded from elsewhere, over whatever the LMS uses.", "Put the file into the package, or write https: in front."),
        RunsText = new("W08", Warning, Practice, Policy, "No text is run as a program.",
            "A text is run as a program ({0}), which strict LMSs refuse.", "Use functions instead of texts, or a newer release of the authoring tool."),
        Inline = new("W09", Warning, Practice, Policy, "Programs stand in files, or a policy of the page holds their hash.",
            "{0} pages or pictures have programs inside, which strict LMSs refuse: {1}.", "Nothing to do for most LMSs. Otherwise move the programs into files."),
        Leaving = new("W10", Warning, Practice, "Chrome 80 and 117: requests and unload while a page goes away", "Nothing depends on unload, and nothing blocks a page that goes away.",
            "{0} may not run when a learner leaves; what it saves can be lost.", "Save on “visibilitychange” and “pagehide”, without dialogs and without waiting."),
        TopWindow = new("W11", Warning, Practice, Frame, "The window of the LMS is not moved or closed.",
            "{0} takes the place of the LMS, or is refused in its frame.", "Stay in the own frame; let the LMS close the course."),
        SharedOrigin = new("W12", Warning, Practice, "all courses of an LMS share one origin", "Nothing is set that holds for the whole LMS: cookies, document.domain, service workers.",
            "{0} is set for the whole LMS, not for this course.", "Keep data with the LMS (cmi.suspend_data)."),
        BarePage = new("W13", Warning, Practice, "HTML; WCAG 2.2, 2.4.2 and 3.1.1", "Pages have a doctype, their charset, their language and a title.",
            "The page has no {0}.", "Add it in the head of the page."),
        Heavy = new("W14", Warning, Practice, "slow first pages", "Pages have at most 1 MB, and hold no data of more than 100 KB.",
            "{0}", "Put large data into files of their own."),
        Plugin = new("W15", Warning, Practice, "removed from all browsers by 2021", "Nothing needs Flash, Silverlight, Java applets or ActiveX.",
            "No browser has the plug-in for {0} any more.", "Publish again as HTML5."),
        MediaType = new("W16", Warning, Practice, "servers without a media type; X-Content-Type-Options: nosniff", "Files are of kinds that servers know, and are what their names say.",
            "{0}", "Ask whether the server knows these kinds, or use older ones; name files after what they are."),
        Encoding = new("W17", Warning, Practice, "garbled letters", "Texts are UTF-8, or say what they are.",
            "The text is {0}, and nothing says so; letters with accents come out wrong.", "Save it as UTF-8."),
        Leftover = new("W18", Warning, Practice, "leaks; size", "What makers need and learners do not is not in the package, and no passwords or keys.",
            "{0} files or texts are for makers, not for learners: {1}.", "Leave them out; change a password or a key that was published."),
        NoApi = new("W19", Note, Practice, "RTE 1.2, 3.3; a guess from words", "A SCO names the API of the LMS somewhere in its scripts.",
            "“{0}” is marked as a SCO, but {1}.", "Play it in an LMS before you trust its reports, or mark it as an asset."),
        OtherApi = new("W20", Warning, Practice, "RTE 1.2, 3.3; SCORM 2004 RTE, 3.1", "The scripts speak the version of SCORM that the manifest names.",
            "The manifest says SCORM {0}, but the scripts of “{1}” speak only {2}; the LMS may offer no such API.", "Publish again for the version of the LMS.");

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Missing, OtherCase, FromRoot, OnDisk, Insecure, Outside, NoScheme, RunsText, Inline, Leaving, TopWindow, SharedOrigin, BarePage, Heavy, Plugin, MediaType, Encoding, Leftover,
        NoApi, OtherApi,
    ];
}

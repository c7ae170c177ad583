using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>
/// Table of rules W: references and behaviour of pages, styles and scripts. Nothing is run: scripts are scanned for
/// words, so a rule reports only what is found, and W19 reports when that cannot
/// be known. Courses of every authoring tool break some rules and still play; an error is only a fault that a learner
/// or the LMS certainly notices.
/// </summary>
internal static class WebRules
{
    private const string Policy = "Content-Security-Policy of LMSs (code of OpenOlat)", Frame = "LMSs show courses in a frame";

    public static readonly PackageRule
        Missing = new("W01", Warning, Practice, "broken pages", // an error only where the message says why: many packages work without some of the files they name
            "Files that pages, styles and scripts load are in the package.",
            "“{0}” is not in the package{1}.", "Put the file into the package, or remove the reference to it."),
        OtherCase = new("W02", Warning, Practice, "servers on Linux distinguish upper and lower case", "References have the same upper and lower case as the files.",
            "“{0}” is called “{1}” in the package; most servers distinguish upper and lower case.", "Write the name exactly as that of the file."),
        FromRoot = new("W03", Warning, Practice, "an LMS puts each package into a folder of its own", "No address begins with “/”.",
            "“{0}” begins at the root of the server, where the package is not.", "Write the address from the folder of the page."),
        OnDisk = new("W04", Warning, Practice, "leftovers of authoring tools", "No address points to the author's computer.",
            "“{0}” points to a computer, not into the package.", "Put the file into the package, and write its address from the folder of the page."),
        Insecure = new("W05", Warning, Practice, "Mixed Content, W3C", "Nothing is loaded over http:.",
            "“{0}” is loaded over http:, which browsers refuse inside an LMS with https:.", "Put the file into the package, or load it over https:."),
        Outside = new("W06", Warning, Practice, Policy + "; privacy; offline use", "Nothing is loaded from other sites.",
            "“{0}” is loaded from another site: some LMSs block it, and that site learns of every visit.", "Put the file into the package."),
        NoScheme = new("W07", Warning, Practice, Policy, "No address leaves out http: or https:.",
            "“{0}” is loaded from another site, over the protocol of the LMS.", "Put the file into the package, or write https: in front."),
        RunsText = new("W08", Warning, Practice, Policy, "No text is run as a program (eval and the like).",
            "A script runs a text as a program ({0}), which LMSs with a strict security policy block.", "Use functions instead of texts, or a newer release of the authoring tool."),
        Inline = new("W09", Warning, Practice, Policy, "Scripts are in files, or a policy of the page contains their hash.",
            "{0} [page or picture has|pages or pictures have] inline scripts, which LMSs with a strict security policy block: {1}.", "Move the scripts into files if your LMS is one of those that block them."),
        Leaving = new("W10", Warning, Practice, "Chrome 80 and 117: requests and unload while a page is left", "Nothing depends on unload, and nothing blocks leaving the page.",
            "Browsers may not run this when a learner leaves, and data to be saved then can be lost ({0}).", "Save on “visibilitychange” and “pagehide”, without dialogs or synchronous requests."),
        TopWindow = new("W11", Warning, Practice, Frame, "The window of the LMS is not redirected or closed.",
            "A script replaces the page of the LMS, or tries to ({0}).", "Stay in the course's own frame; let the LMS close the course."),
        SharedOrigin = new("W12", Warning, Practice, "all courses of an LMS share one origin", "Nothing is set for all of the LMS: no cookies, document.domain or service workers.",
            "A script sets something for all courses of the LMS, not only for this one ({0}).", "Keep data in the LMS (cmi.suspend_data)."),
        BarePage = new("W13", Warning, Practice, "HTML; WCAG 2.2, 2.4.2 and 3.1.1", "Pages have a doctype, their charset, their language and a title.",
            "The page has no {0}.", "Add it in the head of the page."),
        Heavy = new("W14", Warning, Practice, "slow first pages", "Pages have at most 1.5 MB, and contain no data of more than 100 KB.",
            "{0}", "Put large data into files of their own, which are loaded when they are needed."),
        Plugin = new("W15", Warning, Practice, "removed from all browsers by 2021", "Nothing needs Flash, Silverlight, Java applets or ActiveX.", // a note where no page shows them, or the course also has an HTML5 version
            "No browser has the plug-in for {0} any more{1}.", "Publish again as HTML5."),
        MediaType = new("W16", Warning, Practice, "servers without a media type; X-Content-Type-Options: nosniff", "Servers know the kinds of files, and the content of files matches their names.",
            "{0}", "Ask the people who run the LMS whether its server knows these kinds of files, or use older kinds; name files by their content."),
        Encoding = new("W17", Warning, Practice, "garbled letters", "Texts are UTF-8, or declare their encoding.",
            "The text is {0}, which is not declared, so letters with accents are shown wrongly.", "Save it as UTF-8."),
        Leftover = new("W18", Warning, Practice, "leaks; size", "The package has no files for authors only, and no passwords or keys.",
            "{0} [file or text is|files or texts are] for authors, not for learners: {1}.", "Leave [it|them] out of the package, and change a password or a key that was published."),
        NoApi = new("W19", Warning, Practice, "RTE 1.2, 3.3; a search for the names of the functions", // a note where the scripts could not be followed
            "A page that is marked as reporting to the LMS (a SCO) calls the LMS somewhere in its scripts.",
            "“{0}” is marked as a page that reports to the LMS (a SCO), but {1}.", "Test it in an LMS before you rely on its reports. If it is only to be read, mark it as an asset."),
        OtherApi = new("W20", Warning, Practice, "RTE 1.2, 3.3; SCORM 2004 RTE, 3.1", "The scripts use the version of SCORM that the manifest names.",
            "The manifest declares SCORM {0}, but the scripts of “{1}” use only {2}; the LMS may not offer that API.", "Publish again for the version of the LMS."),
        OuterDocument = new("W21", Warning, Practice, Frame + ", often from another address", "Scripts use only the pages of the course, not the page of the LMS around it.",
            "A script reaches into the page of the LMS ({0}). Browsers refuse that where the LMS shows courses from another address, and the script stops there.", "Remove it, or publish with a newer release of the authoring tool. To find the LMS, its functions (API) are enough."),
        Unread = new("W22", Note, Practice, "limits of this tool", "Pages, styles and scripts are sound, and have at most 5 MB each.",
            "{0} [file was|files were] not checked, because [it is|they are] damaged or larger than 5 MB: {1}.", "Test the pages that use these files yourself.");

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Missing, OtherCase, FromRoot, OnDisk, Insecure, Outside, NoScheme, RunsText, Inline, Leaving, TopWindow, SharedOrigin, BarePage, Heavy, Plugin, MediaType, Encoding, Leftover,
        NoApi, OtherApi, OuterDocument, Unread,
    ];
}

using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>
/// Table of rules R: the resources of a manifest and their files. The comment after a severity says why it is lower
/// than in ADL's test suite: packages that break
/// the rule play in LMSs every day.
/// </summary>
internal static class ResourceRules
{
    private const string Cam = "CAM 1.2, 2.3.2 resources", Uri = "RFC 3986", Adl = "ADL's rules for SCORM 2004";

    public static readonly PackageRule
        Type = new("R01", Error, Standard, Cam, // no importer looks at it
            "A resource has a type, and it is “webcontent”.",
            "The resource {0} has {1} as its type; SCORM knows only “webcontent”.", "Write type=\"webcontent\".") { IsFormal = true },
        NoHref = new("R02", Error, Standard, Cam, "A resource that an item names has an href.",
            "The item {0} opens the resource {1}, which names no file to open.", "Add href with the first page."),
        NoScormType = new("R03", Error, Standard, "CAM 1.2, SCORM content packaging profile", // an error where its scripts communicate with an LMS; a page to read needs no scormtype
            "A resource that an item names says whether it is a SCO or an asset.",
            "The resource {0} does not say whether it is a SCO; LMSs treat it as an asset and record nothing{1}.", "Write adlcp:scormtype=\"sco\" where it reports, else \"asset\".") { IsFormal = true },
        ScormType = new("R04", Error, Standard, "adlcp_rootv1p2.xsd", // a warning where only the case differs, which most LMSs accept
            "adlcp:scormtype is “sco” or “asset”, in lower case.",
            "“{0}” is written “{1}”; LMSs may treat the resource as an asset and record nothing.", "Write adlcp:scormtype=\"sco\" or \"asset\".") { IsFormal = true },
        ScormTypePlace = new("R05", Error, Standard, Adl, // it has no effect there
            "adlcp:scormtype is on resources only.",
            "<{0}> has a scormtype, which has no effect there.", "Move it to the resource.") { IsFormal = true },
        NoSco = new("R06", Warning, Practice, "practice of LMSs", "At least one resource is a SCO.",
            "No resource is a SCO: the package can be opened, but nothing is recorded.", "If it reports, mark its resource with adlcp:scormtype=\"sco\"."),
        LaunchMissing = new("R07", Error, Standard, Cam, "The file that a resource opens is in the package.",
            "The resource {0} opens “{1}”, which is not in the package.", "Put the file into the package, or correct href."),
        FileMissing = new("R08", Error, Standard, Cam, // authoring tools list files carelessly, and no importer checks them
            "Every file that a resource lists is in the package.",
            "The resource {0} lists “{1}”, which is not in the package.", "Put the file into the package, or remove it from the list.") { IsFormal = true },
        LaunchNotListed = new("R09", Warning, Standard, Cam, "The file that a resource opens is also listed in it.",
            "The resource {0} opens “{1}”, but does not list it{2}.", "Add <file href=\"…\"/> for it."),
        Dependency = new("R10", Error, Standard, Cam, // a learner notices only the faults of R07 and W01
            "A dependency names another resource of the manifest.",
            "The resource {0} depends on “{1}”, {2}.", "Correct identifierref, or remove the dependency.") { IsFormal = true },
        Cycle = new("R11", Warning, Practice, "importers that follow dependencies", "Dependencies have no cycle.",
            "The resource {0} depends on itself through others.", "Remove one of the dependencies."),
        NotListed = new("R12", Warning, Standard, "ADL: excess baggage", "Every file of the package is listed by a resource.",
            "{0} [file is|files are] listed by no resource; some LMSs leave out such files: {1}.", "List [this file|these files], or leave [it|them] out of the package."),
        Orphan = new("R13", Warning, Standard, Adl, "Every resource is named by an item or a dependency.",
            "The resource {0} is named by no item and no dependency; nobody can open it.", "Add an item for it, or remove it."),
        FromRoot = new("R14", Error, Standard, "revision notes of ADL's test suite 1.2.7", // a warning for listed files, which no importer opens
            "No href begins with “/”.",
            "“{0}” begins with “/”, which is the root of the server, not of the package.", "Write the path without “/” in front."),
        Backslash = new("R15", Error, Standard, Uri + "; " + Adl, // browsers turn it into “/”
            "No href has a backslash.",
            "“{0}” has a backslash between folders.", "Write “/”.") { IsFormal = true },
        ClimbsOut = new("R16", Error, Standard, Adl, // a warning for listed files
            "No href leads out of the package.",
            "“{0}” leads out of the package.", "Write the path from the root of the package."),
        IllegalHref = new("R17", Error, Standard, Uri, // browsers repair it
            "An href is a valid URI reference.",
            "“{0}” is not a valid address: {1}.", "Encode the character (a blank is %20), or better: rename the file.") { IsFormal = true },
        LongHref = new("R18", Warning, Standard, "CAM 1.2: smallest permitted maximum", "An href has at most 2,000 characters, its xml:base included.",
            "An href has {0} [character|characters]; LMSs must accept only 2,000.", "Use shorter names."),
        External = new("R19", Warning, Standard, "RTE 1.2, 3.3: the API is found in the windows around", // an error for a SCO
            "A resource opens a file of the package.",
            "The resource {0} opens “{1}”, outside of the package{2}.", "Put the content into the package."),
        XmlBase = new("R20", Warning, Practice, "importers that ignore it; code of Moodle", "xml:base is not used.",
            "xml:base is used; some LMSs ignore it and then do not find the files.", "Write complete paths in href, and remove xml:base."),
        BadBase = new("R21", Error, Standard, Adl, // R07 reports a file that is not found because of it
            "xml:base is a folder: no “/” in front, one at the end, no backslash.",
            "xml:base is “{0}”, {1}.", "Write it as a folder, “like/this/”, or better: write complete paths in href.") { IsFormal = true },
        Query = new("R22", Warning, Practice, "importers that look for the file by the complete href", "The href of a resource has no parameters.",
            "“{0}” has parameters; some LMSs look for a file of that name.", "Move them to “parameters” of the item."),
        NotHtml = new("R23", Warning, Practice, "media types; RTE 1.2, 3.3: a SCO speaks by script", // an error for a SCO of a kind that has no scripts
            "A resource opens an HTML page.",
            "The resource {0} opens “{1}”{2}.", "Open an HTML page, which may show the file."),
        FirstResource = new("R24", Warning, Practice, "code of Open edX's SCORM XBlock", "The first resource with an href is the one that the first item opens.",
            "The first resource with an href opens “{0}”, the first item “{1}”; simple players open the former.", "Move the resource of the first item to the front."),
        SameBaseName = new("R25", Warning, Practice, "code of Open edX's SCORM XBlock", "No two files in different folders have the same name.",
            "{0} [name is|names are] used in several folders; LMSs that serve files by name only confuse the files: {1}.", "Rename the files if your LMS is one of those that the verdict names."),
        ListedTwice = new("R26", Warning, Practice, "noise", "A resource lists a file once.",
            "{0} [file is|files are] listed twice in one resource: {1}.", "Remove the second entries."),
        OtherCase = new("R27", Warning, Practice, "servers on Linux distinguish upper and lower case", // an error for the file that is opened
            "An href has the same upper and lower case as the file.",
            "“{0}” is called “{1}” in the package; most servers distinguish upper and lower case.", "Write the name exactly as that of the file.");

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Type, NoHref, NoScormType, ScormType, ScormTypePlace, NoSco, LaunchMissing, FileMissing, LaunchNotListed, Dependency, Cycle, NotListed, Orphan, FromRoot, Backslash, ClimbsOut,
        IllegalHref, LongHref, External, XmlBase, BadBase, Query, NotHtml, FirstResource, SameBaseName, ListedTwice, OtherCase,
    ];
}

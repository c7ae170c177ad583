using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.RuleSource;

namespace Protect.Scorm.Inspecting;

/// <summary>
/// R: the resources of a manifest and the files they name. A table. The comment after a severity says why it is lighter than in ADL's suite: packages that break
/// the rule are played by LMSs every day.
/// </summary>
internal static class ResourceRules
{
    private const string Cam = "CAM 1.2, 2.3.2 resources", Uri = "RFC 3986", Adl = "ADL's rules for SCORM 2004";

    public static readonly PackageRule
        Type = new("R01", Error, Standard, Cam, // no importer looks at it
            "A resource has a type, and it is “webcontent”.",
            "The resource {0} has {1} as its type; SCORM knows “webcontent” only.", "Write type=\"webcontent\".") { IsFormal = true },
        NoHref = new("R02", Error, Standard, Cam, "A resource that an item names has an href.",
            "The item “{0}” opens the resource {1}, which names no file to open.", "Add href with the first page."),
        NoScormType = new("R03", Error, Standard, "CAM 1.2, SCORM content packaging profile", // an error where its scripts speak to an LMS; a page to read needs none
            "A resource that an item names says whether it is a SCO or an asset.",
            "The resource {0} does not say whether it is a SCO; LMSs take it for an asset and record nothing{1}.", "Write adlcp:scormtype=\"sco\" where it reports, else \"asset\".") { IsFormal = true },
        ScormType = new("R04", Error, Standard, "adlcp_rootv1p2.xsd", // where only the case differs, most LMSs do not mind
            "adlcp:scormtype is “sco” or “asset”, in lower case.",
            "“{0}” is written “{1}”; LMSs may take the resource for an asset and record nothing.", "Write adlcp:scormtype=\"sco\" or \"asset\".") { IsFormal = true },
        ScormTypePlace = new("R05", Error, Standard, Adl, // it says nothing there, and harms nothing
            "adlcp:scormtype stands at resources only.",
            "<{0}> has a scormtype, where it says nothing.", "Move it to the resource.") { IsFormal = true },
        NoSco = new("R06", Warning, Practice, "what LMSs record", "At least one resource is a SCO.",
            "No resource is a SCO: the package can be opened, but nothing is recorded.", "If it reports, mark its resource with adlcp:scormtype=\"sco\"."),
        LaunchMissing = new("R07", Error, Standard, Cam, "The file that a resource opens is in the package.",
            "The resource {0} opens “{1}”, which is not in the package.", "Put the file into the package, or correct href."),
        FileMissing = new("R08", Error, Standard, Cam, // authoring tools list carelessly, and no importer looks for them
            "Every file that a resource lists is in the package.",
            "The resource {0} lists “{1}”, which is not in the package.", "Put the file into the package, or take it off the list.") { IsFormal = true },
        LaunchNotListed = new("R09", Warning, Standard, Cam, "The file that a resource opens is also listed in it.",
            "The resource {0} opens “{1}”, but does not list it{2}.", "Add <file href=\"…\"/> for it."),
        Dependency = new("R10", Error, Standard, Cam, // a learner notices only what R07 and W01 tell
            "A dependency names another resource of the manifest.",
            "The resource {0} depends on “{1}”, {2}.", "Correct identifierref, or remove the dependency.") { IsFormal = true },
        Cycle = new("R11", Warning, Practice, "importers that follow dependencies", "Dependencies do not go in a circle.",
            "The resource {0} depends on itself, by way of others.", "Remove one of the dependencies."),
        NotListed = new("R12", Warning, Standard, "ADL: excess baggage", "Every file of the package is listed by a resource.",
            "{0} files are listed by no resource; some LMSs leave such files out: {1}.", "List them, or leave them out of the package."),
        Orphan = new("R13", Warning, Standard, Adl, "Every resource is named by an item or a dependency.",
            "The resource {0} is named by no item and no dependency; nobody can open it.", "Add an item for it, or remove it."),
        FromRoot = new("R14", Error, Standard, "revision notes of ADL's test suite 1.2.7", // a warning for listed files, which no importer opens
            "No href begins with “/”.",
            "“{0}” begins with “/”, which is the root of the server and not of the package.", "Write the path without “/” in front."),
        Backslash = new("R15", Error, Standard, Uri + "; " + Adl, // browsers turn it into “/”
            "No href has a backslash.",
            "“{0}” has a backslash between folders.", "Write “/”.") { IsFormal = true },
        ClimbsOut = new("R16", Error, Standard, Adl, // a warning for listed files
            "No href leads out of the package.",
            "“{0}” leads out of the package.", "Write the path from the root of the package."),
        IllegalHref = new("R17", Error, Standard, Uri, // browsers repair it
            "An href is a legal URI reference.",
            "“{0}” is no legal address: {1}.", "Encode the sign (a blank is %20), or better: rename the file.") { IsFormal = true },
        LongHref = new("R18", Warning, Standard, "CAM 1.2: smallest permitted maximum", "An href has at most 2,000 characters, its xml:base included.",
            "An href has {0} characters; LMSs need to take 2,000 only.", "Use shorter names."),
        External = new("R19", Warning, Standard, "RTE 1.2, 3.3: the API is found in the windows around", // an error for a SCO
            "A resource opens a file of the package.",
            "The resource {0} opens “{1}”, outside of the package{2}.", "Put the content into the package."),
        XmlBase = new("R20", Warning, Practice, "importers that ignore it; code of Moodle", "xml:base is not used.",
            "xml:base is used; some LMSs ignore it and then do not find the files.", "Write whole paths in href, and remove xml:base."),
        BadBase = new("R21", Error, Standard, Adl, // R07 tells when the file is not found for it
            "xml:base is a folder: no “/” in front, one at the end, no backslash.",
            "xml:base is “{0}”, {1}.", "Write it as a folder, “like/this/”, or better: write whole paths in href.") { IsFormal = true },
        Query = new("R22", Warning, Practice, "importers that look for the file by the whole href", "The href of a resource has no parameters.",
            "“{0}” has parameters; some LMSs look for a file of that name.", "Move them to “parameters” of the item."),
        NotHtml = new("R23", Warning, Practice, "media types; RTE 1.2, 3.3: a SCO speaks by script", // an error for a SCO of a kind that has no scripts
            "What is opened is an HTML page.",
            "The resource {0} opens “{1}”{2}.", "Open an HTML page, which may show the file."),
        FirstResource = new("R24", Warning, Practice, "code of Open edX's SCORM XBlock", "The first resource with an href is the one that the first item opens.",
            "The first resource with an href opens “{0}”, the first item “{1}”; simple players open the former.", "Move the resource of the first item to the front."),
        SameBaseName = new("R25", Warning, Practice, "code of Open edX's SCORM XBlock", "No two files in different folders have the same name.",
            "{0} names are used in several folders; LMSs that serve files by their name alone mix them up: {1}.", "Nothing to do for most LMSs. Otherwise rename them."),
        ListedTwice = new("R26", Warning, Practice, "noise", "A resource lists a file once.",
            "{0} files are listed twice in one resource: {1}.", "Nothing breaks; remove the second ones."),
        OtherCase = new("R27", Warning, Practice, "servers on Linux tell upper and lower case apart", // an error for the file that is opened
            "An href is written as the file is, also in upper and lower case.",
            "“{0}” is called “{1}” in the package; most servers tell upper and lower case apart.", "Write the name as the file has it.");

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Type, NoHref, NoScormType, ScormType, ScormTypePlace, NoSco, LaunchMissing, FileMissing, LaunchNotListed, Dependency, Cycle, NotListed, Orphan, FromRoot, Backslash, ClimbsOut,
        IllegalHref, LongHref, External, XmlBase, BadBase, Query, NotHtml, FirstResource, SameBaseName, ListedTwice, OtherCase,
    ];
}

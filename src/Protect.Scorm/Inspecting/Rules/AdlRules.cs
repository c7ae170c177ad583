using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>
/// Table of rules A: ADL's extensions of items. Messages use the names in the XML; versions of SCORM spell them
/// differently.
/// </summary>
internal static class AdlRules
{
    private const string Xsd = "adlcp_rootv1p2.xsd", Cam = "CAM 1.2, 2.3.2 item", Rte = "RTE 1.2, 3.4.4 student_data";

    public static readonly PackageRule
        Place = new("A01", Error, Standard, Xsd, // importers read by name, in any order
            "ADL's elements are in an item, each at most once; location is in metadata.",
            "<{0}> {1}.", "Move it to its item, and keep one of each.") { IsFormal = true },
        PrerequisitesType = new("A02", Error, Standard, Xsd, // no LMS knows another language
            "The type of prerequisites is “aicc_script”.",
            "The prerequisites have {0} as their type.", "Write type=\"aicc_script\".") { IsFormal = true },
        Prerequisites = new("A03", Error, Standard, "CAM 1.2, prerequisites; AICC CMI001", // an LMS that obeys them locks the item
            "Prerequisites are written in the AICC's script.",
            "The prerequisites “{0}” cannot be read: {1}.", "Use ids of items with & | ~ and brackets, id=\"status\", or 2*{{A,B,C}}."),
        PrerequisiteItems = new("A04", Error, Standard, "CAM 1.2, prerequisites", "Prerequisites name other items and have no cycle.",
            "The prerequisites of the item {0} can never be met: {1}.", "Name items of this manifest that can be completed before."),
        LongPrerequisites = new("A05", Warning, Standard, "CAM 1.2: smallest permitted maximum", "Prerequisites have at most 200 characters.",
            "The prerequisites have {0} [character|characters]; LMSs need to take 200 only.", "Shorten them, or let the course itself guide the order."),
        PrerequisitesUsed = new("A06", Warning, Practice, "few LMSs obey them (code of Moodle does)", "The order of items does not depend on prerequisites.",
            "{0} [item has|items have] prerequisites, which most LMSs ignore: {1}.", "Let the course itself guide the order."),
        MaxTime = new("A07", Error, Standard, Rte, // LMSs pass it to the content unchanged, and little content reads it
            "maxtimeallowed is a time span like 0001:30:00.",
            "maxtimeallowed is “{0}”, which is not a time span.", "Write HHHH:MM:SS.") { IsFormal = true },
        TimeLimitAction = new("A08", Error, Standard, Xsd, // LMSs pass it to the content unchanged, and little content reads it
            "timelimitaction is one of the four values of the standard.",
            "timelimitaction is “{0}”.", "Write “exit,message”, “exit,no message”, “continue,message” or “continue,no message”.") { IsFormal = true },
        TimePair = new("A09", Warning, Standard, Rte, "maxtimeallowed and timelimitaction come together.",
            "An item has {0} without {1}.", "Add the other one, or remove both."),
        LongData = new("A10", Warning, Standard, Xsd, "datafromlms has at most 255 characters.",
            "datafromlms has {0} [character|characters]; LMSs need to take 255 only.", "Keep the data in a file of the package."),
        DataLetters = new("A11", Warning, Practice, "code of Chamilo, which writes it into a script", "datafromlms has no quotes, backslashes, line breaks, “<” or “&”.",
            "datafromlms has {0}, which breaks the page of some LMSs.", "Leave out such characters, or encode them (encodeURIComponent)."),
        Mastery = new("A12", Error, Standard, Rte, // a warning for “80%”, which LMSs read as 80
            "masteryscore is a number from 0 to 100 with a dot.",
            "masteryscore is “{0}”{1}.", "Write a number from 0 to 100, like 80."),
        MasteryPlace = new("A13", Warning, Practice, "importers read an empty one as 0", "masteryscore is not empty, and is on items that open a SCO.",
            "masteryscore {0}.", "Remove it, or give it a value on an item that opens a SCO."),
        MasteryUnused = new("A14", Warning, Practice, "RTE 1.2, 3.4.4 lesson_status: decision of the LMS", "A mastery score comes with scripts that send a score or a verdict.",
            "masteryscore is {0}, but the scripts of “{1}” send neither a score nor “passed”, so it has no effect.", "Remove it, or let the course report a score."),
        Empty = new("A15", Warning, Standard, "LMSs read them differently", "ADL's elements are not empty.",
            "The element <{0}> is empty.", "Remove the element.");

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Place, PrerequisitesType, Prerequisites, PrerequisiteItems, LongPrerequisites, PrerequisitesUsed, MaxTime, TimeLimitAction, TimePair, LongData, DataLetters, Mastery, MasteryPlace,
        MasteryUnused, Empty,
    ];
}

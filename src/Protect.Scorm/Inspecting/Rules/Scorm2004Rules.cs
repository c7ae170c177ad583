using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Table of rules S: requirements of SCORM 2004.</summary>
internal static class Scorm2004Rules
{
    private const string Cam = "SCORM 2004, CAM", Schematron = "ADL's schematron for SCORM 2004", Sn = "SCORM 2004, Sequencing and Navigation";

    public static readonly PackageRule
        Version = new("S01", Error, Standard, Cam + "; code of Moodle", // a warning where an LMS still recognises it as 2004
            "schemaversion is “CAM 1.3”, “2004 3rd Edition” or “2004 4th Edition”, and the namespaces are those of SCORM 2004.",
            "The element schemaversion is “{0}”{1}.", "Write the edition exactly, and publish for one standard."),
        Metadata = new("S02", Error, Standard, Schematron, // importers look for schemaversion only
            "The manifest has metadata with schema and schemaversion, in this order.",
            "The manifest's metadata {0}.", "Write <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>.") { IsFormal = true },
        ScormType = new("S03", Error, Standard, "adlcp_v1p3.xsd", // a warning where only the case differs, which most LMSs accept
            "adlcp:scormType is “sco” or “asset”, and written with a capital T.",
            "“{0}” is written “{1}”; LMSs may treat the resource as an asset and record nothing.", "Write adlcp:scormType=\"sco\" or \"asset\".") { IsFormal = true },
        Cluster = new("S04", Error, Standard, Schematron, // LMSs open the children and ignore it
            "An item with items opens nothing itself.",
            "The item {0} has items and identifierref.", "Move what it opens into an item of its own.") { IsFormal = true },
        LeafOnly = new("S05", Warning, Standard, Cam, "Data, time limits, completion and navigation are on items that open something.",
            "The element <{0}> is on the item {1}, which opens nothing.", "Move it to the items below."),
        Sequencing = new("S06", Error, Standard, Sn, // a warning for duplicate ids
            "Objectives of an item have unique ids, and IDRef names a sequencing of the collection.",
            "The sequencing of “{0}” is not valid: {1}.", "Correct the id, so that each objective has one of its own and every reference names an existing one."),
        SetByContent = new("S07", Warning, Practice, "silent roll-up", "An item that opens a SCO declares that the SCO itself sets completion and success.",
            "{0} [item does not declare that its SCO sets|items do not declare that their SCO sets] completion and success; an LMS may mark [it|them] as completed when a learner closes [it|them]: {1}.", "Write deliveryControls with completionSetByContent and objectiveSetByContent."),
        Beyond = new("S08", Warning, Practice, "LMSs without a sequencer", "Sequencing is no more than choice and flow.",
            "The sequencing uses {0}, which several LMSs ignore.", "Let the course itself guide the order."),
        GlobalObjective = new("S09", Warning, Standard, Sn, // LMSs accept any text
            "Ids of global objectives are URIs of at most 4,000 characters.",
            "The global objective “{0}” {1}.", "Write a URI, like urn:example:fire-safety.");

    public static readonly IReadOnlyList<PackageRule> All = [Version, Metadata, ScormType, Cluster, LeafOnly, Sequencing, SetByContent, Beyond, GlobalObjective];
}

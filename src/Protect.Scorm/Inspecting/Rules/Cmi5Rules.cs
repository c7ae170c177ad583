using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Table of rules K: the requirements of cmi5 that are needed to recognise a package.</summary>
internal static class Cmi5Rules
{
    private const string Structure = "cmi5, 13 course structure";

    public static readonly PackageRule
        Manifest = new("K01", Error, Standard, Structure, "cmi5.xml is XML with a courseStructure, a course and its assignable units.",
            "cmi5.xml {0}.", "Make the package again with a tool for cmi5."),
        Ids = new("K02", Error, Standard, Structure, "Ids of courses, blocks, units and objectives are absolute IRIs, each used once.",
            "The id “{0}” {1}.", "Write an absolute IRI of your own, like https://example.org/course/fire-safety."),
        Url = new("K03", Error, Standard, "cmi5, 14 packages", "The url of a unit is a complete address, or a file of the package.",
            "{0} {1}.", "Put the file into the package, or write a complete address."),
        Values = new("K04", Error, Standard, Structure, "masteryScore is from 0 to 1 with at most 4 decimals; moveOn and launchMethod have the words of the standard.",
            "{0} is “{1}”.", "Write {2}."),
        Reserved = new("K05", Error, Standard, "cmi5, 8.1 launch", "The url of a unit does not use the names that the LMS adds.",
            "“{0}” already has “{1}”, which the LMS adds.", "Rename the parameter."),
        Languages = new("K06", Warning, Standard, Structure, "Each langstring has its own lang.",
            "A langstring of <{0}> {1}.", "Name the language, like lang=\"en\"."),
        Both = new("K07", Warning, Practice, "importers choose differently", "A package follows one standard.",
            "imsmanifest.xml and cmi5.xml are both at the root; LMSs choose differently.", "Publish for one standard.");

    public static readonly IReadOnlyList<PackageRule> All = [Manifest, Ids, Url, Values, Reserved, Languages, Both];
}

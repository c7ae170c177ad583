using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Table of rules E: the description of an xAPI (Tin Can) package.</summary>
internal static class XapiRules
{
    private const string Packaging = "Tin Can packaging, tincan.xsd", Launch = "Tin Can launch";

    public static readonly PackageRule
        Description = new("E01", Error, Standard, Packaging, "tincan.xml is XML with at least one activity.",
            "tincan.xml {0}.", "Export the package again for xAPI (Tin Can)."),
        Ids = new("E02", Error, Standard, Packaging, "Ids of activities are absolute IRIs, each used once.",
            "The id “{0}” {1}.", "Write an absolute IRI of your own, like https://example.org/course/fire-safety."),
        LaunchFile = new("E03", Error, Standard, Launch, "An activity names what to open: a complete address, or a file of the package.",
            "{0}", "Put the file into the package, or write a complete address."),
        Reserved = new("E04", Warning, Standard, Launch, "The address to open does not use the names that the LMS adds.",
            "“{0}” already has “{1}”, which the LMS adds.", "Rename the parameter.");

    public static readonly IReadOnlyList<PackageRule> All = [Description, Ids, LaunchFile, Reserved];
}

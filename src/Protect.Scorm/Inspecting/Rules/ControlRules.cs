using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>
/// Table of rules C: schemas in a package. No known importer opens them; acceptance checks of governments and companies
/// do.
/// </summary>
internal static class ControlRules
{
    public static readonly PackageRule
        Missing = new("C01", Warning, Standard, "ADL's test suite 1.2.7", "The schemas of SCORM 1.2 are at the root of the package.",
            "{0} of the schemas of SCORM 1.2 [is|are] not at the root of the package: {1}.", "Add the schemas if you need conformance with ADL's test suite. LMSs do not need them."),
        Changed = new("C02", Warning, Standard, "ADL's test suite 1.2.7", "The schemas are the published ones; blanks and line ends do not count.",
            "The file “{0}” is not the schema as it was published.", "Put the published file in its place."),
        Missing2004 = new("C03", Warning, Standard, "ADL's test suite for SCORM 2004", "The schemas of SCORM 2004 are where the manifest declares them.",
            "{0} [schema|schemas] of SCORM 2004 [is|are] neither in the package nor named by the manifest: {1}.", "Add the schemas if you need conformance with ADL's test suite. LMSs do not need them."),
        OtherEdition = new("C04", Note, Practice, "leftovers", "No schemas of another edition are in the package.",
            "{0} [schema belongs|schemas belong] to another edition of SCORM: {1}.", "Leave the schemas out of the package. Learners notice nothing.");

    public static readonly IReadOnlyList<PackageRule> All = [Missing, Changed, Missing2004, OtherEdition];
}

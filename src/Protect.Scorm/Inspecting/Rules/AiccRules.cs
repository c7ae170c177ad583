using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Table of rules I: the description of an AICC course.</summary>
internal static class AiccRules
{
    private const string Structure = "AICC CMI001, course structure";

    public static readonly PackageRule
        Files = new("I01", Error, Standard, Structure, "A course is described by four files: .crs, .au, .des and .cst.",
            "The package has no {0}; an LMS needs the files .crs, .au, .des and .cst.", "Export the course again for AICC."),
        Unit = new("I02", Error, Standard, Structure, "Each unit opens a complete address, or a file of the package.",
            "{0}", "Put the file into the package, or write a complete address in the column file_name."),
        Ids = new("I03", Error, Standard, Structure, "Each unit has a System_ID of its own, and a row in the descriptor (.des).",
            "The unit {0} {1}.", "Give each unit an id like A1, and the same id in .des and .cst."),
        Members = new("I04", Error, Standard, Structure, "The structure (.cst) names units of the course.",
            "The structure names “{0}”, which is no unit of the course.", "Name the System_ID of a unit, as in the file .au.");

    public static readonly IReadOnlyList<PackageRule> All = [Files, Unit, Ids, Members];
}

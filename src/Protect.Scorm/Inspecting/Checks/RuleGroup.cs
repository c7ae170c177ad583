using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>
/// Precondition of a rule group. If it is not met the group is skipped, so that one fault gives one finding.
/// </summary>
internal enum GroupNeeds
{
    /// <summary>No precondition.</summary>
    Nothing,

    /// <summary>A readable and safe zip.</summary>
    Zip,

    /// <summary>A manifest that is well-formed XML.</summary>
    Manifest,

    /// <summary>The record of playing the package; its files alone are not enough.</summary>
    Run,
}

/// <summary>Rules that share a letter, with the method that checks them.</summary>
/// <param name="About">Subject of the rules, for readers who do not know SCORM.</param>
internal sealed record RuleGroup(
    char Letter,
    string Title,
    string About,
    GroupNeeds Needs,
    IReadOnlyList<PackageRule> Rules,
    Action<InspectedPackage, FindingBag> Check
);

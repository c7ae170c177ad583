using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Selection of rules and their strictness.</summary>
internal enum RuleProfile
{
    /// <summary>All rules; a fault that only breaks a standard is a warning.</summary>
    Portable,

    /// <summary>Rules of the standard and ADL's test suite with their full severity, and safety rules.</summary>
    Adl,

    /// <summary>Errors only: can the package be imported?</summary>
    Import,
}

/// <summary>Applies profiles to findings.</summary>
internal static class RuleProfiles
{
    /// <summary>Returns the finding with the severity of the profile; null when the profile ignores it.</summary>
    public static Finding? Apply(this RuleProfile profile, Finding finding)
    {
        bool isError = finding.Severity == Severity.Error;
        if (profile == RuleProfile.Adl)
            return finding.Rule.Source == RuleSource.Standard || (isError && finding.Rule.Group is 'Z' or 'X')
                ? finding
                : null;
        Finding adjusted =
            isError && finding.Rule.IsFormal
                ? finding with
                {
                    Rule = finding.Rule with { Severity = Severity.Warning },
                }
                : finding;
        return profile == RuleProfile.Import && adjusted.Severity != Severity.Error ? null : adjusted;
    }
}

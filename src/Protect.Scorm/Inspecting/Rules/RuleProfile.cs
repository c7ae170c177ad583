using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting;

/// <summary>By which rules, and how strictly, a package is judged.</summary>
internal enum RuleProfile
{
    /// <summary>All rules; what breaks a standard and nothing else is a warning.</summary>
    Portable,

    /// <summary>What the standard and ADL's test suite ask, at face value, and what is dangerous.</summary>
    Adl,

    /// <summary>Errors only: will it do?</summary>
    Import,
}

/// <summary>How a profile takes a finding.</summary>
internal static class RuleProfiles
{
    /// <summary>The finding as the profile sees it; null when it has no eye for it.</summary>
    public static Finding? Seen(this RuleProfile profile, Finding finding)
    {
        bool isError = finding.Severity == Severity.Error;
        if (profile == RuleProfile.Adl)
            return finding.Rule.Source == RuleSource.Standard || (isError && finding.Rule.Group is 'Z' or 'X')
                ? finding
                : null;
        Finding seen =
            isError && finding.Rule.IsFormal
                ? finding with
                {
                    Rule = finding.Rule with { Severity = Severity.Warning },
                }
                : finding;
        return profile == RuleProfile.Import && seen.Severity != Severity.Error ? null : seen;
    }
}

using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Packaging;

/// <summary>Table of faults in a finished package.</summary>
internal static class PackagingRules
{
    public static readonly DiagnosticRule OverBudget = new("over-budget", Error,
        "The {0} package weighs {1}; its budget is {2}. Most of it: {3}.", "“protect-scorm media” makes pictures smaller; a smaller package size leaves out video and audio; or raise the budget.");

    public static readonly IReadOnlyList<DiagnosticRule> All = [OverBudget];
}

using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Packaging;

/// <summary>What can be wrong with a package as a whole. A table.</summary>
internal static class PackagingRules
{
    public static readonly DiagnosticRule OverBudget = new("over-budget", Error,
        "The {0} package weighs {1}; its budget is {2}. Most of it: {3}.", "“protect-scorm media” makes pictures smaller; a smaller size of package leaves films and sounds out; or raise the budget.");

    public static readonly IReadOnlyList<DiagnosticRule> All = [OverBudget];
}

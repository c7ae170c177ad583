using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Origin of a rule: a standard or its test suite, or the observed behaviour of LMSs.</summary>
internal enum RuleSource
{
    Standard,
    Practice,
}

/// <summary>
/// Rule for packages of any tool. The slug is its id, the letter of the group and two digits, and never changes once
/// published. Where a rule is
/// more or less severe in some places, the check adds <c>rule with { Severity = … }</c>.
/// </summary>
/// <param name="Requirement">Requirement in one sentence.</param>
/// <param name="Basis">Section of the standard, or source of the observation.</param>
internal sealed record PackageRule(
    string Slug,
    Severity Severity,
    RuleSource Source,
    string Basis,
    string Requirement,
    string Message,
    string Help
) : DiagnosticRule(Slug, Severity, Message, Help)
{
    /// <summary>Letter of the group.</summary>
    public char Group => Slug[0];

    /// <summary>
    /// True when breaking the rule breaks the standard, but no known LMS refuses the package or loses data: an error
    /// under the profile <c>adl</c>, else a warning.
    /// A package that works in practice has no errors.
    /// </summary>
    public bool IsFormal { get; init; }

    /// <summary>The same rule as an error, where a learner or the LMS notices the fault.</summary>
    internal PackageRule Grave => this with { Severity = Severity.Error, IsFormal = false };

    /// <summary>The same rule as a warning, where the consequences are small.</summary>
    internal PackageRule Light => this with { Severity = Severity.Warning, IsFormal = false };
}

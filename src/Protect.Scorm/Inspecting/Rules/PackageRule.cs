using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting;

/// <summary>Where a rule comes from: a standard or its test suite, or what LMSs were seen to do.</summary>
internal enum RuleSource
{
    Standard,
    Practice,
}

/// <summary>
/// A rule that any package is held against. The slug is its id, a letter of the group and two digits, and never changes once published. Where a rule is
/// graver or lighter in some places, the check adds <c>rule with { Severity = … }</c>.
/// </summary>
/// <param name="Asks">What the rule asks, in one sentence.</param>
/// <param name="Basis">The section of the standard, or where it was seen.</param>
internal sealed record PackageRule(
    string Slug,
    Severity Severity,
    RuleSource Source,
    string Basis,
    string Asks,
    string Message,
    string Help
) : DiagnosticRule(Slug, Severity, Message, Help)
{
    /// <summary>The letter of the group.</summary>
    public char Group => Slug[0];

    /// <summary>
    /// It breaks the standard, and no LMS known refuses the package or loses anything for it: an error under the profile <c>adl</c>, else a warning.
    /// A package that works in practice has no errors.
    /// </summary>
    public bool IsFormal { get; init; }

    /// <summary>The same rule where it is broken so that a learner or the LMS notices.</summary>
    internal PackageRule Grave => this with { Severity = Severity.Error, IsFormal = false };

    /// <summary>The same rule where little follows from it.</summary>
    internal PackageRule Light => this with { Severity = Severity.Warning, IsFormal = false };
}

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Part of a package that stops working because of a finding.</summary>
internal enum Affects
{
    /// <summary>The rule does not distinguish parts.</summary>
    Unstated,

    /// <summary>Nothing of the package works.</summary>
    Everything,

    /// <summary>The part that learners see first; others work.</summary>
    FirstPart,

    /// <summary>One part that is not the first; others work.</summary>
    OnePart,

    /// <summary>Nothing: no learner sees the file.</summary>
    Nothing,
}

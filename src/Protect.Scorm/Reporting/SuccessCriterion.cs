namespace Protect.Scorm.Reporting;

/// <summary>Success criterion of WCAG 2.2 of level A or AA, and how a statement judges it.</summary>
/// <param name="Number">The number in WCAG 2.2, such as <c>1.4.3</c>.</param>
/// <param name="Name">The name in WCAG 2.2.</param>
/// <param name="Level">A or AA.</param>
/// <param name="Judge">Judges the criterion for a course.</param>
internal sealed record SuccessCriterion(
    string Number,
    string Name,
    string Level,
    Func<AccessibilityFacts, Judgement> Judge
)
{
    /// <summary>Rules of axe for the criterion that run on every page in the tests of the release.</summary>
    public IReadOnlyList<string> Axe { get; init; } = [];

    /// <summary>True for a criterion that WCAG 2.1, and with it EN 301 549 V3.2.1, does not have.</summary>
    public bool IsNew { get; init; }

    /// <summary>All criteria of level A and AA, and 4.1.1, which only WCAG 2.1 and EN 301 549 have.</summary>
    public static IReadOnlyList<SuccessCriterion> All { get; } =
    [.. CriteriaOfSeeing.All, .. CriteriaOfOperating.All, .. CriteriaOfReading.All];

    /// <summary>Writes the row of a package.</summary>
    public StatementRow Row(AccessibilityFacts course)
    {
        Judgement judgement = Judge(course);
        BuildCheck[] checks =
        [
            .. AccessibilityCheck.All.Where(check => check.Concerns(Number)).Select(check => Check(check, course)),
        ];
        (StatementResult result, string reason) = (judgement.Result, judgement.Reason);
        if (result is StatementResult.NotApplicable)
            checks = [];
        else if (checks.Any(check => check.Findings > 0))
            (result, reason) = (StatementResult.PartlyMet, $"This build has findings. {reason}");
        else if (result is StatementResult.Met && course.HasOwnTheme && judgement.Tests.Count + Axe.Count > 0)
            (result, reason) = (
                StatementResult.NotTested,
                $"This package has a theme of its own. The tests ran with the default theme only. {reason}"
            );
        bool isTested = result is not StatementResult.NotApplicable && Axe.Count > 0;
        return new()
        {
            Number = Number,
            Name = Name,
            Level = Level,
            Clause = IsNew ? null : "9." + Number,
            Result = result,
            Reason = reason,
            Tests = [.. isTested ? [ReleaseTest.Axe] : Array.Empty<ReleaseTest>(), .. judgement.Tests],
            AxeRules = isTested ? Axe : [],
            Checks = checks,
        };
    }

    private static BuildCheck Check(AccessibilityCheck check, AccessibilityFacts course)
    {
        (int All, int Allowed)[] found = [.. check.Rules.Select(rule => course.Findings.GetValueOrDefault(rule))];
        return new(check.What, found.Sum(rule => rule.All), found.Sum(rule => rule.Allowed));
    }
}

namespace Protect.Scorm.Reporting;

/// <summary>Result of one row of an accessibility statement.</summary>
internal enum StatementResult
{
    /// <summary>Automatic tests or the construction of the player decide the requirement, and found no fault.</summary>
    Met,

    /// <summary>The build or this project knows of a fault in a part.</summary>
    PartlyMet,
    NotMet,

    /// <summary>The course has nothing that the requirement is about.</summary>
    NotApplicable,

    /// <summary>No automatic test can decide the requirement, and no person has.</summary>
    NotTested,
}

/// <summary>Row of an accessibility statement: a success criterion of WCAG, or a clause of EN 301 549.</summary>
internal sealed record StatementRow
{
    /// <summary>Number of the criterion or clause, such as <c>1.4.3</c> or <c>7.1.1</c>.</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Level of a criterion, A or AA; empty for other clauses.</summary>
    public string Level { get; init; } = "";

    /// <summary>Clause of EN 301 549 V3.2.1 with the same requirement; null for criteria new in WCAG 2.2.</summary>
    public string? Clause { get; init; }

    public required StatementResult Result { get; init; }

    /// <summary>How it was tested, why it does not apply, or what a person has to look at.</summary>
    public required string Reason { get; init; }

    /// <summary>Automatic tests of the release.</summary>
    public IReadOnlyList<ReleaseTest> Tests { get; init; } = [];

    /// <summary>Rules of axe that ran in the tests of the release.</summary>
    public IReadOnlyList<string> AxeRules { get; init; } = [];

    /// <summary>Checks of this build of this package, each with its number of findings.</summary>
    public IReadOnlyList<BuildCheck> Checks { get; init; } = [];
}

/// <summary>Result of a check of this build.</summary>
/// <param name="What">The property that was checked.</param>
/// <param name="Findings">Number of findings, including those that the author allowed.</param>
/// <param name="Allowed">Number of findings that the author allowed.</param>
internal sealed record BuildCheck(string What, int Findings, int Allowed);

/// <summary>Judgement of one requirement for one course.</summary>
internal sealed record Judgement(StatementResult Result, string Reason, IReadOnlyList<ReleaseTest> Tests)
{
    public static Judgement Met(string reason, params ReleaseTest[] tests) => new(StatementResult.Met, reason, tests);

    public static Judgement PartlyMet(string reason, params ReleaseTest[] tests) =>
        new(StatementResult.PartlyMet, reason, tests);

    public static Judgement NotMet(string reason) => new(StatementResult.NotMet, reason, []);

    public static Judgement NotApplicable(string reason, params ReleaseTest[] tests) =>
        new(StatementResult.NotApplicable, reason, tests);

    public static Judgement NotTested(string reason, params ReleaseTest[] tests) =>
        new(StatementResult.NotTested, reason, tests);
}

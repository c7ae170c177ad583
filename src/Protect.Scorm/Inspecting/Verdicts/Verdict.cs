using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Verdicts;

/// <summary>Expected outcome of a package in an LMS.</summary>
internal enum VerdictOutcome
{
    /// <summary>It opens and records.</summary>
    Plays,

    /// <summary>It opens, but something is lost or goes wrong.</summary>
    PlaysBut,

    /// <summary>It opens; whether it records is not known.</summary>
    Opens,

    /// <summary>Too little is known of the package or of the closed system for a promise.</summary>
    CannotTell,

    Fails,
}

/// <summary>Kind of knowledge that a verdict rests on.</summary>
internal enum VerdictEvidence
{
    /// <summary>Read in the files of the package.</summary>
    Files,

    /// <summary>Seen when the package was played.</summary>
    Run,

    /// <summary>Known of the LMS: tried, read in its code or documented.</summary>
    Lms,

    /// <summary>Nothing is known.</summary>
    Unknown,
}

/// <summary>Reason of a verdict.</summary>
/// <param name="Clause">Clause after “because” or “but”.</param>
/// <param name="Rule">Id of the broken rule; empty for none.</param>
/// <param name="Source">Source of what is known of the LMS; empty for none.</param>
internal sealed record VerdictReason(
    VerdictOutcome Outcome,
    string Clause,
    string Rule,
    string Source,
    IReadOnlyList<VerdictEvidence> Evidence
)
{
    /// <summary>True when the LMS records nothing.</summary>
    public bool IsMute { get; init; }

    /// <summary>Clause with its rule and source in brackets.</summary>
    public string Words =>
        (Rule, Source) switch
        {
            ("", "") => Clause,
            ("", _) => $"{Clause} [{Source}]",
            (_, "") => $"{Clause} [{Rule}]",
            _ => $"{Clause} [{Rule}; {Source}]",
        };
}

/// <summary>Outcome for one LMS, with its reasons and the evidence.</summary>
/// <param name="Records">True when the package is known to report to the LMS.</param>
/// <param name="Evidence">Kinds of knowledge that the verdict rests on; at least one.</param>
/// <param name="Reasons">Reasons, most severe first.</param>
internal sealed record Verdict(
    LmsTarget Target,
    VerdictOutcome Outcome,
    bool Records,
    IReadOnlyList<VerdictEvidence> Evidence,
    IReadOnlyList<VerdictReason> Reasons
)
{
    /// <summary>Verdict in plain words, without the name of the LMS.</summary>
    public string Sentence => $"{Claim} ({EvidenceWords}).";

    /// <summary>Evidence in plain words.</summary>
    public string EvidenceWords => string.Join(", ", Evidence.Select(Word).Distinct());

    private string Claim =>
        Outcome switch
        {
            VerdictOutcome.Plays => "plays and records",
            VerdictOutcome.PlaysBut => $"{(Records ? "plays" : "opens")}, but {Clauses}",
            VerdictOutcome.Opens => $"opens; whether it records is not known: {Clauses}",
            VerdictOutcome.CannotTell => Reasons.Count == 0
                ? "no problem found; nobody outside can look into this LMS, so test the package there"
                : $"cannot tell: {Clauses}",
            _ => $"will not work, because {Clauses}",
        };

    private string Clauses => string.Join("; ", Reasons.Select(reason => reason.Words));

    private string Word(VerdictEvidence evidence) =>
        evidence switch
        {
            VerdictEvidence.Files => "read in the files",
            VerdictEvidence.Run => "seen in a run",
            VerdictEvidence.Unknown => "not known",
            _ when Target.IsAny => "known of single LMSs",
            // Tried or read in its code; the source of the reason says which.
            _ when Target.IsOpen => "known of the LMS",
            _ => "documented by the LMS",
        };
}

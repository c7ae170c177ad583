using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Verdicts;

/// <summary>Expected outcome of a package in an LMS.</summary>
internal enum VerdictOutcome
{
    Plays,

    /// <summary>It plays, but something is lost or goes wrong.</summary>
    PlaysBut,

    /// <summary>Nothing was found, but too little is known of the closed system for a promise.</summary>
    CannotTell,

    Fails,
}

/// <summary>Outcome for one LMS, with reasons.</summary>
/// <param name="IsPlayed">True when the package was played, so that the behaviour of its scripts is known.</param>
/// <param name="Reasons">Clauses after “because” with their evidence, most severe first.</param>
internal sealed record Verdict(LmsTarget Target, VerdictOutcome Outcome, bool IsPlayed, IReadOnlyList<string> Reasons)
{
    /// <summary>Verdict in plain words, without the name of the LMS.</summary>
    public string Sentence =>
        Outcome switch
        {
            VerdictOutcome.Plays => IsPlayed ? "plays and records." : "plays and records, as far as its files tell.",
            VerdictOutcome.PlaysBut => $"plays, but {string.Join("; ", Reasons)}.",
            VerdictOutcome.CannotTell => Reasons.Count == 0
                ? "nothing found that is known to matter; it is a closed system, so try it there."
                : $"cannot tell; {string.Join("; ", Reasons)}.",
            _ => $"will not work, because {string.Join("; ", Reasons)}.",
        };
}

using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting;

/// <summary>What becomes of a package in an LMS.</summary>
internal enum VerdictOutcome
{
    Plays,

    /// <summary>It plays, and something is lost or goes wrong.</summary>
    PlaysBut,

    /// <summary>Nothing speaks against it, of a closed system of which too little is known to promise.</summary>
    CannotTell,

    Fails,
}

/// <summary>The outcome for one LMS, and why.</summary>
/// <param name="IsPlayed">It was played, not only read: what its programs do is known.</param>
/// <param name="Reasons">Parts of sentences that follow “because”, with how it is known; gravest first.</param>
internal sealed record Verdict(LmsTarget Target, VerdictOutcome Outcome, bool IsPlayed, IReadOnlyList<string> Reasons)
{
    /// <summary>In plain words, without the name of the LMS.</summary>
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

namespace Protect.Scorm.Inspecting.Running;

/// <summary>Names of functions and elements that the rules of a run need, in one standard.</summary>
/// <param name="Initialize">Function that starts a session.</param>
/// <param name="Terminate">Function that ends a session.</param>
/// <param name="Commit">Function that saves.</param>
/// <param name="Status">Elements of the status.</param>
/// <param name="Scores">Elements of the score.</param>
/// <param name="Exit">Element with the way of leaving.</param>
/// <param name="Time">Element with the time of the session.</param>
/// <param name="Location">Element with the place of the learner.</param>
internal sealed record TrackedElements(
    string Initialize,
    string Terminate,
    string Commit,
    IReadOnlyList<string> Status,
    IReadOnlyList<string> Scores,
    string Exit,
    string Time,
    string Location
)
{
    public const string State = "cmi.suspend_data";

    public static readonly TrackedElements Scorm12 =
            new(
                "LMSInitialize",
                "LMSFinish",
                "LMSCommit",
                ["cmi.core.lesson_status"],
                ["cmi.core.score.raw"],
                "cmi.core.exit",
                "cmi.core.session_time",
                "cmi.core.lesson_location"
            ),
        Scorm2004 =
            new(
                "Initialize",
                "Terminate",
                "Commit",
                ["cmi.completion_status", "cmi.success_status"],
                ["cmi.score.scaled", "cmi.score.raw"],
                "cmi.exit",
                "cmi.session_time",
                "cmi.location"
            );

    /// <summary>Returns the name of an element without what all elements begin with.</summary>
    public static string Short(string element) =>
        element.Replace("cmi.core.", "", StringComparison.Ordinal).Replace("cmi.", "", StringComparison.Ordinal);

    /// <summary>Returns true for a part of the score.</summary>
    public bool IsScore(string element) =>
        element.StartsWith(Scores[0][..(Scores[0].LastIndexOf('.') + 1)], StringComparison.Ordinal);
}

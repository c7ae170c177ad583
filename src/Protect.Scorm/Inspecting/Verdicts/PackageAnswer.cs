using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Verdicts;

/// <summary>
/// Answer to a coordinator's question, before all details: does the package work in my LMS, and what do I set there?
/// It claims no more than the verdict of that LMS.
/// </summary>
internal static class PackageAnswer
{
    private const int MostNames = 3;

    private static readonly string[] FinalStatuses = ["passed", "completed"];

    /// <summary>Returns one or a few plain sentences. Of several LMSs, the first one is answered for.</summary>
    public static string Of(PackageReport report)
    {
        Verdict[] asked = [.. report.Verdicts.Where(verdict => !verdict.Target.IsAny)];
        if (asked.Length == 0)
            asked = [.. report.Verdicts];
        if (asked.Length == 0)
            return "No LMS was asked for.";
        Verdict first = asked[0];
        string who = Who(first, asked);
        bool works =
            first.Outcome == VerdictOutcome.Plays || first is { Outcome: VerdictOutcome.PlaysBut, Records: true };
        return string.Join(
            ' ',
            [
                Claim(first, who, report),
                .. first.Outcome == VerdictOutcome.Fails ? [] : Exceptions(first, asked),
                .. works ? [Setting(first.Target, report)] : (string[])[],
            ]
        );
    }

    private static string Claim(Verdict verdict, string who, PackageReport report)
    {
        string why = Why(verdict);
        return verdict.Outcome switch
        {
            VerdictOutcome.Plays when report.Errors > 0 =>
                $"Works in {who}, {Basis(verdict)}, but has {Plurals.Count(report.Errors, "error")} that other LMSs "
                    + "may not accept.",
            VerdictOutcome.Plays => $"Ready for {who}, {Basis(verdict)}.",
            VerdictOutcome.PlaysBut => $"{(verdict.Records ? "Works" : "Opens")} in {who}, but {why}.",
            VerdictOutcome.Opens => $"Opens in {who}; whether it records is not known: {why}.",
            VerdictOutcome.CannotTell when verdict.Reasons.Count == 0 =>
                $"No problem was found, but nobody outside can look into {who}: test the package there before learners "
                    + "use it.",
            VerdictOutcome.CannotTell => $"Cannot tell whether it works in {who}: {why}.",
            _ => $"Will not work in {who}: {why}.",
        };
    }

    private static string Basis(Verdict verdict) =>
        verdict.Evidence.Contains(VerdictEvidence.Run) ? "as it was when it was played" : "as far as its files show";

    /// <summary>Returns the first reason, and how many there are in addition.</summary>
    private static string Why(Verdict verdict) =>
        verdict.Reasons.Count == 0 ? ""
        : verdict.Reasons.Count == 1 ? verdict.Reasons[0].Clause
        : $"{verdict.Reasons[0].Clause} (and {Plurals.Count(verdict.Reasons.Count - 1, "other reason")}, see below)";

    /// <summary>Names the LMSs for which the same sentence is true.</summary>
    private static string Who(Verdict first, Verdict[] asked)
    {
        Verdict[] same = [.. asked.Where(verdict => IsSame(verdict, first))];
        int known = asked.Count(verdict => verdict.Outcome != VerdictOutcome.CannotTell || verdict.Reasons.Count > 0);
        string name = first.Target.IsAny ? "an LMS that follows the standard" : first.Target.Name;
        return same.Length == 1 ? name
            : same.Length <= MostNames ? Joined(same, "and")
            : same.Length * 2 > known ? $"{name} and most LMSs"
            : $"{name} and {Plurals.Count(same.Length - 1, "other LMS", "other LMSs")}";
    }

    private static bool IsSame(Verdict one, Verdict other) =>
        one.Outcome == other.Outcome
        && one.Records == other.Records
        && one.Reasons.Select(reason => reason.Clause).SequenceEqual(other.Reasons.Select(reason => reason.Clause));

    /// <summary>Names the LMSs in which the package does worse.</summary>
    private static IEnumerable<string> Exceptions(Verdict first, Verdict[] asked)
    {
        Verdict[] fails = [.. asked.Where(verdict => verdict.Outcome == VerdictOutcome.Fails)];
        if (fails.Length > 0)
            yield return $"It will not work in {Joined(fails, "and")}.";
        if (first.Outcome != VerdictOutcome.Plays)
            yield break;
        Verdict[] losses = [.. asked.Where(verdict => verdict.Outcome == VerdictOutcome.PlaysBut)];
        if (losses.Length > 0)
            yield return $"In {Joined(losses, "and")}, something may be missing or lost.";
    }

    private static string Joined(Verdict[] verdicts, string last)
    {
        string[] names = [.. verdicts.Select(verdict => verdict.Target.Name)];
        if (names.Length > MostNames)
            return string.Join(", ", names.Take(MostNames)) + $" {last} {names.Length - MostNames} more";
        return names.Length == 1 ? names[0] : string.Join(", ", names[..^1]) + $" {last} {names[^1]}";
    }

    /// <summary>
    /// Returns what to set for completion: from the package's own plan, or from the status seen in a run; else what it
    /// depends on.
    /// </summary>
    private static string Setting(LmsTarget target, PackageReport report)
    {
        if (report.Plan is { } plan)
            return LmsTargets.Advice(target, target.Adapt(plan)) is [var advice] ? advice
                : plan.DecidedBy.Value == VerdictBy.Lms ? "The LMS decides by the mastery score of the package."
                : At([target.Adapt(plan).ReportsPass ? "passed" : "completed"], "reports by its own plan");
        if (report.Run is { SawSession: true } run)
        {
            string[] final = [.. FinalStatuses.Where(status => run.Facts.Statuses.Contains(status))];
            return final.Length == 0
                ? "It reported neither “completed” nor “passed” when it was played, so the completion "
                    + "setting depends on the course."
                : At(final, "reported when it was played");
        }
        return "The completion setting depends on the status that it reports: ask its maker, or use --run.";
    }

    private static string At(string[] statuses, string when)
    {
        string words = string.Join(" or ", statuses.Select(word => $"“{word}”"));
        return $"Let the LMS count it as done at the status {words}, which it {when}.";
    }
}

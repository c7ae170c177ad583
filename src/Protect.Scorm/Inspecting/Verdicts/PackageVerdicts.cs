using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Verdicts;

/// <summary>Computes the verdict for each LMS from the findings and the known traits of the LMS.</summary>
internal static class PackageVerdicts
{
    private const int MostReasons = 5,
        LongestQuote = 120;

    /// <param name="run">Result of playing the package; null when it was not played.</param>
    public static IReadOnlyList<Verdict> Of(
        PackageKind kind,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<LmsTarget> targets,
        RunReport? run
    ) => [.. targets.Select(target => Of(target, kind, findings, run))];

    private static Verdict Of(LmsTarget target, PackageKind kind, IReadOnlyList<Finding> findings, RunReport? run)
    {
        (VerdictOutcome Outcome, string Reason)[] all =
        [
            .. Consequences
                .All.Select(row => (row.Outcome, Reason: Reason(row, target, findings)))
                .Where(pair => pair.Reason is not null)
                .Select(pair => (pair.Outcome, pair.Reason!)),
            .. ByState(target, run),
        ];
        if (all.All(reason => reason.Outcome != VerdictOutcome.Fails))
            all = [.. ByKind(target, kind), .. all];
        VerdictOutcome outcome =
            all.Any(reason => reason.Outcome == VerdictOutcome.Fails) ? VerdictOutcome.Fails
            : all.Any(reason => reason.Outcome == VerdictOutcome.PlaysBut) ? VerdictOutcome.PlaysBut
            : all.Length > 0 || !target.IsOpen ? VerdictOutcome.CannotTell
            : VerdictOutcome.Plays;
        return new Verdict(
            target,
            outcome,
            run is { IsPlayed: true },
            [
                .. all.Where(reason => reason.Outcome == outcome)
                    .Select(reason => reason.Reason)
                    .Distinct()
                    .Take(MostReasons),
            ]
        );
    }

    private static string? Reason(Consequence row, LmsTarget target, IReadOnlyList<Finding> findings)
    {
        if (
            findings.FirstOrDefault(finding =>
                finding.Rule.Slug == row.Rule && (!row.ErrorsOnly || finding.Severity == Severity.Error)
            )
            is not { } finding
        )
            return null;
        string? source = row.Trait is { } trait ? target.SourceOf(trait) : "";
        if (source is null)
            return null;
        string quote = row.Rule[0] == 'T' || finding.File.Length == 0 ? finding.Message.TrimEnd('.') : finding.File;
        string words = string.Format(
            CultureInfo.InvariantCulture,
            row.Clause,
            quote.Length > LongestQuote ? quote[..LongestQuote] + "…" : quote
        );
        return source.Length == 0 ? $"{words} [{row.Rule}]" : $"{words} [{row.Rule}; {source}]";
    }

    /// <summary>Compares the observed size of saved progress with the limit of the LMS.</summary>
    private static IEnumerable<(VerdictOutcome, string)> ByState(LmsTarget target, RunReport? run)
    {
        // The limits of the LMSs are those of SCORM 1.2; SCORM 2004 allows 64,000 characters.
        if (run is { Trace.IsScorm2004: false, Facts.MostSuspendData: var most } && most > target.SuspendData.Value)
            yield return (
                VerdictOutcome.PlaysBut,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it saves up to {most:#,0} characters of progress, "
                        + $"of which {target.SuspendData.Value:#,0} are kept [{target.SuspendData.Source}]"
                )
            );
    }

    /// <summary>Limits the verdict for standards other than SCORM 1.2, which this tool does not fully check.</summary>
    private static IEnumerable<(VerdictOutcome, string)> ByKind(LmsTarget target, PackageKind kind)
    {
        if (kind == PackageKind.Scorm12)
            yield break;
        if (kind == PackageKind.None)
            yield return (VerdictOutcome.Fails, "it is not a package of any known standard");
        else if (target.SourceOf(LmsTrait.Scorm12Only) is { } source)
            yield return (VerdictOutcome.Fails, $"it plays SCORM 1.2 only [{source}]");
        else
            yield return (
                VerdictOutcome.CannotTell,
                $"{PackageKinds.Words(kind)} needs an LMS that plays it, and is judged here by its files only"
            );
    }
}

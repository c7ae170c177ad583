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
        MostSubjects = 3,
        LongestQuote = 120;

    /// <param name="kind">Standard of the package.</param>
    /// <param name="findings">Findings for a verdict, in order.</param>
    /// <param name="targets">LMSs for which a verdict is given.</param>
    /// <param name="callsLms">True when the calls to the LMS were found in the files.</param>
    /// <param name="run">Result of playing the package; null when it was not played.</param>
    public static IReadOnlyList<Verdict> Of(
        PackageKind kind,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<LmsTarget> targets,
        bool callsLms,
        RunReport? run
    )
    {
        bool isSeen = run is { SawSession: true };
        return [.. targets.Select(target => Of(target, kind, findings, callsLms, isSeen, run))];
    }

    private static Verdict Of(
        LmsTarget target,
        PackageKind kind,
        IReadOnlyList<Finding> findings,
        bool callsLms,
        bool isSeen,
        RunReport? run
    )
    {
        VerdictReason[] all =
        [
            .. Consequences.All.SelectMany(row => Reasons(row, target, findings)),
            .. ByState(target, run),
        ];
        if (all.Any(reason => reason.Outcome == VerdictOutcome.Fails))
            return Made(VerdictOutcome.Fails);
        bool isMute = all.Any(reason => reason.IsMute);
        // A session that was seen answers what the files leave open.
        if (isSeen)
            all = [.. all.Where(reason => reason.Outcome != VerdictOutcome.Opens)];
        all = [.. ByKind(target, kind), .. all];
        if (
            kind == PackageKind.Scorm12
            && !callsLms
            && !isSeen
            && !isMute
            && all.All(reason => reason.Outcome is not (VerdictOutcome.Opens or VerdictOutcome.CannotTell))
            && findings.All(finding => finding.Rule.Slug != WebRules.NoApi.Slug)
        )
            all = [.. all, Unfound];
        foreach (
            VerdictOutcome outcome in (VerdictOutcome[])
                [VerdictOutcome.Fails, VerdictOutcome.CannotTell, VerdictOutcome.PlaysBut, VerdictOutcome.Opens]
        )
        {
            if (all.Any(reason => reason.Outcome == outcome))
                return Made(outcome);
        }
        return Made(target.IsOpen ? VerdictOutcome.Plays : VerdictOutcome.CannotTell);

        Verdict Made(VerdictOutcome outcome)
        {
            VerdictReason[] reasons =
            [
                .. all.Where(reason => Belongs(reason.Outcome, outcome))
                    .OrderByDescending(reason => reason.Outcome == outcome)
                    .DistinctBy(reason => reason.Words)
                    .Take(MostReasons),
            ];
            bool records = (isSeen || (kind == PackageKind.Scorm12 && callsLms)) && !all.Any(reason => reason.IsMute);
            return new Verdict(
                target,
                outcome,
                records,
                [
                    .. reasons
                        .SelectMany(reason => reason.Evidence)
                        .Concat(Basis(outcome, reasons.Length, isSeen))
                        .Distinct()
                        .Order(),
                ],
                reasons
            );
        }
    }

    private static IEnumerable<VerdictEvidence> Basis(VerdictOutcome outcome, int reasons, bool isSeen) =>
        outcome == VerdictOutcome.Plays ? [isSeen ? VerdictEvidence.Run : VerdictEvidence.Files]
        : reasons == 0 ? [VerdictEvidence.Unknown]
        : [];

    /// <summary>Returns true for a reason to name in a verdict: a doubt also names what is certain.</summary>
    private static bool Belongs(VerdictOutcome reason, VerdictOutcome verdict) =>
        reason == verdict
        || verdict == VerdictOutcome.CannotTell && reason == VerdictOutcome.PlaysBut
        || verdict == VerdictOutcome.PlaysBut && reason == VerdictOutcome.Opens;

    private static readonly VerdictReason Unfound = new(
        VerdictOutcome.Opens,
        "no call of the LMS was found in the files of the course",
        "",
        "",
        [VerdictEvidence.Files]
    );

    private static IEnumerable<VerdictReason> Reasons(
        Consequence row,
        LmsTarget target,
        IReadOnlyList<Finding> findings
    )
    {
        Finding[] broken = [.. findings.Where(row.Follows)];
        if (
            broken.Length == 0
            || row.Unless is { } excused && target.Traits.Any(known => known.Value == excused)
            || Source(row, target) is not { } source
        )
            yield break;
        (string quote, bool isOne) = Quote(broken);
        string clause = string.Format(CultureInfo.InvariantCulture, Plurals.Choose(row.Clause, isOne), quote);
        var evidence = new List<VerdictEvidence> { row.Rule[0] == 'T' ? VerdictEvidence.Run : VerdictEvidence.Files };
        if (row.Trait is not null)
            evidence.Add(VerdictEvidence.Lms);
        VerdictOutcome outcome = row.Outcome;
        // Traits of single LMSs decide nothing about the others.
        if (target.IsAny && row.Trait is { } trait)
        {
            clause = $"in {With(trait)}: {clause}";
            if (outcome == VerdictOutcome.Fails)
                outcome = VerdictOutcome.PlaysBut;
        }
        yield return new VerdictReason(outcome, clause, row.Rule, source, evidence)
        {
            IsMute = row.IsMute && !(target.IsAny && row.Trait is not null),
        };
    }

    private static string? Source(Consequence row, LmsTarget target) =>
        row.Trait is { } trait ? target.SourceOf(trait) : "";

    /// <summary>Names the LMSs with a trait.</summary>
    private static string With(LmsTrait trait) =>
        Some([
            .. LmsTargets
                .All.Where(target => target.Traits.Any(known => known.Value == trait))
                .Select(target => target.IsAny ? "some LMSs" : target.Name),
        ]);

    /// <summary>Returns what findings are about: their subjects, or the file or the words of the first.</summary>
    private static (string Words, bool IsOne) Quote(Finding[] findings)
    {
        string[] subjects =
        [
            .. findings.Select(finding => finding.Subject).Where(subject => subject.Length > 0).Distinct(),
        ];
        string quote =
            subjects.Length > 0 ? Some(subjects)
            : findings[0].Rule.Slug[0] == 'T' || findings[0].File.Length == 0 ? findings[0].Message.TrimEnd('.')
            : findings[0].File;
        return (
            subjects.Length == 0 && quote.Length > LongestQuote ? quote[..LongestQuote] + "…" : quote,
            subjects.Length <= 1
        );
    }

    private static string Some(string[] all) =>
        string.Join(", ", all.Take(MostSubjects))
        + (all.Length > MostSubjects ? $" and {all.Length - MostSubjects} more" : "");

    /// <summary>Compares the observed size of saved progress with the limit of the LMS.</summary>
    private static IEnumerable<VerdictReason> ByState(LmsTarget target, RunReport? run)
    {
        // The limits of the LMSs are those of SCORM 1.2; SCORM 2004 allows 64,000 characters.
        if (run is { Trace.IsScorm2004: false, Facts.MostSuspendData: var most } && most > target.SuspendData.Value)
            yield return new VerdictReason(
                VerdictOutcome.PlaysBut,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the course saves up to {most:#,0} characters of progress, "
                        + $"of which the LMS keeps {target.SuspendData.Value:#,0}"
                ),
                "",
                target.SuspendData.Source,
                [VerdictEvidence.Run, VerdictEvidence.Lms]
            );
    }

    /// <summary>Limits the verdict for standards other than SCORM 1.2, which this tool does not fully check.</summary>
    private static IEnumerable<VerdictReason> ByKind(LmsTarget target, PackageKind kind)
    {
        string name = PackageKinds.Words(kind);
        if (kind == PackageKind.None)
            yield return new VerdictReason(
                VerdictOutcome.Fails,
                "the zip is not a package of any known standard",
                "",
                "",
                [VerdictEvidence.Files]
            );
        else if (Takes(kind) is not { } takes)
            yield break;
        else if (target.IsAny)
            yield return new VerdictReason(
                VerdictOutcome.CannotTell,
                $"{name} needs an LMS that takes it; known to take it: {With(takes)}",
                "",
                "",
                [VerdictEvidence.Lms]
            );
        else if (kind == PackageKind.Scorm2004 && target.SourceOf(LmsTrait.RefusesScorm2004) is { } refuses)
            yield return new VerdictReason(
                VerdictOutcome.Fails,
                $"the LMS does not take {name}",
                "",
                refuses,
                [VerdictEvidence.Lms]
            );
        else if (target.SourceOf(takes) is { } source)
            yield return new VerdictReason(
                VerdictOutcome.Opens,
                $"the LMS takes {name}, and this tool judges such packages by their files only",
                "",
                source,
                [VerdictEvidence.Lms]
            );
        else
            yield return new VerdictReason(
                VerdictOutcome.CannotTell,
                $"it is not known whether the LMS takes {name}",
                "",
                "",
                [VerdictEvidence.Unknown]
            );
    }

    private static LmsTrait? Takes(PackageKind kind) =>
        kind switch
        {
            PackageKind.Scorm2004 => LmsTrait.TakesScorm2004,
            PackageKind.Aicc => LmsTrait.TakesAicc,
            PackageKind.Xapi => LmsTrait.TakesXapi,
            PackageKind.Cmi5 => LmsTrait.TakesCmi5,
            _ => null,
        };
}

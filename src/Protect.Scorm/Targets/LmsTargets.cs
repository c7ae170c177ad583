using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>The targets, LMSs that packages can be built for.</summary>
public static class LmsTargets
{
    private const string Standard = "SCORM 1.2 RTE, 3.4",
        MoodleSeen = "seen on Moodle 4.1.10, default settings",
        MoodleCode = "code of Moodle 4.1.10, mod/scorm",
        IliasCode = "code of ILIAS, SCORM1_2standard.js",
        ChamiloCode = "code of Chamilo 2.0",
        EdxCode = "code of openedx-scorm-xblock",
        OlatCode = "code of OpenOlat with scorm-again",
        Docs = "vendor documentation",
        Silent = "nothing found; the standard's value";

    /// <summary>All targets; the first is <see cref="Default"/>.</summary>
    public static IReadOnlyList<LmsTarget> All { get; } =
    [
        new()
        {
            Id = "any",
            Name = "Any LMS (the lowest common denominator)",
            SuspendData = new(Scorm12Limits.SuspendData, Standard),
            Saving = new("not trusted: the package checks with a request of its own", "the rows below"),
            Failed = new("reported only when no attempt is left", "the rows below"),
            Mastery = new("left out of the manifest unless the LMS decides", Standard),
            Interactions = new("a write-only log, for reports", Standard),
        },
        new()
        {
            Id = "moodle",
            Instructions = LmsInstructionTable.Moodle,
            Name = "Moodle",
            SimulatedLms = new("moodle", MoodleSeen),
            SuspendData = new(64_000, $"{MoodleSeen}; 4,096 when “SCORM 1.2 standard mode” is on"),
            Saving = new("“true” also offline, and the data are lost; false when logged out", MoodleSeen),
            Failed = new("the next launch is in review mode until a new attempt is allowed", MoodleCode),
            Mastery = new("overrides the status at LMSFinish", MoodleSeen),
            Interactions = new("kept, counted, shown to teachers", MoodleSeen),
            Advice = Moodle,
        },
        new()
        {
            Id = "ilias",
            Instructions = LmsInstructionTable.Ilias,
            Name = "ILIAS",
            SimulatedLms = new("ilias", IliasCode),
            SuspendData = new(64_000, $"{IliasCode}: no limit except the size of a beacon"),
            Saving = new("returns “true” for beacons without confirmation, also during clicks", IliasCode),
            Failed = new("kept", IliasCode),
            Mastery = new("turns “completed” into “failed” below it; an administrator may change it", IliasCode),
            Interactions = new("counted from 0 at each launch; may be switched off", IliasCode),
        },
        new()
        {
            Id = "chamilo",
            Instructions = LmsInstructionTable.Chamilo,
            Name = "Chamilo",
            SimulatedLms = new("chamilo", ChamiloCode),
            SuspendData = new(64_000, $"{ChamiloCode}: no limit except the size of a beacon"),
            Saving = new("always “true”", ChamiloCode),
            Failed = new("kept", ChamiloCode),
            Mastery = new("used only when the course sets no status", ChamiloCode),
            Interactions = new("partly readable; patterns are appended", ChamiloCode),
        },
        new()
        {
            Id = "open-edx",
            Instructions = LmsInstructionTable.OpenEdx,
            Name = "Open edX (SCORM XBlock)",
            SimulatedLms = new("edx", EdxCode),
            SuspendData = new(64_000, $"{EdxCode}: no limit except the size of a beacon"),
            Saving = new("always “true”; the last error is always 0", EdxCode),
            Failed = new("grade 0", EdxCode),
            Mastery = new("not used", EdxCode),
            Interactions = new("not kept", EdxCode),
        },
        new()
        {
            Id = "openolat",
            Instructions = LmsInstructionTable.OpenOlat,
            Name = "OpenOlat",
            SimulatedLms = new("openolat", OlatCode),
            SuspendData = new(64_000, OlatCode),
            Saving = new("always “true”", OlatCode),
            Failed = new("kept", OlatCode),
            Mastery = new("overrides the status", OlatCode),
            Interactions = new("counted", OlatCode),
        },
        Closed("talentlms", "TalentLMS", LmsInstructionTable.TalentLms),
        Closed(
            "canvas",
            "Canvas",
            LmsInstructionTable.Canvas,
            failed: "counts as to be tried again (Rustici's player)"
        ),
        Closed(
            "blackboard",
            "Blackboard",
            LmsInstructionTable.Blackboard,
            failed: "counts as to be tried again (Rustici's player)"
        ),
        Closed(
            "successfactors",
            "SAP SuccessFactors",
            LmsInstructionTable.SuccessFactors,
            failed: "needed to show a failure; “incomplete” does not count as one",
            mastery: "fills its own field from the manifest"
        ),
        Closed("docebo", "Docebo", LmsInstructionTable.Docebo, suspendData: Docs),
        Closed("scorm-cloud", "SCORM Cloud", LmsInstructionTable.ScormCloud, failed: "counts as to be tried again"),
    ];

    /// <summary>The target “any”: values that are safe for every LMS that follows the standard.</summary>
    public static LmsTarget Default => All[0];

    /// <summary>Returns the target with this id; <see cref="Default"/> for an unknown id.</summary>
    public static LmsTarget ById(string id) => All.FirstOrDefault(target => target.Id == id) ?? Default;

    /// <summary>Returns the settings to choose in the target; for “any”, those of every LMS that needs one.</summary>
    internal static IReadOnlyList<string> Advice(LmsTarget target, Tracking tracking) =>
        [
            .. (target == Default ? All : [target])
                .Where(row => row.Advice is not null)
                .Select(row => row.Advice!(tracking)),
        ];

    private static LmsTarget Closed(
        string id,
        string name,
        LmsInstructions notes,
        string? suspendData = null,
        string? failed = null,
        string? mastery = null
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Instructions = notes,
            SuspendData = new(Scorm12Limits.SuspendData, suspendData ?? Silent),
            Saving = new("not known", "closed system"),
            Failed = failed is null ? new("not known", "closed system") : new(failed, Docs),
            Mastery = mastery is null ? new("not known", "closed system") : new(mastery, Docs),
            Interactions = new("not known", "closed system"),
        };

    private static string Moodle(Tracking tracking)
    {
        const string where = "In Moodle, under “Activity completion”:";
        if (tracking.DecidedBy.Value == VerdictBy.Lms)
            return $"{where} tick “Passed” and “Completed”; Moodle decides by the mastery score.";
        return tracking.ReportsPass
            ? $"{where} tick “Passed” and “Completed”; the course reports completed, then passed."
            : $"{where} tick “Completed”.";
    }
}

namespace Protect.Scorm.Targets;

/// <summary>
/// Traits of the targets, with sources. A target whose code was read does not have the traits that are missing here;
/// for a closed one they are unknown.
/// </summary>
public static class LmsTraits
{
    private const string MoodleSeen = "seen on Moodle 4.1.10",
        MoodleCode = "code of Moodle 4.1.10, mod/scorm",
        EdxCode = "code of openedx-scorm-xblock",
        IliasCode = "code of ILIAS, SCORM1_2standard.js",
        ChamiloCode = "code of Chamilo 2.0",
        OlatCode = "code of OpenOlat with scorm-again",
        TalentDocs = "TalentLMS's documentation",
        DoceboDocs = "Docebo's documentation",
        TovutiDocs = "Tovuti's documentation",
        CanvasDocs = "Canvas's documentation",
        SapDocs = "SAP SuccessFactors's documentation";

    private static readonly (string Target, LmsTrait Trait, string Source)[] Table =
    [
        ("moodle", LmsTrait.ManifestAtRoot, MoodleSeen),
        ("moodle", LmsTrait.LiteralPrefixes, MoodleCode),
        ("moodle", LmsTrait.ExactVersion, MoodleCode),
        ("moodle", LmsTrait.ShortTitles, MoodleSeen),
        ("moodle", LmsTrait.UntrackedAssets, MoodleSeen),
        ("moodle", LmsTrait.MasteryOverride, MoodleSeen),
        ("moodle", LmsTrait.ChecksValues, MoodleSeen),
        ("moodle", LmsTrait.LosesUncommitted, MoodleSeen),
        ("moodle", LmsTrait.TracksByItem, MoodleSeen),
        ("moodle", LmsTrait.DefaultOrganization, MoodleCode),
        ("moodle", LmsTrait.StoresReviews, MoodleSeen),
        ("ilias", LmsTrait.ManifestAtRoot, IliasCode),
        ("ilias", LmsTrait.MasteryOverride, IliasCode),
        ("ilias", LmsTrait.LosesUncommitted, IliasCode),
        ("chamilo", LmsTrait.ManifestAtRoot, ChamiloCode),
        ("chamilo", LmsTrait.UnsafeText, ChamiloCode),
        ("open-edx", LmsTrait.ManifestAtRoot, EdxCode),
        ("open-edx", LmsTrait.LiteralPrefixes, EdxCode),
        ("open-edx", LmsTrait.ExactVersion, EdxCode),
        ("open-edx", LmsTrait.TitlesNeeded, EdxCode),
        ("open-edx", LmsTrait.OneItemOnly, EdxCode),
        ("open-edx", LmsTrait.FirstResource, EdxCode),
        ("open-edx", LmsTrait.BaseNames, EdxCode),
        ("open-edx", LmsTrait.NoReadBack, EdxCode),
        ("openolat", LmsTrait.ManifestAtRoot, OlatCode),
        ("openolat", LmsTrait.StrictPolicy, OlatCode),
        ("openolat", LmsTrait.MasteryOverride, OlatCode),
        ("openolat", LmsTrait.ChecksValues, OlatCode),
        ("openolat", LmsTrait.LosesUncommitted, OlatCode),
        ("talentlms", LmsTrait.ManifestAtRoot, TalentDocs),
        ("talentlms", LmsTrait.Scorm12Only, TalentDocs),
        ("canvas", LmsTrait.StrictNames, CanvasDocs),
        ("successfactors", LmsTrait.StrictNames, SapDocs),
        ("docebo", LmsTrait.RefusesScripts, DoceboDocs),
        ("any", LmsTrait.RefusesArchives, TovutiDocs),
    ];

    private static readonly Dictionary<(string, LmsTrait), string> Known = Table.ToDictionary(
        row => (row.Target, row.Trait),
        row => row.Source
    );

    /// <summary>Targets whose code was read, or that were observed running.</summary>
    private static readonly HashSet<string> Open =
    [
        .. Table
            .Where(row => !row.Source.EndsWith("documentation", StringComparison.Ordinal))
            .Select(row => row.Target),
    ];

    /// <summary>
    /// Returns true when the code of the target was read or it was observed running, so that unlisted traits are
    /// absent.
    /// </summary>
    public static bool IsOpen(LmsTarget target) => target == LmsTargets.Default || Open.Contains(target.Id);

    /// <summary>
    /// Returns the source for a trait of a target; null when it does not have the trait or that is unknown. The target
    /// “any” has all traits.
    /// </summary>
    public static string? Source(LmsTarget target, LmsTrait trait) =>
        Known.TryGetValue((target.Id, trait), out string? source) ? source
        : target == LmsTargets.Default ? Table.FirstOrDefault(row => row.Trait == trait).Source
        : null;

    /// <summary>Describes the known traits of a target in words, with sources.</summary>
    public static IReadOnlyList<Sourced<string>> Describe(LmsTarget target) =>
        [
            .. Table
                .Where(row => row.Target == target.Id)
                .Select(row => new Sourced<string>(Words(row.Trait), row.Source)),
        ];

    private static string Words(LmsTrait trait) =>
        trait switch
        {
            LmsTrait.ManifestAtRoot => "finds the manifest at the root of the zip only",
            LmsTrait.LiteralPrefixes => "recognises namespaces by their literal prefixes",
            LmsTrait.ExactVersion => "chooses the API by the exact schemaversion",
            LmsTrait.TitlesNeeded => "fails to import items without a title",
            LmsTrait.ShortTitles => "stores at most 255 characters of a title",
            LmsTrait.OneItemOnly => "opens a single item",
            LmsTrait.FirstResource => "opens the first resource",
            LmsTrait.BaseNames => "finds files by their name without folders",
            LmsTrait.UntrackedAssets => "does not track what is not marked as a SCO",
            LmsTrait.RefusesScripts => "refuses server-side scripts and dot files",
            LmsTrait.RefusesArchives => "refuses archives inside the package",
            LmsTrait.StrictNames => "needs file names in exact case, or in ASCII",
            LmsTrait.MasteryOverride => "overrides the status by the mastery score",
            LmsTrait.DefaultOrganization => "shows the default organization only",
            LmsTrait.StrictPolicy => "blocks resources from other hosts",
            LmsTrait.ChecksValues => "refuses values that break the standard",
            LmsTrait.LosesUncommitted => "loses data that were not committed",
            LmsTrait.TracksByItem => "stores results by the identifier of the item",
            LmsTrait.Scorm12Only => "plays SCORM 1.2 only",
            LmsTrait.UnsafeText => "may return stored text incomplete",
            LmsTrait.NoReadBack => "does not return status and score",
            LmsTrait.StoresReviews => "stores what a course writes in review mode",
            _ => trait.ToString(),
        };
}

namespace Protect.Scorm.Targets;

/// <summary>
/// Which LMS has which trait, and how that is known. A table. Of an LMS whose code was read, a trait that is not here is one it does not have; of a closed one nobody knows.
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

    /// <summary>LMSs whose code was read, or that were seen running.</summary>
    private static readonly HashSet<string> Open =
    [
        .. Table
            .Where(row => !row.Source.EndsWith("documentation", StringComparison.Ordinal))
            .Select(row => row.Target),
    ];

    /// <summary>Its code was read, or it was seen running: what is not known of it is not so.</summary>
    public static bool IsOpen(LmsTarget target) => target == LmsTargets.Default || Open.Contains(target.Id);

    /// <summary>How it is known that this LMS has the trait; null when it has not, or nobody knows. The target for any LMS has them all.</summary>
    public static string? Source(LmsTarget target, LmsTrait trait) =>
        Known.TryGetValue((target.Id, trait), out string? source) ? source
        : target == LmsTargets.Default ? Table.FirstOrDefault(row => row.Trait == trait).Source
        : null;

    /// <summary>The traits that are known of this LMS, in words, with how they are known.</summary>
    public static IReadOnlyList<Sourced<string>> Of(LmsTarget target) =>
        [
            .. Table
                .Where(row => row.Target == target.Id)
                .Select(row => new Sourced<string>(Words(row.Trait), row.Source)),
        ];

    private static string Words(LmsTrait trait) =>
        trait switch
        {
            LmsTrait.ManifestAtRoot => "finds the manifest at the root of the zip only",
            LmsTrait.LiteralPrefixes => "compares namespaces by the letters of their prefixes",
            LmsTrait.ExactVersion => "chooses how to talk by the exact schemaversion",
            LmsTrait.TitlesNeeded => "fails to import items without a title",
            LmsTrait.ShortTitles => "has 255 characters for a title",
            LmsTrait.OneItemOnly => "opens one item",
            LmsTrait.FirstResource => "opens the first resource",
            LmsTrait.BaseNames => "finds files by their name without folders",
            LmsTrait.UntrackedAssets => "does not track what is not marked as a SCO",
            LmsTrait.RefusesScripts => "refuses programs for servers and dot files",
            LmsTrait.RefusesArchives => "refuses archives inside",
            LmsTrait.StrictNames => "tells upper from lower case, or wants ASCII names",
            LmsTrait.MasteryOverride => "overrides the status by the mastery score",
            LmsTrait.DefaultOrganization => "shows the default organization only",
            LmsTrait.StrictPolicy => "stops what pages load from elsewhere",
            LmsTrait.ChecksValues => "refuses values that break the standard",
            LmsTrait.LosesUncommitted => "keeps nothing that was not committed",
            LmsTrait.TracksByItem => "keeps records by the identifier of the item",
            LmsTrait.Scorm12Only => "plays SCORM 1.2 only",
            LmsTrait.UnsafeText => "may not give stored text back whole",
            LmsTrait.NoReadBack => "does not give status and score back",
            LmsTrait.StoresReviews => "stores what is written in a review",
            _ => trait.ToString(),
        };
}

namespace Protect.Scorm.Targets;

/// <summary>The traits, with their words in target files and their descriptions.</summary>
internal static class LmsTraits
{
    private static readonly (string Word, LmsTrait Trait, string Description)[] Table =
    [
        ("manifest-at-root", LmsTrait.ManifestAtRoot, "finds the manifest at the root of the zip only"),
        ("literal-prefixes", LmsTrait.LiteralPrefixes, "recognises namespaces by their literal prefixes"),
        ("exact-version", LmsTrait.ExactVersion, "chooses the API by the exact schemaversion"),
        ("titles-needed", LmsTrait.TitlesNeeded, "fails to import items without a title"),
        ("short-titles", LmsTrait.ShortTitles, "stores at most 255 characters of a title"),
        ("one-item-only", LmsTrait.OneItemOnly, "opens a single item"),
        ("first-resource", LmsTrait.FirstResource, "opens the first resource"),
        ("base-names", LmsTrait.BaseNames, "finds files by their name without folders"),
        ("untracked-assets", LmsTrait.UntrackedAssets, "does not track what is not marked as a SCO"),
        ("refuses-scripts", LmsTrait.RefusesScripts, "refuses server-side scripts and dot files"),
        ("refuses-archives", LmsTrait.RefusesArchives, "refuses archives inside the package"),
        ("strict-names", LmsTrait.StrictNames, "needs file names in ASCII, without blanks"),
        ("mastery-override", LmsTrait.MasteryOverride, "overrides the status by the mastery score"),
        ("default-organization", LmsTrait.DefaultOrganization, "shows the default organization only"),
        ("strict-policy", LmsTrait.StrictPolicy, "blocks resources from other hosts"),
        ("checks-values", LmsTrait.ChecksValues, "refuses values that break the standard"),
        ("loses-uncommitted", LmsTrait.LosesUncommitted, "loses data that were not committed"),
        ("tracks-by-item", LmsTrait.TracksByItem, "stores results by the identifier of the item"),
        ("refuses-scorm-2004", LmsTrait.RefusesScorm2004, "refuses SCORM 2004"),
        ("takes-scorm-2004", LmsTrait.TakesScorm2004, "takes SCORM 2004"),
        ("takes-aicc", LmsTrait.TakesAicc, "takes AICC"),
        ("takes-xapi", LmsTrait.TakesXapi, "takes xAPI (Tin Can)"),
        ("takes-cmi5", LmsTrait.TakesCmi5, "takes cmi5"),
        ("exact-case", LmsTrait.ExactCase, "distinguishes upper and lower case in names of files"),
        (
            "resources-as-items",
            LmsTrait.ResourcesAsItems,
            "makes a menu of the resources when the manifest has no organization"
        ),
        (
            "loose-encodings",
            LmsTrait.LooseEncodings,
            "reads a manifest whose encoding has an unregistered name such as “utf8”"
        ),
        ("unsafe-text", LmsTrait.UnsafeText, "may return stored text incomplete"),
        ("no-read-back", LmsTrait.NoReadBack, "does not return status and score"),
        ("stores-reviews", LmsTrait.StoresReviews, "stores what a course writes in review mode"),
        ("saves-at-finish", LmsTrait.SavesAtFinish, "stores what was reported only when the course is left"),
        ("score-is-progress", LmsTrait.ScoreIsProgress, "takes a score as the progress: the course sends none"),
        (
            "sandboxed-frame",
            LmsTrait.SandboxedFrame,
            "shows the course in a frame that allows no forms, windows and dialogs"
        ),
    ];

    /// <summary>The words of all traits in target files.</summary>
    public static (string Word, LmsTrait Trait)[] Words { get; } = [.. Table.Select(row => (row.Word, row.Trait))];

    /// <summary>Describes a trait, as <c>protect-scorm targets</c> prints it.</summary>
    public static string Describe(LmsTrait trait) => Table.First(row => row.Trait == trait).Description;
}

namespace Protect.Scorm.Targets;

/// <summary>
/// Behaviour of a target that goes beyond the standard and that a package may have to respect.
/// <see cref="LmsTarget.Traits"/> lists those of a target, with sources.
/// </summary>
public enum LmsTrait
{
    /// <summary>Finds the manifest at the root of the zip only.</summary>
    ManifestAtRoot,

    /// <summary>
    /// Expects content packaging in the default namespace and ADL's elements under the literal prefix <c>adlcp</c>.
    /// </summary>
    LiteralPrefixes,

    /// <summary>Chooses API and data model by the exact text of <c>schemaversion</c>.</summary>
    ExactVersion,

    /// <summary>Fails to import an organization or item without a title.</summary>
    TitlesNeeded,

    /// <summary>Stores titles and identifiers in 255 characters.</summary>
    ShortTitles,

    /// <summary>Opens a single item.</summary>
    OneItemOnly,

    /// <summary>Opens the first resource with an href and ignores the items.</summary>
    FirstResource,

    /// <summary>Looks files up by base name, ignoring folders.</summary>
    BaseNames,

    /// <summary>Does not track a resource without <c>scormtype</c>.</summary>
    UntrackedAssets,

    /// <summary>Refuses packages that contain server-side scripts or dot files.</summary>
    RefusesScripts,

    /// <summary>Refuses packages that contain archives.</summary>
    RefusesArchives,

    /// <summary>Needs file names in ASCII, without blanks, that differ in more than upper and lower case.</summary>
    StrictNames,

    /// <summary>Overrides the status reported by the course according to the mastery score of the manifest.</summary>
    MasteryOverride,

    /// <summary>Shows the default organization only.</summary>
    DefaultOrganization,

    /// <summary>Its content security policy blocks resources from other hosts.</summary>
    StrictPolicy,

    /// <summary>Rejects values that violate the data model, so that they are lost.</summary>
    ChecksValues,

    /// <summary>Loses data that were not committed.</summary>
    LosesUncommitted,

    /// <summary>Stores tracking data by item identifier and deletes those of removed identifiers.</summary>
    TracksByItem,

    /// <summary>Refuses SCORM 2004.</summary>
    RefusesScorm2004,

    /// <summary>Takes packages of SCORM 2004.</summary>
    TakesScorm2004,

    /// <summary>Takes AICC courses.</summary>
    TakesAicc,

    /// <summary>Takes xAPI (Tin Can) packages.</summary>
    TakesXapi,

    /// <summary>Takes cmi5 packages.</summary>
    TakesCmi5,

    /// <summary>Finds files only under their names in exact upper and lower case.</summary>
    ExactCase,

    /// <summary>Makes a menu of the resources when the manifest has no organization.</summary>
    ResourcesAsItems,

    /// <summary>Reads a manifest whose encoding has an unregistered but usual name, such as <c>utf8</c>.</summary>
    LooseEncodings,

    /// <summary>Inserts stored values into a script without escaping.</summary>
    UnsafeText,

    /// <summary>Returns an empty value for some elements, such as status and score.</summary>
    NoReadBack,

    /// <summary>Stores what a course writes in review mode.</summary>
    StoresReviews,

    /// <summary>
    /// Takes a score as the progress, so that a course with a score below 100 is never finished. Only the status
    /// <c>passed</c> without a score finishes a course.
    /// </summary>
    ScoreIsProgress,

    /// <summary>
    /// Stores nothing before LMSFinish, so that the course must send it whenever its page may not come back.
    /// </summary>
    SavesAtFinish,

    /// <summary>Shows the course in a sandboxed frame that allows no forms, windows and dialogs.</summary>
    SandboxedFrame,
}

namespace Protect.Scorm.Targets;

/// <summary>What an LMS asks of a package, or does with it, beyond the standard. Which LMS has which, and how that is known, stands in <see cref="LmsTraits"/>.</summary>
public enum LmsTrait
{
    /// <summary>Finds the manifest at the root of the zip only.</summary>
    ManifestAtRoot,

    /// <summary>Knows content packaging by a default namespace and ADL's elements by the literal prefix <c>adlcp</c>.</summary>
    LiteralPrefixes,

    /// <summary>Chooses API and data model by <c>schemaversion</c>, letter by letter.</summary>
    ExactVersion,

    /// <summary>The import fails where an organization or an item has no title.</summary>
    TitlesNeeded,

    /// <summary>Titles and identifiers go into a column of 255 characters.</summary>
    ShortTitles,

    /// <summary>Opens one page and no other item.</summary>
    OneItemOnly,

    /// <summary>Opens the first resource with an href, whatever the items say.</summary>
    FirstResource,

    /// <summary>Looks files up by their name without folders.</summary>
    BaseNames,

    /// <summary>Takes a resource without <c>scormtype</c> for one that is not tracked.</summary>
    UntrackedAssets,

    /// <summary>Refuses packages with programs for servers or dot files.</summary>
    RefusesScripts,

    /// <summary>Refuses packages with archives or packed files inside.</summary>
    RefusesArchives,

    /// <summary>Runs on servers where upper and lower case are two letters, or where names need plain ASCII.</summary>
    StrictNames,

    /// <summary>Overrides the course's status by the mastery score of the manifest.</summary>
    MasteryOverride,

    /// <summary>Shows organizations other than the default one to nobody.</summary>
    DefaultOrganization,

    /// <summary>Its security policy stops what a page loads from elsewhere.</summary>
    StrictPolicy,

    /// <summary>Compares values strictly and refuses the others, so that they are lost.</summary>
    ChecksValues,

    /// <summary>Keeps nothing that was not committed.</summary>
    LosesUncommitted,

    /// <summary>Keeps tracks by the identifier of the item, and deletes those of identifiers that vanish.</summary>
    TracksByItem,

    /// <summary>Plays SCORM 1.2 and nothing newer.</summary>
    Scorm12Only,

    /// <summary>Puts stored values into a script without escaping them.</summary>
    UnsafeText,

    /// <summary>Answers some questions of the course (status, score) with nothing.</summary>
    NoReadBack,

    /// <summary>Stores what a course writes while it is only looked at again.</summary>
    StoresReviews,
}

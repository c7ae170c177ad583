using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Verdicts;

/// <summary>Consequence of a broken rule in an LMS.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Trait">Trait of the affected LMSs; null for all LMSs.</param>
/// <param name="Clause">Clause after “because” or “but”; {0} is the file or the words of the first finding.</param>
internal sealed record Consequence(string Rule, LmsTrait? Trait, VerdictOutcome Outcome, string Clause)
{
    /// <summary>True when only findings of severity error count.</summary>
    public bool ErrorsOnly { get; init; }
}

/// <summary>Table of the rules that matter to an LMS. Rules that are not in it have no known consequence.</summary>
internal static class Consequences
{
    private const VerdictOutcome Fails = VerdictOutcome.Fails,
        But = VerdictOutcome.PlaysBut;

    public static readonly IReadOnlyList<Consequence> All =
    [
        new("Z01", null, Fails, "the zip is damaged"),
        new("Z02", null, Fails, "there is no imsmanifest.xml"),
        new("Z03", null, Fails, "the manifest's name is not in lower case"),
        new("Z04", null, Fails, "the package is in a folder of the zip"),
        new("Z05", null, Fails, "files are compressed in a way that importers do not support"),
        new("Z06", null, But, "older importers may refuse its 64-bit zip") { ErrorsOnly = true },
        new("Z07", null, Fails, "it is encrypted"),
        new("Z08", null, Fails, "it is one part of several"),
        new("Z09", null, But, "names with backslashes become wrong files on most servers"),
        new("Z10", null, Fails, "it tries to write outside its folder ({0})"),
        new("Z11", null, Fails, "it holds links or devices, which careful LMSs refuse"),
        new("Z12", null, Fails, "it unpacks to far more than a course has"),
        new("Z13", null, But, "learners may get either of two files with the same name ({0})"),
        new("Z14", LmsTrait.StrictNames, But, "two files may become one ({0})"),
        new("Z15", LmsTrait.StrictNames, But, "files with letters beyond ASCII may not be found ({0})"),
        new("Z16", LmsTrait.StrictNames, But, "files whose names have blanks or special characters may not be found"),
        new("Z20", LmsTrait.RefusesScripts, Fails, "it refuses packages with {0}") { ErrorsOnly = true },
        new("Z21", LmsTrait.RefusesScripts, Fails, "it refuses packages with {0}"),
        new("Z22", LmsTrait.RefusesArchives, But, "some LMSs refuse packages with archives inside"),
        new("X01", null, Fails, "the manifest cannot be read"),
        new("X02", null, Fails, "the manifest declares a document type, which careful LMSs refuse"),
        new("X03", null, Fails, "the manifest is not the UTF-8 it says it is") { ErrorsOnly = true },
        new("X05", null, Fails, "there is something before the manifest's XML declaration"),
        new("X06", LmsTrait.LiteralPrefixes, Fails, "it does not know the manifest's namespace"),
        new(
            "X10",
            LmsTrait.LiteralPrefixes,
            But,
            "it does not know the manifest's prefixes, so scores or settings may be passed over"
        ),
        new("X13", LmsTrait.ExactVersion, But, "it may choose the API of the other standard"),
        new("M03", LmsTrait.TracksByItem, But, "records of learners are kept by identifier, and two parts share one"),
        new("M04", null, Fails, "the manifest lacks a part") { ErrorsOnly = true },
        new(
            "M07",
            LmsTrait.ExactVersion,
            But,
            "it chooses how to talk to the course by the version, which is not written as it must be"
        ),
        new("M10", null, Fails, "there is nothing to start"),
        new("M11", LmsTrait.DefaultOrganization, But, "learners get one of several organizations"),
        new("M12", LmsTrait.TitlesNeeded, Fails, "its import fails without a title"),
        new("M13", LmsTrait.TitlesNeeded, Fails, "its import fails without a title"),
        new("M14", LmsTrait.ShortTitles, Fails, "its database has 255 characters for a title") { ErrorsOnly = true },
        new("M15", null, Fails, "an item refers to a resource that is not there"),
        new("M26", LmsTrait.OneItemOnly, But, "it opens one item of several, and the rest is lost"),
        new("M27", LmsTrait.TracksByItem, But, "learners lose what they did in the release before")
        {
            ErrorsOnly = true,
        },
        new("R02", null, Fails, "an item has no page to open"),
        new("R03", LmsTrait.UntrackedAssets, But, "nothing is recorded: the resource does not say that it is a SCO")
        {
            ErrorsOnly = true,
        },
        new("R04", LmsTrait.UntrackedAssets, But, "it may record nothing: “scormtype” is not written as it must be"),
        new("R06", null, But, "nothing is recorded: no resource is a SCO"),
        new("R07", null, Fails, "the page that opens first is not in the package ({0})"),
        new("R16", null, Fails, "an address leads out of the package"),
        new("R19", null, But, "it opens pages from elsewhere, which cannot report to an LMS"),
        new("R23", null, But, "the first page is not a web page"),
        new("R24", LmsTrait.FirstResource, But, "it opens another page than the course begins with"),
        new("R25", LmsTrait.BaseNames, But, "files with the same name in several folders replace each other"),
        new("R27", LmsTrait.StrictNames, But, "files are written in another case than they are referred to"),
        new("A12", LmsTrait.MasteryOverride, But, "the mastery score is not a valid number"),
        new("A13", LmsTrait.MasteryOverride, But, "an empty mastery score is read as 0, which everybody passes"),
        new("A14", LmsTrait.MasteryOverride, But, "it overrides the course's status by the mastery score"),
        new("W01", null, But, "parts of pages are missing ({0})"),
        new("W02", LmsTrait.StrictNames, But, "parts of pages are not found because the case of their names differs"),
        new("W03", null, But, "addresses that begin with “/” lead out of the course"),
        new("W05", null, But, "browsers block files that it loads without encryption"),
        new("W06", LmsTrait.StrictPolicy, But, "its security policy blocks files from other sites"),
        new("W15", null, But, "browsers no longer support the technology of some parts"),
        new("W20", null, But, "the course uses the other version of SCORM"),
        new("T01", null, Fails, "the course does not find the LMS"),
        new("T02", null, Fails, "the course does not start its session with the LMS correctly"),
        new(
            "T03",
            LmsTrait.LosesUncommitted,
            But,
            "the course does not end its session with the LMS, so time and final status may be missing"
        ),
        new("T05", null, But, "values are sent outside a session and lost ({0})"),
        new("T07", LmsTrait.ChecksValues, But, "values are lost: {0}"),
        new("T11", LmsTrait.ChecksValues, But, "values are lost: {0}"),
        new("T12", LmsTrait.ChecksValues, But, "values are lost: {0}"),
        new("T14", LmsTrait.ChecksValues, But, "scores are lost: {0}"),
        new("T20", LmsTrait.LosesUncommitted, But, "unsaved work is lost when the window closes: {0}"),
        new("T24", LmsTrait.UnsafeText, But, "saved progress may come back damaged: {0}"),
        new("T26", LmsTrait.NoReadBack, But, "the course decides by answers that this LMS does not give"),
        new("T27", LmsTrait.StoresReviews, But, "looking at the course again changes the record"),
        new("T28", null, But, "learners do not come back to where they were: {0}"),
        new("T29", null, Fails, "the page stops responding"),
    ];
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Verdicts;

/// <summary>Consequence of a broken rule in an LMS.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Trait">Trait of the affected LMSs; null for all LMSs.</param>
/// <param name="Clause">
/// Clause after “because” or “but”; {0} is what the findings are about, and its plurals follow their number.
/// </param>
internal sealed record Consequence(string Rule, LmsTrait? Trait, VerdictOutcome Outcome, string Clause)
{
    /// <summary>True when only findings of severity error count.</summary>
    public bool ErrorsOnly { get; init; }

    /// <summary>Part of the package that must be affected; null for any.</summary>
    public Affects? Part { get; init; }

    /// <summary>Trait of LMSs that do not have the consequence.</summary>
    public LmsTrait? Unless { get; init; }

    /// <summary>Condition on a finding; null for none.</summary>
    public Func<Finding, bool>? Only { get; init; }

    /// <summary>True when the LMS records nothing.</summary>
    public bool IsMute { get; init; }

    /// <summary>Returns true when the finding has this consequence.</summary>
    public bool Follows(Finding finding) =>
        finding.Rule.Slug == Rule
        && finding.Affects != Affects.Nothing
        && (!ErrorsOnly || finding.Severity == Severity.Error)
        && (Part is null || finding.Affects == Part)
        && (Only is null || Only(finding));
}

/// <summary>Table of the rules that matter to an LMS. Rules that are not in it have no known consequence.</summary>
internal static class Consequences
{
    private const VerdictOutcome Fails = VerdictOutcome.Fails,
        But = VerdictOutcome.PlaysBut,
        Unclear = VerdictOutcome.CannotTell,
        Opens = VerdictOutcome.Opens;

    private const string Missing = "[the page that starts the course is|the pages that start the course are] missing";

    // Docebo's documentation lists the extensions that it refuses.
    private static readonly HashSet<string> Refused =
    [
        "php",
        "php4",
        "php5",
        "phps",
        "cgi",
        "sh",
        "shtml",
        "asp",
        "aspx",
        "jsp",
        "py",
        "rb",
        "pl",
    ];

    public static readonly IReadOnlyList<Consequence> All =
    [
        new("Z01", null, Fails, "the zip is damaged"),
        new("Z02", null, Fails, "there is no imsmanifest.xml"),
        new("Z03", null, Fails, "the manifest's name is not in lower case"),
        new("Z04", null, Fails, "the package is in a folder of the zip"),
        new("Z05", null, Fails, "files are compressed in a way that LMSs do not support"),
        new("Z06", null, But, "older LMSs may refuse the zip, which is in the 64-bit format") { ErrorsOnly = true },
        new("Z07", null, Fails, "the zip is encrypted"),
        new("Z08", null, Fails, "the zip is one part of several"),
        new("Z09", null, But, "names with backslashes become wrong files on most servers"),
        new("Z10", null, Fails, "the zip tries to write outside its folder ({0})"),
        new("Z11", null, Fails, "the zip contains links or devices, which careful LMSs refuse"),
        new("Z12", null, Fails, "the zip unpacks to far more than a course has"),
        new("Z13", null, But, "learners may get either of two files with the same name ({0})"),
        new("Z14", LmsTrait.StrictNames, But, "two files may become one ({0})"),
        new("Z15", LmsTrait.StrictNames, But, "files with letters beyond ASCII may not be found ({0})"),
        new("Z16", LmsTrait.StrictNames, But, "files whose names have blanks or special characters may not be found"),
        new("Z20", LmsTrait.RefusesScripts, Fails, "the LMS refuses packages with {0}") { ErrorsOnly = true },
        new("Z21", LmsTrait.RefusesScripts, Fails, "the LMS refuses packages with {0}")
        {
            Only = finding => Refused.Contains(PackagePath.Extension(finding.File)),
        },
        new("Z22", LmsTrait.RefusesArchives, But, "the LMS refuses packages with archives inside"),
        new("Z27", null, Fails, "the file is a zip around {0}; upload {0} itself"),
        new("X01", null, Fails, "the manifest (imsmanifest.xml) cannot be read"),
        new("X02", null, Fails, "the manifest declares a document type, which careful LMSs refuse"),
        new("X03", null, Fails, "the manifest is not the UTF-8 it says it is") { ErrorsOnly = true },
        new("X15", null, Unclear, "the manifest was too large to be read"),
        new("X16", null, Fails, "no XML reader knows the encoding {0} that the manifest names") { ErrorsOnly = true },
        new("X16", null, Unclear, "some XML readers do not know the encoding {0} that the manifest names")
        {
            Unless = LmsTrait.LooseEncodings,
        },
        new("X05", null, Fails, "there is something before the manifest's XML declaration"),
        new("X06", LmsTrait.LiteralPrefixes, Fails, "the LMS does not know the manifest's namespace"),
        new(
            "X10",
            LmsTrait.LiteralPrefixes,
            But,
            "the LMS does not know the manifest's prefixes, so scores or settings may be lost"
        ),
        new("X13", LmsTrait.ExactVersion, But, "the LMS may choose the API of the other standard"),
        new("M03", LmsTrait.TracksByItem, But, "records of learners are kept by identifier, and two parts share one"),
        new("M04", null, Fails, "the manifest lacks a part") { ErrorsOnly = true },
        new(
            "M07",
            LmsTrait.ExactVersion,
            But,
            "the LMS chooses how to talk to the course by the version, which is not written as it must be"
        ),
        new("M10", null, Fails, "there is nothing to start") { Only = finding => !HasResources(finding) },
        new("M10", null, Fails, "there is nothing to start: the manifest has no organization")
        {
            Only = HasResources,
            Unless = LmsTrait.ResourcesAsItems,
        },
        new(
            "M10",
            LmsTrait.ResourcesAsItems,
            But,
            "the menu lists the resources of the package, as the manifest has no other menu"
        )
        {
            Only = HasResources,
        },
        new("M11", LmsTrait.DefaultOrganization, But, "learners get only one of several menus (organizations)"),
        new("M12", LmsTrait.TitlesNeeded, Fails, "the import fails without a title"),
        new("M13", LmsTrait.TitlesNeeded, Fails, "the import fails without a title"),
        new("M14", LmsTrait.ShortTitles, Fails, "the database of the LMS has room for 255 characters of a title")
        {
            ErrorsOnly = true,
        },
        .. NotOpening("M15", "{0} [refers to a resource that is|refer to resources that are] not in the manifest"),
        new("M26", LmsTrait.OneItemOnly, But, "the LMS opens one part of several, and the rest is lost"),
        new("M27", LmsTrait.TracksByItem, But, "learners lose what they did in the release before")
        {
            ErrorsOnly = true,
        },
        .. NotOpening("R02", "{0} [names|name] no page to open"),
        new(
            "R03",
            LmsTrait.UntrackedAssets,
            But,
            "the LMS records nothing: the manifest does not say that the page reports (is a SCO)"
        )
        {
            ErrorsOnly = true,
            IsMute = true,
        },
        new(
            "R04",
            LmsTrait.UntrackedAssets,
            But,
            "the LMS may record nothing: “scormtype” is not written as it must be"
        ),
        new("R06", null, But, "nothing is recorded: no page is marked as one that reports (SCO)") { IsMute = true },
        .. NotOpening("R07", "{0} [is|are] not in the package", nothing: Missing),
        new("R08", null, But, "the course lacks {0}"),
        .. NotOpening("R14", "{0} [begins|begin] at the root of the server"),
        .. NotOpening("R16", "{0} [leads|lead] out of the package"),
        new("R19", null, But, "the course opens pages from elsewhere, which cannot report to an LMS"),
        new("R23", null, But, "the first page is not a web page"),
        new("R24", LmsTrait.FirstResource, But, "the LMS opens another page than the course begins with"),
        new("R25", LmsTrait.BaseNames, But, "files with the same name in several folders replace each other"),
        .. NotOpening("R27", "{0}, and the LMS distinguishes upper and lower case", LmsTrait.ExactCase),
        new(
            "R27",
            null,
            Unclear,
            "the course opens only if the server of the LMS ignores upper and lower case, and most do not: {0}"
        )
        {
            Part = Affects.Everything,
            Unless = LmsTrait.ExactCase,
        },
        new("R27", null, But, "a part opens only if the server ignores upper and lower case, and most do not: {0}")
        {
            Unless = LmsTrait.ExactCase,
            Only = finding => finding.Affects is Affects.FirstPart or Affects.OnePart,
        },
        new("R27", LmsTrait.ExactCase, But, "files are not found, as their upper and lower case differs: {0}")
        {
            Part = Affects.Unstated,
        },
        new("A12", LmsTrait.MasteryOverride, But, "the mastery score is not a valid number"),
        new("A13", LmsTrait.MasteryOverride, But, "an empty mastery score is read as 0, which everybody passes"),
        new("A14", LmsTrait.MasteryOverride, But, "the LMS overrides the course's status by the mastery score"),
        new("W01", null, But, "the first page does not work without {0}") { ErrorsOnly = true },
        new("W01", null, But, "pages lack {0}") { Only = finding => finding.Severity != Severity.Error },
        new("W02", LmsTrait.ExactCase, But, "pages lack {0}, whose name differs in upper and lower case"),
        new("W03", null, But, "addresses that begin with “/” lead out of the course"),
        new("W05", null, But, "browsers block files that the course loads without encryption"),
        new("W06", LmsTrait.StrictPolicy, But, "the security policy of the LMS blocks files from other sites"),
        new("W15", null, But, "browsers no longer support the technology of some parts"),
        new("W19", null, But, "nothing is recorded: none of the scripts of the course calls the LMS")
        {
            Only = IsMutePage,
            Part = Affects.Everything,
            IsMute = true,
        },
        new("W19", null, But, "nothing is recorded of {0}: none of its scripts calls the LMS")
        {
            Only = IsMutePage,
            Part = Affects.OnePart,
        },
        new("W19", null, Opens, "{0}") { Only = finding => !IsMutePage(finding) },
        new("W20", null, But, "the course uses the other version of SCORM"),
        new("K01", null, Fails, "cmi5.xml, which describes the course, cannot be used"),
        .. NotOpening("K03", "{0} [is|are] not in the package", nothing: Missing),
        new("E01", null, Fails, "tincan.xml, which describes the course, cannot be used"),
        .. NotOpening("E03", "{0} [is|are] not in the package", nothing: Missing),
        new("I01", null, Fails, "files that describe the course are missing"),
        .. NotOpening("I02", "{0} [is|are] not in the package", nothing: Missing),
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
        new("T30", LmsTrait.SandboxedFrame, But, "parts of the course do not work in the sandboxed frame of the LMS"),
    ];

    private static bool HasResources(Finding finding) => finding.Subject == ItemChecks.Resources;

    private static bool IsMutePage(Finding finding) => finding.Severity != Severity.Note;

    /// <summary>Returns the consequences of a page that does not open, by its place in the package.</summary>
    private static IEnumerable<Consequence> NotOpening(
        string rule,
        string why,
        LmsTrait? trait = null,
        string nothing = "nothing opens"
    )
    {
        yield return new(rule, trait, Fails, $"{nothing}: {why}") { Part = Affects.Everything };
        if (trait is null)
            yield return new(rule, LmsTrait.OneItemOnly, Fails, $"the LMS opens the first part only: {why}")
            {
                Part = Affects.FirstPart,
            };
        yield return new(rule, trait, But, $"the first part does not open: {why}") { Part = Affects.FirstPart };
        yield return new(rule, trait, But, $"a part does not open: {why}") { Part = Affects.OnePart };
    }
}

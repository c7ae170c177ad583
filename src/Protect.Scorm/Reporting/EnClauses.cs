using static Protect.Scorm.Reporting.Judgement;

namespace Protect.Scorm.Reporting;

/// <summary>
/// Clauses of EN 301 549 V3.2.1 (2021-03), without those of chapter 9 that repeat WCAG 2.1. A chapter without a clause
/// for web content is one row.
/// </summary>
internal static class EnClauses
{
    /// <summary>Number of the clause that is judged by all criteria.</summary>
    public const string Conformance = "9.6";

    private const string NoVideo = "This package has no video.",
        NoParts = "Web content has no physical parts. Keyboard and screen belong to the learner's device.";

    /// <summary>Numbers, names and judgements in the order of the standard.</summary>
    public static IReadOnlyList<(string Number, string Name, Func<AccessibilityFacts, Judgement> Judge)> All { get; } =
    [
        (
            "5.1",
            "Closed functionality",
            _ =>
                NotApplicable(
                    "The course runs in the learner's own browser, with the learner's own assistive technology."
                )
        ),
        (
            "5.2",
            "Activation of accessibility features",
            _ =>
                NotApplicable(
                    "No accessibility feature has to be activated: captions are on, and colours, contrast, motion and "
                        + "text size follow the system and the browser."
                )
        ),
        ("5.3", "Biometrics", _ => NotApplicable("A package uses no biological characteristics.")),
        (
            "5.4",
            "Preservation of accessibility information during conversion",
            _ => NotApplicable("A package converts nothing.")
        ),
        ("5.5", "Operable parts", _ => NotApplicable(NoParts)),
        (
            "5.6",
            "Locking or toggle controls",
            _ =>
                NotTested(
                    "The bookmark is a button with two states. Its state is exposed to screen readers and shown "
                        + "by its shape and text. Nobody listened to it.",
                    ReleaseTest.Axe
                )
        ),
        ("5.7", "Key repeat", _ => NotApplicable(NoParts)),
        ("5.8", "Double-strike key acceptance", _ => NotApplicable(NoParts)),
        (
            "5.9",
            "Simultaneous user actions",
            _ => NotApplicable("No function needs two keys or two fingers at the same time.", ReleaseTest.Habits)
        ),
        ("6", "ICT with two-way voice communication", _ => NotApplicable("A package has no voice or video calls.")),
        (
            "7.1.1",
            "Captioning playback",
            course =>
                course.HasVideo
                    ? Met(
                        "Captions are shown from the start; the learner turns them off with the browser's player.",
                        ReleaseTest.Captions
                    )
                    : NotApplicable(NoVideo)
        ),
        (
            "7.1.2",
            "Captioning synchronization",
            course =>
                course.HasVideo
                    ? NotTested(
                        "The browser shows each caption at the time in the author's file. Nobody measured the "
                            + "difference."
                    )
                    : NotApplicable(NoVideo)
        ),
        (
            "7.1.3",
            "Preservation of captioning",
            _ => NotApplicable("A package transmits, converts and records no video.")
        ),
        (
            "7.1.4",
            "Captions characteristics",
            course =>
                course.HasVideo
                    ? NotTested(
                        "Captions are text that the browser draws. Where the system or the browser has settings for "
                            + "captions, they apply; the package has none of its own."
                    )
                    : NotApplicable(NoVideo)
        ),
        (
            "7.1.5",
            "Spoken subtitles",
            course =>
                course.HasVideo
                    ? NotMet(
                        "The package has no mode that speaks the captions. A screen reader can read the "
                            + "transcript below the video aloud."
                    )
                    : NotApplicable(NoVideo)
        ),
        (
            "7.2.1",
            "Audio description playback",
            course =>
                course.HasVideo
                    ? NotMet(
                        "The package offers no way to choose an audio description. The transcript has to "
                            + "describe what is seen."
                    )
                    : NotApplicable(NoVideo)
        ),
        (
            "7.2.2",
            "Audio description synchronization",
            _ => NotApplicable("The package has no mechanism to play audio descriptions.")
        ),
        (
            "7.2.3",
            "Preservation of audio description",
            _ => NotApplicable("A package transmits, converts and records no video.")
        ),
        (
            "7.3",
            "User controls for captions and audio description",
            course =>
                NotApplicable(course.HasVideo ? "A course is mainly text and exercises, not mainly video." : NoVideo)
        ),
        ("8", "Hardware", _ => NotApplicable("A package is not hardware.")),
        (Conformance, "WCAG conformance requirements", _ => NotTested("")),
        (
            "10",
            "Non-web documents",
            course =>
                course.Downloads > 0
                    ? NotTested(
                        $"Number of files to download: {course.Downloads}. Neither the build nor a person checked "
                            + "whether they are accessible."
                    )
                    : NotApplicable(
                        "This package has no document to download. The pages to print are web pages, see chapter 9."
                    )
        ),
        (
            "11.7",
            "User preferences",
            _ =>
                NotTested(
                    "The course follows the colour scheme, forced colours, reduced motion and text size of the "
                        + "system and the browser. Units of measurement and typeface were not tested.",
                    ReleaseTest.Axe,
                    ReleaseTest.ForcedColours,
                    ReleaseTest.Reflow
                )
        ),
        (
            "11, without 11.7",
            "Software",
            _ =>
                NotApplicable(
                    "Software that is web content is in chapter 9. A package is not an authoring tool (11.8), "
                        + "and neither platform software nor assistive technology."
                )
        ),
        (
            "12.1.1",
            "Accessibility and compatibility features",
            _ =>
                NotTested(
                    "“What learners can use” on this page lists and explains the features. The "
                        + "organisation must make it available to learners."
                )
        ),
        (
            "12.1.2",
            "Accessible documentation",
            _ =>
                NotTested(
                    "This page is one HTML file, tested automatically. Like the course, no person tested it.",
                    ReleaseTest.AxeOnReports,
                    ReleaseTest.Sniffer
                )
        ),
        ("12.2.2", "Information on accessibility and compatibility features", Support),
        ("12.2.3", "Effective communication", Support),
        ("12.2.4", "Accessible documentation", Support),
        (
            "13",
            "ICT providing relay or emergency service access",
            _ =>
                NotApplicable(
                    "A package provides no relay service and makes no calls. Phone numbers in a course are texts "
                        + "or links."
                )
        ),
    ];

    /// <summary>Judges clause 9.6, which requires that every criterion of level A and AA is met.</summary>
    public static Judgement ConformanceOf(IEnumerable<StatementRow> criteria)
    {
        string[] faults =
        [
            .. criteria
                .Where(row =>
                    row.Result is StatementResult.PartlyMet or StatementResult.NotMet && row.Clause is not null
                )
                .Select(row => row.Number),
        ];
        return faults.Length > 0
            ? NotMet(
                "A page conforms only when it meets every criterion of level A and AA. Not completely met: "
                    + $"{string.Join(", ", faults)}."
            )
            : NotTested(
                "A page conforms only when it meets every criterion of level A and AA. This page does not claim that, "
                    + "because people have to test the rows above."
            );
    }

    private static Judgement Support(AccessibilityFacts course) =>
        NotTested(
            course.Organisation is { } name
                ? $"Support for learners is the task of {name}, which must judge this row."
                : "Support for learners is the task of the organisation that offers the course. It must judge this row."
        );
}

using static Protect.Scorm.Reporting.Judgement;

namespace Protect.Scorm.Reporting;

/// <summary>Criteria of principle 1 of WCAG 2.2, Perceivable.</summary>
internal static class CriteriaOfSeeing
{
    private const string NoMedia = "This package plays no video and no audio.",
        NoVideo = "This package has no video.";

    public static IReadOnlyList<SuccessCriterion> All { get; } =
    [
        new(
            "1.1.1",
            "Non-text Content",
            "A",
            course =>
                NotTested(
                    (
                        course.Pictures == 0
                            ? "The pages show no picture; icons of the player are hidden from screen readers. "
                            : "The build refuses a picture that has no text alternative and is not decoration. "
                    )
                        + (
                            course.Pictures + course.Media.Count == 0
                                ? "Nobody checked this with a screen reader."
                                : "Only people can judge whether a text alternative says what matters."
                        ),
                    ReleaseTest.Picture
                )
        )
        {
            Axe = ["image-alt", "input-image-alt", "role-img-alt", "svg-img-alt"],
        },
        new(
            "1.2.1",
            "Audio-only and Video-only (Prerecorded)",
            "A",
            course =>
                course.HasMedia
                    ? NotTested(
                        "Every video and recording has a transcript: the build refuses one without. Nobody "
                            + "compared the transcript with what is heard and seen."
                    )
                    : NotApplicable(NoMedia)
        ),
        new(
            "1.2.2",
            "Captions (Prerecorded)",
            "A",
            course =>
                course.HasVideo
                    ? NotTested(
                        "Every video has captions: the build refuses one without. They are shown from the start. "
                            + "Nobody compared them with what is heard.",
                        ReleaseTest.Captions
                    )
                    : NotApplicable(NoVideo)
        ),
        new(
            "1.2.3",
            "Audio Description or Media Alternative (Prerecorded)",
            "A",
            course =>
                course.HasVideo
                    ? NotTested(
                        "Below every video is its transcript, which must describe speech and pictures. Nobody checked "
                            + "that it does."
                    )
                    : NotApplicable(NoVideo)
        ),
        new("1.2.4", "Captions (Live)", "AA", _ => NotApplicable("A package has no live video and no live audio.")),
        new(
            "1.2.5",
            "Audio Description (Prerecorded)",
            "AA",
            course =>
                course.HasVideo
                    ? NotTested(
                        "No video of this package has an audio description, and the player cannot play one. The "
                            + "criterion is met only for a video whose sound already tells everything that is "
                            + "seen, or "
                            + "that has no sound. Nobody checked this."
                    )
                    : NotApplicable(NoVideo)
        ),
        new(
            "1.3.1",
            "Info and Relationships",
            "A",
            _ =>
                NotTested(
                    "Headings, lists, tables, groups of options and labels are marked as such. Only people can judge "
                        + "whether the author used them for what they are.",
                    ReleaseTest.Sniffer,
                    ReleaseTest.RolesAndNames,
                    ReleaseTest.Trees
                )
        )
        {
            Axe = ["list", "listitem", "definition-list", "th-has-data-cells", "td-headers-attr"],
        },
        new(
            "1.3.2",
            "Meaningful Sequence",
            "A",
            _ =>
                NotTested(
                    "The order in the page is the order of the author's file. Only people can judge whether it "
                        + "makes sense when it is read aloud.",
                    ReleaseTest.Trees
                )
        ),
        new(
            "1.3.3",
            "Sensory Characteristics",
            "A",
            _ =>
                NotTested(
                    "Only people can judge whether a text refers to something by its shape, colour, place or "
                        + "sound alone."
                )
        ),
        new(
            "1.3.4",
            "Orientation",
            "AA",
            _ =>
                Met(
                    "Neither the program nor the styles ask for the orientation of the screen. The pages were "
                        + "tested in upright and in wide windows.",
                    ReleaseTest.Habits,
                    ReleaseTest.Axe
                )
        ),
        new(
            "1.3.5",
            "Identify Input Purpose",
            "AA",
            _ => NotApplicable("No field of a package is for data about the learner, such as name, address or e-mail.")
        ),
        new(
            "1.4.1",
            "Use of Color",
            "A",
            _ =>
                NotTested(
                    "Verdicts, progress and states have words or shapes as well as colour. Only people can judge the "
                        + "texts and pictures of the course."
                )
        )
        {
            Axe = ["link-in-text-block"],
        },
        new(
            "1.4.2",
            "Audio Control",
            "A",
            course =>
                course.HasMedia
                    ? Met("Videos and recordings start only when the learner starts them.", ReleaseTest.Habits)
                    : NotApplicable(NoMedia)
        ),
        new(
            "1.4.3",
            "Contrast (Minimum)",
            "AA",
            course =>
                course.Pictures == 0 && !course.HasVideo
                    ? Met("Text has enough contrast in light and dark.")
                    : NotTested(
                        "Text of the pages has enough contrast in light and dark. Nobody checked the lettering inside "
                            + "pictures and videos."
                    )
        )
        {
            Axe = ["color-contrast"],
        },
        new(
            "1.4.4",
            "Resize Text",
            "AA",
            _ =>
                NotTested(
                    "With text at twice the size no page scrolls sideways, and the page can be enlarged. Nobody "
                        + "looked for texts that overlap.",
                    ReleaseTest.Reflow
                )
        )
        {
            Axe = ["meta-viewport"],
        },
        new(
            "1.4.5",
            "Images of Text",
            "AA",
            course =>
                course.Pictures > 0 ? NotTested("Nobody checked whether a picture of the course shows text.")
                : course.HasLogo ? NotTested("The only picture is the logo; its name is written next to it.")
                : NotApplicable("This package shows no picture.")
        ),
        new(
            "1.4.10",
            "Reflow",
            "AA",
            _ => Met("At 320 CSS pixels no page scrolls sideways.", ReleaseTest.Reflow, ReleaseTest.RightToLeft)
        ),
        new(
            "1.4.11",
            "Non-text Contrast",
            "AA",
            _ =>
                NotTested(
                    "The colours of controls and of the focus are chosen for 3:1 and more. No automatic test measures "
                        + "them, and nobody checked the pictures.",
                    ReleaseTest.ForcedColours
                )
        ),
        new(
            "1.4.12",
            "Text Spacing",
            "AA",
            _ => Met("With the spacing that the criterion names, no text is cut off.", ReleaseTest.Spacing)
        )
        {
            Axe = ["avoid-inline-spacing"],
        },
        new(
            "1.4.13",
            "Content on Hover or Focus",
            "AA",
            _ =>
                NotApplicable(
                    "Nothing is added to a page when the pointer or the focus is on something. Definitions and "
                        + "notes open with a click or a key, and close with Escape.",
                    ReleaseTest.Habits,
                    ReleaseTest.Terms
                )
        ),
    ];
}

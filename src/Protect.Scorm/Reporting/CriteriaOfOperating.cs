using static Protect.Scorm.Reporting.Judgement;

namespace Protect.Scorm.Reporting;

/// <summary>Criteria of principle 2 of WCAG 2.2, Operable.</summary>
internal static class CriteriaOfOperating
{
    public static IReadOnlyList<SuccessCriterion> All { get; } =
    [
        new(
            "2.1.1",
            "Keyboard",
            "A",
            course =>
                course.HasMedia
                    ? NotTested(
                        "The course works with the keyboard alone. The controls of videos and recordings are "
                            + "those of the browser and were not tested.",
                        ReleaseTest.Keyboard,
                        ReleaseTest.KeyboardKinds,
                        ReleaseTest.Moves
                    )
                    : Met(
                        "The course works with the keyboard alone.",
                        ReleaseTest.Keyboard,
                        ReleaseTest.KeyboardKinds,
                        ReleaseTest.Moves
                    )
        )
        {
            Axe = ["scrollable-region-focusable", "server-side-image-map"],
        },
        new(
            "2.1.2",
            "No Keyboard Trap",
            "A",
            _ =>
                Met(
                    "Tab leads through a page to its end. Dialogs and definitions close with Escape.",
                    ReleaseTest.Keyboard,
                    ReleaseTest.Terms,
                    ReleaseTest.Support
                )
        ),
        new(
            "2.1.4",
            "Character Key Shortcuts",
            "A",
            _ =>
                NotApplicable(
                    "The player has no shortcut with a letter, digit or sign. Its only shortcut is the Shift key "
                        + "pressed three times, which leaves the course quickly.",
                    ReleaseTest.Habits
                )
        ),
        new(
            "2.2.1",
            "Timing Adjustable",
            "A",
            _ =>
                NotApplicable(
                    "A course has no time limit, and neither has its assessment. The login of an LMS can have "
                        + "one; that is not part of the package."
                )
        ),
        new(
            "2.2.2",
            "Pause, Stop, Hide",
            "A",
            course =>
                course.HasMovingPicture
                    ? NotTested(
                        "Nothing of the player moves by itself for more than 5 seconds. Nobody checked whether the "
                            + "moving pictures of this course do.",
                        ReleaseTest.Animations,
                        ReleaseTest.Habits
                    )
                    : Met(
                        "No animation that starts by itself lasts longer than 5 seconds, and nothing scrolls or "
                            + "blinks.",
                        ReleaseTest.Animations,
                        ReleaseTest.Habits
                    )
        )
        {
            Axe = ["blink", "marquee"],
        },
        new(
            "2.3.1",
            "Three Flashes or Below Threshold",
            "A",
            course =>
                course.HasVideo || course.HasMovingPicture
                    ? NotTested("The player does not flash. Nobody checked the videos and moving pictures for flashes.")
                    : NotApplicable("The player does not flash, and the package has no video and no moving picture.")
        ),
        new(
            "2.4.1",
            "Bypass Blocks",
            "A",
            _ => Met("The first stop of the Tab key is a link to the content.", ReleaseTest.Keyboard)
        )
        {
            Axe = ["bypass"],
        },
        new(
            "2.4.2",
            "Page Titled",
            "A",
            _ =>
                NotTested(
                    "Every page has a title: its heading and the name of the course. Only people can judge "
                        + "whether the author's heading describes the page."
                )
        )
        {
            Axe = ["document-title"],
        },
        new(
            "2.4.3",
            "Focus Order",
            "A",
            _ =>
                NotTested(
                    "The focus follows the order of the page, and moves to the new heading when a page is "
                        + "turned. Only people can judge whether the order keeps the meaning everywhere.",
                    ReleaseTest.FocusFollows,
                    ReleaseTest.Keyboard
                )
        ),
        new(
            "2.4.4",
            "Link Purpose (In Context)",
            "A",
            _ => NotTested("Every link has a text. Only people can judge whether it says where the link leads.")
        )
        {
            Axe = ["link-name", "area-alt"],
        },
        new(
            "2.4.5",
            "Multiple Ways",
            "AA",
            course =>
                course.Pages == 1 ? NotApplicable("This course has one page.")
                : course.HasSearch
                    ? Met("Pages are reached by the menu, by search, and one after the other.", ReleaseTest.Search)
                : Met("Pages are reached by the menu and one after the other.", ReleaseTest.FocusFollows)
        ),
        new(
            "2.4.6",
            "Headings and Labels",
            "AA",
            _ => NotTested("Only people can judge whether headings and labels describe their topic or purpose.")
        ),
        new(
            "2.4.7",
            "Focus Visible",
            "AA",
            _ =>
                Met(
                    "Every control shows the focus, in light, in dark and in forced colours.",
                    ReleaseTest.Focus,
                    ReleaseTest.ForcedColours
                )
        ),
        new(
            "2.4.11",
            "Focus Not Obscured (Minimum)",
            "AA",
            _ => Met("Nothing covers a control with the focus completely.", ReleaseTest.Focus)
        )
        {
            IsNew = true,
        },
        new(
            "2.5.1",
            "Pointer Gestures",
            "A",
            _ => NotApplicable("No function needs several fingers or a path of the pointer.", ReleaseTest.Habits)
        ),
        new(
            "2.5.2",
            "Pointer Cancellation",
            "A",
            _ =>
                Met(
                    "All controls are those of the browser, which can be left before the pointer is released. A "
                        + "dragged item returns with Escape, or when it is dragged back.",
                    ReleaseTest.Habits,
                    ReleaseTest.Dragged
                )
        ),
        new(
            "2.5.3",
            "Label in Name",
            "A",
            _ =>
                NotTested(
                    "Names of controls are their visible texts, with an addition for some. No automatic test compares "
                        + "all of them.",
                    ReleaseTest.Trees
                )
        ),
        new(
            "2.5.4",
            "Motion Actuation",
            "A",
            _ => NotApplicable("No function uses the motion of the device or of the learner.", ReleaseTest.Habits)
        ),
        new(
            "2.5.7",
            "Dragging Movements",
            "AA",
            _ =>
                Met(
                    "Buttons or lists next to dragged items do the same.",
                    ReleaseTest.KeyboardKinds,
                    ReleaseTest.Dragged
                )
        )
        {
            IsNew = true,
        },
        new(
            "2.5.8",
            "Target Size (Minimum)",
            "AA",
            _ => Met("Controls measure at least 24 by 24 CSS pixels or have that room around them.")
        )
        {
            Axe = ["target-size"],
            IsNew = true,
        },
    ];
}

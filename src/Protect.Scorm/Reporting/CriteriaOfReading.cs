using static Protect.Scorm.Reporting.Judgement;

namespace Protect.Scorm.Reporting;

/// <summary>Criteria of principles 3 and 4 of WCAG 2.2, Understandable and Robust.</summary>
internal static class CriteriaOfReading
{
    private const string NoQuestion = "This course asks no question.";

    public static IReadOnlyList<SuccessCriterion> All { get; } =
    [
        new(
            "3.1.1",
            "Language of Page",
            "A",
            _ => Met("Every page declares the language that the author gave for the course.")
        )
        {
            Axe = ["html-has-lang", "html-lang-valid", "html-xml-lang-mismatch"],
        },
        new(
            "3.1.2",
            "Language of Parts",
            "AA",
            _ =>
                NotTested(
                    "Texts that are not translated yet are marked with their language. Only people can find words of "
                        + "another language inside a text."
                )
        )
        {
            Axe = ["valid-lang"],
        },
        new(
            "3.2.1",
            "On Focus",
            "A",
            _ => Met("No control does anything when it gets the focus.", ReleaseTest.Habits, ReleaseTest.Focus)
        ),
        new(
            "3.2.2",
            "On Input",
            "A",
            course =>
                course.Languages.Count > 1
                    ? NotTested(
                        "An answer takes effect with a button. A choice in the list of languages changes the "
                            + "language of the page at once; nobody judged whether learners expect this."
                    )
                    : NotTested(
                        "An answer takes effect with a button. No automatic test tries every field.",
                        ReleaseTest.KeyboardKinds
                    )
        ),
        new(
            "3.2.3",
            "Consistent Navigation",
            "AA",
            _ =>
                Met(
                    "All pages are in one document, with the same header, the same menu and the same buttons in "
                        + "the same order.",
                    ReleaseTest.Trees
                )
        ),
        new(
            "3.2.4",
            "Consistent Identification",
            "AA",
            _ => Met("Each text of the player is written once per language and used everywhere.", ReleaseTest.Trees)
        ),
        new(
            "3.2.6",
            "Consistent Help",
            "A",
            course =>
                course.Support is not null
                    ? Met("The support note is in the header of every page, at the same place.", ReleaseTest.Support)
                : course.Contact is not null
                    ? Met(
                        "The contact of the organisation is at the end of the menu, the same for every page.",
                        ReleaseTest.Trees
                    )
                : NotApplicable("This course names no contact and has no support note.")
        )
        {
            IsNew = true,
        },
        new(
            "3.3.1",
            "Error Identification",
            "A",
            course =>
                course.Questions == 0
                    ? NotApplicable(NoQuestion)
                    : Met(
                        "A question without an answer is named in text, with a link to it in the assessment.",
                        ReleaseTest.Unanswered
                    )
        ),
        new(
            "3.3.2",
            "Labels or Instructions",
            "A",
            course =>
                course.Questions == 0 && !course.HasPrivateNotes && !course.HasSearch
                    ? Met("The only field of the player, the learner's notes, has a label.")
                    : Met(
                        "Every field has a label, and every kind of question has an instruction.",
                        ReleaseTest.RolesAndNames
                    )
        )
        {
            Axe = ["form-field-multiple-labels"],
        },
        new(
            "3.3.3",
            "Error Suggestion",
            "AA",
            course =>
                course.Questions == 0
                    ? NotApplicable(NoQuestion)
                    : NotTested(
                        "The message about a missing or unusable answer says what to enter. No automatic test makes "
                            + "every mistake, and no person judged the messages.",
                        ReleaseTest.Unanswered
                    )
        ),
        new(
            "3.3.4",
            "Error Prevention (Legal, Financial, Data)",
            "AA",
            course =>
                Met(
                    (
                        course.HasAssessment
                            ? "Answers of the assessment can be changed until they are handed in; unanswered questions "
                                + "are listed first. "
                            : ""
                    )
                        + "The button that deletes all data on this device asks before it acts. A single note that is "
                        + "deleted from the device stays on its page, where it can be kept again. The progress that "
                        + "the LMS has is not deleted.",
                    course.HasAssessment ? [ReleaseTest.Unanswered, ReleaseTest.Deleted] : [ReleaseTest.Deleted]
                )
        ),
        new(
            "3.3.7",
            "Redundant Entry",
            "A",
            _ =>
                NotApplicable(
                    "No step asks again for something that the learner has entered, except questions that are "
                        + "answered again on purpose."
                )
        )
        {
            IsNew = true,
        },
        new(
            "3.3.8",
            "Accessible Authentication (Minimum)",
            "AA",
            _ => NotApplicable("A package has no login. The login of the LMS is not part of the package.")
        )
        {
            IsNew = true,
        },
        new(
            "4.1.1",
            "Parsing",
            "A",
            _ =>
                Met(
                    "WCAG 2.2 no longer has this criterion; EN 301 549 V3.2.1 still does. The build refuses HTML "
                        + "that is broken or uses an id twice."
                )
        ),
        new(
            "4.1.2",
            "Name, Role, Value",
            "A",
            course =>
                course.HasMedia
                    ? NotTested(
                        "Controls of the player have names, roles and states. The controls of videos and "
                            + "recordings are those of the browser and were not tested.",
                        ReleaseTest.AxeOnViews,
                        ReleaseTest.RolesAndNames,
                        ReleaseTest.Trees,
                        ReleaseTest.Sniffer
                    )
                    : Met(
                        "Controls have names, roles and states.",
                        ReleaseTest.AxeOnViews,
                        ReleaseTest.RolesAndNames,
                        ReleaseTest.Trees,
                        ReleaseTest.Sniffer
                    )
        )
        {
            Axe =
            [
                "aria-allowed-attr",
                "aria-required-attr",
                "aria-roles",
                "aria-valid-attr",
                "aria-valid-attr-value",
                "button-name",
                "label",
                "select-name",
                "summary-name",
            ],
        },
        new(
            "4.1.3",
            "Status Messages",
            "AA",
            _ =>
                NotTested(
                    "Verdicts, notices and the state of saving are marked as status messages. No automatic test "
                        + "waits for each of them, and no person listened.",
                    ReleaseTest.Moves,
                    ReleaseTest.Trees
                )
        ),
    ];
}

using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>Element of the SCORM 1.2 data model that the player uses (RTE 1.2, 3.4).</summary>
/// <param name="Name">Name in the standard, with <c>n</c> for an index.</param>
/// <param name="IsSent">True when the player sets it; false when the player only reads it.</param>
/// <param name="Holds">Content, in plain words.</param>
/// <param name="Why">Purpose, in a sentence.</param>
public sealed record DataElement(string Name, bool IsSent, string Holds, string Why);

/// <summary>
/// Table of the elements a course uses, with their purpose. A test compares it with the player's code.
/// </summary>
public static class DataModelUse
{
    private static readonly (DataElement Element, Func<Course, bool>? When)[] Table =
    [
        (
            Sent(
                "cmi.core.lesson_status",
                "incomplete, completed, passed or failed",
                "The LMS shows who has finished the course."
            ),
            null
        ),
        (Sent("cmi.core.score.raw", "the best result in percent", "The LMS shows the result."), IsScored),
        (Sent("cmi.core.score.min", "0", "Lowest possible result."), IsScored),
        (Sent("cmi.core.score.max", "100", "Highest possible result."), IsScored),
        (
            Sent("cmi.core.lesson_location", "the id of the page that is open", "The learner returns to that page."),
            null
        ),
        (
            Sent(
                "cmi.suspend_data",
                "pages seen, options chosen, attempts and the best result, as bits",
                "The learner continues where they left off; it contains no text that they wrote."
            ),
            null
        ),
        (
            Sent(
                "cmi.core.session_time",
                "the time of this visit in which the page was visible and used",
                "The LMS adds up the time of all visits."
            ),
            null
        ),
        (Sent("cmi.core.exit", "“suspend”", "The LMS keeps the progress for the next visit."), null),
        (
            Sent(
                "cmi.interactions.n.id",
                "the id of a question and the number of the attempt",
                "Reports can name the question."
            ),
            HasJournal
        ),
        (
            Sent("cmi.interactions.n.type", "the kind of the question", "Reports interpret the answer by it."),
            HasJournal
        ),
        (
            Sent("cmi.interactions.n.time", "the time of day of the answer", "Reports can list answers in order."),
            HasJournal
        ),
        (
            Sent(
                "cmi.interactions.n.correct_responses.n.pattern",
                "the right answer, by letters",
                "Reports show it next to the answer given."
            ),
            HasJournal
        ),
        (
            Sent("cmi.interactions.n.weighting", "the points of the question", "Reports can weight the answer."),
            HasJournal
        ),
        (
            Sent(
                "cmi.interactions.n.student_response",
                "the options chosen, by letters, or a number",
                "Reports show which questions were hard; it contains no text that a learner wrote."
            ),
            HasJournal
        ),
        (
            Sent("cmi.interactions.n.result", "correct, wrong or neutral", "Reports show which questions were hard."),
            HasJournal
        ),
        (
            Sent("cmi.interactions.n.latency", "the time it took to answer", "Reports show which questions took long."),
            HasJournal
        ),
        (
            Read("cmi.interactions._count", "how many answers the LMS has", "New answers are added after them."),
            HasJournal
        ),
        (
            Read(
                "cmi.core.student_id",
                "the learner's id in the LMS",
                "It finds this learner's copy on a shared computer, where only a salted hash is kept; nothing is sent."
            ),
            null
        ),
        (
            Read(
                "cmi.core.credit",
                "whether this visit counts",
                "In a visit without credit the course reports no result."
            ),
            null
        ),
        (
            Read(
                "cmi.core.lesson_mode",
                "whether the course is opened for review only",
                "Nothing is recorded in a review."
            ),
            null
        ),
        (
            Read(
                "cmi.student_data.mastery_score",
                "the pass mark of the LMS",
                "The course applies the same pass mark."
            ),
            null
        ),
    ];

    /// <summary>All elements the player knows.</summary>
    public static IReadOnlyList<DataElement> All { get; } = [.. Table.Select(row => row.Element)];

    /// <summary>Returns the elements this course sends and reads.</summary>
    internal static IReadOnlyList<DataElement> Of(Course course) =>
        [.. Table.Where(row => row.When?.Invoke(course) != false).Select(row => row.Element)];

    private static bool IsScored(Course course) => course.AssessmentPage is not null;

    private static bool HasJournal(Course course) => course.Tracking.Interactions && course.Questions.Any();

    private static DataElement Sent(string name, string holds, string why) => new(name, true, holds, why);

    private static DataElement Read(string name, string holds, string why) => new(name, false, holds, why);
}

using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>An element of the SCORM 1.2 data model that the browser program uses (RTE 1.2, 3.4).</summary>
/// <param name="Name">As the standard writes it, with <c>n</c> for an index.</param>
/// <param name="IsSent">True: the program writes it. False: it only reads what the LMS tells.</param>
/// <param name="Holds">What is in it, in plain words.</param>
/// <param name="Why">What for.</param>
public sealed record DataElement(string Name, bool IsSent, string Holds, string Why);

/// <summary>Which elements a course uses, and why. A table; a test compares it with the program inside the packages.</summary>
public static class DataModelUse
{
    private static readonly (DataElement Element, Func<Course, bool>? When)[] Table =
    [
        (
            Sent(
                "cmi.core.lesson_status",
                "incomplete, completed, passed or failed",
                "The LMS shows who has finished."
            ),
            null
        ),
        (Sent("cmi.core.score.raw", "the best result in percent", "The LMS shows the result."), IsScored),
        (Sent("cmi.core.score.min", "0", "It says what the result is counted from."), IsScored),
        (Sent("cmi.core.score.max", "100", "It says what the result is counted to."), IsScored),
        (Sent("cmi.core.lesson_location", "the id of the page that is open", "The learner comes back to it."), null),
        (
            Sent(
                "cmi.suspend_data",
                "pages seen, options chosen, attempts and the best result, as bits",
                "The learner goes on where they were; no text that they wrote is in it."
            ),
            null
        ),
        (
            Sent(
                "cmi.core.session_time",
                "the time of this visit in which the page was visible and used",
                "The LMS adds up the time."
            ),
            null
        ),
        (Sent("cmi.core.exit", "“suspend”", "The LMS keeps what was done for the next visit."), null),
        (
            Sent(
                "cmi.interactions.n.id",
                "the id of a question and the number of the try",
                "Reports name the question."
            ),
            HasJournal
        ),
        (Sent("cmi.interactions.n.type", "the kind of the question", "Reports read the answer by it."), HasJournal),
        (Sent("cmi.interactions.n.time", "the time of day of the answer", "Reports can be put in order."), HasJournal),
        (
            Sent(
                "cmi.interactions.n.correct_responses.n.pattern",
                "the right answer, by letters",
                "Reports show it beside what was chosen."
            ),
            HasJournal
        ),
        (Sent("cmi.interactions.n.weighting", "the points of the question", "Reports can weigh it."), HasJournal),
        (
            Sent(
                "cmi.interactions.n.student_response",
                "the options chosen, by letters, or a number",
                "Reports show what was hard; no text that a learner wrote is in it."
            ),
            HasJournal
        ),
        (Sent("cmi.interactions.n.result", "correct, wrong or neutral", "Reports show what was hard."), HasJournal),
        (Sent("cmi.interactions.n.latency", "the time it took to answer", "Reports show what was hard."), HasJournal),
        (
            Read("cmi.interactions._count", "how many answers the LMS has", "New ones are added behind them."),
            HasJournal
        ),
        (
            Read(
                "cmi.core.student_id",
                "the learner's id in the LMS",
                "It finds this learner's copy on a shared computer; kept there only as a salted hash, sent nowhere."
            ),
            null
        ),
        (Read("cmi.core.credit", "whether this visit counts", "Nothing is judged in one that does not."), null),
        (Read("cmi.core.lesson_mode", "whether the course is only looked at again", "Nothing is recorded then."), null),
        (
            Read("cmi.student_data.mastery_score", "the pass mark of the LMS", "The course judges by the same mark."),
            null
        ),
    ];

    /// <summary>Every element the program knows.</summary>
    public static IReadOnlyList<DataElement> All { get; } = [.. Table.Select(row => row.Element)];

    /// <summary>What this course sends and reads.</summary>
    internal static IReadOnlyList<DataElement> Of(Course course) =>
        [.. Table.Where(row => row.When?.Invoke(course) != false).Select(row => row.Element)];

    private static bool IsScored(Course course) => course.AssessmentPage is not null;

    private static bool HasJournal(Course course) => course.Tracking.Interactions && course.Questions.Any();

    private static DataElement Sent(string name, string holds, string why) => new(name, true, holds, why);

    private static DataElement Read(string name, string holds, string why) => new(name, false, holds, why);
}

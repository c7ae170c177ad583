namespace Protect.Scorm.Reporting;

/// <summary>
/// Accessibility statement of a package: every success criterion of WCAG 2.2 of level A and AA with its clause of
/// EN 301 549 V3.2.1, and the other clauses of that standard. It claims no test by people.
/// </summary>
/// <param name="Package">The file name of the package.</param>
/// <param name="Course">Facts about the course.</param>
/// <param name="Criteria">The success criteria of WCAG.</param>
/// <param name="Clauses">The other clauses of EN 301 549.</param>
internal sealed record AccessibilityStatement(
    string Package,
    AccessibilityFacts Course,
    IReadOnlyList<StatementRow> Criteria,
    IReadOnlyList<StatementRow> Clauses
)
{
    private static readonly Version Version = typeof(AccessibilityStatement).Assembly.GetName().Version!;

    /// <summary>Release of this tool.</summary>
    public static string Tool { get; } = $"Protect.Scorm {Version.ToString(3)}";

    /// <summary>Writes the statement of a package.</summary>
    public static AccessibilityStatement Of(string package, AccessibilityFacts course)
    {
        StatementRow[] criteria = [.. SuccessCriterion.All.Select(criterion => criterion.Row(course))];
        return new(
            package,
            course,
            criteria,
            [
                .. EnClauses.All.Select(clause =>
                    RowOf(
                        clause.Number,
                        clause.Name,
                        clause.Number == EnClauses.Conformance
                            ? EnClauses.ConformanceOf(criteria)
                            : clause.Judge(course),
                        course
                    )
                ),
            ]
        );
    }

    private static StatementRow RowOf(string number, string name, Judgement judgement, AccessibilityFacts course)
    {
        bool isUntested = judgement is { Result: StatementResult.Met, Tests.Count: > 0 } && course.HasOwnTheme;
        return new()
        {
            Number = number,
            Name = name,
            Clause = number,
            Result = isUntested ? StatementResult.NotTested : judgement.Result,
            Reason = isUntested
                ? $"This package has a theme of its own. The tests ran with the default theme only. {judgement.Reason}"
                : judgement.Reason,
            Tests = judgement.Tests,
        };
    }

    /// <summary>First paragraph: the subject, and the tests that did not happen.</summary>
    public string Introduction =>
        $"This statement is about the package {Package}, version {Course.Version} of the course “{Course.Title}”"
        + (
            Course.ReleaseDate is { } date
                ? $", released on {date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}"
                : ""
        )
        + $", built with {Tool}. It was written by the build. No person with a disability and no accessibility "
        + "expert has tested this package. The automatic tests named below find only a part of all barriers. "
        + "They ran on the courses of Protect.Scorm before its release, in Chromium, not on this package; only "
        + "the “checks of this build” looked at this package itself.";

    /// <summary>Contact for learners who meet a barrier, or the request to add one.</summary>
    public string Feedback =>
        Course switch
        {
            { Contact: { } contact, Organisation: { } name } => $"Report a barrier to {name}: {contact}",
            _ => "Organisation that offers this course: add here whom learners write to or call when they meet a "
                + "barrier, "
                + "and within how many days you answer. The build found no contact: name an organisation with a "
                + "contact (build --organisation) to have it here.",
        };

    /// <summary>Features that learners can use, for the documentation of the course.</summary>
    public IEnumerable<string> Features
    {
        get
        {
            yield return "Everything works with the keyboard: Tab and Shift+Tab move, Enter and Space "
                + "press a button, arrow keys choose between options and tabs, Escape closes what has opened.";
            yield return "The first press of Tab offers a link that skips to the content.";
            yield return "Pages have headings, named areas and named controls for screen readers.";
            yield return "Text can be enlarged in the browser. At 320 CSS pixels everything is in one column.";
            yield return "Light and dark, high contrast (forced colours) and reduced motion follow the settings of the "
                + "system or browser.";
            yield return "There is no time limit.";
            yield return "The complete text can be opened on one page and printed, from the menu.";
            if (Course.HasSearch)
                yield return "The menu has a search for words in all pages.";
            if (Course.HasVideo)
                yield return "Videos show captions from the start. Below each video is its transcript.";
            if (Course.HasAudio)
                yield return "Below each recording are its captions while it plays, and its transcript.";
            if (Course.Support is { } support)
                yield return $"“{support}” is a button at the top of every page.";
        }
    }

    /// <summary>Counts the rows with this result.</summary>
    public int Count(StatementResult result) => Criteria.Concat(Clauses).Count(row => row.Result == result);
}

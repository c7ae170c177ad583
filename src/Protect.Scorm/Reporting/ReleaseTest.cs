namespace Protect.Scorm.Reporting;

/// <summary>
/// Automatic test of this project that an accessibility statement names. It runs before a release, on the courses of
/// the repository, and never on the package of the statement.
/// </summary>
/// <param name="Name">The name of the test, as the test run prints it.</param>
internal sealed record ReleaseTest(string Name)
{
    public static readonly ReleaseTest Axe = new(
        "axe finds no fault on any page of a course, in light and dark, narrow and wide"
    );
    public static readonly ReleaseTest AxeOnViews = new(
        "axe finds no fault in feedback, results, the privacy view and the closing view"
    );
    public static readonly ReleaseTest AxeOnReports = new(
        "axe finds no fault in the package reports, and they fit a narrow screen"
    );
    public static readonly ReleaseTest Sniffer = new(
        "HTML_CodeSniffer finds no error on any page of a course, nor in the package reports"
    );
    public static readonly ReleaseTest Reflow = new(
        "No page scrolls sideways at 320 pixels, nor with text at twice the size"
    );
    public static readonly ReleaseTest Spacing = new(
        "With the text spacing of WCAG 1.4.12 no page scrolls sideways and no text is cut off"
    );
    public static readonly ReleaseTest Focus = new(
        "Every control of every page shows the focus, and nothing covers it completely"
    );
    public static readonly ReleaseTest Keyboard = new(
        "A course can be completed with the keyboard alone, and the focus is where the learner looks"
    );
    public static readonly ReleaseTest KeyboardKinds = new(
        "Each kind of question is answered and retried by keyboard, and reported in its own type"
    );
    public static readonly ReleaseTest FocusFollows = new(
        "Turning a page moves the focus to the new heading; submitting moves it to the results"
    );
    public static readonly ReleaseTest Trees = new(
        "Screen readers meet the parts of a page as the expected files show"
    );
    public static readonly ReleaseTest RolesAndNames = new(
        "Screen readers get each part of a question with its role and name"
    );
    public static readonly ReleaseTest RightToLeft = new(
        "Right to left and at 320 pixels every kind fits and has no fault, answered or not"
    );
    public static readonly ReleaseTest ForcedColours = new(
        "In forced colours the focus is visible on every control of every kind"
    );
    public static readonly ReleaseTest Habits = new(
        "The player needs no drag, motion, hover, orientation or letter key, and nothing starts by itself"
    );
    public static readonly ReleaseTest Animations = new(
        "No animation that starts by itself lasts longer than 5 seconds"
    );
    public static readonly ReleaseTest Dragged = new(
        "Items are dragged into boxes, from box to box and out again; lists and boxes always agree"
    );
    public static readonly ReleaseTest Deleted = new(
        "Data on the device are deleted at the second press only, and a double click is one press"
    );
    public static readonly ReleaseTest Captions = new("Captions of a video are shown from the start");
    public static readonly ReleaseTest Moves = new(
        "Moving a line keeps the focus on it and announces its new position"
    );
    public static readonly ReleaseTest Picture = new(
        "In a picture question, areas and list do the same, and the list works without the picture"
    );
    public static readonly ReleaseTest Unanswered = new(
        "Submitting lists the unanswered questions first; checking an empty answer asks for one"
    );
    public static readonly ReleaseTest Support = new(
        "Support is one click or key press away on every page, and closes with Escape"
    );
    public static readonly ReleaseTest Search = new(
        "Search finds a page by the start of a word, ignoring accents and capitals, and loads on demand"
    );
    public static readonly ReleaseTest Terms = new(
        "A term opens its meaning by keyboard and closes with Escape, once per page"
    );

    /// <summary>All tests that a statement can name.</summary>
    public static IReadOnlyList<ReleaseTest> All { get; } =
    [
        Axe,
        AxeOnViews,
        AxeOnReports,
        Sniffer,
        Reflow,
        Spacing,
        Focus,
        Keyboard,
        KeyboardKinds,
        FocusFollows,
        Trees,
        RolesAndNames,
        RightToLeft,
        ForcedColours,
        Habits,
        Animations,
        Dragged,
        Deleted,
        Captions,
        Moves,
        Picture,
        Unanswered,
        Support,
        Search,
        Terms,
    ];
}

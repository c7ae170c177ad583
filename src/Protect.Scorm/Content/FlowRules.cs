using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Content;

/// <summary>Diagnostics about flow charts.</summary>
internal static class FlowRules
{
    public static readonly DiagnosticRule RepeatedBox = new("repeated-box", Error,
        "The box “{0}” is written twice.", "Give each box an id of its own.");

    public static readonly DiagnosticRule UnknownBox = new("unknown-box", Error,
        "There is no box “{0}”.{1}", "Write the id of a box of this flow chart.");

    public static readonly DiagnosticRule BoxWithoutWay = new("box-without-way", Error,
        "The box “{0}” is a dead end: no arrow leaves it, and it is not an end.", "Add “to”, “arrows” or “end: true”.");

    public static readonly DiagnosticRule EndWithArrows = new("end-with-arrows", Error,
        "The box “{0}” is an end, and an arrow leaves it.", "Remove “end: true”, or “to” and “arrows”.");

    public static readonly DiagnosticRule ToAndArrows = new("to-and-arrows", Error,
        "The box “{0}” has “to” and “arrows”.", "Keep “to” for a step, or “arrows” for a decision.");

    public static readonly DiagnosticRule SecondStart = new("second-start", Error,
        "The box “{0}” is a second start: no arrow leads to it. The start is “{1}”, the first box.", "Let an arrow lead there, or make a flow chart of its own.");

    public static readonly DiagnosticRule UnreachableBox = new("unreachable-box", Error,
        "No path from the start reaches the box “{0}”.", "Let an arrow of a box that can be reached lead there.");

    public static readonly DiagnosticRule EndlessBox = new("endless-box", Error,
        "From the box “{0}” no end can be reached.", "Add an arrow that leads out, or “end: true”.");

    public static readonly DiagnosticRule TooManyBoxes = new("too-many-boxes", Error,
        "The flow chart has {0} boxes; people can follow {1} at most.", "Divide it: one flow chart per decision, or a table.");

    public static readonly DiagnosticRule FlowTooWide = new("flow-too-wide", Warning,
        "The flow chart needs {0} columns and is drawn with {1} at most: everyone gets the list.", "Let fewer paths run in parallel, or make two flow charts.");

    public static readonly DiagnosticRule FlowLoop = new("flow-loop", Note,
        "This arrow leads from “{0}” back to “{1}”.", "Nothing to do if the steps are to be repeated.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        RepeatedBox, UnknownBox, BoxWithoutWay, EndWithArrows, ToAndArrows, SecondStart, UnreachableBox, EndlessBox, TooManyBoxes, FlowTooWide, FlowLoop,
    ];
}

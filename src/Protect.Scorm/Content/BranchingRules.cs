using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Content;

/// <summary>Diagnostics about the paths of a scenario or dialogue.</summary>
internal static class BranchingRules
{
    public static readonly DiagnosticRule RepeatedNode = new("repeated-node", Error,
        "The node “{0}” is written twice.", "Give each node an id of its own.");

    public static readonly DiagnosticRule NodeWithoutWay = new("node-without-way", Error,
        "The node “{0}” is a dead end: it has no choices and is not an ending.", "Add “choices”, or “ending: right”, “partly” or “wrong”.");

    public static readonly DiagnosticRule EndingWithChoices = new("ending-with-choices", Error,
        "The node “{0}” is an ending and has choices.", "Remove one of the two.");

    public static readonly DiagnosticRule UnknownNode = new("unknown-node", Error,
        "There is no node “{0}”.{1}", "Write the id of a node of this block.");

    public static readonly DiagnosticRule UnknownVariable = new("unknown-variable", Error,
        "There is no variable “{0}”.{1}", "Add it under “variables”, or correct the name.");

    public static readonly DiagnosticRule VariableBounds = new("variable-bounds", Error,
        "The variable “{0}” needs “from” below “to”, and “start” between them.", "Correct the numbers.");

    public static readonly DiagnosticRule TooManyWays = new("too-many-ways", Error,
        "“{0}” has too many possible paths to check them all.", "Use fewer variables, or smaller ranges.");

    public static readonly DiagnosticRule UnreachableNode = new("unreachable-node", Error,
        "No choice can lead to the node “{0}”.", "Let a choice lead there, change its conditions, or remove the node.");

    public static readonly DiagnosticRule NothingOffered = new("nothing-offered", Error,
        "At the node “{0}” a learner can be left without a choice ({1}).", "Add a choice without “when”.");

    public static readonly DiagnosticRule LoopWithoutExit = new("loop-without-exit", Error,
        "From the node “{0}” no ending can be reached.", "Add a choice that leads out.");

    public static readonly DiagnosticRule NoRightEnding = new("no-right-ending", Error,
        "No path through “{0}” reaches a right ending.", "Add an ending with “ending: right” that can be reached.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        RepeatedNode, NodeWithoutWay, EndingWithChoices, UnknownNode, UnknownVariable, VariableBounds, TooManyWays, UnreachableNode, NothingOffered, LoopWithoutExit, NoRightEnding,
    ];
}

using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Content;

/// <summary>What can be wrong with the ways of a scenario or a dialogue. A table.</summary>
internal static class BranchingRules
{
    public static readonly DiagnosticRule RepeatedNode = new("repeated-node", Error,
        "The node “{0}” is written twice.", "Give each node an id of its own.");

    public static readonly DiagnosticRule NodeWithoutWay = new("node-without-way", Error,
        "At the node “{0}” the way stops: it has no choices and is no ending.", "Add “choices”, or “ending: right”, “partly” or “wrong”.");

    public static readonly DiagnosticRule EndingWithChoices = new("ending-with-choices", Error,
        "The node “{0}” is an ending and has choices.", "Remove one of the two.");

    public static readonly DiagnosticRule UnknownNode = new("unknown-node", Error,
        "There is no node “{0}”.{1}", "Write the id of a node of this block.");

    public static readonly DiagnosticRule UnknownVariable = new("unknown-variable", Error,
        "There is no variable “{0}”.{1}", "Add it under “variables”, or correct the name.");

    public static readonly DiagnosticRule VariableBounds = new("variable-bounds", Error,
        "The variable “{0}” needs “from” below “to”, and “start” between them.", "Correct the numbers.");

    public static readonly DiagnosticRule TooManyWays = new("too-many-ways", Error,
        "“{0}” has more ways than can be tried.", "Use fewer variables, or smaller ranges.");

    public static readonly DiagnosticRule UnreachableNode = new("unreachable-node", Error,
        "No way leads to the node “{0}”.", "Let a choice lead there, change what it waits for, or remove the node.");

    public static readonly DiagnosticRule NothingOffered = new("nothing-offered", Error,
        "At the node “{0}” a learner can stand with nothing to choose ({1}).", "Add a choice without “when”.");

    public static readonly DiagnosticRule LoopWithoutExit = new("loop-without-exit", Error,
        "From the node “{0}” no way leads to an ending.", "Add a choice that leads out.");

    public static readonly DiagnosticRule NoRightEnding = new("no-right-ending", Error,
        "No way through “{0}” ends right.", "Add an ending with “ending: right” that can be reached.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        RepeatedNode, NodeWithoutWay, EndingWithChoices, UnknownNode, UnknownVariable, VariableBounds, TooManyWays, UnreachableNode, NothingOffered, LoopWithoutExit, NoRightEnding,
    ];
}

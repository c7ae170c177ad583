using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>
/// A scenario or dialogue: nodes connected by choices. The learner's position is a node and the values of the
/// variables.
/// </summary>
internal sealed record Branching(
    string Slug,
    QuestionCore Core,
    IReadOnlyList<Variable> Variables,
    IReadOnlyList<Node> Nodes
) : Question(Core)
{
    public override string Slug { get; } = Slug;

    /// <summary>True to show the choices of each node in a different order to each learner.</summary>
    public bool? Shuffle { get; init; }

    /// <summary>Returns the index of a node; -1 when there is none with this id.</summary>
    public int IndexOf(string id) => Nodes.ToList().FindIndex(node => node.Id.Value == id);
}

/// <summary>An integer that choices change and that conditions test.</summary>
internal sealed record Variable(Located<string> Name, Located<int> From, Located<int> To, Located<int>? Start)
{
    public int StartValue => Start?.Value ?? From.Value;

    /// <summary>The number of values that it can have.</summary>
    public int Count => Math.Max(1, To.Value - From.Value + 1);
}

/// <summary>A node: an ending when it has a verdict, else with choices.</summary>
internal sealed record Node(
    Located<string> Id,
    Located<string>? Who,
    RichText Text,
    IReadOnlyList<Branch> Choices,
    Located<Ending>? Ending,
    RichText? Source
)
{
    /// <summary>The id of the person of the cast who speaks; null for none.</summary>
    public Located<string>? Speaker { get; init; }
}

/// <summary>A choice and the node that it leads to.</summary>
internal sealed record Branch(
    RichText Text,
    Located<string> To,
    RichText? Consequence,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<Condition> Conditions
);

/// <summary>A change of a variable; the result is clamped to its bounds.</summary>
internal sealed record Effect(Located<string> Variable, Located<int> Add);

/// <summary>A condition of a choice: it is offered only while a variable is within bounds.</summary>
internal sealed record Condition(Located<string> Variable, Located<int>? AtLeast, Located<int>? AtMost);

/// <summary>Verdict of an ending.</summary>
internal enum Ending
{
    Right,
    Partly,
    Wrong,
}

using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>A way through nodes by choices: a scenario, or a talk in turns. Where a learner stands is the node and the values of the variables.</summary>
internal sealed record Branching(
    string Slug,
    QuestionCore Core,
    IReadOnlyList<Variable> Variables,
    IReadOnlyList<Node> Nodes
) : Question(Core)
{
    public override string Slug { get; } = Slug;

    /// <summary>The index of a node; -1 when there is none with this id.</summary>
    public int IndexOf(string id) => Nodes.ToList().FindIndex(node => node.Id.Value == id);
}

/// <summary>A whole number that choices change and ask for.</summary>
internal sealed record Variable(Located<string> Name, Located<int> From, Located<int> To, Located<int>? Start)
{
    public int StartValue => Start?.Value ?? From.Value;

    /// <summary>How many values it has.</summary>
    public int Count => Math.Max(1, To.Value - From.Value + 1);
}

/// <summary>A place on the way: an ending when it has a verdict, else with choices.</summary>
internal sealed record Node(
    Located<string> Id,
    Located<string>? Who,
    RichText Text,
    IReadOnlyList<Way> Choices,
    Located<Ending>? Ending,
    RichText? Source
);

/// <summary>A choice and where it leads.</summary>
internal sealed record Way(
    RichText Text,
    Located<string> To,
    RichText? Consequence,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<Condition> Conditions
);

/// <summary>Adds to a variable; the result stays within its bounds.</summary>
internal sealed record Effect(Located<string> Variable, Located<int> Add);

/// <summary>Offers a choice only while a variable is within bounds.</summary>
internal sealed record Condition(Located<string> Variable, Located<int>? AtLeast, Located<int>? AtMost);

/// <summary>How an ending is judged.</summary>
internal enum Ending
{
    Right,
    Partly,
    Wrong,
}

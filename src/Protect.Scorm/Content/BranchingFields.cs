using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>The fields of scenarios and dialogues.</summary>
internal static class BranchingFields
{
    private static readonly QuestionFields<Branching> Common = new(withPartly: true);

    private static readonly Field<Effect, Located<string>> EffectVariable = new(
        "variable",
        CourseValues.Id,
        e => e.Variable,
        "The variable."
    )
    {
        Required = true,
    };

    private static readonly Field<Effect, Located<int>> Add = new(
        "add",
        Values.Integer(-100, 100),
        e => e.Add,
        "What is added; the result stays within the variable's bounds."
    )
    {
        Required = true,
    };

    private static readonly Field<Condition, Located<string>> ConditionVariable = new(
        "variable",
        CourseValues.Id,
        c => c.Variable,
        "The variable."
    )
    {
        Required = true,
    };

    private static readonly Field<Condition, Located<int>> AtLeast = new(
        "at_least",
        Values.Integer(-1000, 1000),
        c => c.AtLeast,
        "The lowest value the choice is offered for."
    );

    private static readonly Field<Condition, Located<int>> AtMost = new(
        "at_most",
        Values.Integer(-1000, 1000),
        c => c.AtMost,
        "The highest value the choice is offered for."
    );

    private static readonly Shape<Effect> EffectShape = new(
        "effect",
        "What a choice changes.",
        [EffectVariable, Add],
        v => new Effect(v.Need(EffectVariable), v.Need(Add))
    );

    private static readonly Shape<Condition> ConditionShape = new(
        "condition",
        "When a choice is offered.",
        [ConditionVariable, AtLeast, AtMost],
        v => new Condition(v.Need(ConditionVariable), v.Get(AtLeast), v.Get(AtMost))
    );

    private static readonly Field<Way, RichText> WayText = new(
        "text",
        CourseValues.Line,
        w => w.Text,
        "What the learner chooses."
    )
    {
        Required = true,
    };

    private static readonly Field<Way, Located<string>> To = new(
        "to",
        CourseValues.Id,
        w => w.To,
        "The id of the node it leads to."
    )
    {
        Required = true,
    };

    private static readonly Field<Way, RichText> Consequence = new(
        "consequence",
        CourseValues.RichText,
        w => w.Consequence,
        "What happens, shown before the next node."
    );

    private static readonly Field<Way, IReadOnlyList<Effect>> Effects = new(
        "changes",
        Values.ListOf(Values.Nested(EffectShape)),
        w => w.Effects,
        "Variables it changes."
    )
    {
        IsSecret = true,
    };

    private static readonly Field<Way, IReadOnlyList<Condition>> Conditions = new(
        "when",
        Values.ListOf(Values.Nested(ConditionShape)),
        w => w.Conditions,
        "Offers the choice only then; all conditions must hold."
    )
    {
        IsSecret = true,
    };

    private static readonly Shape<Way> WayShape = new(
        "choice",
        "A choice and where it leads.",
        [WayText, To, Consequence, Effects, Conditions],
        v => new Way(v.Need(WayText), v.Need(To), v.Get(Consequence), v.Get(Effects) ?? [], v.Get(Conditions) ?? [])
    );

    private static readonly Field<Node, Located<string>> NodeId = new(
        "id",
        CourseValues.Id,
        n => n.Id,
        "Its id; the first node is the start."
    )
    {
        Required = true,
    };

    private static readonly Field<Node, Located<string>> Who = new("who", Values.Text(60), n => n.Who, "Who speaks.");

    private static readonly Field<Node, RichText> NodeText = new(
        "text",
        CourseValues.RichText,
        n => n.Text,
        "What happens or is said."
    )
    {
        Required = true,
    };

    private static readonly Field<Node, IReadOnlyList<Way>> Choices = new(
        "choices",
        Values.ListOf(Values.Nested(WayShape)),
        n => n.Choices,
        "What can be chosen here."
    );

    private static readonly Field<Node, Located<Ending>> EndingField = new(
        "ending",
        Values.OneOf(("right", Ending.Right), ("partly", Ending.Partly), ("wrong", Ending.Wrong)),
        n => n.Ending,
        "Makes it an ending, and says how the way there is judged."
    )
    {
        IsSecret = true,
    };

    private static readonly Field<Node, RichText> Source = new(
        "source",
        CourseValues.RichText,
        n => n.Source,
        "Where the judgement comes from, shown at the ending."
    );

    private static readonly Shape<Node> NodeShape = new(
        "node",
        "A place on the way.",
        [NodeId, Who, NodeText, Choices, EndingField, Source],
        v => new Node(
            v.Need(NodeId),
            v.Get(Who),
            v.Need(NodeText),
            v.Get(Choices) ?? [],
            v.Get(EndingField),
            v.Get(Source)
        )
    );

    private static readonly Field<Variable, Located<string>> Name = new(
        "name",
        CourseValues.Id,
        x => x.Name,
        "Its name."
    )
    {
        Required = true,
    };

    private static readonly Field<Variable, Located<int>> From = new(
        "from",
        Values.Integer(-1000, 1000),
        x => x.From,
        "Its lowest value."
    )
    {
        Required = true,
    };

    private static readonly Field<Variable, Located<int>> Highest = new(
        "to",
        Values.Integer(-1000, 1000),
        x => x.To,
        "Its highest value."
    )
    {
        Required = true,
    };

    private static readonly Field<Variable, Located<int>> Start = new(
        "start",
        Values.Integer(-1000, 1000),
        x => x.Start,
        "Its value at the start; the lowest when nothing is written."
    );

    private static readonly Shape<Variable> VariableShape = new(
        "variable",
        "A whole number that choices change.",
        [Name, From, Highest, Start],
        v => new Variable(v.Need(Name), v.Need(From), v.Need(Highest), v.Get(Start))
    );

    private static readonly Field<Branching, IReadOnlyList<Variable>> Variables = new(
        "variables",
        Values.ListOf(Values.Nested(VariableShape)),
        q => q.Variables,
        "Whole numbers that choices change and ask for."
    )
    {
        IsSecret = true,
    };

    private static readonly Field<Branching, IReadOnlyList<Node>> Nodes = new(
        "nodes",
        Values.ListOf(Values.Nested(NodeShape)),
        q => q.Nodes,
        "The nodes; the first is the start."
    )
    {
        Required = true,
        IsSecret = true,
    };

    public static Shape<Branching> For(string slug, string summary) =>
        new(
            slug,
            summary,
            Common.With(Variables, Nodes),
            v => new Branching(slug, Common.Core(v), v.Get(Variables) ?? [], v.Need(Nodes))
        )
        {
            Discriminator = "type",
        };
}

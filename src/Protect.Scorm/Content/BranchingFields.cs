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
        "How much to add; the result stays within the variable's bounds."
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
        "A change of a variable by a choice.",
        [EffectVariable, Add],
        v => new Effect(v.Need(EffectVariable), v.Need(Add))
    );

    private static readonly Shape<Condition> ConditionShape = new(
        "condition",
        "When a choice is offered.",
        [ConditionVariable, AtLeast, AtMost],
        v => new Condition(v.Need(ConditionVariable), v.Get(AtLeast), v.Get(AtMost))
    );

    private static readonly Field<Branch, RichText> BranchText = new(
        "text",
        CourseValues.Line,
        w => w.Text,
        "The text of the choice."
    )
    {
        Required = true,
    };

    private static readonly Field<Branch, Located<string>> To = new(
        "to",
        CourseValues.Id,
        w => w.To,
        "The id of the node that the choice leads to."
    )
    {
        Required = true,
    };

    private static readonly Field<Branch, RichText> Consequence = new(
        "consequence",
        CourseValues.RichText,
        w => w.Consequence,
        "The consequence, shown before the next node."
    );

    private static readonly Field<Branch, IReadOnlyList<Effect>> Effects = new(
        "changes",
        Values.ListOf(Values.Nested(EffectShape)),
        w => w.Effects,
        "The variables that the choice changes."
    )
    {
        IsSecret = true,
    };

    private static readonly Field<Branch, IReadOnlyList<Condition>> Conditions = new(
        "when",
        Values.ListOf(Values.Nested(ConditionShape)),
        w => w.Conditions,
        "Conditions for offering the choice; all of them must hold."
    )
    {
        IsSecret = true,
    };

    private static readonly Shape<Branch> BranchShape = new(
        "choice",
        "A choice and where it leads.",
        [BranchText, To, Consequence, Effects, Conditions],
        v => new Branch(
            v.Need(BranchText),
            v.Need(To),
            v.Get(Consequence),
            v.Get(Effects) ?? [],
            v.Get(Conditions) ?? []
        )
    );

    private static readonly Field<Node, Located<string>> NodeId = new(
        "id",
        CourseValues.Id,
        n => n.Id,
        "The id of the node; the first node is the start."
    )
    {
        Required = true,
    };

    private static readonly Field<Node, Located<string>> Who = new(
        "who",
        Values.Text(60),
        n => n.Who,
        "The name of a speaker who is not in the cast."
    );

    private static readonly Field<Node, Located<string>> NodeSpeaker = Cast.SpeakerField<Node>(n => n.Speaker);

    private static readonly Field<Node, RichText> NodeText = new(
        "text",
        CourseValues.RichText,
        n => n.Text,
        "The event or the words of the speaker."
    )
    {
        Required = true,
    };

    private static readonly Field<Node, IReadOnlyList<Branch>> Choices = new(
        "choices",
        Values.ListOf(Values.Nested(BranchShape)),
        n => n.Choices,
        "The choices offered here."
    );

    private static readonly Field<Node, Located<Ending>> EndingField = new(
        "ending",
        Values.OneOf(("right", Ending.Right), ("partly", Ending.Partly), ("wrong", Ending.Wrong)),
        n => n.Ending,
        "Makes the node an ending, with a verdict on the choices that led there."
    )
    {
        IsSecret = true,
    };

    private static readonly Field<Node, RichText> Source = new(
        "source",
        CourseValues.RichText,
        n => n.Source,
        "The source of the verdict, shown at the ending."
    );

    private static readonly Shape<Node> NodeShape = new(
        "node",
        "A situation with choices, or an ending.",
        [NodeId, Who, NodeSpeaker, NodeText, Choices, EndingField, Source],
        v => new Node(
            v.Need(NodeId),
            v.Get(Who),
            v.Need(NodeText),
            v.Get(Choices) ?? [],
            v.Get(EndingField),
            v.Get(Source)
        )
        {
            Speaker = v.Get(NodeSpeaker),
        }
    );

    private static readonly Field<Variable, Located<string>> Name = new(
        "name",
        CourseValues.Id,
        x => x.Name,
        "The name of the variable."
    )
    {
        Required = true,
    };

    private static readonly Field<Variable, Located<int>> From = new(
        "from",
        Values.Integer(-1000, 1000),
        x => x.From,
        "The lowest value of the variable."
    )
    {
        Required = true,
    };

    private static readonly Field<Variable, Located<int>> Highest = new(
        "to",
        Values.Integer(-1000, 1000),
        x => x.To,
        "The highest value of the variable."
    )
    {
        Required = true,
    };

    private static readonly Field<Variable, Located<int>> Start = new(
        "start",
        Values.Integer(-1000, 1000),
        x => x.Start,
        "The value at the start. Left out: the lowest value."
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
        "Whole numbers that choices change and conditions test."
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

    private static readonly Field<Branching, bool> Shuffle = new(
        "shuffle",
        Values.Boolean,
        q => q.Shuffle ?? true,
        "Show the choices of each node in a different order to each learner."
    )
    {
        DefaultWords = "true; in an assessment as its shuffle_options",
    };

    public static Shape<Branching> For(string slug, string summary) =>
        new(
            slug,
            summary,
            Common.With(Variables, Nodes, Shuffle),
            v => new Branching(slug, Common.Core(v), v.Get(Variables) ?? [], v.Need(Nodes))
            {
                Shuffle = v.IfWritten(Shuffle),
            }
        )
        {
            Discriminator = "type",
        };
}

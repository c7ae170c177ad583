using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed class ScenarioKind()
    : BranchingKind("scenario", "A situation with choices and consequences that lead to different endings.")
{
    public override string Example =>
        """
            type: scenario
            id: after-the-session
            prompt: A young person stays behind after the session.
            nodes:
              - id: start
                text: They pack slowly and look at you.
                choices:
                  - text: Sit down near them and wait.
                    to: talk
                    consequence: They breathe out.
                  - text: Say that you are closing.
                    to: gone
              - id: talk
                text: After a while they begin to speak.
                ending: right
              - id: gone
                text: They leave without a word.
                ending: wrong
            """;
}

internal sealed class DialogueKind()
    : BranchingKind("dialogue", "A conversation in turns; all earlier turns stay visible.")
{
    public override string Example =>
        """
            type: dialogue
            id: first-words
            prompt: Somebody wants to tell you something.
            nodes:
              - id: start
                who: Sam
                text: Can you promise not to tell anyone?
                choices:
                  - text: I cannot promise that. I can promise not to leave you alone with it.
                    to: goes-on
                  - text: I promise.
                    to: stops
              - id: goes-on
                who: Sam
                text: All right. It is about my cousin.
                ending: right
              - id: stops
                who: Sam
                text: Then you will be in trouble, too.
                ending: wrong
            """;
}

/// <summary>Common base of scenario and dialogue.</summary>
internal abstract class BranchingKind(string slug, string summary)
    : QuestionKind<Branching>(BranchingFields.For(slug, summary), Additions)
{
    private static readonly View<(Branching Question, Branch Branch, int Index)> ChoiceView = new View<(
        Branching Question,
        Branch Branch,
        int Index
    )>()
        .Number("index", choice => choice.Index, "The position in the author's order, from 0.")
        .Markdown("text", choice => choice.Branch.Text, "The text of the choice.")
        .Markdown("consequence", choice => choice.Branch.Consequence, "Shown after the choice; may be empty.")
        .Number(
            "to",
            choice => choice.Question.IndexOf(choice.Branch.To.Value) + 1,
            "The number of the part that the choice leads to."
        );

    private static readonly View<(Branching Question, Node Node, int Index)> PartView = new View<(
        Branching Question,
        Node Node,
        int Index
    )>()
        .Number("index", part => part.Index, "The position in the author's order, from 0.")
        .Number("number", part => part.Index + 1, "The position, from 1.")
        .Text("who", part => part.Node.Who?.Value, "The name of a speaker who is not in the cast; may be empty.")
        .Speaks(part => part.Node.Speaker)
        .Markdown("text", part => part.Node.Text, "The text of the node.")
        .Markdown("source", part => part.Node.Source, "The source of a fact in the text; may be empty.")
        .Flag("is_ending", part => part.Node.Ending is not null, "True when the question ends here.")
        .List(
            "choices",
            ChoiceView,
            part => part.Node.Choices.Select((branch, at) => (part.Question, branch, at)),
            "The choices; an ending has none."
        );

    private static View<Branching> Additions { get; } =
        new View<Branching>()
            .List(
                "parts",
                PartView,
                question => question.Nodes.Select((node, index) => (question, node, index)),
                "The nodes; the first is the start."
            )
            .People(question => question.Nodes.Select(node => node.Speaker));

    public override UiString How => new(Slug == "dialogue" ? "talk_in_turns" : "choose_your_way");

    /// <summary>Returns the number of nodes; a change invalidates stored positions.</summary>
    protected override int Options(Branching question) => question.Nodes.Count;

    protected override int ResponseBits(Branching question) => Radix.Bits(Bases(question));

    /// <summary>Returns a value per node: 0 no ending, 1 wrong, 2 partly right, 3 right.</summary>
    protected override IReadOnlyList<int> Right(Branching question) =>
        [
            .. question.Nodes.Select(node =>
                node.Ending?.Value switch
                {
                    null => 0,
                    Ending.Wrong => 1,
                    Ending.Partly => 2,
                    _ => 3,
                }
            ),
        ];

    protected override bool Shuffles(Branching question, bool? isDefault) =>
        (question.Shuffle ?? isDefault ?? true) && question.Nodes.Any(node => node.Choices.Count > 1);

    protected override QuestionKey Key(Branching question) =>
        base.Key(question) with
        {
            Nodes = [.. question.Nodes.Select(node => node.Id.Value)],
            Variables =
            [
                .. question.Variables.Select(variable => new ScenarioVariable(
                    variable.Name.Value,
                    variable.From.Value,
                    variable.To.Value,
                    variable.StartValue
                )),
            ],
            Ways =
            [
                .. question.Nodes.Select(node =>
                    (IReadOnlyList<ScenarioChoice>)[.. node.Choices.Select(branch => Choice(question, branch))]
                ),
            ],
        };

    private static ScenarioChoice Choice(Branching question, Branch branch)
    {
        int IndexOf(Located<string> name) =>
            question.Variables.ToList().FindIndex(variable => variable.Name.Value == name.Value);
        return new(
            question.IndexOf(branch.To.Value),
            [.. branch.Effects.Select(effect => new ScenarioChange(IndexOf(effect.Variable), effect.Add.Value))],
            [
                .. branch.Conditions.Select(condition => new ScenarioBounds(
                    IndexOf(condition.Variable),
                    condition.AtLeast?.Value ?? -1_000_000,
                    condition.AtMost?.Value ?? 1_000_000
                )),
            ]
        );
    }

    protected override void CheckBlock(Branching block, DiagnosticBag bag)
    {
        BranchingChecks.Run(block, bag);
        Radix.Check(block, Bases(block), bag);
    }

    private static IEnumerable<int> Bases(Branching block) =>
        block.Variables.Select(variable => variable.Count).Prepend(block.Nodes.Count);
}

using System.Text.Json;
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
    : BlockKind<Branching>(BranchingFields.For(slug, summary)),
        IQuestionKind
{
    public UiString How => new(Slug == "dialogue" ? "talk_in_turns" : "choose_your_way");

    /// <summary>Returns the number of nodes; a change invalidates stored positions.</summary>
    public int Options(Question question) => ((Branching)question).Nodes.Count;

    public int ResponseBits(Question question) => Radix.Bits(Bases((Branching)question));

    /// <summary>Returns a value per node: 0 no ending, 1 wrong, 2 partly right, 3 right.</summary>
    public IReadOnlyList<int> Right(Question question) =>
        [
            .. ((Branching)question).Nodes.Select(node =>
                node.Ending?.Value switch
                {
                    null => 0,
                    Ending.Wrong => 1,
                    Ending.Partly => 2,
                    _ => 3,
                }
            ),
        ];

    public bool Shuffles(Question question) => false;

    public void WriteKey(Question question, Utf8JsonWriter json)
    {
        var branching = (Branching)question;
        json.WriteStartArray("nodes");
        foreach (Node node in branching.Nodes)
            json.WriteStringValue(node.Id.Value);
        json.WriteEndArray();
        json.WriteStartArray("variables");
        foreach (Variable variable in branching.Variables)
        {
            json.WriteStartObject();
            json.WriteString("name", variable.Name.Value);
            json.WriteNumber("from", variable.From.Value);
            json.WriteNumber("to", variable.To.Value);
            json.WriteNumber("start", variable.StartValue);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("ways");
        foreach (Node node in branching.Nodes)
        {
            json.WriteStartArray();
            foreach (Branch branch in node.Choices)
                WriteBranch(json, branching, branch);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void WriteBranch(Utf8JsonWriter json, Branching branching, Branch branch)
    {
        int IndexOf(Located<string> name) =>
            branching.Variables.ToList().FindIndex(variable => variable.Name.Value == name.Value);
        json.WriteStartObject();
        json.WriteNumber("to", branching.IndexOf(branch.To.Value));
        json.WriteStartArray("adds");
        foreach (Effect effect in branch.Effects)
        {
            json.WriteStartArray();
            json.WriteNumberValue(IndexOf(effect.Variable));
            json.WriteNumberValue(effect.Add.Value);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray("needs");
        foreach (Condition condition in branch.Conditions)
        {
            json.WriteStartArray();
            json.WriteNumberValue(IndexOf(condition.Variable));
            json.WriteNumberValue(condition.AtLeast?.Value ?? -1_000_000);
            json.WriteNumberValue(condition.AtMost?.Value ?? 1_000_000);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    protected override IReadOnlyDictionary<string, object?> ShowBlock(Branching block) =>
        new Dictionary<string, object?>(base.ShowBlock(block))
        {
            ["parts"] = block
                .Nodes.Select(
                    (node, index) =>
                        (object)
                            new Dictionary<string, object?>
                            {
                                ["index"] = index,
                                ["number"] = index + 1,
                                ["who"] = node.Who?.Value,
                                ["text"] = node.Text,
                                ["source"] = node.Source,
                                ["is_ending"] = node.Ending is not null,
                                ["choices"] = node
                                    .Choices.Select(
                                        (branch, at) =>
                                            (object)
                                                new Dictionary<string, object?>
                                                {
                                                    ["index"] = at,
                                                    ["text"] = branch.Text,
                                                    ["consequence"] = branch.Consequence,
                                                    ["to"] = block.IndexOf(branch.To.Value) + 1,
                                                }
                                    )
                                    .ToList(),
                            }
                )
                .ToList(),
        };

    protected override void CheckBlock(Branching block, DiagnosticBag bag)
    {
        BranchingChecks.Run(block, bag);
        Radix.Check(block, Bases(block), bag);
    }

    private static IEnumerable<int> Bases(Branching block) =>
        block.Variables.Select(variable => variable.Count).Prepend(block.Nodes.Count);
}

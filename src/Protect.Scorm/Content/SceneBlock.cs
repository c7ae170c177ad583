using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A turn of a scene: spoken by a person of the cast, or narrated.</summary>
internal sealed record SceneTurn(Located<string>? Speaker, RichText Text);

/// <summary>A scene to read, turn by turn, without choices.</summary>
internal sealed record SceneBlock(Located<string>? Title, IReadOnlyList<SceneTurn> Turns, SourceSpan Span) : Block(Span)
{
    public override string Slug => "scene";
}

internal sealed class SceneKind() : BlockKind<SceneBlock>(Fields, Additions)
{
    private static readonly Field<SceneTurn, Located<string>> Speaker = Cast.SpeakerField<SceneTurn>(t => t.Speaker);

    private static readonly Field<SceneTurn, RichText> Text = new(
        "text",
        CourseValues.RichText,
        t => t.Text,
        "The words of the speaker; without a speaker, what happens."
    )
    {
        Required = true,
    };

    private static readonly Shape<SceneTurn> TurnShape = new(
        "turn",
        "A turn of the scene.",
        [Speaker, Text],
        v => new SceneTurn(v.Get(Speaker), v.Need(Text))
    );

    private static readonly Field<SceneBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the scene."
    );

    private static readonly Field<SceneBlock, IReadOnlyList<SceneTurn>> Turns = new(
        "turns",
        Values.ListOf(Values.Nested(TurnShape), most: 60),
        b => b.Turns,
        "Speech and events in order. Learners open one turn after the other."
    )
    {
        Required = true,
    };

    private static readonly View<SceneTurn> TurnView = new View<SceneTurn>()
        .Speaks(turn => turn.Speaker)
        .Markdown("text", turn => turn.Text, "The text.");

    private static View<SceneBlock> Additions { get; } =
        new View<SceneBlock>()
            .List("turns", TurnView, block => block.Turns, "The turns, in order.")
            .People(block => block.Turns.Select(turn => turn.Speaker));

    private static Shape<SceneBlock> Fields { get; } =
        new(
            "scene",
            "A scene in turns of speech and narration, without choices.",
            [Title, Turns],
            v => new SceneBlock(v.Get(Title), v.Need(Turns), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: scene
            title: By the door
            turns:
              - text: The session is over. Somebody stays behind and packs slowly.
              - text: “Do you have a moment?”
            """;
}

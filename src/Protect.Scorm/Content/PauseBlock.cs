using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A break. It has no timer, and nothing depends on it.</summary>
internal sealed record PauseBlock(RichText Body, IReadOnlyList<RichText> Steps, SourceSpan Span) : Block(Span)
{
    public override string Slug => "pause";
}

internal sealed class PauseKind() : BlockKind<PauseBlock>(Fields)
{
    private static readonly Field<PauseBlock, RichText> Body = new(
        "body",
        CourseValues.RichText,
        b => b.Body,
        "The text for the learner."
    )
    {
        Required = true,
    };

    private static readonly Field<PauseBlock, IReadOnlyList<RichText>> Steps = new(
        "steps",
        Values.ListOf(CourseValues.Line),
        b => b.Steps,
        "Small things to do, such as feeling both feet on the ground."
    );

    private static Shape<PauseBlock> Fields { get; } =
        new(
            "pause",
            "A moment to breathe, as long or as short as the learner likes.",
            [Body, Steps],
            v => new PauseBlock(v.Need(Body), v.Get(Steps) ?? [], v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: pause
            body: This page was a lot. Nothing hurries you.
            steps:
              - Feel both feet on the ground.
              - Look at something far away.
            """;
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>
/// Content note: names the topics of the page and lets the learner choose how to continue. All choices count the same
/// and are not recorded.
/// </summary>
internal sealed record ContentNoteBlock(
    IReadOnlyList<Located<string>> About,
    RichText? Text,
    IReadOnlyList<Block> Alternative,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "content-note";

    public override IReadOnlyList<Block> Inner => Alternative;
}

internal sealed class ContentNoteKind() : BlockKind<ContentNoteBlock>(Fields)
{
    private static readonly Field<ContentNoteBlock, IReadOnlyList<Located<string>>> About = new(
        "about",
        Values.ListOf(Values.Text(200)),
        b => b.About,
        "The topics of the page, one plain line per topic."
    )
    {
        Required = true,
    };

    private static readonly Field<ContentNoteBlock, RichText> Text = new(
        "text",
        CourseValues.RichText,
        b => b.Text,
        "Further text for the learner."
    );

    private static readonly Field<ContentNoteBlock, IReadOnlyList<Block>> Alternative = new(
        "alternative",
        Values.ListOf(BlockKinds.Inside()),
        b => b.Alternative,
        "A short version for learners who prefer not to read the page: blocks without questions."
    );

    private static Shape<ContentNoteBlock> Fields { get; } =
        new(
            "content-note",
            "Covers the rest of the page until the learner chooses: read it, read the short version, or go "
                + "on. All count the same.",
            [About, Text, Alternative],
            v => new ContentNoteBlock(v.Need(About), v.Get(Text), v.Get(Alternative) ?? [], v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: content-note
            about:
              - How a trusted adult came closer to a child, told without details.
            alternative:
              - type: text
                body: Trust grows in small steps. It helps when somebody asks, early and calmly.
            """;
}

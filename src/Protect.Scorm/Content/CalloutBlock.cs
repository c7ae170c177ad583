using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal enum Tone
{
    Note,
    Tip,
    Important,
    Care,
}

internal sealed record CalloutBlock(Located<Tone> Tone, Located<string>? Title, RichText Body, SourceSpan Span)
    : Block(Span)
{
    public override string Slug => "callout";
}

internal sealed class CalloutKind() : BlockKind<CalloutBlock>(Fields, Additions)
{
    private static readonly Field<CalloutBlock, Located<Tone>> Tone = new(
        "tone",
        Values.OneOf(
            ("note", Content.Tone.Note),
            ("tip", Content.Tone.Tip),
            ("important", Content.Tone.Important),
            ("care", Content.Tone.Care)
        ),
        b => b.Tone,
        "How it sounds: a note, a tip, something important, or care for the learner."
    )
    {
        DefaultWords = "note",
    };

    private static readonly Field<CalloutBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading of its own."
    );

    private static readonly Field<CalloutBlock, RichText> Body = new(
        "body",
        CourseValues.RichText,
        b => b.Body,
        "The text, in Markdown."
    )
    {
        Required = true,
    };

    private static View<CalloutBlock> Additions { get; } =
        new View<CalloutBlock>().Add(
            new("tone_name", Shown.Text, "The name of the tone, in the language of the course."),
            block => new UiString($"tone_{block.Tone.Value.ToString().ToLowerInvariant()}")
        );

    private static Shape<CalloutBlock> Fields { get; } =
        new(
            "callout",
            "A note that stands out from the text.",
            [Tone, Title, Body],
            v => new CalloutBlock(v.Get(Tone) ?? new(Content.Tone.Note, v.Span), v.Get(Title), v.Need(Body), v.Span)
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: callout
            tone: care
            title: Take your time
            body: You can leave this page and come back.
            """;
}

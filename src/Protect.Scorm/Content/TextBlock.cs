using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record TextBlock(RichText Body, SourceSpan Span) : Block(Span)
{
    public override string Slug => "text";
}

internal sealed class TextKind() : BlockKind<TextBlock>(Fields)
{
    private static readonly Field<TextBlock, RichText> Body = new(
        "body",
        CourseValues.RichText,
        b => b.Body,
        "The text, in Markdown."
    )
    {
        Required = true,
    };

    private static Shape<TextBlock> Fields { get; } =
        new("text", "Running text.", [Body], v => new TextBlock(v.Need(Body), v.Span)) { Discriminator = "type" };

    public override string Example =>
        """
            type: text
            body: |
              A child is **anyone under 18**. See [the law](page:law).
            """;
}

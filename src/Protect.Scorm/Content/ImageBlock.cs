using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record ImageBlock(
    AssetRef Src,
    Located<string>? Alt,
    bool IsDecorative,
    RichText? Caption,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "image";

    public Located<string>? Credit { get; init; }

    /// <summary>True for the full width of the window; null for the width of the text.</summary>
    public Located<bool>? IsFull { get; init; }
}

internal sealed class ImageKind() : BlockKind<ImageBlock>(Fields, Additions)
{
    private static readonly Field<ImageBlock, AssetRef> Src = PictureFields.Source<ImageBlock>("src", b => b.Src);

    private static readonly Field<ImageBlock, Located<string>> Alt = PictureFields.Alt<ImageBlock>(
        b => b.Alt,
        isRequired: false
    );

    private static readonly Field<ImageBlock, bool> Decorative = PictureFields.Decorative<ImageBlock>(b =>
        b.IsDecorative
    );

    private static readonly Field<ImageBlock, RichText> Caption = new(
        "caption",
        CourseValues.Line,
        b => b.Caption,
        "A line under the picture."
    );

    private static readonly Field<ImageBlock, Located<string>> Credit = PictureFields.Credit<ImageBlock>(b => b.Credit);

    private static readonly Field<ImageBlock, Located<bool>> Width = new(
        "width",
        Values.OneOf(("text", false), ("full", true)),
        b => b.IsFull,
        "Full for the width of the window; as wide as the text when it is left out."
    )
    {
        IsSecret = true,
    };

    private static View<ImageBlock> Additions { get; } =
        new View<ImageBlock>()
            .Flag("full", block => block.IsFull?.Value == true, "True for a picture as wide as the window.")
            .Measures(block => [block.Src])
            .Add(
                new("lettering", Shown.Flag, "True for an SVG with text, which small screens must show larger."),
                block => new FileFact(FileProperty.Lettering, block.Src)
            );

    private static Shape<ImageBlock> Fields { get; } =
        new(
            "image",
            "A picture with its text alternative.",
            [Src, Alt, Decorative, Caption, Credit, Width],
            v => new ImageBlock(v.Need(Src), v.Get(Alt), v.Get(Decorative), v.Get(Caption), v.Span)
            {
                Credit = v.Get(Credit),
                IsFull = v.Get(Width),
            }
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: image
            src: media/door.svg
            alt: An open door with light behind it.
            """;

    protected override void CheckBlock(ImageBlock block, DiagnosticBag bag) =>
        PictureFields.Check(block.Src, block.Alt, block.IsDecorative, bag);
}

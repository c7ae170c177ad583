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
    private static readonly Field<ImageBlock, AssetRef> Src = new(
        "src",
        CourseValues.Asset,
        b => b.Src,
        "The picture: SVG, PNG, JPEG, GIF or WebP, from the course folder."
    )
    {
        Required = true,
    };

    private static readonly Field<ImageBlock, Located<string>> Alt = new(
        "alt",
        Values.Text(400),
        b => b.Alt,
        "A text alternative, for people who cannot see the picture."
    );

    private static readonly Field<ImageBlock, bool> Decorative = new(
        "decorative",
        Values.Boolean,
        b => b.IsDecorative,
        "True when the picture adds nothing to the text; then no alt is needed."
    )
    {
        Default = false,
    };

    private static readonly Field<ImageBlock, RichText> Caption = new(
        "caption",
        CourseValues.Line,
        b => b.Caption,
        "A line under the picture."
    );

    private static readonly Field<ImageBlock, Located<string>> Credit = new(
        "credit",
        Values.Text(300),
        b => b.Credit,
        "The author and licence of the picture."
    );

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

    protected override void CheckBlock(ImageBlock block, DiagnosticBag bag)
    {
        AssetRules.CheckType(block.Src, "a picture", AssetRules.Pictures, bag);
        AssetRules.CheckAlt(block.Alt, block.Src, bag);
        if (block.Alt is null && !block.IsDecorative)
            bag.Add(ContentRules.ImageWithoutAlt, block.Src.Span, block.Src.Path);
        if (block.Alt is not null && block.IsDecorative)
            bag.Add(ContentRules.AltOnDecorative, block.Alt.Span);
    }
}

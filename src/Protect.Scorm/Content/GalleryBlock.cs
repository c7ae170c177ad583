using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A picture of a gallery.</summary>
internal sealed record GalleryPicture(AssetRef Src, Located<string> Alt, RichText? Caption, Located<string>? Credit);

/// <summary>Several pictures in a grid.</summary>
internal sealed record GalleryBlock(Located<string>? Title, IReadOnlyList<GalleryPicture> Pictures, SourceSpan Span)
    : Block(Span)
{
    public override string Slug => "gallery";
}

internal sealed class GalleryKind() : BlockKind<GalleryBlock>(Fields, Additions)
{
    private static readonly Field<GalleryPicture, AssetRef> Src = PictureFields.Source<GalleryPicture>(
        "src",
        p => p.Src
    );

    private static readonly Field<GalleryPicture, Located<string>> Alt = PictureFields.Alt<GalleryPicture>(
        p => p.Alt,
        isRequired: true
    );

    private static readonly Field<GalleryPicture, RichText> Caption = new(
        "caption",
        CourseValues.Line,
        p => p.Caption,
        "A line under the picture."
    );

    private static readonly Field<GalleryPicture, Located<string>> Credit = PictureFields.Credit<GalleryPicture>(p =>
        p.Credit
    );

    private static readonly Shape<GalleryPicture> PictureShape = new(
        "picture",
        "A picture of the gallery.",
        [Src, Alt, Caption, Credit],
        v => new GalleryPicture(v.Need(Src), v.Need(Alt), v.Get(Caption), v.Get(Credit))
    );

    private static readonly Field<GalleryBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the gallery."
    );

    private static readonly Field<GalleryBlock, IReadOnlyList<GalleryPicture>> Pictures = new(
        "pictures",
        Values.ListOf(Values.Nested(PictureShape), least: 2, most: 12),
        b => b.Pictures,
        "The pictures, two to twelve. Each can be shown large."
    )
    {
        Required = true,
    };

    private static readonly View<GalleryPicture> PictureView = new View<GalleryPicture>()
        .Add(new("src", Shown.Text, "The file."), picture => picture.Src)
        .Text("alt", picture => picture.Alt.Value, "The text alternative.")
        .Markdown("caption", picture => picture.Caption, "A line under the picture; may be empty.")
        .Text("credit", picture => picture.Credit?.Value, "The author and licence; may be empty.")
        .Measures(picture => [picture.Src]);

    private static View<GalleryBlock> Additions { get; } =
        new View<GalleryBlock>().List("pictures", PictureView, block => block.Pictures, "The pictures, in order.");

    private static Shape<GalleryBlock> Fields { get; } =
        new(
            "gallery",
            "Several pictures in a grid, each with its caption.",
            [Title, Pictures],
            v => new GalleryBlock(v.Get(Title), v.Need(Pictures), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: gallery
            pictures:
              - src: media/room.svg
                alt: A room with a table, a door and an open window.
                caption: The room for groups.
              - src: media/door.svg
                alt: An open door with light behind it.
                caption: The way out is always free.
            """;

    protected override void CheckBlock(GalleryBlock block, DiagnosticBag bag)
    {
        foreach (GalleryPicture picture in block.Pictures)
        {
            AssetRules.CheckType(picture.Src, "a picture", AssetRules.Pictures, bag);
            AssetRules.CheckAlt(picture.Alt, picture.Src, bag);
        }
    }
}

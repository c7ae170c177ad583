using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A label of a picture and the middle of its mark, in percent of the picture's width and height.</summary>
internal sealed record PictureLabel(RichText Text, Located<int> Left, Located<int> Top);

/// <summary>A picture with numbered marks, and a list of what they show.</summary>
internal sealed record LabelledPictureBlock(
    Located<string>? Title,
    AssetRef Picture,
    Located<string> Alt,
    IReadOnlyList<PictureLabel> Labels,
    Located<string>? Credit,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "labelled-picture";
}

internal sealed class LabelledPictureKind() : BlockKind<LabelledPictureBlock>(Fields, Additions)
{
    private static readonly Field<PictureLabel, RichText> Text = new(
        "text",
        CourseValues.Line,
        l => l.Text,
        "The thing that the mark shows."
    )
    {
        Required = true,
    };

    private static readonly Field<PictureLabel, Located<int>> Left = new(
        "left",
        Values.Integer(0, 100),
        l => l.Left,
        "The middle of the mark, in percent of the picture's width from the left."
    )
    {
        Required = true,
    };

    private static readonly Field<PictureLabel, Located<int>> Top = new(
        "top",
        Values.Integer(0, 100),
        l => l.Top,
        "The middle of the mark, in percent of the picture's height from the top."
    )
    {
        Required = true,
    };

    private static readonly Shape<PictureLabel> LabelShape = new(
        "label",
        "A numbered mark and its text.",
        [Text, Left, Top],
        v => new PictureLabel(v.Need(Text), v.Need(Left), v.Need(Top))
    );

    private static readonly Field<LabelledPictureBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the picture."
    );

    private static readonly Field<LabelledPictureBlock, AssetRef> Picture = new(
        "picture",
        CourseValues.Asset,
        b => b.Picture,
        "The picture."
    )
    {
        Required = true,
    };

    private static readonly Field<LabelledPictureBlock, Located<string>> Alt = PictureFields.Alt<LabelledPictureBlock>(
        b => b.Alt,
        isRequired: true
    );

    private static readonly Field<LabelledPictureBlock, IReadOnlyList<PictureLabel>> Labels = new(
        "labels",
        Values.ListOf(Values.Nested(LabelShape), most: 12),
        b => b.Labels,
        "The labels in order of their numbers, twelve at most; also a list below the picture."
    )
    {
        Required = true,
    };

    private static readonly Field<LabelledPictureBlock, Located<string>> Credit =
        PictureFields.Credit<LabelledPictureBlock>(b => b.Credit);

    private static readonly View<(PictureLabel Label, int Number)> LabelView = new View<(
        PictureLabel Label,
        int Number
    )>()
        .Number("number", label => label.Number, "The number of the mark, from 1.")
        .Markdown("text", label => label.Label.Text, "The text.")
        .Number("left", label => label.Label.Left.Value, "The middle of the mark, in percent from the left.")
        .Number("top", label => label.Label.Top.Value, "The middle of the mark, in percent from the top.");

    private static View<LabelledPictureBlock> Additions { get; } =
        new View<LabelledPictureBlock>()
            .List(
                "labels",
                LabelView,
                block => block.Labels.Select((label, index) => (label, index + 1)),
                "The labels, in order of their numbers."
            )
            .Measures(block => [block.Picture]);

    private static Shape<LabelledPictureBlock> Fields { get; } =
        new(
            "labelled-picture",
            "A picture with numbered marks and a list of what they show.",
            [Title, Picture, Alt, Labels, Credit],
            v => new LabelledPictureBlock(
                v.Get(Title),
                v.Need(Picture),
                v.Need(Alt),
                v.Need(Labels),
                v.Get(Credit),
                v.Span
            )
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: labelled-picture
            picture: media/room.svg
            alt: A room with a table, a door and an open window.
            labels:
              - {text: The table where two can talk in sight of others., left: 25, top: 60}
              - {text: The window. Close it before you talk., left: 75, top: 25}
            """;

    protected override void CheckBlock(LabelledPictureBlock block, DiagnosticBag bag)
    {
        AssetRules.CheckType(block.Picture, "a picture", AssetRules.Pictures, bag);
        AssetRules.CheckAlt(block.Alt, block.Picture, bag);
        var places = new HashSet<(int, int)>();
        foreach (PictureLabel label in block.Labels.Where(l => !places.Add((l.Left.Value, l.Top.Value))))
            bag.Add(ContentRules.SameMark, label.Text.Span, label.Text.Markdown.Trim());
    }
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>An area of a picture, in percent of its width and height.</summary>
internal sealed record Hotspot(
    RichText Text,
    Located<int> Left,
    Located<int> Top,
    Located<int> Width,
    Located<int> Height,
    bool IsCorrect,
    RichText? Feedback
);

/// <summary>
/// A question that asks to choose areas of a picture. The areas are also a list, for learners who cannot see or point.
/// </summary>
internal sealed record HotspotChoice(
    QuestionCore Core,
    AssetRef Picture,
    Located<string> Alt,
    IReadOnlyList<Hotspot> Areas
) : Question(Core)
{
    public override string Slug => "hotspot-choice";

    public IReadOnlyList<Choice> Options =>
        [.. Areas.Select(area => new Choice(area.Text, area.IsCorrect, area.Feedback))];
}

internal sealed class HotspotChoiceKind() : QuestionKind<HotspotChoice>(Fields, Additions)
{
    private static readonly QuestionFields<HotspotChoice> Common = new(withPartly: true);

    private static readonly Field<Hotspot, RichText> Text = new(
        "text",
        CourseValues.Line,
        a => a.Text,
        "The name of the area, also in the list."
    )
    {
        Required = true,
    };

    private static readonly Field<Hotspot, Located<int>> Left = new(
        "left",
        Values.Integer(0, 99),
        a => a.Left,
        "The left edge of the area, in percent of the picture's width."
    )
    {
        Required = true,
    };

    private static readonly Field<Hotspot, Located<int>> Top = new(
        "top",
        Values.Integer(0, 99),
        a => a.Top,
        "The upper edge of the area, in percent of the picture's height."
    )
    {
        Required = true,
    };

    private static readonly Field<Hotspot, Located<int>> Width = new(
        "width",
        Values.Integer(1, 100),
        a => a.Width,
        "The width of the area, in percent."
    )
    {
        Required = true,
    };

    private static readonly Field<Hotspot, Located<int>> Height = new(
        "height",
        Values.Integer(1, 100),
        a => a.Height,
        "The height of the area, in percent."
    )
    {
        Required = true,
    };

    private static readonly Field<Hotspot, bool> Correct = new(
        "correct",
        Values.Boolean,
        a => a.IsCorrect,
        "True for a right area."
    )
    {
        Default = false,
        IsSecret = true,
    };

    private static readonly Field<Hotspot, RichText> Feedback = new(
        "feedback",
        CourseValues.RichText,
        a => a.Feedback,
        "Shown when this area was chosen."
    );

    private static readonly Shape<Hotspot> Area = new(
        "area",
        "An area of the picture.",
        [Text, Left, Top, Width, Height, Correct, Feedback],
        v => new Hotspot(
            v.Need(Text),
            v.Need(Left),
            v.Need(Top),
            v.Need(Width),
            v.Need(Height),
            v.Get(Correct),
            v.Get(Feedback)
        )
    );

    private static readonly Field<HotspotChoice, AssetRef> Picture = new(
        "picture",
        CourseValues.Asset,
        q => q.Picture,
        "The picture."
    )
    {
        Required = true,
    };

    private static readonly Field<HotspotChoice, Located<string>> Alt = new(
        "alt",
        Values.Text(500),
        q => q.Alt,
        "A text alternative, for people who cannot see the picture."
    )
    {
        Required = true,
    };

    private static readonly Field<HotspotChoice, IReadOnlyList<Hotspot>> Areas = new(
        "areas",
        Values.ListOf(Values.Nested(Area), least: 2),
        q => q.Areas,
        "The areas; learners choose in the picture or in the list below it."
    )
    {
        Required = true,
    };

    private static readonly View<(Hotspot Area, int Index)> AreaView = new View<(Hotspot Area, int Index)>()
        .Number("index", area => area.Index, "The position in the author's order, from 0.")
        .Number("number", area => area.Index + 1, "The position, from 1.")
        .Number("left", area => area.Area.Left.Value, "The left edge, in percent of the width of the picture.")
        .Number("top", area => area.Area.Top.Value, "The upper edge, in percent of the height of the picture.")
        .Number("width", area => area.Area.Width.Value, "The width, in percent.")
        .Number("height", area => area.Area.Height.Value, "The height, in percent.")
        .Number(
            "middle_x",
            area => area.Area.Left.Value + (area.Area.Width.Value / 2),
            "The middle, in percent from the left."
        )
        .Number(
            "middle_y",
            area => area.Area.Top.Value + (area.Area.Height.Value / 2),
            "The middle, in percent from the top."
        );

    private static View<HotspotChoice> Additions { get; } =
        new View<HotspotChoice>()
            .List(
                "options",
                Choices.WithFeedback,
                question => Choices.Options(question.Options),
                "The areas as options, in the author's order."
            )
            .List(
                "areas",
                AreaView,
                question => question.Areas.Select((area, index) => (area, index)),
                "The areas of the picture."
            )
            .Measures(question => [question.Picture]);

    private static Shape<HotspotChoice> Fields { get; } =
        new(
            "hotspot-choice",
            "Areas of a picture to choose, in the picture or by name.",
            Common.With(Picture, Alt, Areas),
            v => new HotspotChoice(Common.Core(v), v.Need(Picture), v.Need(Alt), v.Need(Areas))
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: hotspot-choice
            id: safe-place
            prompt: Where could you talk without being overheard?
            picture: media/room.svg
            alt: A room with a table, a door and an open window.
            areas:
              - {text: The table in the corner, left: 10, top: 40, width: 30, height: 40, correct: true}
              - {text: The open window, left: 60, top: 10, width: 30, height: 30}
            feedback:
              right: Yes. Quiet, and in sight of others.
              wrong: Think of who could hear you.
            """;

    public override UiString How => new("choose_several");

    protected override int Options(HotspotChoice question) => question.Areas.Count;

    protected override int ResponseBits(HotspotChoice question) => Options(question);

    protected override IReadOnlyList<int> Right(HotspotChoice question) => Choices.Right(question.Options);

    protected override IReadOnlyList<Comment> OptionFeedback(HotspotChoice question) =>
        Choices.Comments(question.Options);

    protected override void CheckBlock(HotspotChoice block, DiagnosticBag bag)
    {
        Choices.Check(block, block.Options, bag);
        AssetRules.CheckType(block.Picture, "a picture", AssetRules.Pictures, bag);
        AssetRules.CheckAlt(block.Alt, block.Picture, bag);
        foreach (
            Hotspot area in block.Areas.Where(area =>
                area.Left.Value + area.Width.Value > 100 || area.Top.Value + area.Height.Value > 100
            )
        )
            bag.Add(ContentRules.AreaOutside, area.Text.Span, area.Text.Markdown.Trim());
    }
}

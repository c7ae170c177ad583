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

internal sealed class HotspotChoiceKind() : BlockKind<HotspotChoice>(Fields), IQuestionKind
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

    public UiString How => new("choose_several");

    public int Options(Question question) => ((HotspotChoice)question).Areas.Count;

    public int ResponseBits(Question question) => Options(question);

    public IReadOnlyList<int> Right(Question question) => Choices.Right(((HotspotChoice)question).Options);

    public bool Shuffles(Question question) => false;

    protected override IReadOnlyDictionary<string, object?> ShowBlock(HotspotChoice block) =>
        new Dictionary<string, object?>(base.ShowBlock(block))
        {
            ["options"] = Choices.Show(block.Options),
            ["areas"] = block
                .Areas.Select(
                    (area, index) =>
                        (object)
                            new Dictionary<string, object?>
                            {
                                ["index"] = index,
                                ["number"] = index + 1,
                                ["left"] = area.Left.Value,
                                ["top"] = area.Top.Value,
                                ["width"] = area.Width.Value,
                                ["height"] = area.Height.Value,
                                ["middle_x"] = area.Left.Value + (area.Width.Value / 2),
                                ["middle_y"] = area.Top.Value + (area.Height.Value / 2),
                            }
                )
                .ToList(),
        };

    protected override void CheckBlock(HotspotChoice block, DiagnosticBag bag)
    {
        Choices.Check(block, block.Options, bag);
        AssetRules.CheckType(block.Picture, "a picture", AssetRules.Pictures, bag);
        foreach (
            Hotspot area in block.Areas.Where(area =>
                area.Left.Value + area.Width.Value > 100 || area.Top.Value + area.Height.Value > 100
            )
        )
            bag.Add(ContentRules.AreaOutside, area.Text.Span, area.Text.Markdown.Trim());
    }
}

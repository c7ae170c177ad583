using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>An arrow of a flow chart: the answer that follows it, and the box that it leads to.</summary>
internal sealed record FlowArrow(Located<string>? Label, Located<string> To);

/// <summary>A box of a flow chart: a step, a decision (several arrows) or an end.</summary>
internal sealed record FlowBox(
    Located<string> Id,
    RichText Text,
    Located<string>? To,
    IReadOnlyList<FlowArrow> Labelled,
    bool IsEnd
)
{
    public IReadOnlyList<FlowArrow> Arrows { get; } = To is null ? Labelled : [new FlowArrow(null, To), .. Labelled];
}

/// <summary>A flow chart; the first box is the start.</summary>
internal sealed record FlowBlock(Located<string>? Title, IReadOnlyList<FlowBox> Boxes, SourceSpan Span) : Block(Span)
{
    public override string Slug => "flow";
}

internal sealed class FlowKind() : BlockKind<FlowBlock>(Fields, Additions)
{
    private static readonly Field<FlowArrow, Located<string>> Label = new(
        "label",
        Values.Text(60),
        a => a.Label,
        "The answer that follows this arrow, such as Yes."
    )
    {
        Required = true,
    };

    private static readonly Field<FlowArrow, Located<string>> ArrowTo = new(
        "to",
        CourseValues.Id,
        a => a.To,
        "The id of the box that the arrow leads to."
    )
    {
        Required = true,
    };

    private static readonly Shape<FlowArrow> ArrowShape = new(
        "arrow",
        "An arrow with the answer that follows it.",
        [Label, ArrowTo],
        v => new FlowArrow(v.Need(Label), v.Need(ArrowTo))
    );

    private static readonly Field<FlowBox, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        b => b.Id,
        "The id of the box; the first box is the start."
    )
    {
        Required = true,
    };

    private static readonly Field<FlowBox, RichText> Text = new(
        "text",
        CourseValues.Line,
        b => b.Text,
        "The step or the question, in one line."
    )
    {
        Required = true,
    };

    private static readonly Field<FlowBox, Located<string>> To = new(
        "to",
        CourseValues.Id,
        b => b.To,
        "For a step: the id of the next box."
    );

    private static readonly Field<FlowBox, IReadOnlyList<FlowArrow>> Arrows = new(
        "arrows",
        Values.ListOf(Values.Nested(ArrowShape), least: 2, most: FlowGraph.MostColumns),
        b => b.Labelled,
        $"For a decision: two to {FlowGraph.MostColumns} arrows, each with a label."
    );

    private static readonly Field<FlowBox, bool> End = new(
        "end",
        Values.Boolean,
        b => b.IsEnd,
        "True where the flow chart ends."
    )
    {
        Default = false,
    };

    private static readonly Shape<FlowBox> BoxShape = new(
        "box",
        "A step, a decision or an end.",
        [Id, Text, To, Arrows, End],
        v => new FlowBox(v.Need(Id), v.Need(Text), v.Get(To), v.Get(Arrows) ?? [], v.Get(End))
    );

    private static readonly Field<FlowBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the flow chart."
    );

    private static readonly Field<FlowBlock, IReadOnlyList<FlowBox>> Boxes = new(
        "boxes",
        Values.ListOf(Values.Nested(BoxShape), least: 2),
        b => b.Boxes,
        $"The boxes, {FlowGraph.MostBoxes} at most."
    )
    {
        Required = true,
        IsSecret = true, // templates use the rows
    };

    private static readonly View<FlowExit> ExitView = new View<FlowExit>()
        .Text("label", exit => exit.Label, "The answer that leads there; empty for the only way.")
        .Number("number", exit => exit.Number, "The number of the box that it leads to.")
        .Flag("back", exit => exit.IsBack, "True when it leads back.");

    private static readonly View<FlowCell> BoxView = new View<FlowCell>()
        .Number("number", cell => cell.Number, "The number of the box.")
        .Markdown("text", cell => cell.Box?.Text, "The text.")
        .List("exits", ExitView, cell => cell.Exits, "The ways out.")
        .Flag("decision", cell => cell.Exits.Count > 1, "True for a decision.")
        .Flag("end", cell => cell.Box?.IsEnd == true, "True for an end.");

    private static readonly View<FlowCell> CellView = new View<FlowCell>()
        .Number("at", cell => cell.At + 1, "The first of its two tracks in the grid, from 1.")
        .Group("box", BoxView, cell => cell.Box is null ? null : cell, "The box; empty for other parts of the drawing.")
        .Text("label", cell => cell.Label, "The label of an arrow; else empty.")
        .Number("back", cell => cell.BackTo, "The number of the box that an arrow leads back to; else empty.");

    private static readonly View<FlowRow> RowView = new View<FlowRow>()
        .Texts("lines", row => row.Lines, "The lines from the row above, as paths of an SVG 100 units high.")
        .List("cells", CellView, row => row.Cells, "The parts of the row: boxes, labels and lines that pass it.");

    private static View<FlowBlock> Additions { get; } =
        new View<FlowBlock>()
            .Number(
                "columns",
                block => FlowLayout.Of(block).Columns,
                "The number of columns of the drawing; empty when only the list fits."
            )
            .Number("tracks", block => FlowLayout.Of(block).Columns * 2, "The number of tracks: two per column.")
            .List("rows", RowView, block => FlowLayout.Of(block).Rows, "The rows, from top to bottom.");

    private static Shape<FlowBlock> Fields { get; } =
        new(
            "flow",
            "A flow chart written as text: boxes and arrows on wide screens, a numbered list with its decisions on "
                + "narrow screens, in print and for screen readers.",
            [Title, Boxes],
            v => new FlowBlock(v.Get(Title), v.Need(Boxes), v.Span)
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: flow
            title: A young person wants to talk
            boxes:
              - id: listen
                text: Listen. Let them set the pace.
                to: danger
              - id: danger
                text: Is anyone in danger now?
                arrows:
                  - {label: "Yes", to: call}
                  - {label: "No", to: note}
              - id: call
                text: Get help at once.
                to: note
              - id: note
                text: Write down the words that you heard.
                end: true
            """;

    protected override void CheckBlock(FlowBlock block, DiagnosticBag bag) => FlowGraph.Check(block, bag);
}

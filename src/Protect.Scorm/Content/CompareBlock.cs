using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record ComparedSide(Located<string> Title, IReadOnlyList<RichText> Points);

internal sealed record CompareBlock(Located<string>? Title, IReadOnlyList<ComparedSide> Sides, SourceSpan Span)
    : Block(Span)
{
    public override string Slug => "compare";
}

internal sealed class CompareKind() : BlockKind<CompareBlock>(Fields)
{
    private static readonly Field<ComparedSide, Located<string>> SideTitle = new(
        "title",
        Values.Text(200),
        s => s.Title,
        "The name of the side."
    )
    {
        Required = true,
    };

    private static readonly Field<ComparedSide, IReadOnlyList<RichText>> Points = new(
        "points",
        Values.ListOf(CourseValues.Line),
        s => s.Points,
        "The points about this side."
    )
    {
        Required = true,
    };

    private static readonly Shape<ComparedSide> Side = new(
        "side",
        "A side of a comparison.",
        [SideTitle, Points],
        v => new ComparedSide(v.Need(SideTitle), v.Need(Points))
    );

    private static readonly Field<CompareBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "A heading for the comparison."
    );

    private static readonly Field<CompareBlock, IReadOnlyList<ComparedSide>> Sides = new(
        "sides",
        Values.ListOf(Values.Nested(Side), least: 2, most: 4),
        b => b.Sides,
        "Two to four sides, shown next to each other where there is room."
    )
    {
        Required = true,
    };

    private static Shape<CompareBlock> Fields { get; } =
        new(
            "compare",
            "A comparison of two to four things.",
            [Title, Sides],
            v => new CompareBlock(v.Get(Title), v.Need(Sides), v.Span)
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: compare
            sides:
              - title: Opens
                points: [“What would help you now?”, Time]
              - title: Closes
                points: [“Why did you not say so earlier?”, A look at the clock]
            """;
}

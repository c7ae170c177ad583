using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>The drawing of flow charts.</summary>
public sealed class FlowLayoutTests
{
    private static readonly SourceSpan Nowhere = SourceFile.WithoutText("made.yaml").Start;

    [Fact(DisplayName = "A flow chart is drawn without overlaps, with each box once and each arrow from row to row")]
    public void Drawings()
    {
        int drawn = 0;
        for (int seed = 1; seed <= 400; seed++)
        {
            FlowBlock flow = Made(new Random(seed));
            var bag = new DiagnosticBag();
            FlowGraph.Check(flow, bag);
            if (bag.HasErrors)
                continue;
            drawn++;
            var layout = FlowLayout.Of(flow);
            FlowCell[] boxes = [.. layout.Rows.SelectMany(row => row.Cells).Where(cell => cell.Box is not null)];
            Assert.Equal(flow.Boxes.Count, boxes.Select(cell => cell.Box!.Id.Value).Distinct().Count());
            Assert.Equal(Enumerable.Range(1, boxes.Length), boxes.Select(cell => cell.Number));
            Assert.Same(flow.Boxes[0], boxes[0].Box);
            int forward = 0,
                back = 0;
            foreach ((FlowRow row, int at) in layout.Rows.Select((row, at) => (row, at)))
            {
                int[] places = [.. row.Cells.Select(cell => cell.At)];
                Assert.All(places, place => Assert.InRange(place, 0, (2 * layout.Needed) - 2));
                Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 2));
                // A line starts in the middle of a part above, and ends in the middle of a part of the row.
                foreach (string line in row.Lines)
                {
                    int[] numbers = [.. line.Split('M', 'H', 'V', ' ').Where(n => n.Length > 0).Select(int.Parse)];
                    Assert.Contains(layout.Rows[at - 1].Cells, cell => cell.At + 1 == numbers[0]);
                    int end = line.Contains('H', StringComparison.Ordinal) ? numbers[3] : numbers[0];
                    Assert.Contains(row.Cells, cell => cell.At + 1 == end);
                }
                forward += row.Cells.Sum(cell => cell.Exits.Count(exit => !exit.IsBack));
                back += row.Cells.Count(cell => cell.BackTo is not null);
            }
            Assert.Equal(flow.Boxes.Sum(box => box.Arrows.Count), forward + back);
            Assert.Equal(
                layout.Rows.SelectMany(row => row.Lines),
                FlowLayout.Of(flow).Rows.SelectMany(row => row.Lines)
            );
            foreach (FlowCell cell in boxes)
            foreach (FlowExit exit in cell.Exits.Where(exit => !exit.IsBack))
                Assert.True(exit.Number > cell.Number, "An arrow that does not lead back leads down.");
        }
        Assert.InRange(drawn, 50, 400);
    }

    private static FlowBlock Made(Random random)
    {
        int count = random.Next(2, 12);
        FlowBox[] boxes =
        [
            .. Enumerable
                .Range(0, count)
                .Select(at =>
                {
                    int ways = at == count - 1 ? 0 : random.Next(1, 4);
                    // Mostly to the boxes that follow, at times back.
                    Located<string> To() =>
                        Id(random.Next(8) == 0 ? random.Next(count) : Math.Min(count - 1, at + random.Next(1, 4)));
                    return new FlowBox(
                        Id(at),
                        new RichText("Text.", Nowhere, IsBlock: false),
                        ways == 1 ? To() : null,
                        ways < 2
                            ? []
                            : [.. Enumerable.Range(0, ways).Select(way => new FlowArrow(new($"{way}", Nowhere), To()))],
                        ways == 0
                    );
                }),
        ];
        return new FlowBlock(null, boxes, Nowhere);

        static Located<string> Id(int at) => new($"b{at}", Nowhere);
    }
}

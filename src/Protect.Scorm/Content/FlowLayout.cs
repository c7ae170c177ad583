namespace Protect.Scorm.Content;

/// <summary>A way out of a box, in words.</summary>
internal sealed record FlowExit(string? Label, int Number, bool IsBack);

/// <summary>Part of a row: a box, the label of an arrow, the end of an arrow that leads back, or a line.</summary>
/// <param name="At">The first of its two tracks, from 0.</param>
/// <param name="Box">The box; null for other parts.</param>
/// <param name="Number">The number of the box, in reading order from 1.</param>
/// <param name="Exits">The ways out of the box.</param>
/// <param name="Label">The label of an arrow; null for other parts.</param>
/// <param name="BackTo">The number of the box that an arrow leads back to; null for other parts.</param>
internal sealed record FlowCell(
    int At,
    FlowBox? Box,
    int Number,
    IReadOnlyList<FlowExit> Exits,
    string? Label,
    int? BackTo
);

/// <summary>A row of the drawing with the lines above it.</summary>
internal sealed record FlowRow(IReadOnlyList<string> Lines, IReadOnlyList<FlowCell> Cells);

/// <summary>
/// Arranges a flow chart in rows (a layered drawing, after Sugiyama, Tagawa and Toda, 1981). An arrow connects adjacent
/// rows only: labels, arrows that lead back, and lines that pass a row are parts of rows too.
/// </summary>
internal sealed class FlowLayout
{
    private readonly FlowBlock _flow;
    private readonly FlowGraph _graph;
    private readonly List<List<Part>> _layers = [];
    private readonly Dictionary<int, Part> _boxes = [];

    private FlowLayout(FlowBlock flow)
    {
        (_flow, _graph) = (flow, new FlowGraph(flow));
        if (_graph.Order.Count == 0)
            return;
        Layer();
        Sort();
        int number = 0;
        foreach (Part part in _layers.SelectMany(layer => layer).Where(part => part.Box is not null))
            part.Number = ++number;
        Needed = _layers.Max(layer => layer.Count);
        Columns = Needed <= FlowGraph.MostColumns ? Needed : null;
        Spread();
        Rows = [.. _layers.Select((layer, at) => Row(at == 0 ? [] : _layers[at - 1], layer))];
    }

    /// <summary>The number of columns; null when the drawing would be too wide.</summary>
    public int? Columns { get; }

    /// <summary>The number of columns that the drawing needs.</summary>
    public int Needed { get; }

    public IReadOnlyList<FlowRow> Rows { get; } = [];

    public static FlowLayout Of(FlowBlock flow) => new(flow);

    private sealed class Part(FlowBox? box)
    {
        public FlowBox? Box => box;

        public string? Label { get; init; }

        public Part? BackTo { get; init; }

        public int Number { get; set; }

        public int Layer { get; set; }

        /// <summary>The middle, in tracks.</summary>
        public int Middle { get; set; }

        public List<Part> Next { get; } = [];

        public List<Part> Before { get; } = [];
    }

    private void Layer()
    {
        foreach (int box in _graph.Order)
            _boxes[box] = new Part(_flow.Boxes[box]);
        foreach (int box in _graph.Order)
        {
            Place(_boxes[box]);
            foreach (FlowArrow arrow in _flow.Boxes[box].Arrows.Where(arrow => _graph.To(arrow) >= 0))
            {
                Part from = _boxes[box],
                    to = _boxes[_graph.To(arrow)];
                if (arrow.Label is { } label)
                    from = Place(new Part(null) { Label = label.Value, Layer = from.Layer + 1 }, from);
                if (_graph.IsBack(arrow))
                    Place(new Part(null) { BackTo = to, Layer = from.Layer + 1 }, from);
                else
                    to.Before.Add(from);
            }
        }
        foreach (Part to in _boxes.Values)
        {
            Part[] sources = [.. to.Before];
            to.Before.Clear();
            foreach (Part source in sources)
            {
                Part from = source;
                while (from.Layer < to.Layer - 1)
                    from = Place(new Part(null) { Layer = from.Layer + 1 }, from);
                Join(from, to);
            }
        }
    }

    private Part Place(Part part, Part? from = null)
    {
        if (from is not null)
            Join(from, part);
        else if (part.Before.Count > 0)
            part.Layer = part.Before.Max(before => before.Layer) + 1;
        while (_layers.Count <= part.Layer)
            _layers.Add([]);
        _layers[part.Layer].Add(part);
        return part;
    }

    private static void Join(Part from, Part to)
    {
        from.Next.Add(to);
        to.Before.Add(from);
    }

    /// <summary>Sorts each row by the places of what it is connected to, so that few lines cross.</summary>
    private void Sort()
    {
        for (int round = 0; round < 4; round++)
        {
            for (int at = 1; at < _layers.Count; at++)
                Sort(at, part => part.Before, _layers[at - 1]);
            for (int at = _layers.Count - 2; at >= 0; at--)
                Sort(at, part => part.Next, _layers[at + 1]);
        }
        for (int at = 1; at < _layers.Count; at++)
            Sort(at, part => part.Before, _layers[at - 1]);
    }

    private void Sort(int at, Func<Part, List<Part>> others, List<Part> layer) =>
        _layers[at] = [
            .. _layers[at]
                .Select((part, place) => (Part: part, Place: Mean(others(part), other => layer.IndexOf(other), place)))
                .OrderBy(pair => pair.Place)
                .Select(pair => pair.Part),
        ];

    private static double Mean(List<Part> parts, Func<Part, int> place, double otherwise) =>
        parts.Count == 0 ? otherwise : parts.Average(place);

    /// <summary>Places parts near what they are connected to: first under it, then the upper ones above.</summary>
    private void Spread()
    {
        foreach (List<Part> layer in _layers)
            Spread(layer, part => part.Before);
        foreach (List<Part> layer in Enumerable.Reverse(_layers))
            Spread(layer, part => part.Next);
    }

    /// <summary>Moves the parts of a row to the middle of others, at least two tracks apart.</summary>
    private void Spread(List<Part> layer, Func<Part, List<Part>> others)
    {
        // Parts that would overlap share the mean of their wishes (pool of adjacent violators).
        var pools = new List<(double Sum, int Count)>();
        for (int at = 0; at < layer.Count; at++)
        {
            Part part = layer[at];
            double wish = Mean(others(part), other => other.Middle, part.Middle == 0 ? Needed : part.Middle) - (2 * at);
            pools.Add((wish, 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count >= pools[^1].Sum / pools[^1].Count)
            {
                pools[^2] = (pools[^2].Sum + pools[^1].Sum, pools[^2].Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
        }
        int next = 0,
            most = (2 * Needed) - 1 - (2 * (layer.Count - 1));
        foreach ((double sum, int count) in pools)
            for (int i = 0; i < count; i++, next++)
                layer[next].Middle = Math.Clamp((int)Math.Floor((sum / count) + 0.5), 1, most) + (2 * next);
    }

    private FlowRow Row(List<Part> above, List<Part> layer) => new([.. Lines(above)], [.. layer.Select(Cell)]);

    /// <summary>Returns the lines between two rows. Each part that turns has a height of its own.</summary>
    private static IEnumerable<string> Lines(List<Part> above)
    {
        Part[] turning = [.. above.Where(part => part.Next.Exists(next => next.Middle != part.Middle))];
        foreach (Part from in above)
        {
            int height = 100 * (Array.IndexOf(turning, from) + 1) / (turning.Length + 1);
            foreach (Part to in from.Next)
                yield return from.Middle == to.Middle
                    ? $"M{from.Middle} 0V100"
                    : $"M{from.Middle} 0V{height}H{to.Middle}V100";
        }
    }

    private FlowCell Cell(Part part) =>
        new(
            part.Middle - 1,
            part.Box,
            part.Number,
            part.Box is null
                ? []
                :
                [
                    .. part
                        .Box.Arrows.Where(arrow => _graph.To(arrow) >= 0)
                        .Select(arrow => new FlowExit(
                            arrow.Label?.Value,
                            _boxes[_graph.To(arrow)].Number,
                            _graph.IsBack(arrow)
                        )),
                ],
            part.Label,
            part.BackTo?.Number
        );
}

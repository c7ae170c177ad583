using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Content;

/// <summary>The boxes of a flow chart that can be reached, and the arrows that lead back.</summary>
internal sealed class FlowGraph
{
    public const int MostBoxes = 24,
        MostColumns = 4;

    private readonly FlowBlock _flow;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly HashSet<FlowArrow> _back = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _order = [];

    public FlowGraph(FlowBlock flow)
    {
        _flow = flow;
        for (int box = 0; box < flow.Boxes.Count; box++)
            _index.TryAdd(flow.Boxes[box].Id.Value, box);
        Visit(0, new bool[flow.Boxes.Count], new bool[flow.Boxes.Count]);
        _order.Reverse();
    }

    /// <summary>The reached boxes by index, each after all boxes whose arrows lead forward to it.</summary>
    public IReadOnlyList<int> Order => _order;

    /// <summary>Returns the index of the box that an arrow leads to; -1 for an unknown one.</summary>
    public int To(FlowArrow arrow) => _index.GetValueOrDefault(arrow.To.Value, -1);

    /// <summary>Returns true for an arrow to a box that leads to the arrow's own box.</summary>
    public bool IsBack(FlowArrow arrow) => _back.Contains(arrow);

    /// <summary>Reports all faults of a flow chart.</summary>
    public static void Check(FlowBlock flow, DiagnosticBag bag)
    {
        if (flow.Boxes.Count > MostBoxes)
        {
            bag.Add(FlowRules.TooManyBoxes, flow.Boxes[MostBoxes].Id.Span, flow.Boxes.Count, MostBoxes);
            return;
        }
        if (new FlowGraph(flow).CheckBoxes(bag))
            new FlowGraph(flow).CheckPaths(bag);
    }

    // A flow chart has few boxes, so that the recursion is shallow. Larger ones are refused, and are not drawn.
    private void Visit(int box, bool[] seen, bool[] above)
    {
        if (_flow.Boxes.Count is 0 or > MostBoxes)
            return;
        seen[box] = above[box] = true;
        // The last arrow first: the reversed order then keeps the author's order of branches.
        foreach (FlowArrow arrow in _flow.Boxes[box].Arrows.Reverse())
        {
            int to = To(arrow);
            if (to < 0)
                continue;
            if (above[to])
                _back.Add(arrow);
            else if (!seen[to])
                Visit(to, seen, above);
        }
        above[box] = false;
        _order.Add(box);
    }

    private bool CheckBoxes(DiagnosticBag bag)
    {
        bool sound = true;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (FlowBox box in _flow.Boxes)
        {
            if (!ids.Add(box.Id.Value))
                Fault(FlowRules.RepeatedBox, box.Id.Span, box.Id.Value);
            if (box.Arrows.Count == 0 && !box.IsEnd)
                Fault(FlowRules.BoxWithoutWay, box.Id.Span, box.Id.Value);
            if (box.Arrows.Count > 0 && box.IsEnd)
                Fault(FlowRules.EndWithArrows, box.Id.Span, box.Id.Value);
            if (box.To is not null && box.Labelled.Count > 0)
                Fault(FlowRules.ToAndArrows, box.To.Span, box.Id.Value);
            foreach (FlowArrow arrow in box.Arrows.Where(arrow => To(arrow) < 0))
                Fault(
                    FlowRules.UnknownBox,
                    arrow.To.Span,
                    arrow.To.Value,
                    Nearest.Hint(arrow.To.Value, _flow.Boxes.Select(other => other.Id.Value))
                );
        }
        return sound;

        void Fault(DiagnosticRule rule, SourceSpan place, params object[] values)
        {
            sound = false;
            bag.Add(rule, place, values);
        }
    }

    private void CheckPaths(DiagnosticBag bag)
    {
        int[] targets = [.. _flow.Boxes.SelectMany(box => box.Arrows).Select(To)];
        bool sound = true;
        for (int box = 1; box < _flow.Boxes.Count; box++)
        {
            Located<string> id = _flow.Boxes[box].Id;
            if (_order.Contains(box))
                continue;
            sound = false;
            if (targets.Contains(box))
                bag.Add(FlowRules.UnreachableBox, id.Span, id.Value);
            else
                bag.Add(FlowRules.SecondStart, id.Span, id.Value, _flow.Boxes[0].Id.Value);
        }
        var ending = new HashSet<int>();
        for (bool grows = true; grows; )
            grows = _order.Where(Ends).Any(ending.Add);
        foreach (int box in _order.Order().Where(box => !ending.Contains(box)))
        {
            sound = false;
            bag.Add(FlowRules.EndlessBox, _flow.Boxes[box].Id.Span, _flow.Boxes[box].Id.Value);
        }
        if (!sound)
            return;
        foreach (FlowBox box in _flow.Boxes)
        foreach (FlowArrow arrow in box.Arrows.Where(IsBack))
            bag.Add(FlowRules.FlowLoop, arrow.To.Span, box.Id.Value, arrow.To.Value);
        var layout = FlowLayout.Of(_flow);
        if (layout.Columns is null)
            bag.Add(FlowRules.FlowTooWide, _flow.Boxes[0].Id.Span, layout.Needed, MostColumns);

        bool Ends(int box) =>
            _flow.Boxes[box].IsEnd || _flow.Boxes[box].Arrows.Any(arrow => ending.Contains(To(arrow)));
    }
}

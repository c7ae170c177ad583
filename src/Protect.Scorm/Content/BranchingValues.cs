using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>
/// The prospects of each state of a scenario: how near to a right ending a learner comes who chooses at random from
/// there, 0 to 1. They tell the better choice from the worse, whatever the variables mean.
/// </summary>
internal sealed class BranchingValues
{
    private const double Even = 1e-6;

    // Enough for loops: a learner who goes round this often is lost anyway.
    private const int Rounds = 60;

    private readonly IReadOnlyList<BranchingState> _states;
    private readonly double[] _prospects;
    private readonly bool[] _mayEndRight;
    private readonly Branching _branching;

    public BranchingValues(BranchingGraph graph)
    {
        _branching = graph.Branching;
        _states = graph.States;
        _prospects = new double[_states.Count];
        _mayEndRight = new bool[_states.Count];
        bool isChanged = true;
        for (int round = 0; round < Rounds && isChanged; round++)
        {
            isChanged = false;
            // Backwards, because most states come after those that lead to them.
            for (int at = _states.Count - 1; at >= 0; at--)
            {
                BranchingState state = _states[at];
                Ending? ending = _branching.Nodes[state.Node].Ending?.Value;
                double prospect = ending switch
                {
                    Ending.Right => 1,
                    Ending.Partly => 0.5,
                    _ => state.Next.Count == 0 ? 0 : state.Next.Average(next => _prospects[next.State]),
                };
                bool mayEndRight = ending == Ending.Right || state.Next.Any(next => _mayEndRight[next.State]);
                isChanged |= Math.Abs(prospect - _prospects[at]) > Even || mayEndRight != _mayEndRight[at];
                (_prospects[at], _mayEndRight[at]) = (prospect, mayEndRight);
            }
        }
    }

    /// <summary>True when no choice leads to an ending that is not right.</summary>
    public bool EveryEndingIsRight =>
        _states.All(state => _branching.Nodes[state.Node].Ending is null or { Value: Ending.Right });

    /// <summary>
    /// Choices that change a variable for the worse and after which a right ending can still be reached, in order.
    /// </summary>
    public IEnumerable<Branch> HarmThatEndsRight
    {
        get
        {
            HashSet<Branch> found = new(ReferenceEqualityComparer.Instance);
            foreach (BranchingState state in _states.Where(state => state.Next.Count > 1))
            {
                double best = state.Next.Max(next => _prospects[next.State]);
                foreach ((int choice, int next) in state.Next)
                    if (
                        _branching.Nodes[state.Node].Choices[choice] is { Effects.Count: > 0 } branch
                        && _prospects[next] < best - Even
                        && _mayEndRight[next]
                    )
                        found.Add(branch);
            }
            return _branching.Nodes.SelectMany(node => node.Choices).Where(found.Contains);
        }
    }

    /// <summary>The place of the best choice at each node where one choice is better than all others, from 0.</summary>
    public IEnumerable<int> BestPlaces
    {
        get
        {
            foreach (IGrouping<int, BranchingState> node in _states.GroupBy(state => state.Node))
            {
                int count = _branching.Nodes[node.Key].Choices.Count;
                // A choice that is not always offered is no fixed place.
                BranchingState[] complete = [.. node.Where(state => state.Next.Count == count)];
                if (count < 2 || complete.Length == 0)
                    continue;
                double[] values =
                [
                    .. Enumerable
                        .Range(0, count)
                        .Select(choice => complete.Average(state => _prospects[state.Next[choice].State])),
                ];
                double best = values.Max();
                if (values.Count(value => value > best - Even) == 1)
                    yield return Array.FindIndex(values, value => value > best - Even);
            }
        }
    }
}

/// <summary>A state of a scenario that a learner can reach.</summary>
/// <param name="Node">The index of the node.</param>
/// <param name="Next">The choices offered, by their index, with the index of the state that each leads to.</param>
internal sealed record BranchingState(int Node, IReadOnlyList<(int Choice, int State)> Next);

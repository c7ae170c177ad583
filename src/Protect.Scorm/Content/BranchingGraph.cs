using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>All states of a scenario that a learner can reach: a node with the values of the variables.</summary>
internal sealed class BranchingGraph
{
    /// <summary>The maximum number of states; beyond it the build reports an error.</summary>
    public const int MostPlaces = 200_000;

    private readonly Dictionary<Place, List<Place>> _next = [];
    private readonly Dictionary<Place, List<int>> _choices = [];

    private BranchingGraph(Branching branching) => Branching = branching;

    public Branching Branching { get; }

    /// <summary>A node with the values of the variables, in order of declaration.</summary>
    private sealed record Place(int Node, string Values);

    /// <summary>Explores all paths; null when there are too many states or a choice leads to an unknown node.</summary>
    public static BranchingGraph? Of(Branching branching)
    {
        if (branching.Nodes.SelectMany(node => node.Choices).Any(branch => branching.IndexOf(branch.To.Value) < 0))
            return null;
        var graph = new BranchingGraph(branching);
        var open = new Queue<(Place Place, int[] Values)>();
        int[] start = [.. branching.Variables.Select(variable => variable.StartValue)];
        Visit(0, start);
        while (open.TryDequeue(out (Place Place, int[] Values) at))
        {
            if (graph._next.Count > MostPlaces)
                return null;
            IReadOnlyList<Branch> choices = branching.Nodes[at.Place.Node].Choices;
            for (int choice = 0; choice < choices.Count; choice++)
            {
                if (!graph.IsOffered(choices[choice], at.Values))
                    continue;
                int to = branching.IndexOf(choices[choice].To.Value);
                graph._next[at.Place].Add(Visit(to, graph.After(choices[choice], at.Values)));
                graph._choices[at.Place].Add(choice);
            }
        }
        return graph;

        Place Visit(int node, int[] values)
        {
            var place = new Place(node, string.Join(',', values));
            if (graph._next.TryAdd(place, []))
            {
                graph._choices[place] = [];
                open.Enqueue((place, values));
            }
            return place;
        }
    }

    /// <summary>All states, in the order in which they are found; the first is the start.</summary>
    public IReadOnlyList<BranchingState> States
    {
        get
        {
            var index = _next.Keys.Select((place, at) => (place, at)).ToDictionary(pair => pair.place, pair => pair.at);
            return
            [
                .. _next.Select(pair => new BranchingState(
                    pair.Key.Node,
                    [.. _choices[pair.Key].Zip(pair.Value, (choice, next) => (choice, index[next]))]
                )),
            ];
        }
    }

    /// <summary>Indexes of the nodes that can be reached.</summary>
    public IReadOnlySet<int> Reached => _next.Keys.Select(place => place.Node).ToHashSet();

    /// <summary>
    /// Dead ends: nodes that are not endings but may offer no choice, with the values of the variables.
    /// </summary>
    public IEnumerable<(int Node, string Values)> Stuck =>
        _next
            .Where(place => place.Value.Count == 0 && Branching.Nodes[place.Key.Node].Ending is null)
            .Select(place => (place.Key.Node, Named(place.Key.Values)))
            .DistinctBy(stuck => stuck.Node);

    /// <summary>Nodes from which no ending can be reached.</summary>
    public IEnumerable<int> Endless
    {
        get
        {
            var back = _next
                .SelectMany(place => place.Value.Select(next => (From: place.Key, To: next)))
                .ToLookup(step => step.To, step => step.From);
            var ends = new HashSet<Place>(_next.Keys.Where(place => Branching.Nodes[place.Node].Ending is not null));
            var open = new Queue<Place>(ends);
            while (open.TryDequeue(out Place? at))
            {
                foreach (Place before in back[at].Where(ends.Add))
                    open.Enqueue(before);
            }
            return _next
                .Keys.Where(place => !ends.Contains(place) && _next[place].Count > 0)
                .Select(place => place.Node)
                .Distinct()
                .Order();
        }
    }

    private bool IsOffered(Branch branch, int[] values) =>
        branch.Conditions.All(condition =>
            ValueOf(condition.Variable.Value, values) is var value
            && value >= (condition.AtLeast?.Value ?? int.MinValue)
            && value <= (condition.AtMost?.Value ?? int.MaxValue)
        );

    private int[] After(Branch branch, int[] values)
    {
        int[] after = [.. values];
        foreach (Effect effect in branch.Effects)
        {
            int at = IndexOf(effect.Variable.Value);
            if (at >= 0)
                after[at] = Math.Clamp(
                    after[at] + effect.Add.Value,
                    Branching.Variables[at].From.Value,
                    Branching.Variables[at].To.Value
                );
        }
        return after;
    }

    private int ValueOf(string name, int[] values) => IndexOf(name) is var at && at >= 0 ? values[at] : 0;

    private int IndexOf(string name) => Branching.Variables.ToList().FindIndex(variable => variable.Name.Value == name);

    private string Named(string values) =>
        string.Join(
            ", ",
            Branching.Variables.Zip(values.Split(','), (variable, value) => $"{variable.Name.Value} {value}")
        );
}

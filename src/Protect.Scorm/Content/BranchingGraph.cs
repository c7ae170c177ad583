using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>All that can happen on the ways of a scenario: each node with each value of the variables that a learner can stand at.</summary>
internal sealed class BranchingGraph
{
    /// <summary>Beyond this many the build gives up and says so.</summary>
    public const int MostPlaces = 200_000;

    private readonly Dictionary<Place, List<Place>> _next = [];

    private BranchingGraph(Branching branching) => Branching = branching;

    public Branching Branching { get; }

    /// <summary>A node with the values of the variables, in the order they are declared.</summary>
    private sealed record Place(int Node, string Values);

    /// <summary>Walks every way; null when there are too many places, or a choice leads nowhere.</summary>
    public static BranchingGraph? Of(Branching branching)
    {
        if (branching.Nodes.SelectMany(node => node.Choices).Any(way => branching.IndexOf(way.To.Value) < 0))
            return null;
        var graph = new BranchingGraph(branching);
        var open = new Queue<(Place Place, int[] Values)>();
        int[] start = [.. branching.Variables.Select(variable => variable.StartValue)];
        Visit(0, start);
        while (open.TryDequeue(out (Place Place, int[] Values) at))
        {
            if (graph._next.Count > MostPlaces)
                return null;
            foreach (Way way in branching.Nodes[at.Place.Node].Choices.Where(way => graph.IsOffered(way, at.Values)))
                graph._next[at.Place].Add(Visit(branching.IndexOf(way.To.Value), graph.After(way, at.Values)));
        }
        return graph;

        Place Visit(int node, int[] values)
        {
            var place = new Place(node, string.Join(',', values));
            if (graph._next.TryAdd(place, []))
                open.Enqueue((place, values));
            return place;
        }
    }

    /// <summary>Indexes of the nodes that some way reaches.</summary>
    public IReadOnlySet<int> Reached => _next.Keys.Select(place => place.Node).ToHashSet();

    /// <summary>Nodes where a learner may stand with nothing to choose, though they are no endings; with the values of the variables.</summary>
    public IEnumerable<(int Node, string Values)> Stuck =>
        _next
            .Where(place => place.Value.Count == 0 && Branching.Nodes[place.Key.Node].Ending is null)
            .Select(place => (place.Key.Node, Named(place.Key.Values)))
            .DistinctBy(stuck => stuck.Node);

    /// <summary>Nodes from which no way leads to an ending any more.</summary>
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

    private bool IsOffered(Way way, int[] values) =>
        way.Conditions.All(condition =>
            ValueOf(condition.Variable.Value, values) is var value
            && value >= (condition.AtLeast?.Value ?? int.MinValue)
            && value <= (condition.AtMost?.Value ?? int.MaxValue)
        );

    private int[] After(Way way, int[] values)
    {
        int[] after = [.. values];
        foreach (Effect effect in way.Effects)
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

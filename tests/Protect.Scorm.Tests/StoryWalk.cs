using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>Path through a story, with its result.</summary>
/// <param name="Node">Id of the node where the path ends.</param>
/// <param name="Verdict">Verdict of that node.</param>
/// <param name="IsHarmful">True if the path contains a harmful choice.</param>
/// <param name="Path">Texts of the choices.</param>
internal sealed record StoryEnd(string Node, Ending Verdict, bool IsHarmful, string Path);

/// <summary>Every path through a story. A path never visits a node twice with the same values.</summary>
internal sealed partial class StoryWalk
{
    private readonly Branching _story;
    private readonly Func<Node, Branch, bool> _isHarmful;
    private readonly string[] _names;

    public StoryWalk(Branching story, Func<Node, Branch, bool> isHarmful)
    {
        _story = story;
        _isHarmful = isHarmful;
        _names = [.. story.Variables.Select(variable => variable.Name.Value)];
        Visit(0, Start, isHarmful: false, path: "", seen: []);
    }

    /// <summary>Paths that reached an ending.</summary>
    public List<StoryEnd> Ends { get; } = [];

    private int[] Start => [.. _story.Variables.Select(variable => variable.StartValue)];

    private void Visit(int at, int[] values, bool isHarmful, string path, HashSet<string> seen)
    {
        Node node = _story.Nodes[at];
        if (node.Ending is { } ending)
        {
            Ends.Add(new StoryEnd(node.Id.Value, ending.Value, isHarmful, path));
            return;
        }
        string place = $"{at}: {string.Join(' ', values)}";
        if (!seen.Add(place))
            return;
        foreach (Branch way in Offered(node, values))
        {
            string next = $"{path} / {Plain(way.Text)}";
            Visit(_story.IndexOf(way.To.Value), After(way, values), isHarmful || _isHarmful(node, way), next, seen);
        }
        seen.Remove(place);
    }

    /// <summary>Positions on the screen, from 0, of the careful choices; none if no choice is harmful.</summary>
    public int[] CarefulPlaces(Node node)
    {
        Branch[] shown = [.. node.Choices.DistinctBy(way => Plain(way.Text))];
        bool[] harmful = [.. shown.Select(way => _isHarmful(node, way))];
        return harmful.Contains(true) ? [.. Enumerable.Range(0, shown.Length).Where(place => !harmful[place])] : [];
    }

    /// <summary>
    /// Returns the ending of a learner who always takes the choice at one position, or the last one if there are fewer.
    /// </summary>
    public Ending? AlwaysTaking(int place)
    {
        int at = 0;
        int[] values = Start;
        for (int step = 0; step < 100; step++)
        {
            if (_story.Nodes[at].Ending is { } ending)
                return ending.Value;
            Branch[] offered = [.. Offered(_story.Nodes[at], values)];
            Branch way = offered[Math.Min(place, offered.Length - 1)];
            (at, values) = (_story.IndexOf(way.To.Value), After(way, values));
        }
        return null;
    }

    /// <summary>Returns a text with each run of white space as one space.</summary>
    public static string Plain(RichText text) => Spaces().Replace(text.Markdown, " ").Trim();

    private IEnumerable<Branch> Offered(Node node, int[] values) =>
        node.Choices.Where(way => way.Conditions.All(met => IsMet(met, values[IndexOf(met.Variable)])));

    private static bool IsMet(Condition condition, int value) =>
        value >= (condition.AtLeast?.Value ?? int.MinValue) && value <= (condition.AtMost?.Value ?? int.MaxValue);

    private int[] After(Branch way, int[] values)
    {
        int[] after = [.. values];
        foreach (Effect effect in way.Effects)
        {
            int at = IndexOf(effect.Variable);
            Variable variable = _story.Variables[at];
            after[at] = Math.Clamp(after[at] + effect.Add.Value, variable.From.Value, variable.To.Value);
        }
        return after;
    }

    private int IndexOf(Located<string> name) => Array.IndexOf(_names, name.Value);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

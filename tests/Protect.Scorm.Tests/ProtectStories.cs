using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>
/// Stories and conversations of the course we ship. <c>fixtures/protect-choices.txt</c> lists their choices: <c>-</c>
/// for a choice that violates the response card or breaks trust, <c>+</c> for all others.
/// </summary>
internal static class ProtectStories
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<JudgedChoice>>> Read = new(Parse);

    public static SourceFolder Folder => SourceFolder.Course(Repository.At("courses", "protect"), "protect");

    /// <summary>Choices of the list, for each story.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<JudgedChoice>> Judged => Read.Value;

    /// <summary>Returns all stories of an edition, those of the assessment included.</summary>
    public static Branching[] Of(string? edition)
    {
        var bag = new DiagnosticBag();
        Course course = new CourseSource(Folder).Read(bag, edition)!;
        Assert.False(bag.HasErrors);
        return [.. course.Questions.Select(item => item.Question).OfType<Branching>()];
    }

    /// <summary>Walks every path of a story.</summary>
    public static StoryWalk Walk(Branching story) => new(story, (node, way) => IsHarmful(story, node, way));

    public static bool IsHarmful(Branching story, Node node, Branch way) =>
        Judged[story.Id.Value].Any(known => known.IsHarmful && known.Fits(node, way));

    private static Dictionary<string, IReadOnlyList<JudgedChoice>> Parse()
    {
        var stories = new Dictionary<string, IReadOnlyList<JudgedChoice>>(StringComparer.Ordinal);
        List<JudgedChoice> choices = [];
        string node = "";
        foreach (string line in File.ReadLines(Repository.At("tests", "fixtures", "protect-choices.txt")))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                stories.Add(line[2..], choices = []);
            else if (line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("+ ", StringComparison.Ordinal))
                choices.Add(new JudgedChoice(node, line[2..], line[0] == '-'));
            else if (line != "")
                node = line;
        }
        return stories;
    }
}

/// <summary>Choice of the list, by node and first words.</summary>
internal sealed record JudgedChoice(string Node, string Text, bool IsHarmful)
{
    public bool Fits(Node node, Branch way) =>
        node.Id.Value == Node && StoryWalk.Plain(way.Text).StartsWith(Text, StringComparison.Ordinal);
}

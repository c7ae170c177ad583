using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>The course we ship never rewards a harmful act in a story, and no habit of clicking passes one.</summary>
public sealed class ProtectStoriesTests
{
    public static TheoryData<string?> Editions => [null, "core"];

    [Theory(
        DisplayName = "No path of a story in Protect with a harmful choice ends right; every careful path does, and "
            + "every ending is reached"
    )]
    [MemberData(nameof(Editions))]
    public void HarmNeverEndsRight(string? edition)
    {
        Assert.All(
            ProtectStories.Of(edition),
            story =>
            {
                StoryWalk walk = ProtectStories.Walk(story);
                Assert.InRange(walk.Ends.Count, 9, 100_000);
                Assert.Equal([], PathsOf(walk, end => end.IsHarmful && end.Verdict == Ending.Right));
                Assert.Equal([], PathsOf(walk, end => !end.IsHarmful && end.Verdict != Ending.Right));
                Assert.Contains(walk.Ends, end => !end.IsHarmful);
                Assert.Contains(walk.Ends, end => end.Verdict == Ending.Partly);
                Assert.Contains(walk.Ends, end => end.Verdict == Ending.Wrong);
                Assert.Equal(
                    story.Nodes.Where(node => node.Ending is not null).Select(node => node.Id.Value).Order(),
                    walk.Ends.Select(end => end.Node).Distinct().Order()
                );
            }
        );
    }

    [Theory(DisplayName = "Every choice in a story of Protect is listed as harmful or as careful")]
    [MemberData(nameof(Editions))]
    public void EveryChoiceIsJudged(string? edition)
    {
        Branching[] stories = ProtectStories.Of(edition);
        string[] ids = [.. stories.Select(story => story.Id.Value)];
        Assert.Equal([], ids.Except(ProtectStories.Judged.Keys));
        if (edition is null)
            Assert.Equal([], ProtectStories.Judged.Keys.Except(ids));
        Assert.All(
            stories,
            story =>
            {
                IReadOnlyList<JudgedChoice> judged = ProtectStories.Judged[story.Id.Value];
                (Node Node, Branch Branch)[] choices =
                [
                    .. story.Nodes.SelectMany(node => node.Choices.Select(way => (node, way))),
                ];
                Assert.Equal([], judged.Where(known => !choices.Any(one => known.Fits(one.Node, one.Branch))));
                Assert.Equal(
                    [],
                    choices
                        .Where(one => judged.Count(known => known.Fits(one.Node, one.Branch)) != 1)
                        .Select(one => $"{one.Node.Id.Value}: {one.Branch.Text.Markdown}")
                );
            }
        );
    }

    [Theory(
        DisplayName = "The best choice of a Protect story changes its position; one fixed position never ends right"
    )]
    [MemberData(nameof(Editions))]
    public void PlacesChange(string? edition)
    {
        Assert.All(
            ProtectStories.Of(edition),
            story =>
            {
                StoryWalk walk = ProtectStories.Walk(story);
                int[][] good = [.. story.Nodes.Select(walk.CarefulPlaces).Where(places => places.Length > 0)];
                Assert.InRange(good.Length, 3, 20);
                Assert.All(Enumerable.Range(0, 3), place => Assert.Contains(good, places => !places.Contains(place)));
                int[] only = [.. good.Where(places => places.Length == 1).Select(places => places[0])];
                Assert.All(only.CountBy(place => place), place => Assert.InRange(place.Value, 0, only.Length / 2));
                Assert.All(Enumerable.Range(0, 4), place => Assert.NotEqual(Ending.Right, walk.AlwaysTaking(place)));
            }
        );
    }

    [Theory(DisplayName = "In the stories of Protect each careful choice asks one question at a time")]
    [MemberData(nameof(Editions))]
    public void OneQuestionAtATime(string? edition) =>
        Assert.Equal(
            [],
            ProtectStories
                .Of(edition)
                .SelectMany(story =>
                    story
                        .Nodes.SelectMany(node => node.Choices, (node, way) => (node, way))
                        .Where(one => !ProtectStories.IsHarmful(story, one.node, one.way))
                        .Where(one => ProtectHarmTests.AsksTwice(one.way.Text.Markdown))
                        .Select(one => $"{story.Id.Value}: {one.way.Text.Markdown}")
                )
        );

    [Theory(
        DisplayName = "Where a child confides in a story of Protect, the careful choices ask if the child is safe, and "
            + "say who will be informed"
    )]
    [InlineData("accueil-histoire", "si elle est en danger", "je te dirai à qui", "à Nadia ce soir")]
    [InlineData("m6-maya", "en sécurité ce soir", "je te dirai à qui", "Nadia")]
    [InlineData("exploitation-histoire", "en sécurité si tu y retournes", "Je ne garde pas ça pour moi", "Nadia")]
    [InlineData("situations-histoire", "Tu n’es pas obligée d’y aller", "Je ne garde pas ça pour moi", "112")]
    [InlineData("liens-histoire", "n’a le droit de te menacer", "J’appelle de l’aide", "police")]
    [InlineData("reperer-histoire", "tu te sens en sécurité", "On verra ensemble", "112")]
    [InlineData("transmettre-histoire", "Es-tu en danger", "Je dis pourquoi à Kenza", "112")]
    [InlineData("numerique-histoire", "Es-tu en sécurité", "À Nadia, maintenant", "police")]
    [InlineData("entre-jeunes-histoire", "je reste là", "Je le dis à Nadia", "Nadia")]
    [InlineData("inclusion-histoire", "Tu dors où ce soir", "À Nadia, oui", "Nadia")]
    [InlineData("ev-voyage", "Reste près de nous ce soir", "Je dois le dire", "police")]
    [InlineData("ev-vestiaire", "Tu te sens", "Je dois le dire à Nadia", "police")]
    [InlineData("ev-collegue", "Garde tout", "je dois le dire à Nadia", "Marta")]
    [InlineData("ev-alex", "en sécurité ce soir", "tu sauras à qui", "112")]
    public void SafetyAndHonesty(string id, string safety, string honesty, string help)
    {
        Branching story = ProtectStories.Of(null).Single(story => story.Id.Value == id);
        string careful = string.Join(
            '\n',
            story
                .Nodes.SelectMany(node => node.Choices, (node, way) => (node, way))
                .Where(one => !ProtectStories.IsHarmful(story, one.node, one.way))
                .Select(one => StoryWalk.Plain(one.way.Text))
        );
        Assert.Contains(safety, careful, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(honesty, careful, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(help, careful);
    }

    private static IEnumerable<string> PathsOf(StoryWalk walk, Func<StoryEnd, bool> which) =>
        walk.Ends.Where(which).Select(end => end.Path).Take(3);
}

using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Warns of scenarios and dialogues in which choices do not matter, or whose best choices can be guessed.
/// </summary>
internal sealed class ScenarioQuality : ICourseCheck
{
    /// <summary>Fewest decisions in which the place of the best choice is a pattern.</summary>
    private const int FewestDecisions = 3;

    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (Branching scenario in course.Questions.Select(item => item.Question).OfType<Branching>())
            if (BranchingGraph.Of(scenario) is { } graph)
                Check(scenario, new BranchingValues(graph), bag);
    }

    private static void Check(Branching scenario, BranchingValues values, DiagnosticBag bag)
    {
        if (values.EveryEndingIsRight)
            bag.Add(QualityRules.NoWrongEnding, scenario.Id.Span, scenario.Id.Value);
        Branch[] harmful = [.. values.HarmThatEndsRight];
        if (harmful.Length > 0)
            bag.Add(QualityRules.HarmEndsRight, harmful[0].Text.Span, scenario.Id.Value, harmful.Length);
        foreach (
            Node node in scenario.Nodes.Where(node =>
                node.Choices.Count > 1
                && node.Choices.All(branch => branch.Effects.Count == 0)
                && node.Choices.Select(branch => branch.To.Value).Distinct().Count() == 1
            )
        )
            bag.Add(QualityRules.ChoiceWithoutEffect, node.Id.Span, node.Id.Value);
        int[] places = [.. values.BestPlaces];
        if (places.Length >= FewestDecisions && places.Distinct().Count() == 1)
            bag.Add(QualityRules.SamePlaceIsBest, scenario.Id.Span, places.Length, scenario.Id.Value, places[0] + 1);
    }
}

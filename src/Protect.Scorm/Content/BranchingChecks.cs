using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Checks that every node can be reached, every path ends, and a right ending is reachable.</summary>
internal static class BranchingChecks
{
    public static void Run(Branching block, DiagnosticBag bag)
    {
        bool sound = true;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node node in block.Nodes)
        {
            if (!ids.Add(node.Id.Value))
                Fault(BranchingRules.RepeatedNode, node.Id.Span, node.Id.Value);
            if (node.Ending is null && node.Choices.Count == 0)
                Fault(BranchingRules.NodeWithoutWay, node.Id.Span, node.Id.Value);
            if (node.Ending is not null && node.Choices.Count > 0)
                Fault(BranchingRules.EndingWithChoices, node.Ending.Span, node.Id.Value);
            foreach (Branch branch in node.Choices.Where(branch => block.IndexOf(branch.To.Value) < 0))
                Fault(
                    BranchingRules.UnknownNode,
                    branch.To.Span,
                    branch.To.Value,
                    Nearest.Hint(branch.To.Value, block.Nodes.Select(other => other.Id.Value))
                );
            string[] known = [.. block.Variables.Select(variable => variable.Name.Value)];
            foreach (
                Located<string> name in node
                    .Choices.SelectMany(branch =>
                        branch
                            .Effects.Select(effect => effect.Variable)
                            .Concat(branch.Conditions.Select(condition => condition.Variable))
                    )
                    .Where(name => !known.Contains(name.Value))
            )
                Fault(BranchingRules.UnknownVariable, name.Span, name.Value, Nearest.Hint(name.Value, known));
        }
        foreach (
            Variable variable in block.Variables.Where(variable =>
                variable.To.Value <= variable.From.Value
                || variable.StartValue < variable.From.Value
                || variable.StartValue > variable.To.Value
            )
        )
            Fault(BranchingRules.VariableBounds, variable.Name.Span, variable.Name.Value);
        if (sound)
            Walk(block, bag);

        void Fault(DiagnosticRule rule, SourceSpan place, params object[] values)
        {
            sound = false;
            bag.Add(rule, place, values);
        }
    }

    private static void Walk(Branching block, DiagnosticBag bag)
    {
        if (BranchingGraph.Of(block) is not { } graph)
        {
            bag.Add(BranchingRules.TooManyWays, block.Id.Span, block.Id.Value);
            return;
        }
        IReadOnlySet<int> reached = graph.Reached;
        foreach (Node node in block.Nodes.Where((_, index) => !reached.Contains(index)))
            bag.Add(BranchingRules.UnreachableNode, node.Id.Span, node.Id.Value);
        foreach ((int node, string values) in graph.Stuck)
            bag.Add(BranchingRules.NothingOffered, block.Nodes[node].Id.Span, block.Nodes[node].Id.Value, values);
        foreach (int node in graph.Endless)
            bag.Add(BranchingRules.LoopWithoutExit, block.Nodes[node].Id.Span, block.Nodes[node].Id.Value);
        if (!block.Nodes.Where((node, index) => reached.Contains(index) && node.Ending?.Value == Ending.Right).Any())
            bag.Add(BranchingRules.NoRightEnding, block.Id.Span, block.Id.Value);
    }
}

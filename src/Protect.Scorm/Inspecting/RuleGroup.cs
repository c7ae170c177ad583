namespace Protect.Scorm.Inspecting;

/// <summary>When a group of rules has something to look at. What is not there mutes it: one finding for one cause.</summary>
internal enum GroupNeeds
{
    /// <summary>Any file at all.</summary>
    Nothing,

    /// <summary>A zip that can be read and would harm nobody.</summary>
    Zip,

    /// <summary>A manifest that is sound XML.</summary>
    Manifest,

    /// <summary>That it was played (<see cref="RunInspector"/>): files alone tell nothing.</summary>
    Run,
}

/// <summary>The rules of one letter and what checks them.</summary>
internal sealed record RuleGroup(
    char Letter,
    string Title,
    GroupNeeds Needs,
    IReadOnlyList<PackageRule> Rules,
    Action<InspectedPackage, FindingBag> Check
);

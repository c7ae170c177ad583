using System.Text.RegularExpressions;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules I: the tables of an AICC course, as an LMS reads them before it opens the course.</summary>
internal static partial class AiccChecks
{
    public static void Check(InspectedPackage package, FindingBag bag)
    {
        if (package.Kind != PackageKind.Aicc)
            return;
        var course = AiccFiles.Of(package);
        foreach (string kind in course.Missing)
            bag.Whole(AiccRules.Files, $"file .{kind}");
        if (course.Units.Count == 0 && !course.Missing.Contains("au"))
            bag.Add(
                FindingBag.Made(AiccRules.Unit, "", 0, 0, "The file .au has no unit, so there is nothing to start."),
                "",
                Affects.Everything
            );
        bool isAllMissing = course.Units.All(unit => Fault(package, unit) is not null);
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var described = new HashSet<string>(course.Described, StringComparer.OrdinalIgnoreCase);
        foreach (AiccUnit unit in course.Units)
        {
            if (Fault(package, unit) is { } fault)
                bag.Add(
                    FindingBag.Made(AiccRules.Unit, unit.Table, unit.Line, 1, fault),
                    unit.File.Length > 0 ? $"“{unit.File}”" : Name(unit),
                    isAllMissing ? Affects.Everything : Affects.OnePart
                );
            string? odd =
                unit.Id.Length == 0 ? "has no System_ID"
                : !ids.Add(unit.Id) ? "is there twice"
                : !course.Missing.Contains("des") && !described.Contains(unit.Id) ? "has no row in the file .des"
                : null;
            if (odd is not null)
                bag.Add(FindingBag.Made(AiccRules.Ids, unit.Table, unit.Line, 1, Name(unit), odd));
        }
        foreach (AiccMember member in course.Members.Where(member => UnitId().IsMatch(member.Id)))
            if (!ids.Contains(member.Id))
                bag.Add(FindingBag.Made(AiccRules.Members, member.Table, member.Line, 1, member.Id));
    }

    private static string? Fault(InspectedPackage package, AiccUnit unit)
    {
        if (unit.File.Length == 0)
            return $"The unit {Name(unit)} names no page to open (file_name).";
        if (PackagePath.IsExternal(unit.File))
            return null;
        FileMatch match = LaunchFiles.Match(package, unit.File);
        return match.Kind switch
        {
            MatchKind.Exact => null,
            MatchKind.OtherCase => $"“{unit.File}” {LaunchFiles.OtherCase(match)}.",
            _ => $"“{unit.File}”, the page that the unit {Name(unit)} opens, is not in the package.",
        };
    }

    private static string Name(AiccUnit unit) => unit.Id.Length > 0 ? $"“{unit.Id}”" : $"in line {unit.Line}";

    /// <summary>Matches ids of units; those of blocks begin with B, those of objectives with J.</summary>
    [GeneratedRegex("^A[0-9]+$", RegexOptions.IgnoreCase)]
    private static partial Regex UnitId();
}

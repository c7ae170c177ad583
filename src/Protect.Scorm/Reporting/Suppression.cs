using Protect.Scorm.Checking;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.OwnPackages;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Reading;
using Protect.Scorm.Rendering;
using Protect.Scorm.Translating;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reporting;

/// <summary>
/// Suppresses warnings that the author listed under <c>allow:</c> with a reason. Errors cannot be suppressed.
/// </summary>
internal static class Suppression
{
    /// <summary>All rules that report diagnostics.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        .. YamlRules.All,
        .. ContentRules.All,
        .. BranchingRules.All,
        .. FlowRules.All,
        .. CastRules.All,
        .. ReadingRules.All,
        .. CountryRules.All,
        .. SourceRules.All,
        .. ToolRules.All,
        .. ZipRules.All,
        .. CheckingRules.All,
        .. QualityRules.All,
        .. RenderingRules.All,
        .. PlayingRules.All,
        .. PackagingRules.All,
        .. InspectingRules.All,
        .. TranslatingRules.All,
    ];

    internal static void Apply(Course course, DiagnosticBag bag)
    {
        foreach ((Allowance allowance, SourceFile? file, int from, int to) in All(course))
        {
            DiagnosticRule? rule = Rules.FirstOrDefault(rule =>
                rule.Slug == allowance.Rule.Value && rule.Severity != Severity.Error
            );
            if (rule is null)
                bag.Add(
                    CheckingRules.UnknownRule,
                    allowance.Rule.Span,
                    allowance.Rule.Value,
                    Nearest.Hint(
                        allowance.Rule.Value,
                        Rules.Where(rule => rule.Severity != Severity.Error).Select(rule => rule.Slug)
                    )
                );
            else if (
                !bag.Remove(finding =>
                    finding.Rule == rule
                    && (
                        file is null
                        || (finding.Span.File.Path == file.Path && finding.Span.Line >= from && finding.Span.Line < to)
                    )
                ) && !course.IsTranslated
            )
                bag.Add(CheckingRules.UnusedAllowance, allowance.Rule.Span, allowance.Rule.Value);
        }
    }

    /// <summary>
    /// Lists each allowance with its scope in lines: the course, the file of a module or tool, a page up to the next
    /// page, or a question up to the next block.
    /// </summary>
    private static IEnumerable<(Allowance Allowance, SourceFile? File, int From, int To)> All(Course course)
    {
        foreach (Allowance allowance in course.Allow)
            yield return (allowance, null, 0, int.MaxValue);
        foreach (Tool tool in course.Tools)
        foreach (Allowance allowance in tool.Allow)
            yield return (allowance, tool.Id.Span.File, 0, int.MaxValue);
        foreach (Module module in course.Modules)
        {
            SourceFile file = module.Id.Span.File;
            int[] starts = [.. module.Pages.Select(page => page.Id.Span.Line).Append(int.MaxValue)];
            foreach (Allowance allowance in module.Allow)
                yield return (allowance, file, 0, int.MaxValue);
            foreach ((Page page, int index) in module.Pages.Select((page, index) => (page, index)))
            {
                foreach (Allowance allowance in page.Allow)
                    yield return (allowance, file, starts[index], starts[index + 1]);
                Block[] blocks = [.. page.Blocks.Concat(page.Assessment?.Questions ?? [])];
                foreach ((Block block, int at) in blocks.Select((block, at) => (block, at)))
                {
                    int end = at + 1 < blocks.Length ? blocks[at + 1].Span.Line : starts[index + 1];
                    foreach (Allowance allowance in (block as Question)?.Core.Allow ?? [])
                        yield return (allowance, file, block.Span.Line, end);
                }
            }
        }
    }
}

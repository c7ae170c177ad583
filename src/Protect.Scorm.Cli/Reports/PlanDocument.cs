using Protect.Scorm.Model;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Output of <c>plan --json</c>.</summary>
internal sealed record PlanDocument(IReadOnlyList<PlanEntry> Variants);

/// <summary>Package that a build would make.</summary>
internal sealed record PlanEntry(
    string Course,
    string? Edition,
    string Language,
    IReadOnlyList<string> MoreLanguages,
    string? Country,
    string? Lms,
    PackageSize Size,
    bool Ready,
    string State
)
{
    public static PlanEntry Of(string course, Variant variant) =>
        new(
            course,
            variant.Edition,
            variant.Language,
            variant.MoreLanguages,
            variant.Country,
            variant.Lms,
            variant.Size,
            variant.IsReady,
            variant.State
        );
}

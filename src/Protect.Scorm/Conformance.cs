using Protect.Scorm.Content;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Model;
using Protect.Scorm.Playing;
using Protect.Scorm.Targets;

namespace Protect.Scorm;

/// <summary>How much of a limit a package uses.</summary>
/// <param name="Source">Where the limit comes from.</param>
internal sealed record LimitUse(string What, long Used, long Most, string Unit, string Source);

/// <summary>What a build can vouch for: rules kept, limits used, what is sent about learners.</summary>
internal sealed record Conformance
{
    public required PackageReport Report { get; init; }

    /// <summary>Rules broken on purpose, with the reason.</summary>
    public required IReadOnlyList<OwnException> Exceptions { get; init; }

    public required IReadOnlyList<LimitUse> Limits { get; init; }

    /// <summary>Every element of the data model that is sent or read, and why.</summary>
    public required IReadOnlyList<DataElement> Elements { get; init; }

    internal static Conformance Of(
        Course course,
        Package package,
        PackageReport report,
        IReadOnlyList<OwnException> exceptions
    ) =>
        new()
        {
            Report = report,
            Exceptions = exceptions,
            Elements = DataModelUse.Of(course),
            Limits = [.. LimitsOf(course, package, report)],
        };

    private static IEnumerable<LimitUse> LimitsOf(Course course, Package package, PackageReport report)
    {
        LmsTarget target = LmsTargets.Of(course.Tracking.Lms);
        yield return new(
            "A learner's progress at most (cmi.suspend_data)",
            StateBudget.Of(course).Characters,
            target.SuspendData.Value,
            "characters",
            target.SuspendData.Source
        );
        yield return new(
            "The title",
            course.Title.Value.Length,
            Scorm12Limits.Title,
            "characters",
            "smallest permitted maximum, IMS CP 1.1.2"
        );
        yield return new(
            "The first page",
            package.Files.First(file => file.Name == "index.html").Bytes.Length,
            PlayingRules.MostIndexBytes,
            "bytes",
            "this tool: what a slow line carries"
        );
        yield return new("Files", report.Files, 20_000, "files", "this tool: what importers unpack");
        yield return new("The zip", report.Bytes, 50_000_000, "bytes", "limits for uploads seen");
    }
}

using Protect.Scorm.Content;
using Protect.Scorm.Inspecting.OwnPackages;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Model;
using Protect.Scorm.Playing;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Reporting;

/// <summary>A limit, and how much of it a package uses.</summary>
/// <param name="Source">The standard or observation behind the limit.</param>
internal sealed record LimitUse(string What, long Used, long Most, string Unit, string Source);

/// <summary>Conformance report of a package: rules checked, limits used, data sent about learners.</summary>
internal sealed record Conformance
{
    public required PackageReport Report { get; init; }

    /// <summary>Rules that the package breaks on purpose, each with the reason.</summary>
    public required IReadOnlyList<OwnException> Exceptions { get; init; }

    public required IReadOnlyList<LimitUse> Limits { get; init; }

    /// <summary>Every element of the data model that the package writes or reads, and why.</summary>
    public required IReadOnlyList<DataElement> Elements { get; init; }

    /// <summary>Facts about the course, for the accessibility statement.</summary>
    public required AccessibilityFacts Accessibility { get; init; }

    internal static Conformance Of(
        Course course,
        Package package,
        PackageReport report,
        IReadOnlyList<OwnException> exceptions,
        AccessibilityFacts accessibility
    ) =>
        new()
        {
            Report = report,
            Exceptions = exceptions,
            Accessibility = accessibility,
            Elements = DataModelUse.Of(course),
            Limits = [.. LimitsOf(course, package, report)],
        };

    private static IEnumerable<LimitUse> LimitsOf(Course course, Package package, PackageReport report)
    {
        LmsTarget target = LmsTargets.ById(course.Tracking.Lms);
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
            "limit of this tool, for slow connections"
        );
        yield return new(
            "Files",
            report.Files,
            20_000,
            "files",
            "limit of this tool, for importers that unpack slowly"
        );
        yield return new("The zip", report.Bytes, 50_000_000, "bytes", "upload limits observed in LMSs");
    }
}

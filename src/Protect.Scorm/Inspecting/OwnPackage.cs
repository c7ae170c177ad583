using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting;

/// <summary>A rule that packages of this tool break on purpose, and why that is right.</summary>
internal sealed record OwnException(string Rule, string Reason);

/// <summary>Holds a package that was just built against the rules for anybody's. An error stops the build, a warning is told, unless it has a reason here.</summary>
internal static class OwnPackage
{
    private const string NoSchemas =
        "the course leaves the official schemas out (package: schemas: false), which no LMS known opens";

    /// <summary>A table. Each reason is shown in the report of the package.</summary>
    private static readonly (string Rule, Func<Course, bool> When, string Reason)[] Exceptions =
    [
        ("C01", LeavesSchemas, NoSchemas),
        ("X08", LeavesSchemas, NoSchemas),
        ("X09", LeavesSchemas, NoSchemas),
        (
            "W11",
            course => course.LeaveTo is not null,
            "leaving quickly empties the screen and saves before it asks for the window of the LMS, without waiting for it (leave_to)"
        ),
    ];

    public static (PackageReport Report, IReadOnlyList<OwnException> Exceptions) Check(
        Course course,
        Package built,
        Stream zip,
        DiagnosticBag bag
    )
    {
        // Scanned side by side; the inspection finds it known.
        ParallelWork.Select(
            [.. built.Files.Where(file => ContentScans.KindOf(file.Name) != ContentKind.None)],
            (file, _) => ContentScans.Of(ContentScans.KindOf(file.Name), file.Bytes.Span)
        );
        using InspectedPackage package = InspectedPackage.OfBuilt(built, zip);
        PackageReport report = PackageReport.Of(package, PackageInspector.Inspect(package), LmsTargets.All);
        var used = new List<OwnException>();
        foreach (Finding finding in report.Findings.Where(finding => finding.Severity != Severity.Note))
        {
            (string rule, _, string reason) = Exceptions.FirstOrDefault(row =>
                row.Rule == finding.Rule.Slug && row.When(course)
            );
            if (rule is not null)
                used.Add(new OwnException(rule, reason));
            else
                bag.Add(new Diagnostic(finding.Rule, Place(built.FileName, finding), finding.Message, finding.Help));
        }
        return (report, [.. used.Distinct()]);
    }

    private static bool LeavesSchemas(Course course) => !course.Package.Schemas;

    private static SourceSpan Place(string package, Finding finding)
    {
        SourceFile file = SourceFile.WithoutText(finding.File.Length == 0 ? package : $"{package}: {finding.File}");
        return file.At(Math.Max(1, finding.Line), Math.Max(1, finding.Column));
    }
}

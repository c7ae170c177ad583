using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.OwnPackages;

/// <summary>Rule that packages of this tool break on purpose, with the reason.</summary>
internal sealed record OwnException(string Rule, string Reason);

/// <summary>
/// Checks a package just built by the rules for all packages. Findings are reported unless the table has a reason; an
/// error stops the build.
/// </summary>
internal static class OwnPackage
{
    private const string NoSchemas =
        "the course leaves out the official schemas (package: schemas: false), which no known LMS opens";

    /// <summary>Table of the exceptions. The report of the package shows the reasons.</summary>
    private static readonly (string Rule, Func<Course, bool> When, string Reason)[] Exceptions =
    [
        ("C01", LeavesSchemas, NoSchemas),
        ("X08", LeavesSchemas, NoSchemas),
        ("X09", LeavesSchemas, NoSchemas),
    ];

    public static (PackageReport Report, IReadOnlyList<OwnException> Exceptions) Check(
        Course course,
        Package built,
        Stream zip,
        Func<string> digest,
        ContentScans scans,
        DiagnosticBag bag
    )
    {
        // Scans in parallel; the inspection reuses the results.
        ParallelWork.Select(
            [.. built.Files.Where(file => ContentScans.KindOf(file.Name) != ContentKind.None)],
            (file, _) => scans.Of(ContentScans.KindOf(file.Name), file.Bytes)
        );
        using InspectedPackage package = InspectedPackage.OfBuilt(built, zip, digest, scans);
        PackageReport report = PackageReport.Of(package, PackageInspector.Inspect(package), LmsTargets.All) with
        {
            Plan = course.Tracking,
        };
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

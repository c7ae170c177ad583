using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Packaging;
using Protect.Scorm.Reporting;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Building;

/// <summary>
/// Result of building one package: everything a build reports, and the digests of the files it wrote. The files
/// themselves are in the output folder.
/// </summary>
/// <param name="FileName">Name of the zip.</param>
/// <param name="Written">Names and SHA-256 of the written files, the zip first.</param>
/// <param name="Sums">Lines of SHA256SUMS: those of the package, then those of each toolbox.</param>
/// <param name="Summary">Facts that the build prints about the package.</param>
/// <param name="Findings">Errors, warnings and notes of the build.</param>
internal sealed record CachedPackage(
    string FileName,
    IReadOnlyList<FileDigest> Written,
    IReadOnlyList<CachedSums> Sums,
    CachedSummary Summary,
    IReadOnlyList<CachedFinding> Findings
);

/// <summary>Name of a file, and its SHA-256 in hexadecimal.</summary>
internal sealed record FileDigest(string Name, string Digest);

/// <summary>Lines of SHA256SUMS for one zip.</summary>
internal sealed record CachedSums(string FileName, IReadOnlyList<FileDigest> Lines)
{
    public static CachedSums Of(PackageSums sums) =>
        new(sums.FileName, [.. sums.Lines.Select(line => new FileDigest(line.Name, line.Hash))]);

    public PackageSums Restore() => new(FileName, [.. Lines.Select(line => (line.Name, line.Digest))]);
}

/// <summary>Facts about a package; the LMS by its id.</summary>
internal sealed record CachedSummary(
    string Title,
    string Language,
    int Pages,
    int Questions,
    int Minutes,
    IReadOnlyList<ModuleDuration> Durations,
    int? PassMark,
    string Lms,
    IReadOnlyList<string> Advice,
    StateBudget State
)
{
    public static CachedSummary Of(PackageSummary summary) =>
        new(
            summary.Title,
            summary.Language,
            summary.Pages,
            summary.Questions,
            summary.Minutes,
            summary.Durations,
            summary.PassMark,
            summary.Target.Id,
            summary.Advice,
            summary.State
        );

    public PackageSummary Restore() =>
        new()
        {
            Title = Title,
            Language = Language,
            Pages = Pages,
            Questions = Questions,
            Minutes = Minutes,
            Durations = Durations,
            PassMark = PassMark,
            Target = LmsTargets.ById(Lms),
            Advice = Advice,
            State = State,
        };
}

/// <summary>Finding with the line of the file that is shown with it.</summary>
internal sealed record CachedFinding(
    string Slug,
    Severity Severity,
    string Message,
    string Help,
    string Path,
    int Line,
    int Column,
    int Length,
    string Text
)
{
    public static CachedFinding Of(Diagnostic finding) =>
        new(
            finding.Rule.Slug,
            finding.Rule.Severity,
            finding.Message,
            finding.Help,
            finding.Span.File.Path,
            finding.Span.Line,
            finding.Span.Column,
            finding.Span.Length,
            finding.Span.File.Line(finding.Span.Line)
        );

    public Diagnostic Restore() =>
        new(
            Suppression.Rules.FirstOrDefault(rule => rule.Slug == Slug)
                ?? new DiagnosticRule(Slug, Severity, Message, Help),
            new SourceFile(Path, new string('\n', Line - 1) + Text).At(Line, Column, Length),
            Message,
            Help
        );
}

using System.Text;
using Protect.Scorm.Assembling;
using Protect.Scorm.Checking;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Inspecting.OwnPackages;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Reporting;
using Protect.Scorm.Targets;

namespace Protect.Scorm;

/// <summary>Entry point of the library: runs the steps read, check, render, pack and inspect in order.</summary>
public static class CourseCompiler
{
    /// <summary>
    /// Compiles a course. Errors of the author never throw: they are diagnostics in the result.
    /// </summary>
    /// <param name="folder">The folder of the course, on disk or in memory.</param>
    /// <param name="options">Language, country, edition, size and other options of the package.</param>
    /// <returns>The package, or the diagnostics that prevented it.</returns>
    /// <example>
    /// <code>
    /// CompileResult result = CourseCompiler.Compile(SourceFolder.OnDisk("course", "course"), new CompileOptions());
    /// foreach (Diagnostic diagnostic in result.Diagnostics)
    ///     Console.Error.WriteLine(DiagnosticText.Format(diagnostic));
    /// if (result.Zip is { } zip)
    ///     File.WriteAllBytes(result.Package!.FileName, zip);
    /// </code>
    /// </example>
    public static CompileResult Compile(SourceFolder folder, CompileOptions options) =>
        Compile(new CourseSource(folder), options, null);

    internal static CompileResult Compile(CourseSource source, CompileOptions options, Artifacts? artifacts)
    {
        var bag = new DiagnosticBag();
        artifacts?.Begin();
        Course? course = EditionReader.Read(source, options.Request, bag);
        // A step runs only when the step before found no error, so that one mistake does not cause a series of
        // diagnostics.
        if (course is not null && !bag.HasErrors)
            CourseChecks.Run(course, LightFolder.For(source.Folder, options.Language, options.Size), bag);
        if (course?.Organisation?.Logo is { } logo && options.Organisation is { } own)
            LogoFile.Check(logo, own.Folder, bag);
        if (course is null || bag.HasErrors)
            return new CompileResult { Diagnostics = bag.Sorted };

        IReadOnlyList<StateMap> earlier = EarlierLayouts.Read(course, source.Folder, bag);
        var order = new PackageOrder(
            source,
            options.Request,
            options.MoreLanguages,
            options.Theme,
            options.Booklets,
            options.FilesOnly,
            artifacts,
            earlier
        )
        {
            HasToolbox = options.Toolbox,
        };
        if (PackageBuilder.Build(course, order, bag) is not { } built || bag.HasErrors)
            return new CompileResult { Diagnostics = bag.Sorted };
        Package package = built.Package;
        var scans = new ContentScans(artifacts);
        new OutsideRequests(scans, artifacts).Check(
            package,
            built.Booklets.Select(booklet => booklet.File).Concat(built.Toolboxes.SelectMany(toolbox => toolbox.Pages)),
            built.IsOwn,
            bag
        );
        if (bag.HasErrors)
            return new CompileResult { Diagnostics = bag.Sorted };
        FileImage? zip = options.FilesOnly ? null : ZipWriter.Write(package, artifacts).WithDigest();
        if (zip is not null)
            Budget.Check(course, package, zip, bag);
        (PackageReport Report, IReadOnlyList<OwnException> Exceptions)? inspected = zip is null
            ? null
            : OwnPackage.Check(course, package, zip.Open(), zip.Digest, scans, bag);
        IReadOnlyList<Diagnostic> all = bag.Sorted;
        Suppression.Apply(course, bag);
        if (bag.HasErrors)
            return new CompileResult { Diagnostics = bag.Sorted };
        return new CompileResult
        {
            Package = package,
            Image = zip,
            Summary = SummaryOf(course),
            StateMap = StateMap.Of(course, earlier),
            Booklets =
            [
                .. built
                    .Booklets.Where(booklet => options.Booklets.Contains(booklet.Kind))
                    .Select(booklet => new BookletFile(
                        booklet.File.Name,
                        Encoding.UTF8.GetString(booklet.File.Bytes.Span)
                    )),
            ],
            Toolboxes =
            [
                .. built.Toolboxes.Select(toolbox => new ToolboxFile(toolbox.FileName, toolbox.Zip, toolbox.Sums)),
            ],
            Conformance = inspected is { } held
                ? Conformance.Of(
                    course,
                    package,
                    held.Report,
                    held.Exceptions,
                    AccessibilityFacts.Of(course, package, order, all, bag.Sorted)
                )
                : null,
            Sums = zip is null ? null : Checksums.Of(package, zip, artifacts),
            Diagnostics = bag.Sorted,
        };
    }

    private static PackageSummary SummaryOf(Course course) =>
        new()
        {
            Title = course.Title.Value,
            Language = course.Language.Value,
            Pages = course.Pages.Count(),
            Questions = course.Questions.Count(),
            Minutes = course.Duration,
            Durations =
            [
                .. course.Modules.Select(module => new ModuleDuration(
                    module.Id.Value,
                    module.Duration,
                    module.Estimate
                )),
            ],
            PassMark = course.AssessmentPage is null ? null : course.Tracking.PassMark,
            State = StateBudget.Of(course),
            Target = LmsTargets.ById(course.Tracking.Lms),
            Tracking = course.Tracking,
        };
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Turns files into a SCORM package: adds the manifest, the official schemas if requested, and the zip's name.
/// </summary>
internal static class PackageAssembly
{
    /// <param name="course">Course in the language in which the package opens.</param>
    /// <param name="files">All files except manifest and schemas.</param>
    /// <param name="moreLanguages">Further languages in the same package.</param>
    public static Package Complete(Course course, IReadOnlyList<PackageFile> files, IReadOnlyList<string> moreLanguages)
    {
        SourceFolder bundle = SourceFolder.Embedded("bundle");
        var all = new List<PackageFile>(files) { ManifestWriter.Write(course, files) };
        if (course.Package.Schemas)
            all.AddRange(Scorm12Schemas.Files.Select(name => new PackageFile(name, bundle.Read(name), IsText: true)));
        return new Package
        {
            FileName = PackageName.For(
                course,
                new PackageVariant(
                    MoreLanguages: moreLanguages,
                    Country: course.Country?.Code.Value,
                    Organisation: course.Organisation?.Name.Value,
                    Size: course.Size == PackageSize.Full ? null : course.Size.ToString(),
                    Lms: course.Tracking.Lms == LmsTargets.Default.Id ? null : course.Tracking.Lms
                )
            ),
            Files = all,
        };
    }
}

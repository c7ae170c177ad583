using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Packaging;

/// <summary>Adds what makes files a SCORM package: the manifest, the official schemas when wanted, and the name of the zip.</summary>
internal static class PackageAssembly
{
    /// <param name="course">The course in the language the package opens in.</param>
    /// <param name="files">All files but manifest and schemas.</param>
    /// <param name="moreLanguages">Other languages in the same package.</param>
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

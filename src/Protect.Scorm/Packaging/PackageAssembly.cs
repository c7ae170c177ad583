using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Packaging;

/// <summary>Adds what makes files a SCORM package: the manifest, the official schemas when wanted, and the name of the zip.</summary>
public static class PackageAssembly
{
    public static Package Complete(Course course, IReadOnlyList<PackageFile> files)
    {
        SourceFolder bundle = SourceFolder.Embedded("bundle");
        var all = new List<PackageFile>(files) { ManifestWriter.Write(course, files) };
        if (course.Package.Schemas) all.AddRange(Scorm12Schemas.Files.Select(name => new PackageFile(name, bundle.Read(name), IsText: true)));
        return new Package { FileName = PackageName.For(course, new PackageVariant(
            Country: course.Country?.Code.Value, Organisation: course.Organisation?.Name.Value, Lms: course.Tracking.Lms == LmsTargets.Default.Id ? null : course.Tracking.Lms)), Files = all };
    }
}

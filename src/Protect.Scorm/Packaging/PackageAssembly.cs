using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Packaging;

/// <summary>Adds what makes files a SCORM package: the manifest, the official schemas when wanted, and the name of the zip.</summary>
public static class PackageAssembly
{
    private static readonly string[] Schemas = ["adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd"];

    public static Package Complete(Course course, IReadOnlyList<PackageFile> files)
    {
        SourceFolder bundle = SourceFolder.Embedded("bundle");
        var all = new List<PackageFile>(files) { ManifestWriter.Write(course, files) };
        if (course.Package.Schemas) all.AddRange(Schemas.Select(name => new PackageFile(name, bundle.Read(name), IsText: true)));
        return new Package { FileName = PackageName.For(course), Files = all };
    }
}

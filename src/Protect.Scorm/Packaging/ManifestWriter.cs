using System.Globalization;
using System.Text;
using System.Xml;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Writes <c>imsmanifest.xml</c> (CAM 1.2, 2.3): one item that launches one SCO. Identifiers depend only on the
/// course's id, because LMSs keep
/// learners' results by the item's identifier. The file is UTF-8 without byte-order mark. It has no character
/// references, which some importers store undecoded.
/// </summary>
internal static class ManifestWriter
{
    public const string FileName = "imsmanifest.xml";

    /// <summary>Page that an LMS launches.</summary>
    public const string LaunchFile = "index.html";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
    };

    /// <param name="course">Course whose title is cut to 200 characters (CAM 1.2; imscp 1.1.2).</param>
    /// <param name="files">Files of the package, with index.html. The manifest lists neither itself nor the official
    /// schemas.</param>
    public static PackageFile Write(Course course, IReadOnlyList<PackageFile> files)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            WriteManifest(xml, course, files);
            xml.WriteWhitespace("\n");
        }
        return new PackageFile(FileName, bytes.ToArray(), IsText: true);
    }

    private static void WriteManifest(XmlWriter xml, Course course, IReadOnlyList<PackageFile> files)
    {
        xml.WriteStartElement("manifest", Scorm12Schemas.Packaging);
        xml.WriteAttributeString("identifier", "M-" + course.Id.Value);
        xml.WriteAttributeString("version", PlainText.Line(course.Version.Value, Scorm12Limits.Version));
        xml.WriteAttributeString("xmlns", Scorm12Schemas.Packaging);
        xml.WriteAttributeString("xmlns", "adlcp", null, Scorm12Schemas.Adl);
        xml.WriteAttributeString("xmlns", "imsmd", null, Scorm12Schemas.Metadata);
        // Without the schemas in the zip, the locations would point to missing files.
        if (course.Package.Schemas)
            xml.WriteAttributeString("xsi", "schemaLocation", Scorm12Schemas.Instance, SchemaLocation);
        WriteMetadata(xml, course);
        WriteOrganizations(xml, course);
        WriteResources(xml, course, files);
        xml.WriteEndElement();
    }

    private static string SchemaLocation =>
        string.Join(
            ' ',
            Scorm12Schemas.Packaging,
            Scorm12Schemas.PackagingFile,
            Scorm12Schemas.Adl,
            Scorm12Schemas.AdlFile,
            Scorm12Schemas.Metadata,
            Scorm12Schemas.MetadataFile
        );

    private static void WriteMetadata(XmlWriter xml, Course course)
    {
        xml.WriteStartElement("metadata", Scorm12Schemas.Packaging);
        xml.WriteElementString("schema", Scorm12Schemas.Packaging, "ADL SCORM");
        xml.WriteElementString("schemaversion", Scorm12Schemas.Packaging, "1.2");
        LomWriter.Write(xml, course);
        xml.WriteEndElement();
    }

    private static void WriteOrganizations(XmlWriter xml, Course course)
    {
        string title = PlainText.Line(course.Title.Value, Scorm12Limits.Title);
        xml.WriteStartElement("organizations", Scorm12Schemas.Packaging);
        xml.WriteAttributeString("default", "O-" + course.Id.Value);
        xml.WriteStartElement("organization", Scorm12Schemas.Packaging);
        xml.WriteAttributeString("identifier", "O-" + course.Id.Value);
        xml.WriteElementString("title", Scorm12Schemas.Packaging, title);
        xml.WriteStartElement("item", Scorm12Schemas.Packaging);
        xml.WriteAttributeString("identifier", "I-" + course.Id.Value);
        xml.WriteAttributeString("identifierref", "R-" + course.Id.Value);
        xml.WriteAttributeString("isvisible", "true");
        xml.WriteElementString("title", Scorm12Schemas.Packaging, title);
        // With a mastery score the LMS decides (RTE 1.2, 3.4.4) and overrides the status that the course reports.
        if (course.Tracking.DecidedBy.Value == VerdictBy.Lms)
            xml.WriteElementString(
                "adlcp",
                "masteryscore",
                Scorm12Schemas.Adl,
                course.Tracking.PassMark.ToString(CultureInfo.InvariantCulture)
            );
        for (int i = 0; i < 3; i++)
            xml.WriteEndElement();
    }

    private static void WriteResources(XmlWriter xml, Course course, IReadOnlyList<PackageFile> files)
    {
        string[] listed =
        [
            .. files.Select(file => file.Name).Where(name => name != FileName && !Scorm12Schemas.Files.Contains(name)),
        ];
        if (!listed.Contains(LaunchFile))
            throw new ArgumentException($"A package needs {LaunchFile}.", nameof(files));
        xml.WriteStartElement("resources", Scorm12Schemas.Packaging);
        xml.WriteStartElement("resource", Scorm12Schemas.Packaging);
        xml.WriteAttributeString("identifier", "R-" + course.Id.Value);
        xml.WriteAttributeString("type", "webcontent");
        xml.WriteAttributeString("adlcp", "scormtype", Scorm12Schemas.Adl, "sco");
        xml.WriteAttributeString("href", LaunchFile);
        foreach (string name in listed.OrderBy(name => name != LaunchFile).ThenBy(name => name, StringComparer.Ordinal))
        {
            xml.WriteStartElement("file", Scorm12Schemas.Packaging);
            xml.WriteAttributeString("href", name);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}

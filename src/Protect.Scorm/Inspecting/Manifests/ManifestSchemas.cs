using System.Xml;
using System.Xml.Schema;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Manifests;

/// <summary>
/// Validates any manifest against the four official schemas of SCORM 1.2. The manifest is not trusted: its document
/// type, entities, schemas
/// and addresses are ignored. At most 10 million characters are read.
/// </summary>
internal static class ManifestSchemas
{
    /// <summary>Most characters of a manifest; the largest known is far below one million.</summary>
    public const int MostCharacters = 10_000_000;

    /// <summary>Most findings that are reported; one wrong namespace causes a finding for every element.</summary>
    public const int MostFindings = 100;

    private static ReadOnlySpan<byte> XmlAttributes =>
        """
        <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
          <attribute name="lang" type="language"/><attribute name="base" type="string"/>
        </schema>
        """u8;

    /// <summary>Schemas compiled once; validating readers do not change them.</summary>
    private static readonly Lazy<XmlSchemaSet> Own = new(() =>
        Compile(name => SourceFolder.Embedded("bundle").Read(name))
    );

    /// <summary>Validates a manifest against the built-in copies of the schemas.</summary>
    public static IReadOnlyList<(int Line, int Column, string Message)> Validate(byte[] manifest) =>
        Validate(manifest, Own.Value);

    /// <param name="manifest">Bytes of imsmanifest.xml.</param>
    /// <param name="schema">Returns the bytes of an official schema by file name (<see cref="Scorm12Schemas.Files"/>);
    /// never the copy in the package.</param>
    /// <returns>Faults with line and column from 1, in the order of the file; empty for a valid manifest. XML that is
    /// not well-formed ends the list.</returns>
    public static IReadOnlyList<(int Line, int Column, string Message)> Validate(
        byte[] manifest,
        Func<string, byte[]> schema
    ) => Validate(manifest, Compile(schema));

    private static List<(int Line, int Column, string Message)> Validate(byte[] manifest, XmlSchemaSet schemas)
    {
        var found = new List<(int, int, string)>();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(manifest), Settings(schemas, found));
            while (found.Count < MostFindings && reader.Read()) { }
        }
        catch (XmlException e)
        {
            found.Add((Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition), e.Message));
        }
        return found;
    }

    private static XmlReaderSettings Settings(XmlSchemaSet schemas, List<(int, int, string)> found)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            MaxCharactersFromEntities = 1,
            // Schemas and schema locations named by the manifest are ignored.
            ValidationType = ValidationType.Schema,
            Schemas = schemas,
            ValidationFlags =
                XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, e) =>
        {
            if (found.Count < MostFindings)
                found.Add((Math.Max(1, e.Exception.LineNumber), Math.Max(1, e.Exception.LinePosition), e.Message));
        };
        return settings;
    }

    /// <summary>
    /// Compiles the official schemas. They do not compile as published, so copies in memory are fixed; packages contain
    /// the published ones.
    /// </summary>
    private static XmlSchemaSet Compile(Func<string, byte[]> schema)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (string name in Scorm12Schemas.Files)
        {
            // ims_xml.xsd uses the XML namespace as its default, which .NET refuses. The other schemas use only two of
            // its attributes.
            XmlSchema read = Read(name == Scorm12Schemas.XmlFile ? XmlAttributes.ToArray() : schema(name));
            foreach (XmlSchemaImport import in read.Includes.OfType<XmlSchemaImport>())
                import.SchemaLocation = null;
            if (name == Scorm12Schemas.MetadataFile)
                NarrowWildcards(read);
            set.Add(read);
        }
        set.Compile();
        return set;
    }

    private static XmlSchema Read(byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        return XmlSchema.Read(reader, (_, e) => throw e.Exception)!;
    }

    /// <summary>
    /// Restricts wildcards to other namespaces. A wildcard for any namespace is ambiguous after optional elements (XML
    /// Schema part 1, unique particle attribution).
    /// </summary>
    private static void NarrowWildcards(XmlSchema schema)
    {
        IEnumerable<XmlSchemaObject> particles = schema
            .Items.OfType<XmlSchemaGroup>()
            .SelectMany(group => group.Particle?.Items.Cast<XmlSchemaObject>() ?? []);
        foreach (XmlSchemaAny any in particles.OfType<XmlSchemaAny>())
            any.Namespace = "##other";
    }
}

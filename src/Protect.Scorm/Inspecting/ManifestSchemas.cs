using System.Xml;
using System.Xml.Schema;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting;

/// <summary>
/// Validates a manifest, anybody's, against the four official schemas of SCORM 1.2. The manifest is not trusted: no document type, no entity, no schema
/// or address it names is followed. It is only read, and only up to 10 million characters.
/// </summary>
internal static class ManifestSchemas
{
    /// <summary>Characters of a manifest that are read; the largest seen in the wild is far below one million.</summary>
    public const int MostCharacters = 10_000_000;

    /// <summary>Findings that are told; a wrong namespace alone gives one for every element.</summary>
    public const int MostFindings = 100;

    private static ReadOnlySpan<byte> XmlAttributes =>
        """
        <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
          <attribute name="lang" type="language"/><attribute name="base" type="string"/>
        </schema>
        """u8;

    /// <summary>Compiled once: validating readers only read it.</summary>
    private static readonly Lazy<XmlSchemaSet> Own = new(() =>
        Compile(name => SourceFolder.Embedded("bundle").Read(name))
    );

    /// <summary>Against our own copies; see the other.</summary>
    public static IReadOnlyList<(int Line, int Column, string Message)> Validate(byte[] manifest) =>
        Validate(manifest, Own.Value);

    /// <param name="manifest">The bytes of imsmanifest.xml.</param>
    /// <param name="schema">Gives the bytes of an official schema by its file name (see <see cref="Scorm12Schemas.Files"/>); ours, never the package's own copy.</param>
    /// <returns>What is wrong, with line and column from 1, in the order of the file; empty when it is valid. XML that is not well-formed ends the list.</returns>
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
            // Neither the schemas nor the schema locations that the manifest itself names count.
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

    /// <summary>The official files do not compile as they stand, so copies in memory are mended; what is shipped in packages stays as published.</summary>
    private static XmlSchemaSet Compile(Func<string, byte[]> schema)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (string name in Scorm12Schemas.Files)
        {
            // ims_xml.xsd makes the XML namespace its default one, which the framework refuses; these are the two of its attributes that the others use.
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

    /// <summary>A wildcard for any namespace cannot be told from the optional elements before it (XML Schema part 1, unique particle attribution); one for others can.</summary>
    private static void NarrowWildcards(XmlSchema schema)
    {
        IEnumerable<XmlSchemaObject> particles = schema
            .Items.OfType<XmlSchemaGroup>()
            .SelectMany(group => group.Particle?.Items.Cast<XmlSchemaObject>() ?? []);
        foreach (XmlSchemaAny any in particles.OfType<XmlSchemaAny>())
            any.Namespace = "##other";
    }
}

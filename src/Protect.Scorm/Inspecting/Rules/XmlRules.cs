using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Table of rules X: the manifest as XML.</summary>
internal static class XmlRules
{
    private const string Xml = "XML 1.0", Cts = "ADL's conformance test suite 1.2.7";

    public static readonly PackageRule
        WellFormed = new("X01", Error, Standard, "CAM 1.2; " + Xml, "imsmanifest.xml is well-formed XML.",
            "The manifest cannot be read: {0}", "Export the package again; if the manifest was written by hand, fix it at this place."),
        Doctype = new("X02", Error, Practice, "safety: XXE, entity expansion", "The manifest declares no document type and no entities.",
            "The manifest declares a document type (DOCTYPE), which this tool and careful LMSs do not read.", "Remove the DOCTYPE; a SCORM manifest needs none."),
        Encoding = new("X03", Warning, Practice, "CAM 1.2; importers that do not convert", "The manifest is UTF-8, and its XML declaration names it.",
            "The manifest {0}; some LMSs read it as UTF-8 nevertheless.", "Save it as UTF-8, with encoding=\"UTF-8\" in its first line."),
        ByteOrderMark = new("X04", Warning, Practice, "importers that compare text", "The manifest begins without a byte-order mark.",
            "The manifest begins with a byte-order mark, an invisible character that some importers do not accept.", "Save it as “UTF-8 without BOM”."),
        BeforeDeclaration = new("X05", Error, Standard, Xml + ", 2.8", "The XML declaration comes first.",
            "The manifest has something before <?xml …?>, most likely an empty line or a blank.", "Delete everything before <?xml …?>."),
        Root = new("X06", Error, Standard, "CAM 1.2; IMS CP 1.1.2 schema", "The root is <manifest> in the namespace of IMS content packaging.",
            "The root of the manifest is <{0}> in {1}, not <manifest> in the namespace “{2}”.", "Declare xmlns=\"{2}\" on <manifest>."),
        Schema = new("X07", Error, Standard, Cts, "The manifest is valid against the official schemas of SCORM 1.2.",
            "The manifest breaks the official schema: {0}", "LMSs rarely validate, ADL's test suite does. Export with another version of the tool, or fix this place.") { IsFormal = true },
        SchemaLocation = new("X08", Warning, Standard, "ADL's rules", "Every namespace that is used has its schema named in xsi:schemaLocation, in pairs.",
            "xsi:schemaLocation {0}.", "Name each namespace with its schema file, in pairs."),
        SchemaFile = new("X09", Warning, Standard, Cts, "Files that xsi:schemaLocation names are in the package.",
            "xsi:schemaLocation names “{0}”, which is not a file of the package.", "Put the official schema file there, or name the right one."),
        Prefix = new("X10", Warning, Practice, "code of Moodle and of openedx-scorm-xblock", "SCORM's own elements have the prefix adlcp; those of content packaging have none.",
            "{0}, and some LMSs compare these letters.", "Use xmlns=\"…\" for content packaging and xmlns:adlcp=\"…\" for ADL's elements."),
        PlainTitle = new("X11", Warning, Practice, "code of Moodle: escapes twice", "Titles are plain UTF-8 text.",
            "The title is written with {0}, which some LMSs show to learners as it is written.", "Write the letters themselves."),
        Foreign = new("X12", Warning, Standard, Cts + " lists extensions", "Elements and attributes belong to the namespaces of SCORM.",
            "The manifest has {0} [element or attribute of another namespace|elements or attributes of other namespaces]: {1}.", "Remove them if an import fails; they add nothing that an LMS must know."),
        Mixed = new("X13", Warning, Practice, "LMSs choose the API by them", "Namespaces of SCORM 1.2 and of SCORM 2004 are not mixed.",
            "The manifest uses namespaces of SCORM 1.2 and of SCORM 2004.", "Export it as one of the two."),
        Unusual = new("X14", Note, Practice, "simple parsers", "The manifest has no processing instructions and no standalone declaration.",
            "The manifest has {0}, which some simple importers do not expect.", "Remove it if an import fails."),
        TooLarge = new("X15", Error, Practice, "limits of this tool", "The manifest has at most 20 MB, and 10 million characters.",
            "The manifest was not read: it has {0} MB, more than any known course needs. Nothing else of the package could be judged.", "Export the package again. A manifest of this size is most likely a fault of the tool that made it."),
        EncodingName = new("X16", Error, Standard, Xml + ", 4.3.3; tried with the XML readers of PHP, Python, Java and .NET", // a warning for a name that some readers know
            "The XML declaration names a registered encoding.",
            "The first line of the manifest names the encoding “{0}”{1}", "Write encoding=\"UTF-8\" in the first line, and save the file as UTF-8.");

    public static readonly IReadOnlyList<PackageRule> All = [WellFormed, Doctype, Encoding, ByteOrderMark, BeforeDeclaration, Root, SchemaLocation, SchemaFile, Prefix, PlainTitle, Foreign, Mixed, Unusual, TooLarge, EncodingName];
}

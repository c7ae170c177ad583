using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>
/// Table of rules D: metadata in the format IMS 1.2.1. ADL's test suite treats most of these as errors. Here they are
/// warnings: no known importer
/// uses metadata for anything a learner sees, and widely used authoring tools write it wrongly.
/// </summary>
internal static class MetadataRules
{
    private const string Lom = "IMS metadata 1.2.1", Profile = "CAM 1.2, SCORM metadata profile", Xsd = "imsmd_rootv1p2p1.xsd";

    public static readonly PackageRule
        Schema = new("D01", Error, Standard, "ADL's test suite; " + Xsd, "Metadata is valid against the schema.",
            "The metadata is not valid: {0}", "Correct it, or leave out the metadata; LMSs do not need it.") { IsFormal = true },
        Location = new("D02", Error, Standard, "ADL's test suite", "The file that adlcp:location names is in the package.",
            "The metadata should be in “{0}”, which {1}.", "Put the file into the package, or remove <location>.") { IsFormal = true },
        Order = new("D03", Error, Standard, Xsd, "The categories of metadata and their parts have the order of the schema.",
            "<{0}> {1}.", "Write the parts in the order of the schema.") { IsFormal = true },
        BareText = new("D04", Error, Standard, Xsd, "Texts are in <langstring>.",
            "The text of <{0}> is not in <langstring>.", "Write <langstring xml:lang=\"…\"> around it.") { IsFormal = true },
        Language = new("D05", Warning, Standard, Lom, "Each langstring has its own language, named by a valid tag.",
            "A langstring of <{0}> {1}.", "Name the language, like xml:lang=\"en\"."),
        Vocabulary = new("D06", Error, Standard, Profile, "A value of a vocabulary has a source and a value, one langstring each, in the language x-none.",
            "<{0}> {1}.", "Write <source> and <value> with one <langstring xml:lang=\"x-none\"> each.") { IsFormal = true },
        Value = new("D07", Error, Standard, Profile, "Values are those of the vocabulary LOMv1.0, in its spelling.",
            "<{0}> is “{1}”, which its vocabulary does not have.", "Choose one of: {2}.") { IsFormal = true },
        Mandatory = new("D08", Error, Standard, Profile, "Metadata has all parts that SCORM requires for its kind.",
            "The metadata of {0} lacks {1}.", "Add them, or leave out the metadata; LMSs do not need it.") { IsFormal = true },
        Scheme = new("D09", Error, Standard, Profile, "metadatascheme is “ADL SCORM 1.2”.",
            "No metadatascheme is “ADL SCORM 1.2”.", "Add <metadatascheme>ADL SCORM 1.2</metadatascheme>.") { IsFormal = true },
        Date = new("D10", Warning, Standard, "revision notes of ADL's test suite 1.2.7", "Dates are written like 2026-11-25.",
            "The date “{0}” is not in the form year-month-day.", "Write it like 2026-11-25."),
        Technical = new("D11", Warning, Standard, Lom, "format is a media type, size a number of bytes, and the type of location URI or TEXT.",
            "<{0}> is “{1}”.", "Write a media type like text/html (or non-digital), a number of bytes, type=\"URI\" or type=\"TEXT\"."),
        Maximum = new("D12", Warning, Standard, Lom + ": smallest permitted maximum", "Texts and lists are no longer than LMSs must accept.",
            "<{0}> has {1}; LMSs must accept only {2}.", "Shorten it."),
        Card = new("D13", Warning, Standard, Lom + "; vCard 3.0", "A vcard begins with BEGIN:VCARD and ends with END:VCARD.",
            "A vcard is not valid: it {0}.", "Write BEGIN:VCARD, a line FN:Name, and END:VCARD.");

    public static readonly IReadOnlyList<PackageRule> All = [Schema, Location, Order, BareText, Language, Vocabulary, Value, Mandatory, Scheme, Date, Technical, Maximum, Card];
}

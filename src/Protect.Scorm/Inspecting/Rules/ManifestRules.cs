using static Protect.Scorm.Diagnostics.Severity;
using static Protect.Scorm.Inspecting.Rules.RuleSource;
using Protect.Scorm.Inspecting.Scanning;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Table of rules M: the structure of the manifest.</summary>
internal static class ManifestRules
{
    private const string Xsd = "IMS CP 1.1.2 schema", Cam = "CAM 1.2, content aggregation", AdlRules = "ADL's rules", Spm = "smallest permitted maximum, IMS CP 1.1.2";

    public static readonly PackageRule
        ManifestId = new("M01", Error, Standard, Xsd, "<manifest> has an identifier that is an XML name.",
            "<manifest> has {0}.", "Give <manifest> an identifier of letters, digits, “-”, “_” and “.” that begins with a letter.") { IsFormal = true },
        IdForm = new("M02", Error, Standard, Xsd + ", xs:ID", "Every identifier is an XML name: it begins with a letter or “_” and has no blanks or colons.",
            "The identifier “{0}” is not valid in XML.", "Begin it with a letter; put one in front of a GUID.") { IsFormal = true },
        IdUnique = new("M03", Error, Standard, Xsd + ", xs:ID", "Identifiers are unique in the manifest, across items and resources.",
            "The identifier “{0}” is used twice.", "Give each element an identifier of its own; LMSs keep learners' records by it."),
        TopLevel = new("M04", Error, Standard, Xsd, "The manifest has one <organizations> and then one <resources>, after <metadata>.",
            "{0}", "Put metadata, organizations and resources in this order, each once."),
        Order = new("M05", Error, Standard, Xsd, "The parts of an organization, an item and a resource follow the order of the schema.",
            "<{0}> comes after <{1}> in <{2}>.", "Put title first, then items, then metadata, then ADL's elements; in a resource metadata, files, dependencies.") { IsFormal = true },
        SchemaName = new("M06", Warning, Standard, Cam, "metadata/schema is “ADL SCORM”.",
            "metadata/schema is {0}, not “ADL SCORM”.", "Write <schema>ADL SCORM</schema>."),
        SchemaVersion = new("M07", Error, Practice, Cam + "; code of Moodle and of openedx-scorm-xblock", "metadata/schemaversion is exactly “1.2”.",
            "metadata/schemaversion is {0}, not exactly “1.2”, by which LMSs choose how to talk to the course.", "Write <schemaversion>1.2</schemaversion>, without blanks."),
        SchemaOrder = new("M08", Warning, Standard, Xsd, "schema comes before schemaversion, each once.",
            "schema and schemaversion are not there once each, in this order.", "Write <schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>."),
        Default = new("M09", Error, Standard, Cam, "organizations names its default organization.",
            "organizations/@default {0}.", "Name the identifier of the organization that learners get.") { IsFormal = true },
        NoItems = new("M10", Error, Standard, Cam, // a warning for an organization that learners do not get
            "There is an organization with an item.",
            "{0}", "Export the package again as a course that can be started; an LMS accepts this one but shows nothing."),
        OneOrganization = new("M11", Warning, Practice, "LMSs show the default only", "There is one organization.",
            "The manifest has {0} [organization|organizations]; LMSs show learners one of them.", "Keep one, or make one package per organization."),
        OrganizationTitle = new("M12", Error, Standard, Cam + "; import of openedx-scorm-xblock fails", "Each organization has one title.",
            "The organization has {0}.", "Give it the title that learners see."),
        ItemTitle = new("M13", Error, Standard, Cam + "; import of openedx-scorm-xblock fails", "Each item has one title.",
            "The item {0} has {1}.", "Give it the title that learners see."),
        TitleText = new("M14", Warning, Standard, Spm + "; a column of 255 in Moodle", "Titles have at most 200 characters, on one line, without blanks at start or end.",
            "The title {0}.", "Shorten it, on one line."),
        Reference = new("M15", Error, Standard, Cam, "An item refers to a resource of the manifest.",
            "The item {0} refers to “{1}”, which is not a resource of the manifest.", "Name the identifier of a resource, exactly as it is written there."),
        Leaf = new("M16", Error, Standard, Cam + ", profile", "An item without items refers to a resource.",
            "The item {0} has neither items nor a resource.", "Give it a resource, or remove it; learners can choose it and get nothing.") { IsFormal = true },
        Branch = new("M17", Warning, Standard, "forbidden in SCORM 2004; players differ", "An item with items refers to no resource.",
            "The item {0} has items and a resource, and some LMSs never start that resource.", "Give the resource an item of its own."),
        Parameters = new("M18", Warning, Standard, Xsd + "; " + Spm, "Parameters have at most 1,000 characters, all of them allowed in an address.",
            "The parameters of an item {0}.", "Write them as in an address, with at most one “?” in front."),
        LostParameters = new("M19", Warning, Standard, AdlRules, "Only items that refer to a resource have parameters.",
            "The item has parameters and no resource to give them to.", "Remove them, or name the resource."),
        Visible = new("M20", Error, Standard, Xsd, "isvisible is true or false.",
            "The attribute isvisible is “{0}”.", "Write true or false.") { IsFormal = true },
        Invisible = new("M21", Note, Practice, "empty menus", "Items are visible.",
            "{0}", "Make sure that this is meant; a course whose only item is invisible may have an empty menu."),
        Structure = new("M22", Warning, Standard, Cam, "structure is “hierarchical”, or absent.",
            "The attribute structure is “{0}”, which SCORM 1.2 does not know.", "Remove the attribute."),
        Lengths = new("M23", Warning, Standard, Spm, "References have at most 2,000 characters, types 1,000, structures 200, versions 20.",
            "The attribute {0} has a length of {1}, and LMSs must keep only {2}.", "Shorten it."),
        SubManifest = new("M24", Warning, Standard, AdlRules, "There are no manifests inside the manifest.",
            "The manifest contains another manifest, which most LMSs ignore.", "Put its organizations and resources into the main one."),
        Size = new("M25", Warning, Practice, "menus of players", "The menu has at most 100 items, 4 deep.",
            "The menu has {0} [item|items], {1} deep.", "Let the course have its own menu, behind one item."),
        SeveralScos = new("M26", Note, Practice, "code of openedx-scorm-xblock; Tovuti's documentation", "The package has one SCO.",
            "The package has {0} [item|items] to start, and some LMSs accept only one.", "Look at the verdict for your LMS. Where only one is accepted, make one package per item, or let the course have its own menu."),
        Stable = new("M27", Warning, Practice, "code of Moodle, seen there", "An update keeps the identifiers of items.",
            "{0}", "Keep identifiers from release to release: LMSs keep learners' records by them.");

    public static readonly IReadOnlyList<PackageRule> All =
    [
        ManifestId, IdForm, IdUnique, TopLevel, Order, SchemaName, SchemaVersion, SchemaOrder, Default, NoItems, OneOrganization, OrganizationTitle, ItemTitle, TitleText, Reference, Leaf,
        Branch, Parameters, LostParameters, Visible, Invisible, Structure, Lengths, SubManifest, Size, SeveralScos, Stable,
    ];
}

using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Content;

/// <summary>Diagnostics about tools to print and fill in.</summary>
internal static class ToolRules
{
    public static readonly DiagnosticRule MissingTool = new("missing-tool", Error,
        "There is no file tools/{0}.yaml.{1}", "Create it, or correct the name in “tools” of course.yaml.");

    public static readonly DiagnosticRule RepeatedTool = new("repeated-tool", Error,
        "The tool “{0}” is listed twice.", "Keep it once.");

    public static readonly DiagnosticRule UnlistedTool = new("unlisted-tool", Warning,
        "This tool is not listed in course.yaml, so nobody will get it.", "Add “{0}” to “tools”, or remove the file.");

    public static readonly DiagnosticRule UnknownTool = new("unknown-tool", Error,
        "The course has no tool “{0}”.{1}", "The tools under “tools” in course.yaml: {2}.");

    public static readonly DiagnosticRule NoTools = new("no-tools", Error,
        "This block lists the tools of the course, but there are none.", "List files of tools/ under “tools” in course.yaml, or remove the block.");

    public static readonly DiagnosticRule ToolNotOffered = new("tool-not-offered", Warning,
        "No page offers the tool “{0}”.", "Add “type: tool” with “tool: {0}” to the page where learners need it, or a block “type: tools” that lists all tools.");

    public static readonly DiagnosticRule UnknownToolField = new("unknown-tool-field", Error,
        "The tool has no field “{0}”.{1}", "Add it to “fields”, or correct the name. Fields: {2}.");

    public static readonly DiagnosticRule UnusedToolField = new("unused-tool-field", Error,
        "The field “{0}” is declared, but no text has [[{0}]].", "Write [[{0}]] where it is to be filled in, or remove the field.");

    public static readonly DiagnosticRule RepeatedToolField = new("repeated-tool-field", Error,
        "The field “{0}” is declared twice; the first is on line {1}.", "Give this one another id.");

    public static readonly DiagnosticRule ToolFieldTwice = new("tool-field-twice", Error,
        "[[{0}]] is already on line {1}: a field has one place.", "Declare a second field, with a label that tells the two apart.");

    public static readonly DiagnosticRule BlankOutsideTable = new("blank-outside-table", Error,
        "[[]] is named after its row and column, so it must be in a table.", "Declare a field and write [[id]].");

    public static readonly DiagnosticRule SheetWithoutTitle = new("sheet-without-title", Error,
        "The tool has several sheets, and this one has no title.", "Add “title: …” to each sheet.");

    public static readonly DiagnosticRule PartWithoutTitle = new("part-without-title", Error,
        "A {0} needs a title.", "Add “title: …”.");

    public static readonly DiagnosticRule UnknownOrganisationSlot = new("unknown-organisation-slot", Error,
        "There is no slot “organisation.{0}”.{1}", "The slots of an organisation: {2}.");

    public static readonly DiagnosticRule HeadingInTool = new("heading-in-tool", Error,
        "The text of a tool has no headings.", "Begin a new part here, with the heading as its “title”.");

    public static readonly DiagnosticRule HtmlInTool = new("html-in-tool", Error,
        "The text of a tool cannot have {0}, because it also becomes a document for word processors.", "Write it in Markdown; the only HTML in a tool marks a word of another language: <span lang=\"en\">word</span>.");

    public static readonly DiagnosticRule PictureInTool = new("picture-in-tool", Error,
        "The text of a tool has no pictures.", "Say it in words, or offer the picture as a block “type: download” in the course.");

    public static readonly DiagnosticRule PageLinkInTool = new("page-link-in-tool", Error,
        "A tool is used outside the course, where “{0}” leads nowhere.", "Name the page in words, or link to an https address.");

    public static readonly DiagnosticRule ToolTooLong = new("tool-too-long", Warning,
        "{0} takes about {1} % of its paper, so it will not fit on one side.", "Shorten the text, use fewer lines to write on, or begin a new sheet.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        MissingTool, RepeatedTool, UnlistedTool, UnknownTool, NoTools, ToolNotOffered, UnknownToolField, UnusedToolField, RepeatedToolField, ToolFieldTwice, BlankOutsideTable,
        SheetWithoutTitle, PartWithoutTitle, UnknownOrganisationSlot, HeadingInTool, HtmlInTool, PictureInTool, PageLinkInTool, ToolTooLong,
    ];
}

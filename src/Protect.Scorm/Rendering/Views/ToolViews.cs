using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Addresses on the page of a tool.</summary>
/// <param name="Start">The page with all tools; null for none.</param>
/// <param name="Document">The document for word processors; null for none.</param>
/// <param name="Logo">The logo of the organisation; null for none.</param>
internal sealed record ToolLinks(string? Start, string? Document, string? Logo);

/// <summary>The page of a tool.</summary>
internal sealed record ToolPageView(
    PageFrame Frame,
    Tool Tool,
    ToolLinks Links,
    OrganisationView? Organisation,
    IReadOnlyList<ToolSideView> Sides
)
{
    public static View<ToolPageView> Names { get; } =
        new View<ToolPageView>()
            .Text("csp", view => view.Frame.PrintSecurityPolicy, "The security policy of the page.")
            .Html("style", view => view.Frame.PrintStyle, "The style.")
            .Group("tool", AboutTool, view => view.Tool, "The tool.")
            .Text("start", view => view.Links.Start, "The address of the page with all tools; may be empty.")
            .Text("document", view => view.Links.Document, "The address of the document; may be empty.")
            .Text("logo", view => view.Links.Logo, "The address of the organisation's logo; may be empty.")
            .Group("organisation", OrganisationView.Names, view => view.Organisation, "The organisation; may be empty.")
            .Flag("has_example", view => view.Sides.Any(side => side.IsExample), "True when a sheet is filled in.")
            .List("sides", ToolSideView.Names, view => view.Sides, "The sides of paper, in order.");

    /// <summary>Names of the texts about a tool.</summary>
    public static View<Tool> AboutTool =>
        new View<Tool>()
            .Flag("discreet", tool => tool.IsDiscreet, "True when a sheet is discreet.")
            .Flag("introduced", tool => tool.IsIntroducedOnPaper, "True when the first sheet shows the texts about it.")
            .Text("title", tool => tool.Title.Value, "The title.")
            .Text("audience", tool => tool.Audience.Value, "The people who use it.")
            .Text("when", tool => tool.When.Value, "The moment to use it.")
            .Text("instead", tool => tool.DoesNotReplace?.Value, "The sentence about its limits; may be empty.");
}

/// <summary>One side of paper: a page or poster, a slide, or up to four cards.</summary>
/// <param name="Format">page, poster, cards or slides.</param>
/// <param name="Heading">The title of a set of cards or slides, on its first side; null otherwise.</param>
/// <param name="IsExample">True for the filled example.</param>
/// <param name="IsRoomy">True for a sheet with little text.</param>
/// <param name="IsDense">True for a sheet that its text fills.</param>
/// <param name="IsDiscreet">True for a sheet without the name of the course.</param>
/// <param name="Leaves">The page, the slide or the cards.</param>
internal sealed record ToolSideView(
    string Format,
    string? Heading,
    bool IsExample,
    bool IsRoomy,
    bool IsDense,
    bool IsDiscreet,
    IReadOnlyList<ToolLeafView> Leaves
)
{
    public static View<ToolSideView> Names { get; } =
        new View<ToolSideView>()
            .Text("format", view => view.Format, "`page`, `poster`, `cards` or `slides`.")
            .Flag("headed", view => view.Heading is not null, "True for the first side of a set with a heading.")
            .Text("heading", view => view.Heading, "The title of a set of cards or slides; may be empty.")
            .Flag("example", view => view.IsExample, "True for the filled example.")
            .Flag("roomy", view => view.IsRoomy, "True for little text, which can have larger letters.")
            .Flag("dense", view => view.IsDense, "True for a sheet that its text fills, with smaller letters.")
            .Flag("discreet", view => view.IsDiscreet, "True for a sheet without the name of the course.")
            .List("leaves", ToolLeafView.Names, view => view.Leaves, "The page, the slide or the cards.");
}

/// <summary>A page, a slide or a card.</summary>
/// <param name="IsAbout">True to show what the tool says about itself.</param>
/// <param name="Title">The title of the sheet; null for none.</param>
/// <param name="IsExample">True for a page of the filled example.</param>
/// <param name="Parts">Its texts.</param>
/// <param name="Level">The level of their headings.</param>
internal sealed record ToolLeafView(
    bool IsAbout,
    string? Title,
    bool IsExample,
    IReadOnlyList<(string? Title, Html Body)> Parts,
    int Level
)
{
    public static View<ToolLeafView> Names { get; } =
        new View<ToolLeafView>()
            .Flag("about", view => view.IsAbout, "True to show title, audience and moment of the tool.")
            .Text("title", view => view.Title, "The title of the sheet; may be empty.")
            .Flag("example", view => view.IsExample, "True for the filled example.")
            .Number("level", view => view.Level, "The level of the headings of its parts.")
            .List(
                "parts",
                new View<(string? Title, Html Body)>()
                    .Text("title", part => part.Title, "The heading; may be empty.")
                    .Html("body", part => part.Body, "The text, with its fields."),
                view => view.Parts,
                "Its texts."
            );
}

/// <summary>A tool in a list, with its addresses.</summary>
internal sealed record ToolEntryView(Tool Tool, string Page, string Document)
{
    public static View<ToolEntryView> Names { get; } =
        new View<ToolEntryView>()
            .Text("title", view => view.Tool.Title.Value, "The title.")
            .Text("audience", view => view.Tool.Audience.Value, "The people who use it.")
            .Text("when", view => view.Tool.When.Value, "The moment to use it.")
            .Text("instead", view => view.Tool.DoesNotReplace?.Value, "The sentence about its limits; may be empty.")
            .Text("page", view => view.Page, "The address of the page to print.")
            .Text("document", view => view.Document, "The address of the document.")
            .Text("file_name", view => Path.GetFileName(view.Document), "The file name of the document.");
}

/// <summary>The start page of a toolbox.</summary>
internal sealed record ToolboxView(
    PageFrame Frame,
    ToolLinks Links,
    OrganisationView? Organisation,
    string? Country,
    IReadOnlyList<ToolEntryView> Tools
)
{
    public static View<ToolboxView> Names { get; } =
        new View<ToolboxView>()
            .Text("csp", view => view.Frame.PrintSecurityPolicy, "The security policy of the page.")
            .Html("style", view => view.Frame.PrintStyle, "The style.")
            .Text("logo", view => view.Links.Logo, "The address of the organisation's logo; may be empty.")
            .Text("country", view => view.Country, "The name of the country; may be empty.")
            .Group("organisation", OrganisationView.Names, view => view.Organisation, "The organisation; may be empty.")
            .List("tools", ToolEntryView.Names, view => view.Tools, "The tools.");
}

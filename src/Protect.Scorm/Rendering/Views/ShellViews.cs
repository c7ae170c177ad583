using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>The document of index.html.</summary>
internal sealed record LayoutView(PageFrame Frame, Html Body)
{
    public static View<LayoutView> Names { get; } =
        new View<LayoutView>()
            .Text("csp", view => view.Frame.SecurityPolicy, "The security policy of the page.")
            .Html("style", view => view.Frame.Style, "The style of the first page.")
            .Html("body", view => view.Body, "The output of `body.html`.")
            .Html("program", view => view.Frame.Program, "The script.");
}

/// <summary>
/// The body of index.html without the script; the player replaces it when a learner changes the language.
/// </summary>
internal sealed record BodyView
{
    public required Course Course { get; init; }

    public required FileNames Files { get; init; }

    public required Html Pages { get; init; }

    public required IReadOnlyList<ModuleView> Modules { get; init; }

    public required bool HasResources { get; init; }

    public required NoteView? Support { get; init; }

    public required OrganisationView? Organisation { get; init; }

    /// <summary>The languages of the package; empty when there is only one.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public static View<BodyView> Names { get; } =
        new View<BodyView>()
            .Html("pages", view => view.Pages, "The pages of the first module.")
            .List("modules", ModuleView.InMenu, view => view.Modules, "The modules.")
            .Group("first_page", MenuView.Link, view => view.Course.Pages.First(), "The first page.")
            .Group(
                "sends",
                new View<Course>()
                    .Flag("score", course => course.Tracking.Score.Value != ScoreSource.None, "True for a score.")
                    .Flag(
                        "interactions",
                        course => course.Tracking.Interactions && course.Questions.Any(),
                        "True for the answers to questions."
                    ),
                view => view.Course,
                "Data about learners that the course sends to the LMS, in addition to progress."
            )
            .Text("print_file", view => view.Files.Print, "The file of the text for print.")
            .Text(
                "glossary_file",
                view => view.Course.Glossary.Count > 0 ? view.Files.Glossary : null,
                "The file of the glossary; empty without one."
            )
            .Text(
                "resources_file",
                view => view.HasResources ? view.Files.Resources : null,
                "The file of all organisations and links; empty without any."
            )
            .Text(
                "country_file",
                view => view.Course.CountryNeeds is null ? null : view.Files.Country,
                "The file of the country's printable sheet; empty in a course that needs no data of a country."
            )
            .Flag("card", view => CardBlock.PageOf(view.Course) is not null, "True when learners have a card.")
            .Flag("search", view => view.Course.HasSearch, "True when the menu has a search.")
            .Group("support", NoteView.Names, view => view.Support, "Support contacts; may be empty.")
            .Text(
                "leave_to",
                view => view.Course.LeaveTo?.Value,
                "The address that “Leave quickly” opens; may be empty."
            )
            .List(
                "languages",
                LanguageNamesOf,
                view => view.Languages.Select(tag => (tag, tag == view.Course.Language.Value)),
                "The languages of the package; empty when there is only one."
            )
            .Group(
                "organisation",
                OrganisationView.Names,
                view => view.Organisation,
                "The organisation that offers the course; may be empty."
            );

    private static View<(string Tag, bool IsHere)> LanguageNamesOf =>
        new View<(string Tag, bool IsHere)>()
            .Text("tag", language => language.Tag, "The language, such as `fr`.")
            .Text("name", language => LanguageNames.Of(language.Tag), "Its own name for itself.")
            .Text("direction", language => Script.Direction(language.Tag), "`ltr` or `rtl`.")
            .Flag("here", language => language.IsHere, "True for the language of this body.");
}

/// <summary>A module in the menu or in print.</summary>
/// <param name="Module">The module.</param>
/// <param name="Number">Its number in the course, from 1.</param>
/// <param name="Summary">Null for none.</param>
/// <param name="Content">Its list of pages in the menu; in print its pages.</param>
internal sealed record ModuleView(Module Module, int Number, Html? Summary, Html Content)
{
    public static View<ModuleView> InMenu { get; } =
        Named().Html("menu", view => view.Content, "The output of `menu.html`; empty until the module arrives.");

    public static View<ModuleView> InPrint { get; } =
        Named().Html("pages", view => view.Content, "The pages of the module.");

    private static View<ModuleView> Named() =>
        new View<ModuleView>()
            .Text("id", view => view.Module.Id.Value, "The id.")
            .Text("title", view => view.Module.Title.Value, "The title.")
            .Html("summary", view => view.Summary, "The summary; may be empty.")
            .Number("number", view => view.Number, "The number in the course, from 1.")
            .Number("minutes", view => view.Module.Duration, "The duration in minutes.");
}

/// <summary>The pages of a module in the menu.</summary>
internal sealed record MenuView(IReadOnlyList<Page> Pages)
{
    public static View<Page> Link { get; } =
        new View<Page>()
            .Text("id", page => page.Id.Value, "The id.")
            .Text("title", page => page.Title.Value, "The title.");

    public static View<MenuView> Names { get; } =
        new View<MenuView>().List("pages", Link, view => view.Pages, "The pages.");
}

/// <summary>A text with a title.</summary>
internal sealed record NoteView(string Title, Html Body)
{
    public static View<NoteView> Names { get; } =
        new View<NoteView>()
            .Text("title", note => note.Title, "The title.")
            .Html("body", note => note.Body, "The text.");
}

/// <summary>The organisation that offers the course.</summary>
internal sealed record OrganisationView(Organisation Organisation, Html? Contact, Html? Lead)
{
    public static View<OrganisationView> Names { get; } =
        new View<OrganisationView>()
            .Text("name", view => view.Organisation.Name.Value, "The name.")
            .Text(
                "logo",
                view => view.Organisation.Logo is { } logo ? OrganisationFiles.LogoName(logo) : null,
                "The file of the logo; may be empty."
            )
            .Html("contact", view => view.Contact, "How to reach it; may be empty.")
            .Html("lead", view => view.Lead, "Its safeguarding lead; may be empty.")
            .Text("policy", view => view.Organisation.Policy?.Value, "The address of its policy; may be empty.");
}

/// <summary>The printable text of the course.</summary>
internal sealed record PrintView(PageFrame Frame, NoteView? Support, IReadOnlyList<ModuleView> Modules)
{
    public static View<PrintView> Names { get; } =
        new View<PrintView>()
            .Text("csp", view => view.Frame.PrintSecurityPolicy, "The security policy of the page.")
            .Html("style", view => view.Frame.PrintStyle, "The complete style.")
            .Group("support", NoteView.Names, view => view.Support, "Support contacts; may be empty.")
            .List("modules", ModuleView.InPrint, view => view.Modules, "The modules.");
}

/// <summary>A further page: the glossary or the resources.</summary>
internal sealed record ExtraView(PageFrame Frame, string Title, Html Body)
{
    public static View<ExtraView> Names { get; } =
        new View<ExtraView>()
            .Text("csp", view => view.Frame.PrintSecurityPolicy, "The security policy of the page.")
            .Html("style", view => view.Frame.PrintStyle, "The complete style.")
            .Text("title", view => view.Title, "The title.")
            .Html("body", view => view.Body, "The list.");
}

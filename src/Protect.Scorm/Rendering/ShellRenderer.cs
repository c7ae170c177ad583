using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Parts around the pages, prepared by other steps and printed unchanged.</summary>
internal sealed record PageFrame(
    Html Style,
    Html PrintStyle,
    Html Program,
    string SecurityPolicy,
    string PrintSecurityPolicy
)
{
    /// <summary>Languages of this package that a learner can choose from; empty when there is only one.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>Renders the documents of a package around the modules: index.html and the printable pages.</summary>
internal sealed class ShellRenderer(RenderTools tools)
{
    private readonly Course _course = tools.Input.Course;

    /// <summary>True when a page lists organisations, links or files.</summary>
    public bool HasResources => BlockParts.Blocks(_course).Any(IsResource);

    public Html Index(IReadOnlyList<RenderedModule> modules, PageFrame frame) =>
        tools.Document(
            TemplateFiles.Layout,
            new LayoutView(frame, new Html(Body(modules, frame))),
            modules.Select(module => new CheckedHtml(module.Pages, module.Ids))
        );

    /// <summary>
    /// Renders the part of index.html that depends on the language: all of its body before the player's script.
    /// </summary>
    public string Body(IReadOnlyList<RenderedModule> modules, PageFrame frame) =>
        tools
            .Templates.Render(
                TemplateFiles.Body,
                new BodyView
                {
                    Course = _course,
                    Files = tools.Input.Names,
                    Pages = modules[0].Pages,
                    Modules =
                    [
                        .. modules.Select(
                            (module, index) =>
                                View(module, index, tools.Input.HasShortMenu && index > 0 ? Html.Empty : module.Menu)
                        ),
                    ],
                    HasResources = HasResources,
                    Support = Support(tools),
                    Organisation = Organisation(),
                    Languages = frame.Languages,
                }
            )
            .Text.Trim();

    /// <summary>Renders the page with the complete text of the course.</summary>
    public Html Print(IReadOnlyList<RenderedModule> modules, PageFrame frame) =>
        tools.Document(
            TemplateFiles.Print,
            new PrintView(
                frame,
                Support(tools),
                [.. modules.Select((module, index) => View(module, index, module.PrintPages))]
            ),
            modules.Select(module => new CheckedHtml(module.PrintPages, module.PrintIds))
        );

    /// <summary>Renders the page of glossary terms and their definitions.</summary>
    public Html Glossary(PageFrame frame) =>
        Extra(
            tools.Input.Strings.Page["glossary"],
            new Html(
                string.Concat(
                    _course
                        .Glossary.OrderBy(entry => entry.Term.Value, StringComparer.OrdinalIgnoreCase)
                        .Select(entry =>
                            $"<dt>{Html.Encode(entry.Term.Value)}</dt>"
                            + $"<dd>{tools.Markdown.Render(entry.Definition).Text}</dd>\n"
                        )
                        .Prepend("<dl class=\"glossary\">\n")
                        .Append("</dl>")
                )
            ),
            frame
        );

    /// <summary>Renders the page of all organisations, links and files, grouped by page of the course.</summary>
    public Html Resources(PageFrame frame)
    {
        var blocks = new BlockRenderer(tools);
        return Extra(
            tools.Input.Strings.Page["resources"],
            Html.Join(
                _course
                    .Pages.Where(page => page.Blocks.Any(IsResource))
                    .Select(page => new Html(
                        $"<section><h2>{Html.Encode(page.Title.Value)}</h2>\n"
                            + Html.Join(
                                page.Blocks.Where(IsResource)
                                    .Select(
                                        (block, index) => blocks.Print(block, $"r-{page.Id.Value}-{index + 1}", page)
                                    )
                            ).Text
                            + "</section>"
                    ))
            ),
            frame
        );
    }

    /// <summary>
    /// Renders the printable sheet of the country, with blanks for what nobody has checked. For courses with slots.
    /// </summary>
    public Html Country(PageFrame frame)
    {
        string title = tools.Input.Strings.Page["country_sheet"];
        return Extra(
            _course.Country is { } country ? $"{title}{tools.Input.Strings.Page["colon"]} {country.Name.Value}" : title,
            tools.Templates.Render(
                TemplateFiles.CountrySheet,
                CountrySheetView.Of(_course, Organisation(), tools.Input.Strings, tools.Markdown.Render)
            ),
            frame
        );
    }

    private OrganisationView? Organisation() =>
        _course.Organisation is { } own
            ? new OrganisationView(own, tools.Render(own.Contact), tools.Render(own.Lead))
            : null;

    /// <summary>Returns the support contacts of the course; null for none.</summary>
    public static NoteView? Support(RenderTools tools) =>
        tools.Input.Course.Support is { } support
            ? new NoteView(support.Title.Value, tools.Markdown.Render(support.Body))
            : null;

    private static bool IsResource(Block block) =>
        block is ResourcesBlock or SupportBoxBlock or DownloadBlock or CountryBlock or ToolBlock;

    private Html Extra(string title, Html body, PageFrame frame) =>
        tools.Document(TemplateFiles.Extra, new ExtraView(frame, title, body), []);

    private ModuleView View(RenderedModule module, int index, Html content) =>
        new(module.Module, index + 1, tools.Render(module.Module.Summary), content);
}

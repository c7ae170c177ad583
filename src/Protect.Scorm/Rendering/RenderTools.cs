using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Input of the renderers of one language of a package. Immutable.</summary>
internal sealed class RenderInput(
    Course course,
    SourceFolder folder,
    UiStrings strings,
    FileNames names,
    TemplateSet templates
)
{
    /// <summary>
    /// Most pages listed by the menu in index.html. In larger courses each list of pages arrives with its module.
    /// </summary>
    private const int MostPagesInMenu = 70;

    public Course Course => course;

    public SourceFolder Folder => folder;

    public UiStrings Strings => strings;

    public FileNames Names => names;

    public TemplateSet Templates => templates;

    public GlossaryTerms Terms { get; } = new(course.Glossary, course.Language.Value);

    public IReadOnlySet<string> PageIds { get; } =
        course.Pages.Select(page => page.Id.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>True when the menu of index.html omits the pages of later modules.</summary>
    public bool HasShortMenu => PageIds.Count > MostPagesInMenu;
}

/// <summary>
/// Tools of the renderers, with findings of their own: modules render in parallel, each with its own tools.
/// </summary>
internal sealed class RenderTools(RenderInput input, DiagnosticBag bag)
{
    public RenderInput Input => input;

    public DiagnosticBag Bag => bag;

    public TemplateRenderer Templates { get; } = new(input.Templates, bag);

    public Markdown Markdown { get; } = new(input.PageIds, Script.Direction(input.Course.Language.Value), bag);

    public MarkupCheck Check => field ??= new MarkupCheck(this);

    /// <summary>Renders and checks a complete document.</summary>
    /// <param name="file">Its template.</param>
    /// <param name="data">Data of the template.</param>
    /// <param name="pages">Checked pages, in the document or added by the player later.</param>
    public Html Document<T>(TemplateFile<T> file, T data, IEnumerable<CheckedHtml> pages)
    {
        Html html = Templates.Render(file, data);
        Check.Document(file, html, [.. pages]);
        return html;
    }

    public Html? Render(RichText? text) => text is null ? null : Markdown.Render(text);
}

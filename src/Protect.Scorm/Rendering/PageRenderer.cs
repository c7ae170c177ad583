using System.Text;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>HTML of a module: its pages for the player and for print, and its list of pages for the menu.</summary>
internal sealed record RenderedModule(Module Module, Html Pages, Html PrintPages, Html Menu);

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

/// <summary>Renders the pages of one course with one theme.</summary>
internal sealed partial class PageRenderer
{
    /// <summary>
    /// Most pages listed by the menu in index.html. In larger courses each list of pages arrives with its module.
    /// </summary>
    private const int MostPagesInMenu = 100;

    private readonly Course _course;
    private readonly UiStrings _strings;
    private readonly TemplateSet _templates;
    private readonly BlockView _blocks;

    public PageRenderer(
        Course course,
        SourceFolder folder,
        Theme theme,
        UiStrings strings,
        FileNames names,
        DiagnosticBag bag
    )
    {
        _names = names;
        _course = course;
        _strings = strings;
        _templates = new TemplateSet(theme, bag);
        _bag = bag;
        _glossary = new GlossaryLinks(course.Glossary);
        (_folder, _count, _pageIds) = (
            folder,
            course.Pages.Count(),
            course.Pages.Select(page => page.Id.Value).ToHashSet(StringComparer.Ordinal)
        );
        _markdown = new Markdown(_pageIds, _glossary, bag);
        _blocks = new BlockView(folder, _markdown, strings, course.Size);
        _words = HtmlContext.Ready(strings.Page.ToDictionary(entry => entry.Key, object? (entry) => entry.Value));
        _about = HtmlContext.Ready(
            new Dictionary<string, object?>
            {
                ["id"] = course.Id.Value,
                ["title"] = course.Title.Value,
                ["language"] = course.Language.Value,
                ["direction"] = Direction,
                ["version"] = course.Version.Value,
                ["description"] = course.Description.Value,
                ["audience"] = course.Audience?.Value,
                ["licence"] = course.Licence.Value,
                ["minutes"] = course.Minutes.Value,
                ["authors"] = course.Authors.Select(author => author.Value).ToList(),
            }
        );
    }

    /// <summary>
    /// Copies a renderer with its own findings and terms, so that modules can be rendered in parallel.
    /// </summary>
    private PageRenderer(PageRenderer whole)
    {
        (_names, _course, _strings, _folder, _words, _about, _pageIds, _count) = (
            whole._names,
            whole._course,
            whole._strings,
            whole._folder,
            whole._words,
            whole._about,
            whole._pageIds,
            whole._count
        );
        _bag = new DiagnosticBag();
        _templates = whole._templates.For(_bag);
        _glossary = new GlossaryLinks(_course.Glossary);
        _markdown = new Markdown(_pageIds, _glossary, _bag);
        _blocks = new BlockView(_folder, _markdown, _strings, _course.Size);
    }

    private readonly FileNames _names;
    private readonly SourceFolder _folder;
    private readonly IReadOnlySet<string> _pageIds;
    private readonly int _count;
    private readonly Markdown _markdown;
    private readonly GlossaryLinks _glossary;
    private readonly DiagnosticBag _bag;
    private readonly List<(Page Page, string Words)> _searched = [];
    private readonly object _words,
        _about;

    /// <summary>Blocks by key, rendered for the screen and not yet for print. Most look the same in both.</summary>
    private readonly Dictionary<string, (Block Block, Dictionary<string, object?> Data, Html Inner)> _onScreen = new(
        StringComparer.Ordinal
    );

    /// <summary>True when the menu of index.html omits the pages of later modules.</summary>
    public bool HasShortMenu => _count > MostPagesInMenu;

    /// <summary>Words of each page for the search, in course order; complete once the modules are rendered.</summary>
    public IReadOnlyList<(Page Page, string Words)> Words => _searched;

    /// <summary>Renders the page of glossary terms and their definitions.</summary>
    public Html Glossary(PageFrame frame) =>
        Extra(
            _strings.Page["glossary"],
            new Html(
                string.Concat(
                    _course
                        .Glossary.OrderBy(entry => entry.Term.Value, StringComparer.OrdinalIgnoreCase)
                        .Select(entry =>
                            $"<dt>{Html.Encode(entry.Term.Value)}</dt>"
                            + $"<dd>{_markdown.Render(entry.Definition).Text}</dd>\n"
                        )
                        .Prepend("<dl class=\"glossary\">\n")
                        .Append("</dl>")
                )
            ),
            frame
        );

    /// <summary>True when a page lists organisations, links or files.</summary>
    public bool HasResources => BlockParts.Blocks(_course).Any(IsResource);

    /// <summary>Renders the page of all organisations, links and files, grouped by page of the course.</summary>
    public Html Resources(PageFrame frame) =>
        Extra(
            _strings.Page["resources"],
            Join(
                _course
                    .Pages.Where(page => page.Blocks.Any(IsResource))
                    .Select(page => new Html(
                        $"<section><h2>{Html.Encode(page.Title.Value)}</h2>\n"
                            + Join(
                                page.Blocks.Where(IsResource)
                                    .Select(
                                        (block, index) =>
                                            Render(
                                                block,
                                                $"r-{page.Id.Value}-{index + 1}",
                                                new Place(page, Assessed: false, Print: true)
                                            )
                                    )
                            ).Text
                            + "</section>"
                    ))
            ),
            frame
        );

    private static bool IsResource(Block block) =>
        block is ResourcesBlock or SupportBoxBlock or DownloadBlock or CountryBlock;

    private Html Extra(string title, Html body, PageFrame frame) =>
        _templates.Render(
            "extra.html",
            new Dictionary<string, object?>(Common())
            {
                ["csp"] = frame.PrintSecurityPolicy,
                ["style"] = frame.PrintStyle,
                ["title"] = title,
                ["body"] = body,
            }
        );

    public Html Index(IReadOnlyList<RenderedModule> modules, PageFrame frame) =>
        _templates.Render(
            "layout.html",
            new Dictionary<string, object?>(Common())
            {
                ["csp"] = frame.SecurityPolicy,
                ["style"] = frame.Style,
                ["program"] = frame.Program,
                ["pages"] = modules[0].Pages,
                ["modules"] = modules.Select((module, index) => MenuView(module, index)).ToList(),
                ["sends"] = new Dictionary<string, object?>
                {
                    ["score"] = _course.Tracking.Score.Value != ScoreSource.None,
                    ["interactions"] = _course.Tracking.Interactions && _course.Questions.Any(),
                },
                ["print_file"] = _names.Print,
                ["glossary_file"] = _course.Glossary.Count > 0 ? _names.Glossary : null,
                ["resources_file"] = HasResources ? _names.Resources : null,
                ["search"] = _course.HasSearch,
                ["support"] = Support(),
                ["leave_to"] = _course.LeaveTo?.Value,
                ["languages"] = frame
                    .Languages.Select(
                        object? (language) =>
                            new Dictionary<string, object?>
                            {
                                ["tag"] = language,
                                ["name"] = LanguageNames.Of(language),
                                ["direction"] = Script.Direction(language),
                                ["here"] = language == _course.Language.Value,
                            }
                    )
                    .ToList(),
                ["first_page"] = PageLink(_course.Pages.First()),
                ["organisation"] = _course.Organisation is not { } own
                    ? null
                    : new Dictionary<string, object?>
                    {
                        ["name"] = own.Name.Value,
                        ["logo"] = own.Logo is { } logo ? OrganisationFiles.LogoName(logo) : null,
                        ["contact"] = own.Contact is { } contact ? _markdown.Render(contact) : null,
                        ["lead"] = own.Lead is { } lead ? _markdown.Render(lead) : null,
                        ["policy"] = own.Policy?.Value,
                    },
            }
        );

    private Dictionary<string, object?>? Support() =>
        _course.Support is { } support
            ? new() { ["title"] = support.Title.Value, ["body"] = _markdown.Render(support.Body) }
            : null;

    public Html Print(IReadOnlyList<RenderedModule> modules, PageFrame frame) =>
        _templates.Render(
            "print.html",
            new Dictionary<string, object?>(Common())
            {
                ["csp"] = frame.PrintSecurityPolicy,
                ["style"] = frame.PrintStyle,
                ["support"] = Support(),
                ["modules"] = modules
                    .Select(
                        (module, index) =>
                            new Dictionary<string, object?>(MenuView(module, index)) { ["pages"] = module.PrintPages }
                    )
                    .ToList(),
            }
        );

    private RenderedModule Render(Module module, int number, int first)
    {
        Html Pages(bool print) =>
            Join(
                module.Pages.Select(
                    (page, index) =>
                    {
                        _glossary.BeginPage(page.Id.Value);
                        Html whole = Render(page, module, number, first + index, print);
                        if (print)
                            _searched.Add((page, SearchIndex.WordsOf(whole)));
                        return whole;
                    }
                )
            );
        Html menu = _templates.Render(
            "menu.html",
            new Dictionary<string, object?>(Common()) { ["pages"] = module.Pages.Select(PageLink).ToList() }
        );
        return new RenderedModule(module, Pages(print: false), Pages(print: true), menu);
    }

    private Html Render(Page page, Module module, int moduleNumber, int number, bool print)
    {
        Html blocks = Join(
            page.Blocks.Select(
                (block, index) => Render(block, $"{page.Id.Value}-{index + 1}", new Place(page, Assessed: false, print))
            )
        );
        Dictionary<string, object?>? assessment = page.Assessment is null ? null : View(page.Assessment, page, print);
        return _templates.Render(
            "page.html",
            new Dictionary<string, object?>(Common())
            {
                ["page"] = new Dictionary<string, object?>(PageLink(page))
                {
                    ["number"] = number,
                    ["count"] = _count,
                    ["private"] = page.IsPrivate,
                },
                ["module"] = new Dictionary<string, object?>
                {
                    ["id"] = module.Id.Value,
                    ["title"] = module.Title.Value,
                    ["number"] = moduleNumber,
                },
                ["blocks"] = blocks,
                ["assessment"] = assessment,
                ["untranslated"] = Has(Markdown.Untranslated),
                ["draft"] = Has(CountryText.Unchecked),
                ["print"] = print,
            }
        );

        bool Has(string mark) =>
            blocks.Text.Contains(mark, StringComparison.Ordinal)
            || (assessment?["questions"] is Html questions && questions.Text.Contains(mark, StringComparison.Ordinal));
    }

    private Dictionary<string, object?> View(Assessment assessment, Page page, bool print) =>
        new()
        {
            ["attempts"] = assessment.Attempts?.Value,
            ["pass_mark"] = _course.Tracking.PassMark,
            ["count"] =
                assessment.Draws.Count > 0 ? assessment.Draws.Sum(draw => draw.Count) : assessment.Questions.Count,
            ["pool"] = assessment.Draws.Count == 0 ? null : assessment.Questions.Count,
            ["before_retry"] = assessment.BeforeRetry is { } text ? _markdown.Render(text) : null,
            ["bands"] = assessment
                .Bands.OrderByDescending(band => band.From.Value)
                .Select(band => new Dictionary<string, object?>
                {
                    ["from"] = band.From.Value,
                    ["text"] = _markdown.Render(band.Text),
                })
                .ToList(),
            ["questions"] = Join(
                assessment.Questions.Select(
                    (question, index) =>
                        Render(question, $"{page.Id.Value}-q{index + 1}", new Place(page, Assessed: true, print))
                )
            ),
        };

    /// <summary>
    /// Renders the part of the body of index.html that depends on the language: all before the player's script.
    /// </summary>
    public string Body(IReadOnlyList<RenderedModule> modules, PageFrame frame)
    {
        const string mark = "<!--program-->";
        string page = Index(modules, frame with { Program = new Html(mark) }).Text;
        int start = page.IndexOf('>', page.IndexOf("<body", StringComparison.Ordinal)) + 1;
        return page[start..page.IndexOf(mark, start, StringComparison.Ordinal)].Trim();
    }

    /// <summary>Direction of the text: "rtl" or "ltr".</summary>
    public string Direction => Script.Direction(_course.Language.Value);

    /// <summary>
    /// Context of a block: its page, whether it is part of the assessment, and whether it is printed.
    /// </summary>
    private sealed record Place(Page Page, bool Assessed, bool Print);

    private Html Render(Block block, string key, Place place)
    {
        BlockKind kind = BlockKinds.Of(block);
        string template = $"{Theme.FolderName(kind)}/{kind.Slug}.html";
        bool isSeen =
            _onScreen.Remove(key, out (Block Block, Dictionary<string, object?> Data, Html Inner) seen)
            && place.Print
            && ReferenceEquals(seen.Block, block);
        int links = _glossary.Links;
        bool hasBlocks = false;
        Dictionary<string, object?> data = isSeen
            ? new(seen.Data) { ["print"] = true }
            : Data(block, key, place, out hasBlocks);
        Html inner = isSeen && !_templates.Mentions(template, "print") ? seen.Inner : _templates.Render(template, data);
        _glossary.IsOn = false;
        // Terms become buttons on the screen only. Nested blocks are cached one by one.
        if (!place.Print && !hasBlocks && links == _glossary.Links)
            _onScreen[key] = (block, data, inner);
        return block switch
        {
            Question question => Frame(question, inner, data, place),
            PrivateNote paper => Frame(paper, inner, data, place),
            _ => inner,
        };
    }

    /// <summary>Returns the data for the template of a block.</summary>
    private Dictionary<string, object?> Data(Block block, string key, Place place, out bool hasBlocks)
    {
        _glossary.IsOn = !place.Print && block is not (Question or PrivateNote or ContentNoteBlock);
        bool has = false;
        var data = new Dictionary<string, object?>(Common())
        {
            [block is Question ? "question" : "block"] = _blocks.Of(
                block,
                inner =>
                {
                    has = true;
                    return Join(inner.Select((part, index) => Render(part, $"{key}-{index + 1}", place)));
                }
            ),
            ["key"] = key,
            ["print"] = place.Print,
        };
        hasBlocks = has;
        if (block is CountryBlock country)
            data["country"] = new CountryView(_course, _markdown).Of(country);
        if (block is SourcesBlock)
        {
            data["sources"] = _course
                .Cited.Select(
                    object? (source) =>
                        new Dictionary<string, object?>
                        {
                            ["text"] = _markdown.Render(
                                new RichText(CitationText.Of(source), source.Id.Span, IsBlock: false) { IsLine = true }
                            ),
                            ["known"] = source.Confidence.Value == SourceConfidence.Known,
                        }
                )
                .ToList();
        }
        return data;
    }

    /// <summary>Renders the frame that all kinds of questions share.</summary>
    private Html Frame(Question question, Html answer, Dictionary<string, object?> data, Place place)
    {
        var fields = new Dictionary<string, object?>((IReadOnlyDictionary<string, object?>)data["question"]!);
        foreach (string optional in (string[])["feedback", "confidence", "partly"])
            fields.TryAdd(optional, null);
        fields.TryAdd("options", Array.Empty<object>());
        if (
            fields["feedback"] is IReadOnlyDictionary<string, object?> feedback
            && feedback.TryGetValue("partly", out object? partly)
        )
            fields["partly"] = partly;
        return _templates.Render(
            "question.html",
            new Dictionary<string, object?>(data)
            {
                ["question"] = fields,
                ["answer"] = new Html(answer.Text.Trim()),
                ["kind"] = question.Slug,
                ["how"] = _strings.Page[BlockKinds.Of(question).How.Key],
                ["assessed"] = place.Assessed,
                ["reported"] = _course.Tracking.Interactions && !place.Page.IsPrivate,
            }
        );
    }

    /// <summary>Renders the frame that all private notes share.</summary>
    private Html Frame(PrivateNote paper, Html body, Dictionary<string, object?> data, Place place) =>
        _templates.Render(
            "paper.html",
            new Dictionary<string, object?>(data)
            {
                ["body"] = new Html(body.Text.Trim()),
                ["kind"] = paper.Slug,
                ["id"] = paper.Id.Value,
                ["title"] = paper.Title.Value,
                ["private"] = place.Page.IsPrivate,
            }
        );

    private Dictionary<string, object?> MenuView(RenderedModule module, int index) =>
        new()
        {
            ["id"] = module.Module.Id.Value,
            ["title"] = module.Module.Title.Value,
            ["summary"] = module.Module.Summary is { } summary ? _markdown.Render(summary) : null,
            ["number"] = index + 1,
            ["minutes"] = module.Module.Minutes?.Value,
            ["menu"] = HasShortMenu && index > 0 ? Html.Empty : module.Menu,
        };

    private static Dictionary<string, object?> PageLink(Page page) =>
        new() { ["id"] = page.Id.Value, ["title"] = page.Title.Value };

    /// <summary>Returns the data that all templates share.</summary>
    private Dictionary<string, object?> Common() => new() { ["s"] = _words, ["course"] = _about };

    /// <summary>Joins the parts, each ended by one line feed.</summary>
    private static Html Join(IEnumerable<Html> parts)
    {
        var all = new StringBuilder();
        foreach (Html part in parts)
            all.Append(part.Text.AsSpan().TrimEnd()).Append('\n');
        return new Html(all.ToString());
    }
}

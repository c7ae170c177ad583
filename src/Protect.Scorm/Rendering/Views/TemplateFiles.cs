using Protect.Scorm.Content;

namespace Protect.Scorm.Rendering;

/// <summary>A template: its file in a theme, what becomes of it, and the names it can use.</summary>
internal abstract record TemplateFile(string Path, string Becomes)
{
    public abstract IReadOnlyList<ViewName> Names { get; }
}

/// <summary>A template that shows a record of type <typeparamref name="T"/>.</summary>
internal sealed record TemplateFile<T>(string Path, string Becomes, View<T> View) : TemplateFile(Path, Becomes)
{
    public override IReadOnlyList<ViewName> Names => View.Names;
}

/// <summary>All templates of a theme.</summary>
internal static class TemplateFiles
{
    public static readonly TemplateFile<LayoutView> Layout = new(
        "layout.html",
        "`index.html`: the document around the body",
        LayoutView.Names
    );

    public static readonly TemplateFile<BodyView> Body = new(
        "body.html",
        "the bar, the menu, the first module and the dialogs, in each language",
        BodyView.Names
    );

    public static readonly TemplateFile<MenuView> Menu = new(
        "menu.html",
        "the pages of one module in the menu",
        MenuView.Names
    );

    public static readonly TemplateFile<PageView> Page = new("page.html", "one page of the course", PageView.Names);

    public static readonly TemplateFile<QuestionView> Question = new(
        "question.html",
        "the frame of every question: prompt, buttons, feedback",
        QuestionView.Names
    );

    public static readonly TemplateFile<PictureView> Picture = new(
        "picture.html",
        "a picture in a question, an option, an item or a feedback",
        PictureView.Names
    );

    public static readonly TemplateFile<PaperView> Paper = new(
        "paper.html",
        "the frame of every block with private notes: reflection, checklist, action plan",
        PaperView.Names
    );

    public static readonly TemplateFile<KeepView> Keep = new(
        "keep.html",
        "a block that learners can put on their card, with its button",
        KeepView.Names
    );

    public static readonly TemplateFile<PrintView> Print = new(
        "print.html",
        "`print.html`: the complete text on one page, without answers and scripts",
        PrintView.Names
    );

    public static readonly TemplateFile<ExtraView> Extra = new(
        "extra.html",
        "`glossary.html`, `resources.html` and `country.html`",
        ExtraView.Names
    );

    public static readonly TemplateFile<CountrySheetView> CountrySheet = new(
        "country-sheet.html",
        "the sheet in `country.html`: contacts, authority, legal duties",
        CountrySheetView.Names
    );

    public static readonly TemplateFile<BookletView> Booklet = new(
        "booklet.html",
        "the facilitator's guide and the workbook (`build --as`)",
        BookletView.Names
    );

    public static readonly TemplateFile<ToolPageView> Tool = new(
        "tool.html",
        "the page of a tool to print and fill in",
        ToolPageView.Names
    );

    public static readonly TemplateFile<ToolboxView> Toolbox = new(
        "toolbox.html",
        "`index.html` of a toolbox (`build --as toolbox`)",
        ToolboxView.Names
    );

    private static readonly Dictionary<string, TemplateFile<BlockData>> Kinds = BlockKinds.All.ToDictionary(
        kind => kind.Slug,
        kind => new TemplateFile<BlockData>(
            $"{Theme.FolderName(kind)}/{kind.Slug}.html",
            kind is IQuestionKind ? "the part of the question that learners answer with" : "the block",
            BlockData.Names(kind)
        ),
        StringComparer.Ordinal
    );

    /// <summary>The templates that are not about one kind of block or question.</summary>
    public static IReadOnlyList<TemplateFile> Frames { get; } =
    [Layout, Body, Menu, Page, Question, Picture, Paper, Keep, Print, Extra, CountrySheet, Booklet, Tool, Toolbox];

    public static IReadOnlyList<TemplateFile> All { get; } = [.. Frames, .. BlockKinds.All.Select(Of)];

    /// <summary>Returns true for a template around complete pages.</summary>
    public static bool IsDocument(TemplateFile file) =>
        file == Layout
        || file == Body
        || file == Print
        || file == Extra
        || file == Booklet
        || file == Tool
        || file == Toolbox;

    /// <summary>Returns the template of a kind of block or question.</summary>
    public static TemplateFile<BlockData> Of(BlockKind kind) => Kinds[kind.Slug];
}

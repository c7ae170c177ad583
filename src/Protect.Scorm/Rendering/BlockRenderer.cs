using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Renders blocks and questions, each for screen and print.</summary>
internal sealed class BlockRenderer(RenderTools tools)
{
    private readonly BlockView _view = new(
        tools.Input.Folder,
        tools.Input.Strings,
        tools.Input.Course.Size,
        tools.Input.Course.Cast,
        tools.Bag
    );

    private readonly IReadOnlySet<string> _once = BeforeAfterBlock.OncePages(tools.Input.Course);
    private readonly bool _hasCard = CardBlock.PageOf(tools.Input.Course) is not null;

    /// <param name="block">Any block or question.</param>
    /// <param name="key">Start of the ids in its HTML; unique on the page.</param>
    /// <param name="page">Its page.</param>
    /// <param name="isAssessed">True for a question of the assessment.</param>
    /// <param name="terms">Turns glossary terms into buttons on the screen; null for none.</param>
    public Variants Render(Block block, string key, Page page, bool isAssessed, PageTerms? terms)
    {
        Variants[] inner =
        [
            // The ids of a question begin with its key and a number. Its texts have no buttons for terms.
            .. block.Inner.Select(
                (part, index) =>
                    block is Question
                        ? Render(part, $"{key}-about-{index + 1}", page, isAssessed, terms: null)
                        : Render(part, $"{key}-{index + 1}", page, isAssessed, terms)
            ),
        ];
        var joined = Variants.Join(inner);
        int linked = terms?.Linked.Count ?? 0;
        Func<RichText, Html> texts =
            block is Question or PrivateNote ? Named
            : terms is null || block is ContentNoteBlock ? tools.Markdown.Render
            : text => tools.Markdown.RenderWithTerms(text, terms);
        BlockData onScreen = Data(block, key, new PartRenderers(texts, OnScreen, joined.Screen));
        // Without buttons for terms, pictures of questions and inner blocks, print shows the same data.
        bool isSame = inner.Length == 0 && linked == (terms?.Linked.Count ?? 0) && !BlockParts.Pictures(block).Any();
        BlockData inPrint = (
            isSame ? onScreen : Data(block, key, new PartRenderers(tools.Markdown.Render, InPrint, joined.Print))
        ) with
        {
            IsPrint = true,
        };
        TemplateFile<BlockData> template = TemplateFiles.Of(BlockKinds.Of(block));
        Html screen = tools.Templates.Render(template, onScreen);
        Html print =
            isSame && !tools.Templates.Reads(template, "print") ? screen : tools.Templates.Render(template, inPrint);
        Html framed = Frame(block, screen, onScreen, page, isAssessed, joined.Screen);
        return new Variants(
            block.Keep is { } keep && _hasCard
                ? tools.Templates.Render(TemplateFiles.Keep, new KeepView(keep, new Html(framed.Text.Trim())))
                : framed,
            Frame(block, print, inPrint, page, isAssessed, joined.Print)
        );
    }

    /// <summary>Renders a block for a page of its own: as in print, with other ids.</summary>
    public Html Print(Block block, string key, Page page) =>
        Render(block, key, page, isAssessed: false, terms: null).Print;

    private BlockData Data(Block block, string key, PartRenderers parts) =>
        new(
            _view.Of(block, parts),
            key,
            IsPrint: false,
            block is CountryBlock country
                ? CountryView.Of(country, tools.Input.Course, tools.Input.Names, parts.Texts)
                : null,
            block is SourcesBlock ? [.. tools.Input.Course.Cited.Select(source => Line(source, parts.Texts))] : null,
            block is CardBlock
                ? [.. CardBlock.Kept(tools.Input.Course).Select((kept, at) => Kept(kept, $"{key}-{at + 1}"))]
                : null,
            block switch
            {
                ToolBlock one => Entries(tool => tool.Id.Value == one.Tool.Value),
                ToolsBlock => Entries(_ => true),
                _ => null,
            }
        );

    private List<ToolEntryView> Entries(Func<Tool, bool> isOffered) =>
        [
            .. tools
                .Input.Course.Tools.Where(isOffered)
                .Select(tool => new ToolEntryView(
                    tool,
                    tools.Input.Names.ToolPage(tools.Input.Course, tool),
                    tools.Input.Names.ToolDocument(tools.Input.Course, tool)
                )),
        ];

    private KeptView Kept((Page Page, Block Block, Keep Keep) kept, string key) =>
        new(kept.Keep, kept.Page, kept.Block is PrivateNote ? null : Print(kept.Block, key, kept.Page));

    /// <summary>Renders a text that names a control, or a group of them.</summary>
    private Html Named(RichText text) => FormulaWriter.Named(tools.Markdown.Render(text));

    private Html OnScreen(Picture picture) => Show(picture, isPrint: false);

    private Html InPrint(Picture picture) => Show(picture, isPrint: true);

    private Html Show(Picture picture, bool isPrint) =>
        new(tools.Templates.Render(TemplateFiles.Picture, _view.Of(picture, isPrint)).Text.Trim());

    /// <summary>Renders a text of the author with a picture below it; null for neither.</summary>
    private Html? Show(Comment comment, bool isPrint)
    {
        Html[] parts =
        [
            .. new[]
            {
                tools.Render(comment.Text),
                comment.Picture is { } picture ? Show(picture, isPrint) : null,
            }.OfType<Html>(),
        ];
        return parts.Length > 1 ? Html.Join(parts) : parts.FirstOrDefault();
    }

    private static SourceView Line(Source source, Func<RichText, Html> texts) =>
        new(source, texts(new RichText(CitationText.Of(source), source.Id.Span, IsBlock: false) { IsLine = true }));

    private Html Frame(Block block, Html inner, BlockData data, Page page, bool isAssessed, Html about) =>
        block switch
        {
            Question question => tools.Templates.Render(
                TemplateFiles.Question,
                Frame(question, new Html(inner.Text.Trim()), data, page, isAssessed) with
                {
                    Blocks = block.Inner.Count > 0 ? about : null,
                }
            ),
            PrivateNote note => tools.Templates.Render(
                TemplateFiles.Paper,
                new PaperView(note, new Html(inner.Text.Trim()), page.IsPrivate, data.Key, data.IsPrint)
            ),
            _ => inner,
        };

    private QuestionView Frame(Question question, Html answer, BlockData data, Page page, bool isAssessed)
    {
        IQuestionKind kind = BlockKinds.Of(question);
        Feedback feedback = question.Core.Feedback;
        return new QuestionView
        {
            Question = question,
            Answer = answer,
            How = tools.Input.Strings.Page[kind.How.Key],
            IsAssessed = isAssessed,
            IsReported = tools.Input.Course.Tracking.Interactions && !page.IsPrivate,
            IsOnPrivatePage = page.IsPrivate,
            IsOnce = !isAssessed && _once.Contains(page.Id.Value),
            Key = data.Key,
            IsPrint = data.IsPrint,
            Prompt = Named(question.Core.Prompt),
            Picture = question.Core.Picture is { } picture ? Show(picture, data.IsPrint) : null,
            OptionFeedback = [.. kind.OptionFeedback(question).Select(comment => Show(comment, data.IsPrint))],
            Right = Show(new Comment(feedback.Right, feedback.RightPicture), data.IsPrint),
            Partly = Show(new Comment(feedback.Partly, feedback.PartlyPicture), data.IsPrint),
            Wrong = Show(new Comment(feedback.Wrong, feedback.WrongPicture), data.IsPrint),
            Source = tools.Render(question.Core.Source),
        };
    }
}

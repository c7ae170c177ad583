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
        tools.Input.Course.Cast
    );

    /// <param name="block">Any block or question.</param>
    /// <param name="key">Start of the ids in its HTML; unique on the page.</param>
    /// <param name="page">Its page.</param>
    /// <param name="isAssessed">True for a question of the assessment.</param>
    /// <param name="terms">Turns glossary terms into buttons on the screen; null for none.</param>
    public Variants Render(Block block, string key, Page page, bool isAssessed, PageTerms? terms)
    {
        Variants[] inner =
        [
            .. block.Inner.Select((part, index) => Render(part, $"{key}-{index + 1}", page, isAssessed, terms)),
        ];
        var joined = Variants.Join(inner);
        int linked = terms?.Linked.Count ?? 0;
        Func<RichText, Html> texts =
            terms is null || block is Question or PrivateNote or ContentNoteBlock
                ? tools.Markdown.Render
                : text => tools.Markdown.RenderWithTerms(text, terms);
        BlockData onScreen = Data(block, key, texts, joined.Screen);
        // Without buttons for terms and without inner blocks, print shows the same data.
        bool isSame = inner.Length == 0 && linked == (terms?.Linked.Count ?? 0);
        BlockData inPrint = (isSame ? onScreen : Data(block, key, tools.Markdown.Render, joined.Print)) with
        {
            IsPrint = true,
        };
        TemplateFile<BlockData> template = TemplateFiles.Of(BlockKinds.Of(block));
        Html screen = tools.Templates.Render(template, onScreen);
        Html print =
            isSame && !tools.Templates.Reads(template, "print") ? screen : tools.Templates.Render(template, inPrint);
        return new Variants(
            Frame(block, screen, onScreen, page, isAssessed),
            Frame(block, print, inPrint, page, isAssessed)
        );
    }

    /// <summary>Renders a block for a page of its own: as in print, with other ids.</summary>
    public Html Print(Block block, string key, Page page) =>
        Render(block, key, page, isAssessed: false, terms: null).Print;

    private BlockData Data(Block block, string key, Func<RichText, Html> texts, Html inner) =>
        new(
            _view.Of(block, texts, inner),
            key,
            IsPrint: false,
            block is CountryBlock country ? CountryView.Of(country, tools.Input.Course, texts) : null,
            block is SourcesBlock ? [.. tools.Input.Course.Cited.Select(source => Line(source, texts))] : null
        );

    private static SourceView Line(Source source, Func<RichText, Html> texts) =>
        new(source, texts(new RichText(CitationText.Of(source), source.Id.Span, IsBlock: false) { IsLine = true }));

    private Html Frame(Block block, Html inner, BlockData data, Page page, bool isAssessed) =>
        block switch
        {
            Question question => tools.Templates.Render(
                TemplateFiles.Question,
                Frame(question, new Html(inner.Text.Trim()), data, page, isAssessed)
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
        return new QuestionView
        {
            Question = question,
            Answer = answer,
            How = tools.Input.Strings.Page[kind.How.Key],
            IsAssessed = isAssessed,
            IsReported = tools.Input.Course.Tracking.Interactions && !page.IsPrivate,
            IsOnPrivatePage = page.IsPrivate,
            Key = data.Key,
            IsPrint = data.IsPrint,
            Prompt = tools.Markdown.Render(question.Core.Prompt),
            OptionFeedback = [.. kind.OptionFeedback(question).Select(tools.Render)],
            Right = tools.Render(question.Core.Feedback.Right),
            Partly = tools.Render(question.Core.Feedback.Partly),
            Wrong = tools.Render(question.Core.Feedback.Wrong),
            Source = tools.Render(question.Core.Source),
        };
    }
}

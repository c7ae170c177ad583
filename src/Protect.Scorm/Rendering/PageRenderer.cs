using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Renders one page of the course with its blocks and its assessment, for screen and print.</summary>
internal sealed class PageRenderer(RenderTools tools)
{
    private readonly BlockRenderer _blocks = new(tools);

    /// <param name="page">The page.</param>
    /// <param name="position">Its position in the course.</param>
    /// <param name="terms">Turns glossary terms into buttons on the screen.</param>
    public Variants Render(Page page, PagePosition position, PageTerms terms)
    {
        var blocks = Variants.Join([
            .. page.Blocks.Select(
                (block, index) => _blocks.Render(block, $"{page.Id.Value}-{index + 1}", page, isAssessed: false, terms)
            ),
        ]);
        Variants? questions = page.Assessment is null
            ? null
            : Variants.Join([
                .. page.Assessment.Questions.Select(
                    (question, index) =>
                        _blocks.Render(question, $"{page.Id.Value}-q{index + 1}", page, isAssessed: true, terms)
                ),
            ]);
        Html Page(Html blocks, Html? questions, bool isPrint) =>
            tools.Templates.Render(
                TemplateFiles.Page,
                new PageView(page, position, blocks, Assessment(page, questions), isPrint)
            );
        return new Variants(
            Page(blocks.Screen, questions?.Screen, isPrint: false),
            Page(blocks.Print, questions?.Print, isPrint: true)
        );
    }

    private AssessmentView? Assessment(Page page, Html? questions) =>
        page.Assessment is not { } assessment || questions is null
            ? null
            : new AssessmentView(
                assessment,
                tools.Input.Course.Tracking.PassMark,
                tools.Render(assessment.BeforeRetry),
                [
                    .. assessment
                        .Bands.OrderByDescending(band => band.From.Value)
                        .Select(band => (band.From.Value, tools.Markdown.Render(band.Text))),
                ],
                questions
            );
}

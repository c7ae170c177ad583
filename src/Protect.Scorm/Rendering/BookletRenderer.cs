using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Booklet printed from the source of a course.</summary>
public enum Booklet
{
    /// <summary>
    /// For facilitators: session plans, discussion questions, exercises, and the course's questions with their
    /// explanations.
    /// </summary>
    Facilitator,

    /// <summary>For learners: pages to keep, exercises with room to write, notes.</summary>
    Workbook,
}

/// <summary>Renders the booklets: one self-contained HTML file each.</summary>
internal sealed partial class BookletRenderer(RenderTools tools)
{
    private readonly Course _course = tools.Input.Course;
    private readonly BlockRenderer _blocks = new(tools);

    /// <summary>Renders a booklet. Reports faults in its texts, and a missing guide.</summary>
    public Html Render(Booklet booklet, PageFrame frame)
    {
        bool isGuide = booklet == Booklet.Facilitator;
        if (isGuide && _course.Guide is null)
            tools.Bag.Add(RenderingRules.NoGuide, _course.Id.Span);
        return tools.Document(
            TemplateFiles.Booklet,
            new BookletView(
                frame,
                tools.Input.Strings.Page[booklet.ToString().ToLowerInvariant()],
                ShellRenderer.Support(tools) is { } support ? support with { Body = Apart(support.Body) } : null,
                isGuide && _course.Guide is { } guide
                    ? new GuideView(Apart(guide.Before), Apart(guide.Day), MaybeApart(guide.After))
                    : null,
                [
                    .. _course
                        .Modules.Select(
                            (module, index) => isGuide ? Session(module, index + 1) : Chapter(module, index + 1)
                        )
                        .OfType<BookletModuleView>(),
                ]
            ),
            []
        );
    }

    private BookletModuleView? Session(Module module, int number) =>
        module.Guide is not { } guide
            ? null
            : new BookletModuleView(module, number, MaybeApart(module.Summary))
            {
                Session = new SessionView(
                    guide,
                    Apart(guide.Plan),
                    [.. guide.Discuss.Select(Apart)],
                    MaybeApart(guide.Practice),
                    [
                        .. module
                            .Pages.SelectMany(page => page.Questions)
                            .Select(item => item.Question.Core)
                            .Select(core =>
                                (Apart(core.Prompt), MaybeApart(core.Feedback.Right), MaybeApart(core.Source))
                            ),
                    ]
                ),
            };

    private BookletModuleView? Chapter(Module module, int number)
    {
        var pages = Html.Join(
            module
                .Pages.Where(page => page.IsInWorkbook || page.Blocks.Any(block => block is PrivateNote))
                .Select(page => new Html(
                    $"<section class=\"page\"><h2>{Html.Encode(page.Title.Value)}</h2>\n"
                        + Html.Join(
                            page.Blocks.Where(block =>
                                    block is PrivateNote || (page.IsInWorkbook && block is TextBlock)
                                )
                                .Select((block, index) => _blocks.Print(block, $"w-{page.Id.Value}-{index + 1}", page))
                        ).Text
                        + "</section>"
                ))
        );
        return pages.Text.Length == 0
            ? null
            : new BookletModuleView(module, number, MaybeApart(module.Summary)) { Pages = Apart(pages) };
    }

    private Html? MaybeApart(RichText? text) => text is null ? null : Apart(text);

    private Html Apart(RichText text) => Apart(tools.Markdown.Render(text));

    // Links between pages do not work on paper.
    private static Html Apart(Html html) => new(PageLinks().Replace(html.Text, "$1"));

    [GeneratedRegex("<a [^>]*data-page-link[^>]*>(.*?)</a>")]
    private static partial Regex PageLinks();
}

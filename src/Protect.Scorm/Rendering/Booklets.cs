using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
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
internal sealed partial class PageRenderer
{
    /// <summary>Renders a booklet. Reports faults in its texts, and a missing guide.</summary>
    public Html Print(Booklet booklet, PageFrame frame)
    {
        if (booklet == Booklet.Facilitator && _course.Guide is null)
            _bag.Add(RenderingRules.NoGuide, _course.Id.Span);
        string name = booklet.ToString().ToLowerInvariant();
        return _templates.Render(
            "booklet.html",
            new Dictionary<string, object?>(Common())
            {
                ["csp"] = frame.PrintSecurityPolicy,
                ["style"] = frame.PrintStyle,
                ["title"] = _strings.Page[name],
                ["support"] = Apart(Support()),
                ["guide"] =
                    booklet != Booklet.Facilitator || _course.Guide is not { } guide
                        ? null
                        : new Dictionary<string, object?>
                        {
                            ["before"] = Apart(guide.Before),
                            ["day"] = Apart(guide.Day),
                            ["after"] = Apart(guide.After),
                        },
                ["modules"] = _course
                    .Modules.Select(
                        (module, index) =>
                            booklet == Booklet.Facilitator ? Session(module, index + 1) : Chapter(module, index + 1)
                    )
                    .OfType<object>()
                    .ToList(),
            }
        );
    }

    private Dictionary<string, object?>? Session(Module module, int number) =>
        module.Guide is not { } guide
            ? null
            : new Dictionary<string, object?>
            {
                ["number"] = number,
                ["title"] = module.Title.Value,
                ["summary"] = Apart(module.Summary),
                ["pages"] = null,
                ["minutes"] = guide.Minutes.Value,
                ["plan"] = Apart(guide.Plan),
                ["discuss"] = guide.Discuss.Select(Apart).ToList(),
                ["practice"] = Apart(guide.Practice),
                ["questions"] = module
                    .Pages.SelectMany(page => page.Questions)
                    .Select(item => item.Question.Core)
                    .Select(
                        object? (core) =>
                            new Dictionary<string, object?>
                            {
                                ["prompt"] = Apart(core.Prompt),
                                ["why"] = Apart(core.Feedback?.Right),
                                ["source"] = Apart(core.Source),
                            }
                    )
                    .ToList(),
            };

    private Dictionary<string, object?>? Chapter(Module module, int number)
    {
        Html pages = Join(
            module
                .Pages.Where(page => page.IsInWorkbook || page.Blocks.Any(block => block is PrivateNote))
                .Select(page => new Html(
                    $"<section class=\"page\"><h2>{Html.Encode(page.Title.Value)}</h2>\n"
                        + Join(
                            page.Blocks.Where(block =>
                                    block is PrivateNote || (page.IsInWorkbook && block is TextBlock)
                                )
                                .Select(
                                    (block, index) =>
                                        Render(
                                            block,
                                            $"w-{page.Id.Value}-{index + 1}",
                                            new Place(page, Assessed: false, Print: true)
                                        )
                                )
                        ).Text
                        + "</section>"
                ))
        );
        return pages.Text.Length == 0
            ? null
            : new Dictionary<string, object?>
            {
                ["number"] = number,
                ["title"] = module.Title.Value,
                ["summary"] = Apart(module.Summary),
                ["pages"] = Apart(pages),
                ["minutes"] = null,
            };
    }

    private Html? Apart(RichText? text) => text is null ? null : Apart(_markdown.Render(text));

    // Links between pages do not work on paper.
    private static Html Apart(Html html) => new(PageLinks().Replace(html.Text, "$1"));

    [System.Text.RegularExpressions.GeneratedRegex("<a [^>]*data-page-link[^>]*>(.*?)</a>")]
    private static partial System.Text.RegularExpressions.Regex PageLinks();

    private static Dictionary<string, object?>? Apart(Dictionary<string, object?>? note)
    {
        if (note is not null)
            note["body"] = Apart((Html)note["body"]!);
        return note;
    }
}

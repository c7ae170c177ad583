using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>Position of a page in the course.</summary>
/// <param name="Module">Its module.</param>
/// <param name="ModuleNumber">The number of the module, from 1.</param>
/// <param name="Number">The number of the page in the course, from 1.</param>
/// <param name="Count">The number of pages of the course.</param>
internal sealed record PagePosition(Module Module, int ModuleNumber, int Number, int Count);

/// <summary>One page of the course.</summary>
internal sealed record PageView(Page Page, PagePosition Position, Html Blocks, AssessmentView? Assessment, bool IsPrint)
{
    public static View<PageView> Names { get; } =
        new View<PageView>()
            .Group(
                "page",
                new View<PageView>()
                    .Text("id", view => view.Page.Id.Value, "The id.")
                    .Text("title", view => view.Page.Title.Value, "The title.")
                    .Number("number", view => view.Position.Number, "The number in the course, from 1.")
                    .Number("count", view => view.Position.Count, "The number of pages of the course.")
                    .Text(
                        "shape",
                        view => view.Page.Shape?.Value.ToString().ToLowerInvariant(),
                        "The arrangement: `opener`, `scene`, `reference`, or empty for one column."
                    )
                    .Flag(
                        "private",
                        view => view.Page.IsPrivate,
                        "True when nothing on the page is stored or reported."
                    )
                    .Text("cover", view => view.Page.Sentence?.Value, "The sentence of a cover; empty on other pages."),
                view => view,
                "The page."
            )
            .Group(
                "module",
                new View<PagePosition>()
                    .Text("id", position => position.Module.Id.Value, "The id.")
                    .Text("title", position => position.Module.Title.Value, "The title.")
                    .Number("number", position => position.ModuleNumber, "The number in the course, from 1."),
                view => view.Position,
                "The module of the page."
            )
            .Flag("begins_module", view => view.IsFirst, "True on the first page of the module.")
            .Html("blocks", view => view.Blocks, "The blocks.")
            .Text(
                "takeaway",
                view => view.IsLast ? view.Position.Module.Takeaway?.Value : null,
                "The sentence to remember from the module, on its last page; may be empty."
            )
            .Group("assessment", AssessmentView.Names, view => view.Assessment, "The assessment; may be empty.")
            .Flag(
                "untranslated",
                view => view.Has(Markdown.Untranslated),
                "True if a text appears in the source language because its translation is missing."
            )
            .Flag(
                "draft",
                view => view.Has(CountryText.Unchecked),
                "True if a checked entry of the country is missing."
            )
            .Flag("print", view => view.IsPrint, "True in print and booklets, which need no buttons and no feedback.");

    private bool IsFirst => Position.Module.Pages[0].Id.Value == Page.Id.Value;

    private bool IsLast => Position.Module.Pages[^1].Id.Value == Page.Id.Value;

    private bool Has(string mark) =>
        Blocks.Text.Contains(mark, StringComparison.Ordinal)
        || Assessment?.Questions.Text.Contains(mark, StringComparison.Ordinal) == true;
}

/// <summary>The assessment of a page.</summary>
internal sealed record AssessmentView(
    Assessment Assessment,
    int PassMark,
    Html? BeforeRetry,
    IReadOnlyList<(int From, Html Text)> Bands,
    Html Questions
)
{
    public static View<AssessmentView> Names { get; } =
        new View<AssessmentView>()
            .Number("attempts", view => view.Assessment.Attempts?.Value, "The most attempts; empty for unlimited.")
            .Number(
                "review_after",
                view => view.Assessment.ReviewAfter?.Value,
                "The failed attempts after which the assessment closes until pages were opened; empty for never."
            )
            .Number("pass_mark", view => view.PassMark, "The percent needed to pass.")
            .Number("count", view => view.Assessment.Asked, "The number of questions in one attempt.")
            .Number(
                "pool",
                view => view.Assessment.Draws.Count == 0 ? null : view.Assessment.Questions.Count,
                "The number of questions that an attempt draws from; empty when it asks all."
            )
            .Flag(
                "one_page",
                view => view.Assessment.Layout?.Value == AssessmentLayout.Page,
                "True to show all questions together; otherwise the player shows one at a time."
            )
            .Html("before_retry", view => view.BeforeRetry, "Shown before another attempt; may be empty.")
            .List(
                "bands",
                new View<(int From, Html Text)>()
                    .Number("from", band => band.From, "The lowest percent.")
                    .Html("text", band => band.Text, "The text."),
                view => view.Bands,
                "Texts by result, the highest first."
            )
            .Html("questions", view => view.Questions, "The questions.");
}

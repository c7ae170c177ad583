using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Rendering;

/// <summary>A booklet: the facilitator's guide or the workbook.</summary>
internal sealed record BookletView(
    PageFrame Frame,
    string Title,
    NoteView? Support,
    GuideView? Guide,
    IReadOnlyList<BookletModuleView> Modules
)
{
    public static View<BookletView> Names { get; } =
        new View<BookletView>()
            .Text("csp", view => view.Frame.PrintSecurityPolicy, "The security policy of the page.")
            .Html("style", view => view.Frame.PrintStyle, "The complete style.")
            .Text("title", view => view.Title, "The title of the booklet.")
            .Group("support", NoteView.Names, view => view.Support, "Support contacts; may be empty.")
            .Group("guide", GuideView.Names, view => view.Guide, "The course in a guide; empty in a workbook.")
            .List("modules", BookletModuleView.Names, view => view.Modules, "The modules with a part in the booklet.");
}

/// <summary>The part of a guide about the course.</summary>
internal sealed record GuideView(Html Before, Html Day, Html? After)
{
    public static View<GuideView> Names { get; } =
        new View<GuideView>()
            .Html("before", view => view.Before, "Preparation: venue, participants, safety.")
            .Html("day", view => view.Day, "The agenda of the day.")
            .Html("after", view => view.After, "Follow-up; may be empty.");
}

/// <summary>A module in a booklet: its session in a guide, or its pages in a workbook.</summary>
internal sealed record BookletModuleView(Module Module, int Number, Html? Summary)
{
    /// <summary>The pages in a workbook.</summary>
    public Html? Pages { get; init; }

    /// <summary>The session in a guide.</summary>
    public SessionView? Session { get; init; }

    public static View<BookletModuleView> Names { get; } =
        new View<BookletModuleView>()
            .Number("number", view => view.Number, "The number in the course, from 1.")
            .Text("title", view => view.Module.Title.Value, "The title.")
            .Html("summary", view => view.Summary, "The summary; may be empty.")
            .Html("pages", view => view.Pages, "In a workbook: its pages. The names below are for a guide.")
            .Number("minutes", view => view.Session?.Guide.Minutes.Value, "The duration of the session.")
            .Html("plan", view => view.Session?.Plan, "The plan of the session.")
            .Htmls("discuss", view => view.Session?.Discuss, "Questions for the group.")
            .Html("practice", view => view.Session?.Practice, "An exercise; may be empty.")
            .List(
                "questions",
                new View<(Html Prompt, Html? Why, Html? Source)>()
                    .Html("prompt", question => question.Prompt, "The question.")
                    .Html("why", question => question.Why, "The feedback on a right answer; may be empty.")
                    .Html("source", question => question.Source, "The source of the answer; may be empty."),
                view => view.Session?.Questions,
                "The questions of the course about the module."
            );
}

/// <summary>A session of a guide.</summary>
internal sealed record SessionView(
    ModuleGuide Guide,
    Html Plan,
    IReadOnlyList<Html> Discuss,
    Html? Practice,
    IReadOnlyList<(Html Prompt, Html? Why, Html? Source)> Questions
);

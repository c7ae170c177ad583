using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The shapes of a file in <c>modules/</c>.</summary>
internal static class ModuleFile
{
    private static readonly Field<Module, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        m => m.Id,
        "A stable id, unique in the course."
    )
    {
        Required = true,
    };

    private static readonly Field<Module, Located<string>> Title = new(
        "title",
        Values.Text(Scorm12Limits.Title),
        m => m.Title,
        "The title in the menu."
    )
    {
        Required = true,
    };

    private static readonly Field<Module, RichText> Summary = new(
        "summary",
        CourseValues.Line,
        m => m.Summary,
        "The subject of the module, in one line."
    );

    private static readonly Field<Module, IReadOnlyList<Requirement>> Requires = new(
        "requires",
        Values.ListOf(Values.Nested(GateFile.Requirement)),
        m => m.Requires,
        "Requirements to meet before the pages of the module open."
    );

    private static readonly Field<Module, Located<int>> Duration = new(
        "duration",
        Values.Integer(1, 6000),
        m => m.Minutes,
        "Duration in minutes. Left out: computed from words, questions, exercises, videos and recordings."
    );

    private static readonly Field<Module, Located<string>> Takeaway = new(
        "takeaway",
        Values.Text(200),
        m => m.Takeaway,
        "One sentence to remember, at the end of the last page of the module."
    );

    private static readonly Field<Module, IReadOnlyList<Allowance>> Allow = new(
        "allow",
        CourseValues.Allowances,
        m => m.Allow,
        AllowanceFields.About
    );

    private static readonly Field<Module, ModuleGuide> Guide = new(
        "guide",
        Values.Nested(CourseNotes.Session),
        m => m.Guide,
        "The session about the module, for the facilitator's guide."
    );

    private static readonly Field<Module, IReadOnlyList<Page>> Pages = new(
        "pages",
        Values.ListOf(CoverFile.AnyPage),
        m => m.Pages,
        "The pages of the module, in order."
    )
    {
        Required = true,
    };

    public static Shape<Module> Fields { get; } =
        new(
            "module",
            "A part of the course: one file in modules/.",
            [Id, Title, Summary, Duration, Takeaway, Requires, Allow, Guide, Pages],
            v => new Module
            {
                Id = v.Need(Id),
                Title = v.Need(Title),
                Summary = v.Get(Summary),
                Minutes = v.Get(Duration),
                Takeaway = v.Get(Takeaway),
                Requires = v.Get(Requires) ?? [],
                Allow = v.Get(Allow) ?? [],
                Guide = v.Get(Guide),
                Pages = v.Need(Pages),
            }
        )
        {
            BeginsAddress = true,
        };
}

internal static class PageFile
{
    public static readonly Field<Page, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        p => p.Id,
        "A stable id, unique in the course. Learners' progress is stored under it: never change it."
    )
    {
        Required = true,
    };

    private static readonly Field<Page, Located<string>> Title = new(
        "title",
        Values.Text(Scorm12Limits.Title),
        p => p.Title,
        "The heading of the page."
    )
    {
        Required = true,
    };

    private static readonly Field<Page, IReadOnlyList<Block>> Blocks = new(
        "blocks",
        Values.ListOf(BlockKinds.AnyBlock),
        p => p.Blocks,
        "The blocks of the page, from top to bottom."
    );

    private static readonly Field<Page, Assessment> Assessment = new(
        "assessment",
        Values.Nested(AssessmentFile.Fields),
        p => p.Assessment,
        "Questions marked together, after the blocks; one in a course."
    );

    private static readonly Field<Page, Located<PageShape>> Shape = new(
        "shape",
        Values.OneOf(("opener", PageShape.Opener), ("scene", PageShape.Scene), ("reference", PageShape.Reference)),
        p => p.Shape,
        "The arrangement: an opener with a large title, a scene with its first picture next to the text on wide "
            + "screens, or a compact reference page. Left out: one column of text."
    );

    private static readonly Field<Page, bool> Private = new(
        "private",
        Values.Boolean,
        p => p.IsPrivate,
        "True when no answer may be stored, reported or counted; answers are lost when the page is closed."
    )
    {
        Default = false,
    };

    private static readonly Field<Page, bool> Workbook = new(
        "workbook",
        Values.Boolean,
        p => p.IsInWorkbook,
        "True to include the texts of the page in the learner's workbook. Exercises are included from all pages."
    )
    {
        Default = false,
    };

    private static readonly Field<Page, IReadOnlyList<Requirement>> Requires = new(
        "requires",
        Values.ListOf(Values.Nested(GateFile.Requirement)),
        p => p.Requires,
        "Requirements to meet before the page opens."
    );

    private static readonly Field<Page, Pretest> Pretest = new(
        "pretest",
        Values.Nested(GateFile.Pretest),
        p => p.Pretest,
        "Makes the knowledge checks of the page a pre-test: learners who know enough can skip modules."
    );

    public static readonly Field<Page, IReadOnlyList<Allowance>> Allow = new(
        "allow",
        CourseValues.Allowances,
        p => p.Allow,
        AllowanceFields.About
    );

    public static Shape<Page> Fields { get; } =
        new(
            "page",
            "A page: the learner sees one page at a time.",
            [Id, Title, Shape, Private, Workbook, Requires, Pretest, Allow, Blocks, Assessment],
            v => new Page
            {
                Id = v.Need(Id),
                Title = v.Need(Title),
                Shape = v.Get(Shape),
                IsPrivate = v.Get(Private),
                IsInWorkbook = v.Get(Workbook),
                Requires = v.Get(Requires) ?? [],
                Pretest = v.Get(Pretest),
                Allow = v.Get(Allow) ?? [],
                Blocks = v.Get(Blocks) ?? [],
                Assessment = v.Get(Assessment),
            }
        )
        {
            HasOwnEntry = true,
            BeginsAddress = true,
        };
}

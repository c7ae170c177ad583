using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The shapes of a file in <c>modules/</c>.</summary>
internal static class ModuleFile
{
    private static readonly Field<Module, Located<string>> Id =
        new("id", CourseValues.Id, m => m.Id, "A stable id, unique in the course.") { Required = true };

    private static readonly Field<Module, Located<string>> Title =
        new("title", Values.Text(Scorm12Limits.Title), m => m.Title, "What stands in the menu.") { Required = true };

    private static readonly Field<Module, RichText> Summary = new("summary", CourseValues.Line, m => m.Summary, "One line on what it is about.");

    private static readonly Field<Module, Located<int>> Duration =
        new("duration", Values.Integer(1, 6000), m => m.Minutes, "Minutes a learner needs for it.");

    private static readonly Field<Module, IReadOnlyList<Page>> Pages =
        new("pages", Values.ListOf(Values.Nested(PageFile.Fields)), m => m.Pages, "Its pages, in order.") { Required = true };

    public static Shape<Module> Fields { get; } = new("module", "A part of the course: one file in modules/.", [Id, Title, Summary, Duration, Pages],
        v => new Module { Id = v.Need(Id), Title = v.Need(Title), Summary = v.Get(Summary), Minutes = v.Get(Duration), Pages = v.Need(Pages) });
}

internal static class PageFile
{
    private static readonly Field<Page, Located<string>> Id =
        new("id", CourseValues.Id, p => p.Id, "A stable id, unique in the course. Learners' progress hangs on it: never change it.") { Required = true };

    private static readonly Field<Page, Located<string>> Title =
        new("title", Values.Text(Scorm12Limits.Title), p => p.Title, "The heading of the page.") { Required = true };

    private static readonly Field<Page, IReadOnlyList<Block>> Blocks =
        new("blocks", Values.ListOf(BlockKinds.AnyBlock), p => p.Blocks, "What stands on the page, from top to bottom.");

    private static readonly Field<Page, Assessment> Assessment =
        new("assessment", Values.Nested(AssessmentFile.Fields), p => p.Assessment, "Questions marked together, after the blocks; one in a course.");

    private static readonly Field<Page, bool> Private =
        new("private", Values.Boolean, p => p.IsPrivate, "True where no answer may be kept, reported or counted: it stays in the page and is gone on closing.") { Default = false };

    public static Shape<Page> Fields { get; } = new("page", "A page: what a learner sees at once.", [Id, Title, Private, Blocks, Assessment],
        v => new Page { Id = v.Need(Id), Title = v.Need(Title), IsPrivate = v.Get(Private), Blocks = v.Get(Blocks) ?? [], Assessment = v.Get(Assessment) }) { HasOwnEntry = true };
}

internal static class AssessmentFile
{
    private static readonly Field<Assessment, Located<int>> Attempts =
        new("attempts", Values.Integer(1, 15), a => a.Attempts, "How often a learner may hand in; as often as wished when nothing is written.");

    private static readonly Field<Assessment, Located<int>> PassMark =
        new("pass_mark", Values.Integer(0, 100), a => a.PassMark, "Percent needed to pass; the course's pass mark when nothing is written.");

    private static readonly Field<Assessment, bool> ShuffleQuestions =
        new("shuffle_questions", Values.Boolean, a => a.ShuffleQuestions, "Another order of questions for each attempt.") { Default = true };

    private static readonly Field<Assessment, bool> ShuffleOptions =
        new("shuffle_options", Values.Boolean, a => a.ShuffleOptions, "Another order of options for each attempt.") { Default = true };

    private static readonly Field<Assessment, Located<int>> Draw = new("draw", Values.Integer(1, 1000), a => a.Draw,
        "How many of the questions an attempt asks. None comes a second time before all have come once. Left out: all.");

    private static readonly Field<Assessment, IReadOnlyList<Block>> Questions =
        new("questions", Values.ListOf(BlockKinds.AnyQuestion), a => a.Questions, "The questions.") { Required = true };

    public static Shape<Assessment> Fields { get; } = new("assessment", "Questions that are marked together, with a pass mark.",
        [Attempts, PassMark, ShuffleQuestions, ShuffleOptions, Draw, Questions],
        v => new Assessment
        {
            Attempts = v.Get(Attempts), PassMark = v.Get(PassMark), ShuffleQuestions = v.Get(ShuffleQuestions), ShuffleOptions = v.Get(ShuffleOptions),
            Draw = v.Get(Draw), Questions = [.. v.Need(Questions).Cast<Question>()], Span = v.Span,
        }) { HasOwnEntry = true };
}

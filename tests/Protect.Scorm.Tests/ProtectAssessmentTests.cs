using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>The questions of an attempt at the test of Protect, and that no habit passes it.</summary>
public sealed class ProtectAssessmentTests
{
    public static TheoryData<string?> Editions => [null, "core"];

    private static Course Read(string? edition)
    {
        var bag = new DiagnosticBag();
        Course course = new CourseSource(ProtectStories.Folder).Read(bag, edition)!;
        Assert.False(bag.HasErrors);
        return course;
    }

    private static Assessment AssessmentOf(Course course) =>
        course.Pages.Select(page => page.Assessment).OfType<Assessment>().Single();

    [Theory(
        DisplayName = "An attempt at the assessment of Protect asks twenty questions: all six critical ones, two "
            + "stories, at most two of law, and from each pool less than it has"
    )]
    [MemberData(nameof(Editions))]
    public void Draws(string? edition)
    {
        Assessment assessment = AssessmentOf(Read(edition));
        IReadOnlyList<Draw> draws = assessment.Draws;
        Assert.Equal(20, draws.Sum(draw => draw.Count));
        Assert.Equal(
            Enumerable.Range(0, assessment.Questions.Count),
            draws.SelectMany(draw => draw.Of).Order() // each question has a chance, in one pool
        );
        Question[] Pool(Draw draw) => [.. draw.Of.Select(index => assessment.Questions[index])];
        Draw critical = Assert.Single(draws, draw => Pool(draw).Any(question => question.Core.IsCritical));
        Assert.All(Pool(critical), question => Assert.True(question.Core.IsCritical));
        Assert.Equal((6, 6), (critical.Count, critical.Of.Count));
        Assert.All(draws.Where(draw => draw != critical), draw => Assert.InRange(draw.Count, 1, draw.Of.Count - 1));
        Assert.InRange(draws.Where(draw => Pool(draw).Any(IsOfLaw)).Sum(draw => draw.Count), 1, 2);
        Assert.Single(Pool(critical).OfType<Branching>());
        Draw stories = Assert.Single(draws, draw => draw != critical && Pool(draw).OfType<Branching>().Any());
        Assert.All(Pool(stories), question => Assert.IsType<Branching>(question));
        Assert.Equal(1, stories.Count);
        Assert.InRange(assessment.Questions.Count, edition is null ? 64 : 40, 200);
        string[] modules = ["m-ecouter", "m-transmettre", "m-numerique"];
        Assert.Equal(
            [],
            modules.Except(Pool(critical).SelectMany(question => question.Core.Tags).Select(tag => tag.Value))
        );
    }

    [Theory(DisplayName = "After three failed attempts the assessment of Protect closes until its pages were opened")]
    [MemberData(nameof(Editions))]
    public void Closes(string? edition)
    {
        Assessment assessment = AssessmentOf(Read(edition));
        Assert.Equal(3, assessment.ReviewAfter?.Value);
        Assert.Null(assessment.Attempts); // it opens again, as often as needed
    }

    private static bool IsOfLaw(Question question) => question.Core.Tags.Any(tag => tag.Value == "loi");

    [Theory(DisplayName = "Every question of the assessment of Protect names a page to read again, and says why")]
    [MemberData(nameof(Editions))]
    public void PagesAreNamed(string? edition)
    {
        Course course = Read(edition);
        HashSet<string> pages = [.. course.Pages.Select(page => page.Id.Value)];
        Assert.All(
            AssessmentOf(course).Questions,
            question =>
            {
                Assert.Contains(question.Core.Review!.Id, pages);
                Assert.NotNull(question.Core.Feedback.Right);
                Assert.NotNull(question.Core.Feedback.Wrong);
                Assert.NotNull(question.Core.Source);
            }
        );
    }

    [Theory(DisplayName = "A learner who fails Protect is reported as incomplete, never as failed")]
    [MemberData(nameof(Editions))]
    public void NeverFailed(string? edition)
    {
        Tracking tracking = Read(edition).Tracking;
        Assert.Equal(ReportStyle.PassedIncomplete, tracking.Report);
        Assert.Equal(VerdictBy.Course, tracking.DecidedBy.Value);
        CompileResult made = CourseCompiler.Compile(
            ProtectStories.Folder,
            new CompileOptions { Edition = edition, FilesOnly = true }
        );
        Assert.Contains("\"report\":\"passed-incomplete\"", Specs.TextOf(made.Package!, "program.js"));
    }

    [Theory(
        DisplayName = "Protect asks the same eight subjects before and after, with the learner’s confidence, compares "
            + "them, and scores neither"
    )]
    [MemberData(nameof(Editions))]
    public void BeforeAndAfter(string? edition)
    {
        Course course = Read(edition);
        Question[] Of(string prefix) =>
            [
                .. course
                    .Questions.Where(item => !item.Assessed)
                    .Select(item => item.Question)
                    .Where(question => question.Id.Value.StartsWith(prefix, StringComparison.Ordinal)),
            ];
        (Question[] before, Question[] after) = (Of("av-"), Of("ap-"));
        Assert.Equal(8, before.Length);
        Assert.Equal(
            before.Select(question => question.Id.Value[3..]),
            after.Select(question => question.Id.Value[3..])
        );
        Assert.All(before.Concat(after), question => Assert.True(question.Core.AsksConfidence));
        Assert.Equal(
            [],
            before
                .Select(question => question.Core.Prompt.Markdown)
                .Intersect(after.Select(question => question.Core.Prompt.Markdown))
        );
        BeforeAfterBlock compared = Assert.Single(BeforeAfterBlock.Of(course));
        string PageOf(Question[] questions) =>
            Assert.Single(course.Pages, page => page.Questions.Any(item => item.Question == questions[0])).Id.Value;
        Assert.Equal((PageOf(before), PageOf(after)), (compared.Before.Id, compared.After.Id));
    }

    [Theory(
        DisplayName = "Right answers of Protect follow no pattern: place, length, truth, in all questions and in the "
            + "assessment"
    )]
    [MemberData(nameof(Editions))]
    public void NoPattern(string? edition)
    {
        Course course = Read(edition);
        Assert.All(
            (Question[][])
                [
                    [.. course.Questions.Select(item => item.Question)],
                    [.. AssessmentOf(course).Questions],
                ],
            questions =>
            {
                SingleChoice[] singles = [.. questions.OfType<SingleChoice>()];
                Assert.InRange(singles.Length, 30, 500);
                foreach (int place in Enumerable.Range(0, 3))
                    Share(singles, question => question.Options[place].IsCorrect, 0.25, 0.42);
                Share(singles, question => Compare(question, (right, other) => right > other), 0, 0.4);
                Share(singles, question => Compare(question, (right, other) => right < other), 0, 0.4);
                Share([.. questions.OfType<TrueFalse>()], question => question.Answer, 0.4, 0.6);
            }
        );
    }

    private static void Share<T>(IReadOnlyList<T> questions, Func<T, bool> which, double from, double to) =>
        Assert.InRange((double)questions.Count(which) / questions.Count, from, to);

    /// <summary>Tells whether the length of the right option compares so with the length of each wrong one.</summary>
    private static bool Compare(SingleChoice question, Func<int, int, bool> stands)
    {
        int right = question.Options.First(option => option.IsCorrect).Text.Markdown.Trim().Length;
        return question
            .Options.Where(option => !option.IsCorrect)
            .All(option => stands(right, option.Text.Markdown.Trim().Length));
    }
}

using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Checks the requirements of locked pages: they exist, have no cycle, and every learner can meet them.
/// </summary>
internal sealed class Gates : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (
            Requirement need in course
                .Modules.SelectMany(module => module.Requires)
                .Concat(course.Pages.SelectMany(page => page.Requires))
        )
            CheckOne(course, need, bag);
        foreach (Page page in course.Pages.Where(page => page.Pretest is not null))
            CheckPretest(course, page, page.Pretest!, bag);
        if (
            bag.HasErrors
            || !course.Modules.Any(module =>
                module.Requires.Count > 0 || module.Pages.Any(page => page.Requires.Count > 0)
            )
        )
            return;
        IReadOnlySet<string> once = BeforeAfterBlock.OncePages(course);
        foreach (Page page in course.Pages)
        {
            if (OnlyChance(course, page, once) is { } check)
                bag.Add(
                    CheckingRules.DeadEnd,
                    page.Id.Span,
                    page.Id.Value,
                    $"it needs the right answer to “{check}”, which learners can give only once"
                );
            else if (FindCycle(course, page) is { } circle)
                bag.Add(
                    CheckingRules.DeadEnd,
                    page.Id.Span,
                    page.Id.Value,
                    $"it waits for {circle}, which waits for it"
                );
            else if (
                course.RequirementsOf(page).Any(need => need.Score is not null)
                && MayStayShut(course, page) is { } reason
            )
                bag.Add(CheckingRules.DeadEnd, page.Id.Span, page.Id.Value, reason);
        }
    }

    private static void CheckOne(Course course, Requirement need, DiagnosticBag bag)
    {
        if (new object?[] { need.Page, need.Check, need.Score }.Count(part => part is not null) != 1)
            bag.Add(CheckingRules.UnclearRequirement, need.Span);
        string[] pages = [.. course.Pages.Select(page => page.Id.Value)],
            checks = [.. Checks(course).Select(item => item.Question.Id.Value)];
        if (need.Page is { } seen && !pages.Contains(seen.Id))
            bag.Add(ContentRules.UnknownPage, seen.Span, seen.Id, Nearest.Hint(seen.Id, pages));
        if (need.Check is { } check && !checks.Contains(check.Value))
            bag.Add(CheckingRules.UnknownCheck, check.Span, check.Value, Nearest.Hint(check.Value, checks));
        if (need.Score is { } score && course.AssessmentPage is null)
            bag.Add(CheckingRules.ScoreWithoutAssessment, score.Span);
    }

    private static void CheckPretest(Course course, Page page, Pretest pretest, DiagnosticBag bag)
    {
        int marked = page.IsPrivate
            ? 0
            : page.Blocks.OfType<Question>().Count(question => BlockKinds.Of(question).IsMarked);
        if (pretest.Right.Value > marked)
            bag.Add(CheckingRules.PretestOutOfReach, pretest.Right.Span, page.Id.Value, pretest.Right.Value, marked);
        string[] modules = [.. course.Modules.Select(module => module.Id.Value)];
        foreach (Located<string> id in pretest.Opens.Where(id => !modules.Contains(id.Value)))
            bag.Add(CheckingRules.UnknownModule, id.Span, id.Value, Nearest.Hint(id.Value, modules));
    }

    /// <summary>
    /// Returns the id of a check that the page requires right although it can be answered only once; null for none.
    /// </summary>
    private static string? OnlyChance(Course course, Page page, IReadOnlySet<string> once) =>
        course
            .RequirementsOf(page)
            .Select(need => need.Check?.Value)
            .FirstOrDefault(id =>
                Checks(course)
                    .Any(item =>
                        item.Question.Id.Value == id
                        && once.Contains(item.Page.Id.Value)
                        && BlockKinds.Of(item.Question).IsMarked
                    )
            );

    private static IEnumerable<(Page Page, Question Question, bool Assessed)> Checks(Course course) =>
        course.KeptQuestions.Where(item => !item.Assessed);

    /// <summary>Returns the page that must be open before a requirement can be met.</summary>
    private static Page? PageOf(Course course, Requirement need) =>
        need.Page is { } seen ? course.Pages.First(page => page.Id.Value == seen.Id)
        : need.Check is { } check ? Checks(course).First(item => item.Question.Id.Value == check.Value).Page
        : course.AssessmentPage;

    /// <summary>
    /// Returns the page that closes a cycle of requirements, as words for a message; null when there is none.
    /// </summary>
    private static string? FindCycle(Course course, Page start)
    {
        var known = new HashSet<Page>();
        var open = new Queue<Page>([start]);
        while (open.TryDequeue(out Page? at))
        {
            foreach (Page next in course.RequirementsOf(at).Select(need => PageOf(course, need)).OfType<Page>())
            {
                if (next == start)
                    return at == start ? "itself" : $"“{at.Id.Value}”";
                if (known.Add(next))
                    open.Enqueue(next);
            }
        }
        return null;
    }

    // A learner who has used all attempts without reaching the score could never open the page.
    private static string? MayStayShut(Course course, Page page) =>
        course.AssessmentPage?.Assessment?.Attempts is { } attempts
        && course.Tracking.CompletedBy.Any(part => part.Value == CompletionPart.Pages)
            ? $"all pages must be seen, and after {attempts.Value} attempts the score may still be too low"
            : null;
}

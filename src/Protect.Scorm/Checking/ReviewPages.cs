using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Checks that every learner can open an assessment again that closes after failed attempts (<c>review_after</c>).
/// </summary>
internal sealed class ReviewPages : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        if (course.AssessmentPage is not { Assessment: { ReviewAfter: { } after } assessment } tested)
            return;
        if (assessment.Attempts is { } most && after.Value >= most.Value)
            bag.Add(CheckingRules.ReviewTooLate, after.Span, after.Value, most.Value);
        foreach (Question question in assessment.Questions.Where(question => BlockKinds.Of(question).IsMarked))
        {
            if (question.Core.Review is not { } review)
                bag.Add(CheckingRules.ReviewMissing, question.Id.Span, question.Id.Value);
            // An unknown page has an error of its own.
            else if (course.Pages.FirstOrDefault(page => page.Id.Value == review.Id) is { } page)
                if (WhyShut(course, page, tested) is { } reason)
                    bag.Add(CheckingRules.ReviewShut, review.Span, review.Id, question.Id.Value, reason);
        }
    }

    /// <summary>Returns why learners who have not passed may be unable to open a page; null if they can.</summary>
    private static string? WhyShut(Course course, Page page, Page tested) =>
        page == tested ? "that is the page of the assessment itself"
        : NeedsScore(course, page, []) ? "it opens only after a score in the assessment"
        : null;

    private static bool NeedsScore(Course course, Page page, HashSet<string> known) =>
        known.Add(page.Id.Value)
        && course
            .RequirementsOf(page)
            .Any(need =>
                need.Score is not null
                || (
                    course.Pages.FirstOrDefault(other =>
                        need.Page is { } seen
                            ? other.Id.Value == seen.Id
                            : other.Questions.Any(item => item.Question.Id.Value == need.Check?.Value)
                    )
                        is { } before
                    && NeedsScore(course, before, known)
                )
            );
}

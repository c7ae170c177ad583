using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Checks that the tracking settings match the pages and questions of the course.</summary>
internal sealed class TrackingConsistency : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        Tracking tracking = course.Tracking;
        bool assessed = course.AssessmentPage is not null;
        bool checks = course.KeptQuestions.Any(q => !q.Assessed);
        foreach (Located<CompletionPart> part in tracking.CompletedBy)
        {
            if (part.Value == CompletionPart.Assessment && !assessed)
                bag.Add(
                    CheckingRules.PassMarkOutOfReach,
                    part.Span,
                    "the course is completed by an assessment and has none",
                    "Add an assessment to a page, or take “assessment” out of “completed_by”."
                );
            if (part.Value == CompletionPart.Checks && !checks)
                bag.Add(
                    CheckingRules.PassMarkOutOfReach,
                    part.Span,
                    "the course is completed by knowledge checks and has none",
                    "Add questions to pages, or take “checks” out of “completed_by”."
                );
        }
        if (tracking.Score.Value == ScoreSource.Assessment && !assessed)
            bag.Add(CheckingRules.NothingToScore, tracking.Score.Span, "assessment");
        if (tracking.Score.Value == ScoreSource.Checks && !checks)
            bag.Add(CheckingRules.NothingToScore, tracking.Score.Span, "checks");
        if (
            tracking.PassMarkRange is { Value: var (lowest, highest) } range
            && (tracking.PassMark < lowest || tracking.PassMark > highest)
        )
            bag.Add(CheckingRules.PassMarkOutsideRange, range.Span, tracking.PassMark, lowest, highest);
        if (tracking.DecidedBy.Value == VerdictBy.Lms && (!assessed || tracking.Score.Value != ScoreSource.Assessment))
            bag.Add(CheckingRules.VerdictWithoutScore, tracking.DecidedBy.Span);
        foreach (
            (_, Question question, bool inAssessment) in course.Questions.Where(item => item.Question.Core.IsCritical)
        )
        {
            if (!inAssessment)
                bag.Add(CheckingRules.CriticalCheck, question.Id.Span, question.Id.Value);
            else if (tracking.DecidedBy.Value == VerdictBy.Lms)
                bag.Add(CheckingRules.CriticalByLms, question.Id.Span, question.Id.Value);
        }
        ReportCredits(course, bag);
        if (
            course.AssessmentPage?.Assessment is { } questions
            && questions.Questions.All(question => !BlockKinds.Of(question).IsMarked)
        )
            bag.Add(
                CheckingRules.PassMarkOutOfReach,
                questions.Span,
                "no question of the assessment is marked",
                "Add one that is right or wrong."
            );
    }

    /// <summary>
    /// Reports options with credit in an assessment that gives points only for completely right answers.
    /// </summary>
    private static void ReportCredits(Course course, DiagnosticBag bag)
    {
        if (course.AssessmentPage?.Assessment is not { } assessment)
            return;
        if ((assessment.Credit?.Value ?? CreditRule.AllOrNothing) != CreditRule.AllOrNothing)
            return;
        foreach (SingleChoice question in assessment.Questions.OfType<SingleChoice>())
        foreach (Choice option in question.Options)
            if (option.Credit is { } credit)
                bag.Add(CheckingRules.CreditWithoutShare, credit.Span, question.Id.Value);
    }
}

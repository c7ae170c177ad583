using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Reading;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Right and wrong answers of a course, from its source.</summary>
internal sealed class Keys
{
    private readonly Course _course;

    private Keys(Course course) => _course = course;

    public static Keys Of(string id) => new(CourseReader.Read(SourceFolder.OnDisk(Repository.At("courses", id), id), new DiagnosticBag())!);

    public string? AssessmentPageOrNone => _course.AssessmentPage?.Id.Value;

    public string AssessmentPage => _course.AssessmentPage!.Id.Value;

    public IReadOnlyList<Answers> Items => [.. _course.Questions.Where(q => q.Assessed).Select(AnswersOf)];

    /// <summary>Knowledge checks that are answered by choosing options.</summary>
    public IReadOnlyList<Answers> Checks => [.. _course.KeptQuestions.Where(q => !q.Assessed && q.Question is SingleChoice or MultipleChoice or TrueFalse).Select(AnswersOf)];

    public IEnumerable<string> Pages => _course.Pages.Select(page => page.Id.Value);

    private static Answers AnswersOf((Page Page, Question Question, bool Assessed) q)
    {
        IQuestionKind kind = BlockKinds.Of(q.Question);
        int[] right = [.. kind.Right(q.Question)];
        int wrong = Enumerable.Range(0, kind.Options(q.Question)).First(option => !right.Contains(option));
        return new Answers(q.Question.Id.Value, q.Page.Id.Value, right, [wrong]);
    }
}

/// <summary>A question of a course and how to answer it, by authored index.</summary>
internal sealed record Answers(string Id, string Page, int[] Right, int[] Wrong);

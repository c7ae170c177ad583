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

    public string AssessmentPage => _course.AssessmentPage!.Id.Value;

    public IReadOnlyList<(string Id, string Page, int[] Right, int[] Wrong)> Items => [.. _course.Questions.Where(q => q.Assessed).Select(Answers)];

    public IReadOnlyList<(string Id, string Page, int[] Right, int[] Wrong)> Checks => [.. _course.Questions.Where(q => !q.Assessed).Select(Answers)];

    public IEnumerable<string> Pages => _course.Pages.Select(page => page.Id.Value);

    private static (string, string, int[], int[]) Answers((Page Page, Question Question, bool Assessed) q)
    {
        IQuestionKind kind = BlockKinds.Of(q.Question);
        int[] right = [.. kind.Right(q.Question)];
        int wrong = Enumerable.Range(0, kind.Options(q.Question)).First(option => !right.Contains(option));
        return (q.Question.Id.Value, q.Page.Id.Value, right, [wrong]);
    }
}

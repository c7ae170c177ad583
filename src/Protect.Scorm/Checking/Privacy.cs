using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Checks that records cannot show who skipped sensitive content, and that private pages are not marked.
/// </summary>
internal sealed class Privacy : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (Page page in course.Pages)
        {
            if (page is { IsPrivate: true, Assessment: { } assessment })
                bag.Add(CheckingRules.PrivateAssessment, assessment.Span, page.Id.Value);
            if (!page.Blocks.Any(block => block is ContentNoteBlock))
                continue;
            ContentNoteBlock note = page.Blocks.OfType<ContentNoteBlock>().First();
            if (page.Assessment is { } covered)
                bag.Add(CheckingRules.CoveredAssessment, covered.Span, page.Id.Value);
            foreach (
                Question question in page
                    .Blocks.SkipWhile(block => block != note)
                    .OfType<Question>()
                    .Where(_ => !page.IsPrivate)
            )
                bag.Add(CheckingRules.CoveredQuestion, question.Id.Span, question.Id.Value);
            foreach (Block second in page.Blocks.OfType<ContentNoteBlock>().Skip(1))
                bag.Add(CheckingRules.SecondNote, second.Span, page.Id.Value);
            if (page.Blocks[^1] == note)
                bag.Add(CheckingRules.NothingCovered, note.Span, page.Id.Value);
        }
    }
}

using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Checks that no two modules, pages, questions, private notes or marks “keep” have the same id.</summary>
internal sealed class UniqueIds : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        Report("module", course.Modules.Select(module => module.Id), bag);
        Report("page", course.Pages.Select(page => page.Id), bag);
        Report("question", course.Questions.Select(q => q.Question.Id), bag);
        Report("keep", CardBlock.Kept(course).Select(kept => kept.Keep.Id), bag);
        Report("block", BlockParts.Blocks(course).OfType<PrivateNote>().Select(paper => paper.Id), bag);
    }

    private static void Report(string noun, IEnumerable<Located<string>> ids, DiagnosticBag bag)
    {
        var first = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (Located<string> id in ids)
        {
            if (!first.TryAdd(id.Value, id.Span))
                bag.Add(
                    CheckingRules.DuplicateId,
                    id.Span,
                    noun,
                    id.Value,
                    $"{first[id.Value].File.Path}({first[id.Value].Line})"
                );
        }
    }
}

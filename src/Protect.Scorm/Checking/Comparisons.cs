using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Checks that the pages of a comparison (<c>before-after</c>) can be compared question by question.</summary>
internal sealed class Comparisons : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (BeforeAfterBlock block in BeforeAfterBlock.Of(course))
        {
            Page? before = Find(course, block.Before, bag),
                after = Find(course, block.After, bag);
            if (before is null || after is null)
                continue;
            (int first, int second) = (ChecksOf(before).Length, ChecksOf(after).Length);
            if (before == after)
                bag.Add(
                    CheckingRules.NotComparable,
                    block.After.Span,
                    after.Id.Value,
                    "it is the same page as “before”"
                );
            else if (first != second)
                bag.Add(
                    CheckingRules.UnequalComparison,
                    block.After.Span,
                    before.Id.Value,
                    first,
                    after.Id.Value,
                    second
                );
        }
    }

    /// <summary>Returns the page of a comparison; null if it cannot be compared (reported).</summary>
    private static Page? Find(Course course, PageRef named, DiagnosticBag bag)
    {
        string[] pages = [.. course.Pages.Select(page => page.Id.Value)];
        if (course.Pages.FirstOrDefault(page => page.Id.Value == named.Id) is not { } found)
        {
            bag.Add(ContentRules.UnknownPage, named.Span, named.Id, Nearest.Hint(named.Id, pages));
            return null;
        }
        if (WhyNot(found) is not { } reason)
            return found;
        bag.Add(CheckingRules.NotComparable, named.Span, named.Id, reason);
        return null;
    }

    private static string? WhyNot(Page page) =>
        page.IsPrivate ? "it is private, so that no answer is kept"
        : ChecksOf(page) is not { Length: > 0 } checks ? "it has no knowledge check"
        : checks.FirstOrDefault(check => !BlockKinds.Of(check).IsMarked) is { } opinion
            ? $"no answer to “{opinion.Id.Value}” is right or wrong"
        : null;

    private static Question[] ChecksOf(Page page) => [.. page.Blocks.OfType<Question>()];
}

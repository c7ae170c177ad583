using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Checks that what learners can keep has one card to go to, and that private pages keep nothing.</summary>
internal sealed class Cards : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        Block[] cards = [.. BlockParts.Blocks(course).Where(block => block is CardBlock)];
        (Page Page, Block Block, Keep Keep)[] kept = [.. CardBlock.Kept(course)];
        foreach (Block second in cards.Skip(1))
            bag.Add(CheckingRules.SecondCard, second.Span);
        foreach ((Page page, _, Keep keep) in kept.Where(item => item.Page.IsPrivate))
            bag.Add(CheckingRules.KeepOnPrivatePage, keep.Id.Span, keep.Id.Value, page.Id.Value);
        // A shorter edition may leave out the page with the card, or what it collects.
        if (course.Id.Value != course.Family.FirstOrDefault(course.Id.Value))
            return;
        if (cards.Length == 0 && kept.Length > 0)
            bag.Add(CheckingRules.KeepWithoutCard, kept[0].Keep.Id.Span, kept[0].Keep.Id.Value);
        if (cards.Length > 0 && kept.Length == 0)
            bag.Add(CheckingRules.EmptyCard, cards[0].Span);
    }
}

using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Check that needs the complete course.</summary>
internal interface ICourseCheck
{
    void Check(Course course, SourceFolder folder, DiagnosticBag bag);
}

/// <summary>Runs all checks of a course in parallel. They are independent, so their order does not matter.</summary>
internal static class CourseChecks
{
    private static readonly ICourseCheck[] All =
    [
        new BlockCheck(),
        new UniqueIds(),
        new PageReferences(),
        new EmptyPages(),
        new CoverPlaces(),
        new AssetFiles(),
        new MediaFiles(),
        new CaptionFiles(),
        new SvgFiles(),
        new TrackingConsistency(),
        new Privacy(),
        new Draws(),
        new ReviewPages(),
        new Comparisons(),
        new Gates(),
        new Terms(),
        new StateFits(),
        new CountryPlaces(),
        new SourceList(),
        new CastCheck(),
        new Cards(),
        new Tools(),
    ];

    /// <summary>Checks that only warn. They run when there are no errors.</summary>
    private static readonly ICourseCheck[] Quality =
    [
        new QuestionQuality(),
        new AnswerPatterns(),
        new ScenarioQuality(),
        new TextQuality(),
        new PictureWeight(),
    ];

    public static void Run(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        Run(All, course, folder, bag);
        if (!bag.HasErrors)
            Run([.. Quality.Where(check => check is TextQuality || !course.IsTranslated)], course, folder, bag);
    }

    private static void Run(ICourseCheck[] checks, Course course, SourceFolder folder, DiagnosticBag bag)
    {
        DiagnosticBag[] found = ParallelWork.Select(
            checks,
            (check, _) =>
            {
                var own = new DiagnosticBag();
                check.Check(course, folder, own);
                return own;
            }
        );
        foreach (Diagnostic finding in found.SelectMany(own => own.Sorted))
            bag.Add(finding);
    }

    /// <summary>Runs the checks that each kind of block declares.</summary>
    private sealed class BlockCheck : ICourseCheck
    {
        public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
        {
            foreach (Block block in BlockParts.Blocks(course))
                BlockKinds.Of(block).Check(block, bag);
        }
    }

    private sealed class PageReferences : ICourseCheck
    {
        public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
        {
            string[] pages = [.. course.Pages.Select(page => page.Id.Value)];
            foreach (PageRef review in course.Questions.Select(q => q.Question.Core.Review).OfType<PageRef>())
            {
                if (!pages.Contains(review.Id))
                    bag.Add(ContentRules.UnknownPage, review.Span, review.Id, Nearest.Hint(review.Id, pages));
            }
        }
    }

    private sealed class Draws : ICourseCheck
    {
        public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
        {
            if (course.AssessmentPage?.Assessment is not { Draw.Count: > 0 } assessment)
                return;
            for (int at = 0; at < assessment.Draw.Count; at++)
                Check(assessment, assessment.Draw[at].Count, assessment.PoolOf(at), bag);
            foreach (Question question in assessment.Questions.Where(question => assessment.RuleOf(question) < 0))
                bag.Add(CheckingRules.NeverDrawn, question.Id.Span, question.Id.Value);
        }

        private static void Check(Assessment assessment, Located<int> count, IReadOnlyList<int> pool, DiagnosticBag bag)
        {
            int critical = pool.Count(index => assessment.Questions[index].Core.IsCritical);
            int least = critical < pool.Count ? critical + 1 : critical;
            if (count.Value > pool.Count)
                bag.Add(CheckingRules.DrawTooLarge, count.Span, count.Value, pool.Count);
            else if (critical > 0 && count.Value < least)
                bag.Add(CheckingRules.CriticalFillDraw, count.Span, critical, pool.Count, count.Value, least);
        }
    }

    private sealed class Terms : ICourseCheck
    {
        public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
        {
            var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (GlossaryEntry entry in course.Glossary)
            {
                IEnumerable<Located<string>> words = entry.Also.Prepend(entry.Term);
                // In a translation, two forms of the source may be the same.
                if (course.IsTranslated)
                    words = words.DistinctBy(word => word.Value, StringComparer.OrdinalIgnoreCase);
                foreach (Located<string> word in words.Where(word => !known.Add(word.Value)))
                    bag.Add(CheckingRules.RepeatedTerm, word.Span, word.Value);
            }
        }
    }

    private sealed class SourceList : ICourseCheck
    {
        public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (Source source in course.Sources)
            {
                if (!known.Add(source.Id.Value))
                    bag.Add(SourceRules.RepeatedSource, source.Id.Span, source.Id.Value);
                AssetRules.CheckWebAddress(source.Url, "url", bag);
            }
            AssetRules.CheckWebAddress(course.LeaveTo, "leave_to", bag);
            // A shorter edition need not use all of them.
            if (course.IsTranslated || course.Id.Value != course.Family.FirstOrDefault())
                return;
            foreach (Source source in course.Sources.Except(course.Cited))
                bag.Add(SourceRules.UnusedSource, source.Id.Span, source.Id.Value);
        }
    }

    private sealed class CoverPlaces : ICourseCheck
    {
        public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
        {
            foreach (
                Page page in course.Modules.SelectMany(module =>
                    module.Pages.Skip(1).Where(page => page.Sentence is not null)
                )
            )
                bag.Add(CheckingRules.CoverNotFirst, page.Id.Span, page.Id.Value);
        }
    }

    private sealed class EmptyPages : ICourseCheck
    {
        public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
        {
            foreach (Page page in course.Pages.Where(page => page.Blocks.Count == 0 && page.Assessment is null))
                bag.Add(CheckingRules.EmptyPage, page.Id.Span, page.Id.Value);
        }
    }
}

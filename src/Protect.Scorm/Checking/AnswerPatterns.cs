using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Warns of right answers that follow a pattern, so that learners can guess them: the longest option, the same place,
/// always true or always false.
/// </summary>
internal sealed class AnswerPatterns : ICourseCheck
{
    /// <summary>Fewest questions in which a pattern is reported. A pattern is four fifths of them or more.</summary>
    private const int Fewest = 5;

    private const double Share = 0.8;

    /// <summary>In a course with this many questions, three fifths are a pattern: nobody misses it.</summary>
    private const int Many = 12;

    private const double ShareOfMany = 0.6;

    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        CheckLongest(course, bag);
        (SingleChoice Question, string Module)[] fixedOnes =
        [
            .. course
                .Questions.Where(item => item.Question is SingleChoice)
                .Where(item =>
                    !BlockKinds
                        .Of(item.Question)
                        .Shuffles(item.Question, item.Assessed ? item.Page.Assessment?.ShuffleOptions : null)
                )
                .Select(item => ((SingleChoice)item.Question, ModuleOf(course, item.Page))),
        ];
        Report(
            fixedOnes,
            item => item.Module,
            item => item.Question.Options.TakeWhile(option => !option.IsCorrect).Count(),
            (item, count, of, place) =>
                bag.Add(QualityRules.SamePlaceIsRight, item.Question.Id.Span, count, of, place + 1)
        );
        Report(
            [
                .. course
                    .Questions.Where(item => item.Question is TrueFalse)
                    .Select(item => (Question: (TrueFalse)item.Question, Module: ModuleOf(course, item.Page))),
            ],
            item => item.Module,
            item => item.Question.Answer,
            (item, count, of, answer) =>
                bag.Add(QualityRules.SameTruth, item.Question.Id.Span, count, of, answer ? "true" : "false")
        );
    }

    private static string ModuleOf(Course course, Page page) =>
        course.Modules.First(module => module.Pages.Contains(page)).Id.Value;

    /// <summary>Reports the pattern of each module, and of the course.</summary>
    private static void Report<T, TKey>(
        IReadOnlyList<T> all,
        Func<T, string> moduleOf,
        Func<T, TKey> keyOf,
        Action<T, int, int, TKey> report
    )
        where TKey : notnull
    {
        foreach (IGrouping<string, T> module in all.GroupBy(moduleOf))
            Find([.. module], Share);
        Find(all, all.Count >= Many ? ShareOfMany : Share);

        void Find(IReadOnlyList<T> items, double share)
        {
            IGrouping<TKey, T>? most = items.GroupBy(keyOf).MaxBy(group => group.Count());
            if (most is not null && items.Count >= Fewest && most.Count() >= share * items.Count)
                report(most.First(), most.Count(), items.Count, most.Key);
        }
    }

    private static void CheckLongest(Course course, DiagnosticBag bag)
    {
        SingleChoice[] singles = [.. course.Questions.Select(item => item.Question).OfType<SingleChoice>()];
        SingleChoice[] longest =
        [
            .. singles.Where(question =>
                question
                    .Options.Where(option => !option.IsCorrect)
                    .All(option =>
                        option.Text.Markdown.Trim().Length
                        < question.Options.First(right => right.IsCorrect).Text.Markdown.Trim().Length
                    )
            ),
        ];
        if (singles.Length >= Fewest && longest.Length >= Share * singles.Length)
            bag.Add(QualityRules.LongestIsRight, longest[0].Id.Span, longest.Length, singles.Length);
    }
}

using Protect.Scorm.Content;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>
/// Table of the program's words that only some courses need. Words a course does not use are left out of its package.
/// </summary>
internal static class ProgramWords
{
    /// <summary>Words of a course that keeps the layouts of earlier releases.</summary>
    private static readonly string[] Migrating = ["back_not_pages"];

    private static readonly (string[] Keys, Func<Course, bool> IsNeeded)[] Owned =
    [
        (
            ["part_right", "part_wrong"],
            course => course.Questions.Any(item => item.Question is not (Numeric or Likert or Survey or Branching))
        ),
        (["moved", "move_up_item", "move_down_item", "nothing_moved"], Has<Ordering>),
        (
            ["card_keep", "card_drop", "card_kept", "card_refused", "card_now", "card_take", "card_open", "card_file"],
            course => CardBlock.PageOf(course) is not null
        ),
        (
            [
                "compare_before",
                "compare_after",
                "compare_right",
                "compare_sure",
                "compare_sure_wrong",
                "compare_right_said",
                "compare_sure_said",
                "compare_missing",
                "compare_part",
            ],
            course => BeforeAfterBlock.Of(course).Any()
        ),
        (["read_aloud", "read_stop", "read_part"], course => course.Package.ReadAloud),
        (["drag_here"], course => Has<Matching>(course) || Has<Categorise>(course)),
        (["number_between"], Has<Numeric>),
        (["gap_in"], Has<GapFill>),
        (["go_on", "next_question"], course => course.Questions.Any()),
        (["choose_way"], Has<Branching>),
        (["noted", "noted_private"], course => Has<Likert>(course) || Has<Survey>(course)),
        (
            ["sure_right", "unsure_right", "sure_wrong"],
            course => course.Questions.Any(item => item.Question.Core.AsksConfidence)
        ),
        (["found", "search_failed"], course => course.HasSearch),
        (["module_done", "module_left", "module_next"], course => course.Modules.Count > 1),
        (["leave_about"], course => course.LeaveTo is null),
        (["leave_other"], course => course.LeaveTo is not null),
        (
            ["locked", "locked_by", "locked_page", "locked_check", "locked_score", "locked_aside"],
            course => course.HasRequirements
        ),
        (
            ["review_first", "review_why", "review_left", "review_open"],
            course => course.AssessmentPage?.Assessment?.ReviewAfter is not null
        ),
        (["critical_wrong"], course => course.Questions.Any(item => item.Question.Core.IsCritical)),
        (
            [
                "results",
                "passed",
                "not_passed",
                "pass_mark",
                "right_count",
                "result_best",
                "result_last",
                "result_first",
                "review_pages",
                "attempts_left",
                "no_attempts",
                "retry",
                "print_results",
                "see_below",
                "unanswered",
                "submit_anyway",
                "question_of",
                "left_assessment",
                "points",
            ],
            course => course.AssessmentPage is not null
        ),
        (
            ["previous_question", "overview", "mark_review", "answered", "not_answered", "to_review"],
            course =>
                course.AssessmentPage?.Assessment is { } assessment && assessment.Layout?.Value != AssessmentLayout.Page
        ),
        (
            ["credit", "credit_less", "partly_counts"],
            course => CreditOf(course) is not (null or CreditRule.AllOrNothing)
        ),
        (
            ["credit_option"],
            course =>
                course.Questions.Any(item =>
                    item.Assessed && BlockKinds.Of(item.Question).Key(item.Question).Credits is not null
                )
        ),
        (["only_whole", "partly_is_none"], course => CreditOf(course) is CreditRule.AllOrNothing),
    ];

    /// <param name="course">Course of the package.</param>
    /// <param name="all">All words in the language of the package.</param>
    /// <param name="migrates">True if the package restores the progress of earlier releases.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(
        Course course,
        IReadOnlyDictionary<string, string> all,
        bool migrates
    )
    {
        var unused = Owned
            .Where(group => !group.IsNeeded(course))
            .SelectMany(group => group.Keys)
            .Concat(migrates ? [] : Migrating)
            .ToHashSet(StringComparer.Ordinal);
        // "found_few" is a plural form of "found".
        return all.Where(word =>
            !unused.Contains(word.Key) && !unused.Contains(word.Key[..Math.Max(0, word.Key.LastIndexOf('_'))])
        );
    }

    /// <summary>
    /// Returns true if a script names a word: by its key, by the key without a plural form, or by its beginning and an
    /// expression.
    /// </summary>
    public static bool IsNamed(string key, string script)
    {
        string start = key[..(key.LastIndexOf('_') + 1)];
        return script.Contains($"\"{key}\"", StringComparison.Ordinal)
            || (
                start.Length > 0
                && (
                    script.Contains($"\"{start[..^1]}\"", StringComparison.Ordinal)
                    || script.Contains($"`{start}${{", StringComparison.Ordinal)
                )
            );
    }

    /// <summary>Returns how the assessment marks partly right answers; null without an assessment.</summary>
    private static CreditRule? CreditOf(Course course) =>
        course.AssessmentPage?.Assessment is { } assessment
            ? assessment.Credit?.Value ?? CreditRule.AllOrNothing
            : null;

    private static bool Has<T>(Course course)
        where T : Question => course.Questions.Any(item => item.Question is T);
}

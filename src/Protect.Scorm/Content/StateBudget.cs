using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Maximum size of a learner's progress in suspend data.</summary>
/// <param name="Characters">Total for the course, fixed parts included.</param>
/// <param name="Modules">The modules in course order.</param>
public sealed record StateBudget(int Characters, IReadOnlyList<ModuleBudget> Modules)
{
    internal static StateBudget Of(Course course) =>
        new(StateLayout.WorstCase(course), [.. course.Modules.Select(ModuleBudget.Of)]);

    /// <summary>The question with the largest state, the first of equals; null without questions.</summary>
    public QuestionBudget? LargestQuestion =>
        Modules.SelectMany(module => module.Questions).MaxBy(question => question.Bits);
}

/// <summary>Maximum size of one module's state.</summary>
/// <param name="Id">The id of the module.</param>
/// <param name="Bits">Bits: one per page, plus the questions. A character holds six bits.</param>
/// <param name="Questions">The questions in course order.</param>
public sealed record ModuleBudget(string Id, int Bits, IReadOnlyList<QuestionBudget> Questions)
{
    /// <summary>The size in characters of suspend data.</summary>
    public int Characters => (Bits + 5) / 6;

    internal static ModuleBudget Of(Module module)
    {
        QuestionBudget[] questions =
        [
            .. module
                .Pages.Where(page => !page.IsPrivate)
                .SelectMany(page => page.Questions)
                .Select(item => new QuestionBudget(
                    item.Question.Id.Value,
                    StateLayout.Bits(item.Question, item.Assessed)
                )),
        ];
        return new ModuleBudget(
            module.Id.Value,
            module.Pages.Count + questions.Sum(question => question.Bits),
            questions
        );
    }
}

/// <summary>Size of one question's state.</summary>
/// <param name="Id">The id of the question.</param>
/// <param name="Bits">Bits once it is answered. A character holds six bits.</param>
public sealed record QuestionBudget(string Id, int Bits);

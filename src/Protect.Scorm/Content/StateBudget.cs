using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>What a learner's progress costs in suspend data at most, and where it goes.</summary>
/// <param name="Characters">Of the whole course, with what every state holds.</param>
/// <param name="Modules">In course order.</param>
public sealed record StateBudget(int Characters, IReadOnlyList<ModuleBudget> Modules)
{
    internal static StateBudget Of(Course course) =>
        new(StateLayout.WorstCase(course), [.. course.Modules.Select(ModuleBudget.Of)]);

    /// <summary>The question that costs most; null without questions. Of equals the first.</summary>
    public QuestionBudget? Dearest => Modules.SelectMany(module => module.Questions).MaxBy(question => question.Bits);
}

/// <summary>What one module costs.</summary>
/// <param name="Id">Of the module.</param>
/// <param name="Bits">One for each page, and its questions. Six make a character.</param>
/// <param name="Questions">In course order.</param>
public sealed record ModuleBudget(string Id, int Bits, IReadOnlyList<QuestionBudget> Questions)
{
    /// <summary>Characters of suspend data it takes at most.</summary>
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

/// <summary>What one question costs.</summary>
/// <param name="Id">Of the question.</param>
/// <param name="Bits">When it is answered. Six make a character.</param>
public sealed record QuestionBudget(string Id, int Bits);

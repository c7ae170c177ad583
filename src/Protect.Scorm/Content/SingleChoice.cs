using System.Numerics;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record SingleChoice(QuestionCore Core, IReadOnlyList<Choice> Options, bool Shuffle) : Question(Core)
{
    public override string Slug => "single-choice";
}

internal sealed class SingleChoiceKind() : BlockKind<SingleChoice>(Fields), IQuestionKind
{
    private static readonly QuestionFields<SingleChoice> Common = new(withPartly: false);

    private static readonly Field<SingleChoice, IReadOnlyList<Choice>> OptionList = new(
        "options",
        Choices.List,
        q => q.Options,
        "The options; exactly one has “correct: true”."
    )
    {
        Required = true,
    };

    private static readonly Field<SingleChoice, bool> Shuffle = new(
        "shuffle",
        Values.Boolean,
        q => q.Shuffle,
        "Show the options in a different order to each learner."
    )
    {
        Default = false,
    };

    private static Shape<SingleChoice> Fields { get; } =
        new(
            "single-choice",
            "A question with one right answer.",
            Common.With(OptionList, Shuffle),
            v => new SingleChoice(Common.Core(v), v.Need(OptionList), v.Get(Shuffle))
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: single-choice
            id: first-step
            prompt: A young person wants to talk to you. What comes first?
            options:
              - text: Listen calmly.
                correct: true
                feedback: Yes. Your calm makes it safer to speak.
              - text: Ask for details.
                feedback: That is for others, later.
            feedback:
              right: Listening comes before everything else.
              wrong: Think of what makes it safe to speak.
            """;

    public UiString How => new("choose_one");

    public int Options(Question question) => ((SingleChoice)question).Options.Count;

    public int ResponseBits(Question question) =>
        Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)(Options(question) - 1)));

    public IReadOnlyList<int> Right(Question question) => Choices.Right(((SingleChoice)question).Options);

    public bool Shuffles(Question question) => ((SingleChoice)question).Shuffle;

    protected override IReadOnlyDictionary<string, object?> ShowBlock(SingleChoice block) =>
        new Dictionary<string, object?>(base.ShowBlock(block)) { ["options"] = Choices.Show(block.Options) };

    protected override void CheckBlock(SingleChoice block, DiagnosticBag bag)
    {
        Choices.Check(block, block.Options, bag);
        foreach (Choice second in block.Options.Where(option => option.IsCorrect).Skip(1))
            bag.Add(ContentRules.SeveralRightAnswers, second.Text.Span, block.Id.Value);
    }
}

using System.Numerics;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record SingleChoice(QuestionCore Core, IReadOnlyList<Choice> Options, bool Shuffle) : Question(Core)
{
    public override string Slug => "single-choice";
}

internal sealed class SingleChoiceKind() : QuestionKind<SingleChoice>(Fields, Additions)
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

    private static View<SingleChoice> Additions { get; } =
        new View<SingleChoice>().List(
            "options",
            Choices.WithFeedback,
            question => Choices.Options(question.Options),
            "The options, in the author's order."
        );

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

    public override UiString How => new("choose_one");

    protected override int Options(SingleChoice question) => question.Options.Count;

    protected override int ResponseBits(SingleChoice question) =>
        Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)(Options(question) - 1)));

    protected override IReadOnlyList<int> Right(SingleChoice question) => Choices.Right(question.Options);

    protected override bool Shuffles(SingleChoice question) => question.Shuffle;

    protected override IReadOnlyList<RichText?> OptionFeedback(SingleChoice question) =>
        [.. question.Options.Select(option => option.Feedback)];

    protected override void CheckBlock(SingleChoice block, DiagnosticBag bag)
    {
        Choices.Check(block, block.Options, bag);
        foreach (Choice second in block.Options.Where(option => option.IsCorrect).Skip(1))
            bag.Add(ContentRules.SeveralRightAnswers, second.Text.Span, block.Id.Value);
    }
}

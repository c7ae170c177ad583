using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record MultipleChoice(QuestionCore Core, IReadOnlyList<Choice> Options) : Question(Core)
{
    public override string Slug => "multiple-choice";

    /// <summary>Null for the default.</summary>
    public bool? Shuffle { get; init; }
}

internal sealed class MultipleChoiceKind() : QuestionKind<MultipleChoice>(Fields, Additions)
{
    private static readonly QuestionFields<MultipleChoice> Common = new(withPartly: true);

    private static readonly Field<MultipleChoice, IReadOnlyList<Choice>> OptionList = new(
        "options",
        Choices.List,
        q => q.Options,
        "The options; each right one has “correct: true”."
    )
    {
        Required = true,
    };

    private static readonly Field<MultipleChoice, bool> Shuffle = new(
        "shuffle",
        Values.Boolean,
        q => q.Shuffle ?? false,
        "Show the options in a different order to each learner."
    )
    {
        DefaultWords = Choices.ShuffleDefault,
    };

    private static View<MultipleChoice> Additions { get; } =
        new View<MultipleChoice>().List(
            "options",
            Choices.WithFeedback,
            question => Choices.Options(question.Options),
            "The options, in the author's order."
        );

    private static Shape<MultipleChoice> Fields { get; } =
        new(
            "multiple-choice",
            "A question with one or more right answers.",
            Common.With(OptionList, Shuffle),
            v => new MultipleChoice(Common.Core(v), v.Need(OptionList)) { Shuffle = v.IfWritten(Shuffle) }
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: multiple-choice
            id: good-listening
            prompt: What helps when somebody starts to talk?
            options:
              - text: Time and silence.
                correct: true
              - text: Their own words.
                correct: true
              - text: Many questions.
            feedback:
              right: Exactly these two.
              partly: You are on the way.
              wrong: Think of what leaves room.
            """;

    public override UiString How => new("choose_several");

    protected override int Options(MultipleChoice question) => question.Options.Count;

    protected override int ResponseBits(MultipleChoice question) => Options(question);

    protected override IReadOnlyList<int> Right(MultipleChoice question) => Choices.Right(question.Options);

    protected override bool Shuffles(MultipleChoice question, bool? isDefault) =>
        question.Shuffle ?? isDefault ?? false;

    protected override IReadOnlyList<Comment> OptionFeedback(MultipleChoice question) =>
        Choices.Comments(question.Options);

    protected override QuestionKey Key(MultipleChoice question) =>
        base.Key(question) with
        {
            Pinned = Choices.Pinned(question.Options),
        };

    protected override void CheckBlock(MultipleChoice block, DiagnosticBag bag)
    {
        Choices.Check(block, block.Options, bag);
        foreach (Located<decimal> credit in block.Options.Select(option => option.Credit).OfType<Located<decimal>>())
            bag.Add(
                ContentRules.CreditNotHere,
                credit.Span,
                "in a multiple choice each right option has the same share"
            );
    }
}

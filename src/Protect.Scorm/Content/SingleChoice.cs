using System.Numerics;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record SingleChoice(QuestionCore Core, IReadOnlyList<Choice> Options) : Question(Core)
{
    public override string Slug => "single-choice";

    /// <summary>Null for the default.</summary>
    public bool? Shuffle { get; init; }

    /// <summary>True when several options are right and any one of them is enough.</summary>
    public bool AcceptsAny { get; init; }
}

internal sealed class SingleChoiceKind() : QuestionKind<SingleChoice>(Fields, Additions)
{
    private static readonly QuestionFields<SingleChoice> Common = new(withPartly: true);

    private static readonly Field<SingleChoice, IReadOnlyList<Choice>> OptionList = new(
        "options",
        Choices.List,
        q => q.Options,
        "The options; exactly one has “correct: true”, or several with “accept_any”."
    )
    {
        Required = true,
    };

    private static readonly Field<SingleChoice, bool> Shuffle = new(
        "shuffle",
        Values.Boolean,
        q => q.Shuffle ?? false,
        "Show the options in a different order to each learner."
    )
    {
        DefaultWords = Choices.ShuffleDefault,
    };

    private static readonly Field<SingleChoice, bool> AcceptAny = new(
        "accept_any",
        Values.Boolean,
        q => q.AcceptsAny,
        "True when several options are right and any one of them is enough."
    )
    {
        Default = false,
        IsSecret = true,
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
            Common.With(OptionList, AcceptAny, Shuffle),
            v => new SingleChoice(Common.Core(v), v.Need(OptionList))
            {
                Shuffle = v.IfWritten(Shuffle),
                AcceptsAny = v.Get(AcceptAny),
            }
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

    protected override bool Shuffles(SingleChoice question, bool? isDefault) => question.Shuffle ?? isDefault ?? false;

    protected override IReadOnlyList<Comment> OptionFeedback(SingleChoice question) =>
        Choices.Comments(question.Options);

    protected override QuestionKey Key(SingleChoice question) =>
        base.Key(question) with
        {
            Pinned = Choices.Pinned(question.Options),
            Accept = question.AcceptsAny ? [Right(question)] : null,
            Credits = question.Options.Any(option => option.Credit is not null)
                ? [.. question.Options.Select(option => option.Credit?.Value ?? 0)]
                : null,
        };

    protected override void CheckBlock(SingleChoice block, DiagnosticBag bag)
    {
        Choices.Check(block, block.Options, bag);
        Choice[] right = [.. block.Options.Where(option => option.IsCorrect)];
        if (!block.AcceptsAny)
            foreach (Choice second in right.Skip(1))
                bag.Add(ContentRules.SeveralRightAnswers, second.Text.Span, block.Id.Value);
        else if (right.Length == 1)
            bag.Add(ContentRules.OneToAccept, block.Id.Span, block.Id.Value);
        foreach (Choice option in block.Options)
        {
            if (option.Credit is not { } credit)
                continue;
            if (option.IsCorrect)
                bag.Add(ContentRules.CreditNotHere, credit.Span, "it is right and gets all points");
            else if (credit.Value is <= 0 or >= 1)
                bag.Add(ContentRules.CreditRange, credit.Span, credit.Value);
        }
        if (block.Core.Feedback.Partly is { } partly && block.Options.All(option => option.Credit is null))
            bag.Add(ContentRules.PartlyNeverShown, partly.Span, block.Id.Value);
    }
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record MultipleChoice(QuestionCore Core, IReadOnlyList<Choice> Options, bool Shuffle) : Question(Core)
{
    public override string Slug => "multiple-choice";
}

internal sealed class MultipleChoiceKind() : BlockKind<MultipleChoice>(Fields), IQuestionKind
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
        q => q.Shuffle,
        "Show the options in a different order to each learner."
    )
    {
        Default = false,
    };

    private static Shape<MultipleChoice> Fields { get; } =
        new(
            "multiple-choice",
            "A question with one or more right answers.",
            Common.With(OptionList, Shuffle),
            v => new MultipleChoice(Common.Core(v), v.Need(OptionList), v.Get(Shuffle))
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

    public UiString How => new("choose_several");

    public int Options(Question question) => ((MultipleChoice)question).Options.Count;

    public int ResponseBits(Question question) => Options(question);

    public IReadOnlyList<int> Right(Question question) => Choices.Right(((MultipleChoice)question).Options);

    public bool Shuffles(Question question) => ((MultipleChoice)question).Shuffle;

    protected override IReadOnlyDictionary<string, object?> ShowBlock(MultipleChoice block) =>
        new Dictionary<string, object?>(base.ShowBlock(block)) { ["options"] = Choices.Show(block.Options) };

    protected override void CheckBlock(MultipleChoice block, DiagnosticBag bag) =>
        Choices.Check(block, block.Options, bag);
}

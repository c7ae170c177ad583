using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record TrueFalse(QuestionCore Core, bool Answer, RichText? WhenTrue, RichText? WhenFalse)
    : Question(Core)
{
    public override string Slug => "true-false";
}

internal sealed class TrueFalseKind() : QuestionKind<TrueFalse>(Fields, Additions)
{
    private static readonly QuestionFields<TrueFalse> Common = new(withPartly: false);

    private static readonly Field<TrueFalse, bool> Answer = new(
        "answer",
        Values.Boolean,
        q => q.Answer,
        "The right answer: true or false."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static readonly Field<TrueFalse, RichText> WhenTrue = new(
        "when_true",
        CourseValues.RichText,
        q => q.WhenTrue,
        "Shown when the learner chose “true”."
    );

    private static readonly Field<TrueFalse, RichText> WhenFalse = new(
        "when_false",
        CourseValues.RichText,
        q => q.WhenFalse,
        "Shown when the learner chose “false”."
    );

    private static View<TrueFalse> Additions { get; } =
        new View<TrueFalse>().List(
            "options",
            Choices.WithFeedback,
            question =>
                [
                    new OptionView(0, "t", UiString.True, question.WhenTrue),
                    new OptionView(1, "f", UiString.False, question.WhenFalse),
                ],
            "“True” and “false”, in the language of the course."
        );

    private static Shape<TrueFalse> Fields { get; } =
        new(
            "true-false",
            "A statement that is true or false.",
            Common.With(Answer, WhenTrue, WhenFalse),
            v => new TrueFalse(Common.Core(v), v.Get(Answer), v.Get(WhenTrue), v.Get(WhenFalse))
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: true-false
            id: need-proof
            prompt: You need proof before you share a concern.
            answer: false
            feedback:
              right: A concern is enough.
              wrong: Proof is the task of others. A concern is enough.
            """;

    public override UiString How => new("choose_true_false");

    protected override int Options(TrueFalse question) => 2;

    protected override int ResponseBits(TrueFalse question) => 1;

    protected override IReadOnlyList<int> Right(TrueFalse question) => [question.Answer ? 0 : 1];

    protected override IReadOnlyList<Comment> OptionFeedback(TrueFalse question) =>
        [new(question.WhenTrue, null), new(question.WhenFalse, null)];
}

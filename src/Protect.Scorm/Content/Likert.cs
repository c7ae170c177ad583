using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A statement to rate on a scale; no answer is right or wrong.</summary>
internal sealed record Likert(QuestionCore Core, IReadOnlyList<RichText> Scale) : Question(Core)
{
    public override string Slug => "likert";
}

internal sealed class LikertKind() : QuestionKind<Likert>(Fields, Additions)
{
    private static readonly QuestionFields<Likert> Common = new(withPartly: false);

    private static readonly Field<Likert, IReadOnlyList<RichText>> Scale = new(
        "scale",
        Values.ListOf(CourseValues.Line, least: 2, most: 11),
        q => q.Scale,
        "The steps of the scale, from one end to the other."
    )
    {
        Required = true,
    };

    private static View<Likert> Additions { get; } =
        new View<Likert>().List(
            "options",
            Choices.View,
            question => Choices.Targets(question.Scale),
            "The steps of the scale."
        );

    private static Shape<Likert> Fields { get; } =
        new(
            "likert",
            "A statement and a scale; not marked.",
            QuestionFields<Likert>.Unmarked(Scale),
            v => new Likert(Common.Core(v), v.Need(Scale))
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: likert
            id: ready-to-listen
            prompt: I feel ready to listen to a young person who wants to talk.
            scale: [Not yet, A little, Rather, Yes]
            """;

    public override UiString How => new("no_right_answer");

    public override bool IsMarked => false;

    protected override int Options(Likert question) => question.Scale.Count;

    protected override int ResponseBits(Likert question) => Radix.Bits([Options(question)]);

    protected override IReadOnlyList<int> Right(Likert question) => [];
}

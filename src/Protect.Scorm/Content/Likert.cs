using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A statement to rate on a scale; no answer is right or wrong.</summary>
internal sealed record Likert(QuestionCore Core, IReadOnlyList<RichText> Scale) : Question(Core)
{
    public override string Slug => "likert";
}

internal sealed class LikertKind() : BlockKind<Likert>(Fields), IQuestionKind
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

    public UiString How => new("no_right_answer");

    public bool IsMarked => false;

    public int Options(Question question) => ((Likert)question).Scale.Count;

    public int ResponseBits(Question question) => Radix.Bits([Options(question)]);

    public IReadOnlyList<int> Right(Question question) => [];

    public bool Shuffles(Question question) => false;

    protected override IReadOnlyDictionary<string, object?> ShowBlock(Likert block) =>
        new Dictionary<string, object?>(base.ShowBlock(block)) { ["options"] = Choices.Targets(block.Scale) };
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>Several statements to rate on one scale; no answer is right or wrong.</summary>
internal sealed record Survey(QuestionCore Core, IReadOnlyList<RichText> Statements, IReadOnlyList<RichText> Scale)
    : Question(Core)
{
    public override string Slug => "survey";
}

internal sealed class SurveyKind() : QuestionKind<Survey>(Fields, Additions)
{
    private static readonly QuestionFields<Survey> Common = new(withPartly: false);

    private static readonly Field<Survey, IReadOnlyList<RichText>> Statements = new(
        "statements",
        Values.ListOf(CourseValues.Line),
        q => q.Statements,
        "The statements."
    )
    {
        Required = true,
    };

    private static readonly Field<Survey, IReadOnlyList<RichText>> Scale = new(
        "scale",
        Values.ListOf(CourseValues.Line, least: 2, most: 11),
        q => q.Scale,
        "The steps of the scale, from one end to the other."
    )
    {
        Required = true,
    };

    private static View<Survey> Additions { get; } =
        new View<Survey>()
            .List("parts", Choices.Part, question => Choices.Parts(question.Statements), "The statements.")
            .List("options", Choices.View, question => Choices.Targets(question.Scale), "The steps of the scale.");

    private static Shape<Survey> Fields { get; } =
        new(
            "survey",
            "Statements that share one scale; not marked.",
            QuestionFields<Survey>.Unmarked(Statements, Scale),
            v => new Survey(Common.Core(v), v.Need(Statements), v.Need(Scale))
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: survey
            id: after-the-module
            prompt: After this module, where do you stand?
            statements:
              - I know who my safeguarding lead is.
              - I know what to write down.
            scale: [Not yet, Partly, Yes]
            """;

    public override UiString How => new("no_right_answer");

    public override bool IsMarked => false;

    protected override int Options(Survey question) => question.Scale.Count;

    protected override int Parts(Survey question) => question.Statements.Count;

    protected override int ResponseBits(Survey question) => Radix.Bits(Bases(question));

    protected override IReadOnlyList<int> Right(Survey question) => [];

    protected override void CheckBlock(Survey block, DiagnosticBag bag) => Radix.Check(block, Bases(block), bag);

    private static IEnumerable<int> Bases(Survey block) => block.Statements.Select(_ => block.Scale.Count + 1);
}

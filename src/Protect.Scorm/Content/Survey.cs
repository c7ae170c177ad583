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

internal sealed class SurveyKind() : BlockKind<Survey>(Fields), IQuestionKind
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

    public UiString How => new("no_right_answer");

    public bool IsMarked => false;

    public int Options(Question question) => ((Survey)question).Scale.Count;

    public int Parts(Question question) => ((Survey)question).Statements.Count;

    public int ResponseBits(Question question) => Radix.Bits(Bases((Survey)question));

    public IReadOnlyList<int> Right(Question question) => [];

    public bool Shuffles(Question question) => false;

    protected override IReadOnlyDictionary<string, object?> ShowBlock(Survey block) =>
        new Dictionary<string, object?>(base.ShowBlock(block))
        {
            ["parts"] = Choices.Parts(block.Statements),
            ["options"] = Choices.Targets(block.Scale),
        };

    protected override void CheckBlock(Survey block, DiagnosticBag bag) => Radix.Check(block, Bases(block), bag);

    private static IEnumerable<int> Bases(Survey block) => block.Statements.Select(_ => block.Scale.Count + 1);
}

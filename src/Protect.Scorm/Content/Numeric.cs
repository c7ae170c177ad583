using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A question that asks for a number between two bounds, right within a tolerance.</summary>
internal sealed record Numeric(
    QuestionCore Core,
    Located<decimal> Answer,
    Located<decimal>? Tolerance,
    Located<decimal>? Least,
    Located<decimal> Most
) : Question(Core)
{
    public override string Slug => "numeric";

    public Located<string>? Unit { get; init; }

    public decimal Lowest => Least?.Value ?? 0;

    /// <summary>Number of decimals that a learner may type: as many as the author used, at most three.</summary>
    public int Decimals =>
        new[] { Answer.Value, Tolerance?.Value ?? 0, Lowest, Most.Value }.Max(number => number.Scale);

    /// <summary>Returns the index of a number among all that can be typed, from the lowest.</summary>
    public long IndexOf(decimal number) => (long)decimal.Round((number - Lowest) * Power);

    /// <summary>The count of numbers that can be typed.</summary>
    public long Count => IndexOf(Most.Value) + 1;

    private decimal Power => Enumerable.Repeat(10m, Decimals).Aggregate(1m, (all, ten) => all * ten);
}

internal sealed class NumericKind() : QuestionKind<Numeric>(Fields, Additions)
{
    private const long MostNumbers = 10_000_000;

    private static readonly QuestionFields<Numeric> Common = new(withPartly: false);

    private static readonly Field<Numeric, Located<decimal>> Answer = new(
        "answer",
        Values.Number,
        q => q.Answer,
        "The right number, with a dot before decimals."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static readonly Field<Numeric, Located<decimal>> Tolerance = new(
        "tolerance",
        Values.Number,
        q => q.Tolerance,
        "The largest difference from the answer that still counts as right."
    )
    {
        DefaultWords = "0",
        IsSecret = true,
    };

    private static readonly Field<Numeric, Located<decimal>> Least = new(
        "least",
        Values.Number,
        q => q.Least,
        "The smallest number that can be typed."
    )
    {
        DefaultWords = "0",
    };

    private static readonly Field<Numeric, Located<decimal>> Most = new(
        "most",
        Values.Number,
        q => q.Most,
        "The largest number that can be typed."
    )
    {
        Required = true,
    };

    private static readonly Field<Numeric, Located<string>> Unit = new(
        "unit",
        Values.Text(30),
        q => q.Unit,
        "The unit after the number, such as % or km."
    );

    private static View<Numeric> Additions { get; } =
        new View<Numeric>()
            .Text(
                "least",
                question => question.Lowest.ToString(CultureInfo.InvariantCulture),
                "The smallest number that can be typed."
            )
            .Text(
                "most",
                question => question.Most.Value.ToString(CultureInfo.InvariantCulture),
                "The largest number that can be typed."
            );

    private static Shape<Numeric> Fields { get; } =
        new(
            "numeric",
            "A number to type.",
            Common.With(Answer, Tolerance, Unit, Least, Most),
            v => new Numeric(Common.Core(v), v.Need(Answer), v.Get(Tolerance), v.Get(Least), v.Need(Most))
            {
                Unit = v.Get(Unit),
            }
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: numeric
            id: child-until
            prompt: Up to which birthday is somebody a child, by the Convention on the Rights of the Child?
            answer: 18
            most: 100
            unit: years
            feedback:
              right: Yes. Everybody below 18 is a child.
              wrong: The Convention counts everybody below 18 as a child.
            """;

    public override UiString How => new("type_number");

    protected override int Options(Numeric question) => 1;

    protected override int ResponseBits(Numeric question) => Radix.Bits([(int)Math.Min(question.Count, MostNumbers)]);

    /// <summary>Returns the indexes of the first and the last right number.</summary>
    protected override IReadOnlyList<int> Right(Numeric question)
    {
        decimal slip = question.Tolerance?.Value ?? 0;
        return
        [
            (int)question.IndexOf(question.Answer.Value - slip),
            (int)question.IndexOf(question.Answer.Value + slip),
        ];
    }

    protected override QuestionKey Key(Numeric question) =>
        base.Key(question) with
        {
            Least = question.Lowest,
            Most = question.Most.Value,
            Decimals = question.Decimals,
            Answer = question.Answer.Value,
        };

    protected override void CheckBlock(Numeric block, DiagnosticBag bag)
    {
        decimal slip = block.Tolerance?.Value ?? 0;
        if (block.Decimals > 3 || block.Most.Value <= block.Lowest || block.Count > MostNumbers)
            bag.Add(ContentRules.NumberRange, block.Most.Span, block.Id.Value);
        else if (slip < 0 || block.Answer.Value - slip < block.Lowest || block.Answer.Value + slip > block.Most.Value)
            bag.Add(ContentRules.AnswerOutOfRange, block.Answer.Span, block.Id.Value);
    }
}

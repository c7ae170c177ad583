using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A question that asks to put steps in order; they are authored in the right order.</summary>
internal sealed record Ordering(QuestionCore Core, IReadOnlyList<RichText> Items) : Question(Core)
{
    public override string Slug => "ordering";
}

internal sealed class OrderingKind() : QuestionKind<Ordering>(Fields, Additions)
{
    private static readonly QuestionFields<Ordering> Common = new(withPartly: true);

    private static readonly Field<Ordering, IReadOnlyList<RichText>> Items = new(
        "items",
        Values.ListOf(CourseValues.Line, least: 2),
        q => q.Items,
        "The items in the right order; learners see them mixed."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static View<Ordering> Additions { get; } =
        new View<Ordering>().List(
            "parts",
            Choices.View,
            question => Choices.Targets(question.Items),
            "The items, in the right order; the player mixes them."
        );

    private static Shape<Ordering> Fields { get; } =
        new(
            "ordering",
            "Items to put in order with buttons or by dragging.",
            Common.With(Items),
            v => new Ordering(Common.Core(v), v.Need(Items))
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: ordering
            id: first-hour
            prompt: What comes first, what comes later?
            items:
              - Listen.
              - Write down their words.
              - Tell your safeguarding lead.
            feedback:
              right: Yes. Listening comes before everything else.
              wrong: Start with the person, then with the paper.
            """;

    public override bool IsDragged => true;

    public override UiString How => new("put_in_order");

    protected override int Options(Ordering question) => question.Items.Count;

    protected override int Parts(Ordering question) => Options(question);

    protected override int ResponseBits(Ordering question) => Radix.Bits(Bases(question));

    protected override IReadOnlyList<int> Right(Ordering question) => [.. Enumerable.Range(0, Options(question))];

    protected override bool Shuffles(Ordering question, bool? isDefault) => true;

    protected override void CheckBlock(Ordering block, DiagnosticBag bag)
    {
        Radix.Check(block, Bases(block), bag);
        var seen = new HashSet<string>(SameText.Comparer);
        foreach (RichText item in block.Items.Where(item => !seen.Add(item.Markdown.Trim())))
            bag.Add(ContentRules.DuplicateOption, item.Span, item.Markdown.Trim());
    }

    // The first position has n choices, the second one n - 1, and so on.
    private static IEnumerable<int> Bases(Ordering block) => Enumerable.Range(1, block.Items.Count);
}

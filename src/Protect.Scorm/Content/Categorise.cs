using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record Category(RichText Title, IReadOnlyList<RichText> Items);

/// <summary>A question that asks to sort items into categories.</summary>
internal sealed record Categorise(QuestionCore Core, IReadOnlyList<Category> Categories) : Question(Core)
{
    public override string Slug => "categorise";

    /// <summary>The items in authored order, each with the index of its category.</summary>
    public IReadOnlyList<(RichText Item, int Category)> Items =>
        [.. Categories.SelectMany((category, index) => category.Items.Select(item => (item, index)))];
}

internal sealed class CategoriseKind() : QuestionKind<Categorise>(Fields, Additions)
{
    private static readonly QuestionFields<Categorise> Common = new(withPartly: true);

    private static readonly Field<Category, RichText> Title = new(
        "title",
        CourseValues.Line,
        c => c.Title,
        "The name of the category."
    )
    {
        Required = true,
    };

    private static readonly Field<Category, IReadOnlyList<RichText>> Items = new(
        "items",
        Values.ListOf(CourseValues.Line),
        c => c.Items,
        "The items that belong in the category."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static readonly Shape<Category> One = new(
        "category",
        "A category with its items.",
        [Title, Items],
        v => new Category(v.Need(Title), v.Need(Items))
    );

    private static readonly Field<Categorise, IReadOnlyList<Category>> Categories = new(
        "categories",
        Values.ListOf(Values.Nested(One), least: 2),
        q => q.Categories,
        "The categories, each with its items; learners see the items mixed."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static View<Categorise> Additions { get; } =
        new View<Categorise>()
            .List(
                "parts",
                Choices.Part,
                question => Choices.Parts(question.Items.Select(item => item.Item)),
                "The items to put into categories."
            )
            .List(
                "targets",
                Choices.View,
                question => Choices.Targets(question.Categories.Select(category => category.Title)),
                "The categories to choose from."
            );

    private static Shape<Categorise> Fields { get; } =
        new(
            "categorise",
            "Items to be put into categories; chosen from lists, without dragging.",
            Common.With(Categories),
            v => new Categorise(Common.Core(v), v.Need(Categories))
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: categorise
            id: helps-or-not
            prompt: What helps a young person to speak, and what makes it harder?
            categories:
              - title: Helps
                items: [Time, A quiet place]
              - title: Makes it harder
                items: [Many questions, A promise to tell nobody]
            feedback:
              right: Yes. Young people need time and no pressure.
              wrong: Think of what takes pressure away.
            """;

    public override UiString How => new("choose_each");

    protected override int Options(Categorise question) => question.Categories.Count;

    protected override int Parts(Categorise question) => question.Items.Count;

    protected override int ResponseBits(Categorise question) => Radix.Bits(Bases(question));

    protected override IReadOnlyList<int> Right(Categorise question) =>
        [.. question.Items.Select(item => item.Category)];

    protected override bool Shuffles(Categorise question) => true;

    protected override void CheckBlock(Categorise block, DiagnosticBag bag)
    {
        Radix.Check(block, Bases(block), bag);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (RichText item in block.Items.Select(item => item.Item).Where(item => !seen.Add(item.Markdown.Trim())))
            bag.Add(ContentRules.DuplicateOption, item.Span, item.Markdown.Trim());
    }

    private static IEnumerable<int> Bases(Categorise block) => block.Items.Select(_ => block.Categories.Count + 1);
}

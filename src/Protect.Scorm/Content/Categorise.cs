using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

internal sealed record Category(RichText Title, IReadOnlyList<RichText> Items);

/// <summary>An item that belongs in several categories.</summary>
/// <param name="Item">The item.</param>
/// <param name="Categories">Their numbers, from 1.</param>
internal sealed record SharedItem(RichText Item, IReadOnlyList<Located<int>> Categories);

/// <summary>A question that asks to sort items into categories.</summary>
internal sealed record Categorise(
    QuestionCore Core,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<SharedItem> Shared
) : Question(Core)
{
    public override string Slug => "categorise";

    /// <summary>
    /// The items in authored order, those of several categories last, each with the indexes of its categories.
    /// </summary>
    public IReadOnlyList<(RichText Item, IReadOnlyList<int> Categories)> Items =>
        [
            .. Categories.SelectMany(
                (category, index) => category.Items.Select(item => (item, (IReadOnlyList<int>)[index]))
            ),
            .. Shared.Select(shared =>
                (shared.Item, (IReadOnlyList<int>)[.. shared.Categories.Select(number => number.Value - 1).Distinct()])
            ),
        ];
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

    private static readonly Field<SharedItem, RichText> Item = new("item", CourseValues.Line, s => s.Item, "The item.")
    {
        Required = true,
    };

    private static readonly Field<SharedItem, IReadOnlyList<Located<int>>> Numbers = new(
        "categories",
        Values.ListOf(Values.Integer(1, 100)),
        s => s.Categories,
        "The numbers of its categories, counted from 1 in the order in which they are written."
    )
    {
        Required = true,
        IsSecret = true,
    };

    private static readonly Shape<SharedItem> SharedShape = new(
        "shared-item",
        "An item that belongs in several categories.",
        [Item, Numbers],
        v => new SharedItem(v.Need(Item), v.Need(Numbers))
    );

    private static readonly Field<Categorise, IReadOnlyList<SharedItem>> Shared = new(
        "shared",
        Values.ListOf(Values.Nested(SharedShape)),
        q => q.Shared,
        "Items that belong in several categories; any one of these is right."
    )
    {
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
                Choices.Listed,
                question => Choices.Targets(question.Categories.Select(category => category.Title)),
                "The categories to choose from."
            );

    private static Shape<Categorise> Fields { get; } =
        new(
            "categorise",
            "Items to be put into categories, chosen from lists or dragged into boxes.",
            Common.With(Categories, Shared),
            v => new Categorise(Common.Core(v), v.Need(Categories), v.Get(Shared) ?? [])
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

    public override bool IsDragged => true;

    public override UiString How => new("choose_each");

    protected override int Options(Categorise question) => question.Categories.Count;

    protected override int Parts(Categorise question) => question.Items.Count;

    protected override int ResponseBits(Categorise question) => Radix.Bits(Bases(question));

    protected override IReadOnlyList<int> Right(Categorise question) =>
        [.. question.Items.Select(item => item.Categories[0])];

    protected override QuestionKey Key(Categorise question) =>
        base.Key(question) with
        {
            Accept = question.Shared.Count > 0 ? [.. question.Items.Select(item => item.Categories)] : null,
        };

    protected override bool Shuffles(Categorise question, bool? isDefault) => true;

    protected override void CheckBlock(Categorise block, DiagnosticBag bag)
    {
        Radix.Check(block, Bases(block), bag);
        var seen = new Dictionary<string, IReadOnlyList<int>>(SameText.Comparer);
        foreach ((RichText item, IReadOnlyList<int> categories) in block.Items)
        {
            string text = item.Markdown.Trim();
            if (!seen.TryAdd(text, categories))
                bag.Add(
                    seen[text].SequenceEqual(categories) ? ContentRules.DuplicateOption : ContentRules.SharedItem,
                    item.Span,
                    text
                );
        }
        foreach (SharedItem shared in block.Shared)
        {
            int[] numbers = [.. shared.Categories.Select(number => number.Value).Distinct()];
            if (
                numbers.Length < 2
                || numbers.Length < shared.Categories.Count
                || numbers.Max() > block.Categories.Count
            )
                bag.Add(
                    ContentRules.SharedCategories,
                    shared.Item.Span,
                    shared.Item.Markdown.Trim(),
                    block.Categories.Count
                );
        }
    }

    private static IEnumerable<int> Bases(Categorise block) => block.Items.Select(_ => block.Categories.Count + 1);
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>The learner's card: the marked blocks of the course that the learner chose to keep.</summary>
internal sealed record CardBlock(Located<string> Title, RichText? Intro, SourceSpan Span) : Block(Span)
{
    public override string Slug => "card";

    /// <summary>Returns the page with the card; null for a course without one.</summary>
    public static Page? PageOf(Course course) =>
        course.Pages.FirstOrDefault(page => BlockParts.Blocks(page).Any(block => block is CardBlock));

    /// <summary>Returns the blocks that learners can keep, each with its page, in course order.</summary>
    public static IEnumerable<(Page Page, Block Block, Keep Keep)> Kept(Course course) =>
        course.Pages.SelectMany(page =>
            BlockParts.Blocks(page).Where(block => block.Keep is not null).Select(block => (page, block, block.Keep!))
        );
}

internal sealed class CardKind() : BlockKind<CardBlock>(Fields)
{
    private static readonly Field<CardBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "The heading of the card, also in print and in the saved file."
    )
    {
        Required = true,
    };

    private static readonly Field<CardBlock, RichText> Intro = new(
        "intro",
        CourseValues.RichText,
        b => b.Intro,
        "A text above the card; it is not printed with it."
    );

    private static Shape<CardBlock> Fields { get; } =
        new(
            "card",
            "The learner's card: everything marked with “keep” that the learner chose, to print or save. It stays on "
                + "the device.",
            [Title, Intro],
            v => new CardBlock(v.Need(Title), v.Get(Intro), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: card
            title: My card
            intro: Your choice from this course. Print it, or save it on your own device.
            """;
}

/// <summary>The field <c>keep</c> of blocks of type <typeparamref name="T"/>.</summary>
internal static class KeepField<T>
    where T : Block
{
    public static readonly Field<T, Keep> Keep = new(
        "keep",
        Values.Nested(KeepFields.Shape),
        b => b.Keep,
        "Lets learners put the block on their card."
    )
    {
        IsSecret = true,
    };
}

internal static class KeepFields
{
    private static readonly Field<Keep, Located<string>> Id = new(
        "id",
        CourseValues.Id,
        k => k.Id,
        "A stable id, unique in the course; the learner's device remembers the block under it."
    )
    {
        Required = true,
    };

    private static readonly Field<Keep, Located<string>> Title = new(
        "title",
        Values.Text(200),
        k => k.Title,
        "Its heading on the card."
    )
    {
        Required = true,
    };

    public static Shape<Keep> Shape { get; } =
        new(
            "keep",
            "A mark on a block that learners can put on their card.",
            [Id, Title],
            v => new Keep(v.Need(Id), v.Need(Title))
        )
        {
            BeginsAddress = true,
            HasOwnEntry = true,
        };
}

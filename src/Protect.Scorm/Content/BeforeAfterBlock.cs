using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>A comparison of the learner's answers on two pages, such as those of a pre-test and a post-test.</summary>
internal sealed record BeforeAfterBlock(
    Located<string> Title,
    RichText? Intro,
    PageRef Before,
    PageRef After,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "before-after";

    /// <summary>Returns the comparisons of a course.</summary>
    public static IEnumerable<BeforeAfterBlock> Of(Course course) =>
        BlockParts.Blocks(course).OfType<BeforeAfterBlock>();

    /// <summary>
    /// Returns the ids of the pages whose knowledge checks are answered once: pre-tests, and pages that are compared.
    /// </summary>
    public static IReadOnlySet<string> OncePages(Course course) =>
        course
            .Pages.Where(page => page.Pretest is not null)
            .Select(page => page.Id.Value)
            .Concat(Of(course).SelectMany(block => new[] { block.Before.Id, block.After.Id }))
            .ToHashSet(StringComparer.Ordinal);
}

internal sealed class BeforeAfterKind() : BlockKind<BeforeAfterBlock>(Fields)
{
    private static readonly Field<BeforeAfterBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "The heading of the comparison."
    )
    {
        Required = true,
    };

    private static readonly Field<BeforeAfterBlock, RichText> Intro = new(
        "intro",
        CourseValues.RichText,
        b => b.Intro,
        "A text above the comparison."
    );

    private static readonly Field<BeforeAfterBlock, PageRef> Before = new(
        "before",
        CourseValues.Page,
        b => b.Before,
        "The page of the pre-test: knowledge checks that count for no score."
    )
    {
        Required = true,
    };

    private static readonly Field<BeforeAfterBlock, PageRef> After = new(
        "after",
        CourseValues.Page,
        b => b.After,
        "The page of the post-test: as many knowledge checks, each compared with the one in the same place."
    )
    {
        Required = true,
    };

    private static Shape<BeforeAfterBlock> Fields { get; } =
        new(
            "before-after",
            "The learner's answers before and after: how many were right, and how sure the learner was. Each question "
                + "of the two pages is answered once.",
            [Title, Intro, Before, After],
            v => new BeforeAfterBlock(v.Need(Title), v.Get(Intro), v.Need(Before), v.Need(After), v.Span)
        )
        {
            Discriminator = "type",
        };

    protected override bool CanBeKept => false;

    public override string Example =>
        """
            type: before-after
            title: Then and now
            before: first-thoughts
            after: last-thoughts
            """;
}

using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>Box with support contacts.</summary>
internal sealed record SupportBoxBlock(
    Located<string> Title,
    RichText Body,
    IReadOnlyList<Resource> Items,
    SourceSpan Span
) : Block(Span)
{
    public override string Slug => "support-box";
}

internal sealed class SupportBoxKind() : BlockKind<SupportBoxBlock>(Fields)
{
    private static readonly Field<SupportBoxBlock, Located<string>> Title = new(
        "title",
        Values.Text(200),
        b => b.Title,
        "The heading of the box."
    )
    {
        Required = true,
    };

    private static readonly Field<SupportBoxBlock, RichText> Body = new(
        "body",
        CourseValues.RichText,
        b => b.Body,
        "The text for learners who need support."
    )
    {
        Required = true,
    };

    private static readonly Field<SupportBoxBlock, IReadOnlyList<Resource>> Items = new(
        "items",
        Values.ListOf(Values.Nested(ResourcesKind.Item)),
        b => b.Items,
        "Support contacts. Only numbers that a person has checked."
    );

    private static Shape<SupportBoxBlock> Fields { get; } =
        new(
            "support-box",
            "Support contacts.",
            [Title, Body, Items],
            v => new SupportBoxBlock(v.Need(Title), v.Need(Body), v.Get(Items) ?? [], v.Span)
        )
        {
            Discriminator = "type",
        };

    public override string Example =>
        """
            type: support-box
            title: You are not alone with this
            body: If this page touches something of your own, somebody is there to listen.
            items:
              - name: Child Helpline International
                about: Find the child helpline of a country.
                url: https://childhelplineinternational.org
            """;

    protected override void CheckBlock(SupportBoxBlock block, DiagnosticBag bag) =>
        ResourcesKind.CheckItems(block.Items, bag);
}
